package layout

import (
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"rodedraad/ingest/pdf"
)

// word is a word of the input with its place in the page text.
type word struct {
	pdf.Word
	start, end int  // bytes in the text of its page
	marker     bool // a raised footnote marker: not part of the reading text
	column     bool // a wide gap stands before it: another cell or column
	tight      bool // a letter-spaced word goes on: no space before it
}

// line is a run of words on one baseline.
type line struct {
	page         int // index of its page
	words        []word
	x0, x1       float64
	y, size      float64 // of most of its letters
	bold, italic bool    // all of its letters are
	font         string
	table        int // 1-based number of the table it belongs to, on its page
	row, cell    int // within the table
	furniture    bool
	column       int    // number of the run of lines it stands in
	shape        string // see place
}

// A gap wider than this many ems starts another column or cell: justified
// prose stretches its spaces to about one em at most.
const wideGap = 1.8

// A page with more lines than this is not looked at for columns: no printed
// page has them, and the search takes the square of their number.
const mostLines = 2000

// sane keeps coordinates finite, so that no comparison goes astray.
func sane(v, otherwise float64) float64 {
	if math.IsNaN(v) || math.Abs(v) > 1e6 {
		return otherwise
	}
	return v
}

// upright returns the words of a page as a reader holds it: when most letters
// of a page run along its height, the page is turned.
func upright(p *pdf.Page) (words []word, angle int, width, height float64) {
	width, height = sane(p.Width, 595), sane(p.Height, 842)
	letters := map[int]int{}
	for _, w := range p.Words {
		letters[w.Angle] += len(w.Text)
	}
	for _, a := range []int{90, 180, 270} {
		if letters[a] > letters[angle] {
			angle = a
		}
	}
	words = make([]word, 0, len(p.Words))
	for _, w := range p.Words {
		if w.Text == "" {
			continue
		}
		w.X0, w.X1, w.Y = sane(w.X0, 0), sane(w.X1, 0), sane(w.Y, 0)
		if w.X1 < w.X0 {
			w.X0, w.X1 = w.X1, w.X0
		}
		if w.Size = sane(w.Size, 10); w.Size <= 0.5 {
			w.Size = 10
		}
		turned := w.Angle
		w.Angle = ((w.Angle-angle)%360 + 360) % 360
		if w.Angle == 0 && turned != 0 {
			w = turn(w, turned, width, height)
		}
		words = append(words, word{Word: w})
	}
	if angle == 90 || angle == 270 {
		width, height = height, width
		endAtNext(words)
	}
	return words, angle, width, height
}

// turn moves a word of a turned page to where the reader sees it. Engines give
// words that read up or down the width of their letters as X0 and X1 and the
// place where they begin as Y; where they do not give the length, it is guessed.
func turn(w pdf.Word, angle int, width, height float64) pdf.Word {
	length := sane(w.Length, 0)
	if length <= 0 {
		length = 0.5 * w.Size * float64(utf8.RuneCountInString(w.Text))
	}
	switch angle {
	case 90: // reads up
		w.X0, w.Y = height-w.Y, w.X0+0.8*w.Size
		w.X1 = w.X0 + length
	case 270: // reads down
		w.X0, w.Y = w.Y, width-(w.X1-0.8*w.Size)
		w.X1 = w.X0 + length
	case 180:
		w.X0, w.X1, w.Y = width-w.X1, width-w.X0, height-w.Y
	}
	return w
}

// endAtNext shortens words of guessed length that would run into the next.
func endAtNext(words []word) {
	for i := range words[:max(len(words)-1, 0)] {
		w, next := &words[i], words[i+1]
		if w.Length > 0 {
			continue
		}
		if math.Abs(w.Y-next.Y) < 0.3*w.Size && next.X0 > w.X0 {
			w.X1 = math.Min(w.X1, math.Max(w.X0, next.X0-0.25*w.Size))
			if next.Glued || next.X0-w.X1 > 0 && next.X0-w.X1 < 3*w.Size {
				w.X1 = math.Max(w.X0, next.X0-0.25*w.Size)
			}
		}
	}
}

// linesOf gathers the words of a page into lines, in stream order.
func linesOf(words []word, page int) []*line {
	var lines []*line
	var current *line
	for _, w := range words {
		if current != nil && current.takes(w) {
			current.append(w)
			continue
		}
		if home := lineWithRoom(lines, w); home != nil {
			home.insert(w)
			current = home
			continue
		}
		current = &line{page: page, x0: w.X0, x1: w.X1}
		current.append(w)
		lines = append(lines, current)
	}
	for _, l := range lines {
		l.measure()
	}
	return lines
}

// append adds a word at the end. While a line grows, its biggest word stands
// for it; measure settles the rest.
func (l *line) append(w word) {
	if l.words == nil {
		l.words = make([]word, 0, 16) // most lines of prose have no more
	}
	l.words = append(l.words, w)
	l.x0, l.x1 = math.Min(l.x0, w.X0), math.Max(l.x1, w.X1)
	if w.Size > l.size {
		l.size, l.y = w.Size, w.Y
	}
}

// takes reports whether w goes on the line after its last word.
func (l *line) takes(w word) bool {
	last := l.words[len(l.words)-1]
	if w.Angle != last.Angle || !l.onBaseline(w) && !l.raises(w) {
		return false
	}
	size := math.Max(l.size, w.Size)
	gap := w.X0 - last.X1
	return gap > -0.6*size && gap < wideGap*size
}

// onBaseline allows for raised and lowered words of a smaller size.
func (l *line) onBaseline(w word) bool {
	big, small := math.Max(l.size, w.Size), math.Min(l.size, w.Size)
	off := math.Abs(w.Y - l.y)
	if small < 0.85*big {
		return off < 0.6*big
	}
	return off < 0.3*big
}

// raises reports whether w is a raised number that hangs on the last word, in
// type hardly smaller: web pages make theirs so.
func (l *line) raises(w word) bool {
	up := l.y - w.Y
	return w.Glued && w.Size < 0.95*l.size && up > 0 && up < 0.6*l.size && raisedDigits.MatchString(w.Text)
}

// lineWithRoom finds a recent line with a hole between two of its words into
// which w fits: some programs draw links and bold words after the rest.
func lineWithRoom(lines []*line, w word) *line {
	for i := len(lines) - 1; i >= 0 && i >= len(lines)-60; i-- {
		l := lines[i]
		if w.Angle != l.words[0].Angle || !l.onBaseline(w) || w.X0 < l.x0 || w.X1 > l.x1 || len(l.words) > 500 {
			continue
		}
		for k := 1; k < len(l.words); k++ {
			if l.words[k-1].X1-1 <= w.X0 && w.X1 <= l.words[k].X0+1 {
				return l
			}
		}
	}
	return nil
}

func (l *line) insert(w word) {
	at := len(l.words)
	for k := range l.words {
		if l.words[k].X0 >= w.X0 {
			at = k
			break
		}
	}
	l.words = slices.Insert(l.words, at, w)
}

// measure sets what follows from the words: extent, size, weight.
func (l *line) measure() {
	l.x0, l.x1 = math.Inf(1), math.Inf(-1)
	l.bold, l.italic, l.font, l.y, l.size = true, true, "", 0, 0
	letters, most := 0, 0
	perSize := map[float64]int{}
	for i := range l.words {
		w := &l.words[i]
		l.x0, l.x1 = math.Min(l.x0, w.X0), math.Max(l.x1, w.X1)
		n := len(w.Text)
		perSize[w.Size] += n
		if perSize[w.Size] > most || perSize[w.Size] == most && w.Size > l.size {
			most, l.size, l.y, l.font = perSize[w.Size], w.Size, w.Y, w.Font
		}
		if !hasLetter(w.Text) {
			continue
		}
		letters++
		l.bold = l.bold && w.Bold
		l.italic = l.italic && w.Italic
	}
	if letters == 0 {
		l.bold, l.italic = len(l.words) > 0 && l.words[0].Bold, false
	}
}

// joinRows puts segments that follow each other on one baseline on one line,
// with a mark at the wide gap, unless a gutter runs between them. It reports
// whether two columns of prose were found drawn row by row.
func joinRows(lines []*line, height float64) ([]*line, bool) {
	var out []*line
	columns := false
	for _, l := range lines {
		if len(out) > 0 && follows(out[len(out)-1], l) && !apart(out[len(out)-1], l, height) {
			if len(lines) < mostLines && gutter(lines, out[len(out)-1], l) {
				columns = true
			} else {
				prev := out[len(out)-1]
				l.words[0].column = true
				prev.words = append(prev.words, l.words...)
				prev.measure()
				continue
			}
		}
		out = append(out, l)
	}
	return out, columns
}

// homeMarkers puts list markers that were drawn apart from their item, before
// or after it, at the start of the item's line.
func homeMarkers(lines []*line) []*line {
	var out []*line
	taken := map[*line]bool{}
	for i, l := range lines {
		if len(l.words) > 1 || !isMarker(l.words[0].Text) || l.words[0].Text == "o" {
			continue
		}
		for k := max(0, i-40); k < min(len(lines), i+40); k++ {
			m := lines[k]
			if m != l && !taken[m] && follows(l, m) && m.x0-l.x1 < 4*m.size && !isMarker(m.words[0].Text) {
				m.words = append([]word{l.words[0]}, m.words...)
				m.measure()
				taken[l] = true
				break
			}
		}
	}
	for _, l := range lines {
		if !taken[l] {
			out = append(out, l)
		}
	}
	return out
}

// apart reports whether a and b are two parts of a running header or footer:
// far from each other at the edge of the page.
func apart(a, b *line, height float64) bool {
	return b.x0-a.x1 > 5*a.size && (a.y < 0.09*height || a.y > 0.91*height)
}

// follows reports whether b stands right of a on the same baseline.
func follows(a, b *line) bool {
	last := a.words[len(a.words)-1]
	return last.Angle == b.words[0].Angle && math.Abs(a.y-b.y) < 0.3*math.Max(a.size, b.size) &&
		b.x0 > a.x1-0.3*a.size
}

// gutter reports whether the gap between a and b is the white lane between two
// columns of prose: at least five such pairs have their gap at the same place,
// with whole phrases on both sides, and hardly a line runs across it.
func gutter(lines []*line, a, b *line) bool {
	x := (math.Max(b.x0-a.size, a.x1) + b.x0) / 2
	pairs, words, across, beside := 0, 0, 0, 0
	for i, l := range lines {
		switch {
		case l.x0 < x && l.x1 > x:
			across++
		default:
			beside++
		}
		if i > 0 && follows(lines[i-1], l) && lines[i-1].x1 < x && l.x0 > x {
			pairs++
			words += min(len(lines[i-1].words), len(l.words))
		}
	}
	return pairs >= 5 && words >= 4*pairs && across*6 < beside
}

func hasLetter(s string) bool { return strings.IndexFunc(s, unicode.IsLetter) >= 0 }

// text is the line as read, without page offsets.
func (l *line) text() string {
	var b strings.Builder
	for i, w := range l.words {
		if i > 0 && !w.Glued {
			b.WriteByte(' ')
		}
		b.WriteString(w.Text)
	}
	return b.String()
}

func (l *line) top() float64    { return l.y - 0.8*l.size }
func (l *line) bottom() float64 { return l.y + 0.2*l.size }
