package datapackage

import (
	"context"
	"database/sql"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"rodedraad/analysis"
	"rodedraad/analysis/format"
	"rodedraad/analysis/table"
)

// content is what became of a table: how many rows, and of each column how
// often it is known and, where it is coded, which values it has.
type content struct {
	*definition
	rows    int64
	known   []int64
	allowed [][]string // values a coded column may have; nil: any
	strange [][]string // values that it has besides
}

// unknown are the codes that say that a report does not tell.
var unknown = []string{"onbekend", "niet_vermeld", "minderjarig_onbekend"}

// read asks for one part of a table.
func (d *definition) read(ctx context.Context, db analysis.DB, part string, withText bool) (*table.Table, error) {
	var args []any
	for _, a := range []sql.NamedArg{sql.Named("slice", part), sql.Named("text", withText)} {
		if strings.Contains(d.sql, "$"+a.Name) {
			args = append(args, a)
		}
	}
	rows, err := db.QueryContext(ctx, d.sql, args...)
	if err != nil {
		return nil, fmt.Errorf("table %s: %w", d.Name, err)
	}
	t, err := analysis.Scan(rows)
	if err != nil {
		return nil, fmt.Errorf("table %s: %w", d.Name, err)
	}
	columns := d.columns()
	if len(columns) != len(t.Columns) {
		return nil, fmt.Errorf("table %s: has %d columns, fields.yaml names %d", d.Name, len(t.Columns), len(columns))
	}
	for i, c := range t.Columns {
		if c.Name != columns[i].Name || c.Kind != columns[i].Kind {
			return nil, fmt.Errorf("table %s: has column %s (%s), fields.yaml has %s (%s)", d.Name, c.Name, c.Kind, columns[i].Name, columns[i].Kind)
		}
	}
	t.Columns = columns
	return t, nil
}

// writeTable writes a table as CSV and Parquet.
func (p *pack) writeTable(ctx context.Context, d *definition) (c *content, err error) {
	c = p.newContent(d)
	var streams []format.Stream
	for _, start := range []struct {
		extension string
		stream    func(io.Writer, []table.Column) (format.Stream, error)
	}{{"csv", format.NewCSV}, {"parquet", format.NewParquet}} {
		f, err := os.Create(filepath.Join(p.folder, "data", d.Name+"."+start.extension))
		if err != nil {
			return nil, err
		}
		defer f.Close()
		s, err := start.stream(f, d.columns())
		if err != nil {
			return nil, err
		}
		streams = append(streams, s)
	}
	for _, part := range d.parts(p.documents) {
		t, err := d.read(ctx, p.db, part, p.WithText)
		if err != nil {
			return nil, err
		}
		c.count(t)
		for _, s := range streams {
			if err := s.Write(t); err != nil {
				return nil, fmt.Errorf("table %s: %w", d.Name, err)
			}
		}
	}
	for _, s := range streams {
		if err := s.Close(); err != nil {
			return nil, fmt.Errorf("table %s: %w", d.Name, err)
		}
	}
	return c, nil
}

func (p *pack) newContent(d *definition) *content {
	n := len(d.Columns)
	c := &content{definition: d, known: make([]int64, n), allowed: make([][]string, n), strange: make([][]string, n)}
	for i, col := range d.Columns {
		c.allowed[i] = col.Values
		if col.Codes != "" {
			c.allowed[i] = p.codes[col.Codes]
		}
	}
	return c
}

// count counts rows and known values, and notices values that no list has.
func (c *content) count(t *table.Table) {
	c.rows += int64(len(t.Rows))
	for _, row := range t.Rows {
		for i, cell := range row {
			value, isText := cell.(string)
			coded := c.allowed[i] != nil
			if cell != nil && !(coded && slices.Contains(unknown, value)) {
				c.known[i]++
			}
			if coded && isText && !slices.Contains(c.allowed[i], value) && !slices.Contains(c.strange[i], value) {
				c.strange[i] = append(c.strange[i], value)
				slices.Sort(c.strange[i])
			}
		}
	}
}

// readCodes gives the codes of every variable, in the codebook's order.
func readCodes(ctx context.Context, db analysis.DB) (map[string][]string, error) {
	rows, err := db.QueryContext(ctx, "SELECT variable, code FROM code ORDER BY variable, position")
	if err != nil {
		return nil, err
	}
	t, err := analysis.Scan(rows)
	if err != nil {
		return nil, err
	}
	codes := map[string][]string{}
	for i := range t.Rows {
		v := t.Text(i, "variable")
		codes[v] = append(codes[v], t.Text(i, "code"))
	}
	return codes, nil
}
