package layout

import (
	"math"
	"slices"
	"strings"
	"unicode/utf8"

	"rodedraad/data"
)

// joinParagraphs puts the parts of a paragraph together that a column, a page
// or a note between them has torn apart.
func joinParagraphs(blocks []*block) []*block {
	var out []*block
	var open *block // the last running text
	for _, b := range blocks {
		switch b.kind {
		case data.Paragraph:
			if open != nil && runsOn(open, b) {
				open.lines = append(open.lines, b.lines...)
				continue
			}
			open = b
		case data.ListItem:
			open = b
		case data.Heading, data.Title, data.TableRow:
			open = nil
		}
		out = append(out, b)
	}
	return out
}

// runsOn reports whether b goes on with the sentence that a leaves open.
func runsOn(a, b *block) bool {
	x, y := a.last(), b.first()
	if b.section == data.Contents || a.section == data.Contents || math.Abs(x.size-y.size) > 0.08*x.size || x.bold != y.bold && !startsLower(y) {
		return false
	}
	if terminal(x) || y.page > x.page+1 || startsItem(y) {
		return false
	}
	moved := y.page != x.page || y.column != x.column
	last := x.words[len(x.words)-1].Text
	if endsInHyphen(last) || startsLower(y) {
		return moved
	}
	return moved && a.kind == data.Paragraph && len(a.lines) > 1 && x.x1 > a.right()-3*x.size && a.words() > 12
}

func (b *block) right() float64 {
	right := math.Inf(-1)
	for _, l := range b.lines {
		right = math.Max(right, l.x1)
	}
	return right
}

// splitRunIns makes a heading of the bold words that open a paragraph, when
// they name a section: "Aanleiding. Op 3 mei …".
func splitRunIns(blocks []*block) []*block {
	var out []*block
	for _, b := range blocks {
		if n := runIn(b); n > 0 {
			f := b.first()
			head := &block{kind: data.Heading, lines: []*line{f.part(0, n)}}
			b.lines = slices.Clone(b.lines)
			b.lines[0] = f.part(n, len(f.words))
			out = append(out, head)
		}
		out = append(out, b)
	}
	return out
}

// runIn counts the words of a run-in heading, 0 when there is none.
func runIn(b *block) int {
	if b.kind != data.Paragraph || b.section == data.Contents || b.first().bold {
		return 0
	}
	words := b.first().words
	n := 0
	for n < len(words) && words[n].Bold {
		n++
	}
	if n == 0 || n > 8 || n == len(words) || !hasLetter(words[n].Text) {
		return 0
	}
	head := strings.TrimRight(b.first().part(0, n).text(), ".:– -")
	next, _ := utf8.DecodeRuneInString(words[n].Text)
	ends := strings.ContainsAny(words[n-1].Text[len(words[n-1].Text)-1:], ".:?")
	if !ends && (next < 'A' || next > 'Z') || !strongTitle(head) || !opensWithRole(head) {
		return 0
	}
	return n
}

// spaceLetters joins the letters of a heading that is set with white space
// between them ("d e Natio nale"): when half of its words are no more than two
// letters, gaps well below the widest ones are no spaces.
func spaceLetters(b *block) {
	for _, l := range b.lines {
		short, gaps := 0, []float64{}
		for i, w := range l.words {
			if utf8.RuneCountInString(w.Text) <= 2 && hasLetter(w.Text) {
				short++
			}
			if i > 0 {
				gaps = append(gaps, w.X0-l.words[i-1].X1)
			}
		}
		if len(l.words) < 4 || short*2 < len(l.words) {
			continue
		}
		slices.Sort(gaps)
		low, high := gaps[0], gaps[len(gaps)-1]
		if high < 1.5*low || high-low < 0.08*l.size {
			continue // even gaps: short words, not spaced letters
		}
		for i := 1; i < len(l.words); i++ {
			l.words[i].tight = l.words[i].X0-l.words[i-1].X1 < (low+high)/2
		}
	}
}
