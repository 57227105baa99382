package datapackage

import (
	"cmp"
	"embed"
	"fmt"
	"slices"
	"strings"

	"github.com/goccy/go-yaml"

	"rodedraad/analysis/table"
	"rodedraad/data"
)

//go:embed fields.yaml tables/*.sql
var files embed.FS

// definition is one table of the package.
type definition struct {
	Name       string      `yaml:"name"`
	NL         string      `yaml:"nl"`
	EN         string      `yaml:"en"`
	Text       bool        `yaml:"text"` // holds text of reports: only on request
	Of         string      `yaml:"of"`   // table of the schema, when its name is another
	Key        []string    `yaml:"key"`
	References []reference `yaml:"references"`
	Columns    []column    `yaml:"columns"`

	sql string
}

// reference says that columns hold a key of another table.
type reference struct {
	Fields []string `yaml:"fields"`
	Table  string   `yaml:"table"`
	To     []string `yaml:"to"`
}

// column is one column with its meaning.
type column struct {
	Name   string   `yaml:"name"`
	NL     string   `yaml:"nl"`
	EN     string   `yaml:"en"`     // empty: the comment in the schema
	Type   string   `yaml:"type"`   // empty: that in the schema
	Values []string `yaml:"values"` // all that it can hold
	Codes  string   `yaml:"codes"`  // variable of the codebook whose codes it holds

	required bool
}

// load reads the tables of the package; those with text only when asked for.
func load(withText bool) ([]*definition, error) {
	text, err := files.ReadFile("fields.yaml")
	if err != nil {
		return nil, err
	}
	var all struct {
		Tables []*definition `yaml:"tables"`
	}
	if err := yaml.UnmarshalWithOptions(text, &all, yaml.Strict()); err != nil {
		return nil, fmt.Errorf("fields.yaml: %s", yaml.FormatError(err, false, false))
	}
	schema, err := data.Columns()
	if err != nil {
		return nil, err
	}
	var out []*definition
	for _, d := range all.Tables {
		if d.Text && !withText {
			continue
		}
		if err := d.complete(schema); err != nil {
			return nil, fmt.Errorf("fields.yaml: table %s: %w", d.Name, err)
		}
		out = append(out, d)
	}
	return out, nil
}

// complete fills in what the schema says already.
func (d *definition) complete(schema []data.Column) error {
	sql, err := files.ReadFile("tables/" + d.Name + ".sql")
	if err != nil {
		return err
	}
	d.sql = string(sql)
	for i := range d.Columns {
		c := &d.Columns[i]
		at := slices.IndexFunc(schema, func(s data.Column) bool {
			return s.Table == cmp.Or(d.Of, d.Name) && s.Name == c.Name
		})
		if at >= 0 {
			c.EN, c.required = cmp.Or(c.EN, schema[at].Comment), schema[at].NotNull && c.Type == ""
			c.Type = cmp.Or(c.Type, schema[at].Type)
		}
		if c.NL == "" || c.EN == "" || types[c.Type] == "" {
			return fmt.Errorf("column %s has no meaning in both languages, or no type", c.Name)
		}
	}
	return nil
}

// types gives the Table Schema type of a type of the schema.
var types = map[string]string{
	"VARCHAR": "string", "INTEGER": "integer", "BIGINT": "integer", "DOUBLE": "number", "BOOLEAN": "boolean", "DATE": "date",
}

var kinds = map[string]table.Kind{
	"VARCHAR": table.Text, "INTEGER": table.Integer, "BIGINT": table.Integer, "DOUBLE": table.Number, "BOOLEAN": table.Boolean, "DATE": table.Date,
}

// columns gives the columns as writers want them.
func (d *definition) columns() []table.Column {
	var out []table.Column
	for _, c := range d.Columns {
		out = append(out, table.Column{Name: c.Name, Kind: kinds[c.Type], Description: c.EN})
	}
	return out
}

// wholeBelow is the number of documents up to which every table is read at
// once; a variable so that a test can take small parts.
var wholeBelow int64 = 2000

// parts gives the parts in which a table is read: in a large warehouse, tables
// that grow with the text of documents go by the first digit of the document's
// id, so that no more than a sixteenth stands in memory.
func (d *definition) parts(documents int64) []string {
	if documents <= wholeBelow || !strings.Contains(d.sql, "$slice") {
		return []string{""}
	}
	return strings.Split("0123456789abcdef", "")
}
