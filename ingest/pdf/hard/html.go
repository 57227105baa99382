package main

import (
	"fmt"
	"html"
	"strings"
)

// htmlPage writes a text as a web page; the style chooses type and paper.
// Browsers have no footnotes: the notes stand at the end.
func htmlPage(style string, pieces []piece) string {
	var b strings.Builder
	fmt.Fprintf(&b, "<!doctype html><html lang=\"nl\"><meta charset=\"utf-8\"><title>Verzonnen verslag</title><style>%s</style>\n", style)
	for _, r := range runs(pieces) {
		switch p := r[0]; p.kind {
		case edge:
			fmt.Fprintf(&b, "<div class=\"rand\">%s</div>\n", p.text)
		case title:
			fmt.Fprintf(&b, "<h1>%s</h1>\n", htmlInline(p))
		case heading:
			tag := "h2"
			if strings.Contains(strings.Fields(p.text)[0], ".") {
				tag = "h3"
			}
			fmt.Fprintf(&b, "<%[1]s>%[2]s</%[1]s>\n", tag, htmlInline(p))
		case bullet:
			b.WriteString("<ul>" + htmlItems(r) + "</ul>\n")
		case number:
			b.WriteString("<ol>" + htmlItems(r) + "</ol>\n")
		case note:
			fmt.Fprintf(&b, "<p class=\"noot\"><sup>%s</sup> %s</p>\n", p.text[:1], html.EscapeString(p.withoutNumber()))
		case row:
			b.WriteString("<table>")
			for _, p := range r {
				b.WriteString("<tr><td>" + strings.Join(p.cells(), "<td>"))
			}
			b.WriteString("</table>\n")
		default:
			fmt.Fprintf(&b, "<p>%s</p>\n", htmlInline(p))
		}
	}
	return b.String()
}

func htmlItems(r []piece) string {
	var b strings.Builder
	for _, p := range r {
		fmt.Fprintf(&b, "<li>%s</li>", htmlInline(piece{p.kind, p.withoutNumber()}))
	}
	return b.String()
}

func htmlInline(p piece) string {
	text := smallCaps.ReplaceAllString(html.EscapeString(p.text), "<span style=\"font-variant:small-caps\">$1</span>")
	return noteMark.ReplaceAllString(text, "<sup>$1</sup>")
}
