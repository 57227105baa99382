package metadata

import (
	"fmt"
	"slices"
	"strings"

	"rodedraad/data"
	"rodedraad/ingest/coding/prose"
)

// reporting kinds report on an investigation or evaluation by their nature;
// letters do when they give a judgement on a case.
var reporting = map[string]bool{
	"inspectierapport": true, "zakelijke_weergave": true, "evaluatie_gemeente": true,
	"onafhankelijk_onderzoek": true, "thematische_analyse": true,
}

// Decide says whether a document belongs to the corpus: whether it itself
// reports on the investigation or evaluation of one or more calamities. It is
// called when the calamities are known, and says why.
func Decide(t *prose.Text, r *data.Record) {
	d := &r.Document
	if d.Kind == "thematische_analyse" {
		dropCases(r)
	}
	n := len(r.Calamities)
	switch {
	case reporting[d.Kind] && n > 0 && !ofChildren(t):
		d.CorpusReason = label(d.Kind) + " die niet over kinderen of gezinnen gaat"
	case reporting[d.Kind] && n > 0:
		d.InCorpus, d.CorpusReason = true, fmt.Sprintf("%s over %s", label(d.Kind), calamities(n))
	case d.Kind == "thematische_analyse" && aboutCalamities(d.Title, t):
		d.InCorpus, d.CorpusReason = true, "thematische analyse van calamiteiten, zonder eigen zaak"
	case d.Kind == "brief" && n > 0 && judges(r) && !noCalamity(t):
		d.InCorpus, d.CorpusReason = true, "brief met een oordeel over "+calamities(n)
	case reporting[d.Kind]:
		d.CorpusReason = label(d.Kind) + " zonder calamiteit"
	default:
		d.CorpusReason = outside[d.Kind]
	}
	status, code := data.ExplicitlyAbsent, "nee"
	if d.InCorpus {
		status, code = data.Present, "ja"
	}
	quote, ok := kindQuote(r)
	if !ok {
		status = data.NotMentioned
	}
	f := data.Finding{Variable: data.VarCorpus, Code: code, Status: status, Certainty: data.Medium, Coder: coderName,
		Rule: "soort en zaken", Reason: d.CorpusReason}
	if ok {
		f.Evidence = []data.Evidence{quote}
	}
	r.Findings = append(r.Findings, f)
}

// dropCases takes the calamities from a document that by its nature has none of
// its own, with the findings on them: what it tells of a case is told elsewhere.
func dropCases(r *data.Record) {
	r.Calamities = nil
	r.Findings = slices.DeleteFunc(r.Findings, func(f data.Finding) bool { return f.Calamity > 0 })
}

// outside says why the other kinds stay out.
var outside = map[string]string{
	"brief":            "brief die zelf niet over een calamiteit oordeelt: biedt een stuk aan, antwoordt of reageert",
	"jaarbericht":      "jaarbericht: telt meldingen en onderzoeken, doet er zelf geen verslag van",
	"handreiking":      "handreiking: zegt wat te doen, doet geen verslag van een onderzoek",
	"nieuwsbericht":    "nieuwsbericht: gaat over een onderzoek of gebeurtenis, is zelf geen onderzoek",
	"wetenschappelijk": "wetenschappelijk werk: onderzoekt geen eigen zaak",
	"overig":           "geen rapport, evaluatie of oordeel over een calamiteit",
}

// judges reports whether a letter's sender is an inspectorate: who forwards a
// report or reacts to one tells of the same calamity and judges nothing.
func judges(r *data.Record) bool {
	return slices.ContainsFunc(r.Organisations, func(o data.DocumentOrganisation) bool { return o.Role == author })
}

// noCalamity reports whether a letter says that the event was no calamity.
func noCalamity(t *prose.Text) bool {
	for i := range t.Sentences {
		if cueIn(prose.Fold(t.Sentences[i].Text), []string{"geen calamiteit", "niet om een calamiteit", "geen sprake van een calamiteit",
			"calamiteit als bedoeld in de wet is geen", "niet aan de definitie van een calamiteit", "niet als calamiteit"}) {
			return true
		}
	}
	return false
}

func calamities(n int) string {
	if n == 1 {
		return "een calamiteit"
	}
	return fmt.Sprintf("%d calamiteiten", n)
}

func label(kind string) string { return strings.ReplaceAll(kind, "_", " ") }

// kindQuote gives the evidence on which the kind rests.
func kindQuote(r *data.Record) (data.Evidence, bool) {
	for _, f := range r.Findings {
		if (f.Variable == data.VarKind || f.Variable == data.VarTitle) && len(f.Evidence) > 0 {
			return f.Evidence[0], true
		}
	}
	return data.Evidence{}, false
}

// aboutCalamities reports whether a thematic analysis is about calamities: the
// word families of harm stand in its title or more than once in its text.
func aboutCalamities(title string, t *prose.Text) bool {
	if harm(prose.Fold(title)) {
		return true
	}
	n := 0
	for i := range t.Sentences {
		if harm(prose.Fold(t.Sentences[i].Text)) {
			n++
		}
		if n >= 2 {
			return true
		}
	}
	return false
}

// fewestChildren is in how many sentences a report on a calamity in the youth
// domain speaks of children or their families, at least.
const fewestChildren = 2

// ofChildren reports whether a text is about children, young people or their
// families. A legal opinion may have harm and an inquiry, and no child.
func ofChildren(t *prose.Text) bool {
	n := 0
	for i := range t.Sentences {
		if cueIn(prose.Fold(t.Sentences[i].Text), []string{"kind", "jeugd", "jongere", "jongen", "meisje", "baby", "peuter", "kleuter", "gezin",
			"moeder", "vader", "minderjarig", "leerling", "zuigeling", "dochter", "zoon", "jongvolwassene", "tiener"}) {
			n++
		}
		if n >= fewestChildren {
			return true
		}
	}
	return false
}

func harm(lower string) bool {
	return cueIn(lower, []string{"calamiteit", "overleden", "overlijden", "fatale", "suicide", "zelfdoding", "gedode", "dodelijk",
		"voorvallen", "casusonderzoeken", "mishandelde en", "overlijdens", "overleed", "gewond", "om het leven"})
}
