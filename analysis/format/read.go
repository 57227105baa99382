package format

import (
	"bytes"
	"context"
	"fmt"

	"github.com/apache/arrow/go/v17/arrow"
	"github.com/apache/arrow/go/v17/arrow/array"
	"github.com/apache/arrow/go/v17/arrow/memory"
	"github.com/apache/arrow/go/v17/parquet/file"
	"github.com/apache/arrow/go/v17/parquet/pqarrow"

	"rodedraad/analysis/table"
)

// ReadParquet reads what [Parquet] wrote, so that an output can be compared
// with what went into it. Marks of hidden cells are text columns of their own.
func ReadParquet(content []byte) (*table.Table, error) {
	f, err := file.NewParquetReader(bytes.NewReader(content))
	if err != nil {
		return nil, fmt.Errorf("read parquet: %w", err)
	}
	defer f.Close()
	r, err := pqarrow.NewFileReader(f, pqarrow.ArrowReadProperties{}, memory.DefaultAllocator)
	if err != nil {
		return nil, fmt.Errorf("read parquet: %w", err)
	}
	all, err := r.ReadTable(context.Background())
	if err != nil {
		return nil, fmt.Errorf("read parquet: %w", err)
	}
	defer all.Release()
	t := &table.Table{}
	for _, field := range all.Schema().Fields() {
		t.Columns = append(t.Columns, table.Column{Name: field.Name, Kind: kindOf(field.Type)})
	}
	parts := array.NewTableReader(all, 0)
	defer parts.Release()
	for parts.Next() {
		appendRows(t, parts.Record())
	}
	return t, parts.Err()
}

func kindOf(t arrow.DataType) table.Kind {
	for kind, own := range arrowTypes {
		if arrow.TypeEqual(own, t) {
			return kind
		}
	}
	return table.Text
}

func appendRows(t *table.Table, r arrow.Record) {
	for i := range int(r.NumRows()) {
		row := make([]any, r.NumCols())
		for j, column := range r.Columns() {
			row[j] = cellOf(column, i)
		}
		t.Rows = append(t.Rows, row)
	}
}

func cellOf(column arrow.Array, i int) any {
	if column.IsNull(i) {
		return nil
	}
	switch c := column.(type) {
	case *array.String:
		return c.Value(i)
	case *array.Int64:
		return c.Value(i)
	case *array.Float64:
		return c.Value(i)
	case *array.Boolean:
		return c.Value(i)
	case *array.Date32:
		return c.Value(i).ToTime()
	}
	return column.ValueStr(i)
}
