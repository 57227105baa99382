package threads

import (
	"fmt"
	"slices"
	"strings"

	"rodedraad/data"
	"rodedraad/ingest/coding/prose"
)

// Explanation takes the answer for one code of a document apart: what spoke for
// it and against it, in the same numbers as the answer was made of, and what
// would have made it another.
type Explanation struct {
	Variable   string      `json:"variable"`
	Code       string      `json:"code"`
	Status     data.Status `json:"status"`
	Rule       string      `json:"rule"`        // the indicator that settled the code by itself
	ImpliedBy  string      `json:"implied_by"`  // the sub-code that brought it
	InForce    bool        `json:"in_force"`    // false: another code says the same for the year of the document
	Family     float64     `json:"family"`      // share of the sentences that count that name a child or parent
	FamilyFrom float64     `json:"family_from"` // the share from which the scores of passages are heard
	Sides      []Side      `json:"sides"`       // that it was found, that it went well
	Changes    []Change    `json:"changes"`
}

// Side is what speaks for one status.
type Side struct {
	Status    data.Status `json:"status"`
	LogOdds   float64     `json:"log_odds"`  // of the document: Base and what each number adds
	Threshold float64     `json:"threshold"` // from which the document has the status
	Base      float64     `json:"base"`      // before anything was seen: how common the code is
	Numbers   []Number    `json:"numbers"`
	Passages  []Speaking  `json:"passages"` // strongest first
}

// Margin is how far the document lies above the threshold; negative below it.
func (s *Side) Margin() float64 { return s.LogOdds - s.Threshold }

// Number is one of the numbers that a decision weighs.
type Number struct {
	Name  string  `json:"name"`
	Value float64 `json:"value"`
	Usual float64 `json:"usual"` // its mean in the reports on which the decision was fitted
	Adds  float64 `json:"adds"`  // to the log odds
}

// Speaking is a window of one sentence or two, and how it was read.
type Speaking struct {
	Page       int              `json:"page"`
	Section    data.SectionRole `json:"section"`
	Quote      string           `json:"quote"`
	Score      float64          `json:"score"`      // log odds by its words alone
	Adjusted   float64          `json:"adjusted"`   // after section and polarity
	Weight     float64          `json:"weight"`     // of the section
	Polarity   []string         `json:"polarity"`   // of its sentences: what each does with what it names
	Words      []Spoken         `json:"words"`      // strongest first
	Indicators []string         `json:"indicators"` // of the codebook, found in it
}

// Spoken is a word and what it adds to the score of its window.
type Spoken struct {
	Word string  `json:"word"`
	Adds float64 `json:"adds"`
}

// The kinds of change.
const (
	Without    = "without"     // had the strongest passages not been there
	Repeated   = "repeated"    // had the strongest passage stood there more than once
	Concluding = "conclusions" // had the strongest passage stood in the conclusions
)

// Change is a document that differs a little from the one at hand, coded in the
// same way.
type Change struct {
	Kind   string      `json:"kind"`
	Times  int         `json:"times"` // how many passages, or how often
	Status data.Status `json:"status"`
	Side   data.Status `json:"side"`   // whose strongest passage was changed
	Margin float64     `json:"margin"` // of that side
}

// mostPassages is how many passages an explanation lists for each status.
const mostPassages = 5

// mostWords is how many words are named for each passage.
const mostWords = 6

// mostChanges is how often a passage is taken away or repeated to see whether
// that changes anything.
const mostChanges = 3

// Explain codes a document as [Coder.Code] does and tells how it came to the
// answer for one code.
func (c *Coder) Explain(t *prose.Text, published data.Date, name string) (*Explanation, error) {
	at := c.place(name)
	if at < 0 {
		return nil, fmt.Errorf("threads: there is no code %q", name)
	}
	one := &c.codes[at]
	r := c.read(t)
	defer r.scorer.Close()
	v, all := c.verdicts(r, published)[at], c.weigh(r, published)
	out := &Explanation{
		Variable: one.variable, Code: name, Status: v.status, Rule: v.rule, ImpliedBy: v.implied,
		InForce: c.inForce(one, before2016(published)), Family: r.about, FamilyFrom: aboutFrom,
	}
	for _, status := range []data.Status{data.Present, data.ExplicitlyAbsent} {
		out.Sides = append(out.Sides, c.side(at, all, status, r))
	}
	if out.InForce {
		out.Changes = c.changes(at, v, r, published)
	}
	return out, nil
}

// Codes gives the codes that can be explained, in the order of the codebook.
func (c *Coder) Codes() []string {
	var out []string
	for i := range c.codes {
		out = append(out, c.codes[i].Code.Code)
	}
	return out
}

func before2016(published data.Date) bool { return published.Known() && published.Year < frameYear }

// side tells what speaks for a status, number by number and passage by passage.
func (c *Coder) side(at int, all []odds, status data.Status, r *reading) Side {
	one, d, seen := &c.codes[at], c.decision(status), &all[at]
	name, which := one.Code.Code, side(status)
	s := Side{Status: status, LogOdds: seen.total[which], Threshold: d.From[Group(name)], Base: d.Bias + d.Codes[name]}
	if status == data.Present {
		s.Threshold += one.Threshold
	}
	for i, x := range seen.observed[which] {
		s.Numbers = append(s.Numbers, Number{
			Name: ObservationNames[i], Value: x, Usual: d.Mean[i], Adds: d.Weights[i] * (x - d.Mean[i]) / d.Scale[i],
		})
	}
	if status == data.Present && seen.sub >= 0 {
		s.withSub(d.Thread, c.codes[seen.sub].Code.Code, all[seen.sub].own[0])
	}
	own, _ := one.outputs(status)
	for _, w := range best(r.windows, r.values(own, side(status)), mostPassages) {
		if p, ok := c.speaking(one, w, own, status, r); ok {
			s.Passages = append(s.Passages, p)
		}
	}
	return s
}

// withSub scales the numbers of a red thread to what they count beside its
// likeliest sub-code, and adds that one.
func (s *Side) withSub(t Thread, name string, odds float64) {
	s.Base = t.Base + t.Own*s.Base
	for i := range s.Numbers {
		s.Numbers[i].Adds *= t.Own
	}
	s.Numbers = append(s.Numbers, Number{Name: "deelcode " + name, Value: odds, Adds: t.Sub * odds})
}

// speaking describes a window; ok is false when nothing of it stands on a page.
func (c *Coder) speaking(one *code, w scored, output int, status data.Status, r *reading) (Speaking, bool) {
	e, _, ok := c.quote(w, output, r)
	p := Speaking{
		Page: e.Page, Section: r.text.Sentences[w.first].Section(), Quote: e.Quote, Weight: r.weights[w.first],
		Score: float64(r.scores[w.number][output]), Adjusted: w.score,
	}
	unit := c.model.Unit(r.sums[w.first:w.last+1], output)
	for i := w.first; i <= w.last; i++ {
		s := &r.text.Sentences[i]
		p.Polarity = append(p.Polarity, r.polarity[i].String())
		for _, word := range r.scorer.Explain(s, output, mostWords) {
			p.Words = append(p.Words, Spoken{strings.ToLower(s.Tokens[word.Token].Text), float64(word.Weight) * unit})
		}
		for _, h := range r.hits[i] {
			if h.code == one.Code.Code && h.Status == status && !slices.Contains(p.Indicators, h.Pattern) {
				p.Indicators = append(p.Indicators, h.Pattern)
			}
		}
	}
	slices.SortStableFunc(p.Words, func(a, b Spoken) int {
		switch {
		case a.Adds > b.Adds:
			return -1
		case a.Adds < b.Adds:
			return 1
		}
		return 0
	})
	p.Words = p.Words[:min(mostWords, len(p.Words))]
	return p, ok
}
