package layout

import (
	"cmp"
	"math"
	"slices"
)

// run is a part of the content stream whose lines go down one column.
type run struct {
	lines               []*line
	x0, x1, top, bottom float64
	first               int // place in the stream
}

func (r *run) add(l *line) {
	if len(r.lines) == 0 {
		r.x0, r.x1, r.top, r.bottom = l.x0, l.x1, l.top(), l.bottom()
	}
	r.lines = append(r.lines, l)
	r.x0, r.x1 = math.Min(r.x0, l.x0), math.Max(r.x1, l.x1)
	r.top, r.bottom = math.Min(r.top, l.top()), math.Max(r.bottom, l.bottom())
}

// inReadingOrder sorts the lines of a page. The stream's own order stands
// unless a run of it lies above another that it follows (a title drawn last, a
// footer drawn first) or lies inside it (headings drawn after the text). Only
// a page whose stream jumps back all the time, or that was drawn row by row
// across its columns, is cut by its white space instead.
func inReadingOrder(lines []*line, acrossColumns bool) []*line {
	turned := slices.DeleteFunc(slices.Clone(lines), func(l *line) bool { return l.words[0].Angle == 0 })
	lines = slices.DeleteFunc(slices.Clone(lines), func(l *line) bool { return l.words[0].Angle != 0 })
	runs, jumps := runsOf(lines)
	switch {
	case acrossColumns || jumps >= 8 && jumps*3 > len(lines):
		lines = cut(lines, 0)
		runs, _ = runsOf(lines)
	case len(lines) <= 2*mostLines && len(runs) <= mostLines:
		runs = above(crown(absorb(runs)))
	}
	var out []*line
	for i, r := range runs {
		for _, l := range r.lines {
			l.column = i
			out = append(out, l)
		}
	}
	for i, l := range turned {
		l.column = len(runs) + i
	}
	return append(out, turned...)
}

// runsOf breaks the stream where it goes up, sideways, or over a wide gap.
func runsOf(lines []*line) (runs []*run, jumps int) {
	var r *run
	for i, l := range lines {
		if i > 0 {
			prev := lines[i-1]
			up := l.y < prev.y-0.3*prev.size
			if up && overlap(prev.x0, prev.x1, l.x0, l.x1) > 0 {
				jumps++
			}
			if up || overlap(r.x0, r.x1, l.x0, l.x1) <= 0 || l.y-prev.y > 4*math.Max(prev.size, l.size) {
				r = nil
			}
		}
		if r == nil {
			r = &run{first: i}
			runs = append(runs, r)
		}
		r.add(l)
	}
	return runs, jumps
}

func overlap(a0, a1, b0, b1 float64) float64 { return math.Min(a1, b1) - math.Max(a0, b0) }

// absorb merges a run into the run it lies inside of, line by line.
func absorb(runs []*run) []*run {
	for i := 0; i < len(runs); i++ {
		for k := 0; k < len(runs); k++ {
			a, b := runs[i], runs[k]
			if i == k || len(a.lines) < len(b.lines) || !inside(a, b) {
				continue
			}
			for _, l := range b.lines {
				a.add(l)
			}
			slices.SortStableFunc(a.lines, func(x, y *line) int {
				if math.Abs(x.y-y.y) < 0.3*math.Max(x.size, y.size) {
					return cmp.Compare(x.x0, y.x0)
				}
				return cmp.Compare(x.y, y.y)
			})
			a.first = min(a.first, b.first)
			runs = slices.Delete(runs, k, k+1)
			if k < i {
				i--
			}
			k--
		}
	}
	return runs
}

// inside reports whether b lies between lines of a, in the same column.
func inside(a, b *run) bool {
	if b.top < a.top || b.bottom > a.bottom || len(a.lines) < 2 {
		return false
	}
	if overlap(a.x0, a.x1, b.x0, b.x1) < 0.5*(b.x1-b.x0) {
		return false
	}
	for _, l := range a.lines {
		for _, m := range b.lines {
			if beside(l, m) {
				return false
			}
		}
	}
	return true
}

// beside reports whether m stands at the height of l without carrying it on:
// the next cell of a table, a note in the margin.
func beside(l, m *line) bool {
	if overlap(l.top(), l.bottom(), m.top(), m.bottom()) < 0.25*m.size {
		return false
	}
	apart := -overlap(l.x0, l.x1, m.x0, m.x1)
	return apart < -0.3*m.size || apart > m.size
}

// crown puts a heading that was drawn after its column on top of it, as layers
// of a design program have it.
func crown(runs []*run) []*run {
	for i := 0; i < len(runs); i++ {
		head := runs[i]
		for _, r := range runs {
			if len(head.lines) > 3 || len(r.lines) <= len(head.lines) || head.first < r.first || math.Abs(head.x0-r.x0) > 3 ||
				head.bottom > r.top+0.5*r.lines[0].size || r.top-head.bottom > 2*head.lines[0].size || head.x1 > r.x1+1 {
				continue
			}
			lines := r.lines
			r.lines = nil
			for _, l := range slices.Concat(head.lines, lines) {
				r.add(l)
			}
			runs = slices.Delete(runs, i, i+1)
			i--
			break
		}
	}
	return runs
}

// columnBefore reports whether a and b are columns of one width beside each
// other, a on the left: text frames are read so, in whatever order they were
// made.
func columnBefore(a, b *run) bool {
	const least = 4 // lines
	if len(a.lines) < least || len(b.lines) < least || a.x1 >= b.x0 {
		return false
	}
	wide, narrow := math.Max(a.x1-a.x0, b.x1-b.x0), math.Min(a.x1-a.x0, b.x1-b.x0)
	low := math.Min(a.bottom-a.top, b.bottom-b.top)
	return narrow > 0.75*wide && overlap(a.top, a.bottom, b.top, b.bottom) > 0.5*low && math.Abs(a.top-b.top) < 2*a.lines[0].size
}

// above orders runs so that none comes after a run that it stands above in
// the same column, or whose column stands left of its own; for the rest the
// stream decides. Where the two relations run in a circle, the stream does too.
func above(runs []*run) []*run {
	before := func(a, b *run) bool {
		narrow := math.Min(a.x1-a.x0, b.x1-b.x0)
		return overlap(a.x0, a.x1, b.x0, b.x1) > 0.2*narrow && a.top < b.top &&
			a.bottom <= b.top+0.5*b.lines[0].size || columnBefore(a, b)
	}
	slices.SortStableFunc(runs, func(a, b *run) int { return cmp.Compare(a.first, b.first) })
	waits := make([]int, len(runs))
	for i, b := range runs {
		for k, a := range runs {
			if i != k && before(a, b) {
				waits[i]++
			}
		}
	}
	done := make([]bool, len(runs))
	out := make([]*run, 0, len(runs))
	for len(out) < len(runs) {
		next := -1
		for i := range runs {
			if !done[i] && (next < 0 || waits[i] == 0 && waits[next] != 0) {
				next = i
			}
		}
		done[next] = true
		out = append(out, runs[next])
		for i, b := range runs {
			if !done[i] && before(runs[next], b) {
				waits[i]--
			}
		}
	}
	return out
}

// cut orders lines by white space: columns where a lane divides the page, else
// the parts above and below the widest gap (Nagy and Seth, 1984).
func cut(lines []*line, depth int) []*line {
	if len(lines) < 2 || depth > 40 {
		return sorted(lines)
	}
	if left, right := lane(lines); left != nil {
		return append(cut(left, depth+1), cut(right, depth+1)...)
	}
	if upper, lower := gap(lines); upper != nil {
		return append(cut(upper, depth+1), cut(lower, depth+1)...)
	}
	return sorted(lines)
}

func sorted(lines []*line) []*line {
	out := slices.Clone(lines)
	slices.SortStableFunc(out, func(a, b *line) int {
		return cmp.Or(cmp.Compare(math.Round(a.y/3), math.Round(b.y/3)), cmp.Compare(a.x0, b.x0))
	})
	return out
}

// lane finds a vertical lane of one em that no line crosses, with at least
// three lines on both sides.
func lane(lines []*line) (left, right []*line) {
	byLeft := slices.Clone(lines)
	slices.SortStableFunc(byLeft, func(a, b *line) int { return cmp.Compare(a.x0, b.x0) })
	edge := math.Inf(-1)
	for i, l := range byLeft {
		if i >= 3 && len(byLeft)-i >= 3 && l.x0-edge > l.size {
			return split(lines, func(m *line) bool { return m.x1 <= edge })
		}
		edge = math.Max(edge, l.x1)
	}
	return nil, nil
}

// gap finds the widest horizontal white band.
func gap(lines []*line) (upper, lower []*line) {
	byTop := slices.Clone(lines)
	slices.SortStableFunc(byTop, func(a, b *line) int { return cmp.Compare(a.top(), b.top()) })
	edge, widest, at := byTop[0].bottom(), 0.0, 0.0
	for _, l := range byTop[1:] {
		if white := l.top() - edge; white > widest {
			widest, at = white, edge
		}
		edge = math.Max(edge, l.bottom())
	}
	if widest <= 0 {
		return nil, nil
	}
	return split(lines, func(m *line) bool { return m.bottom() <= at })
}

func split(lines []*line, first func(*line) bool) (a, b []*line) {
	for _, l := range lines {
		if first(l) {
			a = append(a, l)
		} else {
			b = append(b, l)
		}
	}
	return a, b
}
