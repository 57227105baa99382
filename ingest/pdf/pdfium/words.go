package pdfium

import (
	"math"
	"strings"
	"unicode"

	gopdfium "github.com/klippa-app/go-pdfium"
	"github.com/klippa-app/go-pdfium/enums"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"
	"golang.org/x/text/unicode/norm"

	"rodedraad/ingest/pdf"
)

// lineEndHyphen is what PDFium puts in the place of a hyphen at the end of a
// line; newer versions use the second.
const (
	lineEndHyphen    = '\u0002'
	newLineEndHyphen = '\uFFFE'
	softHyphen       = '\u00AD'
	symbolBullet     = '\uF0B7' // of Word's symbol font
)

// glyph is one character of PDFium's text page.
type glyph struct {
	index  int
	char   rune
	x, y   float64 // where it, or the run of letters it is in, begins, as seen
	weight int     // of the font
	last   bool    // of its line: PDFium puts no line end behind its hyphens
}

// joins reports whether g continues a word that ends in last: on the same
// line (upright or sideways), in the same weight. A superscript or a bold
// letter does not.
func (g glyph) joins(last glyph) bool {
	const slack = 0.5 // points; a superscript is raised by more
	return g.weight == last.weight && !last.last &&
		(math.Abs(g.y-last.y) < slack || math.Abs(g.x-last.x) < slack)
}

// endsLine reports whether g is the last of its line, when next follows it.
func (g glyph) endsLine(next glyph) bool {
	return g.last || next.x < g.x && math.Abs(next.y-g.y) > 3
}

// speaker reads one text page.
type speaker struct {
	gopdfium.Pdfium
	text   references.FPDF_TEXTPAGE
	view   view
	fonts  map[string]style
	hidden bool // look for invisible text: there is an image that it may lie over
}

// words reads the words of a page in the order in which PDFium has them.
func (d *Document) words(page references.FPDF_PAGE, v view, hidden bool) ([]pdf.Word, error) {
	loaded, err := d.instance.FPDFText_LoadPage(
		&requests.FPDFText_LoadPage{Page: requests.Page{ByReference: &page}})
	if err != nil {
		return nil, err
	}
	defer func() {
		d.instance.FPDFText_ClosePage(&requests.FPDFText_ClosePage{TextPage: loaded.TextPage})
	}()
	count, err := d.instance.FPDFText_CountChars(&requests.FPDFText_CountChars{TextPage: loaded.TextPage})
	if err != nil {
		return nil, err
	}
	s := speaker{d.instance, loaded.TextPage, v, d.fonts, hidden}
	return s.words(count.Count)
}

func (s *speaker) words(count int) ([]pdf.Word, error) {
	var words []pdf.Word
	var open []glyph // of the word that is being read
	glued := false
	closeWord := func() error {
		if len(open) == 0 {
			return nil
		}
		word, err := s.word(open)
		word.Glued = glued
		if word.Text != "" {
			words = append(words, word)
		}
		open = open[:0]
		return err
	}
	for i := range count {
		g, err := s.glyph(i, open)
		if err != nil {
			return nil, err
		}
		blank := unicode.IsSpace(g.char) || g.char == 0
		if blank || len(open) > 0 && !g.joins(open[len(open)-1]) {
			next := !blank && !open[len(open)-1].endsLine(g)
			if err := closeWord(); err != nil {
				return nil, err
			}
			glued = next && len(words) > 0
		}
		if !blank {
			open = append(open, g)
		}
	}
	return words, closeWord()
}

// glyph reads a character; of white space nothing but the character. Letters
// that follow letters of the open word, and digits digits, share their place:
// what is raised or made bold within a word is of another kind nearly always,
// and each call into the sandbox takes 2 µs.
func (s *speaker) glyph(i int, open []glyph) (glyph, error) {
	g := glyph{index: i}
	got, err := s.FPDFText_GetUnicode(&requests.FPDFText_GetUnicode{TextPage: s.text, Index: i})
	if err != nil {
		return g, err
	}
	g.char = rune(got.Unicode)
	switch {
	case unicode.IsSpace(g.char) || g.char == 0:
		return g, nil
	case g.char == lineEndHyphen, g.char == newLineEndHyphen:
		g.char, g.last = '-', true
	case unicode.IsControl(g.char):
		g.char = unicode.ReplacementChar // counts against the page's quality
	}
	if len(open) > 0 {
		if last := open[len(open)-1]; !last.last && sameKind(last.char, g.char) {
			g.x, g.y, g.weight = last.x, last.y, last.weight
			return g, nil
		}
	}
	return g, s.place(&g)
}

func sameKind(a, b rune) bool {
	return unicode.IsLetter(a) && unicode.IsLetter(b) || unicode.IsDigit(a) && unicode.IsDigit(b)
}

// place finds where a glyph stands, and how heavy it is.
func (s *speaker) place(g *glyph) error {
	origin, err := s.FPDFText_GetCharOrigin(
		&requests.FPDFText_GetCharOrigin{TextPage: s.text, Index: g.index})
	if err != nil {
		return err
	}
	g.x, g.y = s.view.point(origin.X, origin.Y)
	if got, err := s.FPDFText_GetFontWeight(
		&requests.FPDFText_GetFontWeight{TextPage: s.text, Index: g.index}); err == nil {
		g.weight = got.FontWeight
	}
	return nil
}

// word makes a word of glyphs, at least one.
func (s *speaker) word(glyphs []glyph) (pdf.Word, error) {
	first, last := glyphs[0], glyphs[len(glyphs)-1]
	word := pdf.Word{Text: text(glyphs), X0: first.x, Y: first.y}
	box, err := s.FPDFText_GetLooseCharBox(
		&requests.FPDFText_GetLooseCharBox{TextPage: s.text, Index: last.index})
	if err != nil {
		return word, err
	}
	left, _, right, _ := s.view.box(float64(box.Rect.Left), float64(box.Rect.Bottom),
		float64(box.Rect.Right), float64(box.Rect.Top))
	word.Size, word.Angle = s.size(first.index)
	// Words that read up or down get the width of their letters as X0 and X1,
	// as package content gives them.
	const ascent, descent = 0.8, 0.2
	switch word.Angle {
	case 0:
		word.X1 = max(right, word.X0)
	case 90:
		word.X0, word.X1 = first.x-ascent*word.Size, first.x+descent*word.Size
	case 180:
		word.X0, word.X1 = min(left, first.x), first.x
	case 270:
		word.X0, word.X1 = first.x-descent*word.Size, first.x+ascent*word.Size
	}
	font := s.style(first.index)
	word.Font, word.Bold, word.Italic = font.name, font.bold, font.italic
	word.Invisible = s.hidden && s.invisible(first.index)
	return word, nil
}

var ligatures = strings.NewReplacer("ﬀ", "ff", "ﬁ", "fi", "ﬂ", "fl", "ﬃ", "ffi", "ﬄ", "ffl", "ﬅ", "st", "ﬆ", "st")

// text gives the letters of a word in the form that package content writes
// too: NFC, no ligatures, nothing of no width, a soft hyphen only where the
// word ends with it, as "-".
func text(glyphs []glyph) string {
	var b strings.Builder
	for i, g := range glyphs {
		switch {
		case g.char == softHyphen && i == len(glyphs)-1:
			b.WriteByte('-')
		case g.char == softHyphen, unicode.Is(unicode.Cf, g.char):
		case g.char == symbolBullet:
			b.WriteRune('•')
		default:
			b.WriteRune(g.char)
		}
	}
	return norm.NFC.String(ligatures.Replace(b.String()))
}

// size gives the size of the font as seen, and the direction of reading.
func (s *speaker) size(i int) (float64, int) {
	size, err := s.FPDFText_GetFontSize(&requests.FPDFText_GetFontSize{TextPage: s.text, Index: i})
	if err != nil {
		return 0, 0
	}
	got, err := s.FPDFText_GetMatrix(&requests.FPDFText_GetMatrix{TextPage: s.text, Index: i})
	if err != nil {
		return size.FontSize, 0
	}
	m := got.Matrix
	scale := math.Hypot(float64(m.C), float64(m.D))
	return size.FontSize * scale, s.view.angle(float64(m.A), float64(m.B))
}

// invisible reports whether a character lies unseen over the image of a scan.
func (s *speaker) invisible(i int) bool {
	object, err := s.FPDFText_GetTextObject(&requests.FPDFText_GetTextObject{TextPage: s.text, Index: i})
	if err != nil {
		return false
	}
	mode, err := s.FPDFTextObj_GetTextRenderMode(
		&requests.FPDFTextObj_GetTextRenderMode{PageObject: object.TextObject})
	return err == nil && mode.TextRenderMode == enums.FPDF_TEXTRENDERMODE_INVISIBLE
}
