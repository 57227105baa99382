package extract

import (
	"bytes"
	"context"
	"errors"
	"io"

	"rodedraad/ingest/pdf"
	"rodedraad/ingest/pdf/content"
	"rodedraad/ingest/pdf/precheck"
)

// first is engine 1 with a document open.
type first struct{ *content.Reader }

// opening is how engine 1 opens a file.
type opening func(io.ReaderAt, int64, content.Limits) (*content.Reader, error)

func openFirst(open opening, data []byte, limits pdf.Limits) (*first, error) {
	reader, err := open(bytes.NewReader(data), int64(len(data)), content.Limits{
		Limits:    precheck.Limits{FileSize: limits.FileSize, Stream: limits.Stream},
		Inflated:  limits.Inflated,
		Operators: limits.Operators,
		FormDepth: limits.FormDepth,
	})
	if err != nil {
		return nil, err
	}
	return &first{reader}, nil
}

// document gives what is known of the document before its pages are read.
func (f *first) document() *pdf.Document {
	return &pdf.Document{
		PageCount: f.NumPage(), Info: f.Info(), Outline: f.Outline(),
		Encrypted: f.Encrypted(), Tagged: f.Tagged(),
	}
}

// page reads a page while there is time.
func (f *first) page(ctx context.Context, n int) (pdf.Page, error) {
	if err := ctx.Err(); err != nil {
		return pdf.Page{}, err
	}
	return f.Page(ctx, n)
}

// whyNot says in Dutch why engine 1 does not read a file or a page.
func whyNot(err error) string {
	var refusal *precheck.Refusal
	switch {
	case errors.As(err, &refusal):
		return refusal.Reason.Dutch()
	case errors.Is(err, context.DeadlineExceeded):
		return "motor 1 deed er te lang over"
	case errors.Is(err, content.ErrLimit):
		return "een grens is bereikt: " + brief(err)
	}
	return brief(err)
}
