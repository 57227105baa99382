package train

import (
	"cmp"
	"fmt"
	"io"
	"math"
	"slices"

	"rodedraad/data"
	"rodedraad/ingest/coding/classifier"
	"rodedraad/ingest/coding/classifier/regression"
	"rodedraad/ingest/coding/prose"
)

// Settings, tried on the passages with cross-validation.
const (
	strength = 2.0 // inverse of the penalty
	near     = 2.0 // how much a passage counts for a code that it only resembles
	rounds   = 6
	rarest   = 2 // passages in which a feature must occur
	folds    = 6
)

// trainer holds the passages as vectors.
type trainer struct {
	passages []passage
	codes    []string
	features []classifier.Feature // places in vectors
	place    map[classifier.Feature]int32
	rarity   []float64
	vectors  []regression.Vector
	folds    [][][]float64 // weights of the fits that leave out a part
}

func newTrainer(space *classifier.Space, passages []passage) *trainer {
	t := &trainer{passages: passages}
	seen := map[string]bool{}
	values := make([][]classifier.Value, len(passages))
	occurs := map[classifier.Feature]int{}
	for i, p := range passages {
		for code := range p.Codes {
			seen[code] = true
		}
		sentences := p.sentences
		if sentences == nil {
			sentences = prose.FromPassage(p.Text, p.Section).Sentences
		}
		for s := range sentences {
			values[i] = append(values[i], space.Values(&sentences[s])...)
		}
		here := map[classifier.Feature]bool{}
		for _, v := range values[i] {
			if !here[v.Feature] {
				here[v.Feature] = true
				occurs[v.Feature]++
			}
		}
	}
	for code := range seen {
		t.codes = append(t.codes, code)
	}
	slices.Sort(t.codes)
	t.index(occurs)
	for _, v := range values {
		t.vectors = append(t.vectors, t.vector(v))
	}
	return t
}

func (t *trainer) index(occurs map[classifier.Feature]int) {
	for f, n := range occurs {
		if n >= rarest {
			t.features = append(t.features, f)
		}
	}
	// The most frequent ones first, so that what is used together lies together.
	slices.SortFunc(t.features, func(a, b classifier.Feature) int {
		return cmp.Or(occurs[b]-occurs[a], cmp.Compare(a, b))
	})
	t.place = make(map[classifier.Feature]int32, len(t.features))
	for i, f := range t.features {
		t.place[f] = int32(i)
	}
	for _, f := range t.features {
		t.rarity = append(t.rarity, math.Log(float64(1+len(t.passages))/float64(1+occurs[f]))+1)
	}
}

// vector weighs and adds the values of a passage and divides them by their
// length, counted as package classifier counts it. Its last place is 1, for
// the bias.
func (t *trainer) vector(values []classifier.Value) regression.Vector {
	sum := map[int32]float64{}
	square := 0.0
	for _, v := range values {
		at, ok := t.place[v.Feature]
		if !ok {
			continue
		}
		x := float64(v.Weight) * t.rarity[at]
		sum[at] += x
		square += x * x
	}
	out := regression.Vector{}
	for at := range sum {
		out.At = append(out.At, at)
	}
	slices.Sort(out.At)
	for _, at := range out.At {
		out.Val = append(out.Val, float32(sum[at]/math.Sqrt(square)))
	}
	out.At = append(out.At, int32(len(t.features)))
	out.Val = append(out.Val, 1)
	return out
}

// label says whether a passage speaks for an output, and how much it counts;
// 0 leaves it out.
type label func(p *passage) (positive bool, cost float64)

func has(code string, status data.Status) label {
	return func(p *passage) (bool, float64) {
		if p.open[code] {
			return false, 0
		}
		s, ok := p.Codes[code]
		if !ok && slices.Contains(p.Near, code) {
			return false, near
		}
		return ok && (status == "" || s == status), 1
	}
}

// isFinding tells passages that find something from those that do not.
func isFinding(p *passage) (bool, float64) {
	if p.document > 0 && !p.marked && len(p.Codes) == 0 {
		return false, 0
	}
	return len(p.Codes) > 0, 1
}

// isPraise tells what went well from what did not; passages that do both, or
// neither, are left out.
func isPraise(p *passage) (bool, float64) {
	present, absent := 0, 0
	for _, s := range p.Codes {
		if s == data.Present {
			present++
		} else {
			absent++
		}
	}
	if present+absent == 0 || present > 0 && absent > 0 {
		return false, 0
	}
	return absent > 0, 1
}

// How much of each regression goes into a code's score. A code's own praise
// passages are few, so praise is learned over all codes; what a code is about
// is learned from both its statuses.
var mixture = map[data.Status]struct{ status, topic, praise, finding float64 }{
	data.Present:          {1, 1, -0.5, 0.5},
	data.ExplicitlyAbsent: {1, 1, 0.7, 0.3},
}

// statuses are the outputs of a code, in their order.
var statuses = []data.Status{data.Present, data.ExplicitlyAbsent}

// fit gives the weights of every output, fitted on the passages of a part.
func (t *trainer) fit(in func(i int) bool) [][]float64 {
	labels := []label{isPraise, isFinding}
	for _, code := range t.codes {
		labels = append(labels, has(code, ""), has(code, data.Present), has(code, data.ExplicitlyAbsent))
	}
	targets := make([]regression.Target, len(labels))
	for i, l := range labels {
		targets[i] = t.target(l, in)
	}
	fitted := regression.FitTogether(t.vectors, targets, len(t.features)+1, rounds)
	out := make([][]float64, 0, 2*len(t.codes)+2)
	for i := range t.codes {
		topic := fitted[2+3*i]
		for j, status := range statuses {
			m, own := mixture[status], fitted[3+3*i+j]
			w := make([]float64, len(own))
			for k := range w {
				w[k] = m.status*own[k] + m.topic*topic[k] + m.praise*fitted[0][k] + m.finding*fitted[1][k]
			}
			out = append(out, w)
		}
	}
	return append(out, fitted[0], fitted[1])
}

// target gives what a label says of the passages of a part. Both sides weigh
// the same.
func (t *trainer) target(l label, in func(i int) bool) regression.Target {
	out := regression.Target{Positive: make([]bool, len(t.passages)), Cost: make([]float64, len(t.passages))}
	yes, all := 0.0, 0.0
	for i := range t.passages {
		if in(i) {
			out.Positive[i], out.Cost[i] = l(&t.passages[i])
		}
		all += out.Cost[i]
		if out.Positive[i] {
			yes += out.Cost[i]
		}
	}
	balance := (all - yes) / max(yes, 1)
	for i := range out.Cost {
		out.Cost[i] *= strength
		if out.Positive[i] {
			out.Cost[i] *= balance
		}
	}
	return out
}

// crossFit scores every passage for every output by a fit that has not seen
// it, and keeps the weights of each fit.
func (t *trainer) crossFit(log func(step string)) [][]float64 {
	out := make([][]float64, len(t.passages))
	for fold := range folds {
		log(fmt.Sprintf("weights of part %d of %d", fold+1, folds))
		weights := t.fit(func(i int) bool { return t.passages[i].fold(i) != fold })
		t.folds = append(t.folds, weights)
		for i := range t.passages {
			if t.passages[i].fold(i) != fold {
				continue
			}
			for _, w := range weights {
				out[i] = append(out[i], t.vectors[i].Dot(w))
			}
		}
	}
	return out
}

// line turns a score into log odds.
type line struct{ scale, bias float64 }

// calibrate fits the log odds of each output to its scores on passages that
// the fit had not seen (Platt, 1999).
func (t *trainer) calibrate(scores [][]float64) []line {
	labels := t.labels()
	out := make([]line, len(labels))
	for o, l := range labels {
		var x []regression.Vector
		var positive []bool
		var cost []float64
		for i := range t.passages {
			if t.passages[i].document > 0 {
				continue
			}
			yes, c := l(&t.passages[i])
			x = append(x, regression.Vector{At: []int32{0, 1}, Val: []float32{float32(scores[i][o]), 1}})
			positive, cost = append(positive, yes), append(cost, c)
		}
		w := regression.Fit(x, positive, cost, 2, 60)
		out[o] = line{w[0], w[1]}
	}
	return out
}

// labels are those of the outputs, in their order.
func (t *trainer) labels() []label {
	var out []label
	for _, code := range t.codes {
		for _, status := range statuses {
			out = append(out, has(code, status))
		}
	}
	return append(out, isPraise, isFinding)
}

func (t *trainer) outputs() []string {
	var out []string
	for _, code := range t.codes {
		for _, status := range statuses {
			out = append(out, code+" "+string(status))
		}
	}
	return append(out, "lof", "bevinding")
}

// table is the weights as 8-bit parts of each output's largest one, with what
// turns scores into log odds.
type table struct {
	scale, bias []float32
	rows        []classifier.Row
}

// least is the largest weight, in parts of 127, from which a feature is kept.
// Half of the features say less than that of every output.
const least = 4

// quantise rounds weights and leaves out features that hardly say anything.
func (t *trainer) quantise(weights [][]float64, calibration []line) table {
	out := table{scale: make([]float32, len(weights)), bias: make([]float32, len(weights))}
	rows := make([]classifier.Row, len(t.features))
	for i, f := range t.features {
		rows[i] = classifier.Row{Feature: f, Rarity: float32(t.rarity[i]), Weights: make([]int8, len(weights))}
	}
	for o, column := range weights {
		largest := 0.0
		for _, x := range column[:len(t.features)] {
			largest = max(largest, math.Abs(x))
		}
		for i, x := range column[:len(t.features)] {
			rows[i].Weights[o] = int8(math.Round(x / largest * 127))
		}
		out.scale[o] = float32(calibration[o].scale * largest / 127)
		out.bias[o] = float32(calibration[o].scale*column[len(t.features)] + calibration[o].bias)
	}
	for _, r := range rows {
		if slices.ContainsFunc(r.Weights, func(w int8) bool { return w >= least || w <= -least }) {
			out.rows = append(out.rows, r)
		}
	}
	return out
}

// write stores the model.
func (t *trainer) write(w io.Writer, m table) error {
	return classifier.Write(w, t.outputs(), m.scale, m.bias, m.rows)
}
