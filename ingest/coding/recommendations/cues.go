package recommendations

import (
	"slices"
	"strings"

	"rodedraad/ingest/coding/match"
	"rodedraad/ingest/coding/prose"
)

// cue is a way in which a sentence can speak for or against being a
// recommendation; its words are the codebook's concept of that name.
type cue string

const (
	cueSender  cue = "afzender"
	cueAsks    cue = "vraagt"
	cueAsked   cue = "gevraagd"
	cueMust    cue = "moet"
	cueMeasure cue = "maatregel"
	cueFollow  cue = "vervolg"
	cueSignal  cue = "signaal"
	cueImprove cue = "verbeterpunt"
	cueCommand cue = "gebiedend"
	cueNoun    cue = "geen_gebod"
	cueNot     cue = "geen_aanbeveling"
	cueHeading cue = "kop"
	cueLabel   cue = "etiket"
	cueIntent  cue = "voornemen"
	cueDone    cue = "gedaan"
)

var cueNames = []cue{cueSender, cueAsks, cueAsked, cueMust, cueMeasure, cueFollow, cueSignal, cueImprove,
	cueCommand, cueNoun, cueNot, cueHeading, cueLabel, cueIntent, cueDone}

// hits are the places of each cue in a sentence.
type hits map[cue][]match.Hit

func (h hits) has(c cue) bool { return len(h[c]) > 0 }

// pastForms are finite verbs of the past: a sentence with one tells what
// happened.
var pastForms = map[string]bool{}

func init() {
	for _, w := range []string{"was", "waren", "werd", "werden", "had", "hadden", "bleek", "bleken", "kwam", "kwamen",
		"ging", "gingen", "deed", "deden", "stond", "stonden", "wist", "wisten", "zag", "zagen", "kreeg", "kregen",
		"bleef", "bleven", "gaf", "gaven", "vond", "vonden", "dacht", "dachten", "sprak", "spraken", "nam", "namen",
		"ontbrak", "ontbraken", "vroeg", "vroegen", "belde", "meldde", "stelde", "maakte", "maakten", "liet", "lieten",
		"lag", "lagen", "ontving", "ontvingen", "hield", "hielden", "kon", "konden", "wilde", "wilden", "moest",
		"moesten", "zei", "zeiden", "leidde", "bestond", "begon", "overleed", "woonde", "speelde",
		"zocht", "zochten", "las", "lazen", "riep", "riepen", "schreef", "schreven", "sloot", "sloten", "bracht", "brachten",
		"vertrok", "vertrokken", "droeg", "droegen", "trof", "troffen", "koos", "kozen", "viel", "vielen", "rekende", "rekenden"} {
		pastForms[w] = true
	}
}

// past reports whether the sentence tells what happened. Verbs on -eren have a
// past that nothing else looks like: informeerde, evalueerden.
func past(s *prose.Sentence) bool {
	return slices.ContainsFunc(s.Tokens, func(t prose.Token) bool {
		return pastForms[t.Lower] || len(t.Lower) > 6 && (strings.HasSuffix(t.Lower, "eerde") || strings.HasSuffix(t.Lower, "eerden")) && finite(s, t)
	})
}

// finite reports whether no article stands before a word on -eerde, so that it
// is a verb and not "de geïnformeerde ouders".
func finite(s *prose.Sentence, t prose.Token) bool {
	for i := range s.Tokens {
		if s.Tokens[i].Start == t.Start {
			return i > 0 && !articles[s.Tokens[i-1].Lower] && !strings.HasPrefix(t.Lower, "ge")
		}
	}
	return false
}

var articles = map[string]bool{"de": true, "het": true, "een": true, "dit": true, "die": true, "deze": true, "van": true, "met": true}
