package prose

import (
	"strings"
	"unicode"

	"rodedraad/data"
)

// Quote turns the bytes start to end of a passage's text into evidence: the
// same words on the page where they stand. A stretch that runs over a page
// end, or around a footnote, is cut to its longest part; one of more than
// [data.MaxQuoteWords] words is cut to the words from its start. Of a table row
// it quotes the longest cell, because other readers put cells in another order
// (measured: one quote in forty was not found by a second extractor); a cell of
// a word or two says too little, and then the row is quoted. ok is false when
// nothing of it stands on a page.
func (t *Text) Quote(p *data.Passage, start, end int) (e data.Evidence, ok bool) {
	whole := t.longest(p, start, end, false)
	if p.Kind == data.TableRow {
		if cell := t.longest(p, start, end, true); t.words(cell) >= minCellWords {
			whole = cell
		}
	}
	return t.trim(whole)
}

// minCellWords is how many words a table cell needs to be quoted alone.
const minCellWords = 3

func (t *Text) words(e data.Evidence) int {
	if e.Page == 0 {
		return 0
	}
	return len(strings.Fields(t.Pages[e.Page-1].Text[e.Start:e.End]))
}

// longest gives the longest stretch of bytes start to end that stands together
// on one page, and in one cell where cells are told apart.
func (t *Text) longest(p *data.Passage, start, end int, cells bool) data.Evidence {
	best := data.Evidence{}
	var run data.Evidence
	last := 0 // end of the piece before, in the passage's text
	for _, c := range p.Pieces {
		from, to := max(c.TextStart, start), min(c.TextStart+c.Length, end)
		if from >= to {
			continue
		}
		a := c.PageStart + from - c.TextStart
		b := a + to - from
		otherCell := cells && last > 0 && strings.Contains(p.Text[last:from], "|")
		if run.Page == c.Page && !otherCell && t.joined(c.Page, run.End, a) {
			run.End = b
		} else {
			run = data.Evidence{Page: c.Page, Start: a, End: b}
		}
		if run.End-run.Start > best.End-best.Start {
			best = run
		}
		last = to
	}
	return best
}

// joined reports whether only white space and a hyphen stand between two
// pieces of one page.
func (t *Text) joined(page, end, start int) bool {
	if start < end || start-end > 8 {
		return false
	}
	return strings.Trim(t.Pages[page-1].Text[end:start], " \t\n\r-\u00ad‐\u00a0") == ""
}

func (t *Text) trim(e data.Evidence) (data.Evidence, bool) {
	if e.Page == 0 {
		return e, false
	}
	text := t.Pages[e.Page-1].Text[e.Start:e.End]
	left := len(text) - len(strings.TrimLeftFunc(text, unicode.IsSpace))
	e.Start += left
	text = strings.TrimSpace(text)
	words, inWord := 0, false
	for i, r := range text {
		space := unicode.IsSpace(r)
		if !space && !inWord {
			words++
		}
		if space && words == data.MaxQuoteWords {
			text = text[:i]
			break
		}
		inWord = !space
	}
	e.End, e.Quote = e.Start+len(text), text
	return e, text != ""
}

// QuoteAround is Quote for a sentence with a focus, the bytes from to to of the
// passage: where the sentence is too long to quote whole, the quote is the part
// of it around the focus. Of a table row it is the cell with the focus, or, where
// that cell is a single word, the row.
func (t *Text) QuoteAround(s *Sentence, from, to int) (data.Evidence, bool) {
	if s.Passage.Kind == data.TableRow {
		return t.quoteRow(s, from, to)
	}
	words := s.Words()
	if len(words) <= data.MaxQuoteWords {
		return t.Quote(s.Passage, s.Start, s.End)
	}
	first, last := 0, len(words)-1
	for first < last && words[first].End <= from {
		first++
	}
	for last > first && words[last].Start >= to {
		last--
	}
	// Two words of slack: white space, not tokens, is what a quote's words are
	// counted by, and a token may be followed by loose marks.
	spare := data.MaxQuoteWords - 2 - (last - first + 1)
	before := min(first, max(0, spare/2))
	after := min(len(words)-1-last, max(0, spare-before))
	return t.Quote(s.Passage, words[first-before].Start, words[last+after].End)
}

// quoteRow quotes the cell of a table row in which the focus lies.
func (t *Text) quoteRow(s *Sentence, from, to int) (data.Evidence, bool) {
	text := s.Passage.Text
	first := strings.LastIndex(text[:max(from, s.Start)], "|") + 1
	last := s.End
	if i := strings.Index(text[min(to, s.End):s.End], "|"); i >= 0 {
		last = min(to, s.End) + i
	}
	if cell := t.longest(s.Passage, max(first, s.Start), last, false); t.words(cell) > 1 {
		return t.trim(cell)
	}
	return t.trim(t.longest(s.Passage, s.Start, s.End, false))
}
