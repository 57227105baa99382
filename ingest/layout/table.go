package layout

import (
	"math"
	"regexp"
	"slices"
	"unicode"
)

// findTables marks the lines of tables and puts their cells in reading order:
// row by row, cell by cell.
func (s *sheet) findTables() {
	table := 0
	grids := gridsOf(s.rules)
	for _, g := range append(grids, s.openGrids(grids)...) {
		table++
		s.ruled(g, table)
	}
	table = s.tagged(table)
	s.aligned(table)
}

// ruled cuts the lines inside a grid into cells and sorts them by row and cell
// at the place of the first.
func (s *sheet) ruled(g grid, table int) {
	var cells, before, after []*line
	columns := map[int]bool{}
	for _, l := range s.lines {
		rest, found := cutCells(l, g, table)
		cells = append(cells, found...)
		for _, c := range found {
			columns[c.cell] = true
		}
		if rest == nil {
			continue
		}
		if len(cells) == 0 {
			before = append(before, rest)
		} else {
			after = append(after, rest)
		}
	}
	if len(columns) < 2 {
		return // a frame around text
	}
	slices.SortStableFunc(cells, func(a, b *line) int {
		if a.row != b.row {
			return a.row - b.row
		}
		return a.cell - b.cell
	})
	s.lines = append(append(before, cells...), after...)
}

// cutCells splits a line over the cells its words stand in; rest holds the
// words outside the grid. The line itself stays as it is.
func cutCells(l *line, g grid, table int) (rest *line, cells []*line) {
	if l.furniture || l.table != 0 || l.words[0].Angle != 0 {
		return l, nil
	}
	var part *line
	for _, w := range l.words {
		row, cell, ok := g.cell((w.X0+math.Min(w.X1, w.X0+2*w.Size))/2, w.Y-0.3*w.Size)
		if !ok {
			if rest == nil {
				rest = &line{page: l.page, column: l.column, table: l.table, row: l.row, cell: l.cell}
			}
			rest.words = append(rest.words, w)
			continue
		}
		if part == nil || part.row != row || part.cell != cell {
			part = &line{page: l.page, column: l.column, table: table, row: row, cell: cell}
			cells = append(cells, part)
		}
		part.words = append(part.words, w)
	}
	if len(cells) == 0 {
		return l, nil
	}
	if rest != nil {
		rest.measure()
	}
	for _, c := range cells {
		c.words[0].column, c.words[0].Glued = false, false
		c.measure()
	}
	return rest, cells
}

// cellTag holds what the structure of a tagged file calls a cell.
var cellTag = map[string]bool{"TD": true, "TH": true}

// tagged finds the tables that a tagged file marks as such, drawn without
// rules: cells follow each other from left to right, rows go down.
func (s *sheet) tagged(table int) int {
	isCell := func(l *line) bool { return l.table == 0 && !l.furniture && cellTag[l.words[0].Tag] }
	var out []*line
	for i := 0; i < len(s.lines); {
		k := i
		for k < len(s.lines) && isCell(s.lines[k]) {
			k++
		}
		if k == i {
			out = append(out, s.lines[i])
			i++
			continue
		}
		var parts []*line
		for _, l := range s.lines[i:k] {
			parts = append(parts, segments(l)...)
		}
		if placeCells(parts) {
			table++
			for _, p := range parts {
				p.table = table
			}
			out = append(out, parts...)
		} else {
			out = append(out, s.lines[i:k]...)
		}
		i = k
	}
	s.lines = out
	return table
}

// placeCells numbers rows and cells; false when there is but one column.
func placeCells(parts []*line) bool {
	row, cell, widest := 0, 0, 0
	top := parts[0].y
	for i, p := range parts[1:] {
		prev := parts[i]
		switch {
		case p.x0 < prev.x0-p.size && p.y > top+0.5*p.size:
			row, cell, top = row+1, 0, p.y
		case overlap(prev.x0, prev.x1, p.x0, p.x1) <= 0 || p.y < prev.y-0.3*p.size:
			cell++
		case cell == 0 && p.y-prev.y > 1.6*p.size:
			row, top = row+1, p.y
		}
		p.row, p.cell = row, cell
		widest = max(widest, cell)
	}
	return widest > 0
}

// aligned finds tables without rules: at least three lines in a row that are
// cut at the same places, and the lines between them that carry a cell on.
func (s *sheet) aligned(table int) {
	var out []*line
	for i := 0; i < len(s.lines); {
		n, edges := s.alignedFrom(i)
		if n == 0 {
			out = append(out, s.lines[i])
			i++
			continue
		}
		table++
		row := -1
		for _, l := range s.lines[i : i+n] {
			parts := segmentsAt(l, edges)
			if len(parts) > 1 || row < 0 || startsRow(parts[0], edges) {
				row++
			}
			for _, p := range parts {
				p.table, p.row, p.cell = table, row, nearest(edges, p)
				out = append(out, p)
			}
		}
		i += n
	}
	s.lines = out
	s.sortCells()
}

// sortCells puts the lines of each row's cells together, cell after cell.
func (s *sheet) sortCells() {
	for i := 0; i < len(s.lines); {
		k := i + 1
		for k < len(s.lines) && s.lines[i].table != 0 && s.lines[k].table == s.lines[i].table {
			k++
		}
		slices.SortStableFunc(s.lines[i:k], func(a, b *line) int {
			if a.row != b.row {
				return a.row - b.row
			}
			return a.cell - b.cell
		})
		i = k
	}
}

// gapped reports whether a line has wide gaps.
func (l *line) gapped() bool {
	return slices.ContainsFunc(l.words[1:], func(w word) bool { return w.column })
}

// segments splits a line at its wide gaps.
func segments(l *line) []*line {
	var out []*line
	for _, w := range l.words {
		if len(out) == 0 || w.column {
			out = append(out, &line{page: l.page, column: l.column})
		}
		p := out[len(out)-1]
		w.column = false
		p.words = append(p.words, w)
	}
	for _, p := range out {
		p.words[0].Glued = false
		p.measure()
	}
	return out
}

// segmentsAt splits a line of a table at its wide gaps, and where a word begins
// right at the edge of a column: a full cell leaves no wide gap behind it.
func segmentsAt(l *line, edges []edge) []*line {
	cut := *l
	cut.words = slices.Clone(l.words)
	for i := 1; i < len(cut.words); i++ {
		w := &cut.words[i]
		for _, e := range edges[1:] {
			w.column = w.column || !w.Glued && math.Abs(w.X0-e.left) < 0.5
		}
	}
	return segments(&cut)
}

// edge is where the cells of a column begin (left) or end (right).
type edge struct{ left, right float64 }

// alignedFrom returns how many lines from i on form a table without rules, and
// its columns.
func (s *sheet) alignedFrom(i int) (int, []edge) {
	first := s.lines[i]
	if first.table != 0 || first.furniture || !first.gapped() || contentsLine(first) {
		return 0, nil
	}
	parts := segments(first)
	edges := make([]edge, len(parts))
	for k, p := range parts {
		edges[k] = edge{p.x0, p.x1}
	}
	rows, n, markers, second := 0, 0, 0, 0
	for k := i; k < len(s.lines); k++ {
		l := s.lines[k]
		if l.table != 0 || l.furniture || k > i && !below(s.lines[k-1], l) || contentsLine(l) {
			break
		}
		parts := segments(l)
		if !fits(parts, edges) {
			break
		}
		if len(parts) > 1 {
			rows++
			n = k - i + 1
			if text := parts[0].text(); isMarker(text) || decimalMark.MatchString(text) {
				markers++
			}
			second += len(parts[1].words)
		} else if nearest(edges, parts[0]) > 0 {
			n = k - i + 1
		}
	}
	if rows < 3 || markers == rows && len(edges) == 2 {
		return 0, nil
	}
	return n, edges
}

// decimalMark matches the number of a numbered paragraph: no table.
var decimalMark = regexp.MustCompile(`^\d{1,2}(?:\.\d{1,2}){0,3}\.?$`)

func below(a, b *line) bool {
	return b.y > a.y-0.3*a.size && b.y-a.y < 3*math.Max(a.size, b.size)
}

// fits reports whether every part stands at an edge of its own.
func fits(parts []*line, edges []edge) bool {
	last := -1
	for _, p := range parts {
		k := nearest(edges, p)
		if k <= last || math.Abs(p.x0-edges[k].left) > 4 && math.Abs(p.x1-edges[k].right) > 4 {
			return false
		}
		last = k
	}
	return true
}

func nearest(edges []edge, p *line) int {
	best, at := math.Inf(1), 0
	for k, e := range edges {
		if d := math.Min(math.Abs(p.x0-e.left), math.Abs(p.x1-e.right)); d < best {
			best, at = d, k
		}
	}
	return at
}

// startsRow reports whether a lone part in the first column begins a row: a
// cell that goes on goes on in lower case.
func startsRow(p *line, edges []edge) bool {
	for _, r := range p.words[0].Text {
		return nearest(edges, p) == 0 && !unicode.IsLower(r)
	}
	return false
}
