package analysis

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"rodedraad/analysis/statistics"
	"rodedraad/analysis/table"
)

// Confidence is the level of every interval.
const Confidence = 0.95

// functions are what a header's computed columns can ask for, over whole
// numbers of the same row.
var functions = map[string]func(n []int64) float64{
	"share":       func(n []int64) float64 { return statistics.Wilson(n[0], n[1], Confidence).Estimate },
	"wilson_low":  func(n []int64) float64 { return statistics.Wilson(n[0], n[1], Confidence).Low },
	"wilson_high": func(n []int64) float64 { return statistics.Wilson(n[0], n[1], Confidence).High },
	"poisson_low": func(n []int64) float64 { return statistics.Poisson(n[0], Confidence).Low },
	"poisson_high": func(n []int64) float64 {
		return statistics.Poisson(n[0], Confidence).High
	},
}

// compute appends the computed columns, such as share: share(documents, codable).
func (q *Query) compute(t *Table) error {
	for _, name := range q.ColumnNames {
		call, ok := q.Computed[name]
		if !ok {
			continue
		}
		function, arguments, err := parseCall(call)
		if err != nil {
			return fmt.Errorf("column %s: %w", name, err)
		}
		t.Columns = append(t.Columns, table.Column{Name: name, Kind: table.Number})
		for i, row := range t.Rows {
			t.Rows[i] = append(slices.Clip(row), apply(t, i, function, arguments))
		}
	}
	return nil
}

func parseCall(call string) (func([]int64) float64, []string, error) {
	name, rest, ok := strings.Cut(call, "(")
	function := functions[name]
	if !ok || function == nil || !strings.HasSuffix(rest, ")") {
		return nil, nil, fmt.Errorf("cannot compute %q", call)
	}
	arguments := strings.Split(strings.TrimSuffix(rest, ")"), ",")
	for i := range arguments {
		arguments[i] = strings.TrimSpace(arguments[i])
	}
	if want := map[bool]int{true: 1, false: 2}[strings.HasPrefix(name, "poisson")]; len(arguments) != want {
		return nil, nil, fmt.Errorf("%s takes %d columns", name, want)
	}
	return function, arguments, nil
}

// apply gives nil where an argument is unknown or the figure is undefined.
func apply(t *Table, row int, function func([]int64) float64, arguments []string) any {
	n := []int64{}
	for _, a := range arguments {
		v, ok := t.Int(row, a)
		if !ok {
			return nil
		}
		n = append(n, v)
	}
	v := function(n)
	if math.IsNaN(v) {
		return nil
	}
	return math.Round(v*1e4) / 1e4
}
