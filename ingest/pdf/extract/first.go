package extract

import (
	"errors"

	"rodedraad/ingest/pdf"
)

type firstReader interface {
	NumPage() int
	Page(number int) (pdf.Page, error)
	document() *pdf.Document
}

func openFirst(data []byte, limits pdf.Limits) (firstReader, error) {
	return nil, errors.New("motor 1 ontbreekt")
}

func whyNot(err error) string { return brief(err) }

func score(page pdf.Page) (float64, string) { return 1, "" }
