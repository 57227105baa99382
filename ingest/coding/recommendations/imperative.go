package recommendations

import (
	"strings"

	"rodedraad/ingest/coding/prose"
)

// unlisted reports whether the word at start is likely an imperative that the
// codebook does not list: a bare word that is no function word and no noun by
// its ending, before a word that opens an object ("Ontwerp een werkwijze",
// "Handel niet …").
func unlisted(s *prose.Sentence, start int) bool {
	for i := 0; i+2 < len(s.Tokens); i++ {
		t := s.Tokens[i]
		if t.Start < start {
			continue
		}
		return t.Start == start && t.Kind == prose.Word && len(t.Lower) > 2 && t.Text != strings.ToUpper(t.Text) &&
			opensObject[s.Tokens[i+1].Lower] && !functionWords[t.Lower] && !nounOrFinite(t.Lower)
	}
	return false
}

// nounOrFinite knows by its ending a word that is no imperative: an infinitive
// or plural, a noun, a verb of the third person or the past.
func nounOrFinite(word string) bool {
	for _, end := range []string{"en", "t", "ing", "heid", "tie", "schap", "de", "te", "ens", "elijks", "jes", "rs", "ers"} {
		if strings.HasSuffix(word, end) {
			return true
		}
	}
	return false
}

// opensObject are words that stand behind an imperative, seldom behind a noun
// that opens a sentence.
var opensObject = words("de het een alle elk elke ieder iedere niet geen altijd je uw ervoor erop dat vaker eerder samen standaard actief " +
	"regelmatig jaarlijks gezamenlijk")

// functionWords open sentences before an article without being verbs.
var functionWords = words("aan achter als alsof af al alleen bij binnen boven buiten daarbij daardoor daarmee daarna daarnaast daarom daarop dan " +
	"dat derhalve deze die dit doch door dus echter eerder eind elk elke en er ermee evenals eveneens gedurende geen gelet gezien haar hem " +
	"hier hierbij hierdoor hiermee hierna hierop hij hoe hoewel hun ieder iedere immers in inclusief indien is jegens jullie kan kon ligt " +
	"langs maar mede met mits na naar naast namens nadat niet nog noch nu of om omdat ondanks onder ook op over overigens per rond rondom " +
	"sinds soms steeds tegen ten ter terwijl tevens tijdens toch toen tot totdat tussen uit van vanaf vanuit vanwege vaak via volgens voor " +
	"vooral voordat waar waarbij waarin waarom waarop wanneer want was wat wegens wel welk welke wie wij wil zal ze zij zijn zo zoals zodat " +
	"zodra zonder zou zowel had kwam ging gaf deed bleek omwille conform krachtens ingevolge qua kortom immers hetzelfde eenmaal")

func words(list string) map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.Fields(list) {
		out[w] = true
	}
	return out
}
