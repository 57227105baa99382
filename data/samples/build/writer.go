package main

import (
	"fmt"
	"html"
	"strings"
)

// writerDocument writes a source as flat OpenDocument text, the format
// LibreOffice Writer reads and prints.
func writerDocument(s *source) string {
	var out strings.Builder
	out.WriteString(writerHead(s))
	fmt.Fprintf(&out, "<text:p text:style-name=\"Titel\">%s</text:p>\n", html.EscapeString(s.title))
	for _, line := range s.cover {
		fmt.Fprintf(&out, "<text:p text:style-name=\"Onder\">%s</text:p>\n", html.EscapeString(line))
	}
	fmt.Fprintf(&out, "<text:p text:style-name=\"Klein\">%s</text:p>\n", fictitiousNotice)
	if s.settings["cover"] == "yes" {
		out.WriteString("<text:p text:style-name=\"Nieuw\"/>\n")
	}
	for _, b := range s.blocks {
		writeWriterBlock(&out, s, b)
	}
	out.WriteString("</office:text></office:body></office:document>\n")
	return out.String()
}

func writeWriterBlock(out *strings.Builder, s *source, b block) {
	in := func(t string) string { return s.inline(t, writerMarkup) }
	paragraph := func(style, text string) {
		fmt.Fprintf(out, "<text:p text:style-name=%q>%s</text:p>\n", style, in(text))
	}
	switch b.kind {
	case "heading":
		fmt.Fprintf(out, "<text:h text:style-name=\"Kop%d\" text:outline-level=\"%d\">%s</text:h>\n", b.level, b.level-1, in(b.text))
	case "para":
		paragraph("Tekst", b.text)
	case "quote":
		paragraph("Citaat", b.text)
	case "bullets", "numbers":
		for i, item := range b.items {
			mark := "•"
			if b.kind == "numbers" {
				mark = fmt.Sprintf("%d.", i+1)
			}
			fmt.Fprintf(out, "<text:p text:style-name=\"Lijst\">%s<text:tab/>%s</text:p>\n", mark, in(item))
		}
	case "lines":
		for _, line := range b.items {
			paragraph("Regel", line)
		}
		paragraph("Regel", "")
	case "table":
		writeWriterTable(out, b.rows, in)
	case "page":
		out.WriteString("<text:p text:style-name=\"Nieuw\"/>\n")
	}
}

func writeWriterTable(out *strings.Builder, rows [][]string, in func(string) string) {
	fmt.Fprintf(out, "<table:table><table:table-column table:number-columns-repeated=\"%d\"/>\n", len(rows[0]))
	for r, row := range rows {
		out.WriteString("<table:table-row>")
		style := "Cel"
		if r == 0 {
			style = "CelKop"
		}
		for _, cell := range row {
			fmt.Fprintf(out, "<table:table-cell table:style-name=\"Vak\"><text:p text:style-name=%q>%s</text:p></table:table-cell>", style, in(cell))
		}
		out.WriteString("</table:table-row>\n")
	}
	out.WriteString("</table:table><text:p text:style-name=\"Regel\"/>\n")
}

var writerMarkup = markup{
	escape: html.EscapeString,
	bold:   func(t string) string { return "<text:span text:style-name=\"Vet\">" + t + "</text:span>" },
	italic: func(t string) string { return "<text:span text:style-name=\"Cursief\">" + t + "</text:span>" },
	note: func(mark, text string) string {
		return fmt.Sprintf("<text:note text:note-class=\"footnote\"><text:note-citation>%s</text:note-citation><text:note-body><text:p text:style-name=\"Klein\">%s</text:p></text:note-body></text:note>", mark, text)
	},
}

// writerStyle is one paragraph style of the flat file.
func writerStyle(name, paragraph, text string) string {
	return fmt.Sprintf("<style:style style:name=%q style:family=\"paragraph\"><style:paragraph-properties %s/><style:text-properties %s/></style:style>\n", name, paragraph, text)
}

// writerHead is everything before the text: styles, page, header and footer.
func writerHead(s *source) string {
	font := html.EscapeString(s.setting("layout", "Liberation Serif"))
	face := fmt.Sprintf(`style:font-name="%s" fo:font-family="%s" fo:language="nl" fo:country="NL"`, font, font)
	size := fmt.Sprintf(` fo:font-size=%q`, s.setting("size", "11pt"))
	align := `fo:text-align="start"`
	if s.settings["ragged"] != "yes" {
		align = `fo:text-align="justify"`
		face += ` fo:hyphenate="true" fo:hyphenation-remain-char-count="2" fo:hyphenation-push-char-count="3"`
	}
	body := face + size
	gap := ` fo:margin-bottom="0.22cm" fo:line-height="125%" fo:hyphenation-ladder-count="no-limit"`
	var out strings.Builder
	out.WriteString(`<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">
<office:styles>
`)
	out.WriteString(writerStyle("Tekst", align+gap, body) + writerStyle("Regel", "", body) +
		writerStyle("Lijst", `fo:margin-left="0.7cm" fo:text-indent="-0.7cm"`+gap, body) +
		writerStyle("Citaat", `fo:margin-left="1cm" fo:margin-right="1cm"`+gap, body+` fo:font-style="italic"`) +
		writerStyle("Titel", `fo:margin-top="1cm" fo:margin-bottom="0.5cm"`, face+` fo:font-size="20pt" fo:font-weight="bold"`) +
		writerStyle("Onder", `fo:margin-bottom="0.1cm"`, body) +
		writerStyle("Klein", "", face+` fo:font-size="8.5pt"`) +
		writerStyle("Nieuw", `fo:break-before="page"`, body) +
		writerStyle("Cel", "", face+` fo:font-size="9.5pt"`) +
		writerStyle("CelKop", "", face+` fo:font-size="9.5pt" fo:font-weight="bold"`))
	for level, points := range []string{2: "15pt", 3: "12.5pt", 4: "11pt"} {
		if level >= 2 {
			out.WriteString(writerStyle(fmt.Sprintf("Kop%d", level), `fo:margin-top="0.5cm" fo:margin-bottom="0.2cm" fo:keep-with-next="always"`, face+fmt.Sprintf(` fo:font-size=%q fo:font-weight="bold" fo:color=%q`, points, s.setting("colour", "#000000"))))
		}
	}
	fmt.Fprintf(&out, `<style:style style:name="Vet" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>
<style:style style:name="Cursief" style:family="text"><style:text-properties fo:font-style="italic"/></style:style>
<style:style style:name="Vak" style:family="table-cell"><style:table-cell-properties fo:border="0.5pt solid #777777" fo:padding="0.1cm"/></style:style>
</office:styles>
<office:automatic-styles><style:page-layout style:name="A4"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm" fo:margin="2.4cm"/><style:header-style><style:header-footer-properties fo:min-height="0.8cm" fo:margin-bottom="0.4cm"/></style:header-style><style:footer-style><style:header-footer-properties fo:min-height="0.8cm"/></style:footer-style></style:page-layout></office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="A4"><style:header><text:p text:style-name="Klein">%s %s</text:p></style:header><style:footer><text:p text:style-name="Klein">%s Pagina <text:page-number/> van <text:page-count/></text:p></style:footer></style:master-page></office:master-styles>
<office:body><office:text>
`, html.EscapeString(s.setting("header", "")), fictitiousMark, html.EscapeString(s.setting("footer", "")))
	return out.String()
}
