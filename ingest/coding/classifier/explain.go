package classifier

import (
	"slices"

	"rodedraad/ingest/coding/prose"
)

// Word is a word of a sentence and how much it speaks for an output.
type Word struct {
	Token  int // place in Sentence.Tokens
	Weight float32
}

// Explain gives the words of a sentence that speak most for an output, the
// strongest first, at most so many. What a word says together with its
// neighbours is counted half for each.
func (s *Scorer) Explain(sentence *prose.Sentence, output, most int) []Word {
	m := s.model
	var words []Word
	previous, before := -1, Feature(0)
	for i := range sentence.Tokens {
		t := &sentence.Tokens[i]
		if t.Kind == prose.Mark {
			continue
		}
		known := s.word(t)
		w := Word{Token: i, Weight: known.sum.Scores[output]}
		if previous >= 0 {
			both := m.one(Value{join(seedPair, before, known.stem), weightWord}, output) / 2
			words[len(words)-1].Weight += both
			w.Weight += both
		}
		words = append(words, w)
		previous, before = i, known.stem
	}
	words = slices.DeleteFunc(words, func(w Word) bool { return w.Weight <= 0 || len(sentence.Tokens[w.Token].Text) < 3 })
	slices.SortStableFunc(words, func(a, b Word) int {
		switch {
		case a.Weight > b.Weight:
			return -1
		case a.Weight < b.Weight:
			return 1
		}
		return 0
	})
	return words[:min(most, len(words))]
}

// one gives what a feature adds to an output.
func (m *Model) one(v Value, output int) float32 {
	row := m.rows.row(v.Feature)
	if row < 0 {
		return 0
	}
	return v.Weight * m.rarity[row] * float32(int8(m.weights[int(row)*len(m.Outputs)+output]))
}
