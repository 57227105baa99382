package analysis

import (
	"database/sql"
	"encoding/json"
	"fmt"
	"math"
	"math/big"
	"strings"
	"time"

	"rodedraad/analysis/table"
)

// Scan reads the rows of any SQL into a table and closes them. Types without a
// kind of their own become text; lists and structures become JSON.
func Scan(rows *sql.Rows) (*Table, error) { return ScanLimit(rows, -1) }

// ScanLimit is [Scan] for at most limit rows; a longer answer is cut off with a
// note that says so. A negative limit is none.
func ScanLimit(rows *sql.Rows, limit int) (*Table, error) {
	defer rows.Close()
	types, err := rows.ColumnTypes()
	if err != nil {
		return nil, err
	}
	t := &Table{}
	for _, c := range types {
		t.Columns = append(t.Columns, table.Column{Name: c.Name(), Kind: kindOf(c.DatabaseTypeName())})
	}
	cells := make([]any, len(types))
	places := make([]any, len(types))
	for i := range cells {
		places[i] = &cells[i]
	}
	for rows.Next() {
		if limit >= 0 && len(t.Rows) == limit {
			t.Notes = append(t.Notes, fmt.Sprintf("%d rows are shown; there are more", limit))
			break
		}
		if err := rows.Scan(places...); err != nil {
			return nil, err
		}
		row := make([]any, len(cells))
		for i, v := range cells {
			row[i] = convert(v, t.Columns[i].Kind)
		}
		t.Rows = append(t.Rows, row)
	}
	return t, rows.Err()
}

func kindOf(databaseType string) table.Kind {
	base, _, _ := strings.Cut(databaseType, "(")
	switch base {
	case "TINYINT", "SMALLINT", "INTEGER", "BIGINT", "HUGEINT", "UTINYINT", "USMALLINT", "UINTEGER", "UBIGINT":
		return table.Integer
	case "FLOAT", "DOUBLE", "DECIMAL":
		return table.Number
	case "BOOLEAN":
		return table.Boolean
	case "DATE":
		return table.Date
	}
	return table.Text
}

// convert turns what a driver gives into a cell of a kind; what does not fit
// is unknown rather than wrong.
func convert(v any, kind table.Kind) any {
	if v == nil {
		return nil
	}
	switch kind {
	case table.Integer:
		return wholeNumber(v)
	case table.Number:
		return number(v)
	case table.Boolean, table.Date:
		return v
	}
	switch v := v.(type) {
	case string:
		return v
	case []byte:
		return string(v)
	case time.Time:
		return v.UTC().Format("2006-01-02 15:04:05")
	case float64, int64, bool:
		return fmt.Sprint(v)
	}
	if text, err := json.Marshal(v); err == nil {
		return string(text)
	}
	return fmt.Sprint(v)
}

func wholeNumber(v any) any {
	if n, ok := v.(*big.Int); ok {
		if !n.IsInt64() {
			return nil
		}
		return n.Int64()
	}
	var n sql.Null[int64]
	if err := n.Scan(v); err != nil {
		return nil
	}
	return n.V
}

func number(v any) any {
	var f float64
	switch v := v.(type) {
	case float64:
		f = v
	case float32:
		f = float64(v)
	case interface{ Float64() float64 }: // the driver's decimals
		f = v.Float64()
	default:
		return nil
	}
	if math.IsNaN(f) || math.IsInf(f, 0) {
		return nil
	}
	return f
}
