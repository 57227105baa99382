package classifier

import (
	"math"
	"strings"
	"sync"

	"rodedraad/ingest/coding/prose"
)

// Model holds the weights. They do not change after they were read; a model may
// be used by many goroutines, each with a [Scorer] of its own.
type Model struct {
	Outputs []string // what each score is for: "T05 aanwezig"
	Scale   []float32
	Bias    []float32
	rows    table
	keys    []Feature // by row
	rarity  []float32
	weights []int8 // len(Outputs) for each row
	space   *Space
	known   vocabulary
}

// vocabulary remembers the sums of words over documents, up to a number that
// keeps it at some megabytes. A word's sum is always the same, so nothing
// depends on what is remembered.
type vocabulary struct {
	mu    sync.RWMutex
	words map[string]Sum
}

const vocabularySize = 1 << 14

func (v *vocabulary) get(word string) (Sum, bool) {
	v.mu.RLock()
	defer v.mu.RUnlock()
	s, ok := v.words[word]
	return s, ok
}

func (v *vocabulary) put(word string, s Sum) {
	v.mu.Lock()
	defer v.mu.Unlock()
	if v.words == nil {
		v.words = map[string]Sum{}
	}
	if len(v.words) < vocabularySize {
		v.words[strings.Clone(word)] = s
	}
}

// Sum is what a sentence adds to the scores of the windows it is in.
type Sum struct {
	Scores []float32
	Square float32 // of the length of its features
}

// Scorer scores sentences. It remembers the words of the document at hand.
type Scorer struct {
	model *Model
	words map[string]Sum
	buf   []Value
}

// Scorer makes a scorer for one document.
func (m *Model) Scorer() *Scorer {
	return &Scorer{model: m, words: map[string]Sum{}}
}

// Sentence sums the weights of a sentence's features.
func (s *Scorer) Sentence(sentence *prose.Sentence) Sum {
	out := Sum{Scores: make([]float32, len(s.model.Outputs))}
	for i := range sentence.Tokens {
		t := &sentence.Tokens[i]
		if t.Kind == prose.Mark {
			continue
		}
		out.Add(s.word(t))
	}
	s.buf = s.model.space.ofContext(sentence, stemsOf(sentence), s.buf[:0])
	s.model.add(s.buf, &out)
	return out
}

func (s *Scorer) word(t *prose.Token) Sum {
	key := t.Lower
	if t.Kind == prose.Number {
		key = "#"
	}
	if known, ok := s.words[key]; ok {
		return known
	}
	sum, ok := s.model.known.get(key)
	if !ok {
		s.buf = ofForm(t, s.buf[:0])
		sum = Sum{Scores: make([]float32, len(s.model.Outputs))}
		s.model.add(s.buf, &sum)
		s.model.known.put(key, sum)
	}
	s.words[key] = sum
	return sum
}

// add adds the weights of features, each times its own weight and rarity. What
// the model does not know counts for nothing.
func (m *Model) add(values []Value, sum *Sum) {
	n := len(m.Outputs)
	for _, v := range values {
		row := m.rows.row(v.Feature)
		if row < 0 {
			continue
		}
		x := v.Weight * m.rarity[row]
		sum.Square += x * x
		scores := sum.Scores[:n]
		for i, w := range m.weights[int(row)*n : int(row)*n+n] {
			scores[i] += x * float32(w)
		}
	}
}

// Add adds the sums of another sentence.
func (s *Sum) Add(other Sum) {
	for i, x := range other.Scores {
		s.Scores[i] += x
	}
	s.Square += other.Square
}

// LogOdds gives the calibrated score of an output for a window of sentences.
func (m *Model) LogOdds(sums []Sum, output int) float64 {
	score, square := 0.0, 0.0
	for _, s := range sums {
		score += float64(s.Scores[output])
		square += float64(s.Square)
	}
	return float64(m.Scale[output])*score/math.Sqrt(max(square, least)) + float64(m.Bias[output])
}

// AllLogOdds gives the calibrated scores of all outputs for a window.
func (m *Model) AllLogOdds(sums []Sum, out []float32) {
	square := float32(0)
	clear(out)
	for _, s := range sums {
		square += s.Square
		for i, x := range s.Scores {
			out[i] += x
		}
	}
	by := float32(1 / math.Sqrt(max(float64(square), least)))
	for i := range out {
		out[i] = m.Scale[i]*out[i]*by + m.Bias[i]
	}
}

// least is the square of the length that a window has at least. A very short
// sentence says little, and dividing by its own length would make it shout; the
// value is that of some twenty words.
const least = 4000

// Output gives the place of an output, or -1.
func (m *Model) Output(name string) int {
	for i, o := range m.Outputs {
		if o == name {
			return i
		}
	}
	return -1
}
