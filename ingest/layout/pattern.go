package layout

import (
	"regexp"
	"regexp/syntax"
	"strings"
)

// pattern is a regular expression that looks for a word it cannot do without
// before it is tried. The tables of habits are long and most lines match none
// of them: searching for words is ten times as fast as trying patterns, which
// took two fifths of the time of layout.
type pattern struct {
	*regexp.Regexp
	needs []string // in lower case; one of them is in all that matches; none: unknown
}

func compilePattern(expression string) pattern {
	p := pattern{Regexp: regexp.MustCompile(expression)}
	if tree, err := syntax.Parse(expression, syntax.Perl); err == nil {
		p.needs = needs(tree.Simplify())
	}
	return p
}

// match reports whether the pattern matches a text.
func (p pattern) match(text string) bool {
	return p.possible(strings.ToLower(text)) && p.MatchString(text)
}

// find gives the place of the first match in a text in lower case, or nil.
func (p pattern) find(lower string) []int {
	if !p.possible(lower) {
		return nil
	}
	return p.FindStringIndex(lower)
}

func (p pattern) possible(lower string) bool {
	for _, word := range p.needs {
		if strings.Contains(lower, word) {
			return true
		}
	}
	return len(p.needs) == 0
}

// needs gives strings of which every match holds at least one, or nothing when
// there are no such strings.
func needs(tree *syntax.Regexp) []string {
	switch tree.Op {
	case syntax.OpLiteral:
		return []string{strings.ToLower(string(tree.Rune))}
	case syntax.OpCapture, syntax.OpPlus:
		return needs(tree.Sub[0])
	case syntax.OpConcat:
		var best []string
		for _, sub := range tree.Sub {
			if found := needs(sub); rarer(found, best) {
				best = found
			}
		}
		return best
	case syntax.OpAlternate:
		var all []string
		for _, sub := range tree.Sub {
			found := needs(sub)
			if len(found) == 0 {
				return nil
			}
			all = append(all, found...)
		}
		return all
	}
	return nil
}

// rarer reports whether strings are likely to be in fewer texts than others:
// the shortest of them is longer.
func rarer(a, b []string) bool {
	if len(a) == 0 || len(b) == 0 {
		return len(a) > 0
	}
	return shortest(a) > shortest(b)
}

func shortest(words []string) int {
	n := len(words[0])
	for _, w := range words {
		n = min(n, len(w))
	}
	return n
}
