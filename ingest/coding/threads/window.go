package threads

import (
	"math"
	"slices"

	"rodedraad/data"
	"rodedraad/ingest/coding/classifier"
	"rodedraad/ingest/coding/prose"
)

// window is one sentence or two in a row of one passage.
type window struct {
	first, last int // places in reading.sentences
	weight      float64
}

// reading is a document as scored.
type reading struct {
	text    *prose.Text
	scorer  *classifier.Scorer
	sums    []classifier.Sum // by sentence; empty where a sentence does not count
	windows []window
}

// read scores the sentences that count and lists the windows.
func (c *Coder) read(t *prose.Text) *reading {
	r := &reading{text: t, scorer: c.model.Scorer(), sums: make([]classifier.Sum, len(t.Sentences))}
	for i := range t.Sentences {
		s := &t.Sentences[i]
		weight := c.weight(s)
		if weight <= 0 {
			continue
		}
		r.sums[i] = r.scorer.Sentence(s)
		r.windows = append(r.windows, window{i, i, weight})
		if i > 0 && r.sums[i-1].Scores != nil && t.Sentences[i-1].Passage == s.Passage {
			r.windows = append(r.windows, window{i - 1, i, weight})
		}
	}
	return r
}

// weight is that of a sentence's section; 0 leaves the sentence out.
func (c *Coder) weight(s *prose.Sentence) float64 {
	switch s.Passage.Kind {
	case data.Heading, data.Title, data.Caption:
		return 0
	}
	return c.variables[0].Sections[string(s.Section())]
}

// scored is a window with its score for one output.
type scored struct {
	window
	score float64
}

// The best windows count by these shares; a document with fewer gets floor for
// the rest.
var shares = []float64{0.6, 0.4}

const floor = -5.0

// best gives the best windows for an output that do not overlap, best first.
// The section's weight, as log odds, is part of the score.
func (c *Coder) best(r *reading, output int) []scored {
	var all []scored
	for _, w := range r.windows {
		score := c.model.LogOdds(r.sums[w.first:w.last+1], output) + math.Log(w.weight)
		if score > floor {
			all = append(all, scored{w, score})
		}
	}
	slices.SortStableFunc(all, func(a, b scored) int {
		switch {
		case a.score > b.score:
			return -1
		case a.score < b.score:
			return 1
		}
		return a.first - b.first
	})
	var out []scored
	for _, w := range all {
		if !slices.ContainsFunc(out, func(o scored) bool { return w.first <= o.last && o.first <= w.last }) {
			out = append(out, w)
		}
		if len(out) == maxEvidence {
			break
		}
	}
	return out
}

// overall is the score of a document from its best windows.
func overall(list []scored) float64 {
	sum := 0.0
	for i, share := range shares {
		if i < len(list) {
			sum += share * list[i].score
		} else {
			sum += share * floor
		}
	}
	return sum
}
