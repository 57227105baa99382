package regression

import (
	"math"
	"testing"
)

// Targets fitted together get the weights that each gets on its own; one that
// counts nothing gets none.
func TestFitTogetherIsFitForEachTarget(t *testing.T) {
	var examples []Vector
	var one, other Target
	for i := range 60 {
		x := float32(i%7) - 3
		y := float32(i%5) - 2
		examples = append(examples, Vector{At: []int32{0, 1, 2}, Val: []float32{x, y, 1}})
		one.Positive, one.Cost = append(one.Positive, x > 0.5), append(one.Cost, 1)
		other.Positive, other.Cost = append(other.Positive, x+y > 1), append(other.Cost, 0.5+float64(i%2))
	}
	nothing := Target{make([]bool, 60), make([]float64, 60)}
	const rounds = 200
	got := FitTogether(examples, []Target{one, other, nothing}, 3, rounds)
	for k, target := range []Target{one, other} {
		want := Fit(examples, target.Positive, target.Cost, 3, rounds)
		for i := range want {
			if math.Abs(want[i]-got[k][i]) > 0.02 {
				t.Errorf("target %d, weight %d is %.3f, alone %.3f", k, i, got[k][i], want[i])
			}
		}
	}
	for i, w := range got[2] {
		if w != 0 {
			t.Errorf("weight %d of a target without examples is %v", i, w)
		}
	}
}
