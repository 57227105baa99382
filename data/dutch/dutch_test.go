package dutch_test

import (
	"strings"
	"testing"

	"rodedraad/data/dutch"
)

func TestVariantsMeet(t *testing.T) {
	for _, words := range [][]string{
		{"suïcide", "Suicide", "SUÏCIDE"},
		{"kindcheck", "Kindchecks"},
		{"opschaal", "opschalen"},
		{"veiligheid", "veiligheden"},
		{"foto’s", "foto's"},
		{"jeugd‑ggz", "jeugd-ggz"},
	} {
		want := dutch.Stem(dutch.Fold(words[0]))
		for _, w := range words[1:] {
			if got := dutch.Stem(dutch.Fold(w)); got != want {
				t.Errorf("%s gives %q, %s gives %q", words[0], want, w, got)
			}
		}
	}
	if a, b := dutch.Stem("regie"), dutch.Stem("regen"); a == b {
		t.Errorf("regie and regen are both %q", a)
	}
}

func TestWords(t *testing.T) {
	const text = "De 8-jarige, uit de jeugd-ggz (119.000 kinderen): foto's. 'Nee.'"
	var got []string
	for _, w := range dutch.Words(text) {
		got = append(got, text[w[0]:w[1]])
	}
	want := "De|8-jarige|uit|de|jeugd-ggz|119.000|kinderen|foto's|Nee"
	if strings.Join(got, "|") != want {
		t.Errorf("got %q", got)
	}
}

func FuzzWords(f *testing.F) {
	f.Add("een kind, \xff van 8")
	f.Fuzz(func(t *testing.T, text string) {
		last := 0
		for _, w := range dutch.Words(text) {
			if w[0] < last || w[1] <= w[0] || w[1] > len(text) {
				t.Fatalf("span %v after byte %d of %q", w, last, text)
			}
			last = w[1]
			dutch.Stem(dutch.Fold(text[w[0]:w[1]]))
		}
	})
}
