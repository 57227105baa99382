package metadata

import (
	"slices"
	"strings"

	"rodedraad/data"
	"rodedraad/ingest/coding/prose"
)

// authors gives the inspectorates of the front matter with their roles. A
// sentence that says who did the work adds to what the cover names, unless it
// speaks of others altogether.
func (r *register) authors(t *prose.Text, f front) []naming {
	namings := r.roles(t, f)
	said := r.said(t, f)
	covered := func(code string) bool {
		return slices.ContainsFunc(namings, func(n naming) bool { return n.code == code && n.role == author })
	}
	if count(namings, author) > 0 && !slices.ContainsFunc(said, func(n naming) bool { return covered(n.code) }) {
		return namings
	}
	for _, n := range namings {
		at := slices.IndexFunc(said, func(o naming) bool { return o.code == n.code })
		if at < 0 {
			said = append(said, n)
		} else if n.role == author {
			said[at] = n
		}
	}
	return said
}

func count(namings []naming, role string) int {
	n := 0
	for _, a := range namings {
		if a.role == role {
			n++
		}
	}
	return n
}

// roles gives each inspectorate of the front matter its role: the namings of
// one inspectorate compete, and the strongest wins. Lines keep a cover's form;
// sentences undo line ends and tell one statement of a colophon from the next.
func (r *register) roles(t *prose.Text, f front) []naming {
	var all []naming
	lines := r.unwrap(f.lines)
	for i, l := range lines {
		for _, n := range r.find(l) {
			n.quote = l.quote(n.start, n.end)
			n.role, n.strength = roleOf(lines, i, n, r)
			all = append(all, n)
		}
	}
	return strongest(append(all, r.stated(t, f)...))
}

// stated gives the roles that whole sentences of the first pages state.
func (r *register) stated(t *prose.Text, f front) []naming {
	var out []naming
	for i := range t.Sentences {
		s := &t.Sentences[i]
		if s.Passage.Page >= f.first+frontPages {
			break
		}
		if !mayNameInspectorate(s) {
			continue
		}
		l := line{Sentence: prose.Sentence{Text: s.Text, Tokens: prose.Tokens(s.Text, 0)}, lower: prose.Fold(s.Text)}
		for _, n := range r.find(l) {
			quote, ok := t.Quote(s.Passage, s.Start+n.start, s.Start+n.end)
			if !ok {
				continue
			}
			n.role, n.strength = roleOf([]line{l}, 0, n, r)
			n.quote = quote
			if cueIn(l.lower, tookNoPart) {
				n.role, n.strength = named, coverStrength+1
			}
			if n.role == author || n.strength > coverStrength {
				out = append(out, n)
			}
		}
	}
	return out
}

// tookNoPart says of inspectorates that they did not do this work, also where
// the line before names those that did.
var tookNoPart = []string{"niet betrokken", "niet bij dit onderzoek betrokken", "namen niet deel", "nam niet deel", "deden niet mee",
	"deed niet mee", "niet deelgenomen", "niet aan het onderzoek deelgenomen", "geen deel genomen"}

// strongest keeps the strongest naming of each inspectorate, in the order in
// which they are first named.
func strongest(all []naming) []naming {
	var out []naming
	for _, n := range all {
		at := slices.IndexFunc(out, func(o naming) bool { return o.code == n.code })
		switch {
		case at < 0:
			out = append(out, n)
		case n.strength > out[at].strength:
			out[at] = n
		}
	}
	return out
}

// investigated are the verbs of a sentence that says who did the work.
var investigated = []string{"onderzocht", "onderzoek gedaan", "deed onderzoek", "deden onderzoek", "onderzoek ingesteld", "onderzoek uitgevoerd",
	"voerden onderzoek", "voerde onderzoek", "besloten onderzoek", "besloot onderzoek", "besloten een onderzoek", "besloot een onderzoek",
	"onderzoek gestart", "startte", "onderzoek verricht", "onderzoek te doen", "onderzoek uit te voeren", "onderzoek in te stellen",
	"stelde een onderzoek in", "stelden een onderzoek in", "gezamenlijk onderzoek", "voerden het onderzoek", "voerde het onderzoek",
	"verrichtten", "verrichtte", "rapport van de", "gezamenlijk"}

// said finds the authors in the sentences of the first pages and of the
// chapters on occasion and method, for documents whose cover does not name all.
func (r *register) said(t *prose.Text, f front) []naming {
	var out []naming
	for i := range t.Sentences {
		s := &t.Sentences[i]
		if !introduces(s, f) || !mayNameInspectorate(s) {
			continue
		}
		l := line{Sentence: prose.Sentence{Text: s.Text, Tokens: prose.Tokens(s.Text, 0)}, lower: prose.Fold(s.Text)}
		if !cueIn(l.lower, investigated) && !r.acted(l) || cueIn(l.lower, notAuthor) || cueIn(l.lower, earlier) {
			continue
		}
		out = r.sayers(t, s, l, out)
	}
	return out
}

// introductionPages is how far the chapters that introduce a report reach.
const introductionPages = 8

func introduces(s *prose.Sentence, f front) bool {
	behind := s.Passage.Page - f.first
	switch s.Section() {
	case data.Summary, data.Occasion, data.Method, data.Colophon:
		return behind < introductionPages
	case data.Contents, data.Annex:
		return false
	}
	return behind < frontPages
}

// sayers adds the inspectorates of a sentence that says who did the work.
func (r *register) sayers(t *prose.Text, s *prose.Sentence, l line, out []naming) []naming {
	for _, n := range r.find(l) {
		if slices.ContainsFunc(out, func(o naming) bool { return o.code == n.code }) || cueIn(l.lower[:min(n.start, len(l.lower))], formerly) {
			continue
		}
		if quote, ok := t.Quote(s.Passage, s.Start+n.start, s.Start+n.end); ok {
			n.role, n.strength, n.quote = author, 2, quote
			out = append(out, n)
		}
	}
	return out
}

// earlier speaks of another investigation than this one.
var earlier = []string{"eerder rapport", "in een rapport uit", "eerder onderzoek", "ook de inspectie", "gelijktijdig", "los van dit onderzoek", "apart", "afzonderlijk", "separaat",
	"een eigen onderzoek", "ander onderzoek", "eerdere onderzoek", "eerder al", "destijds", "vorig onderzoek"}

// roleOf reads a naming's role from its line, the line that heads its list, and
// the lines around it.
func roleOf(lines []line, i int, n naming, r *register) (string, int) {
	l := lines[i]
	before := l.lower[:min(n.start, len(l.lower))]
	only := namesOnly(l, r, 1) || strings.HasPrefix(l.lower, "inspectie") && !strings.HasSuffix(l.Text, ".") && namesOnly(l, r, 2)
	above := ""
	if only {
		above = listHead(lines, i, r)
	}
	switch {
	case cueIn(l.lower, notAuthor), cueIn(above, notAuthor):
		return named, 4
	case addressed(lines, i, before), cueIn(before, formerly):
		return named, 3
	case cueIn(before, jointly) && !cueIn(before, inProse):
		return author, 3
	case cueIn(l.lower, didTheWork), !cueIn(l.lower, inProse) && opensWith(l.lower, authorship), cueIn(above, didTheWork), opensWith(above, authorship):
		return author, coverStrength
	case only && !endsProse(lines, i):
		return author, 3
	}
	return named, 1
}

// coverStrength is the strength of words that say who made the report: "rapport
// van", "uitgevoerd door". A name alone on a line may be a sender's.
const coverStrength = 5

// formerly introduces the name that an inspectorate has now.
var formerly = []string{"(thans", "thans onderdeel", "(nu ", "tegenwoordig", "opgegaan in", "rechtsvoorganger"}

// listHead gives the line above a list of names, in which the list stands.
func listHead(lines []line, i int, r *register) string {
	for i--; i >= 0; i-- {
		if !namesOnly(lines[i], r, 1) {
			return lines[i].lower
		}
	}
	return ""
}

// proseWidth is how long a line of running text is at least.
const proseWidth = 45

// endsProse reports whether a line of names is the end of a sentence that
// began in the line above: "… volgt het jaarbericht van de / Inspectie Jeugdzorg."
func endsProse(lines []line, i int) bool {
	if i == 0 || lines[i-1].page != lines[i].page || blankBetween(lines[i-1], lines[i]) {
		return false
	}
	above := lines[i-1]
	return len(above.Text) >= proseWidth && !strings.HasSuffix(above.Text, ".") && strings.HasSuffix(lines[i].Text, ".")
}

var (
	// notAuthor speaks of inspectorates that did not do this work.
	notAuthor = []string{"namen niet deel", "nam niet deel", "niet deelgenomen", "met dank aan",
		"commentaar", "partners", "vervangt", "afschrift", "cc:", "cc ", "c.c.", "kopie aan", "kopie gaat", "kopie van", "kopie is", "in kopie", "kopieen", "stj =", "tsd =", "stj/tsd =", "bestaat uit",
		"stj:", "tsd:", "werken samen", "samenwerkingsverband van", "afgewacht", "voorheen", "is een programma van", "is een programma", "deelnemende inspecties", "partners:", "kennisgenomen", "meelezers", "afschrift aan", "adressen", "meer informatie"}
	// didTheWork speaks of those who did.
	didTheWork = []string{"uitgevoerd door", "verricht door", "voerden het uit", "voerde het uit", "voerden dit onderzoek uit",
		"voerde dit onderzoek uit", "een uitgave van", "opgesteld door", "gezamenlijk onderzoek van", "veldwerk vond", "gedaan door", "werd uitgevoerd", "inspecteurs van", "verslag vindt",
		"onderzocht door", "hebben dit onderzoek", "deden onderzoek", "gezamenlijke publicatie van"}
	// authorship opens a line that names the authors.
	authorship = []string{"rapport van", "een rapport van", "onderzoek van", "rapportage van", "uitgave", "uitvoering", "namens", "mede namens",
		"auteur", "publicatie van", "onderzoeksteam", "onderzoek door", "door de inspectie", "verslag van de inspectie", "rapportage van het onderzoek van"}
	// jointly joins an inspectorate to one already named.
	jointly = []string{"in samenwerking met", "i.s.m", "samen met", "met medewerking van"}
	// inProse tells a sentence from a line of names.
	inProse = []string{" ontving", " heeft ", " concludeerde", " stelde ", " wordt ", " vond ", " is ", " zijn "}
)

func cueIn(lower string, cues []string) bool {
	for _, c := range cues {
		if strings.Contains(lower, c) {
			return true
		}
	}
	return false
}

func opensWith(lower string, cues []string) bool {
	for _, c := range cues {
		if strings.HasPrefix(lower, c) {
			return true
		}
	}
	return false
}

// addressed reports whether the line is the address of a letter: "Aan de
// Inspectie …", or a name followed by "t.a.v.".
func addressed(lines []line, i int, before string) bool {
	before = strings.TrimSpace(before)
	if strings.HasPrefix(before, "aan") && len(before) < 12 {
		return true
	}
	return i+1 < len(lines) && strings.HasPrefix(lines[i+1].lower, "t.a.v")
}

// namesOnly reports whether a line holds nothing but names of inspectorates,
// ministries, places, dates and the words that join them, and at most so many
// others.
func namesOnly(l line, r *register, others int) bool {
	rest := l.lower
	spans := r.find(l)
	for i := len(spans) - 1; i >= 0; i-- {
		if s := spans[i]; s.end <= len(rest) {
			rest = rest[:s.start] + " " + rest[s.end:]
		}
	}
	left := 0
	for _, w := range prose.Tokens(rest, 0) {
		if w.Kind == prose.Word && !connecting[w.Lower] {
			left++
		}
	}
	dated := len(l.Dates()) > 0
	return len(spans) > 0 && (left <= others || dated && left <= 2*others)
}

// connecting are words that may stand in a line of names.
var connecting = func() map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(`de het en van voor met in samenwerking i.s.m door een rapport rapportage onderzoek
		ministerie volksgezondheid welzijn sport justitie veiligheid utrecht den haag heerlen s-gravenhage amersfoort
		januari februari maart april mei juni juli augustus september oktober november december voorjaar najaar zomer
		winter i.o io i o gezamenlijk mede namens uitgave datum versie definitief toezicht samenwerkend jeugd sociaal domein`) {
		m[w] = true
	}
	return m
}()

// The slack of the years in which an inspectorate existed: a report may appear
// after a merger, and a new name is in use before the law that gives it. A line
// of names on a cover is believed for longer than a sentence.
const (
	slack      = 1
	coverSlack = 3
)

// plausible drops the authors that did not exist when the document appeared:
// such a name is mentioned, or the date is another's.
func (r *register) plausible(namings []naming, year int) {
	if year == 0 {
		return
	}
	for i := range namings {
		n := &namings[i]
		years := slack
		if n.strength >= 3 {
			years = coverSlack
		}
		if e, ok := r.eras[n.code]; ok && (e.from > year+years || e.to != 0 && e.to+years < year) {
			n.role = named
		}
	}
}

// onlyCover keeps the authors that a cover line names, for documents that do
// not report on an investigation: what a sentence says of an inspectorate there
// is about somebody else's.
func onlyCover(namings []naming) {
	for i := range namings {
		if namings[i].strength < 3 {
			namings[i].role = named
		}
	}
}

// spokenOf makes the inspectorates that a report's first pages only speak of
// its authors, when the kind says that an inspectorate wrote it and no line says
// which. What is said not to have taken part stays out.
func spokenOf(namings []naming) {
	if count(namings, author) > 0 {
		return
	}
	for i := range namings {
		if namings[i].strength == 1 {
			namings[i].role = author
		}
	}
}
