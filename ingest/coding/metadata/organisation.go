package metadata

import (
	"strconv"
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
	eras  map[string]era
}

// era is the years in which an inspectorate existed; to is 0 while it does.
type era struct{ from, to int }

func newRegister() (register, error) {
	r := register{names: map[string]string{}, eras: map[string]era{}}
	list, err := data.Organisations()
	if err != nil {
		return r, err
	}
	for _, o := range list {
		r.add(o.NameNL, o.Code)
		r.add(o.Code, o.Code)
		r.eras[o.Code] = era{year(o.From), year(o.To)}
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

// year reads the year of a date as the list has it: "2017-09-30", "2012", "".
func year(date string) int {
	n, _ := strconv.Atoi(date[:min(4, len(date))])
	return n
}
