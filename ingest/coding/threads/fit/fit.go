// Package fit fits the weights with which package threads decides about a
// document, on the sample reports for tuning. The command that trains the
// passage classifier calls it.
package fit

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"rodedraad/data"
	"rodedraad/data/samples"
	"rodedraad/ingest/coding/classifier/regression"
	"rodedraad/ingest/coding/sectors/gold"
	"rodedraad/ingest/coding/threads"
)

// strength is the inverse of the penalty; shrink makes the penalty on a single
// code's own term heavier than that on the numbers of an observation.
const (
	strength = 0.3
	shrink   = 0.7
	rounds   = 60
	folds    = 7
)

// The numbers of an observation that are used for a status. Praise is said once
// and in few reports, so its decision has fewer, and no terms for single codes:
// with them it did worse on reports left out.
var (
	present = [len(threads.Observation{})]bool{true, true, true, true, true}
	absent  = [len(threads.Observation{})]bool{true, false, true, true, true}
)

// example is one observation of one document with its truth.
type example struct {
	document int
	threads.Observed
	positive bool
}

// Decisions fits both decisions on reports. Each report is read by a coder whose
// classifier has not seen it, since a classifier is surer of what it has seen.
// The lines say what is reached on reports left out.
func Decisions(reports []gold.Report, coder func(report int) *threads.Coder) (d threads.Decisions, lines []string) {
	byStatus := map[data.Status][]example{}
	for i, r := range reports {
		for _, o := range coder(i).Observe(r.Text, r.Truth.PublicationDate < "2016" && r.Truth.PublicationDate != "") {
			truth := status(r.Truth, o.Code)
			byStatus[o.Status] = append(byStatus[o.Status], example{i, o, truth == o.Status})
		}
	}
	d.Present = fitStatus(byStatus[data.Present], len(reports), &lines)
	d.Absent = fitStatus(byStatus[data.ExplicitlyAbsent], len(reports), &lines)
	return d, lines
}

func status(t samples.Truth, code string) data.Status {
	switch {
	case slices.Contains(t.ThemesPresent, code), slices.Contains(t.SubcodesPresent, code):
		return data.Present
	case slices.Contains(t.ThemesAbsent, code):
		return data.ExplicitlyAbsent
	}
	return data.Status(t.RedThreads[code])
}

// fitStatus fits one decision, and its thresholds on documents left out.
func fitStatus(list []example, documents int, lines *[]string) threads.Decision {
	held := make([]float64, len(list))
	for fold := range folds {
		var part []example
		for _, e := range list {
			if e.document%folds != fold {
				part = append(part, e)
			}
		}
		d := fit(part)
		for i, e := range list {
			if e.document%folds == fold {
				held[i] = d.LogOdds(e.Code, e.Observation)
			}
		}
	}
	d := fit(list)
	if list[0].Status == data.Present {
		d.Thread = fitThreads(list, held)
	}
	d.From = map[string]float64{}
	for _, group := range []string{"RD.", "T", "RD"} {
		brought := func(parent example) bool {
			return slices.ContainsFunc(children(list, parent), func(i int) bool {
				return held[i] >= d.From[threads.Group(list[i].Code)]
			})
		}
		from, t := threshold(list, held, group, brought)
		d.From[group] = from
		*lines = append(*lines, fmt.Sprintf("%s %s, %d documents: F1 %.2f from %.2f, %.2f a document", list[0].Status, group, documents, t.f1(), from, float64(t.right+t.wrong)/float64(documents)))
	}
	for group := range d.From {
		d.From[group] = math.Round((d.From[group]+margin[list[0].Status][group])*100) / 100
	}
	return d
}

// margin is how much surer than the reports left out ask for a code must be: the
// reports to learn from hold more findings than most. On reports of writers who
// wrote none of them F1 hardly changes with it; these values keep precision
// above recall, since a red thread that is not there is worse than one missed.
var margin = map[data.Status]map[string]float64{
	data.Present:          {"RD": 1, "RD.": 0.6, "T": 0.35},
	data.ExplicitlyAbsent: {"RD": 1.25, "T": 0.25},
}

// fitThreads fits how a red thread's own log odds and those of its likeliest
// sub-code count, and puts what follows for reports left out in their place.
func fitThreads(list []example, held []float64) threads.Thread {
	var at []int
	var x []regression.Vector
	for i, e := range list {
		if threads.Group(e.Code) != "RD" {
			continue
		}
		sub := math.Inf(-1)
		for _, c := range children(list, e) {
			sub = math.Max(sub, held[c])
		}
		at = append(at, i)
		x = append(x, regression.Vector{At: []int32{0, 1, 2}, Val: []float32{float32(held[i]), float32(sub), 1}})
	}
	part := func(in func(document int) bool) threads.Thread {
		var some []regression.Vector
		var positive []bool
		var cost []float64
		for j, i := range at {
			if in(list[i].document) {
				some, positive, cost = append(some, x[j]), append(positive, list[i].positive), append(cost, 1)
			}
		}
		w := regression.Fit(some, positive, cost, 3, rounds)
		return threads.Thread{Own: round(w[0]), Sub: round(w[1]), Base: round(w[2])}
	}
	for fold := range folds {
		t := part(func(document int) bool { return document%folds != fold })
		for j, i := range at {
			if list[i].document%folds == fold {
				held[i] = t.LogOdds(float64(x[j].Val[0]), float64(x[j].Val[1]))
			}
		}
	}
	return part(func(int) bool { return true })
}

// children gives the places of the codes that bring a red thread in its
// document: its sub-codes, and the themes that became sub-codes of the third.
func children(list []example, parent example) []int {
	var out []int
	for i, e := range list {
		alias := parent.Code == "RD3" && (e.Code == "T09" || e.Code == "T15")
		if e.document == parent.document && (alias || strings.HasPrefix(e.Code, parent.Code+".")) {
			out = append(out, i)
		}
	}
	return out
}

// cautious is how many sub-codes are said for one that is true: one that is
// wrong makes its red thread wrong too.
const cautious = 0.9

// never is a threshold that nothing passes.
const never = 99

// threshold finds the log odds from which as many codes of a group are said as
// are true. There precision and recall are equal and F1 is near its best, which
// itself moves with every document. A red thread that one of its sub-codes
// brings counts as said.
func threshold(list []example, scores []float64, group string, brought func(e example) bool) (from float64, t tally) {
	type candidate struct {
		score    float64
		positive bool
	}
	var open []candidate
	truths := 0
	for i, e := range list {
		if threads.Group(e.Code) != group {
			continue
		}
		if e.positive {
			truths++
		}
		if brought(e) {
			t.add(true, e.positive)
			continue
		}
		open = append(open, candidate{scores[i], e.positive})
	}
	if truths == 0 {
		return never, t
	}
	wanted := truths
	if group == "RD." {
		wanted = int(math.Round(cautious * float64(truths)))
	}
	slices.SortStableFunc(open, func(a, b candidate) int {
		switch {
		case a.score > b.score:
			return -1
		case a.score < b.score:
			return 1
		}
		return 0
	})
	from = never
	for _, c := range open {
		said := t.right+t.wrong < wanted
		t.add(said, c.positive)
		if said {
			from = c.score
		}
	}
	return math.Round(from*100) / 100, t
}

// tally counts right and wrong decisions.
type tally struct{ right, wrong, missed int }

func (t *tally) add(said, positive bool) {
	switch {
	case said && positive:
		t.right++
	case said:
		t.wrong++
	case positive:
		t.missed++
	}
}

func (t tally) f1() float64 {
	return 2 * float64(t.right) / math.Max(1, float64(2*t.right+t.wrong+t.missed))
}

// fit standardises the numbers and fits a logistic regression with a term of
// its own for each code.
func fit(list []example) threads.Decision {
	used, shrink := present, shrink
	if list[0].Status == data.ExplicitlyAbsent {
		used, shrink = absent, 0
	}
	d := threads.Decision{Codes: map[string]float64{}, Names: threads.ObservationNames[:]}
	n := len(d.Mean)
	for i := range n {
		for _, e := range list {
			d.Mean[i] += e.Observation[i] / float64(len(list))
		}
		for _, e := range list {
			d.Scale[i] += math.Pow(e.Observation[i]-d.Mean[i], 2) / float64(len(list))
		}
		d.Scale[i] = math.Max(math.Sqrt(d.Scale[i]), 1e-3) // rounding must not make it zero
	}
	var codes []string
	for _, e := range list {
		if !slices.Contains(codes, e.Code) {
			codes = append(codes, e.Code)
		}
	}
	slices.Sort(codes)
	x := make([]regression.Vector, len(list))
	positive := make([]bool, len(list))
	cost := make([]float64, len(list))
	for i, e := range list {
		for j, v := range e.Observation {
			if !used[j] {
				continue
			}
			x[i].At = append(x[i].At, int32(j))
			x[i].Val = append(x[i].Val, float32((v-d.Mean[j])/d.Scale[j]))
		}
		x[i].At = append(x[i].At, int32(n), int32(n+1+slices.Index(codes, e.Code)))
		x[i].Val = append(x[i].Val, 3, float32(shrink))
		positive[i], cost[i] = e.positive, strength
	}
	w := regression.Fit(x, positive, cost, n+1+len(codes), rounds)
	for i := range n {
		d.Weights[i] = round(w[i])
		d.Mean[i], d.Scale[i] = round(d.Mean[i]), round(d.Scale[i])
	}
	d.Bias = round(3 * w[n])
	for i, code := range codes {
		d.Codes[code] = round(shrink * w[n+1+i])
	}
	return d
}

func round(x float64) float64 { return math.Round(x*1e4) / 1e4 }
