package format

import (
	"fmt"
	"io"
	"time"

	"github.com/apache/arrow/go/v17/arrow"
	"github.com/apache/arrow/go/v17/arrow/array"
	"github.com/apache/arrow/go/v17/arrow/ipc"
	"github.com/apache/arrow/go/v17/arrow/memory"

	"rodedraad/analysis/table"
)

// Parquet writes a table as one Parquet file with zstd compression. A column of
// which cells can be hidden is followed by a text column <name>_hidden that has
// the mark; the number itself is null there.
func Parquet(w io.Writer, t *table.Table) error {
	stream, err := NewParquet(w, t.Columns)
	if err != nil {
		return err
	}
	if err := stream.Write(t); err != nil {
		return err
	}
	return stream.Close()
}

// Arrow writes a table as an Arrow IPC file, with the columns of [Parquet].
func Arrow(w io.Writer, t *table.Table) error {
	record := columnar(t)
	defer record.Release()
	a := ipc.NewWriter(w, ipc.WithSchema(record.Schema()))
	if err := a.Write(record); err != nil {
		return fmt.Errorf("write arrow: %w", err)
	}
	return a.Close()
}

var arrowTypes = map[table.Kind]arrow.DataType{
	table.Text:    arrow.BinaryTypes.String,
	table.Integer: arrow.PrimitiveTypes.Int64,
	table.Number:  arrow.PrimitiveTypes.Float64,
	table.Boolean: arrow.FixedWidthTypes.Boolean,
	table.Date:    arrow.FixedWidthTypes.Date32,
}

func columnar(t *table.Table) arrow.Record {
	var fields []arrow.Field
	for _, c := range t.Columns {
		fields = append(fields, arrow.Field{Name: c.Name, Type: arrowTypes[c.Kind], Nullable: true})
		if c.MayHide {
			fields = append(fields, arrow.Field{Name: c.Name + "_hidden", Type: arrow.BinaryTypes.String, Nullable: true})
		}
	}
	b := array.NewRecordBuilder(memory.DefaultAllocator, arrow.NewSchema(fields, nil))
	defer b.Release()
	for _, row := range t.Rows {
		at := 0
		for i, cell := range row {
			appendCell(b.Field(at), cell)
			at++
			if t.Columns[i].MayHide {
				mark, _ := cell.(table.Hidden)
				appendCell(b.Field(at), nilIfEmpty(string(mark)))
				at++
			}
		}
	}
	return b.NewRecord()
}

func nilIfEmpty(s string) any {
	if s == "" {
		return nil
	}
	return s
}

// appendCell appends a cell; what is unknown, hidden or of another kind is null.
func appendCell(b array.Builder, cell any) {
	switch b := b.(type) {
	case *array.StringBuilder:
		if v, ok := cell.(string); ok {
			b.Append(v)
			return
		}
	case *array.Int64Builder:
		if v, ok := cell.(int64); ok {
			b.Append(v)
			return
		}
	case *array.Float64Builder:
		if v, ok := cell.(float64); ok {
			b.Append(v)
			return
		}
	case *array.BooleanBuilder:
		if v, ok := cell.(bool); ok {
			b.Append(v)
			return
		}
	case *array.Date32Builder:
		if v, ok := cell.(time.Time); ok {
			b.Append(arrow.Date32FromTime(v))
			return
		}
	}
	b.AppendNull()
}
