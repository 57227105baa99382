package datapackage

import (
	"fmt"
	"strings"
)

// dictionaryWords are the words of the dictionary in one language.
type dictionaryWords struct {
	title, intro, rows, key, refers                string
	field, kind, meaning, known, required, strange string
}

var words = map[string]dictionaryWords{
	"nl": {
		"Veldenlijst", "Bekend zegt hoeveel rijen een waarde hebben die geen onbekend betekent. Onbekend is nooit nul.",
		"rijen", "Sleutel", "Verwijst naar", "veld", "soort", "betekenis", "bekend", "verplicht", "niet in het codeboek",
	},
	"en": {
		"Data dictionary", "Known tells how many rows have a value that does not mean unknown. Unknown is never zero.",
		"rows", "Key", "Refers to", "field", "type", "meaning", "known", "required", "not in the codebook",
	},
}

// dictionary gives every field with its meaning and how often it is known.
func (p *pack) dictionary(language string) string {
	w := words[language]
	var b strings.Builder
	fmt.Fprintf(&b, "# %s\n\n%s\n", w.title, w.intro)
	for _, c := range p.contents {
		c.describe(&b, w, language)
	}
	return b.String()
}

func (c *content) describe(b *strings.Builder, w dictionaryWords, language string) {
	fmt.Fprintf(b, "\n## %s\n\n%s %d %s.\n\n", c.Name, in(language, c.NL, c.EN), c.rows, w.rows)
	if len(c.Key) > 0 {
		fmt.Fprintf(b, "- %s: %s\n", w.key, code(c.Key))
	}
	for _, r := range c.References {
		fmt.Fprintf(b, "- %s %s → `%s` %s\n", w.refers, code(r.Fields), r.Table, code(r.To))
	}
	fmt.Fprintf(b, "\n| %s | %s | %s | %s |\n| --- | --- | --- | ---: |\n", w.field, w.kind, w.meaning, w.known)
	for i, col := range c.Columns {
		kind := types[col.Type]
		if col.required {
			kind += ", " + w.required
		}
		meaning := in(language, col.NL, col.EN)
		if values := c.allowed[i]; len(values) > 0 && len(values) <= 12 {
			meaning += ". " + code(values)
		}
		if len(c.strange[i]) > 0 {
			meaning += " (" + w.strange + ": " + code(c.strange[i]) + ")"
		}
		fmt.Fprintf(b, "| `%s` | %s | %s | %s |\n", col.Name, kind, strings.ReplaceAll(meaning, "|", "\\|"), share(c.known[i], c.rows))
	}
}

func in(language, nl, en string) string {
	if language == "nl" {
		return nl
	}
	return en
}

func code(names []string) string { return "`" + strings.Join(names, "`, `") + "`" }

// share gives a part of a whole as a count and a percentage.
func share(part, whole int64) string {
	if whole == 0 {
		return "–"
	}
	return fmt.Sprintf("%d (%d%%)", part, (200*part+whole)/(2*whole))
}
