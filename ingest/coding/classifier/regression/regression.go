// Package regression fits logistic regressions to sparse examples, the same
// way every time.
package regression

import "math"

// Vector is a sparse vector; places ascend.
type Vector struct {
	At  []int32
	Val []float32
}

// Dot gives the inner product with dense weights.
func (v *Vector) Dot(w []float64) float64 {
	s := 0.0
	for i, a := range v.At {
		s += w[a] * float64(v.Val[i])
	}
	return s
}

// Fit fits a logistic regression with an L2 penalty by coordinate descent
// on its dual (Yu, Huang and Lin, Machine Learning 85, 2011). cost[i] is how
// much example i counts. Examples are visited in an order that depends on
// nothing but their number, so that equal input gives equal weights.
func Fit(examples []Vector, positive []bool, cost []float64, size, rounds int) []float64 {
	w := make([]float64, size)
	n := len(examples)
	alpha := make([]float64, 2*n)
	norm := make([]float64, n)
	order := make([]int, n)
	for i, x := range examples {
		order[i] = i
		for _, v := range x.Val {
			norm[i] += float64(v) * float64(v)
		}
		alpha[2*i] = min(0.001*cost[i], 1e-8)
		alpha[2*i+1] = cost[i] - alpha[2*i]
		addTo(w, &x, alpha[2*i]*sign(positive[i]))
	}
	random := uint64(1)
	for range rounds {
		for i := range order {
			random = random*6364136223846793005 + 1442695040888963407
			j := i + int((random>>33)%uint64(n-i))
			order[i], order[j] = order[j], order[i]
			e := order[i]
			if cost[e] <= 0 {
				continue
			}
			y := sign(positive[e])
			step := dualStep(alpha[2*e:2*e+2], cost[e], norm[e], y*examples[e].Dot(w))
			if step != 0 {
				addTo(w, &examples[e], step*y)
			}
		}
	}
	return w
}

// dualStep moves one example's pair of dual variables to their optimum by a
// few Newton steps, and gives the change of the first.
func dualStep(alpha []float64, c, a, b float64) float64 {
	one, two, s := 0, 1, 1.0
	if 0.5*a*(alpha[1]-alpha[0])+b < 0 {
		one, two, s = 1, 0, -1.0
	}
	old := alpha[one]
	z := old
	if c-z < 0.5*c {
		z *= 0.1
	}
	for range 20 {
		g := a*(z-old) + s*b + math.Log(z/(c-z))
		if math.Abs(g) < 1e-3 {
			break
		}
		next := z - g/(a+c/(c-z)/z)
		if next <= 0 {
			z *= 0.1
		} else {
			z = min(next, c*(1-1e-12))
		}
	}
	if z == old {
		return 0
	}
	alpha[one], alpha[two] = z, c-z
	return s * (z - old)
}

func sign(positive bool) float64 {
	if positive {
		return 1
	}
	return -1
}

func addTo(w []float64, x *Vector, by float64) {
	for i, a := range x.At {
		w[a] += by * float64(x.Val[i])
	}
}
