package content

import (
	"strings"

	"golang.org/x/text/encoding/charmap"
)

// codeTable is what the codes of a simple font mean.
type codeTable [256]string

// standardHigh is the upper half of Adobe's StandardEncoding from 0xA1, in the
// order of the codes; a space marks a code without glyph (ISO 32000-1, D.2).
const standardHigh = "¡¢£⁄¥ƒ§¤'“«‹›\uFB01\uFB02 –†‡· ¶•‚„”»…‰ ¿ " +
	"`´ˆ˜¯˘˙¨ ˚¸ ˝˛ˇ—                Æ ª    ŁØŒº     æ   ı  łøœß"

// symbolLow and symbolHigh are the built-in encoding of the font Symbol, from
// 0x20 and 0xA1 (ISO 32000-1, D.5).
const (
	symbolLow = " !∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_" +
		"\u203Eαβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼"
	symbolHigh = "ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓" +
		"◊〈®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪ 〉∫⌠⎮⌡⎞⎟⎠⎤⎥⎦⎫⎬⎭"
)

var (
	standardEncoding = func() *codeTable {
		t := asciiTable()
		t[0x27], t[0x60] = "’", "‘"
		fill(t, 0xA1, standardHigh)
		return t
	}()
	winAnsiEncoding  = charmapTable(charmap.Windows1252)
	macRomanEncoding = charmapTable(charmap.Macintosh)
	symbolEncoding   = func() *codeTable {
		t := &codeTable{}
		fill(t, 0x20, symbolLow)
		fill(t, 0xA0, "€"+symbolHigh)
		return t
	}()
	dingbatsEncoding = func() *codeTable {
		t := &codeTable{}
		t[0x20] = " "
		for c := 0x21; c <= 0xFE; c++ {
			if c < 0x7F || c > 0xA0 {
				t[c] = string(rune(0x2700 + c - 0x20))
			}
		}
		for c, s := range map[int]string{0x25: "☎", 0x2A: "☛", 0x2B: "☞", 0x48: "★", 0x6C: "●",
			0x6E: "■", 0x73: "▲", 0x74: "▼", 0x75: "◆", 0x77: "◗", 0xD5: "→"} {
			t[c] = s
		}
		return t
	}()
	wingdingsEncoding = func() *codeTable {
		t := &codeTable{}
		t[0x20] = " "
		for c, s := range wingdings {
			t[c] = s
		}
		return t
	}()
)

// wingdings are the characters of Microsoft's Wingdings that documents use as
// bullets, boxes and arrows; the others stay unknown.
var wingdings = map[int]string{
	0x22: "✂", 0x28: "☎", 0x2A: "✉", 0x46: "☞", 0x4A: "☺", 0x4C: "☹", 0x6C: "●", 0x6D: "❍", 0x6E: "■", 0x6F: "□",
	0x70: "❐", 0x71: "❑", 0x72: "❒", 0x73: "⬧", 0x74: "⧫", 0x75: "◆", 0x76: "❖", 0x77: "⬥", 0x9E: "·", 0x9F: "•",
	0xA0: "▪", 0xA1: "○", 0xA4: "◉", 0xA7: "▪", 0xA8: "◻", 0xD8: "➢", 0xDF: "←", 0xE0: "→", 0xE1: "↑",
	0xE2: "↓", 0xE8: "➔", 0xF0: "⇨", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
}

func asciiTable() *codeTable {
	t := &codeTable{}
	for c := 0x20; c < 0x7F; c++ {
		t[c] = string(rune(c))
	}
	return t
}

func fill(t *codeTable, from int, texts string) {
	for _, r := range texts {
		if r != ' ' || from == 0x20 {
			t[from] = plain(string(r))
		}
		from++
	}
}

// charmapTable makes a table of one of the standard library's code pages.
// Codes it leaves open are bullets in WinAnsiEncoding (ISO 32000-1, D.2).
func charmapTable(cm *charmap.Charmap) *codeTable {
	t := &codeTable{}
	for c := 0x20; c < 0x100; c++ {
		r := cm.DecodeByte(byte(c))
		if r < 0x20 || r >= 0x7F && r < 0xA0 || r == 0xFFFD || r >= 0xE000 && r <= 0xF8FF {
			continue
		}
		t[c] = plain(string(r))
	}
	return t
}

// baseEncoding returns the table of an encoding's name, nil when the format
// does not know it.
func baseEncoding(name string) *codeTable {
	switch name {
	case "WinAnsiEncoding":
		return winAnsiEncoding
	case "MacRomanEncoding":
		return macRomanEncoding
	case "StandardEncoding":
		return standardEncoding
	}
	return nil
}

// symbolTable returns the table of a font with pictures instead of letters,
// recognised by its name.
func symbolTable(fontName string) *codeTable {
	switch name := strings.ToLower(fontName); {
	case strings.HasPrefix(name, "symbol"):
		return symbolEncoding
	case strings.HasPrefix(name, "zapfdingbats"), strings.HasPrefix(name, "itczapfdingbats"):
		return dingbatsEncoding
	case name == "wingdings" || strings.HasPrefix(name, "wingdings-"):
		return wingdingsEncoding
	}
	return nil
}
