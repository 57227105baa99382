package classifier

import (
	"bytes"
	"fmt"

	"rodedraad/data"
	"rodedraad/data/model"
)

// Default gives the model that is built in, with the concepts of the codebook.
func Default(book *data.Codebook) (*Model, error) {
	variable := book.Variable(data.VarRedThread)
	if variable == nil {
		return nil, fmt.Errorf("classifier: the codebook has no variable %q", data.VarRedThread)
	}
	space, err := NewSpace(variable.Concepts)
	if err != nil {
		return nil, fmt.Errorf("classifier: %w", err)
	}
	return Read(bytes.NewReader(model.Passages), space)
}
