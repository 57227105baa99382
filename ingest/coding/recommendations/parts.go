package recommendations

import (
	"strings"

	"rodedraad/data"
	"rodedraad/ingest/coding/prose"
)

// parts gives where the items of a list inside one sentence begin: "Wij
// verzoeken u a) … te doen; b) …", "ten eerste …, ten tweede …", or, behind a
// colon, what semicolons part. It is empty where there is no such list.
func parts(s *prose.Sentence) []int {
	for _, mark := range []func(*prose.Sentence, int, int) bool{lettered, ordinal} {
		var starts []int
		for i := 0; i+2 < len(s.Tokens); i++ {
			if mark(s, i, len(starts)) {
				starts = append(starts, s.Tokens[i+2].Start)
			}
		}
		if len(starts) >= 2 {
			return starts
		}
	}
	return semicolons(s)
}

// lettered reports whether token i is the letter or figure of item n: "(b)",
// "2)".
func lettered(s *prose.Sentence, i, n int) bool {
	if i+1 >= len(s.Tokens) || s.Tokens[i+1].Text != ")" {
		return false
	}
	word := s.Tokens[i].Lower
	return n < 9 && (word == string(rune('a'+n)) || word == string(rune('1'+n)))
}

var ordinals = []string{"eerste", "tweede", "derde", "vierde", "vijfde"}

// ordinal reports whether token i opens "ten eerste", "ten tweede" …
func ordinal(s *prose.Sentence, i, n int) bool {
	return n < len(ordinals) && i+1 < len(s.Tokens) && s.Tokens[i].Lower == "ten" && s.Tokens[i+1].Lower == ordinals[n]
}

// semicolons gives the items between a colon and the end of the sentence.
func semicolons(s *prose.Sentence) []int {
	var starts []int
	open := false
	for i := 0; i+3 < len(s.Tokens); i++ {
		switch s.Tokens[i].Text {
		case ":":
			open = true
			starts = []int{s.Tokens[i+1].Start}
		case ";":
			if open {
				starts = append(starts, s.Tokens[i+1].Start)
			}
		}
	}
	if len(starts) < 2 {
		return nil
	}
	return starts
}

// split cuts a recommendation that is a list into one for each item. The first
// keeps the words before it.
func split(f found) []found {
	starts := parts(f.sentence)
	if len(starts) < 2 || f.rule == "follow-up" || f.rule == "list item" {
		return []found{f}
	}
	out := make([]found, len(starts))
	for i, start := range starts {
		out[i] = f
		if i > 0 {
			out[i].from = start
		}
		if i+1 < len(starts) {
			out[i].to = ends(f.passage.Text, start, starts[i+1])
		}
	}
	return out
}

// ends is where an item ends that is followed by another: before the mark and
// the words that join them ("; en (c)").
func ends(text string, from, next int) int {
	item := text[from:next]
	if i := strings.LastIndexAny(item, ";,"); i > 0 && len(item)-i < 20 {
		item = item[:i]
	}
	return from + len(strings.TrimRight(item, " \n"))
}

// opensLine reports whether a sentence opens a line of the page, as an item
// does whose list mark the page draws without writing it.
func opensLine(s *prose.Sentence) bool {
	for _, piece := range s.Passage.Pieces {
		if piece.TextStart == s.Start {
			return s.Passage.Kind == data.ListItem
		}
	}
	return false
}
