package chart

import (
	"encoding/xml"
	"errors"
	"fmt"
	"html"
	"html/template"
	"io"
	"strconv"
	"strings"
)

// frame is what is put around a rendered chart.
type frame struct {
	id                 string // unique within its page
	title, description string
	class              string
	width, height      int
	marks              map[[2]int]mark // series and item → link
	extra              string          // elements that ECharts cannot draw
}

type mark struct{ href, title string }

// keep are the elements and attributes that go over into the page.
var keep = map[string][]string{
	"g":    {"transform"},
	"rect": {"x", "y", "width", "height", "fill", "fill-opacity", "stroke", "rx"},
	"path": {"d", "fill", "fill-opacity", "stroke", "stroke-width", "stroke-opacity", "stroke-dasharray", "transform"},
	"text": {"x", "y", "fill", "transform", "dominant-baseline", "text-anchor",
		"stroke", "stroke-width", "paint-order", "stroke-miterlimit"},
}

// styled are the style properties that become attributes. The font is the
// page's own.
var styled = map[string]bool{"font-size": true, "font-weight": true}

// rebuild writes the SVG that goes into the page.
func rebuild(source string, f frame) (template.HTML, error) {
	var b strings.Builder
	fmt.Fprintf(&b, `<svg class="%s" viewBox="0 0 %d %d" role="%s" aria-labelledby="%s-t %s-d" focusable="false">`,
		f.class, f.width, f.height, f.role(), f.id, f.id)
	fmt.Fprintf(&b, `<title id="%s-t">%s</title><desc id="%s-d">%s</desc>`,
		f.id, html.EscapeString(f.title), f.id, html.EscapeString(f.description))
	d := xml.NewDecoder(strings.NewReader(source))
	open := []string{} // what closes each open element
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return "", fmt.Errorf("read a rendered chart: %w", err)
		}
		switch t := token.(type) {
		case xml.StartElement:
			open = append(open, start(&b, t, f))
		case xml.EndElement:
			b.WriteString(open[len(open)-1])
			open = open[:len(open)-1]
		case xml.CharData:
			if len(open) > 0 && open[len(open)-1] == "</text>" {
				b.WriteString(html.EscapeString(string(t)))
			}
		}
	}
	b.WriteString(f.extra + "</svg>")
	return template.HTML(b.String()), nil
}

// role is img for a picture; a chart with links is a group, because what stands
// inside an img is hidden from a screen reader.
func (f frame) role() string {
	if len(f.marks) > 0 {
		return "group"
	}
	return "img"
}

// start writes an element that is kept and gives what closes it.
func start(b *strings.Builder, t xml.StartElement, f frame) string {
	name := t.Name.Local
	allowed, ok := keep[name]
	if !ok {
		return ""
	}
	attributes := map[string]string{}
	for _, a := range t.Attr {
		attributes[a.Name.Local] = a.Value
	}
	closing := "</" + name + ">"
	if m, ok := f.mark(attributes); ok {
		fmt.Fprintf(b, `<a href="%s" aria-label="%s">`, html.EscapeString(m.href), html.EscapeString(m.title))
		closing += "</a>"
		defer fmt.Fprintf(b, "<title>%s</title>", html.EscapeString(m.title))
	}
	b.WriteString("<" + name)
	for _, a := range allowed {
		if v, ok := attributes[a]; ok {
			fmt.Fprintf(b, ` %s="%s"`, a, html.EscapeString(v))
		}
	}
	for property := range strings.SplitSeq(attributes["style"], ";") {
		if k, v, ok := strings.Cut(property, ":"); ok && styled[k] {
			fmt.Fprintf(b, ` %s="%s"`, k, html.EscapeString(v))
		}
	}
	b.WriteString(">")
	return closing
}

// mark gives the link of a chart item, which ECharts numbers.
func (f frame) mark(attributes map[string]string) (mark, bool) {
	if attributes["ecmeta_ssr_type"] != "chart" {
		return mark{}, false
	}
	series, err := strconv.Atoi(attributes["ecmeta_series_index"])
	if err != nil {
		return mark{}, false
	}
	item, err := strconv.Atoi(attributes["ecmeta_data_index"])
	if err != nil {
		return mark{}, false
	}
	m, ok := f.marks[[2]int{series, item}]
	return m, ok && m.href != ""
}
