package content

import "math"

// matrix is [a b c d e f] of the format: x' = ax + cy + e, y' = bx + dy + f.
type matrix struct{ a, b, c, d, e, f float64 }

var identity = matrix{a: 1, d: 1}

// times applies m first and n after it.
func (m matrix) times(n matrix) matrix {
	return matrix{
		m.a*n.a + m.b*n.c, m.a*n.b + m.b*n.d,
		m.c*n.a + m.d*n.c, m.c*n.b + m.d*n.d,
		m.e*n.a + m.f*n.c + n.e, m.e*n.b + m.f*n.d + n.f,
	}
}

func (m matrix) apply(x, y float64) (float64, float64) {
	return m.a*x + m.c*y + m.e, m.b*x + m.d*y + m.f
}

// box is a rectangle with x0 ≤ x1 and y0 ≤ y1.
type box struct{ x0, y0, x1, y1 float64 }

func boxOf(xa, ya, xb, yb float64) box {
	return box{min(xa, xb), min(ya, yb), max(xa, xb), max(ya, yb)}
}

func (b box) width() float64  { return b.x1 - b.x0 }
func (b box) height() float64 { return b.y1 - b.y0 }

// transform returns the box around the transformed corners.
func (b box) transform(m matrix) box {
	x0, y0 := m.apply(b.x0, b.y0)
	out := box{x0, y0, x0, y0}
	for _, p := range [3][2]float64{{b.x1, b.y0}, {b.x0, b.y1}, {b.x1, b.y1}} {
		x, y := m.apply(p[0], p[1])
		out = box{min(out.x0, x), min(out.y0, y), max(out.x1, x), max(out.y1, y)}
	}
	return out
}

// intersect returns what two boxes share, an empty box when nothing.
func (b box) intersect(o box) box {
	r := box{max(b.x0, o.x0), max(b.y0, o.y0), min(b.x1, o.x1), min(b.y1, o.y1)}
	if r.x1 < r.x0 || r.y1 < r.y0 {
		return box{}
	}
	return r
}

// angleOf rounds a direction of reading, with y downwards, to 0, 90 (upwards),
// 180 or 270 (downwards).
func angleOf(ux, uy float64) int {
	switch {
	case math.Abs(ux) >= math.Abs(uy) && ux >= 0:
		return 0
	case math.Abs(ux) >= math.Abs(uy):
		return 180
	case uy < 0:
		return 90
	}
	return 270
}
