package metadata

import (
	"slices"
	"strings"

	"rodedraad/data"
	"rodedraad/ingest/coding/prose"
)

// The roles of an organisation in a document.
const (
	author      = "uitvoerend"
	cooperating = "samenwerkend"
	named       = "genoemd"
)

// naming is a place where an inspectorate is named.
type naming struct {
	code       string
	line       int
	start, end int // bytes of the line
	role       string
	strength   int // of the role: a line of names beats a mention in prose
	quote      data.Evidence
}

// register finds inspectorates by name and alias.
type register struct {
	names map[string]string // folded name, words joined by one space → code
	max   int               // words in the longest name
}

func newRegister() (register, error) {
	r := register{names: map[string]string{}}
	list, err := data.Organisations()
	if err != nil {
		return r, err
	}
	for _, o := range list {
		r.add(o.NameNL, o.Code)
		r.add(o.Code, o.Code)
		for _, alias := range o.Aliases {
			r.add(alias, o.Code)
		}
	}
	for alias, code := range aliases {
		r.add(alias, code)
	}
	return r, nil
}

// aliases are ways of writing that the list of inspectorates lacks (codebook
// 2.7).
var aliases = map[string]string{
	"Inspectie voor de Jeugdzorg": "IJZ", "Inspectie voor Gezondheidszorg en Jeugd": "IGJ",
	"Inspectie voor de Gezondheidszorg en Jeugd": "IGJ", "Inspectie Gezondheidszorg": "IGZ",
	"Inspectie van Onderwijs": "IVHO", "Inspectie Onderwijs": "IVHO", "Inspectie voor het Onderwijs": "IVHO",
	"Inspectie SZW": "ISZW", "Inspectie VenJ": "IVENJ", "Inspectie JenV": "IJENV", "Inspectie V en J": "IVENJ",
	"Inspectie J en V": "IJENV", "Inspectie OOV": "IOOV", "Arbeidsinspectie": "NLA",
	"Inspectie voor de Jeugdhulpverlening en Jeugdbescherming": "IJHJB",
}

func (r *register) add(name, code string) {
	words := strings.Fields(strings.ReplaceAll(prose.Fold(name), ".", ""))
	key := strings.Join(words, " ")
	if key != "" {
		r.names[key] = code
		r.max = max(r.max, len(words))
	}
}

// find gives the inspectorates named in a line, the longest name at each
// place. Short codes must be written in capitals.
func (r *register) find(l line) []naming {
	words := l.Words()
	var out []naming
	for i := 0; i < len(words); i++ {
		for n := min(r.max, len(words)-i); n > 0; n-- {
			code, ok := r.names[joined(words[i:i+n])]
			start, end := words[i].Start, words[i+n-1].End
			if !ok || n == 1 && l.Text[start:end] == words[i].Lower {
				continue
			}
			out = append(out, naming{code: code, start: start, end: end})
			i += n - 1
			break
		}
	}
	return out
}

func joined(words []prose.Token) string {
	var b strings.Builder
	for i, w := range words {
		if i > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(w.Lower)
	}
	return b.String()
}

// authors gives the inspectorates of the front matter with their roles. A
// sentence that says who did the work adds to what the cover names, unless it
// speaks of others altogether.
func (r *register) authors(t *prose.Text, f front) []naming {
	namings := r.roles(f)
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
// one inspectorate compete, and the strongest wins.
func (r *register) roles(f front) []naming {
	best := map[string]naming{}
	var order []string
	joinedLines := unwrap(f.lines)
	for i, l := range joinedLines {
		for _, n := range r.find(l) {
			n.line, n.quote = i, l.quote(n.start, n.end)
			n.role, n.strength = roleOf(joinedLines, i, n, r)
			old, seen := best[n.code]
			if !seen {
				order = append(order, n.code)
			}
			if !seen || n.strength > old.strength {
				best[n.code] = n
			}
		}
	}
	var out []naming
	for _, code := range order {
		out = append(out, best[code])
	}
	return out
}

// investigated are the verbs of a sentence that says who did the work.
var investigated = []string{"onderzocht", "onderzoek gedaan", "deed onderzoek", "deden onderzoek", "onderzoek ingesteld", "onderzoek uitgevoerd",
	"voerden onderzoek", "voerde onderzoek", "besloten onderzoek", "besloot onderzoek", "besloten een onderzoek", "besloot een onderzoek",
	"zijn een onderzoek gestart", "is een onderzoek gestart", "startte", "startten", "onderzoek verricht"}

// said finds the authors in the sentences of the first pages, for documents
// whose cover does not name them.
func (r *register) said(t *prose.Text, f front) []naming {
	var out []naming
	for i := range t.Sentences {
		s := &t.Sentences[i]
		if s.Passage.Page >= f.first+frontPages {
			break
		}
		l := line{Sentence: prose.Sentence{Text: s.Text, Tokens: prose.Tokens(s.Text, 0)}, lower: prose.Fold(s.Text)}
		if !cueIn(l.lower, investigated) || cueIn(l.lower, notAuthor) || cueIn(l.lower, earlier) {
			continue
		}
		for _, n := range r.find(l) {
			quote, ok := t.Quote(s.Passage, s.Start+n.start, s.Start+n.end)
			if !ok || slices.ContainsFunc(out, func(o naming) bool { return o.code == n.code }) {
				continue
			}
			n.role, n.strength, n.quote = author, 2, quote
			out = append(out, n)
		}
		if len(out) > 0 {
			break // the first sentence that says it
		}
	}
	return out
}

// earlier speaks of another investigation than this one.
var earlier = []string{"eerder rapport", "in een rapport uit", "eerder onderzoek", "ook de inspectie", "gelijktijdig", "los van dit onderzoek"}

// roleOf reads a naming's role from its line and the lines before it.
func roleOf(lines []line, i int, n naming, r *register) (string, int) {
	l := lines[i]
	before := l.lower[:min(n.start, len(l.lower))]
	switch {
	case cueIn(l.lower, notAuthor):
		return named, 4
	case addressed(lines, i, before):
		return named, 3
	case cueIn(before, jointly) && !cueIn(before, inProse):
		return author, 3
	case cueIn(l.lower, didTheWork), opensWith(l.lower, authorship):
		return author, 5
	case i > 0 && (cueIn(lines[i-1].lower, didTheWork) || opensWith(lines[i-1].lower, authorship)) && namesOnly(l, r, 1):
		return author, 5
	case namesOnly(l, r, 1):
		return author, 3
	}
	return named, 1
}

var (
	// notAuthor speaks of inspectorates that did not do this work.
	notAuthor = []string{"namen niet deel", "nam niet deel", "niet deelgenomen", "met dank aan",
		"commentaar", "partners", "vervangt", "afschrift", "cc:", "kopie aan", "stj =", "tsd =", "stj/tsd =", "bestaat uit",
		"stj:", "tsd:", "werken samen", "samenwerkingsverband van", "afgewacht", "voormalige", "voorheen"}
	// didTheWork speaks of those who did.
	didTheWork = []string{"uitgevoerd door", "verricht door", "voerden het uit", "voerde het uit", "voerden dit onderzoek uit",
		"voerde dit onderzoek uit", "een uitgave van", "opgesteld door", "gezamenlijk onderzoek van", "veldwerk vond",
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
		winter i.o gezamenlijk mede namens uitgave datum versie definitief toezicht samenwerkend jeugd sociaal domein`) {
		m[w] = true
	}
	return m
}()

// unwrap joins a line that breaks off inside a name with the next: the name of
// an inspectorate may run over a line end.
func unwrap(lines []line) []line {
	out := make([]line, 0, len(lines))
	for i := 0; i < len(lines); i++ {
		l := lines[i]
		for i+1 < len(lines) && breaksOff(l.lower) && lines[i+1].page == l.page && len(l.Text) < 400 {
			i++
			l = l.upTo(lines[i])
		}
		out = append(out, l)
	}
	return out
}

// upTo gives the line that runs on to the end of a later one.
func (l line) upTo(next line) line {
	l.Text = l.of[l.start : next.start+len(next.Text)]
	l.lower = prose.Fold(strings.ReplaceAll(l.Text, "\n", " "))
	l.End = len(l.Text)
	l.Tokens = prose.Tokens(l.Text, 0)
	return l
}

func breaksOff(lower string) bool {
	for _, end := range []string{" en", " de", " het", " voor", " van", ",", " met", "inspectie"} {
		if strings.HasSuffix(lower, end) {
			return true
		}
	}
	return false
}
