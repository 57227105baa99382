package metadata

import (
	"strings"

	"rodedraad/data"
	"rodedraad/ingest/coding/prose"
)

// frontPages is how many pages tell what a document is; frontBytes bounds
// their text, because a short document's second page is body.
const (
	frontPages = 2
	frontBytes = 6000
)

// line is a line of a page: a sentence that is tied to the page's bytes.
type line struct {
	prose.Sentence
	page, start int    // where it stands; start is a byte of the page's text
	of          string // text of the page
	lower       string
}

// quote gives the evidence of the bytes from to to of the line.
func (l line) quote(from, to int) data.Evidence {
	return data.Evidence{Page: l.page, Start: l.start + from, End: l.start + to, Quote: l.of[l.start+from : l.start+to]}
}

// whole gives the line as evidence, cut to the longest quote.
func (l line) whole() data.Evidence {
	end, words := len(l.Text), 0
	for i, w := range l.Words() {
		if words++; i == data.MaxQuoteWords-1 {
			end = w.End
		}
	}
	return l.quote(0, end)
}

// front is the front matter of a document.
type front struct {
	first int    // number of the first page that has text
	pages int    // of the document, from there on
	lines []line // of the first pages, without blank ones and furniture
	all   prose.Sentence
	last  []line // of the last page, where some colophons stand
}

func readFront(pages []data.Page) front {
	f := front{}
	pages = skipBlank(pages)
	f.pages = len(pages)
	if len(pages) > 0 {
		f.first = pages[0].Number
	}
	size := 0
	for _, p := range pages[:min(len(pages), frontPages)] {
		for _, l := range unprinted(pageLines(p)) {
			if size += len(l.Text); size > frontBytes {
				break
			}
			f.lines = append(f.lines, l)
		}
	}
	if n := len(pages); n > frontPages {
		f.last = unprinted(pageLines(pages[n-1]))
	}
	var b strings.Builder
	for _, l := range f.lines {
		b.WriteString(l.Text)
		b.WriteByte('\n')
	}
	f.all.Text = b.String()
	f.all.Tokens = prose.Tokens(f.all.Text, 0)
	return f
}

func skipBlank(pages []data.Page) []data.Page {
	for len(pages) > 0 && strings.TrimSpace(pages[0].Text) == "" {
		pages = pages[1:]
	}
	return pages
}

func pageLines(p data.Page) []line {
	var out []line
	start := 0
	for text := range strings.SplitAfterSeq(p.Text, "\n") {
		trimmed := strings.TrimSpace(text)
		if at := strings.Index(text, trimmed); trimmed != "" && !furniture(trimmed) {
			l := line{page: p.Number, start: start + at, of: p.Text, lower: prose.Fold(trimmed)}
			l.Text, l.End = trimmed, len(trimmed)
			l.Tokens = prose.Tokens(trimmed, 0)
			out = append(out, l)
		}
		start += len(text)
	}
	return out
}

// furniture tells lines that say nothing of the document: page numbers, and
// the mark that samples carry. A line of figures that is a date stays.
func furniture(s string) bool {
	lower := strings.ToLower(s)
	if strings.HasPrefix(lower, "fictief") || strings.HasPrefix(lower, "pagina ") {
		return true
	}
	if strings.Trim(s, "0123456789 -–|./") != "" {
		return false
	}
	figures := prose.Sentence{Text: s, Tokens: prose.Tokens(s, 0)}
	return len(figures.Dates()) == 0
}
