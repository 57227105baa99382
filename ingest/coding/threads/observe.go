package threads

import (
	"math"
	"slices"

	"rodedraad/data"
	"rodedraad/ingest/coding/polarity"
	"rodedraad/ingest/coding/prose"
)

// Observation is what a document shows of one code and status, as numbers that
// [Decision] weighs.
type Observation [observed]float64

// The numbers of an observation. Scores are log odds, adjusted for section and
// polarity; a window's share is its score against those of all other codes, so
// that a sentence that says something else louder counts for less.
const (
	firstScore = iota
	secondScore
	thirdScore
	firstShare
	secondShare
	rank // of the code among all codes in its best window, logarithmic
	praise
	finding
	otherStatus // best score of the opposite status
	indicators  // sum of the best indicators' weights
	length      // of the document, logarithmic
	usual       // what an eighth of the sentences reach
	observed
)

// ObservationNames name the numbers of an observation, in their order.
var ObservationNames = [observed]string{
	"beste venster", "tweede venster", "derde venster", "aandeel", "tweede aandeel", "rang",
	"lof", "bevinding", "andere status", "indicatoren", "lengte", "gewoon",
}

// floor stands for a score where there is no window.
const floor = -6.0

// most is how many windows are looked for; the evidence comes from them.
const most = maxEvidence

// scored is a window with its score for one output.
type scored struct {
	window
	score float64
}

// best gives the best windows by a score that do not overlap, best first.
func best(windows []window, score func(i int) float64, count int) []scored {
	var out []scored
	values := make([]float64, len(windows))
	for i := range windows {
		values[i] = score(i)
	}
	for len(out) < count {
		top := -1
		for i, w := range windows {
			if (top < 0 || values[i] > values[top]) && values[i] > floor && !overlaps(out, w) {
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

// observe looks at a document for one code and status.
func (c *Coder) observe(r *reading, one *code, status data.Status) (o Observation, windows []scored) {
	own, other, rivals := one.present, one.absent, c.presents
	if status == data.ExplicitlyAbsent {
		own, other, rivals = one.absent, one.present, c.absents
	}
	score := func(i int) float64 { return float64(r.scores[i][own]) + r.adjust(i, status) }
	windows = best(r.windows, score, most)
	shares := best(r.windows, func(i int) float64 { return score(i) - r.total(i, status) }, 2)
	others := best(r.windows, func(i int) float64 { return float64(r.scores[i][other]) + r.adjust(i, opposite(status)) }, 1)
	for i, list := range [][]scored{windows, windows, windows, shares, shares} {
		o[i] = floor
		if at := []int{0, 1, 2, 0, 1}[i]; at < len(list) {
			o[i] = list[at].score
		}
	}
	o[otherStatus] = floor
	if len(others) > 0 {
		o[otherStatus] = others[0].score
	}
	o[rank] = math.Log(float64(1 + len(rivals)))
	if len(windows) > 0 {
		top := r.scores[windows[0].number]
		above := 0
		for _, rival := range rivals {
			if top[rival] > top[own] {
				above++
			}
		}
		o[rank], o[praise], o[finding] = math.Log(float64(1+above)), float64(top[c.praiseOut]), float64(top[c.findingOut])
	}
	o[indicators] = min(3, r.indicated(one.Code.Code, status))
	o[length] = math.Log(float64(1 + len(r.windows)))
	o[usual] = r.usual(own)
	return o, windows
}

func opposite(status data.Status) data.Status {
	if status == data.Present {
		return data.ExplicitlyAbsent
	}
	return data.Present
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

// adjust is what a window's section and polarity do to its score.
func (r *reading) adjust(i int, status data.Status) float64 {
	return r.adjusts[side(status)][i]
}

// side is the place of a status in what is kept for both.
func side(status data.Status) int {
	if status == data.ExplicitlyAbsent {
		return 1
	}
	return 0
}

// usual is the score that an eighth of a document's sentences reach: in some
// documents every sentence sounds like a finding.
func (r *reading) usual(output int) float64 {
	var list []float64
	for i, w := range r.windows {
		if w.first == w.last {
			list = append(list, float64(r.scores[i][output])+math.Log(r.weights[w.first]))
		}
	}
	if len(list) == 0 {
		return floor
	}
	slices.Sort(list)
	return list[len(list)-1-len(list)/8]
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
			o, _ := c.observe(r, &c.codes[i], status)
			out = append(out, Observed{c.codes[i].Code.Code, status, o})
		}
	}
	return out
}
