package layout

import (
	"cmp"
	"math"
	"slices"
	"unicode"
	"unicode/utf8"

	"rodedraad/ingest/pdf"
)

// shelf is a set of horizontal rules of one length under each other.
type shelf struct {
	x0, x1 float64
	ys     []float64
}

// openGrids finds the tables that have rules between rows but none between
// columns. Their columns are the white lanes that no word of the table crosses.
func (s *sheet) openGrids(closed []grid) []grid {
	var grids []grid
	for _, h := range shelvesOf(s.rules, closed) {
		if len(h.ys) >= 3 && len(h.ys) <= 200 {
			if g, ok := s.between(h); ok {
				grids = append(grids, g)
			}
		}
	}
	return grids
}

func shelvesOf(rules []pdf.Rule, closed []grid) []shelf {
	if len(rules) > mostRules {
		return nil
	}
	var shelves []shelf
	for _, r := range rules {
		y := (r.Y0 + r.Y1) / 2
		if r.Y1-r.Y0 > 3 || r.X1-r.X0 < 100 || inGrid(closed, (r.X0+r.X1)/2, y) {
			continue
		}
		i := slices.IndexFunc(shelves, func(h shelf) bool {
			return math.Abs(h.x0-r.X0) < 1 && math.Abs(h.x1-r.X1) < 1
		})
		if i < 0 {
			i = len(shelves)
			shelves = append(shelves, shelf{x0: r.X0, x1: r.X1})
		}
		shelves[i].ys = append(shelves[i].ys, y)
	}
	for i := range shelves {
		shelves[i].ys = distinct(shelves[i].ys)
	}
	return shelves
}

func inGrid(grids []grid, x, y float64) bool {
	for _, g := range grids {
		if y > g.ys[0]-3 && y < g.ys[len(g.ys)-1]+3 && x > g.xs[0] && x < g.xs[len(g.xs)-1] {
			return true
		}
	}
	return false
}

// between makes a grid of the longest run of bands that share a lane.
func (s *sheet) between(h shelf) (grid, bool) {
	bands := make([][]word, len(h.ys)-1)
	for _, l := range s.lines {
		for _, w := range l.words {
			b := between(h.ys, w.Y-0.3*w.Size)
			if !l.furniture && w.Angle == 0 && b >= 0 && w.X0 > h.x0-3 && w.X1 < h.x1+3 {
				bands[b] = append(bands[b], w)
			}
		}
	}
	from, to := 0, 0
	for i := range bands {
		if len(bands)-i <= to-from {
			break
		}
		var words []word
		for k := i; k < len(bands) && len(words) < 4000; k++ {
			words = append(words, bands[k]...)
			if len(words) > 0 && len(lanes(words)) == 0 {
				break
			}
			if k+1-i > to-from {
				from, to = i, k+1
			}
		}
	}
	words := slices.Concat(bands[from:to]...)
	xs := lanes(words)
	if to-from < 2 || len(xs) == 0 || len(baselines(words)) < 3 {
		return grid{}, false
	}
	g := grid{ys: slices.Clone(h.ys[from : to+1])}
	g.xs = append(append([]float64{h.x0 - 3}, xs...), h.x1+3)
	if to-from <= 3 {
		g.ys = rowsByContent(g, words)
	}
	return g, true
}

// lanes are the places between columns: the middles of the white strips that
// no word crosses, and where cells begin under each other although a long word
// in a narrow column runs over the next. A strip as wide as a space counts when
// it runs over several lines: spaces of running text do not stand under each
// other.
func lanes(words []word) []float64 {
	if len(words) == 0 {
		return nil
	}
	sorted := slices.Clone(words)
	slices.SortFunc(sorted, func(a, b word) int { return cmp.Compare(a.X0, b.X0) })
	var out, begins []float64
	edge := sorted[0].X1
	for _, w := range sorted[1:] {
		if w.X0-edge > 0.4*w.Size {
			out, begins = append(out, (w.X0+edge)/2), append(begins, w.X0)
		}
		edge = math.Max(edge, w.X1)
	}
	if len(out) == 0 {
		return nil
	}
	for _, x := range overrun(sorted) {
		if !slices.ContainsFunc(begins, func(b float64) bool { return math.Abs(b-x) < 2 }) {
			out = append(out, x-1)
		}
	}
	return distinct(out)
}

// overrun finds the columns that begin at one place in at least three lines
// and that few words run over. The words are sorted from left to right.
func overrun(words []word) []float64 {
	ends := map[float64]float64{} // of the text so far, by baseline
	var starts []word
	for _, w := range words {
		end, begun := ends[w.Y]
		if !begun || w.X0-end > 0.8*w.Size || end-w.X0 > 0.8*w.Size {
			starts = append(starts, w)
		}
		ends[w.Y] = math.Max(end, w.X1)
	}
	var out []float64
	for i := 0; i < len(starts); {
		x, n := starts[i].X0, 0
		for ; i < len(starts) && starts[i].X0-x < 1; i++ {
			n++
		}
		crossing := 0
		for _, w := range words {
			if w.X0 < x-1 && w.X1 > x+1 {
				crossing++
			}
		}
		if n >= 3 && crossing*3 <= n && x > words[0].X0+1 {
			out = append(out, x)
		}
	}
	return out
}

func baselines(words []word) []float64 {
	ys := make([]float64, len(words))
	for i, w := range words {
		ys[i] = w.Y
	}
	return distinct(ys)
}

// rowsByContent adds the rows of a table that has rules only around its head
// and its body: a row begins where the first column begins anew.
func rowsByContent(g grid, words []word) []float64 {
	starts := map[float64]word{}
	for _, w := range words {
		if first, ok := starts[w.Y]; between(g.xs, w.X0) == 0 && (!ok || w.X0 < first.X0) {
			starts[w.Y] = w
		}
	}
	ys := slices.Clone(g.ys)
	for y, w := range starts {
		if r, _ := utf8.DecodeRuneInString(w.Text); !unicode.IsLower(r) {
			ys = append(ys, y-0.85*w.Size)
		}
	}
	slices.Sort(ys)
	// A row's own line and the rule above it are one edge.
	return slices.CompactFunc(ys, func(a, b float64) bool { return math.Abs(a-b) < 0.6*words[0].Size })
}
