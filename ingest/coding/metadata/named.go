package metadata

import (
	"slices"
	"strings"

	"rodedraad/data"
	"rodedraad/ingest/coding/prose"
)

// mention is an organisation named in the text.
type mention struct {
	code  string
	quote data.Evidence
}

// anywhere finds the inspectorates that the whole text names, each once.
func (r *register) anywhere(t *prose.Text) []mention {
	var out []mention
	for i := range t.Sentences {
		s := &t.Sentences[i]
		if s.Section() == data.Contents || !mayNameInspectorate(s) {
			continue
		}
		l := line{Sentence: prose.Sentence{Text: s.Text, Tokens: prose.Tokens(s.Text, 0)}}
		for _, n := range r.find(l) {
			out = appendOnce(out, t, s, n.code, s.Start+n.start, s.Start+n.end)
		}
	}
	return out
}

// mayNameInspectorate keeps the search for names to sentences that can have
// one.
func mayNameInspectorate(s *prose.Sentence) bool {
	return strings.Contains(s.Text, "nspectie") || strings.Contains(s.Text, "NSPECTIE") ||
		strings.Contains(s.Text, "IG") || strings.Contains(s.Text, "IJ") || strings.Contains(s.Text, "IV") || strings.Contains(s.Text, "Iv")
}

func appendOnce(out []mention, t *prose.Text, s *prose.Sentence, code string, start, end int) []mention {
	if slices.ContainsFunc(out, func(m mention) bool { return m.code == code }) {
		return out
	}
	if quote, ok := t.Quote(s.Passage, start, end); ok {
		out = append(out, mention{code, quote})
	}
	return out
}

// reach is how many words behind "gemeenten" its names may stand: "gemeenten,
// zoals Amsterdam, Rotterdam en Zoetermeer".
const reach = 10

// municipalities finds the municipalities that the text calls so. A name
// followed by a question mark is a guess, and not coded.
func municipalities(t *prose.Text, places *data.Places, year int) []mention {
	var out []mention
	for i := range t.Sentences {
		s := &t.Sentences[i]
		if s.Section() == data.Contents || !strings.Contains(s.Text, "emeente") {
			continue
		}
		for k, w := range s.Tokens {
			if w.Lower != "gemeente" && w.Lower != "gemeenten" {
				continue
			}
			for j := k + 1; j < len(s.Tokens) && j <= k+reach; j++ {
				name, n := placeAt(s, j, places, year)
				if n == 0 {
					continue
				}
				if guessed(s, j+n) {
					continue
				}
				out = appendOnce(out, t, s, name.Code, s.Tokens[j].Start, s.Tokens[j+n-1].End)
				j += n - 1
			}
		}
	}
	return out
}

func guessed(s *prose.Sentence, next int) bool {
	return next < len(s.Tokens) && s.Tokens[next].Text == "?"
}

// maxPlaceWords is the longest name of a municipality, in tokens: Land van
// Cuijk, 's-Gravenhage.
const maxPlaceWords = 4

// placeAt reads the municipality whose name begins at a token, the longest
// one.
func placeAt(s *prose.Sentence, at int, places *data.Places, year int) (data.Municipality, int) {
	if text := s.Tokens[at].Text; strings.ToLower(text) == text {
		return data.Municipality{}, 0
	}
	for n := min(maxPlaceWords, len(s.Tokens)-at); n > 0; n-- {
		from, to := s.Tokens[at].Start-s.Start, s.Tokens[at+n-1].End-s.Start
		if m, ok := places.Municipality(s.Text[from:to], year); ok {
			return m, n
		}
	}
	return data.Municipality{}, 0
}
