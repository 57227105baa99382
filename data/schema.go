package data

import (
	"embed"
	"io/fs"
	"regexp"
	"strings"
)

//go:embed schema/*.sql
var schemaFiles embed.FS

// Column is a column of the public schema with its meaning.
type Column struct {
	Table, Name, Type, Comment string
	NotNull                    bool
}

// Schema gives the statements that create the warehouse's tables and views, in
// order.
func Schema() (string, error) {
	names, err := fs.Glob(schemaFiles, "schema/*.sql")
	if err != nil {
		return "", err
	}
	var b strings.Builder
	for _, name := range names {
		text, err := fs.ReadFile(schemaFiles, name)
		if err != nil {
			return "", err
		}
		b.Write(text)
		b.WriteByte('\n')
	}
	return b.String(), nil
}

var (
	createTable = regexp.MustCompile(`^CREATE TABLE (\w+) \(`)
	columnLine  = regexp.MustCompile(`^  (\w+) ([A-Z]+)( NOT NULL)?,? -- (.+)$`)
)

// Columns gives every column of every table with the comment that stands
// behind it in the schema.
func Columns() ([]Column, error) {
	schema, err := Schema()
	if err != nil {
		return nil, err
	}
	var out []Column
	table := ""
	for line := range strings.Lines(schema) {
		line = strings.TrimRight(line, "\n")
		if m := createTable.FindStringSubmatch(line); m != nil {
			table = m[1]
		}
		if m := columnLine.FindStringSubmatch(line); m != nil {
			out = append(out, Column{Table: table, Name: m[1], Type: m[2], Comment: m[4], NotNull: m[3] != ""})
		}
	}
	return out, nil
}
