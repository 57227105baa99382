package search

import (
	"regexp"
	"testing"

	"pgregory.net/rapid"

	"rodedraad/data"
	"rodedraad/data/dutch"
)

// check fails when a word is not found by the pattern of its own stem: the
// search would then miss a passage without saying so.
func check(t interface{ Errorf(string, ...any) }, word string) {
	folded := dutch.Fold(word)
	stem := stemOf(folded)
	if p := stemPattern(stem); !regexp.MustCompile(p).MatchString(folded) {
		t.Errorf("%q has stem %q, whose pattern %q does not find it", folded, stem, p)
	}
}

func TestPatternFindsEveryWordOfTheCodebook(t *testing.T) {
	book, err := data.DefaultCodebook()
	if err != nil {
		t.Fatal(err)
	}
	words := 0
	for _, v := range book.Variables {
		for _, c := range v.Codes {
			text := c.Label.NL + " " + c.Definition.NL
			for _, e := range c.Examples {
				text += " " + e.Text
			}
			for _, w := range dutch.Words(text) {
				check(t, text[w[0]:w[1]])
				words++
			}
		}
	}
	if words < 1000 {
		t.Errorf("only %d words were checked", words)
	}
}

func TestPatternFindsMadeUpWords(t *testing.T) {
	syllable := rapid.SampledFrom([]string{"aa", "ee", "oo", "uu", "ie", "e", "i", "o", "ij", "y", "ë", "k", "tt", "st", "b", "l", "m", "n", "s", "v"})
	ending := rapid.SampledFrom([]string{"", "heid", "heden", "en", "ene", "lijk", "baar", "bar", "ing", "end", "ig", "e", "s", "'s", "-ggz"})
	rapid.Check(t, func(r *rapid.T) {
		word := ""
		for _, s := range rapid.SliceOfN(syllable, 1, 6).Draw(r, "syllables") {
			word += s
		}
		check(r, word+ending.Draw(r, "first")+ending.Draw(r, "second"))
	})
}
