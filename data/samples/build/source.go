package main

import (
	"fmt"
	"regexp"
	"strings"
)

// source is one sample report as written: settings for the printer, then the
// text in a small subset of Markdown.
type source struct {
	name     string
	settings map[string]string
	title    string
	cover    []string // lines under the title: publisher, place and date
	blocks   []block
	notes    map[string]string // footnotes by mark
}

// block is one paragraph-like piece of the text.
type block struct {
	kind  string // heading, para, bullets, numbers, table, quote, lines, toc, page
	level int    // of a heading: 2 is a chapter
	text  string
	items []string   // of bullets, numbers, lines
	rows  [][]string // of a table; the first row is the heading row
}

var noteLine = regexp.MustCompile(`^\[\^(\w+)\]: (.+)$`)
var numberItem = regexp.MustCompile(`^\d+\. `)

// parseSource reads a sample's source text.
func parseSource(name, text string) (*source, error) {
	head, body, found := strings.Cut(strings.TrimPrefix(text, "---\n"), "\n---\n")
	if !found {
		return nil, fmt.Errorf("%s: no settings between two lines of ---", name)
	}
	s := &source{name: name, settings: map[string]string{}, notes: map[string]string{}}
	for _, line := range strings.Split(head, "\n") {
		key, value, ok := strings.Cut(line, ":")
		if !ok {
			return nil, fmt.Errorf("%s: setting %q has no colon", name, line)
		}
		s.settings[key] = strings.Trim(strings.TrimSpace(value), `"`)
	}
	for _, chunk := range strings.Split(body, "\n\n") {
		s.addChunk(strings.Split(strings.Trim(chunk, "\n"), "\n"))
	}
	if s.title == "" {
		return nil, fmt.Errorf("%s: no line with a title (# …)", name)
	}
	return s, nil
}

// addChunk turns lines without an empty line between them into blocks.
func (s *source) addChunk(lines []string) {
	first := lines[0]
	switch {
	case first == "":
	case strings.HasPrefix(first, "# "):
		s.title = first[2:]
		for _, line := range lines[1:] {
			s.cover = append(s.cover, strings.TrimPrefix(line, "% "))
		}
	case strings.HasPrefix(first, "##"):
		marks := len(first) - len(strings.TrimLeft(first, "#"))
		s.blocks = append(s.blocks, block{kind: "heading", level: marks, text: strings.TrimSpace(first[marks:])})
		if len(lines) > 1 {
			s.addChunk(lines[1:])
		}
	case first == "[toc]" || first == "[page]":
		s.blocks = append(s.blocks, block{kind: strings.Trim(first, "[]")})
	case noteLine.MatchString(first):
		for _, line := range lines {
			if m := noteLine.FindStringSubmatch(line); m != nil {
				s.notes[m[1]] = m[2]
			}
		}
	default:
		s.blocks = append(s.blocks, textBlock(lines))
	}
}

// textBlock reads a list, table, quotation, address or paragraph.
func textBlock(lines []string) block {
	first := lines[0]
	switch {
	case strings.HasPrefix(first, "- "):
		return block{kind: "bullets", items: cut(lines, "- ")}
	case numberItem.MatchString(first):
		items := make([]string, len(lines))
		for i, line := range lines {
			items[i] = numberItem.ReplaceAllString(line, "")
		}
		return block{kind: "numbers", items: items}
	case strings.HasPrefix(first, ": "):
		return block{kind: "lines", items: cut(lines, ": ")}
	case strings.HasPrefix(first, "> "):
		return block{kind: "quote", text: strings.Join(cut(lines, "> "), " ")}
	case strings.HasPrefix(first, "|"):
		b := block{kind: "table"}
		for _, line := range lines {
			b.rows = append(b.rows, cells(line))
		}
		return b
	}
	return block{kind: "para", text: strings.Join(lines, " ")}
}

func cut(lines []string, prefix string) []string {
	out := make([]string, len(lines))
	for i, line := range lines {
		out[i] = strings.TrimPrefix(line, prefix)
	}
	return out
}

func cells(line string) []string {
	parts := strings.Split(strings.Trim(strings.TrimSpace(line), "|"), "|")
	for i := range parts {
		parts[i] = strings.TrimSpace(parts[i])
	}
	return parts
}

// setting gives a setting or its default.
func (s *source) setting(key, otherwise string) string {
	if v := s.settings[key]; v != "" {
		return v
	}
	return otherwise
}
