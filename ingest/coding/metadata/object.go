package metadata

import (
	"rodedraad/ingest/coding/prose"
)

// What is studied tells an analysis from an inquiry, whoever made it: many
// cases, or the reports on them, are looked at for what they share; one, two or
// three are looked into.

// manyCases is from how many cases on a report is about what they share.
const manyCases = 4

// mostCases bounds what is read as a number of cases: more are a year, or the
// notifications of a country.
const mostCases = 1000

// caseWords are plurals of what an analysis studies. reportWords count only in
// a title: every inquiry reads reports.
var (
	caseWords = map[string]bool{"calamiteiten": true, "zaken": true, "casussen": true, "casus": true, "voorvallen": true, "sterfgevallen": true,
		"gevallen": true, "incidenten": true, "suicides": true, "zelfdodingen": true, "gezinnen": true, "gezinsdramas": true, "gebeurtenissen": true,
		"overlijdens": true, "calamiteitenrapporten": true, "calamiteitenonderzoeken": true, "casusonderzoeken": true, "inspectierapporten": true,
		"calamiteitenrapportages": true, "casusevaluaties": true, "calamiteitsonderzoeken": true, "onderzoeksrapporten": true}
	reportWords = map[string]bool{"rapporten": true, "onderzoeken": true, "evaluaties": true, "meldingen": true, "dossiers": true, "rapportages": true, "reconstructies": true}
	studied     = []string{"analys", "geanalyseerd", "vergele", "vergelijk", "naast elkaar", "herlezen", "doorgelicht", "bestudeer", "bundel", "samengebracht", "bekeken", "gelezen", "lazen", "teruggekeken", "terugkijk", "geevalueerd", "evaluatie van"}
)

// casesStudied gives how many cases a document says it studies: in its title, or
// in a sentence that introduces it; 0 when it does not say.
func casesStudied(t *prose.Text, f front, h heading) int {
	text := h.title + " \n" + h.subtitle
	if n := casesIn(&prose.Sentence{Text: text, Tokens: prose.Tokens(text, 0)}, true); n > 0 {
		return n
	}
	for i := range t.Sentences {
		s := &t.Sentences[i]
		if !introduces(s, f) || !cueIn(prose.Fold(s.Text), studied) {
			continue
		}
		if n := casesIn(s, false); n > 0 {
			return n
		}
	}
	return 0
}

// casesIn reads "twaalf openbare rapporten": a number and, at most two words
// behind it, what is counted.
func casesIn(s *prose.Sentence, reports bool) int {
	for _, n := range s.Numbers() {
		v, whole := n.Int()
		if !whole || n.Ordinal || v < 2 || v > mostCases {
			continue
		}
		for _, w := range s.Tokens[n.Last+1 : min(n.Last+4, len(s.Tokens))] {
			if w.Kind != prose.Word {
				break
			}
			if caseWords[w.Lower] || reports && reportWords[w.Lower] {
				return int(v)
			}
		}
	}
	return 0
}

// weighObject changes the scores by how many cases are studied. A municipality
// that looks back on two of its own cases evaluates; who analyses many, inquires
// into none. News of an analysis names its number too.
func (o *observation) weighObject(cases int, title string, inspected bool) {
	switch {
	case cases == 0 && cueIn(prose.Fold(title), oneCase):
		o.times(shortReport, "thematische_analyse")
	case inspected || cases == 0 || o.signs["rubriek"] || o.signs["over een rapport"]:
	case cases >= manyCases:
		o.scores["thematische_analyse"] += severalWeight
		o.times(shortReport, "onafhankelijk_onderzoek", "evaluatie_gemeente")
	case o.signs["gemeente"] || o.signs["zelf geschreven"]:
		o.times(shortReport, "thematische_analyse")
	}
}

// severalWeight is what a number of cases adds to the analyses.
const severalWeight = 2

// oneCase are the words of a title that has a case of its own.
var oneCase = []string{"overlijden van een ", "dood van een ", "suicide van een ", "zelfdoding van een ", "een calamiteit", "casusonderzoek naar"}
