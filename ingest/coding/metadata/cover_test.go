package metadata

import (
	"slices"
	"strings"
	"testing"

	"rodedraad/data"
)

// TestCover says what a cover line tells of who made a report.
func TestCover(t *testing.T) {
	c := newCoder(t)
	tests := []struct{ name, text, kind, authors string }{
		{"a joint programme stands for its members of that year",
			"Onderzoek naar aanleiding van het overlijden van een baby\nSamenwerkend Toezicht Jeugd\nUtrecht, mei 2014\n\nDe inspecties onderzochten het handelen.",
			"inspectierapport", "IGZ ISZW IVENJ IVHO IJZ"},
		{"but for those that took no part",
			"Onderzoek naar aanleiding van het overlijden van een baby\nSamenwerkend Toezicht Jeugd\nUtrecht, mei 2014\n\n" +
				"De inspecties onderzochten het handelen. De Inspectie van het Onderwijs heeft niet aan het onderzoek deelgenomen.",
			"inspectierapport", "IGZ ISZW IVENJ IJZ"},
		{"in whatever words",
			"Onderzoek naar aanleiding van het overlijden van een baby\nSamenwerkend Toezicht Jeugd\nUtrecht, mei 2014\n\n" +
				"De inspecties onderzochten het handelen. De Inspectie van het Onderwijs was niet betrokken.",
			"inspectierapport", "IGZ ISZW IVENJ IJZ"},
		{"a digest says so in its title",
			"Ernstig letsel bij een peuter: samenvatting van het onderzoek\nInspectie Jeugdzorg\nUtrecht, december 2013\n\nDe inspectie onderzocht wat bekend was.",
			"zakelijke_weergave", "IJZ"},
		{"a sentence about the programme makes nobody an author",
			"Reconstructie na een overlijden\nOnderzoekscommissie Vos\nmei 2014\n\nSamenwerkend Toezicht Jeugd ontvangt dit rapport in juni van de gemeente die het liet maken.",
			"onafhankelijk_onderzoek", ""},
		{"a municipality alone on the cover made it, though others were asked",
			"Evaluatie van de hulp aan een gezin\nGemeente Gouda, juni 2018\n\nWij schrijven dit in opdracht van het college. Twee onderzoekers lazen de dossiers.",
			"evaluatie_gemeente", ""},
		{"a bureau that stands beside it did",
			"Reconstructie van de hulp aan een gezin\nBureau Eikenhout\nGemeente Gouda, juni 2018\n\nDit rapport is gemaakt in opdracht van het college.",
			"onafhankelijk_onderzoek", ""},
		{"a word of news in running text is none",
			"Het overlijden van een meisje\nInspectie Jeugdzorg\nUtrecht, november 2010\n\nDe behandelaar wist van een actueel doodsverlangen en de inspectie concludeert dat hij zweeg.",
			"inspectierapport", "IJZ"},
	}
	for _, test := range tests {
		r := code(t, c, test.text)
		if r.Document.Kind != test.kind {
			t.Errorf("%s: kind %s, want %s", test.name, r.Document.Kind, test.kind)
		}
		if got, want := authorCodes(r), strings.Fields(test.authors); !slices.Equal(got, sorted(want)) {
			t.Errorf("%s: authors %v, want %v", test.name, got, want)
		}
	}
}

// TestSubject tells the line that says what a letter is about from a sentence
// that begins with the same word.
func TestSubject(t *testing.T) {
	for text, want := range map[string]bool{
		"Betreft: melding van 3 mei": true, "Onderwerp  uw melding": true, "Betreft Aanbieding rapport": true,
		"onderwerp: een overlijden": true, "onderwerp ter sprake, bij elke": false,
	} {
		f := readFront([]data.Page{{Number: 1, Text: text + "\n"}})
		if _, got := subject(f); got != want {
			t.Errorf("%q is a subject: %t, want %t", text, got, want)
		}
	}
}

func sorted(list []string) []string {
	slices.Sort(list)
	return list
}
