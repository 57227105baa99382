package format

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"unicode"
	"unicode/utf8"

	"rodedraad/analysis/table"
)

// widest is how many characters of a text a terminal column shows.
const widest = 60

// Terminal writes aligned columns: text to the left, numbers to the right.
// Long texts are cut with …; control characters, which could steer a terminal,
// become spaces.
func Terminal(w io.Writer, t *table.Table) error {
	widths := make([]int, len(t.Columns))
	cells := make([][]string, len(t.Rows)+1)
	for _, c := range t.Columns {
		cells[0] = append(cells[0], c.Name)
	}
	for i, row := range t.Rows {
		for _, cell := range row {
			cells[i+1] = append(cells[i+1], plain(table.String(cell), widest))
		}
	}
	for _, line := range cells {
		for i, cell := range line {
			widths[i] = max(widths[i], utf8.RuneCountInString(cell))
		}
	}
	b := bufio.NewWriter(w)
	for _, line := range cells {
		fmt.Fprintln(b, strings.TrimRight(align(line, widths, t.Columns), " "))
	}
	for _, note := range t.Notes {
		fmt.Fprintln(b, "("+plain(note, 1000)+")")
	}
	return b.Flush()
}

func align(line []string, widths []int, columns []table.Column) string {
	var b strings.Builder
	for i, cell := range line {
		pad := strings.Repeat(" ", widths[i]-utf8.RuneCountInString(cell))
		if columns[i].Kind == table.Integer || columns[i].Kind == table.Number {
			b.WriteString(pad + cell)
		} else {
			b.WriteString(cell + pad)
		}
		b.WriteString("  ")
	}
	return b.String()
}

func plain(s string, most int) string {
	s = strings.Map(func(r rune) rune {
		if unicode.IsControl(r) {
			return ' '
		}
		return r
	}, s)
	if runes := []rune(s); len(runes) > most {
		return string(runes[:most-1]) + "…"
	}
	return s
}

// CSV writes one header line and a line for each row (RFC 4180, UTF-8, "\n").
// A text that a spreadsheet would run as a formula gets a leading apostrophe.
func CSV(w io.Writer, t *table.Table) error {
	stream, err := NewCSV(w, t.Columns)
	if err != nil {
		return err
	}
	if err := stream.Write(t); err != nil {
		return err
	}
	return stream.Close()
}

// JSON writes an array of objects with the column names as keys, in column
// order. Unknown is null; a hidden cell is its mark, a string.
func JSON(w io.Writer, t *table.Table) error {
	b := bufio.NewWriter(w)
	b.WriteString("[")
	for i, row := range t.Rows {
		if i > 0 {
			b.WriteString(",")
		}
		b.WriteString("\n  {")
		for j, cell := range row {
			if j > 0 {
				b.WriteString(", ")
			}
			value, err := jsonCell(cell)
			if err != nil {
				return fmt.Errorf("row %d, column %s: %w", i+1, t.Columns[j].Name, err)
			}
			fmt.Fprintf(b, "%s: %s", mustJSON(t.Columns[j].Name), value)
		}
		b.WriteString("}")
	}
	if len(t.Rows) > 0 {
		b.WriteString("\n")
	}
	b.WriteString("]\n")
	return b.Flush()
}

func jsonCell(cell any) ([]byte, error) {
	switch cell.(type) {
	case nil, string, int64, float64, bool:
		return json.Marshal(cell)
	}
	return json.Marshal(table.String(cell))
}

func mustJSON(s string) []byte {
	b, err := json.Marshal(s)
	if err != nil {
		panic(err) // a string always has a JSON form
	}
	return b
}

// Markdown writes a table for a document, with its title and its notes.
func Markdown(w io.Writer, t *table.Table) error {
	b := bufio.NewWriter(w)
	if t.Title != "" {
		fmt.Fprintf(b, "**%s**\n\n", escape(t.Title))
	}
	names, rules := []string{}, []string{}
	for _, c := range t.Columns {
		names = append(names, escape(c.Name))
		if c.Kind == table.Integer || c.Kind == table.Number {
			rules = append(rules, "---:")
		} else {
			rules = append(rules, "---")
		}
	}
	fmt.Fprintf(b, "| %s |\n| %s |\n", strings.Join(names, " | "), strings.Join(rules, " | "))
	for _, row := range t.Rows {
		cells := []string{}
		for _, cell := range row {
			cells = append(cells, escape(table.String(cell)))
		}
		fmt.Fprintf(b, "| %s |\n", strings.Join(cells, " | "))
	}
	for _, note := range t.Notes {
		fmt.Fprintf(b, "\n%s\n", escape(note))
	}
	return b.Flush()
}

var markdownEscapes = strings.NewReplacer(
	"\\", "\\\\", "|", "\\|", "\n", " ", "\r", " ", "<", "&lt;", "*", "\\*", "_", "\\_", "`", "\\`", "[", "\\[",
)

func escape(s string) string { return markdownEscapes.Replace(s) }
