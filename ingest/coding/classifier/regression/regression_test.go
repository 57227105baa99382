package regression

import (
	"math"
	"slices"
	"testing"
)

// examples of two features and a bias; the first decides, with some noise.
func examples() (x []Vector, positive []bool, cost []float64) {
	for i := range 40 {
		value := float32(i%10)/5 - 1
		x = append(x, Vector{[]int32{0, 1, 2}, []float32{value, float32(i % 3), 1}})
		positive = append(positive, (value > 0.1) != (i%13 == 0))
		cost = append(cost, 1)
	}
	return x, positive, cost
}

// loss is what Fit minimises.
func loss(w []float64, x []Vector, positive []bool, cost []float64) float64 {
	sum := 0.0
	for _, v := range w {
		sum += v * v / 2
	}
	for i := range x {
		sum += cost[i] * math.Log1p(math.Exp(-sign(positive[i])*x[i].Dot(w)))
	}
	return sum
}

func TestFitReachesTheMinimum(t *testing.T) {
	x, positive, cost := examples()
	w := Fit(x, positive, cost, 3, 200)
	least := loss(w, x, positive, cost)
	for i := range w {
		for _, step := range []float64{-0.05, 0.05} {
			moved := slices.Clone(w)
			moved[i] += step
			if l := loss(moved, x, positive, cost); l < least-1e-6 {
				t.Errorf("weight %d at %+.2f: loss %.6f is below %.6f", i, step, l, least)
			}
		}
	}
}

func TestFitIsTheSameEveryTime(t *testing.T) {
	x, positive, cost := examples()
	if a, b := Fit(x, positive, cost, 3, 5), Fit(x, positive, cost, 3, 5); !slices.Equal(a, b) {
		t.Errorf("%v and %v", a, b)
	}
}

func TestExamplesWithoutCostDoNotCount(t *testing.T) {
	x, positive, cost := examples()
	want := Fit(x, positive, cost, 3, 200)
	x = append(x, Vector{[]int32{0, 2}, []float32{5, 1}})
	got := Fit(x, append(positive, false), append(cost, 0), 3, 200)
	for i := range want {
		if math.Abs(want[i]-got[i]) > 1e-3 {
			t.Errorf("weight %d: %f and %f", i, want[i], got[i])
		}
	}
}
