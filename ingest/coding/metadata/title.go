package metadata

import (
	"strings"
	"unicode"

	"rodedraad/data"
	"rodedraad/ingest/coding/prose"
	"rodedraad/ingest/pdf"
)

// heading is a title with where it stands; subtitle is what stands under it.
type heading struct {
	title, subtitle string
	quote           data.Evidence
	rule, reason    string
}

// readTitle finds the title: a letter's subject, else the biggest type that
// layout marked as title, else the first line of the first page that is no
// name, date or address, else the PDF's own title.
func readTitle(t *prose.Text, f front, r *register, info pdf.Info) (heading, bool) {
	if h, ok := subject(f); ok {
		return h, true
	}
	if h, ok := marked(t, f, r); ok {
		h.subtitle = strings.TrimSpace(h.subtitle + " " + under(h.quote, f, r))
		return h, true
	}
	if h, ok := firstLine(f, r); ok {
		return h, true
	}
	return heading{}, false
}

// subject reads "Betreft: …" or "Onderwerp: …", with the line it runs on to.
func subject(f front) (heading, bool) {
	for i, l := range f.lines {
		for _, label := range []string{"betreft", "onderwerp"} {
			if !strings.HasPrefix(l.lower, label) || l.page > f.first {
				continue
			}
			from := len(label)
			for from < len(l.Text) && strings.ContainsRune(": \t", rune(l.Text[from])) {
				from++
			}
			if from >= len(l.Text) {
				return heading{}, false
			}
			if i+1 < len(f.lines) && runsOn(l, f.lines[i+1]) {
				l = l.upTo(f.lines[i+1])
			}
			return heading{title: oneLine(l.Text[from:]), quote: l.quote(from, len(l.Text)), rule: "onderwerpregel",
				reason: "onderwerp van de brief"}, true
		}
	}
	return heading{}, false
}

// runsOn reports whether a subject goes on in the next line: it starts in
// lower case or the first is long and the next is no label.
func runsOn(l, next line) bool {
	r := []rune(next.Text)
	return next.page == l.page && (unicode.IsLower(r[0]) || unicode.IsDigit(r[0])) && !strings.Contains(next.Text, ":")
}

// marked takes the title passages of layout, leaving out names, dates and
// letterheads set in big type.
func marked(t *prose.Text, f front, r *register) (heading, bool) {
	var h heading
	for i := range t.Passages {
		p := &t.Passages[i]
		if p.Kind != data.Title || p.Page >= f.first+frontPages {
			continue
		}
		if furniture(p.Text) || nameOrDate(p.Text, r) {
			continue
		}
		if h.title != "" {
			h.subtitle = strings.TrimSpace(h.subtitle + " " + p.Text)
			continue
		}
		quote, ok := t.Quote(p, 0, len(p.Text))
		if !ok {
			continue
		}
		h = heading{title: oneLine(p.Text), quote: quote, rule: "titelblok", reason: "grootste letter op de eerste pagina"}
	}
	return h, h.title != ""
}

// subtitleLines is how many lines under a title can say what it is about.
const subtitleLines = 3

// under gives the lines of the first page that stand under the title, up to a
// name, a date or a letterhead.
func under(title data.Evidence, f front, r *register) string {
	var out []string
	for _, l := range f.lines {
		if l.page != title.Page || l.start < title.End {
			continue
		}
		if len(out) == subtitleLines || namesOnly(l, r, 0) || letterhead(l) || dateOnly(l) {
			break
		}
		out = append(out, l.Text)
	}
	return strings.Join(out, " ")
}

func nameOrDate(text string, r *register) bool {
	l := line{lower: prose.Fold(text)}
	l.Text, l.End, l.Tokens = text, len(text), prose.Tokens(text, 0)
	return namesOnly(l, r, 0) || letterhead(l) || dateOnly(l)
}

// firstLine takes the first line that can be a title, and joins the next
// while the line breaks off.
func firstLine(f front, r *register) (heading, bool) {
	for i, l := range f.lines {
		if l.page > f.first || i > 25 {
			break
		}
		if namesOnly(l, r, 0) || letterhead(l) || dateOnly(l) || len(l.Words()) == 0 {
			continue
		}
		last := i
		for last+1 < len(f.lines) && last < i+3 && titleRunsOn(l, f.lines[last+1], f.lines[last]) {
			last++
			l = l.upTo(f.lines[last])
		}
		h := heading{title: oneLine(l.Text), quote: l.whole(), rule: "eerste regel", reason: "eerste regel die geen naam of datum is"}
		if last+1 < len(f.lines) {
			h.subtitle = f.lines[last+1].Text
		}
		return h, true
	}
	return heading{}, false
}

// titleRunsOn reports whether a title line goes on: no blank line between, and
// the next line starts in lower case or the line ends in a joining word.
func titleRunsOn(_, next, last line) bool {
	if next.page != last.page || blankBetween(last, next) {
		return false
	}
	return unicode.IsLower([]rune(next.Text)[0]) || breaksOff(last.lower)
}

func blankBetween(a, b line) bool {
	return strings.Count(a.of[a.start+len(a.Text):b.start], "\n") > 1
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// letterhead tells lines that a title never is: who sends, where, to whom.
func letterhead(l line) bool {
	for _, start := range []string{"ministerie", "gemeente ", "gemeentelijke ", "provincie ", "samenwerkend toezicht", "toezicht sociaal domein",
		"integraal toezicht", "aan ", "t.a.v", "> retour", "retouradres", "postbus", "postadres", "bezoekadres", "datum", "ons kenmerk", "kenmerk",
		"uw kenmerk", "tweede kamer", "vergaderjaar", "de voorzitter", "stichting", "bureau ", "dienst ", "universiteit", "college van",
		"in opdracht", "opdrachtgever", "uitgave", "colofon", "inhoud", "nieuwsbericht", "persbericht", "zaaknummer", "rapportnummer",
		"www.", "http", "tel", "geachte", "rijksoverheid", "enquete onder", "commissie ", "rekenkamer ", "raad van ", "ggd ", "hogeschool"} {
		if strings.HasPrefix(l.lower, start) {
			return true
		}
	}
	return false
}

func dateOnly(l line) bool {
	for _, d := range l.Dates() {
		others := 0
		for i, w := range l.Tokens {
			if (i < d.First || i > d.Last) && w.Kind != prose.Mark {
				others++
			}
		}
		if others <= 2 {
			return true
		}
	}
	return false
}
