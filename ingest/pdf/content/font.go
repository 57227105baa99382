package content

import (
	"strings"

	lpdf "github.com/ledongthuc/pdf"
)

// glyph is what a font says about one code.
type glyph struct {
	text  string // in plain form; unknown when nobody says
	width float64
	blank bool // nothing but space
	known bool
}

// font decodes the strings of a content stream. Widths are in ems.
type font struct {
	name         string // without subset prefix
	bold, italic bool
	composite    bool
	vertical     bool
	em           float64     // height of a letter box in units of the font size
	spaces       []codespace // composite: how long codes are
	missing      glyph       // for codes the font does not have
	low          [256]glyph  // codes of one byte
	pages        []*[256]glyph
	others       map[uint32]glyph // codes above 0xFFFF
}

// lookup returns the glyph of a code.
func (f *font) lookup(code uint32) *glyph {
	if code < 256 {
		if g := &f.low[code]; g.known {
			return g
		}
		return &f.missing
	}
	if page := int(code >> 8); page < len(f.pages) && f.pages[page] != nil {
		if g := &f.pages[page][code&0xFF]; g.known {
			return g
		}
	}
	if g, ok := f.others[code]; ok {
		return &g
	}
	return &f.missing
}

// slot returns where the glyph of a code is kept.
func (f *font) slot(code uint32) *glyph {
	if code < 256 {
		return &f.low[code]
	}
	if f.pages == nil {
		f.pages = make([]*[256]glyph, 256)
	}
	page := &f.pages[code>>8]
	if *page == nil {
		*page = new([256]glyph)
	}
	return &(*page)[code&0xFF]
}

// size is how many glyphs the font has room for.
func (f *font) size() int {
	n := len(f.low) + len(f.others)
	for _, page := range f.pages {
		if page != nil {
			n += len(page)
		}
	}
	return n
}

// set records a glyph whose text is already plain.
func (f *font) set(code uint32, text string, width float64) {
	if len(text) > 2 {
		text = string(readingOrder([]byte(text))) // as printed: the word will be turned as a whole
	}
	g := glyph{text: text, width: width, blank: isBlank(text), known: true}
	if code > 0xFFFF {
		if f.others == nil {
			f.others = map[uint32]glyph{}
		}
		f.others[code] = g
		return
	}
	*f.slot(code) = g
}

// next cuts the next code from a string and returns its length in bytes.
func (f *font) next(s []byte) (uint32, int) {
	if !f.composite {
		return uint32(s[0]), 1
	}
	if len(f.spaces) == 0 {
		if len(s) == 1 {
			return uint32(s[0]), 1
		}
		return uint32(s[0])<<8 | uint32(s[1]), 2
	}
	var code uint32
	for n := 1; n <= min(4, len(s)); n++ {
		code = code<<8 | uint32(s[n-1])
		for _, c := range f.spaces {
			if c.n == n && c.contains(code) {
				return code, n
			}
		}
	}
	n := min(f.spaces[0].n, len(s))
	return codeOf(s[:n]), n
}

// loadFont reads a font dictionary.
func (r *Reader) loadFont(v lpdf.Value) *font {
	f := &font{em: 1}
	descendant := v.Key("DescendantFonts").Index(0)
	f.describe(v, descendant)
	if v.Key("Subtype").Name() == "Type0" {
		f.composite = true
		r.loadComposite(f, v, descendant)
	} else {
		r.loadSimple(f, v)
	}
	return f
}

// describe finds name and style. Style comes from the name first: the flags
// of descriptors are often left at zero.
func (f *font) describe(v, descendant lpdf.Value) {
	f.name = v.Key("BaseFont").Name()
	descriptor := v.Key("FontDescriptor")
	if descriptor.IsNull() {
		descriptor = descendant.Key("FontDescriptor")
	}
	if f.name == "" {
		f.name = descriptor.Key("FontName").Name()
	}
	f.name = withoutSubset(f.name)
	lower := strings.ToLower(f.name)
	f.bold = containsAny(lower, "bold", "black", "heavy", "-semib", "demi") && !strings.Contains(lower, "semilight")
	f.italic = containsAny(lower, "italic", "oblique", "kursiv")
	flags := descriptor.Key("Flags").Int64()
	const italicFlag, forceBoldFlag = 1 << 6, 1 << 18
	f.bold = f.bold || flags&forceBoldFlag != 0 || descriptor.Key("FontWeight").Float64() >= 600
	f.italic = f.italic || flags&italicFlag != 0 || descriptor.Key("ItalicAngle").Float64() != 0
}

func containsAny(s string, parts ...string) bool {
	for _, p := range parts {
		if strings.Contains(s, p) {
			return true
		}
	}
	return false
}

// withoutSubset removes the six capitals and "+" of an embedded subset.
func withoutSubset(name string) string {
	if len(name) > 7 && name[6] == '+' && strings.ToUpper(name[:6]) == name[:6] {
		return name[7:]
	}
	return name
}

// toUnicode reads the font's own map from codes to text, nil when it has none.
func (r *Reader) toUnicode(v lpdf.Value) *cmap {
	stream := v.Key("ToUnicode")
	if stream.Kind() != lpdf.Stream {
		return nil
	}
	src, err := r.readStream(stream)
	if err != nil && len(src) == 0 {
		return nil
	}
	m := parseCMap(src)
	if len(m.text) == 0 {
		return nil
	}
	return m
}
