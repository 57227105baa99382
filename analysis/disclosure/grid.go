package disclosure

// mark says what a reader is told about a cell.
type mark byte

const (
	shown  mark = iota
	small       // below the threshold
	masked      // nothing
)

// grid is a table of counts by two properties. Readers know its cells as far as
// marks say, and its totals.
type grid struct {
	values    [][]int64
	marks     [][]mark
	threshold int64
	// Whether the cells of a row, or of a column, add up to its total. They do
	// not when a unit can stand in several of them, as a report has many
	// sectors; then the total only bounds each cell.
	rowsAdd, colsAdd bool

	rowTotals []int64
	colTotals []int64
	total     int64
}

func newGrid(values [][]int64, threshold int64) *grid {
	g := &grid{values: values, threshold: threshold, rowsAdd: true, colsAdd: true}
	g.marks = make([][]mark, len(values))
	g.rowTotals = make([]int64, len(values))
	for r, row := range values {
		g.marks[r] = make([]mark, len(row))
		if g.colTotals == nil {
			g.colTotals = make([]int64, len(row))
		}
		for c, v := range row {
			g.rowTotals[r] += v
			g.colTotals[c] += v
			g.total += v
		}
	}
	return g
}

func (g *grid) isSmall(v int64) bool { return v > 0 && v < g.threshold }

// hide marks a cell as strongly as its value allows: "<5" must be true.
func (g *grid) hide(r, c int) {
	if g.marks[r][c] == shown {
		g.marks[r][c] = g.markFor(r, c)
	}
}

func (g *grid) markFor(r, c int) mark {
	if g.values[r][c] < g.threshold {
		return small
	}
	return masked
}

// primary hides small cells, and the whole line where the total is small: there
// a zero would tell where the few are.
func (g *grid) primary() {
	for r, row := range g.values {
		for c, v := range row {
			if g.isSmall(v) || g.isSmall(g.rowTotals[r]) || g.isSmall(g.colTotals[c]) {
				g.hide(r, c)
			}
		}
	}
}

// complement hides further cells until none can be derived.
func (g *grid) complement() {
	for {
		r, c, found := g.firstDerivable()
		if !found || !g.hideMore(r, c) {
			return
		}
	}
}

// hideMore hides the cells that cost least to make the given one underivable,
// and reports whether there was a way.
func (g *grid) hideMore(r, c int) bool {
	raise := g.values[r][c] == 0 // a small count can go down without telling more
	best, cost := g.cycle(r, c, raise, true)
	if other, otherCost := g.cycle(r, c, !raise, true); best == nil || (other != nil && otherCost < cost) {
		best = other
	}
	for _, s := range best {
		g.hide(s.row, s.col)
		if !g.canMove(s, false) {
			g.marks[s.row][s.col] = masked // "<5" tells too much here
		}
	}
	return best != nil
}

// cost orders cells by what hiding them loses: small counts first, zeros last,
// because a table needs its zeros more than its details. Hidden cells are free.
func (g *grid) cost(r, c int) int64 {
	switch {
	case g.marks[r][c] != shown:
		return 0
	case g.values[r][c] == 0:
		return 1 << 40
	}
	return g.values[r][c]
}

// firstDerivable finds a hidden cell whose value a reader can work out, leaving
// out cells that the totals alone give away: hiding cannot help there.
func (g *grid) firstDerivable() (row, col int, found bool) {
	for r := range g.values {
		for c := range g.values[r] {
			if g.marks[r][c] != shown && g.derivable(r, c) && !g.hopeless(r, c) {
				return r, c, true
			}
		}
	}
	return 0, 0, false
}

// hopeless reports whether the cell follows from the totals even when nothing
// is told of any cell.
func (g *grid) hopeless(r, c int) bool {
	for _, raise := range []bool{true, false} {
		if path, _ := g.cycle(r, c, raise, true); path != nil {
			return false
		}
	}
	return true
}

const unlimited = 1 << 62

// bounds are the values of a cell that a mark and the totals allow: a unit that
// is in the cell is in its row and in its column (Fréchet's bounds). A masked
// cell at or above the threshold is taken to be known as such, which is
// stricter than what the reader is told.
func (g *grid) bounds(r, c int, m mark) (low, high int64) {
	v := g.values[r][c]
	if m == shown {
		return v, v
	}
	low = max(0, g.rowTotals[r]+g.colTotals[c]-g.total)
	high = min(g.rowTotals[r], g.colTotals[c])
	if m == small {
		high = min(high, g.threshold-1)
	} else if v >= g.threshold {
		low = max(low, g.threshold)
	}
	return low, high
}

// derivable reports whether a reader who knows totals, shown cells and marks
// can work out a hidden cell exactly.
//
// The counts are a flow from rows to columns. A cell can have another value
// exactly when it lies on a cycle of cells that can be raised and lowered in
// turn, leaving every total as it is (D. Gusfield, A graph theoretic approach to
// statistical data security, 1988).
func (g *grid) derivable(r, c int) bool {
	for _, raise := range []bool{true, false} {
		if path, _ := g.cycle(r, c, raise, false); path != nil {
			return false
		}
	}
	return true
}
