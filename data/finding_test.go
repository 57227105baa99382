package data

import "testing"

func TestReadable(t *testing.T) {
	for quote, want := range map[string]string{
		"het ge‐\nsprek met moeder":  "het gesprek met moeder",
		"de be-\n  trokken partijen": "de betrokken partijen",
		"begin-\nen einddatum":       "begin- en einddatum",
		"de GGD-\nPortaal":           "de GGD- Portaal",
		"de jeugd-\nen opvoedhulp":   "de jeugd- en opvoedhulp",
		"2015-\n2016":                "2015- 2016",
		"twee\nregels":               "twee regels",
		"jeugd-ggz op één regel":     "jeugd-ggz op één regel",
	} {
		if got := Readable(quote); got != want {
			t.Errorf("%q: got %q, want %q", quote, got, want)
		}
	}
}
