package content

import (
	"strings"
	"unicode/utf16"

	lpdf "github.com/ledongthuc/pdf"
)

// loadComposite reads a Type0 font: codes of up to four bytes become numbers
// of glyphs (CIDs), which have the widths; the text is that of the code.
func (r *Reader) loadComposite(f *font, v, descendant lpdf.Value) {
	encoding := r.compositeEncoding(f, v.Key("Encoding"))
	width := 1.0
	if dw := descendant.Key("DW"); dw.Kind() == lpdf.Integer || dw.Kind() == lpdf.Real {
		width = dw.Float64() / 1000
	}
	f.missing = glyph{text: unknown, width: width}
	widths := cidWidths(descendant.Key("W"))
	cid := func(code uint32) uint32 { return code }
	if encoding != nil && len(encoding.cids) > 0 {
		cid = func(code uint32) uint32 { return encoding.cids[code] }
	}
	widthOf := func(code uint32) float64 {
		if w, ok := widths[cid(code)]; ok {
			return w
		}
		return width
	}
	for code, text := range r.compositeTexts(v, descendant, encoding) {
		if usable(text) {
			f.set(code, plain(text), widthOf(code))
		}
	}
	f.fillWidths(encoding, widths)
}

// fillWidths keeps the widths of glyphs without text: the pen moves over them.
func (f *font) fillWidths(encoding *cmap, widths map[uint32]float64) {
	if encoding == nil || len(encoding.cids) == 0 {
		for code, w := range widths {
			if code <= 0xFFFF && !f.slot(code).known {
				f.set(code, unknown, w)
			}
		}
		return
	}
	for code, cid := range encoding.cids {
		if w, ok := widths[cid]; ok && f.lookup(code) == &f.missing {
			f.set(code, unknown, w)
		}
	}
}

// compositeEncoding reads /Encoding. Identity and the other predefined CMaps
// of two bytes need no table; nil means that.
func (r *Reader) compositeEncoding(f *font, v lpdf.Value) *cmap {
	if v.Kind() != lpdf.Stream {
		f.vertical = strings.HasSuffix(v.Name(), "-V")
		return nil
	}
	src, err := r.readStream(v)
	if err != nil {
		return nil
	}
	m := parseCMap(src)
	f.spaces, f.vertical = m.spaces, m.vertical || v.Key("WMode").Int64() == 1
	return m
}

// compositeTexts finds the texts of the codes: /ToUnicode, then codes that are
// Unicode themselves, then the character map of an embedded TrueType font.
func (r *Reader) compositeTexts(v, descendant lpdf.Value, encoding *cmap) map[uint32]string {
	if m := r.toUnicode(v); m != nil {
		return m.text
	}
	name := v.Key("Encoding").Name()
	if strings.Contains(name, "UCS2") || strings.Contains(name, "UTF16") {
		return unicodeCodes()
	}
	if encoding != nil {
		return nil
	}
	file := descendant.Key("FontDescriptor").Key("FontFile2")
	if file.Kind() != lpdf.Stream {
		return r.cffTexts(descendant.Key("FontDescriptor").Key("FontFile3"))
	}
	src, err := r.readStream(file)
	if err != nil {
		return nil
	}
	toGlyph := func(cid uint32) uint32 { return cid }
	if m := descendant.Key("CIDToGIDMap"); m.Kind() == lpdf.Stream {
		table, err := r.readStream(m)
		if err != nil {
			return nil
		}
		toGlyph = func(cid uint32) uint32 {
			if int(cid)*2+1 >= len(table) {
				return 0
			}
			return codeOf(table[cid*2 : cid*2+2])
		}
	}
	return textsByGlyph(src, toGlyph)
}

// cffTexts maps the codes of a composite font to text through an embedded CFF
// program that names its glyphs, bare or in OpenType. A program that only
// numbers them tells nothing.
func (r *Reader) cffTexts(file lpdf.Value) map[uint32]string {
	if file.Kind() != lpdf.Stream {
		return nil
	}
	src, err := r.readStream(file)
	if err != nil {
		return nil
	}
	m := textsByGlyph(src, func(cid uint32) uint32 { return cid })
	if m == nil {
		m = map[uint32]string{}
	}
	for glyph, text := range cffGlyphs(src) {
		if _, ok := m[uint32(glyph)]; !ok && text != "" {
			m[uint32(glyph)] = text
		}
	}
	return m
}

// unicodeCodes maps every code of two bytes to itself.
func unicodeCodes() map[uint32]string {
	m := make(map[uint32]string, 1<<16)
	for code := uint32(0x20); code <= 0xFFFF; code++ {
		if !utf16.IsSurrogate(rune(code)) {
			m[code] = string(rune(code))
		}
	}
	return m
}

// cidWidths reads /W: "c [w1 w2 …]" and "first last w".
func cidWidths(v lpdf.Value) map[uint32]float64 {
	widths := map[uint32]float64{}
	left := 4 * maxMapped // widths that may be set, also over earlier ones
	for i := 0; i+1 < v.Len() && left > 0; {
		first, second := v.Index(i).Int64(), v.Index(i+1)
		if second.Kind() == lpdf.Array {
			for j := range second.Len() {
				widths[uint32(first)+uint32(j)] = second.Index(j).Float64() / 1000
			}
			left -= second.Len()
			i += 2
			continue
		}
		last, w := second.Int64(), v.Index(i+2).Float64()/1000
		for cid := first; cid <= last && last-first < maxRange; cid++ {
			widths[uint32(cid)] = w
			left--
		}
		i += 3
	}
	return widths
}
