package prose

import (
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
