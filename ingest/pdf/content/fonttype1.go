package content

import "bytes"

// type1Encoding reads the encoding of a Type 1 font program, which stands in
// its clear text as PostScript: "dup 65 /A put". Fonts of TeX put their
// ligatures and accents there. It returns nil when there is none to read.
func type1Encoding(src []byte) *codeTable {
	if i := bytes.Index(src, []byte("eexec")); i >= 0 {
		src = src[:i]
	}
	start := bytes.Index(src, []byte("/Encoding"))
	if start < 0 {
		return nil
	}
	l := &lexer{src: src, pos: start + len("/Encoding")}
	table := &codeTable{}
	for op := l.next(); op != nil; op = l.next() {
		switch string(op) {
		case "StandardEncoding":
			return standardEncoding
		case "put":
			setType1Glyph(table, l.operands)
		case "readonly", "def":
			return table
		}
	}
	return table
}

// setType1Glyph takes "65 /A" in front of a put.
func setType1Glyph(table *codeTable, o []operand) {
	if len(o) < 2 || o[0].kind != numberOperand || o[1].kind != nameOperand {
		return
	}
	if code := int(o[0].number); code >= 0 && code < 256 {
		table[code] = plain(textOfName(string(o[1].text)))
	}
}
