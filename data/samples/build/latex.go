package main

import (
	"fmt"
	"strings"
)

// latexFonts gives each layout its typeface: lines for the preamble.
var latexFonts = map[string]string{
	"lm":      `\usepackage[T1]{fontenc}\usepackage[utf8]{inputenc}\usepackage{lmodern}`,
	"pagella": `\usepackage[T1]{fontenc}\usepackage[utf8]{inputenc}\usepackage{mathpazo}`,
	"sans":    `\usepackage[T1]{fontenc}\usepackage[utf8]{inputenc}\usepackage[scaled]{helvet}\renewcommand{\familydefault}{\sfdefault}`,
	"times":   `\usepackage[T1]{fontenc}\usepackage[utf8]{inputenc}\usepackage{mathptmx}`,
	"xe":      `\usepackage{fontspec}\setmainfont{EB Garamond}`,
	"xesans":  `\usepackage{fontspec}\setmainfont{Lato}`,
	"boek":    `\usepackage{fontspec}\setmainfont{TeX Gyre Pagella}`,
}

// latexDocument writes a source as a LaTeX file.
func latexDocument(s *source) string {
	var out strings.Builder
	geometry := "a4paper,margin=28mm"
	if s.settings["paper"] == "book" {
		geometry = "paperwidth=170mm,paperheight=240mm,margin=25mm,top=30mm,bottom=28mm"
	}
	size := s.setting("size", "11pt")
	columns := ""
	if s.settings["columns"] == "2" {
		columns = ",twocolumn"
	}
	fmt.Fprintf(&out, "\\documentclass[%s%s]{article}\n\\usepackage[%s]{geometry}\n%s\n", size, columns, geometry,
		latexFonts[s.setting("layout", "lm")])
	out.WriteString(`\usepackage[dutch]{babel}\usepackage{fancyhdr,longtable,array,textcomp}
\setlength{\parindent}{0pt}\setlength{\parskip}{6pt plus 2pt}\setlength{\headheight}{15pt}\pagestyle{fancy}\fancyhf{}\sloppy\setlength{\emergencystretch}{2em}
\makeatletter\renewcommand{\@pnumwidth}{2em}\makeatother
`)
	fmt.Fprintf(&out, "\\fancyhead[L]{\\small %s}\\fancyhead[R]{\\small %s}\\fancyfoot[C]{\\small %s\\thepage}\n",
		latexEscape(s.setting("header", "")), fictitiousMark, latexEscape(s.setting("footer", "")+" "))
	if spread := s.settings["spread"]; spread != "" {
		out.WriteString("\\linespread{" + spread + "}\n")
	}
	out.WriteString("\\renewcommand{\\contentsname}{Inhoudsopgave}\n\\begin{document}\n")
	writeLatexTitle(&out, s)
	for _, b := range s.blocks {
		writeLatexBlock(&out, s, b)
	}
	out.WriteString("\\end{document}\n")
	return out.String()
}

func writeLatexTitle(out *strings.Builder, s *source) {
	skip := ""
	if s.settings["cover"] == "yes" {
		skip = "\\vspace*{40mm}"
	}
	fmt.Fprintf(out, "%s{\\raggedright\\LARGE\\bfseries %s\\par}\\bigskip\n", skip, latexEscape(s.title))
	for _, line := range s.cover {
		fmt.Fprintf(out, "{%s\\par}\n", latexEscape(line))
	}
	fmt.Fprintf(out, "\\medskip{\\footnotesize\\itshape %s\\par}\\bigskip\n", latexEscape(fictitiousNotice))
	if s.settings["cover"] == "yes" {
		out.WriteString("\\newpage\n")
	}
}

var latexSections = map[int]string{2: "section", 3: "subsection", 4: "subsubsection"}

func writeLatexBlock(out *strings.Builder, s *source, b block) {
	in := func(t string) string { return s.inline(t, latexMarkup) }
	switch b.kind {
	case "heading":
		if b.level == 2 && s.settings["chapters"] == "newpage" {
			out.WriteString("\\clearpage\n")
		}
		name := latexSections[b.level]
		fmt.Fprintf(out, "\\%s*{%s}\\addcontentsline{toc}{%s}{%s}\n", name, in(b.text), name, latexEscape(b.text))
	case "para":
		out.WriteString(in(b.text) + "\n\n")
	case "quote":
		out.WriteString("\\begin{quote}" + in(b.text) + "\\end{quote}\n\n")
	case "bullets":
		out.WriteString("\\begin{itemize}\n" + latexItems(b.items, in) + "\\end{itemize}\n\n")
	case "numbers":
		out.WriteString("\\begin{enumerate}\n" + latexItems(b.items, in) + "\\end{enumerate}\n\n")
	case "lines":
		for _, line := range b.items {
			out.WriteString(in(line) + "\\\\\n")
		}
		out.WriteString("\n")
	case "table":
		writeLatexTable(out, b.rows, s.settings["columns"] == "2", in)
	case "toc":
		out.WriteString("\\tableofcontents\n\\newpage\n")
	case "page":
		out.WriteString("\\newpage\n")
	}
}

func latexItems(items []string, in func(string) string) string {
	var out strings.Builder
	for _, item := range items {
		out.WriteString("\\item " + in(item) + "\n")
	}
	return out.String()
}

// writeLatexTable gives the last column the room that is left: it holds the
// longest text in nearly every table.
func writeLatexTable(out *strings.Builder, rows [][]string, twoColumns bool, in func(string) string) {
	columns := len(rows[0])
	first := 0.92 / float64(columns)
	last := first
	if columns > 1 {
		first = 0.45 / float64(columns)
		last = 0.9 - first*float64(columns-1)
	}
	spec := strings.Repeat(fmt.Sprintf("p{%.2f\\linewidth}", first), columns-1) + fmt.Sprintf("p{%.2f\\linewidth}", last)
	table := "longtable"
	if twoColumns { // a longtable cannot stand in a column
		table = "tabular"
	}
	fmt.Fprintf(out, "{\\small\\begin{%s}{%s}\\hline\n", table, spec)
	for r, row := range rows {
		for c, cell := range row {
			if c > 0 {
				out.WriteString(" & ")
			}
			if r == 0 {
				cell = "**" + cell + "**"
			}
			out.WriteString("\\raggedright\\arraybackslash " + in(cell))
		}
		out.WriteString("\\\\ \\hline\n")
	}
	fmt.Fprintf(out, "\\end{%s}}\n\n", table)
}

var latexMarkup = markup{
	escape: latexEscape,
	bold:   func(t string) string { return "\\textbf{" + t + "}" },
	italic: func(t string) string { return "\\emph{" + t + "}" },
	note:   func(_, text string) string { return "\\footnote{" + text + "}" },
}

var latexSpecials = strings.NewReplacer("\\", "\\textbackslash{}", "&", "\\&", "%", "\\%", "$", "\\$", "#", "\\#",
	"_", "\\_", "{", "\\{", "}", "\\}", "~", "\\textasciitilde{}", "^", "\\textasciicircum{}", "€", "\\texteuro{}", "…", "\\ldots{}", "≥", "ten minste ", "→", "--")

func latexEscape(t string) string { return latexSpecials.Replace(t) }
