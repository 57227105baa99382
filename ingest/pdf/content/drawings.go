package content

import (
	"math"

	"rodedraad/ingest/pdf"
)

const (
	// thin is the most a filled rectangle may measure to be a line, in points.
	thin = 2.5
	// shortest is the least length of a line: shorter ones are dashes, ticks
	// and parts of pictures.
	shortest = 4
	// skew is how far a line may be from level or upright.
	skew = 0.5
	// maxRules bounds the lines of a page; maps and charts have more, and
	// nobody reads tables from those.
	maxRules = 20_000
	// maxSegments bounds the path under construction.
	maxSegments = 10_000
)

// drawings gathers what a page shows besides text.
type drawings struct {
	page   box
	rules  []pdf.Rule
	images float64 // area, in square points
}

// image notes an image: it fills the unit square.
func (d *drawings) image(ctm matrix) {
	shown := box{0, 0, 1, 1}.transform(ctm).intersect(d.page)
	if area := shown.width() * shown.height(); area > 0 {
		d.images += area
	}
}

// cover is the part of the page under images.
func (d *drawings) cover() float64 {
	area := d.page.width() * d.page.height()
	if area <= 0 {
		return 0
	}
	return min(d.images/area, 1)
}

// line adds a level or upright line.
func (d *drawings) line(b box) {
	long, across := max(b.width(), b.height()), min(b.width(), b.height())
	if !(long >= shortest && across <= thin) || len(d.rules) >= maxRules {
		return
	}
	if b.x1 < d.page.x0 || b.y1 < d.page.y0 || b.x0 > d.page.x1 || b.y0 > d.page.y1 {
		return
	}
	d.rules = append(d.rules, pdf.Rule{X0: b.x0, Y0: b.y0, X1: b.x1, Y1: b.y1})
}

// path is the path under construction, on the page: its straight segments, and
// the boxes of its subpaths.
type path struct {
	segments []box
	boxes    []box
	current  box  // of the open subpath
	straight bool // the open subpath has only level and upright segments
	begun    bool
	x, y     float64 // current point
	startX   float64
	startY   float64
}

// pathOperator carries out an operator of path construction or painting.
func (p *painter) pathOperator(op []byte, a arguments) {
	t := &p.path
	switch string(op) {
	case "m":
		t.closeBox()
		t.x, t.y = p.state.ctm.apply(a.number(0), a.number(1))
		t.startX, t.startY = t.x, t.y
	case "l":
		t.lineTo(p.state.ctm.apply(a.number(0), a.number(1)))
	case "re":
		x, y, w, h := a.number(0), a.number(1), a.number(2), a.number(3)
		t.rectangle(boxOf(x, y, x+w, y+h).transform(p.state.ctm))
	case "h":
		t.lineTo(t.startX, t.startY)
	case "c", "v", "y":
		t.straight = false
		t.x, t.y = p.state.ctm.apply(a.number(len(a)-2), a.number(len(a)-1))
	case "S", "s":
		p.paintPath(op[0] == 's', true, false)
	case "f", "F", "f*":
		p.paintPath(false, false, true)
	case "B", "B*", "b", "b*":
		p.paintPath(op[0] == 'b', true, true)
	case "n":
		*t = path{segments: t.segments[:0], boxes: t.boxes[:0]}
	}
}

func (t *path) lineTo(x, y float64) {
	b := boxOf(t.x, t.y, x, y)
	if !t.begun {
		t.current, t.begun, t.straight = b, true, true
	}
	t.current = box{min(t.current.x0, b.x0), min(t.current.y0, b.y0), max(t.current.x1, b.x1), max(t.current.y1, b.y1)}
	t.straight = t.straight && (b.width() <= skew || b.height() <= skew)
	if len(t.segments) < maxSegments {
		t.segments = append(t.segments, b)
	}
	t.x, t.y = x, y
}

func (t *path) rectangle(b box) {
	t.closeBox()
	if len(t.boxes) < maxSegments {
		t.boxes = append(t.boxes, b)
	}
	if len(t.segments)+4 <= maxSegments {
		t.segments = append(t.segments, box{b.x0, b.y0, b.x1, b.y0}, box{b.x1, b.y0, b.x1, b.y1},
			box{b.x0, b.y1, b.x1, b.y1}, box{b.x0, b.y0, b.x0, b.y1})
	}
	t.x, t.y, t.startX, t.startY = b.x0, b.y0, b.x0, b.y0
}

// closeBox ends the open subpath.
func (t *path) closeBox() {
	if t.begun && t.straight && len(t.boxes) < maxSegments {
		t.boxes = append(t.boxes, t.current)
	}
	t.begun = false
}

// paintPath takes the lines out of a painted path. A thin rectangle is one
// line, also when its sides are drawn.
func (p *painter) paintPath(closed, stroked, filled bool) {
	t := &p.path
	if closed {
		t.lineTo(t.startX, t.startY)
	}
	t.closeBox()
	before := len(p.drawings.rules)
	if filled {
		for _, b := range t.boxes {
			if math.Min(b.width(), b.height()) <= thin {
				p.drawings.line(b)
			}
		}
	}
	if stroked && len(p.drawings.rules) == before {
		for _, b := range t.segments {
			if b.width() <= skew || b.height() <= skew {
				p.drawings.line(b)
			}
		}
	}
	*t = path{segments: t.segments[:0], boxes: t.boxes[:0]}
}
