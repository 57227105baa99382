package layout

import (
	"math"
	"slices"

	"rodedraad/ingest/pdf"
)

// grid is a ruled table: the lines between its rows and between its columns.
type grid struct {
	ys, xs      []float64
	left, right float64 // how far its horizontal rules reach
	top, bottom float64 // how far its vertical rules reach
}

// Pages with more rules than this are drawings.
const mostRules = 4000

// Rules that come this near to each other touch.
const slack = 2.5

// square is the place of a coordinate in a mesh of 40 points.
func square(v float64) int { return int(math.Floor(v / 40)) }

// gridsOf finds the ruled tables of a page: rules that touch each other and
// enclose at least two columns.
func gridsOf(rules []pdf.Rule) []grid {
	if len(rules) > mostRules {
		return nil
	}
	group := make([]int, len(rules))
	for i := range group {
		group[i] = i
	}
	root := func(i int) int {
		for group[i] != i {
			i = group[i]
		}
		return i
	}
	// Rules are compared with those in the same squares of the page only.
	squares := map[[2]int][]int{}
	for i, r := range rules {
		for x := square(r.X0 - slack); x <= square(r.X1+slack); x++ {
			for y := square(r.Y0 - slack); y <= square(r.Y1+slack); y++ {
				for _, k := range squares[[2]int{x, y}] {
					if touch(r, rules[k]) {
						group[root(i)] = root(k)
					}
				}
				squares[[2]int{x, y}] = append(squares[[2]int{x, y}], i)
			}
		}
	}
	var grids []grid
	for i := range rules {
		if root(i) != i {
			continue
		}
		g := grid{left: math.Inf(1), right: math.Inf(-1), top: math.Inf(1), bottom: math.Inf(-1)}
		for k, r := range rules {
			if root(k) == i {
				g.take(r)
			}
		}
		// Some programs leave out the outer verticals; a row that goes on over
		// the page is open above or below.
		if len(g.ys) > 0 && len(g.xs) > 0 {
			g.ys = append(g.ys, g.top, g.bottom)
		}
		g.ys, g.xs = distinct(g.ys), distinct(append(g.xs, g.left, g.right))
		if len(g.xs) >= 3 && len(g.ys) >= 2 && !math.IsInf(g.xs[0], 0) && !math.IsInf(g.xs[len(g.xs)-1], 0) {
			grids = append(grids, g)
		}
	}
	return grids
}

func (g *grid) take(r pdf.Rule) {
	switch width, height := r.X1-r.X0, r.Y1-r.Y0; {
	case height <= 3 && width > 8:
		g.ys = append(g.ys, (r.Y0+r.Y1)/2)
		g.left, g.right = math.Min(g.left, r.X0), math.Max(g.right, r.X1)
	case width <= 3 && height > 5:
		g.xs = append(g.xs, (r.X0+r.X1)/2)
		g.top, g.bottom = math.Min(g.top, r.Y0), math.Max(g.bottom, r.Y1)
	}
}

func touch(a, b pdf.Rule) bool {
	return overlap(a.X0, a.X1, b.X0, b.X1) >= -slack && overlap(a.Y0, a.Y1, b.Y0, b.Y1) >= -slack
}

// distinct sorts and drops values within 3 points of the one before.
func distinct(v []float64) []float64 {
	slices.Sort(v)
	var out []float64
	for _, x := range v {
		if len(out) == 0 || x-out[len(out)-1] > 3 {
			out = append(out, x)
		}
	}
	return out
}

// cell says in which row and column of the grid a point lies.
func (g grid) cell(x, y float64) (row, column int, ok bool) {
	row, column = between(g.ys, y), between(g.xs, x)
	return row, column, row >= 0 && column >= 0
}

func between(edges []float64, v float64) int {
	for i := 1; i < len(edges); i++ {
		if v >= edges[i-1] && v < edges[i] {
			return i - 1
		}
	}
	return -1
}
