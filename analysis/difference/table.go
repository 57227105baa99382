package difference

import "rodedraad/analysis/table"

// Table gives the changes as a table, one row each, for spreadsheets and
// programs. label gives the name of a code.
func (r *Result) Table(label func(variable, code string) string) *table.Table {
	t := &table.Table{Name: "differences", Unit: "change"}
	for _, name := range []string{"file_name", "document_id", "change"} {
		t.Columns = append(t.Columns, table.Column{Name: name})
	}
	t.Columns = append(t.Columns, table.Column{Name: "calamity", Kind: table.Integer})
	for _, name := range []string{"variable", "code", "label"} {
		t.Columns = append(t.Columns, table.Column{Name: name})
	}
	for _, side := range []string{"old_", "new_"} {
		for _, name := range []string{"code", "value", "status", "certainty", "coder", "rule", "reason", "quote"} {
			t.Columns = append(t.Columns, table.Column{Name: side + name})
		}
		t.Columns = append(t.Columns, table.Column{Name: side + "page", Kind: table.Integer})
	}
	for _, files := range []struct {
		names []string
		kind  Kind
	}{{r.OldOnly, Removed}, {r.NewOnly, Added}} {
		for _, file := range files.names {
			row := make([]any, len(t.Columns))
			row[0], row[2], row[4] = file, string(files.kind), "document"
			t.Rows = append(t.Rows, row)
		}
	}
	for _, c := range r.Changes {
		row := []any{c.FileName, c.DocumentID, string(c.Kind), number(c.Calamity), c.Variable, c.Code, label(c.Variable, c.Code)}
		t.Rows = append(t.Rows, append(append(row, c.Old.cells()...), c.New.cells()...))
	}
	return t
}

func (a *Answer) cells() []any {
	if a == nil {
		return make([]any, 9)
	}
	return []any{a.Code, a.Value, a.Status, a.Certainty, a.Coder, a.Rule, a.Reason, a.Quote, number(a.Page)}
}

// number is a cell of a number of which 0 says that there is none.
func number(n int64) any {
	if n == 0 {
		return nil
	}
	return n
}
