package data

import (
	"fmt"
	"slices"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/parser"
)

// lines finds the line on which each code of a codebook file begins, so that
// lint can name it.
func lines(text []byte, codes int) []int {
	out := make([]int, codes)
	file, err := parser.ParseBytes(text, 0)
	if err != nil {
		return out
	}
	for i := range out {
		path, err := yaml.PathString(fmt.Sprintf("$.codes[%d].code", i))
		if err != nil {
			continue
		}
		if node, err := path.FilterFile(file); err == nil {
			out[i] = node.GetToken().Position.Line
		}
	}
	return out
}

// LintCodebook gives what is wrong with a codebook that could be read, one
// line each, with file and line.
func LintCodebook(b *Codebook) []string {
	var out []string
	seen := map[string]string{}
	for _, v := range b.Variables {
		if other := seen[v.Name]; other != "" {
			out = append(out, fmt.Sprintf("%s:1: variable %q is in %s already", v.File(), v.Name, other))
		}
		seen[v.Name] = v.File()
		out = append(out, v.lint()...)
	}
	return out
}

func (v *Variable) lint() []string {
	var out []string
	report := func(line int, format string, args ...any) {
		out = append(out, fmt.Sprintf("%s:%d: ", v.File(), max(line, 1))+fmt.Sprintf(format, args...))
	}
	if v.Name == "" || v.Label.NL == "" || v.Label.EN == "" {
		report(1, "variable, label.nl and label.en are obligatory")
	}
	if v.Source == "" {
		report(1, "source is obligatory")
	}
	if len(v.Codes) == 0 {
		report(1, "has no codes")
	}
	for role := range v.Sections {
		if !slices.Contains(SectionRoles, SectionRole(role)) {
			report(1, "section %q does not exist", role)
		}
	}
	seen := map[string]bool{}
	at := lines(v.text, len(v.Codes))
	for i, c := range v.Codes {
		line := at[i]
		if seen[c.Code] {
			report(line, "code %q stands here twice", c.Code)
		}
		seen[c.Code] = true
		for _, problem := range c.lint(v) {
			report(line, "code %s: %s", c.Code, problem)
		}
	}
	slices.Sort(out)
	return out
}

func (c *Code) lint(v *Variable) []string {
	var out []string
	if c.Code == "" {
		out = append(out, "code is empty")
	}
	if c.Label.NL == "" || c.Label.EN == "" {
		out = append(out, "label.nl and label.en are obligatory")
	}
	if c.Definition.NL == "" || c.Definition.EN == "" {
		out = append(out, "definition.nl and definition.en are obligatory")
	}
	if c.Parent != "" && v.Code(c.Parent) == nil {
		out = append(out, fmt.Sprintf("parent %q does not exist", c.Parent))
	}
	if c.ValidFrom > 0 && c.ValidTo > 0 && c.ValidTo < c.ValidFrom {
		out = append(out, fmt.Sprintf("valid_to %d lies before valid_from %d", c.ValidTo, c.ValidFrom))
	}
	for _, i := range c.Indicators {
		if i.Pattern == "" {
			out = append(out, "an indicator has no pattern")
		}
		if !slices.Contains([]Status{"", Present, ExplicitlyAbsent, NotMentioned}, i.Status) {
			out = append(out, fmt.Sprintf("indicator %q has status %q", i.Pattern, i.Status))
		}
	}
	for _, e := range c.Examples {
		if e.Text == "" || !slices.Contains([]Status{Present, ExplicitlyAbsent, NotMentioned}, e.Status) {
			out = append(out, fmt.Sprintf("example %q has status %q", e.Text, e.Status))
		}
	}
	return out
}
