package victims

import (
	"fmt"
	"strings"
	"testing"

	"rodedraad/data"
	"rodedraad/ingest/coding/prose"
)

// agesOf gives the ages a sentence ties to people, as "96-107", in order.
func agesOf(text string) string {
	t := prose.FromPassage(text, data.Occasion)
	words := testWords()
	var out []string
	for i := range t.Sentences {
		for _, m := range words.nouns.mentions(&t.Sentences[i], ages(&t.Sentences[i], words.nouns)) {
			for _, s := range m.spans {
				out = append(out, fmt.Sprintf("%d-%d", s.lo, s.hi))
			}
		}
	}
	return strings.Join(out, " ")
}

func testWords() *lexicon {
	c, err := defaultCoder()
	if err != nil {
		panic(err)
	}
	return c.words
}

func TestAges(t *testing.T) {
	for text, want := range map[string]string{
		"Een 8-jarig meisje overleed.":                               "96-107",
		"Het driejarige meisje overleed.":                            "36-47",
		"Een zestienjarige overleed.":                                "192-203",
		"Haar 4-jarige zoon overleed.":                               "48-59",
		"Een vier maanden oude baby overleed.":                       "4-4",
		"Het zeven maanden oude jongetje overleed.":                  "7-7",
		"Een baby van drie maanden overleed.":                        "3-3",
		"Een baby van elf weken overleed.":                           "2-2",
		"Een kind van negen dagen overleed.":                         "0-0",
		"Een jongetje van anderhalf jaar overleed.":                  "18-18",
		"Een baby van enkele uren oud overleed.":                     "0-0",
		"Hij doodde zijn twee zoons, van zeven en tien jaar, thuis.": "84-95 120-131",
		"De minderjarige S., destijds acht maanden oud, overleed.":   "8-8",
		"Een jongen van zeventien, kort voor zijn achttiende.":       "204-215",
		"Een jongetje van drieënhalf overleed.":                      "42-42",
		"Een meisje van bijna vier overleed.":                        "45-47",
		"Een jongen van net achttien overleed.":                      "216-218",
		"Een meisje van twee jaar en vier maanden overleed.":         "28-28",
		"Peuter C. overleed op 3-jarige leeftijd.":                   "36-47",
		"Het kind was amper drie jaar oud.":                          "36-38",
		"Het kind was vier maanden oud.":                             "4-4",
		"Het meisje was acht.":                                       "96-107",
		"De jongen, destijds tien jaar, overleed.":                   "120-131",
		"Een jongen (15) en een meisje (9 maanden) overleden.":       "180-191 9-9",
		"Haar dochter (v, 5) overleed.":                              "60-71",
		"Twee kinderen van 2 en 4 jaar overleden.":                   "24-35 48-59",
		"De kinderen waren 9, 7 en 1 jaar oud.":                      "108-119 84-95 12-23",
		"Kinderen in de leeftijd van 8 tot 12 jaar.":                 "96-155",
		"Vijf kinderen tussen de 4 en 12 jaar raakten gewond.":       "48-155",
		"Een kleuter van vier en een kind van zes leefden.":          "48-59 72-83",
		"Een 2 jarige overleed.":                                     "24-35",
		"Een jongen van ongeveer 15 jaar overleed.":                  "168-203",
		"Een meisje, 14 jaar, overleed.":                             "168-179",
		"Een jongen van één jaar overleed.":                          "12-23",
		"Een baby van een half jaar overleed.":                       "6-6",
		"De jongen, die elf jaar was, overleed.":                     "132-143",
		"Een 36-jarige vrouw overleed.":                              "432-443",
		"De jongere bereikte de leeftijd van 15 jaar en 11 maanden.": "191-191",
		"Een vijftienjarige jeugdige, een meisje, overleed.":         "180-191",
	} {
		if got := agesOf(text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

func TestNoAges(t *testing.T) {
	for _, text := range []string{
		"Het vijfjarig bestaan van de instelling is gevierd.",
		"Na drie maanden stopte de hulp aan het kind.",
		"Binnen vier weken is het kind gezien.",
		"Het meisje wachtte twee jaar op hulp.",
		"Een jongen van zes pond werd geboren.",
		"De moeder vergat acht van de elf afspraken.",
		"Het kind was twee jaar geleden verhuisd.",
		"Het kind is in 2007 geboren.",
		"Een gezin van vier personen woonde daar.",
		"Zie bladzijde 45 over het kind.",
	} {
		if got := agesOf(text); got != "" {
			t.Errorf("%q: %q, want none", text, got)
		}
	}
}

func TestAgeAtTheEventWins(t *testing.T) {
	r := codePassage(t, "De jongen, inmiddels 15 jaar, werd destijds op 13-jarige leeftijd ernstig gewond op 3 mei 2014.", data.Occasion)
	if len(r.Calamities) != 1 || len(r.Calamities[0].Victims) != 1 || *r.Calamities[0].Victims[0].AgeMonthsMin != 156 {
		t.Errorf("got %+v", r.Calamities)
	}
}
