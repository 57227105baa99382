package prose

import (
	"strings"
	"testing"

	"rodedraad/data"
)

// A table row is quoted by its longest cell, unless that is a word or two.
func TestQuoteOfATableRow(t *testing.T) {
	for _, c := range []struct {
		first, second, want string
	}{
		{"28 januari", "De psychiater is ziek", "De psychiater is ziek"},
		{"AMK", "onvoldoende", "AMK\nonvoldoende"},
	} {
		page := c.first + "\n" + c.second + "\n"
		row := data.Passage{Number: 1, Page: 1, Kind: data.TableRow, End: len(page) - 1, Text: c.first + " | " + c.second, Pieces: []data.Piece{
			{Page: 1, Length: len(c.first)},
			{TextStart: len(c.first) + 3, Page: 1, PageStart: len(c.first) + 1, Length: len(c.second)},
		}}
		text := Read([]data.Page{{Number: 1, Text: page}}, []data.Passage{row})
		got, ok := text.Quote(&text.Passages[0], 0, len(row.Text))
		if !ok || got.Quote != c.want {
			t.Errorf("got %q, want %q", got.Quote, c.want)
		}
	}
}

// A focus chooses the cell: what a quote is to prove stands in it.
func TestQuoteAroundAFocusInATableRow(t *testing.T) {
	cells := []string{"Veilig Thuis", "de derde melding is niet gewogen", "onvoldoende"}
	page, text := "", ""
	row := data.Passage{Number: 1, Page: 1, Kind: data.TableRow}
	for i, c := range cells {
		if i > 0 {
			text += " | "
		}
		row.Pieces = append(row.Pieces, data.Piece{TextStart: len(text), Page: 1, PageStart: len(page), Length: len(c)})
		page, text = page+c+"\n", text+c
	}
	row.Text, row.End = text, len(page)-1
	read := Read([]data.Page{{Number: 1, Text: page}}, []data.Passage{row})
	s := &read.Sentences[0]
	for focus, want := range map[string]string{
		"melding":     "de derde melding is niet gewogen",
		"Veilig":      "Veilig Thuis",
		"onvoldoende": "Veilig Thuis\nde derde melding is niet gewogen\nonvoldoende",
	} {
		from := strings.Index(text, focus)
		if got, ok := read.QuoteAround(s, from, from+len(focus)); !ok || got.Quote != want {
			t.Errorf("around %q: got %q, want %q", focus, got.Quote, want)
		}
	}
}
