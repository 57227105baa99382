package layout

import (
	"math"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"rodedraad/data"
)

// block is a passage in the making: lines that belong together.
type block struct {
	kind    data.PassageKind
	lines   []*line
	level   int // of a heading
	section data.SectionRole
	path    string
	label   string
	named   data.SectionRole // the role its words name, see names
	asked   string           // the words it was asked for
}

func (b *block) first() *line { return b.lines[0] }
func (b *block) last() *line  { return b.lines[len(b.lines)-1] }

// text is the block's text with plain spaces, for looking at.
func (b *block) text() string {
	parts := make([]string, len(b.lines))
	for i, l := range b.lines {
		parts[i] = l.text()
	}
	return strings.Join(parts, " ")
}

// names is the role that the block's words name as a heading.
func (b *block) names() data.SectionRole {
	if text := b.text(); b.asked != text {
		b.asked, b.named = text, sectionOf(text)
	}
	return b.named
}

func (b *block) size() float64 {
	size := 0.0
	for _, l := range b.lines {
		size = math.Max(size, l.size)
	}
	return size
}

func (b *block) all(is func(*line) bool) bool {
	for _, l := range b.lines {
		if !is(l) {
			return false
		}
	}
	return true
}

func (b *block) bold() bool { return b.all(func(l *line) bool { return l.bold }) }

func (b *block) words() int {
	n := 0
	for _, l := range b.lines {
		n += len(l.words)
	}
	return n
}

// isMarker matches what stands before a list item.
func isMarker(s string) bool { return bullet(s) || enumerator.MatchString(s) }

// bullet matches the glyphs that mark a list item, symbol fonts included:
// their private code points are what Word writes for round and square dots.
func bullet(s string) bool {
	r, size := utf8.DecodeRuneInString(s)
	if size != len(s) {
		return false
	}
	return strings.ContainsRune("•◦‣▪▫■□●○◾◼–—-·∙*✓✔➢➤►▶→⮚", r) || r == 'o' || r >= 0xf020 && r <= 0xf0ff
}

var enumerator = regexp.MustCompile(`^(?:\d{1,2}[.)°]|\(?\d{1,2}\)|\(?[a-z]\)|[a-z]\.|\(?[ivx]{1,4}[.)]|[A-Z]\d{1,2}[.:])$`)

// startsItem reports whether a line opens with a list marker.
func startsItem(l *line) bool {
	if len(l.words) < 2 || !isMarker(l.words[0].Text) {
		return false
	}
	if l.words[0].Text == "o" || l.words[0].Text == "*" {
		return l.words[1].X0-l.words[0].X1 > 0.4*l.size
	}
	return !l.words[1].Glued || bullet(l.words[0].Text)
}

// measures are what is usual in a document.
type measures struct {
	body    float64             // size of most letters
	font    string              // of most letters
	leading map[float64]float64 // distance of lines, by size
}

func half(v float64) float64 { return math.Round(v*2) / 2 }

// measure finds the size most letters have, and for each size the distance
// that lines have most often.
func measure(sheets []*sheet) measures {
	sizes, fonts := map[float64]int{}, map[string]int{}
	steps := map[[2]float64]int{}
	for _, s := range sheets {
		if s == nil {
			continue
		}
		var prev *line
		for _, l := range s.lines {
			if l.furniture {
				continue
			}
			for _, w := range l.words {
				sizes[half(w.Size)] += len(w.Text)
			}
			fonts[l.font] += len(l.text())
			if prev != nil && prev.column == l.column && half(prev.size) == half(l.size) && l.table == 0 {
				if dy := l.y - prev.y; dy > 0.8*l.size && dy < 2.2*l.size {
					steps[[2]float64{half(l.size), half(dy)}]++
				}
			}
			prev = l
		}
	}
	m := measures{body: mostOf(sizes, 10), leading: map[float64]float64{}}
	for f, n := range fonts {
		if n > fonts[m.font] || n == fonts[m.font] && f < m.font {
			m.font = f
		}
	}
	best := map[float64]int{}
	for k, n := range steps {
		if n > best[k[0]] || n == best[k[0]] && k[1] < m.leading[k[0]] {
			best[k[0]], m.leading[k[0]] = n, k[1]
		}
	}
	for size, n := range best {
		if n < 3 {
			delete(m.leading, size)
		}
	}
	return m
}

func mostOf(counts map[float64]int, otherwise float64) float64 {
	best, most := otherwise, 0
	for v, n := range counts {
		if n > most || n == most && v < best {
			best, most = v, n
		}
	}
	return best
}

// step is the usual distance from line to line at a size.
func (m measures) step(size float64) float64 {
	if d, ok := m.leading[half(size)]; ok {
		return d
	}
	return 1.3 * size
}

// blocksOf gathers the lines of a page that are no furniture into blocks.
func (m measures) blocksOf(s *sheet) []*block {
	var out []*block
	edges := s.columnEdges()
	var prev *line
	for _, l := range s.lines {
		if l.furniture {
			continue
		}
		switch {
		case l.table != 0:
			out = appendRow(out, l)
		case prev != nil && prev.table == 0 && !m.opens(out[len(out)-1], prev, l, edges):
			b := out[len(out)-1]
			b.lines = append(b.lines, l)
		default:
			out = append(out, newBlock(l))
		}
		prev = l
	}
	return out
}

// listTag holds what the structure of a tagged file calls a list item.
var listTag = map[string]bool{"LI": true, "LBody": true, "Lbl": true}

func newBlock(l *line) *block {
	b := &block{kind: data.Paragraph, lines: []*line{l}}
	if startsItem(l) || listTag[l.words[0].Tag] {
		b.kind = data.ListItem
	}
	return b
}

func appendRow(out []*block, l *line) []*block {
	if n := len(out); n > 0 && out[n-1].kind == data.TableRow {
		last := out[n-1].last()
		if last.table == l.table && last.row == l.row {
			out[n-1].lines = append(out[n-1].lines, l)
			return out
		}
	}
	return append(out, &block{kind: data.TableRow, lines: []*line{l}})
}

// columnEdges gives for every column how far its lines reach. A short run of
// lines takes the edge of the longer text it stands in line with.
func (s *sheet) columnEdges() map[int]edge {
	edges, count := map[int]edge{}, map[int]int{}
	for _, l := range s.lines {
		e := edges[l.column]
		if count[l.column]++; count[l.column] == 1 {
			e = edge{l.x0, l.x1}
		}
		edges[l.column] = edge{math.Min(e.left, l.x0), math.Max(e.right, l.x1)}
	}
	if len(count) > 200 {
		return edges
	}
	for short := range count {
		for long, n := range count {
			if e := edges[short]; count[short] <= 3 && n > 3 && math.Abs(e.left-edges[long].left) < 20 {
				edges[short] = edge{e.left, math.Max(e.right, edges[long].right)}
			}
		}
	}
	return edges
}

// opens reports whether l begins a new block after the block that ends in prev.
func (m measures) opens(b *block, prev, l *line, edges map[int]edge) bool {
	size := math.Max(prev.size, l.size)
	dy := l.y - prev.y
	switch {
	case saysHeading(prev) != saysHeading(l), otherElement(prev, l):
		return true
	case prev.column != l.column, dy < 0, prev.words[0].Angle != l.words[0].Angle:
		return true
	case math.Abs(prev.size-l.size) > 0.08*size:
		return !strayLine(prev, l)
	case dy > 1.25*m.step(size)+0.5+l.raisedBy(), listTag[l.words[0].Tag] && dy > 1.1*m.step(size):
		return true
	case prev.bold != l.bold && hasLetter(l.text()) && (prev.bold || len(l.words) > 1):
		return true
	case prev.font != l.font && len(b.lines) == 1 && b.words() <= 8 && prev.font != m.font:
		return true
	case deepNumber.MatchString(l.words[0].Text) && len(l.words) > 1 && (l.bold || size > 1.1*m.body || terminal(prev)):
		return true
	case contentsLine(prev) || len(l.words) > 1 && contentsLine(l) && endsInNumber(prev):
		return true
	}
	forced := forcedBreak(prev, l, edges[prev.column].right)
	if forced && listTag[l.words[0].Tag] && b.kind == data.ListItem && math.Abs(l.x0-b.first().x0) < 1 {
		return true // a list whose bullets are drawings
	}
	if startsItem(l) && (forced || b.kind == data.ListItem || terminal(prev) || math.Abs(l.x0-b.first().x0) > 0.5*size) {
		return true
	}
	if b.kind == data.ListItem && outdented(b, l) {
		return true
	}
	if forced && (terminal(prev) || !startsLower(l)) {
		return size < 1.15*m.body
	}
	if margin := prev.x0 - edges[prev.column].left; len(b.lines) == 1 && margin > 0.8*size && margin < 4*size && math.Abs(l.x0-prev.x0) < 0.5 {
		return terminal(prev) && b.kind == data.Paragraph // two indented first lines
	}
	indented := l.x0 > prev.x0+0.8*size && l.x0 < prev.x0+4*size
	return indented && terminal(prev) && b.kind == data.Paragraph && len(b.lines) > 1
}

// otherElement reports whether the structure of the file says that l begins
// another paragraph or list item than prev ends.
func otherElement(prev, l *line) bool {
	a, b := prev.words[len(prev.words)-1], l.words[0]
	return a.Element != 0 && b.Element != 0 && a.Element != b.Element && (b.Tag == "P" || listTag[b.Tag])
}

// deepNumber matches the number of a section: "3.1", "5.1.2.".
var deepNumber = regexp.MustCompile(`^\d{1,2}(?:\.\d{1,2}){1,4}\.?$`)

// strayLine keeps a line together with the one before when only a few words
// of it, such as a footnote marker or a formula, make its size another.
func strayLine(prev, l *line) bool {
	return l.y-prev.y < prev.size && len(l.words) <= 1 && utf8.RuneCountInString(l.text()) <= 2 && !hasLetter(l.text())
}

// forcedBreak reports whether the line ended although the next words would
// have fitted. Numbers and short words are not parted from what follows them
// ("21 augustus"), so they are measured with it.
func forcedBreak(prev, l *line, right float64) bool {
	end := l.words[0].X1
	for i := 1; i < min(4, len(l.words)) && utf8.RuneCountInString(l.words[i-1].Text) <= 3; i++ {
		end = l.words[i].X1
	}
	return prev.x1+0.35*prev.size+(end-l.words[0].X0) < right-0.6*prev.size
}

// outdented reports whether l lies left of the text of a list item that hangs.
func outdented(b *block, l *line) bool {
	f := b.first()
	if len(f.words) < 2 || !isMarker(f.words[0].Text) {
		return false
	}
	hang := f.words[1].X0
	if len(b.lines) > 1 {
		hang = b.lines[1].x0
	}
	return hang-f.x0 > 0.5*f.size && l.x0 < hang-0.5*f.size
}

var sentenceEnd = regexp.MustCompile(`[.?!:;]["'”’»)\]]*\d{0,3}$`)

// abbreviation matches a full stop that ends no sentence.
var abbreviation = regexp.MustCompile(`(?i)^[("'‘“]?(?:(?:\pL\.){2,}|nr\.|nrs\.|art\.|dhr\.|mevr\.|mw\.|drs?\.|prof\.|mr\.|ir\.|ca\.|blz\.|pag\.|p\.|vgl\.|resp\.|bijv\.|incl\.|excl\.|max\.|min\.|tel\.|par\.|hfst\.|evt\.|zgn\.|sept?\.|okt\.|nov\.|dec\.|jan\.|febr?\.|aug\.)$`)

func terminal(l *line) bool {
	last := l.words[len(l.words)-1]
	if last.marker && len(l.words) > 1 {
		last = l.words[len(l.words)-2]
	}
	return sentenceEnd.MatchString(last.Text) && !abbreviation.MatchString(last.Text)
}

func startsLower(l *line) bool {
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(l.words[0].Text, `"'“‘(«`))
	return unicode.IsLower(r)
}

func endsInNumber(l *line) bool {
	last := l.words[len(l.words)-1].Text
	return strings.Trim(last, "0123456789") == ""
}
