package match

import (
	"fmt"

	"rodedraad/data"
	"rodedraad/ingest/coding/prose"
)

// Cues looks for whole concept lists of a variable: words that say what a
// sentence is about, apart from any code. C is a coder's own type of cue, whose
// values are names of concepts.
type Cues[C ~string] struct {
	set   *Set
	names []C
}

// NewCues compiles the concepts of the names given. A concept that the
// codebook lacks is an error that names the file.
func NewCues[C ~string](variable *data.Variable, names []C) (Cues[C], error) {
	var rules []Rule
	for i, name := range names {
		if len(variable.Concepts[string(name)]) == 0 {
			return Cues[C]{}, fmt.Errorf("codebook %s: concept %q is missing", variable.File(), name)
		}
		rules = append(rules, Rule{ID: i, Pattern: "{" + string(name) + "}", Concepts: variable.Concepts})
	}
	set, err := Compile(rules)
	if err != nil {
		return Cues[C]{}, fmt.Errorf("codebook %s: %w", variable.File(), err)
	}
	return Cues[C]{set, names}, nil
}

// In gives where a sentence holds each cue; nil when it holds none.
func (c Cues[C]) In(s *prose.Sentence) map[C][]Hit {
	list := c.set.Find(s)
	if len(list) == 0 {
		return nil
	}
	out := make(map[C][]Hit, len(list))
	for _, h := range list {
		out[c.names[h.Rule]] = append(out[c.names[h.Rule]], h)
	}
	return out
}
