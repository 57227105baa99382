package prose

import (
	"strings"
	"unicode"

	"rodedraad/data"
)

// Quote turns the bytes start to end of a passage's text into evidence: the
// same words on the page where they stand. A stretch that runs over a page
// end, or around a footnote, is cut to its longest part; one of more than
// [data.MaxQuoteWords] words is cut to the words from its start. ok is false
// when nothing of it stands on a page.
func (t *Text) Quote(p *data.Passage, start, end int) (e data.Evidence, ok bool) {
	best := data.Evidence{}
	var run data.Evidence
	for _, c := range p.Pieces {
		from, to := max(c.TextStart, start), min(c.TextStart+c.Length, end)
		if from >= to {
			continue
		}
		a := c.PageStart + from - c.TextStart
		b := a + to - from
		if run.Page == c.Page && t.joined(c.Page, run.End, a) {
			run.End = b
		} else {
			run = data.Evidence{Page: c.Page, Start: a, End: b}
		}
		if run.End-run.Start > best.End-best.Start {
			best = run
		}
	}
	return t.trim(best)
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
// of it around the focus.
func (t *Text) QuoteAround(s *Sentence, from, to int) (data.Evidence, bool) {
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
