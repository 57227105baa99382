package classifier

import (
	"fmt"
	"slices"

	"rodedraad/ingest/coding/match"
	"rodedraad/ingest/coding/prose"
)

// Feature is the hash of one property of a text.
type Feature uint64

// The seeds keep kinds of features apart.
const (
	seedStem uint64 = iota + 1
	seedPair
	seedLetters
	seedConcept
	seedConcepts
	seedContext
)

// Stretches of letters within a word, its ends marked, that are features.
const (
	shortest = 3
	longest  = 5
)

// How far from a concept another one, or a stem, is still near, in tokens.
const (
	conceptReach = 12
	contextReach = 5
)

// The weight of a kind of feature before its rarity counts. Letters overlap,
// so each counts for less. Tried on the training passages, see FIGURES.md.
const (
	weightWord    = 1
	weightLetters = 0.5
	weightConcept = 1
	weightContext = 0.5
)

// Value is a feature and how strongly a sentence has it.
type Value struct {
	Feature Feature
	Weight  float32
}

// Space turns sentences into features.
type Space struct {
	concepts *match.Set
	names    []Feature // of the concepts
}

// NewSpace makes a space for the concept lists of a codebook.
func NewSpace(concepts map[string][]string) (*Space, error) {
	names := make([]string, 0, len(concepts))
	for name := range concepts {
		names = append(names, name)
	}
	slices.Sort(names)
	s := &Space{}
	rules := make([]match.Rule, len(names))
	for i, name := range names {
		rules[i] = match.Rule{ID: i, Pattern: "{" + name + "}", Concepts: concepts}
		s.names = append(s.names, hash(seedConcept, name))
	}
	set, err := match.Compile(rules)
	if err != nil {
		return nil, fmt.Errorf("concepts: %w", err)
	}
	s.concepts = set
	return s, nil
}

func hash(seed uint64, s string) Feature {
	h := seed*0x9E3779B97F4A7C15 ^ 14695981039346656037
	for i := 0; i < len(s); i++ {
		h = (h ^ uint64(s[i])) * 1099511628211
	}
	return mix(h)
}

func join(seed uint64, a, b Feature) Feature {
	return mix((uint64(a)+seed)*0x9E3779B97F4A7C15 ^ uint64(b))
}

func mix(h uint64) Feature {
	h ^= h >> 29
	h *= 0xBF58476D1CE4E5B9
	return Feature(h ^ h>>32)
}

// ofForm appends the features of a word on its own. They depend on nothing but
// its form, so that their sum can be remembered.
func ofForm(t *prose.Token, out []Value) []Value {
	out = append(out, Value{stemOf(t), weightWord})
	if t.Kind == prose.Number {
		return out
	}
	marked := "<" + t.Lower + ">"
	for n := shortest; n <= longest; n++ {
		for i := 0; i+n <= len(marked); i++ {
			out = append(out, Value{hash(seedLetters, marked[i:i+n]), weightLetters})
		}
	}
	return out
}

// stemOf gives the feature of a word's stem; all numbers in digits are one.
func stemOf(t *prose.Token) Feature {
	if t.Kind == prose.Number {
		return hash(seedStem, "#")
	}
	return hash(seedStem, t.Stem)
}

// ofContext appends the features that depend on more than one word: stems in a
// row, and from place single on, each of which counts once, concepts and what
// stands near them.
func (s *Space) ofContext(sentence *prose.Sentence, stems []Feature, out []Value) (list []Value, single int) {
	previous := Feature(0)
	for i := range sentence.Tokens {
		if sentence.Tokens[i].Kind == prose.Mark {
			continue
		}
		out = append(out, Value{join(seedPair, previous, stems[i]), weightWord})
		previous = stems[i]
	}
	single = len(out)
	hits := s.concepts.Find(sentence)
	for i, a := range hits {
		out = append(out, Value{s.names[a.Rule], weightConcept})
		for _, b := range hits[i+1:] {
			if a.Rule != b.Rule && a.First != b.First && near(a, b.First, b.First, conceptReach) {
				out = append(out, Value{join(seedConcepts, s.names[a.Rule], s.names[b.Rule]), weightConcept})
			}
		}
		for j := max(0, a.First-contextReach); j <= min(len(stems)-1, a.Last+contextReach); j++ {
			if (j < a.First || j > a.Last) && sentence.Tokens[j].Kind != prose.Mark {
				out = append(out, Value{join(seedContext, s.names[a.Rule], stems[j]), weightContext})
			}
		}
	}
	return out, single
}

func near(a match.Hit, first, last, reach int) bool {
	return first-a.First <= reach && a.First-last <= reach
}

// once sorts values and leaves one of each feature.
func once(list []Value) []Value {
	slices.SortFunc(list, func(a, b Value) int {
		switch {
		case a.Feature < b.Feature:
			return -1
		case a.Feature > b.Feature:
			return 1
		}
		return 0
	})
	return slices.CompactFunc(list, func(a, b Value) bool { return a.Feature == b.Feature })
}

// Values gives all features of a sentence, for training.
func (s *Space) Values(sentence *prose.Sentence) []Value {
	var out []Value
	stems := make([]Feature, len(sentence.Tokens))
	for i := range sentence.Tokens {
		if t := &sentence.Tokens[i]; t.Kind != prose.Mark {
			out = ofForm(t, out)
			stems[i] = stemOf(t)
		}
	}
	out, single := s.ofContext(sentence, stems, out)
	return out[:single+len(once(out[single:]))]
}
