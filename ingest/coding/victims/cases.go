package victims

import (
	"strings"

	"rodedraad/data"
	"rodedraad/ingest/coding/prose"
)

var caseNouns = map[string]bool{"casus": true, "zaak": true, "geval": true, "calamiteit": true, "incident": true, "voorval": true,
	"gebeurtenis": true, "voorbeeld": true, "gezin": true, "case": true, "casusbeschrijving": true, "situatie": true, "suicide": true, "overlijden": true}

var caseNounsMany = map[string]bool{"casussen": true, "zaken": true, "gevallen": true, "calamiteiten": true, "incidenten": true,
	"voorvallen": true, "gebeurtenissen": true, "gezinnen": true, "cases": true, "overlijdens": true, "suicides": true, "zelfdodingen": true, "casus": true, "meldingen": true, "sterfgevallen": true}

var labelRanks = map[string]string{"eerste": "1", "ene": "1", "tweede": "2", "andere": "2", "derde": "3", "vierde": "4", "vijfde": "5", "first": "1", "second": "2"}

var labelNames = map[string]string{"a": "1", "b": "2", "c": "3", "d": "4", "e": "5", "f": "6", "1": "1", "2": "2", "3": "3", "4": "4", "5": "5",
	"6": "6", "i": "1", "ii": "2", "iii": "3", "iv": "4", "een": "1", "twee": "2", "drie": "3"}

// caseLabel reads "casus A", "de tweede zaak", "gezin 2" at a token: the number
// of the case, or "".
func caseLabel(t []prose.Token, i int) string {
	w := t[i].Lower
	if caseNouns[w] && i+1 < len(t) {
		name := t[i+1].Text
		label := labelNames[t[i+1].Lower]
		// A letter must be a capital: "in de zaak a" is nothing.
		if label != "" && (len(name) == 1 && name == strings.ToUpper(name) || name == strings.ToUpper(name)) && at(t, i+2) != "%" {
			return label
		}
	}
	if label := labelRanks[w]; label != "" && caseNouns[at(t, i+1)] && at(t, i+1) != "gezin" && at(t, i+1) != "overlijden" {
		return label
	}
	return ""
}

// segment is a sentence, or the part of one that is about one case.
type segment struct {
	s     *prose.Sentence
	label string // "" when the sentence does not say
}

// segments cuts a sentence where it goes to another case, and at its semicolons
// when several cases are told in one breath.
func segments(s *prose.Sentence, several bool) []segment {
	out := []segment{}
	start, label := 0, ""
	cut := func(i int, next string) {
		if i > start {
			out = append(out, segment{part(s, start, i), label})
		}
		start, label = i, next
	}
	for i := range s.Tokens {
		if l := caseLabel(s.Tokens, i); l != "" && l != label {
			from := i
			for from > start && (at(s.Tokens, from-1) == "de" || at(s.Tokens, from-1) == "het" || at(s.Tokens, from-1) == "in") {
				from--
			}
			if label == "" && from-start < 4 {
				from = start
			}
			cut(from, l)
		} else if several && s.Tokens[i].Lower == ";" {
			cut(i+1, "")
		} else if l := bareRank(s.Tokens, i); several && l != "" && l != label {
			cut(i, l)
		}
	}
	cut(len(s.Tokens), "")
	return out
}

// bareRank reads "(1)", "De eerste, een meisje", "de tweede is" in a text that
// has said that it is about several cases.
func bareRank(t []prose.Token, i int) string {
	if t[i].Lower == "(" && at(t, i+2) == ")" && len(at(t, i+1)) == 1 {
		return labelNames[at(t, i+1)]
	}
	if (at(t, i-1) == "de" || at(t, i-1) == "het" || at(t, i-1) == "in") && labelRanks[t[i].Lower] != "" {
		switch w := at(t, i+1); w {
		case ",", "is", "betreft", "betrof", "overleed", "gaat", "ging", "werd", "stierf", ":", "een", "raakte", "(":
			return labelRanks[t[i].Lower]
		}
	}
	return ""
}

// part is the tokens from to to of a sentence, as a sentence.
func part(s *prose.Sentence, from, to int) *prose.Sentence {
	if from == 0 && to == len(s.Tokens) {
		return s
	}
	p := *s
	p.Tokens = s.Tokens[from:to]
	if len(p.Tokens) > 0 {
		p.Start, p.End = p.Tokens[0].Start, p.Tokens[len(p.Tokens)-1].End
		p.Text = s.Passage.Text[p.Start:p.End]
	}
	return &p
}

// declared reports whether a sentence says that the document is about several
// cases: "twee calamiteiten", "beide zaken".
func declared(s *prose.Sentence) bool {
	t := s.Tokens
	for i := range t {
		if !caseNounsMany[t[i].Lower] || s.Section() == data.Norms || s.Section() == data.Method {
			continue
		}
		for k := 1; k <= 3; k++ {
			w := at(t, i-k)
			if w == "beide" {
				return true
			}
			if v, ok := prose.ParseNumber(w); ok && v >= 2 && v <= 8 && (t[i].Lower != "meldingen" && t[i].Lower != "gezinnen" && t[i].Lower != "incidenten" || about(t)) {
				return true
			}
			if w == "," || w == "van" || w == "in" {
				break
			}
		}
	}
	return false
}

// about reports whether a sentence says what the document is about.
func about(t []prose.Token) bool {
	for _, x := range t {
		switch x.Lower {
		case "onderzoek", "onderzocht", "rapport", "verslag", "evaluatie", "onderzochten", "verwerkt", "centraal", "bekeken", "betreft", "calamiteiten":
			return true
		}
	}
	return false
}
