package classifier

import "math"

// Unit gives what one unit of weight adds to the log odds of an output in a
// window, so that the words of [Scorer.Explain] can be told in the unit of the
// score they made.
func (m *Model) Unit(sums []Sum, output int) float64 {
	square := 0.0
	for _, s := range sums {
		square += float64(s.Square)
	}
	return float64(m.Scale[output]) / math.Sqrt(max(square, least))
}
