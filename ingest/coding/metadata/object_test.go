package metadata

import (
	"testing"

	"rodedraad/data"
	"rodedraad/ingest/coding/prose"
)

// TestCasesStudied reads how many cases a document says it studies.
func TestCasesStudied(t *testing.T) {
	for _, test := range []struct {
		title, text string
		want        int
	}{
		{"Lessen uit twaalf openbare rapporten", "", 12},
		{"Analyse van 71 meldingen", "", 71},
		{"Terugblik", "Wij hebben twee casussen geëvalueerd.", 2},
		{"Terugblik", "In 2012 ontving de inspectie 96 calamiteiten.", 0},
		{"De val van een kind", "De commissie heeft tien rapporten gelezen.", 0},
		{"De val van een kind", "Wij vergeleken de derde zaak met de dossiers.", 0},
		{"Onderzoek in 1998", "", 0},
	} {
		pr := prose.FromPassage(test.text, data.Method)
		f := readFront([]data.Page{{Number: 1, Text: test.title + "\n" + test.text}})
		if got := casesStudied(pr, f, heading{title: test.title}); got != test.want {
			t.Errorf("%q %q: %d, want %d", test.title, test.text, got, test.want)
		}
	}
}

// TestObjectTellsAnalyses tells, among reports by the same makers, those on
// many cases from those on a few.
func TestObjectTellsAnalyses(t *testing.T) {
	c := newCoder(t)
	for _, test := range []struct{ text, want string }{
		{"Bureau Zilver\n\nWat telkens weer gebeurt\nAnalyse van veertig calamiteiten in de jeugdhulp\n\nIn opdracht van de gemeente Rand\n\nmei 2019", "thematische_analyse"},
		{"Bureau Zilver\n\nOnderzoek naar het overlijden van een peuter\n\nIn opdracht van de gemeente Rand\n\nmei 2019", "onafhankelijk_onderzoek"},
		{"Gemeente Rand\nAfdeling Samenleving\n\nTwee casussen, onze lessen\nEvaluatie door de gemeente van haar eigen rol\n\nmei 2019", "evaluatie_gemeente"},
	} {
		if got := code(t, c, test.text).Document.Kind; got != test.want {
			t.Errorf("%q: %s, want %s", test.text, got, test.want)
		}
	}
}

// TestAnalysisHasNoCase drops what an analysis tells of a case, and with it the
// findings that would name a calamity that is not there.
func TestAnalysisHasNoCase(t *testing.T) {
	finding := func(calamity int) data.Finding { return data.Finding{Calamity: calamity, Variable: data.VarTitle} }
	r := &data.Record{Document: data.Document{Kind: "thematische_analyse"}, Calamities: make([]data.Calamity, 2),
		Findings: []data.Finding{finding(0), finding(1), finding(2)}}
	Decide(prose.FromPassage("Twee kinderen overleden. Een kind overleed na een calamiteit.", data.OtherSection), r)
	if len(r.Calamities) != 0 || !r.Document.InCorpus {
		t.Errorf("%d calamities, in corpus %v; want 0, true", len(r.Calamities), r.Document.InCorpus)
	}
	for _, f := range r.Findings {
		if f.Calamity != 0 {
			t.Errorf("finding on calamity %d, want none", f.Calamity)
		}
	}
}
