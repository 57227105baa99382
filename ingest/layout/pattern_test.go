package layout

import (
	"os"
	"slices"
	"strings"
	"testing"
)

// A pattern finds what the plain expression finds: on every line of the
// samples' sources, and on every entry of the tables themselves.
func TestPatternsMissNothing(t *testing.T) {
	var texts []string
	for _, h := range slices.Concat(settled, habits, weak) {
		texts = append(texts, strings.FieldsFunc(h.pattern, func(r rune) bool { return strings.ContainsRune(`|()?^$\`, r) })...)
	}
	names, err := os.ReadDir("../../data/samples/sources")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		content, err := os.ReadFile("../../data/samples/sources/" + name.Name())
		if err != nil {
			t.Fatal(err)
		}
		texts = append(texts, strings.Split(string(content), "\n")...)
	}
	matched := 0
	for _, r := range slices.Concat(settledRules, habitRules, weakRules, rules{{pattern: imprint}, {pattern: preposition}, {pattern: presenting}}) {
		for _, text := range texts {
			for _, text := range []string{text, plain(text)} {
				want := r.pattern.MatchString(text)
				if got := r.pattern.match(text); got != want {
					t.Errorf("%q in %q: %t", r.pattern.String(), text, got)
				}
				if want {
					matched++
				}
			}
		}
	}
	if matched < 1000 {
		t.Errorf("only %d matches compared", matched)
	}
}

func TestNeeds(t *testing.T) {
	for expression, want := range map[string]string{
		`^(bijlagen?|annex)\b`:    "bijlage annex",
		`\bwat (is|was) gebeurd$`: " gebeurd",
		`(?i)ISBN|©`:              "isbn ©",
		`a?b*`:                    "",
		`x|y*`:                    "",
	} {
		if got := strings.Join(compilePattern(expression).needs, " "); got != want {
			t.Errorf("%s: %q, want %q", expression, got, want)
		}
	}
}
