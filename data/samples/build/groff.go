package main

import (
	"fmt"
	"strings"
)

// groffDocument writes a source for groff's ms macros (run with -k for UTF-8
// and -t for tables).
func groffDocument(s *source) string {
	var out strings.Builder
	family := s.setting("layout", "T")
	fmt.Fprintf(&out, ".nr PS 11\n.nr VS 14\n.nr LL 16c\n.nr PO 2.6c\n.fam %s\n.ds FAM %s\n.hy 0\n", family, family)
	fmt.Fprintf(&out, ".ds LH %s\n.ds CH\n.ds RH %s\n.ds CF %%\n.ds LF %s\n.P1\n", s.setting("header", ""), fictitiousMark, s.setting("footer", ""))
	fmt.Fprintf(&out, ".LP\n.ps 18\n.vs 22\n.ad l\n\\fB%s\\fP\n.ps 11\n.vs 14\n", groffEscape(s.title))
	for _, line := range s.cover {
		out.WriteString(".br\n" + groffEscape(line) + "\n")
	}
	fmt.Fprintf(&out, ".LP\n\\fI%s\\fP\n", groffEscape(fictitiousNotice))
	if s.settings["cover"] == "yes" {
		out.WriteString(".bp\n")
	}
	if s.settings["ragged"] == "yes" {
		out.WriteString(".na\n")
	} else {
		out.WriteString(".ad b\n")
	}
	for _, b := range s.blocks {
		writeGroffBlock(&out, s, b)
	}
	return out.String()
}

func writeGroffBlock(out *strings.Builder, s *source, b block) {
	in := func(t string) string { return s.inline(t, groffMarkup) }
	switch b.kind {
	case "heading":
		fmt.Fprintf(out, ".SH\n%s\n", in(b.text))
	case "para":
		fmt.Fprintf(out, ".LP\n%s\n", in(b.text))
	case "quote":
		fmt.Fprintf(out, ".QP\n%s\n", in(b.text))
	case "bullets":
		for _, item := range b.items {
			fmt.Fprintf(out, ".IP \\(bu 2\n%s\n", in(item))
		}
	case "numbers":
		for i, item := range b.items {
			fmt.Fprintf(out, ".IP %d. 4\n%s\n", i+1, in(item))
		}
	case "lines":
		out.WriteString(".LP\n.nf\n")
		for _, line := range b.items {
			out.WriteString(in(line) + "\n")
		}
		out.WriteString(".fi\n")
	case "table":
		writeGroffTable(out, b.rows, in)
	case "page":
		out.WriteString(".bp\n")
	}
}

func writeGroffTable(out *strings.Builder, rows [][]string, in func(string) string) {
	columns := len(rows[0])
	fmt.Fprintf(out, ".TS H\nallbox tab(~);\n%s.\n", strings.TrimSpace(strings.Repeat(fmt.Sprintf("lw(%.1fc) ", 14.5/float64(columns)), columns)))
	for r, row := range rows {
		for c, cell := range row {
			if c > 0 {
				out.WriteString("~")
			}
			out.WriteString("T{\n.na\n" + in(cell) + "\nT}")
		}
		out.WriteString("\n")
		if r == 0 {
			out.WriteString(".TH\n")
		}
	}
	out.WriteString(".TE\n")
}

var groffMarkup = markup{
	escape: groffEscape,
	bold:   func(t string) string { return "\\fB" + t + "\\fP" },
	italic: func(t string) string { return "\\fI" + t + "\\fP" },
	note:   func(_, text string) string { return "\\**\n.FS\n" + text + "\n.FE\n" },
}

// groffEscape guards backslashes and a point or quote at the start of a line.
func groffEscape(t string) string {
	t = strings.ReplaceAll(t, "\\", "\\e")
	t = strings.ReplaceAll(t, "~", "\\(ti")
	if strings.HasPrefix(t, ".") || strings.HasPrefix(t, "'") {
		t = "\\&" + t
	}
	return t
}
