package content

import (
	"errors"

	"rodedraad/ingest/pdf/precheck"
)

// Limits bound what one document may take. The zero value of a field means its
// default.
type Limits struct {
	precheck.Limits
	Inflated  int64 // bytes of all inflated streams of a document, default 512 MB
	Operators int   // operators on one page, default 20 million
	FormDepth int   // forms inside forms, default 8
	Words     int   // words on one page, default 200,000
}

// ErrLimit is wrapped by every error that says a limit was reached.
var ErrLimit = errors.New("limit reached")

func (l Limits) withDefaults() Limits {
	if l.Stream <= 0 {
		l.Stream = 64 << 20
	}
	if l.Inflated <= 0 {
		l.Inflated = 512 << 20
	}
	if l.Operators <= 0 {
		l.Operators = 20_000_000
	}
	if l.FormDepth <= 0 {
		l.FormDepth = 8
	}
	if l.Words <= 0 {
		l.Words = 200_000
	}
	return l
}
