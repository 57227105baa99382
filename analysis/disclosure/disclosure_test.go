package disclosure

import (
	"fmt"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"rodedraad/analysis/table"
)

var additive = Declaration{
	Dimensions: []string{"a", "b"}, Counts: []string{"n"}, Derived: []string{"share"}, AddsOver: []string{"a", "b"},
}

func long(values [][]int64) *table.Table {
	t := &table.Table{Name: "test", Columns: []table.Column{
		{Name: "a"}, {Name: "b"}, {Name: "n", Kind: table.Integer}, {Name: "share", Kind: table.Number},
	}}
	for r, row := range values {
		for c, v := range row {
			t.Rows = append(t.Rows, []any{fmt.Sprint("r", r), fmt.Sprint("c", c), v, float64(v) / 100})
		}
	}
	return t
}

func cells(t *table.Table) []string {
	out := []string{}
	for i := range t.Rows {
		out = append(out, t.Text(i, "n"))
	}
	return out
}

func TestProtectHidesSmallCountsAndWhatGivesThemAway(t *testing.T) {
	got := long([][]int64{{3, 20, 30}, {12, 9, 40}, {15, 25, 35}})
	hidden, err := Protect(got, additive, Default)
	if err != nil {
		t.Fatal(err)
	}
	// The 3 goes with the least count of its row and of its column, and with
	// the cell where those two meet.
	want := "[<5 x 30 x x 40 15 25 35]"
	if fmt.Sprint(cells(got)) != want || hidden != 4 {
		t.Errorf("got %v (%d hidden), want %s", cells(got), hidden, want)
	}
	if got.Text(0, "share") != "x" || got.Text(2, "share") != "0.3" {
		t.Errorf("a share follows its count: got %s and %s", got.Text(0, "share"), got.Text(2, "share"))
	}
}

func TestProtectHidesZerosOfASmallLine(t *testing.T) {
	got := long([][]int64{{2, 0, 0}, {10, 20, 30}, {10, 20, 30}})
	if _, err := Protect(got, additive, Default); err != nil {
		t.Fatal(err)
	}
	for i := range 3 {
		if got.Text(i, "n") != "<5" {
			t.Errorf("cell %d of a row of 2 in all: got %s", i, got.Text(i, "n"))
		}
	}
}

func TestProtectLeavesOneWayTablesAlone(t *testing.T) {
	got := long([][]int64{{1, 2, 3}})
	hidden, err := Protect(got, Declaration{Dimensions: []string{"b"}, Counts: []string{"n"}}, Default)
	if err != nil || hidden != 0 || fmt.Sprint(cells(got)) != "[1 2 3]" {
		t.Errorf("got %v, %d hidden, %v", cells(got), hidden, err)
	}
}

func TestProtectOffOnlyByRule(t *testing.T) {
	got := long([][]int64{{1, 2}, {3, 4}})
	if hidden, err := Protect(got, additive, Rule{}); err != nil || hidden != 0 {
		t.Errorf("%d hidden, %v", hidden, err)
	}
}

func TestTableThatIsNotAdditiveNeedsTotals(t *testing.T) {
	d := additive
	d.AddsOver = []string{"a"}
	if _, err := Protect(long([][]int64{{1, 2}, {3, 4}}), d, Default); err == nil {
		t.Error("accepted a table whose totals are not known")
	}
}

// solutions counts in how many ways a reader can fill the hidden cells, and
// gives the values each cell takes, by trying them all.
func solutions(g *grid) []map[int64]bool {
	cols := len(g.values[0])
	n := len(g.values) * cols
	seen := make([]map[int64]bool, n)
	for i := range seen {
		seen[i] = map[int64]bool{}
	}
	try := make([]int64, n)
	var fill func(i int)
	fill = func(i int) {
		if g.rowsAdd && i%cols == 0 && i > 0 && sum(try[i-cols:i]) != g.rowTotals[i/cols-1] {
			return
		}
		if i == n {
			for c := range cols {
				total := int64(0)
				for r := range g.values {
					total += try[r*cols+c]
				}
				if g.colsAdd && total != g.colTotals[c] {
					return
				}
			}
			for j, v := range try {
				seen[j][v] = true
			}
			return
		}
		r, c := i/cols, i%cols
		low, high := g.bounds(r, c, g.marks[r][c])
		for v := low; v <= high; v++ {
			try[i] = v
			fill(i + 1)
		}
	}
	fill(0)
	return seen
}

func sum(values []int64) (total int64) {
	for _, v := range values {
		total += v
	}
	return total
}

func drawValues(t *rapid.T, most int64) [][]int64 {
	rows, cols := rapid.IntRange(2, 3).Draw(t, "rows"), rapid.IntRange(2, 3).Draw(t, "cols")
	values := make([][]int64, rows)
	for r := range values {
		values[r] = make([]int64, cols)
		for c := range values[r] {
			values[r][c] = rapid.Int64Range(0, most).Draw(t, "count")
		}
	}
	return values
}

// drawGrid makes a grid in which lines add up or not; where they do not, the
// total is a number of units that could stand in the cells.
func drawGrid(t *rapid.T, most int64) *grid {
	g := newGrid(drawValues(t, most), 3)
	g.rowsAdd, g.colsAdd = rapid.Bool().Draw(t, "rows add"), rapid.Bool().Draw(t, "columns add")
	loosen := func(totals []int64, lines func(i int) []int64) {
		for i := range totals {
			cells := lines(i)
			totals[i] = rapid.Int64Range(slices.Max(cells), sum(cells)).Draw(t, "total")
		}
	}
	if !g.rowsAdd {
		loosen(g.rowTotals, func(r int) []int64 { return g.values[r] })
	}
	if !g.colsAdd {
		loosen(g.colTotals, func(c int) (col []int64) {
			for r := range g.values {
				col = append(col, g.values[r][c])
			}
			return col
		})
	}
	if !g.rowsAdd || !g.colsAdd {
		g.total = sum(g.rowTotals) + sum(g.colTotals)
	}
	return g
}

// The audit asks the graph; this asks every possible table.
func TestAuditAgreesWithTryingEveryTable(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		g := drawGrid(t, 3)
		for r := range g.marks {
			for c := range g.marks[r] {
				if rapid.Bool().Draw(t, "hide") {
					g.hide(r, c)
				}
			}
		}
		seen := solutions(g)
		for r := range g.marks {
			for c := range g.marks[r] {
				if g.marks[r][c] == shown {
					continue
				}
				unique := len(seen[r*len(g.values[0])+c]) == 1
				if got := g.derivable(r, c); got != unique {
					t.Fatalf("%v marks %v cell %d,%d: graph says %v, all tables say %v",
						g.values, g.marks, r, c, got, unique)
				}
			}
		}
	})
}

func TestNothingHiddenCanBeDerived(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		g := drawGrid(t, 6)
		g.primary()
		settle([]*grid{g})
		seen := solutions(g)
		for r := range g.marks {
			for c := range g.marks[r] {
				v := g.values[r][c]
				if g.isSmall(v) && g.marks[r][c] == shown {
					t.Fatalf("%v: count %d is shown", g.values, v)
				}
				if g.marks[r][c] == small && v >= g.threshold {
					t.Fatalf("%v: %d is said to be small", g.values, v)
				}
				alone := g.hopeless(r, c)
				if g.marks[r][c] != shown && !alone && len(seen[r*len(g.values[0])+c]) == 1 {
					t.Fatalf("%v marks %v: cell %d,%d can be derived", g.values, g.marks, r, c)
				}
			}
		}
	})
}

func TestCountsOfOneCellAreHiddenTogether(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		values := drawValues(t, 12)
		tab := long(values)
		tab.Columns = append(tab.Columns, table.Column{Name: "m", Kind: table.Integer})
		for i := range tab.Rows {
			more := rapid.Int64Range(0, 5).Draw(t, "more")
			n, _ := tab.Int(i, "n")
			tab.Rows[i] = append(tab.Rows[i], n+more)
		}
		d := additive
		d.Counts = []string{"n", "m"}
		if _, err := Protect(tab, d, Default); err != nil {
			t.Fatal(err)
		}
		for i := range tab.Rows {
			_, n := tab.Cell(i, "n").(table.Hidden)
			_, m := tab.Cell(i, "m").(table.Hidden)
			if n != m {
				t.Fatalf("row %d: %s beside %s", i, tab.Text(i, "n"), tab.Text(i, "m"))
			}
		}
	})
}
