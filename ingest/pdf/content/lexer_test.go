package content

import (
	"fmt"
	"strings"
	"testing"
)

// printed writes what a lexer reads, in one form.
func printed(src string) string {
	l := &lexer{src: []byte(src)}
	var b strings.Builder
	for op := l.next(); op != nil; op = l.next() {
		for _, o := range l.operands {
			b.WriteString(printedOperand(l, o))
		}
		fmt.Fprintf(&b, "%s;", op)
	}
	return b.String()
}

func printedOperand(l *lexer, o operand) string {
	switch o.kind {
	case numberOperand:
		return fmt.Sprintf("%g ", o.number)
	case nameOperand:
		return fmt.Sprintf("/%s ", o.text)
	case stringOperand:
		return fmt.Sprintf("%q ", o.text)
	case dictOperand:
		return string(o.text) + " "
	}
	s := "["
	for _, e := range l.elements[o.from:o.to] {
		s += printedOperand(l, e)
	}
	return s + "] "
}

func TestLexer(t *testing.T) {
	tests := []struct{ src, want string }{
		{"1 2 Td", "1 2 Td;"},
		{"-.5 +3 4. 1e5 --7 5-3 1.2.3 x", "-0.5 3 4 1 -7 5 1.2 x;"},
		{"/F#31 12 Tf", "/F1 12 Tf;"},
		{"(a(b)c\\)) Tj", `"a(b)c)" Tj;`},
		{"(a\\\nb\\r\\060\\7) '", `"ab\r0\a" ';`},
		{"(a\r\nb) Tj", `"a\nb" Tj;`},
		{"<4 1 4> Tj", `"A@" Tj;`},
		{"[(a)-20<62>/N[1]] TJ", `["a" -20 "b" /N 1 ] TJ;`},
		{"/P<</A(>>)/B<</C 1>>>>BDC", "/P <</A(>>)/B<</C 1>>>> BDC;"},
		{"true false null gs", "gs;"},
		{"] ) > } q", "q;"},
		{"(unfinished", ""},
		{"<unfinished", ""},
		{"[1 2", ""},
		{"/", ""},
		{"q%comment\nQ", "q;Q;"},
		{"f*", "f*;"},
	}
	for _, tt := range tests {
		if got := printed(tt.src); got != tt.want {
			t.Errorf("%q: got %q, want %q", tt.src, got, tt.want)
		}
	}
}

func TestLexerBoundsOperands(t *testing.T) {
	l := &lexer{src: []byte(strings.Repeat("1 ", 10_000) + "Td")}
	if op := l.next(); string(op) != "Td" || len(l.operands) != maxOperands {
		t.Errorf("%q with %d operands", op, len(l.operands))
	}
}

// FuzzLexer checks that the lexer always moves on, that operands lie within
// its stores, and that white space between tokens changes nothing.
func FuzzLexer(f *testing.F) {
	for _, s := range []string{"BT /F1 12 Tf [(a)-3(b)]TJ ET", "<</A 1>>BDC", "(\\)", "[[[", "<4", "BI ID \x00 EI Q", "1 .2 -+3"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, src []byte) {
		l := &lexer{src: src}
		before := -1
		for op := l.next(); op != nil; op = l.next() {
			if l.pos <= before || l.pos > len(src) || len(op) == 0 {
				t.Fatalf("operator %q at %d after %d", op, l.pos, before)
			}
			before = l.pos
			for _, o := range l.operands {
				if o.kind == arrayOperand && (o.from > o.to || o.to > len(l.elements)) {
					t.Fatalf("array %d:%d of %d", o.from, o.to, len(l.elements))
				}
				if o.number != o.number || o.number > 1e15 || o.number < -1e15 {
					t.Fatalf("number %v", o.number)
				}
			}
			if string(op) == "ID" {
				l.skipInlineImage()
			}
		}
	})
}
