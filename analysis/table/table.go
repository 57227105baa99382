// Package table holds the result of a question: typed columns and rows, small
// enough to stand in memory. Queries make tables, disclosure control hides
// cells in them, writers print them.
package table

import (
	"fmt"
	"strconv"
	"time"
)

// Kind is the type of a column's values.
type Kind int

// The kinds, with the Go type that a cell of that kind holds.
const (
	Text    Kind = iota // string
	Integer             // int64
	Number              // float64
	Boolean             // bool
	Date                // time.Time at midnight UTC
)

// String gives the name of a kind as the documentation uses it.
func (k Kind) String() string {
	return [...]string{"text", "integer", "number", "boolean", "date"}[k]
}

// Column is the name, type and meaning of one column.
type Column struct {
	Name        string
	Kind        Kind
	Label       string // for readers; empty: the name
	Description string
	MayHide     bool // whether disclosure control can hide cells of it
}

// Table is an answer. A cell is nil (unknown), a value of its column's kind, or
// a [Hidden].
type Table struct {
	Name    string
	Title   string
	Unit    string // what is counted
	Columns []Column
	Rows    [][]any
	Notes   []string // what a reader must know, such as why cells are hidden
}

// Hidden stands in a cell whose value is withheld; its text is what readers see.
type Hidden string

// Withheld marks a cell of which nothing is told.
const Withheld Hidden = "x"

// Below marks a cell of which is told only that it is less than a threshold.
func Below(threshold int64) Hidden {
	return Hidden("<" + strconv.FormatInt(threshold, 10))
}

// Index gives the place of a column, or -1.
func (t *Table) Index(column string) int {
	for i, c := range t.Columns {
		if c.Name == column {
			return i
		}
	}
	return -1
}

// Cell gives the value in a row under a column name; nil when there is no such
// column.
func (t *Table) Cell(row int, column string) any {
	if i := t.Index(column); i >= 0 {
		return t.Rows[row][i]
	}
	return nil
}

// Text gives a cell as text; "" when it is unknown.
func (t *Table) Text(row int, column string) string {
	return String(t.Cell(row, column))
}

// Int gives a cell as a whole number; false when it is unknown or hidden.
func (t *Table) Int(row int, column string) (int64, bool) {
	v, ok := t.Cell(row, column).(int64)
	return v, ok
}

// Float gives a cell as a number; false when it is unknown or hidden.
func (t *Table) Float(row int, column string) (float64, bool) {
	switch v := t.Cell(row, column).(type) {
	case float64:
		return v, true
	case int64:
		return float64(v), true
	}
	return 0, false
}

// String writes a cell as machines read it: a point for decimals, ISO dates,
// "" for unknown.
func String(cell any) string {
	switch v := cell.(type) {
	case nil:
		return ""
	case string:
		return v
	case Hidden:
		return string(v)
	case int64:
		return strconv.FormatInt(v, 10)
	case float64:
		return strconv.FormatFloat(v, 'g', 6, 64)
	case bool:
		return strconv.FormatBool(v)
	case time.Time:
		return v.Format(time.DateOnly)
	}
	return fmt.Sprint(cell)
}
