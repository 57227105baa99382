package threads

import (
	"math"

	"rodedraad/data"
	"rodedraad/ingest/coding/classifier"
	"rodedraad/ingest/coding/polarity"
	"rodedraad/ingest/coding/prose"
)

// widest is how many sentences a window has at most.
const widest = 2

// window is one sentence or two in a row of one passage.
type window struct {
	number      int // place in reading.windows
	first, last int // places in Text.Sentences
}

// reading is a document as scored.
type reading struct {
	text     *prose.Text
	scorer   *classifier.Scorer
	sums     []classifier.Sum   // by sentence; empty where a sentence does not count
	weights  []float64          // by sentence
	logs     []float64          // of the weights, by sentence
	polarity []polarity.Reading // by sentence
	hits     [][]hit            // by sentence
	about    float64            // share of the sentences that count that name a child or parent
	windows  []window
	scores   [][]float32  // by window, log odds by output
	totals   [2][]float64 // by status and window: all codes together
	adjusts  [2][]float64 // by status and window: what section and polarity do
	buf      []float64
	room     []float32 // for the scores of windows still to come
}

// read scores the sentences that count and lists the windows.
func (c *Coder) read(t *prose.Text) *reading {
	n := len(t.Sentences)
	r := &reading{
		text: t, scorer: c.model.Scorer(), sums: make([]classifier.Sum, n),
		weights: make([]float64, n), logs: make([]float64, n), polarity: make([]polarity.Reading, n), hits: make([][]hit, n),
	}
	r.room = make([]float32, widest*n*len(c.model.Outputs))
	counting, families := 0, 0
	for i := range t.Sentences {
		s := &t.Sentences[i]
		r.weights[i] = c.weight(s)
		if r.weights[i] <= 0 {
			continue
		}
		counting++
		r.logs[i] = math.Log(r.weights[i])
		r.sums[i] = r.scorer.Sentence(s)
		r.polarity[i] = c.judge.Whole(s)
		var family bool
		if r.hits[i], family = c.rules.find(s); family {
			families++
		}
		for first := i; first > i-widest && first >= 0 && r.sums[first].Scores != nil && t.Sentences[first].Passage == s.Passage; first-- {
			c.window(r, first, i)
		}
	}
	r.about = float64(families) / float64(max(1, counting))
	return r
}

func (c *Coder) window(r *reading, first, last int) {
	scores := r.room[:len(c.model.Outputs)]
	r.room = r.room[len(scores):]
	c.model.AllLogOdds(r.sums[first:last+1], scores)
	r.windows = append(r.windows, window{len(r.windows), first, last})
	r.scores = append(r.scores, scores)
	for side, outputs := range [][]int{c.presents, c.absents} {
		together := 0.0
		for _, o := range outputs {
			together += math.Exp(float64(scores[o]))
		}
		r.totals[side] = append(r.totals[side], math.Log(together))
		adjust := r.logs[last]
		for s := first; s <= last; s++ {
			adjust += penalties[r.polarity[s]][side] / float64(last-first+1)
		}
		r.adjusts[side] = append(r.adjusts[side], adjust)
	}
}

// weight is that of a sentence's section; 0 leaves the sentence out.
func (c *Coder) weight(s *prose.Sentence) float64 {
	switch s.Passage.Kind {
	case data.Heading, data.Title, data.Caption:
		return 0
	}
	return c.variables[0].Sections[string(s.Section())]
}
