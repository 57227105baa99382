package analysis

import (
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"github.com/goccy/go-yaml"

	"rodedraad/analysis/disclosure"
	"rodedraad/data"
)

// Query is one named question.
type Query struct {
	Name       string      `yaml:"-"`
	Title      data.Text   `yaml:"title"`
	Question   data.Text   `yaml:"question"`
	Note       data.Text   `yaml:"note"` // how to read the answer
	Unit       string      `yaml:"unit"` // document, calamiteit, slachtoffer, vermelding, aanbeveling, …
	Parameters []Parameter `yaml:"-"`
	Columns    []Meaning   `yaml:"-"`
	Disclosure Disclosure  `yaml:"disclosure"`
	SQL        string      `yaml:"-"` // without the header

	ParameterNames []string          `yaml:"parameters"`
	ColumnNames    []string          `yaml:"columns"`
	Computed       map[string]string `yaml:"computed"` // column → function(columns)
}

// Disclosure declares what kind of table a query gives.
type Disclosure struct {
	Kind       string   `yaml:"kind"` // list, one-way or crossed
	Dimensions []string `yaml:"dimensions"`
	Counts     []string `yaml:"counts"`
	Derived    []string `yaml:"derived"`
	AddsOver   []string `yaml:"adds_over"`
}

func (d Disclosure) declaration() disclosure.Declaration {
	return disclosure.Declaration{
		Dimensions: d.Dimensions, Counts: d.Counts, Derived: d.Derived, AddsOver: d.AddsOver,
	}
}

// Parameter is something a person may ask a query to narrow or widen.
type Parameter struct {
	Name        string    `yaml:"name"`
	Type        string    `yaml:"type"` // text, integer or choice
	Values      []string  `yaml:"values"`
	Default     string    `yaml:"default"`
	Description data.Text `yaml:"description"`
}

// Meaning is what a column holds, the same in every query that has it.
type Meaning struct {
	Name        string    `yaml:"name"`
	Label       data.Text `yaml:"label"`
	Description data.Text `yaml:"description"`
}

// dictionary is queries/dictionary.yaml: words that queries share.
type dictionary struct {
	Parameters []Parameter `yaml:"parameters"`
	Columns    []Meaning   `yaml:"columns"`
}

// Load reads a folder of queries with their dictionary. Errors name the file
// and what its header lacks.
func Load(fsys fs.FS) ([]*Query, error) {
	text, err := fs.ReadFile(fsys, "dictionary.yaml")
	if err != nil {
		return nil, fmt.Errorf("queries: %w", err)
	}
	var words dictionary
	if err := yaml.UnmarshalWithOptions(text, &words, yaml.Strict()); err != nil {
		return nil, fmt.Errorf("queries/dictionary.yaml: %s", yaml.FormatError(err, false, false))
	}
	names, err := fs.Glob(fsys, "*.sql")
	if err != nil {
		return nil, err
	}
	slices.Sort(names)
	var queries []*Query
	for _, name := range names {
		text, err := fs.ReadFile(fsys, name)
		if err != nil {
			return nil, fmt.Errorf("queries: %w", err)
		}
		q, err := parseQuery(strings.TrimSuffix(path.Base(name), ".sql"), string(text), words)
		if err != nil {
			return nil, fmt.Errorf("queries/%s: %w", name, err)
		}
		queries = append(queries, q)
	}
	return queries, nil
}

func parseQuery(name, text string, words dictionary) (*Query, error) {
	header, sql, found := strings.Cut(text, "*/")
	header, isHeader := strings.CutPrefix(header, "/*")
	if !found || !isHeader {
		return nil, fmt.Errorf("has no /* header */ at its top")
	}
	q := &Query{}
	if err := yaml.UnmarshalWithOptions([]byte(header), q, yaml.Strict()); err != nil {
		return nil, fmt.Errorf("%s", yaml.FormatError(err, false, false))
	}
	q.Name, q.SQL = name, strings.TrimSpace(sql)
	if err := q.lookUp(words); err != nil {
		return nil, err
	}
	return q, q.complete()
}

// lookUp replaces names by what the dictionary says of them.
func (q *Query) lookUp(words dictionary) error {
	for _, name := range q.ParameterNames {
		i := slices.IndexFunc(words.Parameters, func(p Parameter) bool { return p.Name == name })
		if i < 0 {
			return fmt.Errorf("parameter %s is not in dictionary.yaml", name)
		}
		q.Parameters = append(q.Parameters, words.Parameters[i])
	}
	for _, name := range q.ColumnNames {
		i := slices.IndexFunc(words.Columns, func(m Meaning) bool { return m.Name == name })
		if i < 0 {
			return fmt.Errorf("column %s is not in dictionary.yaml", name)
		}
		q.Columns = append(q.Columns, words.Columns[i])
	}
	return nil
}

// complete checks that the header says all that it must.
func (q *Query) complete() error {
	for what, missing := range map[string]bool{
		"title":    q.Title.NL == "" || q.Title.EN == "",
		"question": q.Question.NL == "" || q.Question.EN == "",
		"unit":     q.Unit == "",
		"columns":  len(q.Columns) == 0,
		"SQL":      q.SQL == "",
	} {
		if missing {
			return fmt.Errorf("its header has no %s in both languages", what)
		}
	}
	switch q.Disclosure.Kind {
	case "list", "one-way":
	case "crossed":
		if len(q.Disclosure.Dimensions) < 2 || len(q.Disclosure.Counts) == 0 {
			return fmt.Errorf("a crossed table needs two dimensions and a count")
		}
	default:
		return fmt.Errorf("disclosure kind is %q: use list, one-way or crossed", q.Disclosure.Kind)
	}
	d := q.Disclosure
	for _, names := range [][]string{d.Dimensions, d.Counts, d.Derived, d.AddsOver} {
		for _, name := range names {
			if !slices.Contains(q.ColumnNames, name) {
				return fmt.Errorf("disclosure names %s, which is not among its columns", name)
			}
		}
	}
	return nil
}
