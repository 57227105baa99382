package chart

import (
	"fmt"
	"html"
	"html/template"
	"math"
	"strings"
)

// Cell is one crossing of a matrix.
type Cell struct {
	Count       float64
	Text        string // the count as readers see it, or the mark of a hidden one
	Hidden      bool
	Href, Title string
}

// Matrix crosses two properties: a dot for each crossing, its area the count.
type Matrix struct {
	ID, Title, Description string
	Rows, Columns          []string
	Short                  []string // the columns' names where there is little room
	Cells                  [][]Cell
}

// Dots draws a matrix. It is laid out here, without ECharts: a grid of circles
// needs no axes, and every circle is a link with a number beside it.
func (r *Renderer) Dots(m Matrix) Figure {
	return Figure{
		Wide:   m.draw(m.ID+"-w", "chart-wide", m.Columns, wideWidth, 290, 40),
		Narrow: m.draw(m.ID+"-n", "chart-narrow", m.Short, narrowWidth, 0, 62),
	}
}

func (m Matrix) draw(id, class string, columns []string, width, left, pitch int) template.HTML {
	perLine, top := 35, 64
	if left == 0 { // names stand above their dots
		top = 26
		for _, name := range m.Rows {
			if strings.Contains(wrap(name, perLine), "\n") {
				pitch = 80
			}
		}
	}
	height := top + pitch*len(m.Rows) + 6
	column := (width - left) / max(len(m.Columns), 1)
	var b strings.Builder
	fmt.Fprintf(&b, `<svg class="%s" viewBox="0 0 %d %d" role="group" aria-labelledby="%s-t %s-d" focusable="false">`,
		class, width, height, id, id)
	fmt.Fprintf(&b, `<title id="%s-t">%s</title><desc id="%s-d">%s</desc>`, id, esc(m.Title), id, esc(m.Description))
	for c, name := range columns {
		for n, line := range strings.Split(wrap(name, column/8), "\n") {
			text(&b, left+c*column+column/2, 14+n*16, "middle", ink, "600", line)
		}
	}
	most := m.most()
	for i, name := range m.Rows {
		y := top + i*pitch
		fmt.Fprintf(&b, `<path d="M0 %d H%d" stroke="%s" fill="none"></path>`, y, width, rule)
		middle := y + pitch/2
		lines := strings.Split(wrap(name, perLine), "\n")
		for n, line := range lines {
			if left > 0 {
				text(&b, left-12, middle+5+16*n-8*(len(lines)-1), "end", ink, "400", line)
			} else {
				text(&b, 2, y+17+16*n, "start", ink, "400", line)
			}
		}
		if left == 0 {
			middle = y + pitch - 22
		}
		for c, cell := range m.Cells[i] {
			cell.draw(&b, left+c*column+column/2, middle, most)
		}
	}
	b.WriteString("</svg>")
	return template.HTML(b.String())
}

func (m Matrix) most() float64 {
	most := 1.0
	for _, row := range m.Cells {
		for _, c := range row {
			most = max(most, c.Count)
		}
	}
	return most
}

func (c Cell) draw(b *strings.Builder, x, y int, most float64) {
	switch {
	case c.Hidden:
		text(b, x, y+5, "middle", grey, "400", c.Text)
	case c.Count == 0:
		text(b, x, y+5, "middle", grey, "400", "0")
	default:
		radius := 17 * math.Sqrt(c.Count/most)
		if c.Href != "" {
			fmt.Fprintf(b, `<a href="%s" aria-label="%s"><title>%s</title>`, esc(c.Href), esc(c.Title), esc(c.Title))
		}
		// An unseen circle gives every dot the size of a finger tip.
		fmt.Fprintf(b, `<circle cx="%d" cy="%d" r="17" fill="#fff" fill-opacity="0"></circle>`, x, y)
		fmt.Fprintf(b, `<circle cx="%d" cy="%d" r="%.1f" fill="%s"></circle>`, x, y, radius, blue)
		if c.Href != "" {
			b.WriteString("</a>")
		}
		text(b, x+22, y+5, "start", ink, "600", c.Text)
	}
}

func text(b *strings.Builder, x, y int, anchor, fill, weight, s string) {
	fmt.Fprintf(b, `<text x="%d" y="%d" text-anchor="%s" fill="%s" font-size="13px" font-weight="%s">%s</text>`,
		x, y, anchor, fill, weight, esc(s))
}

func esc(s string) string { return html.EscapeString(s) }
