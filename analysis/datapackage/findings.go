package datapackage

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"rodedraad/analysis/table"
)

// findingsFile has each finding with its evidence, one a line.
const findingsFile = "findings.jsonl"

// writeFindings joins the tables finding and evidence, which are sorted alike.
func (p *pack) writeFindings(ctx context.Context, findings, evidence *definition) (err error) {
	f, err := os.Create(filepath.Join(p.folder, findingsFile))
	if err != nil {
		return err
	}
	defer f.Close()
	w := bufio.NewWriter(f)
	for _, part := range findings.parts(p.documents) {
		found, err := findings.read(ctx, p.db, part, p.WithText)
		if err != nil {
			return err
		}
		quotes, err := evidence.read(ctx, p.db, part, p.WithText)
		if err != nil {
			return err
		}
		at := map[string][][]any{}
		id := quotes.Index("finding_id")
		for _, row := range quotes.Rows {
			key := table.String(row[id])
			at[key] = append(at[key], row)
		}
		for i, row := range found.Rows {
			line, err := findingLine(found.Columns, row, quotes.Columns, at[found.Text(i, "finding_id")])
			if err != nil {
				return fmt.Errorf("finding %s: %w", found.Text(i, "finding_id"), err)
			}
			w.Write(line)
		}
	}
	return w.Flush()
}

// findingLine gives a finding as one line of JSON, its members in the order of
// the columns.
func findingLine(columns []table.Column, row []any, quoteColumns []table.Column, quotes [][]any) ([]byte, error) {
	var b bytes.Buffer
	b.WriteString("{")
	if err := members(&b, columns, row, ""); err != nil {
		return nil, err
	}
	b.WriteString(`,"evidence":[`)
	for i, q := range quotes {
		if i > 0 {
			b.WriteString(",")
		}
		b.WriteString("{")
		if err := members(&b, quoteColumns, q, "finding_id"); err != nil {
			return nil, err
		}
		b.WriteString("}")
	}
	b.WriteString("]}\n")
	return b.Bytes(), nil
}

// members writes a row as the members of an object, but for one.
func members(b *bytes.Buffer, columns []table.Column, row []any, but string) error {
	comma := ""
	for i, c := range columns {
		if c.Name == but {
			continue
		}
		cell := row[i]
		if day, ok := cell.(time.Time); ok {
			cell = day.Format(time.DateOnly)
		}
		value, err := json.Marshal(cell)
		if err != nil {
			return err
		}
		fmt.Fprintf(b, "%s%q:%s", comma, c.Name, value)
		comma = ","
	}
	return nil
}
