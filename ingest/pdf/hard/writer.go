package main

import (
	"fmt"
	"html"
	"strings"
)

// writerDocument writes a text as a flat document of LibreOffice, with real
// headings, lists, notes and a header, as Word has them.
func writerDocument(pieces []piece) string {
	var b strings.Builder
	notes := notesOf(pieces)
	in := func(text string) string {
		return noteMark.ReplaceAllStringFunc(html.EscapeString(smallCaps.ReplaceAllString(text, "$1")), func(mark string) string {
			n := strings.Trim(mark, "[]")
			return fmt.Sprintf(`<text:note text:id="n%[1]s" text:note-class="footnote"><text:note-citation>%[1]s</text:note-citation><text:note-body><text:p>%[2]s</text:p></text:note-body></text:note>`, n, html.EscapeString(notes[n]))
		})
	}
	header := ""
	for _, r := range runs(pieces) {
		switch p := r[0]; p.kind {
		case edge:
			header = p.text
		case title:
			fmt.Fprintf(&b, `<text:p text:style-name="Title">%s</text:p>`, in(p.text))
		case heading:
			level := 1 + strings.Count(strings.Fields(p.text)[0], ".")
			fmt.Fprintf(&b, `<text:h text:style-name="Heading_20_%[1]d" text:outline-level="%[1]d">%[2]s</text:h>`, level, in(p.text))
		case prose:
			fmt.Fprintf(&b, `<text:p text:style-name="Text_20_body">%s</text:p>`, in(p.text))
		case bullet, number:
			fmt.Fprintf(&b, `<text:list text:style-name="%s">`, r[0].kind)
			for _, p := range r {
				fmt.Fprintf(&b, `<text:list-item><text:p>%s</text:p></text:list-item>`, in(p.withoutNumber()))
			}
			b.WriteString(`</text:list>`)
		case row:
			fmt.Fprintf(&b, `<table:table><table:table-column table:number-columns-repeated="%d"/>`, len(p.cells()))
			for _, p := range r {
				b.WriteString(`<table:table-row>`)
				for _, c := range p.cells() {
					fmt.Fprintf(&b, `<table:table-cell table:style-name="cel"><text:p>%s</text:p></table:table-cell>`, in(c))
				}
				b.WriteString(`</table:table-row>`)
			}
			b.WriteString(`</table:table>`)
		}
	}
	return fmt.Sprintf(writerFrame, header, b.String())
}

const writerFrame = `<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.text">
<office:styles><style:default-style style:family="paragraph"><style:text-properties style:font-name="Carlito" fo:font-family="Carlito" fo:font-size="10pt" fo:language="nl" fo:country="NL"/></style:default-style>
<style:style style:name="Standard" style:family="paragraph"/>
<style:style style:name="Text_20_body" style:family="paragraph"><style:paragraph-properties fo:margin-bottom="0.2cm"/></style:style>
<style:style style:name="Title" style:family="paragraph"><style:text-properties fo:font-size="18pt" fo:font-weight="bold"/></style:style>
<style:style style:name="Heading_20_1" style:family="paragraph" style:default-outline-level="1"><style:paragraph-properties fo:margin-top="0.4cm" fo:margin-bottom="0.1cm"/><style:text-properties fo:font-size="14pt" fo:font-weight="bold"/></style:style>
<style:style style:name="Heading_20_2" style:family="paragraph" style:default-outline-level="2"><style:paragraph-properties fo:margin-top="0.3cm" fo:margin-bottom="0.1cm"/><style:text-properties fo:font-size="12pt" fo:font-weight="bold"/></style:style>
</office:styles>
<office:automatic-styles><style:page-layout style:name="blad"><style:page-layout-properties fo:page-width="14.8cm" fo:page-height="21cm" fo:margin-top="1.5cm" fo:margin-bottom="1.5cm" fo:margin-left="1.7cm" fo:margin-right="1.7cm"/><style:header-style><style:header-footer-properties fo:margin-bottom="0.4cm" fo:min-height="0.5cm"/></style:header-style></style:page-layout>
<style:style style:name="cel" style:family="table-cell"><style:table-cell-properties fo:border="0.5pt solid #000000" fo:padding="0.1cm"/></style:style>
<text:list-style style:name="punt"><text:list-level-style-bullet text:level="1" text:bullet-char="•"><style:list-level-properties text:space-before="0.4cm" text:min-label-width="0.5cm"/></text:list-level-style-bullet></text:list-style>
<text:list-style style:name="nummer"><text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."><style:list-level-properties text:space-before="0.4cm" text:min-label-width="0.6cm"/></text:list-level-style-number></text:list-style>
</office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="blad"><style:header><text:p>%s</text:p></style:header></style:master-page></office:master-styles>
<office:body><office:text>%s</office:text></office:body></office:document>
`
