package content

import (
	"math"
	"strings"

	lpdf "github.com/ledongthuc/pdf"
)

// mark is an open marked-content sequence.
type mark struct {
	tag    string // structure type for the words inside, "" to inherit
	id     uint32 // of the structure element, 0 when unknown
	hidden bool   // of a layer that is switched off
	actual *string
	shown  bool // some glyph was replaced by actual
	x, y   float64
	width  float64
	style  style
	muted  bool
}

// maxMarks bounds BMC without EMC; deeper ones are counted, not kept.
const maxMarks = 256

// beginMark opens a sequence: "/P <</MCID 3>> BDC", "/Span /MC0 BDC".
func (p *painter) beginMark(a arguments) {
	if len(p.marks) >= maxMarks {
		p.deeper++
		return
	}
	m := mark{}
	if len(p.marks) > 0 {
		above := &p.marks[len(p.marks)-1]
		m.tag, m.id, m.muted, m.hidden = above.tag, above.id, above.muted, above.hidden
	}
	if len(a) > 0 {
		p.describeMark(&m, string(a[0].text), a.last())
	}
	if m.actual != nil {
		m.muted = true
	}
	p.marks = append(p.marks, m)
}

// describeMark finds the structure type and the replacement text.
func (p *painter) describeMark(m *mark, tag string, properties operand) {
	mcid, actual := -1, (*string)(nil)
	switch properties.kind {
	case dictOperand:
		mcid, actual = inlineProperties(properties.text)
	case nameOperand:
		if tag == "OC" {
			m.hidden = m.hidden || p.r.hidden(p.resources.property(string(properties.text)))
			return
		}
		if v := p.resources.property(string(properties.text)); v.Kind() == lpdf.Dict {
			if id := v.Key("MCID"); id.Kind() == lpdf.Integer {
				mcid = int(id.Int64())
			}
			if text := v.Key("ActualText"); text.Kind() == lpdf.String {
				s := text.Text()
				actual = &s
			}
		}
	}
	if m.tag != "Artifact" {
		if e := p.r.structureType(p.elements, tag, mcid); e.kind != "" {
			m.tag, m.id = e.kind, e.id
		}
	}
	if !m.muted {
		m.actual = actual
	}
}

// inlineProperties reads /MCID and /ActualText of a property list that stands
// in the content stream.
func inlineProperties(src []byte) (mcid int, actual *string) {
	mcid = -1
	if len(src) < 4 {
		return
	}
	l := &lexer{src: src[2 : len(src)-2]}
	l.next()
	o := l.operands
	for i := 0; i+1 < len(o); i++ {
		if o[i].kind != nameOperand {
			continue
		}
		switch string(o[i].text) {
		case "MCID":
			mcid = int(o[i+1].number)
		case "ActualText":
			if o[i+1].kind == stringOperand {
				s := textString(o[i+1].text)
				actual = &s
			}
		}
	}
	return
}

// endMark closes the innermost sequence and writes its replacement text.
func (p *painter) endMark() {
	if p.deeper > 0 {
		p.deeper--
		return
	}
	n := len(p.marks)
	if n == 0 {
		return
	}
	m := p.marks[n-1]
	p.marks = p.marks[:n-1]
	if m.actual != nil && m.shown {
		p.writeActual(&m)
	}
}

// writeActual hands the replacement text to the composer, spread over the
// width of the glyphs it stands for.
func (p *painter) writeActual(m *mark) {
	p.composer.style = m.style
	text := plain(*m.actual)
	if text == "" {
		return
	}
	step := m.width / float64(len(text))
	for i := 0; i < len(text); {
		word := text[i:]
		if at := strings.IndexByte(word, ' '); at >= 0 {
			word = word[:at]
		}
		if word == "" {
			p.composer.blank()
			i++
			continue
		}
		size := len(word)
		word = string(readingOrder([]byte(word))) // as glyphs would be printed
		x, y := m.x+float64(i)*step*m.style.ux, m.y+float64(i)*step*m.style.uy
		p.composer.add(word, x, y, step*float64(size), step*float64(size))
		i += size
	}
}

// replaced notes where a glyph stands that a replacement text is shown for.
func (p *painter) replaced(n *pen, width float64) {
	for i := len(p.marks) - 1; i >= 0; i-- {
		if m := &p.marks[i]; m.actual != nil {
			m.extend(n, width)
			return
		}
	}
}

// extend widens the place of the replacement text by one glyph.
func (m *mark) extend(n *pen, width float64) {
	if m.hidden {
		return
	}
	if !m.shown {
		m.shown = true
		m.x, m.y = n.x+n.moved*n.dx, n.y+n.moved*n.dy
		m.style = n.p.composer.style
	}
	m.width += math.Abs(width) * n.unit
}

func (p *painter) muted() bool {
	if n := len(p.marks); n > 0 {
		return p.marks[n-1].muted || p.marks[n-1].hidden
	}
	return false
}

// tag is the structure type and element of what is shown now.
func (p *painter) tag() (string, uint32) {
	if n := len(p.marks); n > 0 {
		return p.marks[n-1].tag, p.marks[n-1].id
	}
	return "", 0
}
