package threads

import (
	"math"

	"rodedraad/data"
	"rodedraad/ingest/coding/classifier"
	"rodedraad/ingest/coding/polarity"
	"rodedraad/ingest/coding/prose"
)

// window is one sentence or two in a row of one passage.
type window struct {
	number      int // place in reading.windows
	first, last int // places in Text.Sentences
	weight      float64
}

// reading is a document as scored.
type reading struct {
	text     *prose.Text
	scorer   *classifier.Scorer
	sums     []classifier.Sum   // by sentence; empty where a sentence does not count
	weights  []float64          // by sentence
	polarity []polarity.Reading // by sentence
	hits     [][]hit            // by sentence
	windows  []window
	scores   [][]float32  // by window, log odds by output
	totals   [2][]float64 // by status and window: all codes together
}

// read scores the sentences that count and lists the windows.
func (c *Coder) read(t *prose.Text) *reading {
	n := len(t.Sentences)
	r := &reading{
		text: t, scorer: c.model.Scorer(), sums: make([]classifier.Sum, n),
		weights: make([]float64, n), polarity: make([]polarity.Reading, n), hits: make([][]hit, n),
	}
	for i := range t.Sentences {
		s := &t.Sentences[i]
		r.weights[i] = c.weight(s)
		if r.weights[i] <= 0 {
			continue
		}
		r.sums[i] = r.scorer.Sentence(s)
		r.polarity[i] = c.judge.Whole(s)
		r.hits[i] = c.rules.find(s)
		c.window(r, i, i)
		if i > 0 && r.sums[i-1].Scores != nil && t.Sentences[i-1].Passage == s.Passage {
			c.window(r, i-1, i)
		}
	}
	return r
}

func (c *Coder) window(r *reading, first, last int) {
	scores := make([]float32, len(c.model.Outputs))
	c.model.AllLogOdds(r.sums[first:last+1], scores)
	r.windows = append(r.windows, window{len(r.windows), first, last, r.weights[last]})
	r.scores = append(r.scores, scores)
	for side, outputs := range [][]int{c.presents, c.absents} {
		sum := 0.0
		for _, o := range outputs {
			sum += math.Exp(float64(scores[o]))
		}
		r.totals[side] = append(r.totals[side], math.Log(sum))
	}
}

// total is the score of all codes together in a window.
func (r *reading) total(i int, status data.Status) float64 {
	if status == data.ExplicitlyAbsent {
		return r.totals[1][i]
	}
	return r.totals[0][i]
}

// weight is that of a sentence's section; 0 leaves the sentence out.
func (c *Coder) weight(s *prose.Sentence) float64 {
	switch s.Passage.Kind {
	case data.Heading, data.Title, data.Caption:
		return 0
	}
	return c.variables[0].Sections[string(s.Section())]
}
