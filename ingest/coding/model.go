package coding

import (
	"io/fs"

	"rodedraad/data"
	"rodedraad/ingest/coding/threads"
)

// NewWithModel makes the coders of a codebook with the weights of a folder for
// red threads and themes, in place of those that are built in.
func NewWithModel(book *data.Codebook, model fs.FS) (*Coding, error) {
	c, err := New(book)
	if err != nil {
		return nil, err
	}
	trained, err := threads.NewFrom(book, model)
	if err != nil {
		return nil, err
	}
	for i, coder := range c.after {
		if _, ok := coder.(*threads.Coder); ok {
			c.after[i] = trained
		}
	}
	return c, nil
}
