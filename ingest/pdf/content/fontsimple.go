package content

import (
	"math"
	"strconv"

	lpdf "github.com/ledongthuc/pdf"
)

// loadSimple reads a font of one-byte codes: Type1, TrueType, Type3, MMType1.
func (r *Reader) loadSimple(f *font, v lpdf.Value) {
	texts := r.simpleTexts(f, v)
	descriptor := v.Key("FontDescriptor")
	scale := 0.001
	if m := v.Key("FontMatrix"); v.Key("Subtype").Name() == "Type3" && m.Len() == 6 {
		scale = math.Abs(m.Index(0).Float64())
		f.em = type3Em(v, math.Abs(m.Index(3).Float64()))
	}
	missing := descriptor.Key("MissingWidth").Float64() * scale
	widths := v.Key("Widths")
	first := int(v.Key("FirstChar").Int64())
	standard := standardWidths(f.name)
	for code := range 256 {
		width := missing
		switch i := code - first; {
		case i >= 0 && i < widths.Len():
			width = widths.Index(i).Float64() * scale
		case widths.Len() == 0 && standard != nil:
			width = standard(texts[code])
		}
		f.set(uint32(code), texts[code], width)
	}
	f.missing = glyph{text: unknown}
}

// type3Em is the height of a Type3 font in units of the font size, which its
// matrix may make anything. Without a usable box it is one, as elsewhere.
func type3Em(v lpdf.Value, scale float64) float64 {
	bbox := v.Key("FontBBox")
	height := math.Abs(bbox.Index(3).Float64()-bbox.Index(1).Float64()) * scale
	if scale > 0.0005 && scale < 0.002 || height <= 0 || height > 1000 {
		return 1
	}
	return height
}

// simpleTexts finds the text of the 256 codes: /ToUnicode first, then names of
// glyphs, then what the font program says about itself.
func (r *Reader) simpleTexts(f *font, v lpdf.Value) [256]string {
	texts := [256]string{}
	named := r.namedTexts(f, v)
	m := r.toUnicode(v)
	encoding := v.Key("Encoding")
	standard := baseEncoding(encoding.Name()) != nil || baseEncoding(encoding.Key("BaseEncoding").Name()) != nil
	for code := range texts {
		text := named[code]
		if m != nil {
			if s, ok := m.text[uint32(code)]; ok && usable(s) {
				text = plain(s)
			}
		}
		if text == "" && !(standard && isLayoutControl(code)) {
			text = unknown
		}
		texts[code] = text
	}
	return texts
}

// isLayoutControl reports the tabs and line ends that some producers leave in
// their strings. In a font with an ordinary encoding they show nothing.
func isLayoutControl(code int) bool {
	return code == 0 || code == '\t' || code == '\n' || code == '\r'
}

// usable rejects the targets that producers write when they do not know.
func usable(s string) bool {
	for _, r := range s {
		if r != 0 && r != 0xFFFD && r != 0xFFFF {
			return true
		}
	}
	return false
}

// namedTexts follows /Encoding: a base table and the differences to it.
func (r *Reader) namedTexts(f *font, v lpdf.Value) codeTable {
	encoding := v.Key("Encoding")
	table := baseEncoding(encoding.Name())
	if table == nil {
		table = baseEncoding(encoding.Key("BaseEncoding").Name())
	}
	symbolic := v.Key("FontDescriptor").Key("Flags").Int64()&4 != 0
	var result codeTable
	if own := r.builtInTexts(f, v, table == nil || symbolic && encoding.Kind() != lpdf.Dict); own != nil {
		result = *own
	} else if table != nil {
		result = *table
	} else {
		result = *defaultTable(v, symbolic)
	}
	differences := encoding.Key("Differences")
	code := 0
	for i := range differences.Len() {
		switch d := differences.Index(i); d.Kind() {
		case lpdf.Integer:
			code = int(d.Int64())
		case lpdf.Name:
			if code >= 0 && code < 256 {
				result[code] = differenceText(d.Name(), code)
			}
			code++
		}
	}
	return result
}

// differenceText is the text of a name in /Differences. The bitmap fonts of TeX
// name a glyph after its own code ("a46" is 46), which is then a character.
func differenceText(name string, code int) string {
	if text := textOfName(name); text != "" {
		return plain(text)
	}
	if name == "a"+strconv.Itoa(code) {
		return texCharacter(code)
	}
	return ""
}

// texCharacter is what a code means in TeX's text fonts, where its encodings
// (T1, OT1, and TS1 for symbols) agree or only one of them has a letter.
func texCharacter(code int) string {
	switch {
	case code >= 0x20 && code < 0x7F:
		return standardEncoding[code]
	case code >= 0xC0:
		if text, ok := texOthers[code]; ok {
			return text
		}
		return string(rune(code)) // T1 follows Latin-1 here
	}
	return texOthers[code]
}

var texOthers = map[int]string{
	11: "ff", 12: "fi", 13: "fl", 14: "ffi", 15: "ffl", 16: "“", 17: "”", 18: "„", 21: "–", 22: "—",
	27: "ff", 28: "fi", 29: "fl", 30: "ffi", 31: "ffl", 127: "-", 136: "•", 159: "§", 191: "€",
	0xD7: "Œ", 0xDF: "SS", 0xF7: "œ", 0xFF: "ß",
}

// defaultTable is the encoding of a font that names none.
func defaultTable(v lpdf.Value, symbolic bool) *codeTable {
	if v.Key("Subtype").Name() == "Type3" {
		return &codeTable{}
	}
	if v.Key("Subtype").Name() == "TrueType" {
		return winAnsiEncoding
	}
	return standardEncoding
}

// builtInTexts reads the encoding inside the embedded font program, or that of
// a known symbol font. It returns nil when the program does not count: a
// font with an encoding of its own dictionary needs no look inside.
func (r *Reader) builtInTexts(f *font, v lpdf.Value, wanted bool) *codeTable {
	descriptor := v.Key("FontDescriptor")
	if t := symbolTable(f.name); t != nil && (wanted || !embedded(descriptor)) {
		return t
	}
	if !wanted || v.Key("Subtype").Name() == "Type3" {
		return nil
	}
	var table *codeTable
	for _, program := range fontPrograms {
		if file := descriptor.Key(program.key); file.Kind() == lpdf.Stream {
			if src, err := r.readStream(file); err == nil {
				table = program.parse(src)
			}
		}
	}
	return table
}

func embedded(descriptor lpdf.Value) bool {
	for _, program := range fontPrograms {
		if descriptor.Key(program.key).Kind() == lpdf.Stream {
			return true
		}
	}
	return false
}

// fontPrograms are the kinds of embedded font programs.
var fontPrograms = []struct {
	key   string
	parse func([]byte) *codeTable
}{
	{"FontFile", type1Encoding},
	{"FontFile2", trueTypeEncoding},
	{"FontFile3", cffEncoding},
}
