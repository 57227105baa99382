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
	names map[string]string // content words of the folded name, joined by one space → code
	first map[string]bool   // the first words of the names
	max   int               // content words in the longest name
	eras  map[string]era
}

// era is the years in which an inspectorate existed; to is 0 while it does.
type era struct{ from, to int }

func newRegister() (register, error) {
	r := register{names: map[string]string{}, first: map[string]bool{}, eras: map[string]era{}}
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
	words := contentWords(strings.Fields(strings.ReplaceAll(prose.Fold(name), ".", "")))
	if len(words) > 0 {
		r.names[strings.Join(words, " ")] = code
		r.first[words[0]] = true
		r.max = max(r.max, len(words))
	}
}

// joining words differ between ways of writing one name: "Inspectie voor de
// Jeugdzorg", "Inspectie Justitie & Veiligheid". They do not count.
var joining = map[string]bool{"voor": true, "van": true, "de": true, "het": true, "en": true}

func contentWords(words []string) []string {
	var out []string
	for _, w := range words {
		if !joining[w] {
			out = append(out, w)
		}
	}
	return out
}

// find gives the inspectorates named in a line, the longest name at each
// place. Short codes must be written in capitals. Behind "inspecties" a list
// may leave the word out: "de inspecties Jeugdzorg, Onderwijs en SZW".
func (r *register) find(l line) []naming {
	words := l.Words()
	var out []naming
	plural := false
	for i := 0; i < len(words); i++ {
		w := words[i]
		code, last := r.longest(words, i, "")
		if last < 0 && plural {
			code, last = r.longest(words, i, "inspectie ")
		}
		switch {
		case last >= 0 && (last > i || l.Text[w.Start:w.End] != w.Lower || plural):
			out = append(out, naming{code: code, start: w.Start, end: words[last].End})
			i = last
		case w.Lower == "inspecties":
			plural = true
		case !joining[w.Lower]:
			plural = false
		}
	}
	return out
}

// longest gives the longest name that begins at a word, and its last word; -1
// when there is none. before is put in front of what is read.
func (r *register) longest(words []prose.Token, at int, before string) (code string, last int) {
	last = -1
	if joining[words[at].Lower] || before == "" && !r.first[words[at].Lower] {
		return "", last
	}
	key, n := before, 0
	for i := at; i < len(words) && n < r.max; i++ {
		if joining[words[i].Lower] {
			continue
		}
		if n++; n > 1 {
			key += " "
		}
		key += words[i].Lower
		if c, ok := r.names[key]; ok {
			code, last = c, i
		}
	}
	return code, last
}

// year reads the year of a date as the list has it: "2017-09-30", "2012", "".
func year(date string) int {
	n, _ := strconv.Atoi(date[:min(4, len(date))])
	return n
}
