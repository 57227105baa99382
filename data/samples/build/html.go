package main

import (
	"embed"
	"fmt"
	"html"
	"strings"
)

//go:embed themes/*.css
var themes embed.FS

// htmlPage writes a source as one HTML file with its theme's style sheet. The
// mark stands in a page margin box, so that it is on every page.
func htmlPage(s *source) (string, error) {
	base, err := themes.ReadFile("themes/base.css")
	if err != nil {
		return "", err
	}
	css, err := themes.ReadFile("themes/" + s.setting("layout", "rijk") + ".css")
	if err != nil {
		return "", fmt.Errorf("%s: layout: %w", s.name, err)
	}
	var out strings.Builder
	fmt.Fprintf(&out, "<!DOCTYPE html>\n<html lang=%q><head><meta charset=\"utf-8\"><title>%s</title>\n<style>\n%s%s%s</style></head>\n<body>\n",
		s.setting("lang", "nl"), html.EscapeString(s.title), base, css, marginBoxes(s))
	writeCover(&out, s)
	notes := ""
	for i, b := range s.blocks {
		writeHTMLBlock(&out, s, i, b, &notes)
	}
	if notes != "" {
		out.WriteString("<div class=\"notes\">" + notes + "</div>\n")
	}
	out.WriteString("</body></html>\n")
	return out.String(), nil
}

// marginBoxes gives the running header and footer.
func marginBoxes(s *source) string {
	mark, header := fictitiousMark, s.setting("header", "")
	if header != "" {
		mark = header + " · " + mark
	}
	footer := ""
	if f := s.settings["footer"]; f != "" {
		footer = fmt.Sprintf("@bottom-left { content: %q }", f)
	}
	page := `"" counter(page)`
	if s.settings["pages"] == "of" {
		page = `"Pagina " counter(page) " van " counter(pages)`
	}
	return fmt.Sprintf("@page { @top-%s { content: %q } %s @bottom-%s { content: %s } }\n",
		s.setting("mark", "center"), mark, footer, s.setting("number", "right"), page)
}

func writeCover(out *strings.Builder, s *source) {
	fmt.Fprintf(out, "<div class=\"cover %s\"><h1>%s</h1>\n", s.setting("cover", "no"), html.EscapeString(s.title))
	for _, line := range s.cover {
		fmt.Fprintf(out, "<p class=\"sub\">%s</p>\n", html.EscapeString(line))
	}
	fmt.Fprintf(out, "<p class=\"notice\">%s</p></div>\n", fictitiousNotice)
}

func writeHTMLBlock(out *strings.Builder, s *source, i int, b block, notes *string) {
	in := func(t string) string { return s.inline(t, htmlMarkup(s, notes)) }
	switch b.kind {
	case "heading":
		fmt.Fprintf(out, "<h%d id=\"k%d\">%s</h%d>\n", b.level, i, in(b.text), b.level)
	case "para":
		fmt.Fprintf(out, "<p>%s</p>\n", in(b.text))
	case "quote":
		fmt.Fprintf(out, "<blockquote>%s</blockquote>\n", in(b.text))
	case "bullets":
		fmt.Fprintf(out, "<ul>%s</ul>\n", wrapEach(b.items, "li", in))
	case "numbers":
		fmt.Fprintf(out, "<ol>%s</ol>\n", wrapEach(b.items, "li", in))
	case "lines":
		fmt.Fprintf(out, "<div class=\"lines\">%s</div>\n", wrapEach(b.items, "div", in))
	case "table":
		out.WriteString("<table>\n")
		for r, row := range b.rows {
			cell := "td"
			if r == 0 {
				cell = "th"
			}
			fmt.Fprintf(out, "<tr>%s</tr>\n", wrapEach(row, cell, in))
		}
		out.WriteString("</table>\n")
	case "toc":
		writeHTMLContents(out, s)
	case "page":
		out.WriteString("<div class=\"newpage\"></div>\n")
	}
}

func writeHTMLContents(out *strings.Builder, s *source) {
	out.WriteString("<nav class=\"toc\"><h2 class=\"tochead\">Inhoud</h2>\n")
	for i, b := range s.blocks {
		if b.kind == "heading" && b.level <= 3 {
			fmt.Fprintf(out, "<p class=\"t%d\"><a href=\"#k%d\">%s</a></p>\n", b.level, i, html.EscapeString(b.text))
		}
	}
	out.WriteString("</nav>\n")
}

func wrapEach(items []string, tag string, in func(string) string) string {
	var out strings.Builder
	for _, item := range items {
		fmt.Fprintf(&out, "<%s>%s</%s>", tag, in(item), tag)
	}
	return out.String()
}

// htmlMarkup collects footnotes in notes, to stand at the end; weasyprint
// sets them at the foot of the page itself.
func htmlMarkup(s *source, notes *string) markup {
	wrap := func(tag string) func(string) string {
		return func(t string) string { return "<" + tag + ">" + t + "</" + tag + ">" }
	}
	return markup{escape: html.EscapeString, bold: wrap("strong"), italic: wrap("em"),
		note: func(mark, text string) string {
			if s.settings["producer"] == "weasyprint" {
				return "<span class=\"fn\">" + text + "</span>"
			}
			*notes += "<p><sup>" + mark + "</sup> " + text + "</p>\n"
			return "<sup>" + mark + "</sup>"
		}}
}
