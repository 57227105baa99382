package classifier

import (
	"math"
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
	weights []byte // int8, len(Outputs) for each row
	space   *Space
	coded   []bool // by output: whether it is of a code, not of findings or praise at large

	mu   sync.Mutex
	free []*Scorer // used again, with the words they remember
}

// word is what a word says on its own. It is always the same, so nothing
// depends on what is remembered.
type word struct {
	sum  Sum
	stem Feature
}

// Sum is what a sentence adds to the scores of the windows it is in.
type Sum struct {
	Scores []float32
	Square float32 // of the length of its features
}

// Scorer scores sentences of one document after another. It remembers words
// over documents; only one goroutine may use it at a time.
type Scorer struct {
	model *Model
	words []*word // by number in the vocabulary
	buf   []Value
	stems []Feature
	seen  []uint32 // by row: the round in which it was last counted
	round uint32
}

// Scorer gives a scorer that nobody else uses; [Scorer.Close] gives it back.
func (m *Model) Scorer() *Scorer {
	m.mu.Lock()
	defer m.mu.Unlock()
	if n := len(m.free); n > 0 {
		s := m.free[n-1]
		m.free = m.free[:n-1]
		return s
	}
	return &Scorer{model: m, seen: make([]uint32, len(m.rarity))}
}

// Close gives a scorer back for the next document.
func (s *Scorer) Close() {
	s.model.mu.Lock()
	defer s.model.mu.Unlock()
	s.model.free = append(s.model.free, s)
}

// Sentence sums the weights of a sentence's features.
func (s *Scorer) Sentence(sentence *prose.Sentence) Sum {
	out := Sum{Scores: make([]float32, len(s.model.Outputs))}
	s.stems = s.stems[:0]
	for i := range sentence.Tokens {
		t := &sentence.Tokens[i]
		if t.Kind == prose.Mark {
			s.stems = append(s.stems, 0)
			continue
		}
		w := s.word(t)
		out.Add(w.sum)
		s.stems = append(s.stems, w.stem)
	}
	if !s.promising(out) {
		return out
	}
	var single int
	s.buf, single = s.model.space.ofContext(sentence, s.stems, s.buf[:0])
	s.model.add(s.buf[:single], &out)
	s.addOnce(s.buf[single:], &out)
	return out
}

// hopeless is the log odds by words alone below which what stands beside what
// is not looked at. Of the sample reports' sentences four in ten lie below it,
// and of those one in a thousand would have come near a finding.
const hopeless = -6

// promising reports whether the words of a sentence speak for any output.
func (s *Scorer) promising(sum Sum) bool {
	m := s.model
	by := float32(1 / math.Sqrt(max(float64(sum.Square), least)))
	for i, x := range sum.Scores {
		if m.Scale[i]*x*by+m.Bias[i] > hopeless && m.coded[i] {
			return true
		}
	}
	return false
}

// word gives what a word says, remembered where the vocabulary numbers it.
func (s *Scorer) word(t *prose.Token) *word {
	if int(t.Word) >= len(s.words) {
		s.words = append(s.words, make([]*word, max(int(t.Word)+1, min(2*len(s.words), prose.VocabularySize+1))-len(s.words))...)
	}
	if known := s.words[t.Word]; t.Word > 0 && known != nil {
		return known
	}
	w := &word{sum: Sum{Scores: make([]float32, len(s.model.Outputs))}, stem: stemOf(t)}
	s.buf = ofForm(t, s.buf[:0])
	s.model.add(s.buf, &w.sum)
	s.words[t.Word] = w
	return w
}

// add adds the weights of features, each times its own weight and rarity. What
// the model does not know counts for nothing.
func (m *Model) add(values []Value, sum *Sum) {
	for _, v := range values {
		if row := m.rows.row(v.Feature); row >= 0 {
			m.addRow(row, v.Weight, sum)
		}
	}
}

// addOnce is add for features of which each counts once.
func (s *Scorer) addOnce(values []Value, sum *Sum) {
	s.round++
	for _, v := range values {
		row := s.model.rows.row(v.Feature)
		if row >= 0 && s.seen[row] != s.round {
			s.seen[row] = s.round
			s.model.addRow(row, v.Weight, sum)
		}
	}
}

func (m *Model) addRow(row int32, weight float32, sum *Sum) {
	x := weight * m.rarity[row]
	sum.Square += x * x
	n := len(m.Outputs)
	weights := m.weights[int(row)*n:][:n]
	scores := sum.Scores[:n]
	for len(weights) >= 4 && len(scores) >= 4 {
		scores[0] += x * float32(int8(weights[0]))
		scores[1] += x * float32(int8(weights[1]))
		scores[2] += x * float32(int8(weights[2]))
		scores[3] += x * float32(int8(weights[3]))
		weights, scores = weights[4:], scores[4:]
	}
	for i, w := range weights {
		scores[i] += x * float32(int8(w))
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
