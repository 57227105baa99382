package content

import (
	"testing"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

func TestTextOfName(t *testing.T) {
	for name, want := range map[string]string{
		"a": "a", "eacute": "é", "Edieresis": "Ë", "ccedilla": "ç", "idieresis": "ï", "zdotaccent": "ż", "ohungarumlaut": "ő",
		"dotlessiacute": "í", "Aringacute": "Ǻ", "ff": "ff", "f_f_i": "ffi", "uni20AC": "€", "uni00660069": "fi", "u1F600": "😀",
		"one.oldstyle": "1", "a.sc": "a", "Asmall": "A", "space": " ", "bullet": "•", "Omega": "Ω", "tcommaaccent": "ţ",
		".notdef": "", "g23": "", "cid0041": "", "C0012": "", "uniXYZW": "", "uniD800": "", "": "", "xacute": "",
	} {
		if got := textOfName(name); got != want {
			t.Errorf("%q: got %q, want %q", name, got, want)
		}
	}
}

func TestGlyphListIsClean(t *testing.T) {
	if len(namedGlyphs) < 350 {
		t.Errorf("%d names", len(namedGlyphs))
	}
	for name, text := range namedGlyphs {
		if name == "" || text == "" || !norm.NFC.IsNormalString(text) && name != "ohm" && name != "angleleft" && name != "angleright" {
			t.Errorf("%q is %q", name, text)
		}
	}
}

func TestEncodings(t *testing.T) {
	for _, tt := range []struct {
		name  string
		table *codeTable
		code  int
		want  string
	}{
		{"standard", standardEncoding, 0x27, "’"}, {"standard", standardEncoding, 0xAE, "fi"}, {"standard", standardEncoding, 0xD0, "—"},
		{"standard", standardEncoding, 0xE1, "Æ"}, {"standard", standardEncoding, 0xFB, "ß"}, {"standard", standardEncoding, 0xF5, "ı"},
		{"standard", standardEncoding, 0xC8, "¨"}, {"standard", standardEncoding, 0xCF, "ˇ"}, {"standard", standardEncoding, 0xB0, ""},
		{"windows", winAnsiEncoding, 0x80, "€"}, {"windows", winAnsiEncoding, 0x92, "’"}, {"windows", winAnsiEncoding, 0xEB, "ë"},
		{"macintosh", macRomanEncoding, 0xA5, "•"}, {"macintosh", macRomanEncoding, 0xDE, "ﬁ"}, {"macintosh", macRomanEncoding, 0x8E, "é"},
		{"symbol", symbolEncoding, 0xB7, "•"}, {"symbol", symbolEncoding, 0x61, "α"}, {"symbol", symbolEncoding, 0xAE, "→"}, {"symbol", symbolEncoding, 0xE5, "∑"},
		{"dingbats", dingbatsEncoding, 0x6E, "■"}, {"dingbats", dingbatsEncoding, 0x33, "✓"},
	} {
		if got := plain(tt.table[tt.code]); got != plain(tt.want) {
			t.Errorf("%s %#x: got %q, want %q", tt.name, tt.code, got, tt.want)
		}
	}
	if n := utf8.RuneCountInString(cffStrings); n != 228 {
		t.Errorf("ISOAdobe has 228 glyphs, here %d", n)
	}
	for code := 0x20; code < 0x7F; code++ {
		if want := standardEncoding[code]; string(cffStandard[code-0x20]) != want {
			t.Errorf("CFF string %d is %q, StandardEncoding has %q", code-0x1F, string(cffStandard[code-0x20]), want)
		}
	}
}

func TestPlain(t *testing.T) {
	for in, want := range map[string]string{
		"a": "a", "ﬁ": "fi", "e\u0301": "é", "\u00A0": " ", "\t": " ", "\u200B": "", "\x01": "", "\uF0B7": "•", "\uE000": "\uE000", "\u00AD": "\u00AD",
	} {
		if got := plain(in); got != want {
			t.Errorf("%q: got %q, want %q", in, got, want)
		}
	}
}
