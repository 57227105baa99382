package recommendations

import (
	"strings"

	"rodedraad/data"
	"rodedraad/ingest/coding/prose"
)

// newPractice knows a sentence that states how somebody will work from now on:
// it opens with a party and its verb is not of the past or a state.
func (c *Coder) newPractice(s *prose.Sentence, start int) bool {
	if past(s) || len(s.Tokens) < 6 || scheduled(s) {
		return false
	}
	from := 0
	for from < len(s.Tokens) && s.Tokens[from].Start < start {
		from++
	}
	who, ok := c.firstParty(s, from)
	if !ok || who.first > from+8 || who.code == "inspectie" {
		return false
	}
	for i := who.last + 1; i < len(s.Tokens) && i < who.last+8; i++ {
		switch t := s.Tokens[i].Lower; {
		case t == "is" || t == "zijn" || t == "heeft" || t == "hebben" || t == "kan" || t == "kunnen" || t == "gaf":
			return false
		case stateVerbs[t]:
			return false
		case t == "voortaan" || t == "zorgt" || t == "zorgen":
			return true
		case i == who.last+1 && (strings.HasSuffix(t, "de") || strings.HasSuffix(t, "te")):
			return false // "De aanbieder meldde": what was done
		case presentVerb(s.Tokens[i]):
			return true
		}
	}
	return false
}

// scheduled reports whether a sentence tells on what day or in what month
// something takes place: "De raad bespreekt dit rapport op 18 maart 2025".
func scheduled(s *prose.Sentence) bool {
	for _, d := range s.Dates() {
		if d.First == 0 || d.Date.Precision == data.Year {
			continue
		}
		if before := s.Tokens[d.First-1].Lower; before == "op" || before == "in" {
			return true
		}
	}
	return false
}

// stateVerbs say what somebody thinks, sees or is, not what he will do.
var stateVerbs = words("herkent herkennen erkent erkennen onderschrijft onderschrijven vindt vinden ziet zien weet weten meent menen " +
	"betreurt betreuren bestaat bestaan staat staan ligt liggen geldt gelden blijkt blijken betekent betekenen dankt danken " +
	"constateert constateren concludeert concluderen oordeelt oordelen waardeert waarderen laten verwacht")

// states reports whether a sentence says in the present tense, in the passive
// or with a verb of duty, how something is done.
func states(s *prose.Sentence, h hits) bool {
	if past(s) || len(s.Tokens) < 6 || h.has(cueNot) || h.has(cueDone) || h.has(cueFollow) || h.has(cueSender) || points[s.Tokens[0].Lower] {
		return false
	}
	for i, t := range s.Tokens {
		switch t.Lower {
		case "wordt", "worden", "krijgt", "krijgen", "hoort", "horen":
			return i > 0
		}
	}
	return false
}

// points are words that open a sentence about the one before it.
var points = words("dit deze dat die hiermee hierdoor daardoor daarmee dergelijke zo op toen als indien hieronder hierna daarin hierin er het")

// presentVerb guesses whether a word is a finite verb of the present: lower
// case, on -t or -en, and no common word of another kind.
func presentVerb(t prose.Token) bool {
	if t.Kind != prose.Word || t.Text != t.Lower || len(t.Lower) < 4 || notVerbs[t.Lower] {
		return false
	}
	return (strings.HasSuffix(t.Lower, "t") || strings.HasSuffix(t.Lower, "en")) && !participle(t.Lower)
}

// participle guesses whether a word is a participle: gestopt, aangepast.
func participle(word string) bool {
	for _, p := range []string{"", "aan", "af", "in", "op", "uit", "toe", "voor", "bij", "over", "mee", "door", "om"} {
		if strings.HasPrefix(word, p+"ge") && len(word) > len(p)+5 && !strings.HasPrefix(word, "geef") && !strings.HasPrefix(word, "geld") {
			return true
		}
	}
	return false
}

var notVerbs = map[string]bool{
	"niet": true, "met": true, "wat": true, "dat": true, "meest": true, "tussen": true, "binnen": true, "buiten": true,
	"tegen": true, "boven": true, "samen": true, "eigen": true, "alleen": true, "kinderen": true, "gezinnen": true,
	"ouders": true, "team": true, "teams": true, "gezin": true, "regio": true, "zonder": true, "eerst": true,
	"over": true, "iedereen": true, "ieder": true, "scholen": true, "bureaus": true, "instellingen": true, "gemeenten": true,
	"organisaties": true, "partijen": true, "jongeren": true, "jeugdigen": true, "mensen": true, "zaken": true, "moeten": true,
}
