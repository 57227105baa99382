package warehouse

import (
	"context"
	"fmt"
	"strings"

	"rodedraad/data"
)

// SchemaVersion is the version of the tables that this program reads and
// writes.
const SchemaVersion = 1

// tables lists what belongs to one document, in the order in which it is
// appended and removed.
var documentTables = []string{
	"document", "document_organisation", "page", "passage", "finding",
	"evidence", "calamity_reading", "victim_reading", "recommendation",
	"reported_count", "ledger",
}

// create makes the tables of an empty database, with their comments.
func (h *handle) create(ctx context.Context, book *data.Codebook) error {
	schema, err := data.Schema()
	if err != nil {
		return err
	}
	columns, err := data.Columns()
	if err != nil {
		return err
	}
	var b strings.Builder
	b.WriteString("BEGIN TRANSACTION;\n" + schema)
	for _, c := range columns {
		fmt.Fprintf(&b, "COMMENT ON COLUMN %s.%s IS %s;\n", c.Table, c.Name, quoted(c.Comment))
	}
	fmt.Fprintf(&b, "INSERT INTO warehouse VALUES (%d, 1);\nCOMMIT;", SchemaVersion)
	if _, err := h.ExecContext(ctx, b.String()); err != nil {
		return fmt.Errorf("create the tables: %w", err)
	}
	return h.fillLists(ctx, book)
}

func quoted(s string) string { return "'" + strings.ReplaceAll(s, "'", "''") + "'" }

// fillLists writes the codebook and the lists anew.
func (h *handle) fillLists(ctx context.Context, book *data.Codebook) error {
	rows, err := listRows(book)
	if err != nil {
		return err
	}
	return h.transaction(ctx, func(a *appenders) error {
		for _, table := range []string{"code", "organisation", "municipality", "context_series"} {
			if err := a.exec("DELETE FROM " + table); err != nil {
				return err
			}
			for _, row := range rows[table] {
				if err := a.row(table, row...); err != nil {
					return err
				}
			}
		}
		return nil
	})
}

func listRows(book *data.Codebook) (map[string][][]any, error) {
	rows := map[string][][]any{}
	for _, v := range book.Variables {
		for i, c := range v.Codes {
			rows["code"] = append(rows["code"], []any{
				v.Name, c.Code, c.Label.NL, c.Label.EN, text(c.Parent),
				text(c.Definition.NL), text(c.Definition.EN), int32(i + 1),
				year(c.ValidFrom), year(c.ValidTo), text(c.Source),
			})
		}
	}
	organisations, err := data.Organisations()
	if err != nil {
		return nil, err
	}
	for _, o := range organisations {
		rows["organisation"] = append(rows["organisation"], []any{
			o.Code, o.NameNL, o.NameEN, text(o.From), text(o.To), text(o.Successor), text(o.URI),
		})
	}
	places, err := data.DefaultPlaces()
	if err != nil {
		return nil, err
	}
	for _, m := range places.Municipalities {
		rows["municipality"] = append(rows["municipality"], []any{
			m.Code, m.Name, m.Preferred, m.Province, isoDate(m.From), isoDate(m.To),
			text(strings.Join(m.Successors, " ")),
		})
	}
	figures, err := data.ContextSeries()
	if err != nil {
		return nil, err
	}
	for _, f := range figures {
		rows["context_series"] = append(rows["context_series"], []any{
			f.Series, f.Period, f.Value, f.Unit, f.Definition, f.Source, text(f.Note),
		})
	}
	return rows, nil
}
