package disclosure

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"rodedraad/analysis/table"
)

// Total is the value of a dimension in a row that sums over it.
const Total = "alle"

// Rule says how strict to be. The zero Rule protects nothing.
type Rule struct {
	Threshold int64 // counts of 1 up to but not including this are hidden
}

// Default is the rule of every output, unless a person asks otherwise.
var Default = Rule{Threshold: 5}

// forDimensions gives the threshold for a number of crossed properties: three
// or more point at people sooner, and double it.
func (r Rule) forDimensions(n int) int64 {
	if n >= 3 {
		return 2 * r.Threshold
	}
	return r.Threshold
}

// Declaration says which columns of a table are what.
type Declaration struct {
	Dimensions []string // properties that are crossed
	Counts     []string // numbers of units
	Derived    []string // figures that follow from a count and are hidden with it
	AddsOver   []string // dimensions over which cells add up to a total: a report has one year but many sectors
}

// Protect hides cells of a crossed table in place, audits what is left, and
// returns how many cells it hid. A table of fewer than two dimensions is left
// as it is. Rows that hold [Total] in a dimension are totals, which stay; they
// must be there for a dimension over which the cells do not add up.
func Protect(t *table.Table, d Declaration, rule Rule) (hidden int, err error) {
	if len(d.Dimensions) < 2 || rule.Threshold <= 1 {
		return 0, nil
	}
	cross, err := newCrossing(t, d)
	if err != nil {
		return 0, fmt.Errorf("table %s: %w", t.Name, err)
	}
	grids := []*grid{}
	for _, count := range d.Counts {
		g, err := cross.grid(t, count, rule.forDimensions(len(d.Dimensions)), d)
		if err != nil {
			return 0, fmt.Errorf("table %s: %w", t.Name, err)
		}
		g.primary()
		grids = append(grids, g)
	}
	settle(grids)
	for i, g := range grids {
		if r, c, found := g.firstDerivable(); found {
			return 0, fmt.Errorf("table %s: %s of %s and %s can be derived after suppression",
				t.Name, d.Counts[i], cross.rows[r], cross.cols[c])
		}
	}
	return cross.write(t, d, grids), nil
}

// settle hides the same cells in every grid, because one count tells about
// another, until nothing changes. Each round hides more, so it ends.
func settle(grids []*grid) {
	for changed := true; changed; {
		changed = false
		for _, g := range grids {
			g.complement()
		}
		for _, from := range grids {
			for _, to := range grids {
				for r := range from.marks {
					for c := range from.marks[r] {
						if from.marks[r][c] != shown && to.marks[r][c] == shown {
							to.hide(r, c)
							changed = true
						}
					}
				}
			}
		}
	}
}

// crossing places the rows of a long table in a grid: the first dimension down,
// the others together across.
type crossing struct {
	rows, cols []string
	dims       []int
	row        map[[2]int]int // place in the grid → row of the table
	totals     map[[2]string]int
}

func newCrossing(t *table.Table, d Declaration) (*crossing, error) {
	c := &crossing{row: map[[2]int]int{}, totals: map[[2]string]int{}}
	for _, name := range d.Dimensions {
		i := t.Index(name)
		if i < 0 {
			return nil, fmt.Errorf("dimension %s is not a column", name)
		}
		c.dims = append(c.dims, i)
	}
	for n, row := range t.Rows {
		down, across, isTotal := c.place(row)
		if isTotal {
			c.totals[[2]string{down, across}] = n
			continue
		}
		at := [2]int{position(&c.rows, down), position(&c.cols, across)}
		if other, twice := c.row[at]; twice {
			return nil, fmt.Errorf("rows %d and %d are the same cell", other+1, n+1)
		}
		c.row[at] = n
	}
	return c, nil
}

func (c *crossing) place(row []any) (down, across string, isTotal bool) {
	parts := []string{}
	for _, i := range c.dims {
		value := table.String(row[i])
		isTotal = isTotal || value == Total
		parts = append(parts, value)
	}
	return parts[0], strings.Join(parts[1:], "\x00"), isTotal
}

func position(names *[]string, name string) int {
	if i := slices.Index(*names, name); i >= 0 {
		return i
	}
	*names = append(*names, name)
	return len(*names) - 1
}

// grid reads one count column. Cells that the table leaves out are zero.
func (c *crossing) grid(t *table.Table, count string, threshold int64, d Declaration) (*grid, error) {
	values := make([][]int64, len(c.rows))
	for r := range values {
		values[r] = make([]int64, len(c.cols))
		for col := range c.cols {
			if n, ok := c.row[[2]int{r, col}]; ok {
				values[r][col], _ = t.Int(n, count)
			}
		}
	}
	g := newGrid(values, threshold)
	g.colsAdd = slices.Contains(d.AddsOver, d.Dimensions[0])
	g.rowsAdd = true
	for _, across := range d.Dimensions[1:] {
		g.rowsAdd = g.rowsAdd && slices.Contains(d.AddsOver, across)
	}
	return g, c.readTotals(t, count, g)
}

// readTotals replaces the sums of lines that do not add up by the totals that
// the table gives.
func (c *crossing) readTotals(t *table.Table, count string, g *grid) (err error) {
	total := func(down, across string) int64 {
		n, ok := c.totals[[2]string{down, across}]
		if !ok {
			err = errors.Join(err, fmt.Errorf("there is no total of %s for %s and %s", count, down, across))
			return 0
		}
		v, _ := t.Int(n, count)
		return v
	}
	if !g.rowsAdd {
		for r, name := range c.rows {
			g.rowTotals[r] = total(name, Total)
		}
	}
	if !g.colsAdd {
		for col, name := range c.cols {
			g.colTotals[col] = total(Total, name)
		}
	}
	if !g.rowsAdd || !g.colsAdd {
		g.total = total(Total, Total)
	}
	return err
}

// write puts the marks in the table.
func (c *crossing) write(t *table.Table, d Declaration, grids []*grid) (hidden int) {
	for at, n := range c.row {
		if grids[0].marks[at[0]][at[1]] == shown {
			continue
		}
		hidden++
		row := slices.Clone(t.Rows[n])
		for i, count := range d.Counts {
			column := t.Index(count)
			if row[column] == nil { // unknown: nothing can be said of it
				row[column] = table.Withheld
			} else {
				row[column] = grids[i].symbol(at[0], at[1])
			}
		}
		for _, name := range d.Derived {
			row[t.Index(name)] = table.Withheld
		}
		t.Rows[n] = row
	}
	return hidden
}

func (g *grid) symbol(r, c int) table.Hidden {
	if g.marks[r][c] == small {
		return table.Below(g.threshold)
	}
	return table.Withheld
}
