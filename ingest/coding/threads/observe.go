package threads

import (
	"slices"

	"rodedraad/data"
	"rodedraad/ingest/coding/polarity"
	"rodedraad/ingest/coding/prose"
)

// Observation is what a document shows of one code and status, as numbers that
// [Decision] weighs. They are few and mean the same for every code, since what
// is fitted closely to the reports at hand does not carry over to other writers.
type Observation [observed]float64

// The numbers of an observation. Scores are log odds, adjusted for section and
// polarity; a window's share is its score against those of all other codes, so
// that a sentence that says something else louder counts for less.
const (
	firstScore = iota
	secondScore
	firstShare
	otherStatus // best score of the opposite status
	indicators  // sum of the best indicators' weights
	observed
)

// ObservationNames name the numbers of an observation, in their order.
var ObservationNames = [observed]string{
	"beste venster", "tweede venster", "aandeel", "andere status", "indicatoren",
}

// floor stands for a score where there is no window.
const floor = -6.0

// scored is a window with its score for one output.
type scored struct {
	window
	score float64
}

// best gives the best windows by their values that do not overlap, best first.
func best(windows []window, values []float64, count int) []scored {
	out := make([]scored, 0, count)
	for len(out) < count {
		top := -1
		for i, w := range windows {
			if values[i] > floor && (top < 0 || values[i] > values[top]) && !overlaps(out, w) {
				top = i
			}
		}
		if top < 0 {
			break
		}
		out = append(out, scored{windows[top], values[top]})
	}
	return out
}

func overlaps(list []scored, w window) bool {
	return slices.ContainsFunc(list, func(o scored) bool { return w.first <= o.last && o.first <= w.last })
}

// outputs are those of a code's status, and of the opposite one.
func (one *code) outputs(status data.Status) (own, other int) {
	if status == data.ExplicitlyAbsent {
		return one.absent, one.present
	}
	return one.present, one.absent
}

// observe looks at a document for one code and status.
func (c *Coder) observe(r *reading, one *code, status data.Status) (o Observation) {
	own, other := one.outputs(status)
	values := r.values(own, side(status))
	o[firstScore], o[secondScore], o[firstShare], o[otherStatus] = floor, floor, floor, floor
	for i, w := range best(r.windows, values, 2) {
		o[i] = w.score
	}
	totals, away := r.totals[side(status)], r.adjusts[1-side(status)]
	for i, x := range values {
		o[firstShare] = max(o[firstShare], x-totals[i])
		o[otherStatus] = max(o[otherStatus], float64(r.scores[i][other])+away[i])
	}
	o[indicators] = min(3, r.indicated(one.Code.Code, status))
	return o
}

// values gives the adjusted scores of all windows for an output, until it is
// asked again.
func (r *reading) values(output, side int) []float64 {
	r.buf = r.buf[:0]
	for i, x := range r.adjusts[side] {
		r.buf = append(r.buf, float64(r.scores[i][output])+x)
	}
	return r.buf
}

// windowsFor gives the windows that say a code's status best.
func (r *reading) windowsFor(one *code, status data.Status) []scored {
	own, _ := one.outputs(status)
	return best(r.windows, r.values(own, side(status)), maxEvidence)
}

// penalties are what a polarity takes off the score of a finding, or adds to
// that of praise, in log odds.
var penalties = [...][2]float64{
	polarity.Asks:        {-2, -2},
	polarity.Recommends:  {-1.5, -1.5},
	polarity.Plans:       {-1, -1},
	polarity.Prescribes:  {-1, -1},
	polarity.Generalises: {-1, -1},
	polarity.Doubts:      {-0.3, -0.5},
	polarity.Denies:      {-0.7, 0.5},
	polarity.Praises:     {-0.5, 0.3},
}

// side is the place of a status in what is kept for both.
func side(status data.Status) int {
	if status == data.ExplicitlyAbsent {
		return 1
	}
	return 0
}

// indicated sums the weights of the indicators of a code, each sentence's
// strongest, times its section's weight.
func (r *reading) indicated(code string, status data.Status) float64 {
	sum := 0.0
	for i, hits := range r.hits {
		top := 0.0
		for _, h := range hits {
			if h.code == code && h.Status == status && penalties[r.polarity[i]][0] > -1 {
				top = max(top, h.Weight)
			}
		}
		sum += top * r.weights[i]
	}
	return sum
}

// Observed is an observation with what it is of.
type Observed struct {
	Code        string
	Status      data.Status
	Observation Observation
}

// Observe gives the observations of a document for every code in force, from
// which the weights of [Decision] are fitted.
func (c *Coder) Observe(t *prose.Text, before2016 bool) []Observed {
	r := c.read(t)
	defer r.scorer.Close()
	var out []Observed
	for i := range c.codes {
		if !c.inForce(&c.codes[i], before2016) {
			continue
		}
		for _, status := range []data.Status{data.Present, data.ExplicitlyAbsent} {
			out = append(out, Observed{c.codes[i].Code.Code, status, c.observe(r, &c.codes[i], status)})
		}
	}
	return out
}
