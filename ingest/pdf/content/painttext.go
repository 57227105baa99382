package content

import "math"

// textOperator carries out an operator of text state, position or showing. It
// reports whether op was one.
func (p *painter) textOperator(op []byte, a arguments, l *lexer) bool {
	s := &p.state
	switch string(op) {
	case "Tj":
		p.show(a.last().text)
	case "TJ":
		p.showAll(l, a.last())
	case "'":
		p.nextLine(0, -s.leading)
		p.show(a.last().text)
	case "\"":
		s.wordSpace, s.charSpace = a.number(0), a.number(1)
		p.nextLine(0, -s.leading)
		p.show(a.last().text)
	case "Td":
		p.nextLine(a.number(0), a.number(1))
	case "TD":
		s.leading = -a.number(1)
		p.nextLine(a.number(0), a.number(1))
	case "Tm":
		p.line = a.matrix()
		p.text = p.line
	case "T*":
		p.nextLine(0, -s.leading)
	case "BT":
		p.text, p.line = identity, identity
	case "ET":
	case "Tf":
		p.setFont(a)
	case "Tc":
		s.charSpace = a.number(0)
	case "Tw":
		s.wordSpace = a.number(0)
	case "Tz":
		s.stretch = a.number(0) / 100
	case "TL":
		s.leading = a.number(0)
	case "Ts":
		s.rise = a.number(0)
	case "Tr":
		s.render = int(a.number(0))
	default:
		return false
	}
	return true
}

func (p *painter) setFont(a arguments) {
	if len(a) < 2 {
		return
	}
	name := a[len(a)-2]
	p.state.font = p.resources.font(name.text)
	p.state.size = a.last().number
}

func (p *painter) nextLine(x, y float64) {
	p.line = matrix{1, 0, 0, 1, x, y}.times(p.line)
	p.text = p.line
}

// move shifts the pen by a distance in text space along the line.
func (p *painter) move(distance float64) {
	if p.state.font != nil && p.state.font.vertical {
		p.text.e, p.text.f = p.text.apply(0, distance)
		return
	}
	p.text.e, p.text.f = p.text.apply(distance, 0)
}

// showAll shows the strings of a TJ array, with the shifts between them.
func (p *painter) showAll(l *lexer, array operand) {
	if array.kind == stringOperand {
		p.show(array.text)
		return
	}
	if array.kind != arrayOperand {
		return
	}
	elements := l.elements[array.from:array.to]
	pen := p.newPen()
	for i := range elements {
		pen.length += len(elements[i].text)
	}
	scale := -p.state.size / 1000
	if !p.font().vertical {
		scale *= p.state.stretch
	}
	for i := range elements {
		switch e := &elements[i]; e.kind {
		case stringOperand:
			pen.write(e.text)
		case numberOperand:
			pen.moved += e.number * scale
		}
	}
	p.move(pen.moved)
}

// show shows one string.
func (p *painter) show(s []byte) {
	pen := p.newPen()
	pen.length = len(s)
	pen.write(s)
	p.move(pen.moved)
}

func (p *painter) font() *font {
	if p.state.font == nil {
		return p.r.standIn
	}
	return p.state.font
}

// pen writes the glyphs of one showing operator. What stays the same between
// glyphs is worked out once.
type pen struct {
	p      *painter
	font   *font
	x, y   float64 // origin of the operator on the page
	dx, dy float64 // on the page, of one unit of text space along the line
	unit   float64 // length of (dx, dy)
	moved  float64 // along the line, in text space
	length int     // bytes shown by the operator
	muted  bool    // an ActualText stands for these glyphs
}

// newPen places the pen and sets the style of the words to come.
func (p *painter) newPen() *pen {
	s, f := &p.state, p.font()
	m := p.text.times(s.ctm)
	n := &p.pen
	*n = pen{p: p, font: f, dx: m.a, dy: m.b, muted: p.muted()}
	n.x, n.y = m.apply(0, s.rise)
	if f.vertical {
		n.dx, n.dy = m.c, m.d
	}
	n.unit = math.Hypot(n.dx, n.dy)
	c := p.composer
	c.style = style{font: f, invisible: s.render == 3}
	c.style.tag, c.style.element = p.tag()
	c.style.size = math.Abs(s.size) * math.Hypot(m.c, m.d) * f.em
	direction := n.unit
	if s.size*s.stretch < 0 != f.vertical {
		direction = -direction
	}
	if direction == 0 {
		c.style.ux = 1
		return n
	}
	c.style.ux, c.style.uy = n.dx/direction, n.dy/direction
	return n
}

// write shows a string at the pen.
func (n *pen) write(text []byte) {
	s, f := &n.p.state, n.font
	stretch := s.stretch
	if f.vertical {
		stretch = 1
	}
	for len(text) > 0 {
		code, size := f.next(text)
		text = text[size:]
		g := f.lookup(code)
		width := g.width * s.size * stretch
		if f.vertical {
			width = -s.size // DW2 of nearly every vertical font: one em down
		}
		advance := width + s.charSpace*stretch
		if size == 1 && code == ' ' {
			advance += s.wordSpace * stretch
		}
		n.glyph(g, width, advance, s.charSpace)
		n.moved += advance
	}
}

// glyph hands one glyph to the composer. Letter-spacing belongs to the advance
// when an operator spaces several letters; after a single one it may be the
// gap between two words.
func (n *pen) glyph(g *glyph, width, advance, charSpace float64) {
	c := n.p.composer
	if n.muted {
		n.p.replaced(n, width)
		return
	}
	if g.blank {
		c.blank()
		return
	}
	if g.text == "" {
		return
	}
	reach := width
	if n.length > 2 && charSpace != 0 {
		reach = advance
	}
	x, y := n.x+n.moved*n.dx, n.y+n.moved*n.dy
	c.add(g.text, x, y, math.Abs(width)*n.unit, math.Abs(reach)*n.unit)
}
