package main

import (
	"regexp"
	"strings"
)

// markup is how one output format writes the few inline marks there are.
type markup struct {
	escape       func(string) string
	bold, italic func(string) string
	note         func(mark, text string) string
}

var inlineMark = regexp.MustCompile(`\*\*([^*]+)\*\*|\*([^*]+)\*|\[\^(\w+)\]`)

// inline writes text with its bold, italic and footnote marks.
func (s *source) inline(text string, m markup) string {
	var out strings.Builder
	end := 0
	for _, at := range inlineMark.FindAllStringSubmatchIndex(text, -1) {
		out.WriteString(m.escape(text[end:at[0]]))
		switch {
		case at[2] >= 0:
			out.WriteString(m.bold(m.escape(text[at[2]:at[3]])))
		case at[4] >= 0:
			out.WriteString(m.italic(m.escape(text[at[4]:at[5]])))
		default:
			mark := text[at[6]:at[7]]
			out.WriteString(m.note(mark, m.escape(s.notes[mark])))
		}
		end = at[1]
	}
	out.WriteString(m.escape(text[end:]))
	return out.String()
}
