package pdf

import (
	"strings"
	"testing"
)

// pageOf makes a page of the words of a text.
func pageOf(text string) Page {
	var p Page
	for _, w := range strings.Fields(text) {
		p.Words = append(p.Words, Word{Text: w, Size: 10})
	}
	return p
}

const dutchProse = `De inspectie heeft onderzocht of de zorg aan het gezin goed was en of de
professionals met elkaar hebben overlegd over wat er aan de hand was. Zij vindt dat de veiligheid
van de kinderen niet steeds voorop stond, omdat iedere organisatie alleen naar de eigen taak keek.
Er was geen plan dat door alle betrokkenen werd gedragen en niemand had de regie over de hulp die
in het gezin werd ingezet. De ouders kregen wel hulp bij hun eigen problemen, maar wat dat voor de
kinderen betekende bleef buiten beeld. Na de zomer is het toezicht van de gemeente aangescherpt.`

// caesar shifts letters, as a font with a wrong map does: printable, no words.
func caesar(text string) string {
	return strings.Map(func(r rune) rune {
		if r >= 'a' && r <= 'z' {
			return 'a' + (r-'a'+3)%26
		}
		return r
	}, text)
}

func TestScore(t *testing.T) {
	tests := []struct{ name, text, reason string }{
		{"prose", dutchProse, ""},
		{"empty", "", ""},
		{"cover", "Leren van calamiteiten 2019", ""},
		{"table of figures", strings.Repeat("2019 14,2 % 331 2020 15,9 % 402 totaal 12.733 ", 20), ""},
		{"list of organisations", strings.Repeat("Veilig Thuis Raad Kinderbescherming GGD Jeugdbescherming ", 20), ""},
		{"table of contents", strings.Repeat("Inleiding .................................... 7 ", 30), ""},
		{"bullets of an unknown font", strings.Repeat("\uFFFD de hulp aan het gezin was niet op tijd begonnen ", 10), ""},
		{"font without a map", strings.Repeat("\uFFFD\uFFFD\uFFFD\uFFFD \uFFFD\uFFFD\uFFFD ", 40), ReasonUnreadable},
		{"some letters without a map", strings.ReplaceAll(dutchProse, "z", "\uE00A"), ReasonUnreadable},
		{"signs for letters", strings.Repeat("!#$% &'()* +,/:; <=>?@ ", 40), ReasonFewLetters},
		{"letters apart", strings.Join(strings.Split(strings.ReplaceAll(dutchProse, " ", ""), ""), " "), ReasonWordLength},
		{"words glued", strings.Repeat("deinspectieheeftonderzochtofdezorg aanhetgezingoedwasenofde ", 50), ReasonWordLength},
		{"shifted alphabet", caesar(dutchProse), ReasonNoLanguage},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			quality, reason := Score(pageOf(tt.text))
			if reason != tt.reason {
				t.Errorf("reason %q, want %q", reason, tt.reason)
			}
			if good := reason == ""; good != (quality == 1) || quality < 0 || quality > 1 {
				t.Errorf("quality %v with reason %q", quality, reason)
			}
		})
	}
}

func TestScoreJoinsGluedWords(t *testing.T) {
	page := Page{}
	for range 200 {
		page.Words = append(page.Words, Word{Text: "jeu"}, Word{Text: "gd", Glued: true})
	}
	if got := tallyOf(page); got.words != 200 || got.wordLetters != 1000 {
		t.Errorf("%d words of %d letters, want 200 of 1000", got.words, got.wordLetters)
	}
}

func TestPlainText(t *testing.T) {
	word := func(text string, x0, x1, y float64) Word { return Word{Text: text, X0: x0, X1: x1, Y: y, Size: 10} }
	glued := word("1", 58, 62, 96)
	glued.Glued, glued.Size = true, 6
	page := Page{Words: []Word{
		word("rode", 10, 30, 100), word("draad", 33, 58, 100), glued, word("loopt", 65, 85, 100),
		word("door", 10, 30, 112), word("kolom", 300, 330, 50), word("terug", 10, 30, 50),
	}}
	const want = "rode draad1 loopt\ndoor\nkolom\nterug"
	if got := PlainText(page); got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}
