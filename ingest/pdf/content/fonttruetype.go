package content

import (
	"cmp"
	"slices"
)

// sfnt is a TrueType or OpenType font program. All reads are bounded: outside
// the program there are zeros.
type sfnt []byte

func (s sfnt) u8(i int) int {
	if i < 0 || i >= len(s) {
		return 0
	}
	return int(s[i])
}
func (s sfnt) u16(i int) int { return s.u8(i)<<8 | s.u8(i+1) }
func (s sfnt) u32(i int) int { return s.u16(i)<<16 | s.u16(i+2) }

// table returns a table by its tag, nil when there is none.
func (s sfnt) table(tag string) sfnt {
	for i := range min(s.u16(4), 64) {
		record := 12 + 16*i
		if record+16 > len(s) || string(s[record:record+4]) != tag {
			continue
		}
		from, n := s.u32(record+8), s.u32(record+12)
		if from > len(s) {
			return nil
		}
		return s[from:min(from+n, len(s))]
	}
	return nil
}

// charMap is a subtable of the cmap table.
type charMap struct {
	platform, encoding int
	data               sfnt
}

// maxMappings bounds the mappings read from one character map. Segments that
// overlap, as no honest font has, could make billions.
const maxMappings = 1 << 17

func (s sfnt) charMaps() []charMap {
	t := s.table("cmap")
	var maps []charMap
	for i := range min(t.u16(2), 32) {
		if offset := t.u32(4 + 8*i + 4); offset < len(t) {
			maps = append(maps, charMap{t.u16(4 + 8*i), t.u16(4 + 8*i + 2), t[offset:]})
		}
	}
	return maps
}

// each calls found for every mapping of a subtable: formats 0, 4, 6 and 12.
func (c charMap) each(use func(code uint32, glyph int)) {
	d := c.data
	left := maxMappings
	found := func(code uint32, glyph int) bool {
		use(code, glyph)
		left--
		return left > 0
	}
	switch d.u16(0) {
	case 0:
		for code := range 256 {
			found(uint32(code), d.u8(6+code))
		}
	case 4:
		c.eachSegment(found)
	case 6:
		for i := range d.u16(8) {
			found(uint32(d.u16(6)+i), d.u16(10+2*i))
		}
	case 12:
		for i := range min(d.u32(12), maxRange) {
			group := 16 + 12*i
			first, last := d.u32(group), d.u32(group+4)
			if last < first || last-first >= maxRange || group > len(d) {
				return
			}
			for code := first; code <= last; code++ {
				if !found(uint32(code), d.u32(group+8)+code-first) {
					return
				}
			}
		}
	}
}

// eachSegment reads format 4.
func (c charMap) eachSegment(found func(code uint32, glyph int) bool) {
	d := c.data
	n := d.u16(6) // twice the number of segments
	for i := 0; i < n; i += 2 {
		last, first := d.u16(14+i), d.u16(16+n+i)
		delta, offset := d.u16(16+2*n+i), d.u16(16+3*n+i)
		for code := first; code <= last && code < 0xFFFF; code++ {
			glyph := code + delta
			if offset != 0 {
				glyph = d.u16(16 + 3*n + i + offset + 2*(code-first))
				if glyph != 0 {
					glyph += delta
				}
			}
			if !found(uint32(code), glyph&0xFFFF) {
				return
			}
		}
	}
}

// glyphNames reads format 2 of the post table: names the subset kept.
func (s sfnt) glyphNames() []string {
	t := s.table("post")
	if t.u32(0) != 0x00020000 {
		return nil
	}
	var own []string
	n := t.u16(32)
	for i := 34 + 2*n; i < len(t); i += 1 + t.u8(i) {
		own = append(own, string(t[i+1:min(i+1+t.u8(i), len(t))]))
	}
	names := make([]string, n)
	for glyph := range names {
		switch i := t.u16(34 + 2*glyph); {
		case i >= 258 && i-258 < len(own):
			names[glyph] = own[i-258]
		case i >= 3 && i < 98: // the Macintosh order begins with printable ASCII
			names[glyph] = "uni00" + string("0123456789ABCDEF"[(i+29)>>4]) + string("0123456789ABCDEF"[(i+29)&15])
		}
	}
	return names
}

// texts returns the text of every glyph the program can tell: by Unicode
// character maps first, then by names.
func (s sfnt) texts() map[int]string {
	texts := map[int]string{}
	for glyph, name := range s.glyphNames() {
		if text := textOfName(name); text != "" {
			texts[glyph] = text
		}
	}
	for _, c := range s.charMaps() {
		if c.platform != 0 && !(c.platform == 3 && (c.encoding == 1 || c.encoding == 10)) {
			continue
		}
		lowest := map[int]uint32{} // a glyph may stand for several characters
		c.each(func(code uint32, glyph int) {
			if before, ok := lowest[glyph]; glyph > 0 && code >= 0x20 && (!ok || code < before) && len(lowest) < maxMapped {
				lowest[glyph] = code
			}
		})
		for glyph, code := range lowest {
			texts[glyph] = string(rune(code))
		}
	}
	return texts
}

// trueTypeEncoding tells what the codes of a symbolic TrueType font mean: its
// (3,0) or (1,0) map leads from code to glyph, and texts from there on. Where
// the glyph is mapped but nameless, the code is taken for a character of the
// platform's code page, as viewers do.
func trueTypeEncoding(src []byte) *codeTable {
	s := sfnt(src)
	texts := s.texts()
	maps := s.charMaps()
	slices.SortStableFunc(maps, func(a, b charMap) int { return cmp.Compare(a.platform, b.platform) })
	var table *codeTable
	for _, c := range maps { // (3,0) comes last and wins
		if !(c.platform == 3 && c.encoding == 0) && c.platform != 1 {
			continue
		}
		page := macRomanEncoding
		if c.platform == 3 {
			page = winAnsiEncoding
		}
		if table == nil {
			table = &codeTable{}
		}
		c.each(func(code uint32, glyph int) {
			if code >= 0xF000 && code <= 0xF0FF {
				code -= 0xF000
			}
			if code > 255 || glyph == 0 {
				return
			}
			table[code] = page[code]
			if text, ok := texts[glyph]; ok {
				table[code] = plain(text)
			}
		})
	}
	return table
}

// textsByGlyph maps the codes of a composite font to text through its embedded
// TrueType program.
func textsByGlyph(src []byte, toGlyph func(uint32) uint32) map[uint32]string {
	texts := sfnt(src).texts()
	if len(texts) == 0 {
		return nil
	}
	m := map[uint32]string{}
	for cid := range uint32(maxRange) {
		if text, ok := texts[int(toGlyph(cid))]; ok {
			m[cid] = text
		}
	}
	return m
}
