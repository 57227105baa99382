package main

import (
	"fmt"
	"strings"
)

// tex writes a text as LaTeX. The preamble chooses the fonts.
func tex(preamble string, pieces []piece) string {
	var b strings.Builder
	fmt.Fprintf(&b, "\\documentclass[10pt]{article}\n\\usepackage[a5paper,margin=16mm]{geometry}\n%s\n", preamble)
	b.WriteString("\\usepackage[dutch]{babel}\n\\frenchspacing\\setcounter{secnumdepth}{0}\\pagestyle{myheadings}\n")
	notes := notesOf(pieces)
	in := func(p piece) string { return texInline(p.text, notes) }
	for _, p := range pieces {
		if p.kind == edge {
			fmt.Fprintf(&b, "\\markboth{%[1]s}{%[1]s}\n", p.text)
		}
	}
	b.WriteString("\\begin{document}\n")
	for _, r := range runs(pieces) {
		switch p := r[0]; p.kind {
		case title:
			fmt.Fprintf(&b, "{\\Large\\bfseries\\noindent %s\\par}\\medskip\n", in(p))
		case heading:
			command := "section"
			if strings.Contains(strings.Fields(p.text)[0], ".") {
				command = "subsection"
			}
			fmt.Fprintf(&b, "\\%s{%s}\n", command, in(p))
		case prose:
			b.WriteString(in(p) + "\n\n")
		case bullet:
			b.WriteString("\\begin{itemize}\n" + texItems(r, in) + "\\end{itemize}\n")
		case number:
			b.WriteString("\\begin{enumerate}\n" + texItems(r, in) + "\\end{enumerate}\n")
		case row:
			texTable(&b, r, in)
		}
	}
	b.WriteString("\\end{document}\n")
	return b.String()
}

func texItems(r []piece, in func(piece) string) string {
	var b strings.Builder
	for _, p := range r {
		b.WriteString("\\item " + in(piece{p.kind, p.withoutNumber()}) + "\n")
	}
	return b.String()
}

func texTable(b *strings.Builder, r []piece, in func(piece) string) {
	fmt.Fprintf(b, "\\begin{tabular}{|%s}\\hline\n", strings.Repeat("l|", len(r[0].cells())))
	for _, p := range r {
		var cells []string
		for _, c := range p.cells() {
			cells = append(cells, in(piece{row, c}))
		}
		b.WriteString(strings.Join(cells, " & ") + "\\\\\\hline\n")
	}
	b.WriteString("\\end{tabular}\n\n")
}

var texSigns = strings.NewReplacer("„", "\\quotedblbase{}", "”", "\\textquotedblright{}", "’", "'", "€", "\\texteuro{}", "%", "\\%", "&", "\\&")

func texInline(text string, notes map[string]string) string {
	text = smallCaps.ReplaceAllString(texSigns.Replace(text), "\\textsc{$1}")
	return noteMark.ReplaceAllStringFunc(text, func(mark string) string {
		return "\\footnote{" + texSigns.Replace(notes[strings.Trim(mark, "[]")]) + "}"
	})
}
