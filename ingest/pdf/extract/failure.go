package extract

import (
	"errors"

	"rodedraad/ingest/pdf"
)

// The kinds of failure a caller may want to tell apart; a file that asks for a
// password is pdfium.ErrPassword.
var (
	ErrEmpty    = errors.New("empty file")
	ErrTooLarge = errors.New("file is larger than the limit")
	ErrNotPDF   = errors.New("not a PDF file")
	ErrNoPages  = errors.New("no readable pages")
)

// Failure says why a document cannot be read, and what a person can do.
type Failure struct {
	Problem pdf.Problem
	Err     error
}

// Error gives the technical cause.
func (f *Failure) Error() string { return f.Err.Error() }

// Unwrap gives the cause.
func (f *Failure) Unwrap() error { return f.Err }

func fail(err error, text, hint string) error {
	return &Failure{pdf.Problem{Text: text, Hint: hint}, err}
}
