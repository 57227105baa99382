package evaluation

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode"

	"rodedraad/analysis/agreement"
	"rodedraad/data/samples"
)

// Difference is a place where the coding is not what the truth says.
type Difference struct {
	Document string `json:"document"`
	Part     string `json:"part"`
	Variable string `json:"variable"`
	Code     string `json:"code,omitempty"`
	Gold     string `json:"gold"`
	Coded    string `json:"coded"`
	Page     int64  `json:"page,omitempty"`
	Quote    string `json:"quote,omitempty"`
}

// exact counts answers that are right or wrong as a whole.
type exact struct{ right, all int64 }

// comparison gathers what one part of the reports gives.
type comparison struct {
	part        string
	pairs       []agreement.Pair
	exact       map[string]*exact
	differences []Difference
	themes      [2]int64 // codes present in gold, in the coding
	documents   int64
}

// allCodes are the codes of a variable that are scored, whether a report has
// them or not.
type allCodes map[string][]string

// document compares one report.
func (c *comparison) document(t samples.Truth, d *coded, codes allCodes) {
	c.documents++
	c.whole(t.File, "kind", t.DocumentKind, d.kind, d.quotes[key{"documentsoort", ""}])
	c.whole(t.File, "publication_date", t.PublicationDate, d.date, d.quotes[key{"publicatiedatum", ""}])
	c.whole(t.File, "title", plain(t.Title), plain(d.title), d.quotes[key{"titel", ""}])
	c.whole(t.File, "inspectorates", sorted(t.Inspectorates), sorted(keys(d.inspectorates)), d.quotes[key{"organisatie", ""}])
	c.whole(t.File, "calamities", fmt.Sprint(len(t.Calamities)), fmt.Sprint(len(d.calamities)), d.quotes[key{"gebeurtenis", "1"}])
	c.whole(t.File, "victims", goldVictims(t.Calamities), codedVictims(d.calamities), d.quotes[key{"slachtoffer", "1"}])
	c.calamities(t, d)
	c.codes(t.File, "sector", "sector", "", codes["sector"], t.SectorsInvolved, d)
	c.codes(t.File, "red_thread", "rode_draad", "aanwezig", codes["rode_draad"], present(t.RedThreads, "aanwezig"), d)
	c.codes(t.File, "subcode", "rode_draad", "aanwezig", codes["subcode"], t.SubcodesPresent, d)
	c.codes(t.File, "theme", "thema", "aanwezig", codes["thema"], t.ThemesPresent, d)
	absent := append(slices.Clone(t.ThemesAbsent), present(t.RedThreads, "uitdrukkelijk_afwezig")...)
	c.codes(t.File, "explicit_absence", "thema", "uitdrukkelijk_afwezig", codes["thema"], absent, d)
	c.codes(t.File, "explicit_absence", "rode_draad", "uitdrukkelijk_afwezig", codes["rode_draad"], absent, d)
	c.questions(t, d, codes["basisvraag"])
	c.recommendations(t, d)
	c.counts(t, d)
	c.themes[0] += int64(len(t.ThemesPresent))
	for _, code := range codes["thema"] {
		if d.status[key{"thema", code}] == "aanwezig" {
			c.themes[1]++
		}
	}
}

// whole compares an answer that is right or wrong as a whole, with the quote on
// which the coding's rests.
func (c *comparison) whole(file, variable, gold, got string, q quote) {
	e := c.exact[variable]
	if e == nil {
		e = &exact{}
		c.exact[variable] = e
	}
	e.all++
	if gold == got {
		e.right++
		return
	}
	c.differences = append(c.differences, Difference{Document: file, Part: c.part, Variable: variable, Gold: gold, Coded: got, Page: q.page, Quote: oneLine(q.text)})
}

// codes compares the codes of one variable that have a status; any status when
// it is empty.
func (c *comparison) codes(file, name, variable, status string, all, gold []string, d *coded) {
	for _, code := range all {
		k := key{variable, code}
		p := agreement.Pair{Unit: file, Variable: name, Code: code, Gold: slices.Contains(gold, code)}
		p.Coded = d.status[k] != "" && (status == "" || d.status[k] == status)
		c.pairs = append(c.pairs, p)
		if p.Gold != p.Coded {
			q := d.quotes[k]
			c.differences = append(c.differences, Difference{Document: file, Part: c.part, Variable: name, Code: code,
				Gold: yes(p.Gold), Coded: strings.TrimSpace(yes(p.Coded) + " " + d.status[k]), Page: q.page, Quote: oneLine(q.text)})
		}
	}
}

// answers pairs the truth's words for a basic question with the warehouse's.
func (c *comparison) questions(t samples.Truth, d *coded, all []string) {
	for _, code := range all {
		gold := t.Questions[code]
		if gold == "niet_gesteld" {
			gold = ""
		}
		k := key{"basisvraag", code}
		got := ""
		if d.status[k] == "aanwezig" {
			got = d.value[k]
		}
		c.pairs = append(c.pairs, agreement.Pair{Unit: t.File, Variable: "question", Code: code, Gold: gold != "", Coded: got != ""})
		if gold != got {
			c.differences = append(c.differences, Difference{Document: t.File, Part: c.part, Variable: "question", Code: code,
				Gold: gold, Coded: got, Page: d.quotes[k].page, Quote: oneLine(d.quotes[k].text)})
		}
	}
}

// recommendations pairs each of the truth's with the coded one that begins
// with its words, or holds them.
func (c *comparison) recommendations(t samples.Truth, d *coded) {
	used := map[int]bool{}
	for i, g := range t.Recommendations {
		match := -1
		for j, r := range d.recommendations {
			if !used[j] && begins(r.text, g.StartsWith) {
				match = j
				break
			}
		}
		c.pairs = append(c.pairs, agreement.Pair{Unit: fmt.Sprintf("%s %d", t.File, i), Variable: "recommendation", Gold: true, Coded: match >= 0})
		if match < 0 {
			c.differences = append(c.differences, Difference{Document: t.File, Part: c.part, Variable: "recommendation", Gold: g.StartsWith})
			continue
		}
		used[match] = true
		c.whole(t.File, "addressee", g.Addressee, d.recommendations[match].addressee, quote{d.recommendations[match].page, d.recommendations[match].text})
	}
	for j, r := range d.recommendations {
		if used[j] {
			continue
		}
		c.pairs = append(c.pairs, agreement.Pair{Unit: fmt.Sprintf("%s +%d", t.File, j), Variable: "recommendation", Coded: true})
		c.differences = append(c.differences, Difference{Document: t.File, Part: c.part, Variable: "recommendation", Coded: r.text, Page: r.page})
	}
}

// begins compares letters only: quotes, hyphens and spaces vary.
func begins(text, start string) bool {
	a, b := letters(text), letters(start)
	if b == "" {
		return false
	}
	at := strings.Index(a, b)
	return at >= 0 && at < 80 || strings.HasPrefix(b, a) && len(a) > 20
}

func letters(s string) string {
	var out strings.Builder
	for _, r := range strings.ToLower(s) {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			out.WriteRune(r)
		}
	}
	return out.String()
}

func (c *comparison) counts(t samples.Truth, d *coded) {
	gold := map[int64]bool{}
	for _, g := range t.ReportedAggregates {
		gold[g.Value] = true
	}
	for _, v := range slices.Sorted(maps.Keys(gold)) {
		_, coded := d.counts[v]
		c.count(t.File, v, true, coded, quote{})
	}
	for _, v := range slices.Sorted(maps.Keys(d.counts)) {
		if !gold[v] {
			c.count(t.File, v, false, true, d.counts[v])
		}
	}
}

func (c *comparison) count(file string, value int64, gold, coded bool, q quote) {
	c.pairs = append(c.pairs, agreement.Pair{Unit: fmt.Sprint(file, " ", value), Variable: "reported_count", Gold: gold, Coded: coded})
	if gold != coded {
		c.differences = append(c.differences, Difference{Document: file, Part: c.part, Variable: "reported_count", Code: fmt.Sprint(value),
			Gold: yes(gold), Coded: yes(coded), Page: q.page, Quote: oneLine(q.text)})
	}
}

func yes(b bool) string {
	if b {
		return "ja"
	}
	return "nee"
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
func plain(s string) string   { return letters(s) }

func present(statuses map[string]string, status string) []string {
	var out []string
	for code, s := range statuses {
		if s == status {
			out = append(out, code)
		}
	}
	return out
}

func keys(m map[string]bool) []string {
	var out []string
	for k := range m {
		out = append(out, k)
	}
	return out
}

func sorted(list []string) string {
	list = slices.Clone(list)
	slices.Sort(list)
	return strings.Join(list, " ")
}
