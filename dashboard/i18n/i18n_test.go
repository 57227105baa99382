package i18n

import (
	"slices"
	"strings"
	"testing"
)

func load(t *testing.T, language string) *Words {
	t.Helper()
	w, err := Load(language)
	if err != nil {
		t.Fatal(err)
	}
	return w
}

func TestLanguagesHaveTheSameKeysAndPlaces(t *testing.T) {
	nl, en := load(t, "nl"), load(t, "en")
	if len(nl.texts) < 100 {
		t.Fatalf("only %d texts", len(nl.texts))
	}
	for _, pair := range [][2]*Words{{nl, en}, {en, nl}} {
		for key, text := range pair[0].texts {
			other, ok := pair[1].texts[key]
			if !ok || other == "" {
				t.Errorf("%s has %s, %s has not", pair[0].Language, key, pair[1].Language)
			}
			if a, b := strings.Count(text, "%s")+10*strings.Count(text, "%d"), strings.Count(other, "%s")+10*strings.Count(other, "%d"); a != b {
				t.Errorf("%s: %q and %q are filled in differently", key, text, other)
			}
		}
	}
}

func TestNumbersAndDates(t *testing.T) {
	nl, en := load(t, "nl"), load(t, "en")
	got := []string{
		nl.Number(119000), en.Number(1234567), nl.Number(999), nl.Number(-1000), nl.Decimal(2.5, 1), en.Decimal(2.5, 1),
		nl.Percent(0.384), en.Percent(0.125), nl.Date("2016-06-08"), en.Date("2016-06"), nl.Date("2016"), nl.Date("2016-13"), nl.Date(""),
	}
	want := []string{
		"119.000", "1,234,567", "999", "-1.000", "2,5", "2.5",
		"38%", "13%", "8 juni 2016", "June 2016", "2016", "2016-13", "",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}
