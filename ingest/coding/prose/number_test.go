package prose

import (
	"testing"

	"rodedraad/data"
)

func TestParseNumber(t *testing.T) {
	for word, want := range map[string]float64{
		"een": 1, "twee": 2, "twaalf": 12, "eenentwintig": 21, "tweeendertig": 32, "achtenzeventig": 78,
		"honderd": 100, "honderdtwintig": 120, "honderdenvijf": 105, "driehonderdvijftig": 350,
		"negentienhonderd": 1900, "duizend": 1000, "tweeduizend": 2000, "vierduizendtwaalf": 4012,
		"anderhalf": 1.5, "tweeenhalf": 2.5, "8": 8, "119.000": 119000, "1.234.567": 1234567, "2,5": 2.5, "0": 0,
		"2016": 2016, "three": 3,
	} {
		if got, ok := ParseNumber(word); !ok || got != want {
			t.Errorf("ParseNumber(%q) = %v, %v; want %v", word, got, ok, want)
		}
	}
	for _, word := range []string{"", "4.1.8", "3.2", "kind", "eenheid", "achter", "vieren", "tweeling", "drang", "0.12",
		"8-jarige", "geen", "beide", "1,", "en", "enhonderd"} {
		if got, ok := ParseNumber(word); ok {
			t.Errorf("ParseNumber(%q) = %v; want none", word, got)
		}
	}
}

func TestParseOrdinal(t *testing.T) {
	for word, want := range map[string]float64{
		"eerste": 1, "derde": 3, "achtste": 8, "dertiende": 13, "achttiende": 18, "eenentwintigste": 21,
		"3e": 3, "12de": 12, "1ste": 1,
	} {
		if got, ok := ParseOrdinal(word); !ok || got != want {
			t.Errorf("ParseOrdinal(%q) = %v, %v; want %v", word, got, ok, want)
		}
	}
	for _, word := range []string{"de", "ste", "aarde", "beste", "waarde", "tweee", "einde"} {
		if got, ok := ParseOrdinal(word); ok {
			t.Errorf("ParseOrdinal(%q) = %v; want none", word, got)
		}
	}
}

func TestNumbersOfASentence(t *testing.T) {
	s := sentence("Van de één miljoen kinderen zijn er 119.000, ruim drie per klas, een derde thuis.")
	want := []float64{1e6, 119000, 3, 1, 3}
	got := s.Numbers()
	if len(got) != len(want) {
		t.Fatalf("%d numbers, want %d: %v", len(got), len(want), got)
	}
	for i, n := range got {
		if n.Value != want[i] {
			t.Errorf("number %d is %v, want %v", i, n.Value, want[i])
		}
	}
	if got[0].Article || !got[3].Article || !got[4].Ordinal {
		t.Errorf("article or ordinal is wrong: %+v", got)
	}
}

func sentence(text string) *Sentence {
	t := FromPassage(text, data.Occasion)
	return &t.Sentences[0]
}

func FuzzNumbers(f *testing.F) {
	f.Add("Twee kinderen van 2,5 en 119.000 jaar, eenentwintig duizend")
	f.Add("12345678901234567890 miljoen 9e 0,")
	f.Fuzz(func(t *testing.T, text string) {
		for _, s := range FromPassage(text, data.Occasion).Sentences {
			last := s.Start
			for _, n := range s.Numbers() {
				if n.Value < 0 || n.Value >= maxNumber {
					t.Fatalf("%q: value %v out of bounds", text, n.Value)
				}
				if n.Start < last || n.End <= n.Start || n.End > s.End {
					t.Fatalf("%q: number stands at %d to %d", text, n.Start, n.End)
				}
				last = n.End
			}
		}
	})
}
