package sectors

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode"

	"rodedraad/data"
	"rodedraad/ingest/coding/match"
	"rodedraad/ingest/coding/prose"
)

// Lexicon knows the names of the sectors: every indicator of the codebook's
// variable sector, compiled once.
type Lexicon struct {
	set   *match.Set
	names []name
}

// name is one indicator.
type name struct {
	code     string // empty for a decoy: it looks like a sector and is none
	weight   float64
	pattern  string
	capitals bool // the text must have the pattern's capitals
}

// Mention is a place in a sentence where a sector is named.
type Mention struct {
	Code        string
	Pattern     string
	Weight      float64 // 1, or less for a word that names the sector only together with others
	First, Last int     // places in Sentence.Tokens
	Start, End  int     // bytes of the passage's text
}

// NewLexicon compiles the names of the sectors.
func NewLexicon(book *data.Codebook) (*Lexicon, error) {
	variable := book.Variable(data.VarSector)
	if variable == nil {
		return nil, fmt.Errorf("sectors: the codebook has no variable %q", data.VarSector)
	}
	l := &Lexicon{}
	var rules []match.Rule
	for _, c := range variable.Codes {
		for _, i := range c.Indicators {
			n := name{code: c.Code, weight: i.Weight, pattern: i.Pattern}
			if n.weight == 0 {
				n.weight = 1
			}
			if i.Status == data.NotMentioned {
				n.code = ""
			}
			n.capitals = strings.IndexFunc(i.Pattern, unicode.IsUpper) >= 0
			rules = append(rules, match.Rule{ID: len(l.names), Pattern: i.Pattern, Concepts: variable.Concepts})
			l.names = append(l.names, n)
		}
	}
	set, err := match.Compile(rules)
	if err != nil {
		return nil, fmt.Errorf("codebook %s: %w", variable.File(), err)
	}
	l.set = set
	return l, nil
}

// Mentions gives the places where a sentence names a sector, from left to
// right. Where names overlap the longest counts, so that "Raad van State" is
// not the Raad and "jeugd-ggz" not the ggz.
func (l *Lexicon) Mentions(s *prose.Sentence) []Mention {
	hits := slices.DeleteFunc(l.set.Find(s), func(h match.Hit) bool { return !l.fits(s, h) })
	slices.SortStableFunc(hits, func(a, b match.Hit) int {
		return cmp.Or(
			cmp.Compare(b.Last-b.First, a.Last-a.First),
			cmp.Compare(a.First, b.First),
			// Of two names for the same words the fuller pattern counts:
			// politierechter, not politie*; of two alike, the decoy.
			cmp.Compare(len(l.names[b.Rule].pattern), len(l.names[a.Rule].pattern)),
			cmp.Compare(len(l.names[a.Rule].code), len(l.names[b.Rule].code)),
			cmp.Compare(l.names[b.Rule].weight, l.names[a.Rule].weight),
		)
	})
	taken := make([]bool, len(s.Tokens))
	var out []Mention
	for _, h := range hits {
		if slices.Contains(taken[h.First:h.Last+1], true) {
			continue
		}
		for i := h.First; i <= h.Last; i++ {
			taken[i] = true
		}
		if n := l.names[h.Rule]; n.code != "" {
			out = append(out, Mention{n.code, n.pattern, n.weight, h.First, h.Last, h.Start, h.End})
		}
	}
	slices.SortFunc(out, func(a, b Mention) int { return cmp.Compare(a.Start, b.Start) })
	return out
}

// fits checks what the pattern language leaves out: capitals, and punctuation
// that ends a name.
func (l *Lexicon) fits(s *prose.Sentence, h match.Hit) bool {
	n := l.names[h.Rule]
	for i := h.First; i < h.Last; i++ {
		if t := s.Tokens[i]; t.Kind == prose.Mark && strings.ContainsAny(t.Text, ",;:.()") {
			return false
		}
	}
	if !n.capitals {
		return true
	}
	if !sameCapitals(n.pattern, s.Tokens[h.First].Text) {
		return false
	}
	return n.pattern != "Raad" || childProtectionBoard(s, h.First)
}

// sameCapitals reports whether every capital of the pattern is one in the text.
func sameCapitals(pattern, text string) bool {
	t := []rune(text)
	for i, r := range []rune(pattern) {
		if unicode.IsUpper(r) && (i >= len(t) || !unicode.IsUpper(t[i])) {
			return false
		}
	}
	return true
}

// municipal are words that say that "de Raad" is the council of a municipality.
var municipal = map[string]bool{
	"motie": true, "college": true, "wethouder": true, "gemeenteraad": true, "raadslid": true, "raadsleden": true,
	"fractie": true, "fracties": true, "griffier": true, "burgemeester": true, "raadsvergadering": true, "raadsbrief": true,
}

// childProtectionBoard decides for a bare "Raad" whether it is the Raad voor de
// Kinderbescherming.
func childProtectionBoard(s *prose.Sentence, at int) bool {
	if at+1 < len(s.Tokens) && (s.Tokens[at+1].Lower == "van" && at+2 < len(s.Tokens) && strings.ToLower(s.Tokens[at+2].Text) != s.Tokens[at+2].Text) {
		return false
	}
	for _, t := range s.Tokens {
		if municipal[t.Lower] {
			return false
		}
	}
	return true
}
