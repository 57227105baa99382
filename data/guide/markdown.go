package guide

import (
	"fmt"
	"strings"

	"rodedraad/data"
	"rodedraad/data/model"
)

const opening = `# Codebook guide

Written by ` + "`rodedraad codebook guide`" + ` (` + "`make guide`" + `) from the files in this folder and
` + "`data/model/accuracy.json`" + `; do not edit. The dashboard has the same page in Dutch and
in English.

Each file is one variable. A code has a label and a definition in Dutch and English,
what counts (*wel*) and what does not (*niet*), indicators in the pattern language of
` + "`go doc rodedraad/ingest/coding/match`" + `, and where it comes from. Reports are in Dutch,
and so are inclusions, exclusions and indicators. Indicators are one voice among others:
for red threads and themes the passage classifier speaks too; ` + "`rodedraad explain`" + ` tells
what weighed how much.

To change a code: ` + "`rodedraad codebook export --out FOLDER`" + `, edit, ` + "`rodedraad codebook lint\nFOLDER`" + `, then ` + "`rodedraad ingest --recode --codebook FOLDER`" + ` and ` + "`rodedraad diff`" + ` to see what changed.

`

// Markdown writes the guide.
func Markdown(book *data.Codebook, a *model.Accuracy) string {
	var b strings.Builder
	b.WriteString(opening)
	fmt.Fprintf(&b, "Accuracy was measured on %d fictitious reports that nobody read while rules were\nwritten, coded with codebook %s (`make accuracy`). Figures in brackets are 95 %%\nintervals; so few reports give wide ones. Where nothing is said, nothing was measured.\n\n", a.Documents, a.Codebook)
	for _, v := range book.Variables {
		fmt.Fprintf(&b, "- [%s](#%s): %s / %s, %d codes\n", v.Name, anchor(v.Name), v.Label.NL, v.Label.EN, len(v.Codes))
	}
	for _, v := range book.Variables {
		variable(&b, v, a)
	}
	return b.String()
}

func anchor(name string) string { return strings.ToLower(name) }

func variable(b *strings.Builder, v *data.Variable, a *model.Accuracy) {
	fmt.Fprintf(b, "\n## %s\n\n**%s** / **%s** (`%s`)\n\n", v.Name, v.Label.NL, v.Label.EN, v.File())
	if v.Definition.NL != "" {
		fmt.Fprintf(b, "%s / *%s*\n\n", line(v.Definition.NL), line(v.Definition.EN))
	}
	if v.Source != "" {
		fmt.Fprintf(b, "Source: %s.\n\n", strings.TrimSuffix(line(v.Source), "."))
	}
	for _, t := range Together(a, v.Name, "en") {
		fmt.Fprintf(b, "Measured, %s.\n\n", t)
	}
	for _, c := range v.Codes {
		code(b, v, c, a)
	}
}

func code(b *strings.Builder, v *data.Variable, c *data.Code, a *model.Accuracy) {
	fmt.Fprintf(b, "### %s %s\n\n%s / *%s: %s*\n\n", c.Code, c.Label.NL, line(c.Definition.NL), c.Label.EN, line(c.Definition.EN))
	if c.Parent != "" {
		fmt.Fprintf(b, "Part of %s.\n\n", c.Parent)
	}
	list(b, "Wel", c.Include)
	list(b, "Niet", c.Exclude)
	if len(c.Indicators) > 0 {
		b.WriteString("Indicators:\n\n")
		for _, i := range c.Indicators {
			fmt.Fprintf(b, "- `%s`", i.Pattern)
			if r := Remark(i, "en"); r != "" {
				fmt.Fprintf(b, " (%s)", r)
			}
			b.WriteByte('\n')
		}
		b.WriteByte('\n')
	}
	if c.Source != "" {
		fmt.Fprintf(b, "Source: %s.\n\n", strings.TrimSuffix(line(c.Source), "."))
	}
	if m := Measured(a, v.Name, c.Code, "en"); m != "" {
		fmt.Fprintf(b, "Measured: %s.\n\n", m)
	}
}

func list(b *strings.Builder, title string, items []string) {
	if len(items) == 0 {
		return
	}
	fmt.Fprintf(b, "%s:\n\n", title)
	for _, i := range items {
		fmt.Fprintf(b, "- %s\n", line(i))
	}
	b.WriteByte('\n')
}

// line puts a text on one line.
func line(s string) string { return strings.Join(strings.Fields(s), " ") }
