package precheck

import (
	"errors"
	"strconv"
	"strings"
)

// kind is the type of a value.
type kind uint8

const (
	null kind = iota
	boolean
	integer
	realNumber
	text
	name
	array
	dict
	reference
	keyword
)

// value is a parsed object. Which field counts depends on kind; a dictionary
// keeps keys and values side by side in items.
type value struct {
	kind  kind
	n     int64 // integer; number of the object for a reference
	gen   int64
	s     string // name, text, keyword or the literal of a real number
	items []value
}

// key returns an entry of a dictionary, null when there is none. The last of
// duplicate keys counts, as in the object layer.
func (v value) key(k string) value {
	if v.kind != dict {
		return value{}
	}
	for i := len(v.items) - 2; i >= 0; i -= 2 {
		if v.items[i].s == k {
			return v.items[i+1]
		}
	}
	return value{}
}

var (
	errShort  = errors.New("object runs past the bytes at hand")
	errDeep   = errors.New("nested too deep")
	errSyntax = errors.New("not an object")
)

// parser reads objects from bytes. It never recurses deeper than maxDepth.
type parser struct {
	b     []byte
	p     int
	nodes int
}

// maxNodes bounds the memory of one parsed object. The largest honest ones,
// page lists and tables of widths, have some hundred thousand.
const maxNodes = 500_000

func isSpace(c byte) bool {
	return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == 0 || c == '\f'
}

func isDelimiter(c byte) bool {
	switch c {
	case '(', ')', '<', '>', '[', ']', '{', '}', '/', '%':
		return true
	}
	return false
}

// skipSpace moves over white space and comments.
func (p *parser) skipSpace() {
	for p.p < len(p.b) {
		c := p.b[p.p]
		if c == '%' {
			for p.p < len(p.b) && p.b[p.p] != '\n' && p.b[p.p] != '\r' {
				p.p++
			}
			continue
		}
		if !isSpace(c) {
			return
		}
		p.p++
	}
}

// object reads one object; "12 0 R" is read as a reference.
func (p *parser) object(depth int) (value, error) {
	p.nodes++
	if depth > maxDepth || p.nodes > maxNodes {
		return value{}, errDeep
	}
	p.skipSpace()
	if p.p >= len(p.b) {
		return value{}, errShort
	}
	switch c := p.b[p.p]; c {
	case '/':
		return p.name()
	case '(':
		return p.literal()
	case '[':
		p.p++
		items, err := p.until("]", depth)
		return value{kind: array, items: items}, err
	case '<':
		if p.p+1 < len(p.b) && p.b[p.p+1] == '<' {
			p.p += 2
			items, err := p.until(">>", depth)
			if err == nil && len(items)%2 == 1 {
				err = errSyntax
			}
			return value{kind: dict, items: items}, err
		}
		return p.hex()
	case ']', ')', '>', '{', '}':
		return value{}, errSyntax
	}
	return p.numberOrKeyword()
}

// until reads objects up to the closing delimiter.
func (p *parser) until(closing string, depth int) ([]value, error) {
	var items []value
	for {
		p.skipSpace()
		if p.p+len(closing) > len(p.b) {
			return nil, errShort
		}
		if string(p.b[p.p:p.p+len(closing)]) == closing {
			p.p += len(closing)
			return items, nil
		}
		v, err := p.object(depth + 1)
		if err != nil {
			return nil, err
		}
		if v.kind == keyword {
			return nil, errSyntax
		}
		items = append(items, v)
	}
}

// regular reads a run of regular characters.
func (p *parser) regular() string {
	start := p.p
	for p.p < len(p.b) && !isSpace(p.b[p.p]) && !isDelimiter(p.b[p.p]) {
		p.p++
	}
	return string(p.b[start:p.p])
}

func (p *parser) name() (value, error) {
	p.p++
	s := p.regular()
	if p.p >= len(p.b) {
		return value{}, errShort
	}
	if strings.IndexByte(s, '#') < 0 {
		return value{kind: name, s: s}, nil
	}
	var out []byte
	for i := 0; i < len(s); i++ {
		if s[i] == '#' && i+2 < len(s) {
			if n, err := strconv.ParseUint(s[i+1:i+3], 16, 8); err == nil {
				out = append(out, byte(n))
				i += 2
				continue
			}
		}
		out = append(out, s[i])
	}
	return value{kind: name, s: string(out)}, nil
}

func (p *parser) numberOrKeyword() (value, error) {
	start := p.p
	if n, ok := p.integer(); ok {
		return p.afterInteger(n)
	}
	p.p = start
	s := p.regular()
	if p.p >= len(p.b) {
		return value{}, errShort
	}
	switch s {
	case "null":
		return value{}, nil
	case "true", "false":
		return value{kind: boolean, s: s}, nil
	}
	if c := s[0]; c == '-' || c == '+' || c == '.' || c >= '0' && c <= '9' {
		if _, err := strconv.ParseFloat(s, 64); err == nil {
			return value{kind: realNumber, s: s}, nil
		}
	}
	return value{kind: keyword, s: s}, nil
}

// integer reads an integer that ends at a space or delimiter. It stops short
// of the end of the bytes, where more digits may follow.
func (p *parser) integer() (int64, bool) {
	i, negative := p.p, false
	if c := p.b[i]; c == '-' || c == '+' {
		negative = c == '-'
		i++
	}
	first := i
	var n int64
	for ; i < len(p.b) && p.b[i] >= '0' && p.b[i] <= '9' && i-first < 18; i++ {
		n = n*10 + int64(p.b[i]-'0')
	}
	if i == first || i >= len(p.b) || !isSpace(p.b[i]) && !isDelimiter(p.b[i]) {
		return 0, false
	}
	p.p = i
	if negative {
		n = -n
	}
	return n, true
}

// afterInteger decides between a number and a reference.
func (p *parser) afterInteger(n int64) (value, error) {
	number := value{kind: integer, n: n}
	if n < 0 {
		return number, nil
	}
	back := p.p
	p.skipSpace()
	if p.p < len(p.b) && p.b[p.p] >= '0' && p.b[p.p] <= '9' {
		if gen, ok := p.integer(); ok && gen <= 65535 {
			p.skipSpace()
			if p.p+1 < len(p.b) && p.b[p.p] == 'R' && (isSpace(p.b[p.p+1]) || isDelimiter(p.b[p.p+1])) {
				p.p++
				return value{kind: reference, n: n, gen: gen}, nil
			}
		} else if !ok && len(p.b)-p.p < 20 {
			return value{}, errShort
		}
	}
	if p.p+1 >= len(p.b) {
		return value{}, errShort
	}
	p.p = back
	return number, nil
}

func (p *parser) hex() (value, error) {
	p.p++
	var digits []byte
	for ; p.p < len(p.b); p.p++ {
		c := p.b[p.p]
		if c == '>' {
			p.p++
			return value{kind: text, s: string(fromHex(digits))}, nil
		}
		if !isSpace(c) {
			digits = append(digits, c)
		}
	}
	return value{}, errShort
}

func fromHex(digits []byte) []byte {
	if len(digits)%2 == 1 {
		digits = append(digits, '0')
	}
	out := make([]byte, 0, len(digits)/2)
	for i := 0; i < len(digits); i += 2 {
		n, err := strconv.ParseUint(string(digits[i:i+2]), 16, 8)
		if err != nil {
			continue
		}
		out = append(out, byte(n))
	}
	return out
}

func (p *parser) literal() (value, error) {
	p.p++
	var out []byte
	open := 1
	for p.p < len(p.b) {
		c := p.b[p.p]
		p.p++
		switch c {
		case '\\':
			out = p.escape(out)
			continue
		case '(':
			open++
		case ')':
			open--
			if open == 0 {
				return value{kind: text, s: string(out)}, nil
			}
		}
		out = append(out, c)
	}
	return value{}, errShort
}

var escapes = map[byte]byte{'n': '\n', 'r': '\r', 't': '\t', 'b': '\b', 'f': '\f'}

// escape reads what follows a backslash inside a string.
func (p *parser) escape(out []byte) []byte {
	if p.p >= len(p.b) {
		return out
	}
	c := p.b[p.p]
	p.p++
	if e, ok := escapes[c]; ok {
		return append(out, e)
	}
	switch {
	case c == '\r':
		if p.p < len(p.b) && p.b[p.p] == '\n' {
			p.p++
		}
		return out
	case c == '\n':
		return out
	case c < '0' || c > '7':
		return append(out, c)
	}
	n := int(c - '0')
	for i := 0; i < 2 && p.p < len(p.b) && p.b[p.p] >= '0' && p.b[p.p] <= '7'; i++ {
		n = n*8 + int(p.b[p.p]-'0')
		p.p++
	}
	return append(out, byte(n))
}
