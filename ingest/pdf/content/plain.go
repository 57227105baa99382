package content

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// plain brings the text of one glyph into the form words are made of: NFC,
// ligatures as letters, every white space as one space, no controls. What is
// left empty had no meaning.
func plain(s string) string {
	if len(s) == 1 && s[0] > ' ' && s[0] < 0x7F {
		return s
	}
	clean := true
	for _, r := range s {
		if r < 0x20 || r > 0x24F || r >= 0x7F && r <= 0xAD {
			clean = false
		}
	}
	if !clean {
		var b strings.Builder
		for _, r := range s {
			writePlain(&b, r)
		}
		s = b.String()
	}
	return norm.NFC.String(s)
}

func writePlain(b *strings.Builder, r rune) {
	switch {
	case r >= 0xFB00 && r <= 0xFB06:
		b.WriteString(ligatures[r-0xFB00])
	case r == 0xAD:
		b.WriteRune(r)
	case r == 0xA0 || r == 0x3000 || unicode.Is(unicode.Zs, r) || r == '\t' || r == '\n' || r == '\r' || r == 0x2028 || r == 0x2029:
		b.WriteByte(' ')
	case r >= 0xFB1D && r <= 0xFDFF, r >= 0xFE70 && r <= 0xFEFE:
		b.WriteString(printedForm(r))
	case r >= 0xF020 && r <= 0xF0FF:
		b.WriteString(privateUse(r))
	case r == 0x200B || r == 0xFEFF || r == 0x2060 || r == 0x200C || r == 0x200D || r == 0x200E || r == 0x200F:
	case unicode.IsControl(r):
	default:
		b.WriteRune(r)
	}
}

var ligatures = [7]string{"ff", "fi", "fl", "ffi", "ffl", "st", "st"}

// privateUse gives the characters Word puts at U+F020 to U+F0FF for symbol
// fonts: nearly always a bullet, at the code of Symbol or of Wingdings.
func privateUse(r rune) string {
	c := int(r - 0xF000)
	switch c {
	case 0x20:
		return " "
	case 0xB7:
		return "•"
	case 0x2D:
		return "−"
	}
	if s, ok := wingdings[c]; ok {
		return s
	}
	return string(r)
}

// isBlank reports whether a glyph's text is nothing but space.
func isBlank(s string) bool {
	for i := range len(s) {
		if s[i] != ' ' {
			return false
		}
	}
	return len(s) > 0
}

// unknown stands for a glyph whose meaning the file does not tell.
const unknown = string(utf8.RuneError)
