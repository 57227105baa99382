package recommendations

import (
	"fmt"
	"strconv"
	"strings"

	"rodedraad/data"
	"rodedraad/ingest/coding/match"
	"rodedraad/ingest/coding/prose"
	"rodedraad/ingest/coding/sectors"
)

// Name is the name under which this coder's findings are stored.
const Name = "aanbevelingen"

// Coder codes the recommendations of a document.
type Coder struct {
	variable *data.Variable
	cues     match.Cues[cue]
	parties  *parties
	national *match.Set
}

// New gives a coder for the codebook's variable aanbeveling.
func New(book *data.Codebook) (*Coder, error) {
	variable, levels := book.Variable(data.VarRecommendation), book.Variable("aanbeveling_niveau")
	if variable == nil || levels == nil {
		return nil, fmt.Errorf("recommendations: the codebook lacks variable %q or its level", data.VarRecommendation)
	}
	c := &Coder{variable: variable}
	var err error
	if c.cues, err = match.NewCues(variable, cueNames); err != nil {
		return nil, err
	}
	if c.parties, err = newParties(book, variable); err != nil {
		return nil, err
	}
	var rules []match.Rule
	for _, i := range levels.Code("systeem").Indicators {
		rules = append(rules, match.Rule{Pattern: i.Pattern})
	}
	if c.national, err = match.Compile(rules); err != nil {
		return nil, fmt.Errorf("codebook %s: %w", levels.File(), err)
	}
	return c, nil
}

// found is a recommendation with where it stands.
type found struct {
	passage   *data.Passage
	sentence  *prose.Sentence
	from, to  int
	rule      string
	addressee string
	form      string
	certain   data.Certainty
	inZone    bool
}

// Code adds the recommendations of a document, and a finding for each.
func (c *Coder) Code(t *prose.Text, r *data.Record) {
	if !sectors.HasCase(t, r) {
		return
	}
	w := &walk{coder: c, council: municipal(t, r.Document.Kind)}
	for i := 0; i < len(t.Sentences); {
		j := i
		for j < len(t.Sentences) && t.Sentences[j].Passage == t.Sentences[i].Passage {
			j++
		}
		if t.Sentences[i].Passage.Kind == data.Heading {
			w.listed = c.mostlyAsked(t.Sentences[j:])
			w.asking = !w.listed && len(r.Calamities) > 0 && c.asksThroughout(t.Sentences[j:])
		}
		w.passage(t.Sentences[i:j], j < len(t.Sentences) && t.Sentences[j].Passage.Kind == data.ListItem)
		i = j
	}
	for _, f := range w.chosen() {
		c.store(t, r, f)
	}
}

// chosen leaves out what a summary repeats, what is said twice, and what a
// chapter on the follow-up adds where another chapter has the recommendations.
// How the inspectorate will follow them is a measure where hardly anything else
// is asked, and procedure where there are recommendations to follow.
func (w *walk) chosen() []found {
	zone, firm := false, map[string]bool{}
	for _, f := range w.found {
		zone = zone || f.inZone
		if f.rule == "list item" || f.rule == "command" || f.rule == "label" || f.rule == "sender asks" {
			firm[chapter(f)] = true
		}
	}
	lessons := w.lessonsOnly()
	few := len(w.found)-count(w.found, "follow-up") < 2
	seen := map[string]bool{}
	var out []found
	for _, f := range w.found {
		section := f.passage.Section
		key := strings.ToLower(f.passage.Text[f.from:f.to]) + "|" + f.addressee
		if seen[key] || zone && !f.inZone && (section == data.Summary || section == data.Findings || f.rule == "duty") {
			continue
		}
		if f.rule == "follow-up" && !few && f.passage.Kind != data.ListItem {
			continue
		}
		if lessons[chapter(f)] && f.rule == "list item" {
			continue
		}
		if f.rule != "list item" && !f.inZone && len(firm) > 0 && !firm[chapter(f)] {
			continue
		}
		seen[key] = true
		out = append(out, f)
	}
	return out
}

// lessonsOnly gives the chapters of lessons beside a chapter in which somebody
// is asked something: what is learned there tells of the case.
func (w *walk) lessonsOnly() map[string]bool {
	asked := map[string]int{}
	for _, f := range w.found {
		if f.rule != "list item" {
			asked[chapter(f)]++
		}
	}
	out := map[string]bool{}
	for _, f := range w.found {
		own := chapter(f)
		if asked[own] > 0 || !learns(own) {
			continue
		}
		for other, n := range asked {
			out[own] = out[own] || other != own && n > 1
		}
	}
	return out
}

// learns reports whether a heading is about what is learned.
func learns(heading string) bool {
	text := strings.ToLower(heading)
	return strings.Contains(text, "leren") || strings.Contains(text, "lessen") || strings.Contains(text, "geleerd")
}

func count(list []found, rule string) int {
	n := 0
	for _, f := range list {
		if f.rule == rule {
			n++
		}
	}
	return n
}

// chapter is the first heading above a recommendation.
func chapter(f found) string {
	first, _, _ := strings.Cut(f.passage.HeadingPath, " > ")
	return first
}

// store adds one recommendation and the finding that backs it.
func (c *Coder) store(t *prose.Text, r *data.Record, f found) {
	e, ok := t.Quote(f.passage, f.from, f.to)
	if !ok {
		return
	}
	text := strings.TrimSpace(f.passage.Text[f.from:f.to])
	number := len(r.Recommendations) + 1
	national := f.sentence != nil && len(c.national.Find(f.sentence)) > 0
	r.Recommendations = append(r.Recommendations, data.Recommendation{
		Number: number, Page: e.Page, Text: text, Addressee: f.addressee, Form: f.form,
		Level: level(f.addressee, text, national), Deadline: deadline(text),
	})
	r.Findings = append(r.Findings, data.Finding{
		Variable: data.VarRecommendation, Code: f.addressee, Value: strconv.Itoa(number), Status: data.Present,
		Certainty: f.certain, Coder: Name, Rule: f.rule, Evidence: []data.Evidence{e},
		Reason: fmt.Sprintf("%s, p. %d: %s, gericht aan %s", f.passage.Section, e.Page, ruleText[f.rule], c.variable.Code(f.addressee).Label.NL),
	})
}

// ruleText says the rules in a reader's words.
var ruleText = map[string]string{
	"list item": "lijstitem onder aanbevelingen", "sender asks": "de afzender vraagt het", "is asked": "wordt gevraagd",
	"measure": "opgelegde of aangekondigde maatregel", "follow-up": "aangekondigd vervolg", "command": "gebiedende wijs", "duty": "moet of dient",
	"label": "aangeduid als aanbeveling", "intent": "voornemen", "signal": "signaal aan een ander", "new practice": "nieuwe werkwijze",
}
