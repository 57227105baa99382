package analysis

import (
	"cmp"
	"context"
	"database/sql"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"rodedraad/analysis/disclosure"
	"rodedraad/analysis/table"
)

// Table is an answer; see package table.
type Table = table.Table

// DB is what a query needs of a database. *sql.DB, *sql.Conn, *sql.Tx and the
// warehouse's reader are all one.
type DB interface {
	QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
}

// Options say how to answer.
type Options struct {
	Language string           // of labels: "nl" (default) or "en"
	Rule     *disclosure.Rule // nil: disclosure.Default
	// ShowSmallCounts leaves crossed tables unprotected, for internal use.
	ShowSmallCounts bool
}

func (o Options) rule() disclosure.Rule {
	switch {
	case o.ShowSmallCounts:
		return disclosure.Rule{}
	case o.Rule != nil:
		return *o.Rule
	}
	return disclosure.Default
}

func (o Options) language() string { return cmp.Or(o.Language, "nl") }

// Run answers a named query. Parameters that are not given have their default;
// a name or value that the query does not know is an error that says which it
// does.
func Run(ctx context.Context, db DB, name string, params map[string]string, options Options) (*Table, error) {
	q, err := Find(name)
	if err != nil {
		return nil, err
	}
	return q.Run(ctx, db, params, options)
}

// Run answers the query.
func (q *Query) Run(ctx context.Context, db DB, params map[string]string, options Options) (*Table, error) {
	values, err := q.bind(params)
	if err != nil {
		return nil, fmt.Errorf("query %s: %w", q.Name, err)
	}
	values = append(values, sql.Named("lang", options.language()))
	rows, err := db.QueryContext(ctx, q.SQL, used(q.SQL, values)...)
	if err != nil {
		return nil, fmt.Errorf("query %s: %w", q.Name, err)
	}
	t, err := Scan(rows)
	if err != nil {
		return nil, fmt.Errorf("query %s: %w", q.Name, err)
	}
	t.Name, t.Title, t.Unit = q.Name, q.Title.In(options.language()), q.Unit
	if err := q.compute(t); err != nil {
		return nil, fmt.Errorf("query %s: %w", q.Name, err)
	}
	if err := q.describe(t, options.language()); err != nil {
		return nil, fmt.Errorf("query %s: %w", q.Name, err)
	}
	return t, q.protect(t, options)
}

func (q *Query) protect(t *Table, options Options) error {
	if q.Disclosure.Kind != "crossed" {
		return nil
	}
	rule := options.rule()
	hidden, err := disclosure.Protect(t, q.Disclosure.declaration(), rule)
	if err != nil {
		return err
	}
	if hidden > 0 {
		t.Notes = append(t.Notes, map[string]string{
			"nl": fmt.Sprintf("%d cellen zijn afgeschermd: <%d is kleiner dan %d, x is niet getoond", hidden, rule.Threshold, rule.Threshold),
			"en": fmt.Sprintf("%d cells are hidden: <%d is less than %d, x is not shown", hidden, rule.Threshold, rule.Threshold),
		}[options.language()])
	}
	return nil
}

// bind checks parameters and gives each a value.
func (q *Query) bind(params map[string]string) ([]any, error) {
	known := []string{}
	values := []any{}
	for _, p := range q.Parameters {
		known = append(known, p.Name)
		given, ok := params[p.Name]
		if !ok {
			given = p.Default
		}
		value, err := p.value(given)
		if err != nil {
			return nil, err
		}
		values = append(values, sql.Named(p.Name, value))
	}
	names := []string{}
	for name := range params {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, name := range names {
		if !slices.Contains(known, name) {
			if len(known) == 0 {
				return nil, fmt.Errorf("there is no parameter %q: it has none", name)
			}
			return nil, fmt.Errorf("there is no parameter %q: use %s", name, strings.Join(known, ", "))
		}
	}
	return values, nil
}

func (p Parameter) value(given string) (any, error) {
	switch p.Type {
	case "integer":
		n, err := strconv.ParseInt(given, 10, 64)
		if err != nil {
			return nil, fmt.Errorf("parameter %s is %q: give a whole number", p.Name, given)
		}
		return n, nil
	case "choice":
		if !slices.Contains(p.Values, given) {
			return nil, fmt.Errorf("parameter %s is %q: use %s", p.Name, given, strings.Join(p.Values, ", "))
		}
	}
	return given, nil
}

// used leaves out values that the SQL does not name: the driver binds by place
// what it cannot bind by name.
func used(query string, values []any) []any {
	out := []any{}
	for _, v := range values {
		if strings.Contains(query, "$"+v.(sql.NamedArg).Name) {
			out = append(out, v)
		}
	}
	return out
}

// describe gives columns their labels, in the order of the header, and fails
// when the header and the SQL differ.
func (q *Query) describe(t *Table, language string) error {
	got := []string{}
	for _, c := range t.Columns {
		got = append(got, c.Name)
	}
	if len(got) != len(q.ColumnNames) {
		return fmt.Errorf("gives columns %s, its header says %s", strings.Join(got, " "), strings.Join(q.ColumnNames, " "))
	}
	order := make([]int, len(got))
	for to, m := range q.Columns {
		from := slices.Index(got, m.Name)
		if from < 0 {
			return fmt.Errorf("gives columns %s, its header says %s", strings.Join(got, " "), strings.Join(q.ColumnNames, " "))
		}
		order[to] = from
	}
	columns := make([]table.Column, len(got))
	for to, from := range order {
		m := q.Columns[to]
		columns[to] = t.Columns[from]
		columns[to].Label, columns[to].Description = m.Label.In(language), m.Description.In(language)
		columns[to].MayHide = q.Disclosure.Kind == "crossed" &&
			(slices.Contains(q.Disclosure.Counts, m.Name) || slices.Contains(q.Disclosure.Derived, m.Name))
	}
	for i, row := range t.Rows {
		moved := make([]any, len(row))
		for to, from := range order {
			moved[to] = row[from]
		}
		t.Rows[i] = moved
	}
	t.Columns = columns
	return nil
}
