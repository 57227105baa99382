package regression

// Target is what one output of [FitTogether] should say of each example, and
// how much that example counts for it; 0 leaves it out.
type Target struct {
	Positive []bool
	Cost     []float64
}

// FitTogether fits a regression for each target as [Fit] does, all in one pass
// over the examples a round. The weights of a feature lie side by side, so that
// a hundred targets cost some ten times what one does. It gives the weights by
// target.
func FitTogether(examples []Vector, targets []Target, size, rounds int) [][]float64 {
	n, m := len(examples), len(targets)
	w := make([]float32, size*m)
	alpha := make([]float64, 2*n*m)
	norm := make([]float64, n)
	order := make([]int, n)
	step := make([]float32, m)
	for i := range examples {
		order[i] = i
		for _, v := range examples[i].Val {
			norm[i] += float64(v) * float64(v)
		}
		for t, target := range targets {
			cost, pair := target.Cost[i], alpha[2*(i*m+t):]
			pair[0] = min(0.001*cost, 1e-8)
			pair[1] = cost - pair[0]
		}
	}
	margins := make([]float32, m)
	random := uint64(1)
	for range rounds {
		for i := range order {
			random = random*6364136223846793005 + 1442695040888963407
			j := i + int((random>>33)%uint64(n-i))
			order[i], order[j] = order[j], order[i]
			e := order[i]
			x := &examples[e]
			x.margins(w, margins)
			moved := false
			for t := range targets {
				step[t] = 0
				cost := targets[t].Cost[e]
				if cost <= 0 {
					continue
				}
				y := sign(targets[t].Positive[e])
				at := 2 * (e*m + t)
				step[t] = float32(y * dualStep(alpha[at:at+2], cost, norm[e], y*float64(margins[t])))
				moved = moved || step[t] != 0
			}
			if moved {
				x.move(w, step)
			}
		}
	}
	out := make([][]float64, m)
	for t := range out {
		out[t] = make([]float64, size)
		for i := range out[t] {
			out[t][i] = float64(w[i*m+t])
		}
	}
	return out
}

// margins gives the inner product of an example with the weights of each
// target.
func (v *Vector) margins(w []float32, out []float32) {
	clear(out)
	for i, a := range v.At {
		x, row := v.Val[i], w[int(a)*len(out):][:len(out)]
		for t, y := range row {
			out[t] += x * y
		}
	}
}

// move adds an example to the weights of each target, as often as it says.
func (v *Vector) move(w []float32, step []float32) {
	for i, a := range v.At {
		x, row := v.Val[i], w[int(a)*len(step):][:len(step)]
		for t, by := range step {
			row[t] += x * by
		}
	}
}
