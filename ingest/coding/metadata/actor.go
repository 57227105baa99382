package metadata

import "rodedraad/ingest/coding/prose"

// actors are the words by which a report calls its own maker, with the kind of
// report that such a maker writes.
var actors = map[string]string{
	"inspectie": "inspectierapport", "inspecties": "inspectierapport", "toezichthouder": "inspectierapport",
	"commissie": "onafhankelijk_onderzoek", "onderzoekscommissie": "onafhankelijk_onderzoek", "onderzoekers": "onafhankelijk_onderzoek",
	"onderzoeksteam": "onafhankelijk_onderzoek", "reviewteam": "onafhankelijk_onderzoek", "ombudsman": "onafhankelijk_onderzoek",
	"kinderombudsman": "onafhankelijk_onderzoek", "evaluatiecommissie": "onafhankelijk_onderzoek", "rekenkamer": "onafhankelijk_onderzoek",
	"auditteam": "evaluatie_gemeente",
}

// judging are verbs of who writes a report: others do and say things in it,
// only its maker concludes and recommends.
var judging = map[string]bool{
	"constateert": true, "constateren": true, "concludeert": true, "concluderen": true, "oordeelt": true, "oordelen": true,
	"beveelt": true, "bevelen": true, "adviseert": true, "adviseren": true, "stelt": true, "stellen": true, "vindt": true, "vinden": true,
	"acht": true, "achten": true, "sprak": true, "spraken": true, "onderzocht": true, "onderzochten": true, "beoordeelt": true, "beoordelen": true,
	"vroeg": true, "las": true, "lazen": true, "kreeg": true, "doet": true, "ziet": true, "zien": true, "merkt": true,
}

// enoughActs is how often a maker must act to be believed, actWeight how much
// that adds to its kind.
const (
	enoughActs = 3
	actWeight  = 3.0
)

// maker gives the kind of report whose maker acts most in the text: "de
// commissie constateert". It is "" when nobody acts often or two act as often.
func maker(t *prose.Text) string {
	acts := map[string]int{}
	for i := range t.Sentences {
		words := t.Sentences[i].Tokens
		for k := 0; k+1 < len(words); k++ {
			if kind, ok := actors[words[k].Lower]; ok && (judging[words[k+1].Lower] || k > 0 && judging[words[k-1].Lower]) ||
				ok && k > 1 && judging[words[k-2].Lower] {
				acts[kind]++
			}
		}
	}
	best, second := "", 0
	for _, kind := range kindOrder {
		switch n := acts[kind]; {
		case n > acts[best]:
			best, second = kind, acts[best]
		case n > second:
			second = n
		}
	}
	if acts[best] < enoughActs || acts[best] < 2*second {
		return ""
	}
	return best
}
