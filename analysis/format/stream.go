package format

import (
	"encoding/csv"
	"fmt"
	"io"
	"strings"

	"github.com/apache/arrow/go/v17/parquet"
	"github.com/apache/arrow/go/v17/parquet/compress"
	"github.com/apache/arrow/go/v17/parquet/pqarrow"

	"rodedraad/analysis/table"
)

// Stream writes a table that does not fit in memory: part after part, each with
// the same columns. Close ends what it writes but closes no file.
type Stream interface {
	Write(part *table.Table) error
	Close() error
}

// NewCSV starts a stream in the form of [CSV]: one header line before the first
// part.
func NewCSV(w io.Writer, columns []table.Column) (Stream, error) {
	c := csv.NewWriter(w)
	line := make([]string, len(columns))
	for i, column := range columns {
		line[i] = column.Name
	}
	return &csvStream{c, columns, line}, c.Write(line)
}

type csvStream struct {
	w       *csv.Writer
	columns []table.Column
	line    []string
}

func (s *csvStream) Write(part *table.Table) error {
	for _, row := range part.Rows {
		for i, cell := range row {
			s.line[i] = table.String(cell)
			if s.columns[i].Kind == table.Text && strings.ContainsAny(s.line[i][:min(1, len(s.line[i]))], "=+-@\t\r") {
				s.line[i] = "'" + s.line[i]
			}
		}
		if err := s.w.Write(s.line); err != nil {
			return err
		}
	}
	s.w.Flush()
	return s.w.Error()
}

func (s *csvStream) Close() error {
	s.w.Flush()
	return s.w.Error()
}

// NewParquet starts a stream in the form of [Parquet]: each part that has rows
// is a row group.
func NewParquet(w io.Writer, columns []table.Column) (Stream, error) {
	empty := columnar(&table.Table{Columns: columns})
	defer empty.Release()
	properties := parquet.NewWriterProperties(
		parquet.WithCompression(compress.Codecs.Zstd), parquet.WithCreatedBy("rodedraad"))
	// The writer closes what it writes to; our caller's file is not ours to close.
	p, err := pqarrow.NewFileWriter(empty.Schema(), struct{ io.Writer }{w}, properties, pqarrow.NewArrowWriterProperties())
	if err != nil {
		return nil, fmt.Errorf("write parquet: %w", err)
	}
	return &parquetStream{p}, nil
}

type parquetStream struct{ w *pqarrow.FileWriter }

func (s *parquetStream) Write(part *table.Table) error {
	if len(part.Rows) == 0 {
		return nil
	}
	record := columnar(part)
	defer record.Release()
	if err := s.w.Write(record); err != nil {
		return fmt.Errorf("write parquet: %w", err)
	}
	return nil
}

func (s *parquetStream) Close() error { return s.w.Close() }
