package content

// cffStrings are the standard strings of CFF from number 1, as texts: the
// glyphs of ISOAdobe (Adobe Technical Note 5176, appendix A).
const cffStrings = " !\"#$%&’()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_‘abcdefghijklmnopqrstuvwxyz{|}~" +
	"¡¢£⁄¥ƒ§¤'“«‹›\uFB01\uFB02–†‡·¶•‚„”»…‰¿`´ˆ˜¯˘˙¨˚¸˝˛ˇ—ÆªŁØŒºæıłøœß" +
	"¹¬µ™Ð½±Þ¼÷¦°þ¾²®−ð×³©ÁÂÄÀÅÃÇÉÊËÈÍÎÏÌÑÓÔÖÒÕŠÚÛÜÙÝŸŽáâäàåãçéêëèíîïìñóôöòõšúûüùýÿž"

var cffStandard = []rune(cffStrings)

// cff is a font program in the Compact Font Format.
type cff struct {
	sfnt
	strings [][]byte
}

// cffEncoding reads the built-in encoding of a CFF font, nil when it has none
// (a CID font) or is broken.
func cffEncoding(src []byte) *codeTable {
	c, top := openCFF(src)
	if top == nil {
		return nil
	}
	switch at := top[cffEncodingAt]; at {
	case 0:
		return standardEncoding
	case 1:
		return nil // Expert: figures and small capitals
	default:
		return c.encoding(at, c.charset(top[cffCharsetAt], c.u16(top[cffCharStringsAt])))
	}
}

// Operators of a top DICT.
const cffCharsetAt, cffEncodingAt, cffCharStringsAt, cffROS = 15, 16, 17, 1230

// openCFF reads the head of a program; top is nil when its glyphs have no names.
func openCFF(src []byte) (c cff, top map[int]int) {
	s := sfnt(src)
	if s.u32(0) == 0x4F54544F { // "OTTO": OpenType around the CFF
		s = s.table("CFF ")
	}
	c = cff{sfnt: s}
	_, next := c.index(c.u8(2))
	tops, next := c.index(next)
	c.strings, _ = c.index(next)
	if len(tops) == 0 {
		return c, nil
	}
	top = cffDict(tops[0])
	if _, isCID := top[cffROS]; isCID {
		return c, nil
	}
	return c, top
}

// cffGlyphs gives the texts of a program's glyphs, in their order.
func cffGlyphs(src []byte) []string {
	c, top := openCFF(src)
	if top == nil {
		return nil
	}
	return c.charset(top[cffCharsetAt], c.u16(top[cffCharStringsAt]))
}

// index reads an INDEX structure and returns its members and what follows.
func (c cff) index(at int) ([][]byte, int) {
	count, size := c.u16(at), c.u8(at+2)
	if count == 0 || size < 1 || size > 4 {
		return nil, at + 2
	}
	offset := func(i int) int {
		n := 0
		for j := range size {
			n = n<<8 | c.u8(at+3+i*size+j)
		}
		return at + 2 + (count+1)*size + n
	}
	var members [][]byte
	for i := range count {
		from, to := offset(i), offset(i+1)
		if from < 0 || to < from || to > len(c.sfnt) {
			return nil, len(c.sfnt)
		}
		members = append(members, c.sfnt[from:to])
	}
	return members, offset(count)
}

// cffDict reads the last operand of every operator of a DICT; operators of two
// bytes are 1200 and up.
func cffDict(b []byte) map[int]int {
	d := map[int]int{}
	s := sfnt(b)
	value := 0
	for i := 0; i < len(b); {
		switch c := s.u8(i); {
		case c == 12:
			d[1200+s.u8(i+1)] = value
			i += 2
		case c <= 21:
			d[c] = value
			i++
		case c == 28:
			value = int(int16(s.u16(i + 1)))
			i += 3
		case c == 29:
			value = int(int32(s.u32(i + 1)))
			i += 5
		case c == 30:
			for i++; i < len(b) && b[i]&0xF != 0xF; i++ {
			}
			i++
		case c <= 246:
			value = c - 139
			i++
		case c <= 250:
			value = (c-247)*256 + s.u8(i+1) + 108
			i += 2
		default:
			value = -(c-251)*256 - s.u8(i+1) - 108
			i += 2
		}
	}
	return d
}

// charset returns the text of every glyph.
func (c cff) charset(at, glyphs int) []string {
	texts := make([]string, 1, glyphs+1)
	if at <= 2 { // a predefined charset; ISOAdobe counts up
		for id := 1; id < glyphs; id++ {
			texts = append(texts, c.text(id))
		}
		return texts
	}
	format := c.u8(at)
	for at++; len(texts) < glyphs && at < len(c.sfnt); {
		first, more := c.u16(at), 0
		at += 2
		switch format {
		case 1:
			more = c.u8(at)
			at++
		case 2:
			more = c.u16(at)
			at += 2
		}
		for id := first; id <= first+more && len(texts) < glyphs; id++ {
			texts = append(texts, c.text(id))
		}
	}
	return texts
}

// text is the text of a string number, through the glyph's name.
func (c cff) text(id int) string {
	const ownFrom = 391
	switch {
	case id >= 1 && id <= len(cffStandard):
		return plain(string(cffStandard[id-1]))
	case id >= 239 && id <= 248: // zerooldstyle to nineoldstyle
		return string(rune('0' + id - 239))
	case id >= 266 && id <= 268:
		return [3]string{"ff", "ffi", "ffl"}[id-266]
	case id >= ownFrom && id-ownFrom < len(c.strings):
		return plain(textOfName(string(c.strings[id-ownFrom])))
	}
	return ""
}

// encoding reads a custom encoding: codes of the glyphs in order.
func (c cff) encoding(at int, texts []string) *codeTable {
	table := &codeTable{}
	set := func(code, glyph int) {
		if code < 256 && glyph < len(texts) {
			table[code] = texts[glyph]
		}
	}
	format, count := c.u8(at), c.u8(at+1)
	at += 2
	glyph := 1
	for range count {
		first, more := c.u8(at), 0
		at++
		if format&0x7F == 1 {
			more = c.u8(at)
			at++
		}
		for code := first; code <= first+more; code++ {
			set(code, glyph)
			glyph++
		}
	}
	if format&0x80 != 0 {
		for i := range c.u8(at) {
			if code := c.u8(at + 1 + 3*i); code < 256 {
				table[code] = c.text(c.u16(at + 2 + 3*i))
			}
		}
	}
	return table
}
