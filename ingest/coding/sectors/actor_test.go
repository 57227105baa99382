package sectors

import (
	"slices"
	"testing"

	"rodedraad/data"
)

// TestCalledIn says when a sector that others turn to took part: when it acts,
// and is told of more than once.
func TestCalledIn(t *testing.T) {
	c := newCoder(t)
	tests := []struct {
		text string
		want []string
	}{
		{"De politie bezocht het gezin in maart. De wijkagent sprak in april met de vader.", []string{"+politie"}},
		{"De school wilde de politie bellen. Er is niet met de politie gesproken.", []string{"+onderwijs", "~politie"}},
		{"De Raad voor de Kinderbescherming deed onderzoek naar het gezin.", []string{"+rvdk"}},
		{"Een verzoek aan de Raad voor de Kinderbescherming lag klaar.", []string{"~rvdk"}},
		{"Een besluit van de kinderrechter kwam in mei. De kinderrechter verlengde de maatregel.", []string{"+rechtspraak"}},
	}
	for _, test := range tests {
		if got := code(t, c, test.text, data.Facts); !slices.Equal(got, test.want) {
			t.Errorf("%s: got %v, want %v", test.text, got, test.want)
		}
	}
}

// TestSharedWords says whose a word is that several sectors have.
func TestSharedWords(t *testing.T) {
	c := newCoder(t)
	tests := []struct {
		text string
		want []string
	}{
		{"De gezinsbegeleider kwam wekelijks. Haar mentor op de groep ging weg.", []string{"+jeugdhulp"}},
		{"De gezinsbegeleider kwam wekelijks. Haar mentor belde de school op.", []string{"+jeugdhulp", "+onderwijs"}},
		{"De leidster van het kinderdagverblijf zag een plek.", []string{"+kinderopvang"}},
	}
	for _, test := range tests {
		if got := code(t, c, test.text, data.Facts); !slices.Equal(got, test.want) {
			t.Errorf("%s: got %v, want %v", test.text, got, test.want)
		}
	}
}
