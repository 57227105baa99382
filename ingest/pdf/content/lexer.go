package content

import "bytes"

// operandKind is the type of an operand.
type operandKind uint8

const (
	otherOperand operandKind = iota
	numberOperand
	nameOperand
	stringOperand
	arrayOperand
	dictOperand
)

// operand is what stands before an operator. The text of names and strings
// points into the stream or into the lexer's store and is valid until the next
// operator.
type operand struct {
	kind   operandKind
	number float64
	text   []byte // name, string; the source of a dictionary
	from   int    // array: its elements are elements[from:to]
	to     int
}

const (
	// maxOperands is far above the 33 operands any operator takes.
	maxOperands = 512
	// maxElements bounds the elements of arrays before one operator.
	maxElements = 1 << 20
)

// lexer cuts a content stream, or a CMap, into operators with their operands.
// It keeps no nesting: the elements of an inner array count as elements of the
// outer one, so that depth costs neither stack nor time.
type lexer struct {
	src      []byte
	pos      int
	operands []operand
	elements []operand
	store    []byte // decoded strings
	most     int    // operands kept before one operator, 0 is maxOperands
	open     int    // depth of arrays being read
	arrayAt  int    // first element of the array being read
}

// Character classes (ISO 32000-1, table 1 and 2).
const (
	regular = iota
	space
	delimiter
)

var class = func() (t [256]byte) {
	for _, c := range "\x00\t\n\f\r " {
		t[c] = space
	}
	for _, c := range "()<>[]{}/%" {
		t[c] = delimiter
	}
	return t
}()

// next returns the next operator; its operands are in l.operands. It returns
// nil at the end of the stream.
func (l *lexer) next() []byte {
	l.operands, l.elements, l.store, l.open = l.operands[:0], l.elements[:0], l.store[:0], 0
	for l.pos < len(l.src) {
		c := l.src[l.pos]
		switch class[c] {
		case space:
			l.pos++
		case delimiter:
			l.delimited(c)
		default:
			if c >= '0' && c <= '9' || c == '-' || c == '.' || c == '+' {
				l.push(operand{kind: numberOperand, number: l.readNumber()})
				continue
			}
			if op := l.word(); l.open == 0 && !isConstant(op) {
				return op
			}
		}
	}
	return nil
}

func isConstant(op []byte) bool {
	switch string(op) {
	case "true", "false", "null":
		return true
	}
	return false
}

// word reads a run of regular characters.
func (l *lexer) word() []byte {
	start := l.pos
	for l.pos < len(l.src) && class[l.src[l.pos]] == regular {
		l.pos++
	}
	return l.src[start:l.pos]
}

func (l *lexer) push(o operand) {
	if l.open > 0 {
		if len(l.elements) < maxElements {
			l.elements = append(l.elements, o)
		}
		return
	}
	if len(l.operands) < max(l.most, maxOperands) {
		l.operands = append(l.operands, o)
	}
}

// delimited reads what begins with a delimiter.
func (l *lexer) delimited(c byte) {
	l.pos++
	switch c {
	case '/':
		l.push(operand{kind: nameOperand, text: l.readName()})
	case '(':
		l.push(operand{kind: stringOperand, text: l.readLiteral()})
	case '<':
		if l.pos < len(l.src) && l.src[l.pos] == '<' {
			l.pos--
			l.push(operand{kind: dictOperand, text: l.skipDict()})
			return
		}
		l.push(operand{kind: stringOperand, text: l.readHex()})
	case '[':
		if l.open == 0 {
			l.arrayAt = len(l.elements)
		}
		l.open++
	case ']':
		l.closeArray()
	case '%':
		l.skipLine()
	}
}

func (l *lexer) closeArray() {
	if l.open == 0 {
		return
	}
	l.open--
	if l.open == 0 {
		l.push(operand{kind: arrayOperand, from: l.arrayAt, to: len(l.elements)})
	}
}

func (l *lexer) skipLine() {
	for l.pos < len(l.src) && l.src[l.pos] != '\n' && l.src[l.pos] != '\r' {
		l.pos++
	}
}

// readNumber reads a number the way viewers do: "--5" is -5, "1.2.3" is 1.2,
// and a minus inside ends it ("5-3" is 5).
func (l *lexer) readNumber() float64 {
	negative := false
	i := l.pos
	for i < len(l.src) && (l.src[i] == '-' || l.src[i] == '+') {
		negative = negative || l.src[i] == '-'
		i++
	}
	var n, scale float64 = 0, 1
	seenDot := false
	for ; i < len(l.src); i++ {
		c := l.src[i]
		if c >= '0' && c <= '9' {
			n = n*10 + float64(c-'0')
			if seenDot {
				scale *= 10
			}
			continue
		}
		if c != '.' || seenDot {
			break
		}
		seenDot = true
	}
	for i < len(l.src) && class[l.src[i]] == regular { // what is left of a broken number
		i++
	}
	l.pos = i
	if negative {
		n = -n
	}
	if n /= scale; n > 1e15 || n < -1e15 || n != n {
		return 0
	}
	return n
}

func (l *lexer) readName() []byte {
	raw := l.word()
	if bytes.IndexByte(raw, '#') < 0 {
		return raw
	}
	start := len(l.store)
	for i := 0; i < len(raw); i++ {
		if raw[i] == '#' && i+2 < len(raw) && hexValue[raw[i+1]] >= 0 && hexValue[raw[i+2]] >= 0 {
			l.store = append(l.store, byte(hexValue[raw[i+1]]<<4|hexValue[raw[i+2]]))
			i += 2
			continue
		}
		l.store = append(l.store, raw[i])
	}
	return l.store[start:]
}

// hexValue is the value of a hexadecimal digit, -1 for anything else.
var hexValue = func() (t [256]int8) {
	for i := range t {
		t[i] = -1
	}
	for i := range int8(10) {
		t['0'+i] = i
	}
	for i := range int8(6) {
		t['a'+i], t['A'+i] = 10+i, 10+i
	}
	return t
}()

func (l *lexer) readHex() []byte {
	start := len(l.store)
	high := int8(-1)
	for l.pos < len(l.src) {
		c := l.src[l.pos]
		l.pos++
		if c == '>' {
			break
		}
		switch v := hexValue[c]; {
		case v < 0:
		case high < 0:
			high = v
		default:
			l.store = append(l.store, byte(high)<<4|byte(v))
			high = -1
		}
	}
	if high >= 0 {
		l.store = append(l.store, byte(high)<<4)
	}
	return l.store[start:len(l.store):len(l.store)]
}

// readLiteral reads a string in parentheses. Most have no escapes and are
// returned as they stand in the stream.
func (l *lexer) readLiteral() []byte {
	start, depth := l.pos, 1
	for i := l.pos; i < len(l.src); i++ {
		switch l.src[i] {
		case '\\', '\r':
			return l.readEscaped()
		case '(':
			depth++
		case ')':
			if depth--; depth == 0 {
				l.pos = i + 1
				return l.src[start:i]
			}
		}
	}
	l.pos = len(l.src)
	return l.src[start:]
}

func (l *lexer) readEscaped() []byte {
	start, depth := len(l.store), 1
	for l.pos < len(l.src) {
		c := l.src[l.pos]
		l.pos++
		switch c {
		case '\\':
			l.escape()
			continue
		case '\r': // an end of line inside a string is a line feed
			if l.pos < len(l.src) && l.src[l.pos] == '\n' {
				l.pos++
			}
			c = '\n'
		case '(':
			depth++
		case ')':
			depth--
		}
		if depth == 0 {
			break
		}
		l.store = append(l.store, c)
	}
	return l.store[start:len(l.store):len(l.store)]
}

// escape reads what follows a backslash.
func (l *lexer) escape() {
	if l.pos >= len(l.src) {
		return
	}
	c := l.src[l.pos]
	l.pos++
	switch c {
	case 'n':
		c = '\n'
	case 'r':
		c = '\r'
	case 't':
		c = '\t'
	case 'b':
		c = '\b'
	case 'f':
		c = '\f'
	case '\r':
		if l.pos < len(l.src) && l.src[l.pos] == '\n' {
			l.pos++
		}
		return
	case '\n':
		return
	case '0', '1', '2', '3', '4', '5', '6', '7':
		c = l.octal(c)
	}
	l.store = append(l.store, c)
}

func (l *lexer) octal(c byte) byte {
	n := c - '0'
	for i := 0; i < 2 && l.pos < len(l.src) && l.src[l.pos] >= '0' && l.src[l.pos] <= '7'; i++ {
		n = n<<3 | (l.src[l.pos] - '0')
		l.pos++
	}
	return n
}

// skipDict moves over a dictionary and returns its source with the brackets.
func (l *lexer) skipDict() []byte {
	start, depth := l.pos, 0
	for l.pos < len(l.src) {
		c := l.src[l.pos]
		double := l.pos+1 < len(l.src) && l.src[l.pos+1] == c
		l.pos++
		switch {
		case c == '(':
			l.readLiteral()
		case c == '<' && double:
			l.pos++
			depth++
		case c == '>' && double:
			l.pos++
			depth--
		}
		if depth == 0 {
			break
		}
	}
	return l.src[start:l.pos]
}

// skipInlineImage moves behind the data of an inline image: an EI between
// white space that is followed by something that looks like a content stream.
func (l *lexer) skipInlineImage() {
	i := l.pos + 1
	for i < len(l.src) {
		j := bytes.Index(l.src[i:], []byte("EI"))
		if j < 0 {
			break
		}
		at := i + j
		after := at + 2
		if class[l.src[at-1]] == space && (after >= len(l.src) || class[l.src[after]] == space) && looksLikeText(l.src[after:]) {
			l.pos = after
			return
		}
		i = at + 1
	}
	l.pos = len(l.src)
}

// looksLikeText tells operators from image data by the next bytes.
func looksLikeText(b []byte) bool {
	for _, c := range b[:min(len(b), 12)] {
		if c > 126 || c < 32 && class[c] != space {
			return false
		}
	}
	return true
}
