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
	h, ok := marked(t, f, r)
	if s, found := subject(f); found && !(ok && h.quote.Page == s.quote.Page && h.quote.End < s.quote.Start) {
		return s, true
	}
	if ok {
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
			if !labels(l.Text, len(label)) {
				continue
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

// labels reports whether a line opens with a label, and not with a word of a
// sentence that runs on: it has a capital, or a colon or a capital behind it.
func labels(text string, end int) bool {
	rest := []rune(strings.TrimSpace(text[end:]))
	return unicode.IsUpper([]rune(text)[0]) || len(rest) > 0 && (rest[0] == ':' || unicode.IsUpper(rest[0]))
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
		if len(out) == subtitleLines || namesOnly(l, r, 0) || letterhead(l) || dateLine(l) {
			break
		}
		out = append(out, l.Text)
	}
	return strings.Join(out, " ")
}

func nameOrDate(text string, r *register) bool {
	l := line{lower: prose.Fold(text)}
	l.Text, l.End, l.Tokens = text, len(text), prose.Tokens(text, 0)
	return namesOnly(l, r, 0) || letterhead(l) || dateLine(l)
}

// titleDepth is how many lines of the first page can be the title.
const titleDepth = 14

// firstLine takes the first line that can be a title: it is no name of an
// organisation, date, address or running text. Where every line is one, the
// first that is no name or date will do.
func firstLine(f front, r *register) (heading, bool) {
	fallback := -1
	for i, l := range f.lines {
		if l.page > f.first || i > titleDepth {
			break
		}
		if namesOnly(l, r, 0) || letterhead(l) || dateLine(l) || len(l.Words()) == 0 || rubric(l) {
			continue
		}
		if fallback < 0 && !organisationLine(l) {
			fallback = i
		}
		if organisationLine(l) || running(l) {
			continue
		}
		return titleAt(f, i), true
	}
	if fallback >= 0 {
		return titleAt(f, fallback), true
	}
	return heading{}, false
}

// titleAt takes a line as title and joins the next while the line breaks off.
func titleAt(f front, i int) heading {
	l, last := f.lines[i], i
	for last+1 < len(f.lines) && last < i+3 && titleRunsOn(f.lines[last+1], f.lines[last]) {
		last++
		l = l.upTo(f.lines[last])
	}
	h := heading{title: oneLine(l.Text), quote: l.whole(), rule: "eerste regel", reason: "eerste regel die geen naam of datum is"}
	for _, next := range f.lines[last+1 : min(last+3, len(f.lines))] {
		h.subtitle = strings.TrimSpace(h.subtitle + " \n" + next.Text)
	}
	return h
}

// running reports whether a line is running text: it ends a sentence, or is
// too long for a title.
func running(l line) bool {
	if strings.HasSuffix(l.Text, ".") && len(l.Words()) > 5 {
		return true
	}
	return len(l.Words()) > 14
}

// titleRunsOn reports whether a title line goes on: no blank line between, and
// the line ends in a joining word or is long and the next starts in lower case.
// A month alone is no end of a title.
func titleRunsOn(next, last line) bool {
	if next.page != last.page || blankBetween(last, next) || dateLine(next) || organisationLine(next) {
		return false
	}
	lower := unicode.IsLower([]rune(next.Text)[0])
	return titleBreaksOff(last.lower) || lower && len(last.Text) >= 30
}

func titleBreaksOff(lower string) bool {
	if breaksOff(lower) {
		return true
	}
	for _, end := range []string{" een", " op", " in", " bij", " naar", " te", " rond", " over", " door", " aan", " tot", " of", ":"} {
		if strings.HasSuffix(lower, end) {
			return true
		}
	}
	return false
}

func blankBetween(a, b line) bool {
	return strings.Count(a.of[a.start+len(a.Text):b.start], "\n") > 1
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// letterhead tells lines that a title never is: who sends, where, to whom.
func letterhead(l line) bool {
	if opensWith(l.lower, senders) {
		return len(l.Words()) <= 5 || organisationLine(l)
	}
	return opensWith(l.lower, letterheads)
}

// senders open a line that says who sends, unless a headline goes on from
// there: "Gemeente laat onderzoek doen".
var senders = []string{"gemeente ", "gemeentelijke ", "provincie ", "stichting", "bureau ", "dienst ", "commissie ", "branche ", "jeugdzorg ", "raad van "}

var letterheads = []string{"ministerie", "samenwer", "toezicht sociaal domein",
	"integraal toezicht", "aan ", "aan:", "van:", "t.a.v", "> retour", "> postbus", "retouradres", "postbus", "postadres", "bezoekadres", "datum", "ons kenmerk", "kenmerk",
	"uw kenmerk", "uw brief", "tweede kamer", "vergaderjaar", "de voorzitter", "universiteit", "college van",
	"in opdracht", "opdrachtgever", "opdracht ", "uitgave", "een uitgave", "colofon", "inhoud", "zaaknummer", "rapportnummer", "logo ", "home >",
	"www.", "http", "tel", "geacht", "beste ", "rijksoverheid", "enquete onder", "rekenkamer ", "ggd ", "hogeschool",
	"publicatie |", "zoeken", "vastgesteld", "versie", "concept", "ref.", "nr. ", "registratie", "voor onmiddellijke", "in: ", "door ", "opgesteld", "uitgevoerd", "auteur", "steller",
	"de leden van", "afdeling ", "directie ", "team ", "cluster ", "behandeld", "bijlage", "contactpersoon"}

// rubrics head a page and are no title: the section of a paper, the kind of a
// publication.
var rubrics = []string{"nieuwsbericht", "persbericht", "nieuwsbrief", "weblog", "interview", "boekbespreking", "factsheet", "nieuws", "intranet", "proefschrift", "jaargang"}

// rubric reports whether a line holds little more than a rubric.
func rubric(l line) bool {
	return len(l.Words()) <= 9 && cueIn(l.lower, rubrics) && !strings.Contains(l.lower, ":")
}

// bodies are parts of words that name organisations, genres parts of words that
// name what a document is or is about. A short line with the first and without
// the second names who made the document.
var (
	bodies = []string{"inspectie", "toezicht", "dienst", "afdeling", "directie", "concern", "ministerie", "gemeente", "provincie",
		"stichting", "vereniging", "branche", "netwerk", "instituut", "bureau", "advies", "adviseurs", "commissie", "universiteit", "hogeschool",
		"faculteit", "kenniscentrum", "ombuds", "rekenkamer", "onderzoeksraad", "ggd", "ggz", "veiligheidsregio", "veiligheidshuis", "beraad",
		"jeugdregio", "jeugdhulp", "jeugdzorg", "jeugdbescherming", "pleegzorg", "zorggroep", "krant", "dagblad", "courant", "koerier",
		"vakblad", "magazine", "tijdschrift", "uitgeverij", "sociaal domein", "collectief", "theater", "auditteam", "kamer der",
		"consult", "research", "academie", "pedagogiek", "huis rijn", "zorg- en"}
	genres = []string{"onderzoek naar", "onderzoek in", "onderzoek bij", "onderzoek na", "onderzoek overl", "rapport", "evaluatie", "verslag", "jaarbe", "jaarv", "jaarr", "jaarc",
		"jaarp", "jaaro", "overzicht", "overlijden", "calamiteit", "handreiking", "leidraad", "richtlijn", "weergave", "samenvatting", "analyse",
		"casus", "plan", "convenant", "brief", "beantwoording", "reactie", "aanbieding", "suicide", "dood", "incident", "kind ", "kindermis", "gezin", " na ", "?", "lessen",
		"leren", "terugblik", "reconstructie", "kader", "vervolg", "afspraken", "gang van zaken", "beleid", "besluit", "voorstel", "scenario", "programma", "inzake", " over ", "zaak", "audit ", "zorgen "}
)

func organisationLine(l line) bool {
	return len(l.Words()) <= 9 && cueIn(l.lower, bodies) && (!cueIn(l.lower, genres) || strings.Contains(l.lower, "commissie ") && !strings.Contains(l.lower, "rapport") && len(l.Words()) <= 6) && !strings.ContainsAny(l.Text, "'‘\"“")
}

// dateLine reports whether a line is a date, with a place or a version at most.
// A bare year belongs to a title: "Jaarbericht 2011".
func dateLine(l line) bool {
	for _, d := range l.Dates() {
		others := 0
		for i, w := range l.Tokens {
			if (i < d.First || i > d.Last) && w.Kind != prose.Mark {
				others++
			}
		}
		if d.Date.Precision == data.Year && others > 0 && !strings.Contains(l.Text, ",") && !strings.Contains(l.Text, "©") {
			continue
		}
		if others <= 2 {
			return true
		}
	}
	return false
}
