// Package format writes tables: for a terminal, for a spreadsheet, for
// programs, for a document. The bytes depend on the table alone. A hidden cell
// is hidden in every format.
package format

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"rodedraad/analysis/table"
)

// Writer writes one table.
type Writer func(w io.Writer, t *table.Table) error

var writers = map[string]Writer{
	"table": Terminal, "csv": CSV, "json": JSON, "markdown": Markdown, "parquet": Parquet, "arrow": Arrow,
}

// Names lists the formats in the order in which help shows them.
var Names = []string{"table", "csv", "json", "markdown", "parquet", "arrow"}

// Find gives the writer of a format, or an error that names the formats.
func Find(name string) (Writer, error) {
	if !slices.Contains(Names, name) {
		return nil, fmt.Errorf("there is no format %q: use %s", name, strings.Join(Names, ", "))
	}
	return writers[name], nil
}
