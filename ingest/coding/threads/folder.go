package threads

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io/fs"
	"slices"

	"rodedraad/data"
	"rodedraad/ingest/coding/classifier"
)

// The files of a folder of weights, as training writes them.
const (
	PassagesFile  = "passages.bin.gz"
	DocumentsFile = "documents.json"
)

// NewFrom gives a coder with the weights and decisions of a folder in place of
// those that are built in.
func NewFrom(book *data.Codebook, folder fs.FS) (*Coder, error) {
	variable := book.Variable(data.VarRedThread)
	if variable == nil {
		return nil, fmt.Errorf("threads: the codebook has no variable %q", data.VarRedThread)
	}
	space, err := classifier.NewSpace(variable.Concepts)
	if err != nil {
		return nil, fmt.Errorf("threads: %w", err)
	}
	weights, err := fs.ReadFile(folder, PassagesFile)
	if err != nil {
		return nil, fmt.Errorf("threads: weights: %w", err)
	}
	model, err := classifier.Read(bytes.NewReader(weights), space)
	if err != nil {
		return nil, fmt.Errorf("threads: %s: %w", PassagesFile, err)
	}
	text, err := fs.ReadFile(folder, DocumentsFile)
	if err != nil {
		return nil, fmt.Errorf("threads: decisions: %w", err)
	}
	c, err := NewWith(book, model)
	if err != nil {
		return nil, err
	}
	c.decisions, err = decodeDecisions(text)
	return c, err
}

func decodeDecisions(text []byte) (*Decisions, error) {
	d := &Decisions{}
	decoder := json.NewDecoder(bytes.NewReader(text))
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(d); err != nil {
		return nil, fmt.Errorf("threads: %s: %w", DocumentsFile, err)
	}
	for _, one := range []*Decision{&d.Present, &d.Absent} {
		// Weights of another version of the program weigh other numbers, and
		// would be wrong without a sign of it.
		if !slices.Equal(one.Names, ObservationNames[:]) {
			return nil, fmt.Errorf("threads: %s: weighs %q, this program sees %q; train again", DocumentsFile, one.Names, ObservationNames)
		}
		for i := range one.Scale {
			if one.Scale[i] == 0 {
				one.Scale[i] = 1
			}
		}
	}
	return d, nil
}
