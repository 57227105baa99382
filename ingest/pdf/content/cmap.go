package content

import (
	"unicode/utf16"
)

// codespace says that codes of n bytes lie between low and high, byte by byte.
type codespace struct {
	n         int
	low, high uint32
}

func (c codespace) contains(code uint32) bool {
	for shift := 0; shift < c.n*8; shift += 8 {
		b := code >> shift & 0xFF
		if b < c.low>>shift&0xFF || b > c.high>>shift&0xFF {
			return false
		}
	}
	return true
}

// cmap is what a CMap says: how long codes are, and what they mean. A
// /ToUnicode map fills text, the encoding of a composite font fills cids.
type cmap struct {
	spaces   []codespace
	text     map[uint32]string
	cids     map[uint32]uint32
	vertical bool
	left     int // mappings that may still be made, also over earlier ones
}

const (
	// maxRange is the widest range of one line, the whole of two bytes.
	maxRange = 1 << 16
	// maxMapped bounds the entries of a map; the largest fonts have 65,535.
	maxMapped = 1 << 18
)

// parseCMap reads a CMap. What is malformed is left out, as the CMaps of many
// producers are.
func parseCMap(src []byte) *cmap {
	m := &cmap{text: map[uint32]string{}, cids: map[uint32]uint32{}, left: 4 * maxMapped}
	l := &lexer{src: src, most: 3 * maxRange}
	for op := l.next(); op != nil; op = l.next() {
		switch string(op) {
		case "endcodespacerange":
			m.codespaces(l.operands)
		case "endbfchar":
			m.characters(l.operands)
		case "endbfrange":
			m.ranges(l)
		case "endcidchar":
			for o := l.operands; len(o) >= 2; o = o[2:] {
				m.setCID(codeOf(o[0].text), uint32(o[1].number))
			}
		case "endcidrange":
			m.cidRanges(l.operands)
		case "def":
			o := l.operands
			if len(o) == 2 && string(o[0].text) == "WMode" && o[1].number == 1 {
				m.vertical = true
			}
		}
	}
	return m
}

func codeOf(b []byte) uint32 {
	var n uint32
	for _, c := range b {
		n = n<<8 | uint32(c)
	}
	return n
}

func (m *cmap) codespaces(o []operand) {
	for ; len(o) >= 2; o = o[2:] {
		n := len(o[0].text)
		if n >= 1 && n <= 4 && len(o[1].text) == n && len(m.spaces) < 100 {
			m.spaces = append(m.spaces, codespace{n, codeOf(o[0].text), codeOf(o[1].text)})
		}
	}
}

func (m *cmap) setText(code uint32, s string) {
	if m.left--; m.left > 0 && len(m.text) < maxMapped {
		m.text[code] = s
	}
}

func (m *cmap) setCID(code, cid uint32) {
	if m.left--; m.left > 0 && len(m.cids) < maxMapped {
		m.cids[code] = cid
	}
}

func (m *cmap) characters(o []operand) {
	for ; len(o) >= 2; o = o[2:] {
		if o[0].kind != stringOperand {
			continue
		}
		text := utf16Text(o[1].text)
		if o[1].kind == nameOperand {
			text = textOfName(string(o[1].text))
		}
		m.setText(codeOf(o[0].text), text)
	}
}

func (m *cmap) ranges(l *lexer) {
	for o := l.operands; len(o) >= 3; o = o[3:] {
		low, high := codeOf(o[0].text), codeOf(o[1].text)
		if o[0].kind != stringOperand || high < low || high-low >= maxRange {
			continue
		}
		if o[2].kind == arrayOperand {
			for i, e := range l.elements[o[2].from:o[2].to] {
				if code := low + uint32(i); code <= high {
					m.setText(code, utf16Text(e.text))
				}
			}
			continue
		}
		m.consecutive(low, high, utf16Text(o[2].text))
	}
}

// consecutive maps a range to texts whose last character counts up.
func (m *cmap) consecutive(low, high uint32, first string) {
	runes := []rune(first)
	if len(runes) == 0 {
		return
	}
	for i := uint32(0); i <= high-low && m.left > 0; i++ {
		m.setText(low+i, string(runes))
		runes[len(runes)-1]++
	}
}

func (m *cmap) cidRanges(o []operand) {
	for ; len(o) >= 3; o = o[3:] {
		low, high := codeOf(o[0].text), codeOf(o[1].text)
		if high < low || high-low >= maxRange {
			continue
		}
		for i := uint32(0); i <= high-low && m.left > 0; i++ {
			m.setCID(low+i, uint32(o[2].number)+i)
		}
	}
}

// utf16Text decodes the target of a mapping. One byte alone is Latin-1.
func utf16Text(b []byte) string {
	if len(b) == 1 {
		return string(rune(b[0]))
	}
	units := make([]uint16, 0, len(b)/2)
	for i := 0; i+1 < len(b); i += 2 {
		units = append(units, uint16(b[i])<<8|uint16(b[i+1]))
	}
	if len(units) > 1 && swapped(units) {
		for i, u := range units {
			units[i] = u >> 8
		}
	}
	return string(utf16.Decode(units))
}

// swapped reports whether all units are letters of ASCII with their bytes
// exchanged: so Ghostscript 10.0 writes the ligatures of the files it distills
// ("ti" becomes U+7400 U+6900).
func swapped(units []uint16) bool {
	for _, u := range units {
		if letter := u>>8 | 0x20; u&0xFF != 0 || letter < 'a' || letter > 'z' {
			return false
		}
	}
	return true
}
