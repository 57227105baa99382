package content

import (
	"encoding/binary"
	"fmt"
	"strings"
	"testing"

	"rodedraad/ingest/pdf"
	"rodedraad/ingest/pdf/pdftest"
)

// shown makes a page that shows a string in a font and returns its text.
func shown(t *testing.T, font func(d *pdftest.Document) int, operand string) string {
	t.Helper()
	d := pdftest.New()
	n := font(d)
	d.Page("", fmt.Sprintf("/Font<</F1 %d 0 R>>", n), "BT /F1 10 Tf 50 700 Td "+operand+" Tj ET")
	return pdf.PlainText(first(t, d.Bytes()))
}

func TestSimpleFonts(t *testing.T) {
	dictionary := func(body string) func(d *pdftest.Document) int {
		return func(d *pdftest.Document) int { return d.Add("<</Type/Font/BaseFont/ABCDEF+Eigen%s>>", body) }
	}
	withStream := func(body, stream string) func(d *pdftest.Document) int {
		return func(d *pdftest.Document) int {
			return d.Add("<</Type/Font/BaseFont/ABCDEF+Eigen"+body+">>", d.Stream("", stream))
		}
	}
	descriptor := func(body, key, stream string) func(d *pdftest.Document) int {
		return func(d *pdftest.Document) int {
			file := d.Stream("", stream)
			return d.Add("<</Type/Font/BaseFont/ABCDEF+Eigen%s/FontDescriptor<</Flags 4/%s %d 0 R>>>>", body, key, file)
		}
	}
	type1 := "%!PS\n/FontName /Eigen def /Encoding 256 array 0 1 255 {1 index exch /.notdef put} for dup 1 /ff put dup 2 /eacute put readonly def currentfile eexec dup 3 /x put"
	tests := []struct {
		name    string
		font    func(d *pdftest.Document) int
		operand string
		want    string
	}{
		{"windows", dictionary("/Subtype/TrueType/Encoding/WinAnsiEncoding"), "(caf\xE9 \x80)", "café €"},
		{"macintosh", dictionary("/Subtype/TrueType/Encoding/MacRomanEncoding"), "(caf\x8E \xDE\xA5)", "café fi•"},
		{"standard", dictionary("/Subtype/Type1"), "(\xAEn\xAD)", "fin›"},
		{"differences", dictionary("/Subtype/Type1/Encoding<</Differences[1/ff/fi 65/eacute/g7/Euro]>>"), "(\x01\x02ABCD)", "fffié\uFFFD€D"},
		{"differences on a base", dictionary("/Subtype/Type1/Encoding<</BaseEncoding/WinAnsiEncoding/Differences[65/B]>>"), "(A\xEB)", "Bë"},
		{"bitmap font of TeX", dictionary("/Subtype/Type3/FontMatrix[.01 0 0 .01 0 0]/Encoding<</Differences[28/a28 97/a97 99/a100]>>"), "(\x1Cac)", "fia\uFFFD"},
		{"symbol", func(d *pdftest.Document) int { return d.Add("<</Type/Font/Subtype/Type1/BaseFont/Symbol>>") }, "(\xB7a)", "•α"},
		{"to Unicode wins", withStream("/Subtype/Type1/Encoding/WinAnsiEncoding/ToUnicode %d 0 R", "1 beginbfchar <41> <0078> endbfchar"), "(AB)", "xB"},
		{"to Unicode that does not know", withStream("/Subtype/Type1/Encoding/WinAnsiEncoding/ToUnicode %d 0 R", "1 beginbfchar <41> <FFFD> endbfchar"), "(AB)", "AB"},
		{"encoding inside Type 1", descriptor("/Subtype/Type1", "FontFile", type1), "(\x01\x02\x03)", "ffé\uFFFD"},
		{"encoding inside CFF", descriptor("/Subtype/Type1", "FontFile3", cffFont()), "(\x05\x06)", "Aé"},
		{"character map of symbolic TrueType", descriptor("/Subtype/TrueType", "FontFile2", trueTypeFont()), "(\x21\x22)", "éA"},
		{"broken font file", descriptor("/Subtype/TrueType", "FontFile2", "\x00\x01\x00\x00\xFF\xFF"), "(ab)", "ab"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := shown(t, tt.font, tt.operand); got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

func TestCompositeFonts(t *testing.T) {
	type0 := func(encoding, descendant, toUnicode string) func(d *pdftest.Document) int {
		return func(d *pdftest.Document) int {
			if toUnicode != "" {
				toUnicode = fmt.Sprintf("/ToUnicode %d 0 R", d.Stream("", toUnicode))
			}
			if strings.HasPrefix(encoding, "begin") || strings.HasPrefix(encoding, "1 ") {
				encoding = fmt.Sprintf("%d 0 R", d.Stream("/Type/CMap", encoding))
			}
			if strings.Contains(descendant, "FILE") {
				file := d.Stream("", trueTypeFont())
				descendant = strings.ReplaceAll(descendant, "FILE", fmt.Sprint(file))
			}
			if strings.Contains(descendant, "CFF") {
				file := d.Stream("/Subtype/CIDFontType0C", cffFont())
				descendant = strings.ReplaceAll(descendant, "CFF", fmt.Sprint(file))
			}
			return d.Add("<</Type/Font/Subtype/Type0/BaseFont/Eigen/Encoding %s/DescendantFonts[<</Subtype/CIDFontType2%s>>]%s>>",
				encoding, descendant, toUnicode)
		}
	}
	const map1 = "1 beginbfrange <0001> <0003> <0061> endbfrange"
	tests := []struct {
		name    string
		font    func(d *pdftest.Document) int
		operand string
		want    string
	}{
		{"identity", type0("/Identity-H", "/DW 500", map1), "<000100020003>", "abc"},
		{"odd byte at the end", type0("/Identity-H", "/DW 500", map1), "<0001000203>", "abc"},
		{"no map", type0("/Identity-H", "/DW 500", ""), "<00010002>", "\uFFFD\uFFFD"},
		{"map of the font program", type0("/Identity-H", "/DW 500/FontDescriptor<</FontFile2 FILE 0 R>>", ""), "<00010002>", "éA"},
		{"names in a CFF program", type0("/Identity-H", "/DW 500/FontDescriptor<</FontFile3 CFF 0 R>>", ""), "<00010002>", "Aé"},
		{"ligatures of Ghostscript", type0("/Identity-H", "/DW 500", "2 beginbfchar <0001> <74006900> <0002> <0073> endbfchar"), "<00010002>", "tis"},
		{"Chinese that is no ligature", type0("/Identity-H", "/DW 500", "1 beginbfchar <0001> <7400690A> endbfchar"), "<0001>", "\u7400\u690A"},
		{"printed forms of Arabic", type0("/Identity-H", "/DW 500", "2 beginbfchar <0001> <FEDF> <0002> <FE8E> endbfchar"), "<00020001>", "لا"},
		{"a ligature of Arabic", type0("/Identity-H", "/DW 500", "2 beginbfchar <0001> <06440627> <0002> <0645> endbfchar"), "<00010002>", "ملا"},
		{"codes of one byte", type0("1 begincodespacerange <00> <FF> endcodespacerange 1 begincidrange <00> <FF> 0 endcidrange", "/DW 500",
			"1 beginbfchar <41> <007A> endbfchar"), "(AA)", "zz"},
		{"Unicode codes", type0("/UniGB-UCS2-H", "/DW 500", ""), "<004100E9>", "Aé"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := shown(t, tt.font, tt.operand); got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

// TestCompositeWidths checks both forms of /W: the second word must begin
// where the widths of the first one end.
func TestCompositeWidths(t *testing.T) {
	d := pdftest.New()
	m := d.Stream("", "1 beginbfrange <0001> <0005> <0061> endbfrange 1 beginbfchar <0009> <0020> endbfchar")
	f := d.Add("<</Type/Font/Subtype/Type0/BaseFont/Eigen/Encoding/Identity-H/ToUnicode %d 0 R/DescendantFonts[<</DW 100/W[1[250 300]3 5 700]>>]>>", m)
	d.Page("", fmt.Sprintf("/Font<</F1 %d 0 R>>", f), "BT /F1 10 Tf 50 700 Td <0001000200030009> Tj <0004> Tj ET")
	words := first(t, d.Bytes()).Words
	if len(words) != 2 || !near(words[0].X1, 62.5) || !near(words[1].X0, 63.5) || !near(words[1].X1, 70.5) {
		t.Errorf("words %v", words)
	}
}

func TestFontStyle(t *testing.T) {
	for _, tt := range []struct {
		entries, name string
		bold, italic  bool
	}{
		{"/BaseFont/ABCDEF+Verdana-BoldItalic", "Verdana-BoldItalic", true, true},
		{"/BaseFont/Arial/FontDescriptor<</Flags 64>>", "Arial", false, true},
		{"/BaseFont/Rijks/FontDescriptor<</FontWeight 700>>", "Rijks", true, false},
		{"/BaseFont/Rijks/FontDescriptor<</Flags 262144>>", "Rijks", true, false},
		{"/BaseFont/Rijks/FontDescriptor<</ItalicAngle -12>>", "Rijks", false, true},
		{"/BaseFont/Rijks", "Rijks", false, false},
	} {
		d := pdftest.New()
		f := d.Add("<</Type/Font/Subtype/TrueType/Encoding/WinAnsiEncoding%s>>", tt.entries)
		d.Page("", fmt.Sprintf("/Font<</F1 %d 0 R>>", f), "BT /F1 10 Tf 50 700 Td (a) Tj ET")
		w := first(t, d.Bytes()).Words[0]
		if w.Font != tt.name || w.Bold != tt.bold || w.Italic != tt.italic {
			t.Errorf("%s: %q bold %v italic %v", tt.entries, w.Font, w.Bold, w.Italic)
		}
	}
}

// TestFontsOfOneName checks that a name means another font on another page.
func TestFontsOfOneName(t *testing.T) {
	d := pdftest.New()
	a := d.Add("<</Type/Font/Subtype/Type1/BaseFont/Een/Encoding<</Differences[65/x]>>>>")
	b := d.Add("<</Type/Font/Subtype/Type1/BaseFont/Twee/Encoding<</Differences[65/y]>>>>")
	for _, n := range []int{a, b, a} {
		d.Page("", fmt.Sprintf("/Font<</F1 %d 0 R>>", n), "BT /F1 10 Tf 50 700 Td (A) Tj ET")
	}
	r := open(t, d.Bytes(), Limits{})
	for n, want := range []string{"x", "y", "x"} {
		page, err := r.Page(t.Context(), n+1)
		if err != nil || pdf.PlainText(page) != want {
			t.Errorf("page %d: %q, %v; want %q", n+1, pdf.PlainText(page), err, want)
		}
	}
	if len(r.fonts) != 2 {
		t.Errorf("%d fonts loaded, the file has 2", len(r.fonts))
	}
}

// trueTypeFont makes a font program of two glyphs: 1 is é and 2 is A by the
// Unicode map, and a symbol map gives them the codes 0x21 and 0x22.
func trueTypeFont() string {
	u16 := func(n ...int) (b []byte) {
		for _, v := range n {
			b = binary.BigEndian.AppendUint16(b, uint16(v))
		}
		return b
	}
	segments := func(pairs ...int) []byte { // code, glyph
		n := len(pairs)/2 + 1
		var ends, starts, deltas, offsets []int
		for i := 0; i < len(pairs); i += 2 {
			ends, starts = append(ends, pairs[i]), append(starts, pairs[i])
			deltas, offsets = append(deltas, pairs[i+1]-pairs[i]), append(offsets, 0)
		}
		ends, starts, deltas, offsets = append(ends, 0xFFFF), append(starts, 0xFFFF), append(deltas, 1), append(offsets, 0)
		b := u16(4, 16+8*n, 0, 2*n, 0, 0, 0)
		b = append(append(b, u16(ends...)...), 0, 0)
		return append(append(append(b, u16(starts...)...), u16(deltas...)...), u16(offsets...)...)
	}
	unicode, symbol := segments('A', 2, 0xE9, 1), segments(0xF021, 1, 0xF022, 2)
	table := u16(0, 2, 3, 0, 0, 20+len(unicode), 3, 1, 0, 20)
	table = append(append(table, unicode...), symbol...)
	head := append(u16(1, 0, 1, 0, 0, 0), "cmap\x00\x00\x00\x00"...)
	head = append(head, u16(0, 28, 0, len(table))...)
	return string(append(head, table...))
}

// cffFont makes a CFF program whose own encoding gives A the code 5 and é 6.
func cffFont() string {
	index := func(members ...string) string {
		if len(members) == 0 {
			return "\x00\x00"
		}
		s := fmt.Sprintf("\x00%c\x01\x01", len(members))
		at := 1
		for _, m := range members {
			at += len(m)
			s += string([]byte{byte(at)})
		}
		return s + strings.Join(members, "")
	}
	number := func(n int) string { return string([]byte{28, byte(n >> 8), byte(n)}) }
	build := func(charset, encoding, glyphs int) (string, int) {
		top := number(charset) + "\x0F" + number(encoding) + "\x10" + number(glyphs) + "\x11"
		s := "\x01\x00\x04\x01" + index("Eigen") + index(top) + index("eacute") + index()
		return s, len(s)
	}
	_, at := build(0, 0, 0)
	charset := "\x00" + "\x00\x22" + "\x01\x87" // A is string 34; 391 is the font's first own
	encoding := "\x00\x02\x05\x06"
	s, _ := build(at, at+len(charset), at+len(charset)+len(encoding))
	return s + charset + encoding + index("\x0E", "\x0E", "\x0E")
}

// FuzzFontPrograms checks that no font program makes a code longer than a
// name's text, whatever its tables say.
func FuzzFontPrograms(f *testing.F) {
	f.Add([]byte(trueTypeFont()))
	f.Add([]byte(cffFont()))
	f.Add([]byte("/Encoding 256 array dup 1 /ff put def"))
	f.Fuzz(func(t *testing.T, src []byte) {
		for _, program := range fontPrograms {
			table := program.parse(src)
			if table == nil {
				continue
			}
			for code, text := range table {
				if text != plain(text) {
					t.Fatalf("%s: code %d is %q, not in plain form", program.key, code, text)
				}
			}
		}
	})
}
