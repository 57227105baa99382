package prose

import (
	"slices"
	"strings"
	"testing"

	"rodedraad/data"
)

func TestSplit(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Een zin. En nog een.", "Een zin.|En nog een."},
		{"Peuter C. was drie. Zij sliep.", "Peuter C. was drie.|Zij sliep."},
		{"Zie blz. 45 en art. 4.1.8 van de wet. Daarna niets.", "Zie blz. 45 en art. 4.1.8 van de wet.|Daarna niets."},
		{"Dat kostte ca. 3.200 euro. Veel dus.", "Dat kostte ca. 3.200 euro.|Veel dus."},
		{"Wie let op? Niemand! Dat bleek.", "Wie let op?|Niemand!|Dat bleek."},
		{"Zij zei: 'Ik kon niet meer.' Daarna ging zij weg.", "Zij zei: 'Ik kon niet meer.'|Daarna ging zij weg."},
		{"3. De gemeente maakt afspraken.", "3. De gemeente maakt afspraken."},
		{"Het was 's nachts. 's Ochtends belde zij.", "Het was 's nachts.|'s Ochtends belde zij."},
		{"De GI c.q. de Raad, d.w.z. de keten.", "De GI c.q. de Raad, d.w.z. de keten."},
		{"In sept. 2015 en op 3 okt. 2016. In dec. De rest.", "In sept. 2015 en op 3 okt. 2016.|In dec.|De rest."},
		{"  ", ""},
	} {
		var got []string
		for _, span := range Split(c.text) {
			got = append(got, c.text[span[0]:span[1]])
		}
		if strings.Join(got, "|") != c.want {
			t.Errorf("%q: got %q", c.text, got)
		}
	}
}

func TestTokens(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"De 8-jarige, in de jeugd-ggz.", "de|8-jarige|,|in|de|jeugd-ggz|."},
		{"Foto’s van 119.000 euro", "foto's|van|119.000|euro"},
		{"Suïcide: 'nooit'", "suicide|:|'|nooit|'"},
		{"(SEH)", "(|seh|)"},
	} {
		var got []string
		for _, token := range Tokens(c.text, 0) {
			got = append(got, token.Lower)
		}
		if strings.Join(got, "|") != c.want {
			t.Errorf("%q: got %q", c.text, got)
		}
	}
}

// What a document remembers of a word does not change where the word stands.
func TestReadGivesTheTokensOfEachSentence(t *testing.T) {
	text := FromPassage("De regie ontbrak. Regie was er niet, en de regie dus ook niet.", data.Findings)
	for _, s := range text.Sentences {
		if want := Tokens(s.Text, s.Start); !slices.Equal(s.Tokens, want) {
			t.Errorf("%q: got %v, want %v", s.Text, s.Tokens, want)
		}
	}
}

func TestQuoteAroundKeepsTheFocus(t *testing.T) {
	long := strings.Repeat("woord ", 40) + "kern " + strings.Repeat("rest ", 40) + "einde."
	text := FromPassage(long, data.Findings)
	at := strings.Index(long, "kern")
	e, ok := text.QuoteAround(&text.Sentences[0], at, at+4)
	if !ok || !strings.Contains(e.Quote, "kern") || len(strings.Fields(e.Quote)) > data.MaxQuoteWords {
		t.Errorf("got %q", e.Quote)
	}
	if text.Pages[0].Text[e.Start:e.End] != e.Quote {
		t.Errorf("%q does not stand at %d", e.Quote, e.Start)
	}
}

func FuzzRead(f *testing.F) {
	f.Add("Peuter C. was drie. ‘Niemand keek.’ 3.2 Regie")
	f.Add("a\u00adb — “x”. \u0301 ")
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 500 {
			return
		}
		doc := FromPassage(text, data.Findings)
		end := 0
		for i := range doc.Sentences {
			s := &doc.Sentences[i]
			if s.Start < end || s.Passage.Text[s.Start:s.End] != s.Text {
				t.Fatalf("sentence %q at %d", s.Text, s.Start)
			}
			end = s.End
			for _, token := range s.Tokens {
				if s.Passage.Text[token.Start:token.End] != token.Text {
					t.Fatalf("token %q at %d", token.Text, token.Start)
				}
			}
			e, ok := doc.QuoteAround(s, s.Start, s.Start)
			if ok && doc.Pages[0].Text[e.Start:e.End] != e.Quote {
				t.Fatalf("quote %q at %d", e.Quote, e.Start)
			}
		}
	})
}
