package content

import (
	"context"
	"fmt"

	lpdf "github.com/ledongthuc/pdf"
)

// state is the graphics state, as far as text and lines need it.
type state struct {
	ctm                        matrix
	font                       *font
	size, charSpace, wordSpace float64
	stretch, leading, rise     float64
	render                     int
}

// painter interprets the content streams of one page.
type painter struct {
	r         *Reader
	ctx       context.Context
	composer  *composer
	state     state
	stack     []state
	text      matrix // text matrix
	line      matrix // text line matrix
	pen       pen
	marks     []mark
	deeper    int      // marks opened beyond maxMarks
	elements  []uint32 // structure elements of the page, by MCID
	resources *resources
	forms     []int64 // offsets of the forms being painted
	path      path
	drawings  drawings
	operators int
	look      int // number of operators to look at the limits next
}

// maxStates bounds q without Q.
const maxStates = 1024

// run interprets one content stream.
func (p *painter) run(src []byte) error {
	l := &lexer{src: src}
	for op := l.next(); op != nil; op = l.next() {
		p.operators++
		if p.operators >= p.look {
			if err := p.lookAround(); err != nil {
				return err
			}
		}
		if err := p.operator(op, l); err != nil {
			return err
		}
	}
	return nil
}

const (
	// lookEvery is how many operators pass between looks at the limits.
	lookEvery = 4096
	// formCost is what painting a form counts for, in operators: forms that
	// paint forms multiply.
	formCost = 50
)

// lookAround checks what may not grow without end.
func (p *painter) lookAround() error {
	p.look = min(p.operators+lookEvery, p.r.limits.Operators+1)
	if p.operators > p.r.limits.Operators {
		return fmt.Errorf("more than %d operators: %w", p.r.limits.Operators, ErrLimit)
	}
	if len(p.composer.words) > p.r.limits.Words {
		return fmt.Errorf("more than %d words: %w", p.r.limits.Words, ErrLimit)
	}
	return p.ctx.Err()
}

// arguments are the operands of one operator. Missing ones are zero.
type arguments []operand

func (a arguments) number(i int) float64 {
	if i < len(a) {
		return a[i].number
	}
	return 0
}

// last returns the operand before the operator: the one that counts when a
// producer left others lying about.
func (a arguments) last() operand {
	if len(a) == 0 {
		return operand{}
	}
	return a[len(a)-1]
}

func (a arguments) matrix() matrix {
	return matrix{a.number(0), a.number(1), a.number(2), a.number(3), a.number(4), a.number(5)}
}

// operator carries out one operator. It looks at text operators first: they
// are by far the most frequent.
func (p *painter) operator(op []byte, l *lexer) error {
	a := arguments(l.operands)
	if len(op) <= 2 && p.textOperator(op, a, l) {
		return nil
	}
	switch string(op) {
	case "q":
		if len(p.stack) < maxStates {
			p.stack = append(p.stack, p.state)
		}
	case "Q":
		if n := len(p.stack); n > p.floor() {
			p.state, p.stack = p.stack[n-1], p.stack[:n-1]
		}
	case "cm":
		p.state.ctm = a.matrix().times(p.state.ctm)
	case "Do":
		return p.paintObject(string(a.last().text))
	case "gs":
		p.graphicsState(string(a.last().text))
	case "ID":
		p.drawings.image(p.state.ctm)
		l.skipInlineImage()
	case "BMC", "BDC":
		p.beginMark(a)
	case "EMC":
		p.endMark()
	default:
		p.pathOperator(op, a)
	}
	return nil
}

// floor is the depth of the stack a form may not go below.
func (p *painter) floor() int { return len(p.forms) }

// graphicsState takes the font of an external graphics state.
func (p *painter) graphicsState(name string) {
	entry := p.resources.stateFont(name)
	if entry.Len() == 2 {
		if f := p.r.fontOf(entry.Index(0), entry.String()); f != nil {
			p.state.font, p.state.size = f, entry.Index(1).Float64()
		}
	}
}

// paintObject paints a form, or notes an image.
func (p *painter) paintObject(name string) error {
	x := p.resources.object(name)
	if x.Kind() != lpdf.Stream {
		return nil
	}
	switch x.Key("Subtype").Name() {
	case "Image":
		p.drawings.image(p.state.ctm)
	case "Form":
		return p.paintForm(x)
	}
	return nil
}

// paintForm interprets a form in place, with its own resources and a copy of
// the state. A form that paints itself is left out, as is what nests too deep.
func (p *painter) paintForm(x lpdf.Value) error {
	offset, ok := streamOffset(x)
	if !ok || len(p.forms) >= p.r.limits.FormDepth || contains(p.forms, offset) || p.r.hidden(x.Key("OC")) {
		return nil
	}
	p.operators += formCost
	src, err := p.r.formStream(x, offset)
	if err != nil {
		return fmt.Errorf("form at offset %d: %w", offset, err)
	}
	outer, resources, text, line := p.state, p.resources, p.text, p.line
	depth, marks := len(p.stack), len(p.marks)
	p.stack = append(p.stack, p.state)
	p.forms = append(p.forms, offset)
	if m := x.Key("Matrix"); m.Len() == 6 {
		p.state.ctm = matrixOf(m).times(p.state.ctm)
	}
	p.resources = p.r.formResources(x, offset, p.resources)
	err = p.run(src)
	p.state, p.resources, p.text, p.line = outer, resources, text, line
	p.stack, p.forms = p.stack[:depth], p.forms[:len(p.forms)-1]
	for len(p.marks) > marks {
		p.endMark()
	}
	return err
}

func contains(offsets []int64, offset int64) bool {
	for _, o := range offsets {
		if o == offset {
			return true
		}
	}
	return false
}

func matrixOf(v lpdf.Value) matrix {
	n := func(i int) float64 { return v.Index(i).Float64() }
	return matrix{n(0), n(1), n(2), n(3), n(4), n(5)}
}
