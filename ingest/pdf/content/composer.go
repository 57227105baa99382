package content

import (
	"bytes"
	"math"
	"unicode/utf8"

	"rodedraad/ingest/pdf"

	"golang.org/x/text/unicode/norm"
)

// Thresholds of the composer, in ems of the smaller of two glyphs.
const (
	wordGap     = 0.15 // a wider gap separates words; measured on 143 Dutch reports
	backstep    = 0.9  // a longer step back starts something else
	overrun     = 0.25 // … and so does this one, after glyphs that met exactly
	baseline    = 0.1  // glyphs of one word stand this close to one line
	attached    = 0.7  // a marker this high or low still hangs on its word
	overlap     = 0.15 // an accent this far over a letter belongs to it
	duplicate   = 0.15 // a word printed twice this close is one fat word
	duplicates  = 40   // how many words back the first print may be
	outsidePage = 0.5  // points a word may stick out
)

// style is what the glyphs of one word share.
type style struct {
	font      *font
	size      float64
	ux, uy    float64 // direction of reading, with y downwards
	invisible bool
	tag       string
	element   uint32
}

// composer makes words of glyphs as they come.
type composer struct {
	page   box
	words  []pdf.Word
	from   []int  // where the text of each word begins in text
	text   []byte // of all words, to make one string of
	style  style  // of the glyphs that come
	of     style  // of the open word
	open   bool
	glued  bool
	x, y   float64 // where the open word begins
	inkX   float64 // where its last glyph ends
	inkY   float64
	penX   float64 // where the next glyph of the word is expected
	penY   float64
	exact  int // how many glyphs of the open word began where the one before ended
	accent int // length of a lone accent at the end of the text, 0 if none
}

// reset prepares for a page; the store of text is used again.
func (c *composer) reset(page box) {
	*c = composer{page: page, text: c.text[:0], from: c.from[:0]}
}

// add takes a glyph at a position, its width, and the advance of the pen
// without the spacing that only separates words.
func (c *composer) add(text string, x, y, width, advance float64) {
	if c.open {
		text = c.follow(text, x, y)
	}
	if !c.open {
		c.begin(x, y)
	}
	c.accent = 0
	if isAccent(text) {
		c.accent = len(text)
	}
	c.text = append(c.text, text...)
	c.inkX, c.inkY = x+width*c.style.ux, y+width*c.style.uy
	c.penX, c.penY = x+advance*c.style.ux, y+advance*c.style.uy
}

// blank ends the open word: a space was shown.
func (c *composer) blank() {
	c.finish()
	c.glued = false
}

// follow decides whether a glyph continues the open word, and ends the word
// when it does not. It returns what is left to append.
func (c *composer) follow(text string, x, y float64) string {
	dx, dy := x-c.penX, y-c.penY
	along := dx*c.of.ux + dy*c.of.uy
	across := math.Abs(dy*c.of.ux - dx*c.of.uy)
	em := max(min(c.style.size, c.of.size), 0.1)
	if along < -overlap*em && along > -1.3*em && across < 0.5*em && c.compose(text, y) {
		return ""
	}
	near := along <= wordGap*em && along >= -backstep*em && !(along < -overrun*em && c.exact >= 2)
	if near && dy < -0.3*em && across < em && c.style.joins(&c.of) && c.lowQuote() {
		c.y = y
		return text
	}
	if near && across <= baseline*em && c.style.joins(&c.of) {
		if math.Abs(along) < 0.05*em {
			c.exact++
		}
		return text
	}
	glued := near && across <= attached*max(c.style.size, c.of.size) && c.style.turns(&c.of)
	c.finish()
	c.glued = glued
	return text
}

// lowQuote makes a low quotation mark of a high one that is all there is of the
// open word, when the letters after it stand higher: fonts of TeX have no low
// ones, and lower the others.
func (c *composer) lowQuote() bool {
	at := c.from[len(c.from)-1]
	switch string(c.text[at:]) {
	case "”":
		c.text = append(c.text[:at], "„"...)
	case "’":
		c.text = append(c.text[:at], "‚"...)
	default:
		return false
	}
	return true
}

// joins reports whether glyphs of two styles may be one word.
func (s *style) joins(o *style) bool {
	return s.font == o.font && math.Abs(s.size-o.size) <= 0.02*o.size && s.turns(o) &&
		s.invisible == o.invisible && s.tag == o.tag
}

// turns reports whether two styles have one direction of reading.
func (s *style) turns(o *style) bool { return s.ux*o.ux+s.uy*o.uy > 0.98 }

func (c *composer) begin(x, y float64) {
	c.open, c.of, c.x, c.y, c.exact = true, c.style, x, y, 0
	c.from = append(c.from, len(c.text))
}

// Accents that TeX and old typesetters print over a letter, and the marks that
// combine with it.
var combining = map[string]rune{
	"´": 0x301, "`": 0x300, "¨": 0x308, "ˆ": 0x302, "˜": 0x303, "¸": 0x327, "˚": 0x30A, "ˇ": 0x30C, "˘": 0x306, "¯": 0x304, "˙": 0x307,
}

func isAccent(text string) bool {
	if len(text) == 1 && text[0] != '`' {
		return false
	}
	_, ok := combining[text]
	return ok
}

// compose makes one character of a lone accent and the letter printed over it,
// and reports whether it did.
func (c *composer) compose(text string, y float64) bool {
	if c.accent == 0 || !startsWithLetter(text) {
		return false
	}
	at := len(c.text) - c.accent
	mark, ok := combining[string(c.text[at:])]
	if !ok {
		return false
	}
	if text == "ı" {
		text = "i"
	}
	composed := norm.NFC.String(text + string(mark))
	if utf8.RuneCountInString(composed) != 1 {
		return false
	}
	c.text = append(c.text[:at], composed...)
	if at == c.from[len(c.from)-1] {
		c.y = y
	}
	return true
}

func startsWithLetter(text string) bool {
	if text == "" {
		return false
	}
	c := text[0] | 0x20
	return c >= 'a' && c <= 'z' || text == "ı"
}

// finish closes the open word and keeps it, unless it is empty, outside the
// page or a second print of the same.
func (c *composer) finish() {
	if !c.open {
		return
	}
	c.open, c.accent = false, 0
	at := c.from[len(c.from)-1]
	c.tidy(at)
	w := c.word()
	if len(c.text) == at || c.outside(&w) || c.printedBefore(&w, at) {
		c.text, c.from = c.text[:at], c.from[:len(c.from)-1]
		return
	}
	c.words = append(c.words, w)
}

// word gives the open word its place. Words that read up or down get the
// width of their letters as X0 and X1, and as Y where they begin.
func (c *composer) word() pdf.Word {
	w := pdf.Word{
		X0: min(c.x, c.inkX), X1: max(c.x, c.inkX), Y: c.y, Size: c.of.size,
		Bold: c.of.font.bold, Italic: c.of.font.italic, Font: c.of.font.name,
		Angle: angleOf(c.of.ux, c.of.uy), Glued: c.glued, Invisible: c.of.invisible, Tag: c.of.tag, Element: c.of.element,
	}
	const ascent, descent = 0.8, 0.2
	if w.Angle == 90 || w.Angle == 270 {
		w.Length = math.Hypot(c.inkX-c.x, c.inkY-c.y)
	}
	switch w.Angle {
	case 90:
		w.X0, w.X1 = c.x-ascent*w.Size, c.x+descent*w.Size
	case 270:
		w.X0, w.X1 = c.x-descent*w.Size, c.x+ascent*w.Size
	}
	return w
}

var softHyphen = []byte("\u00AD")

// tidy brings the text of the open word into its final form: NFC; a soft
// hyphen at the end is a hyphen, because a line may break there, and one
// inside is nothing.
func (c *composer) tidy(at int) {
	word := c.text[at:]
	ascii := true
	for _, b := range word {
		ascii = ascii && b < utf8.RuneSelf
	}
	if ascii {
		return
	}
	if (c.inkX-c.x)*c.of.ux+(c.inkY-c.y)*c.of.uy > 0 {
		word = readingOrder(word)
		c.text = append(c.text[:at], word...)
	}
	if bytes.Contains(word, softHyphen) {
		atEnd := bytes.HasSuffix(word, softHyphen)
		word = bytes.ReplaceAll(word, softHyphen, nil)
		if atEnd {
			word = append(word, '-')
		}
		c.text = append(c.text[:at], word...)
	}
	if !norm.NFC.IsNormal(c.text[at:]) {
		c.text = append(c.text[:at], norm.NFC.Bytes(c.text[at:])...)
	}
}

// outside reports whether a word lies beyond the page, or nowhere: numbers of
// hostile files overflow.
func (c *composer) outside(w *pdf.Word) bool {
	inside := w.X1 >= -outsidePage && w.Y >= -outsidePage && w.X0 <= c.page.x1+outsidePage &&
		w.Y-w.Size <= c.page.y1+outsidePage && w.X0 > -1e6 && w.X1 < 1e6 && w.Size < 1e6
	return !inside
}

// printedBefore finds the second print of a word that was made fat by
// printing it twice, a fraction of a point apart.
func (c *composer) printedBefore(w *pdf.Word, at int) bool {
	text := c.text[at:]
	for i := len(c.words) - 1; i >= 0 && i >= len(c.words)-duplicates; i-- {
		o := &c.words[i]
		if near := duplicate * w.Size; math.Abs(o.Y-w.Y) > near || math.Abs(o.X0-w.X0) > near {
			continue
		}
		if string(c.text[c.from[i]:c.from[i+1]]) == string(text) && o.Angle == w.Angle {
			return true
		}
	}
	return false
}

// result returns the words of the page. Their texts share one string.
func (c *composer) result() []pdf.Word {
	c.finish()
	all := string(c.text)
	for i := range c.words {
		end := len(all)
		if i+1 < len(c.words) {
			end = c.from[i+1]
		}
		c.words[i].Text = all[c.from[i]:end]
	}
	return c.words
}
