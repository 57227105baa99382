package coding

import (
	"errors"

	"rodedraad/data"
	"rodedraad/ingest/coding/metadata"
	"rodedraad/ingest/coding/prose"
	"rodedraad/ingest/coding/questions"
	"rodedraad/ingest/coding/recommendations"
	"rodedraad/ingest/coding/sectors"
	"rodedraad/ingest/coding/threads"
	"rodedraad/ingest/coding/victims"
	"rodedraad/ingest/pdf"
)

// Coder reads a text and adds what it finds to a record.
type Coder interface {
	Code(t *prose.Text, r *data.Record)
}

// Coding is every coder, made once and used for many documents. It is safe for
// use by one goroutine at a time.
type Coding struct {
	book     *data.Codebook
	metadata *metadata.Coder
	before   []Coder // what the corpus decision needs
	after    []Coder
}

// New makes the coders of a codebook. Errors name the file and pattern that
// cannot be used.
func New(book *data.Codebook) (*Coding, error) {
	c := &Coding{book: book}
	var err error
	if c.metadata, err = metadata.New(book); err != nil {
		return nil, err
	}
	places, err := data.DefaultPlaces()
	if err != nil {
		return nil, err
	}
	add := func(list *[]Coder, coder Coder, err error) error {
		*list = append(*list, coder)
		return err
	}
	v, errV := victims.New(book, places)
	s, errS := sectors.New(book)
	t, errT := threads.New(book)
	q, errQ := questions.New(book)
	r, errR := recommendations.New(book)
	return c, errors.Join(add(&c.before, v, errV), add(&c.after, s, errS), add(&c.after, t, errT),
		add(&c.after, q, errQ), add(&c.after, r, errR))
}

// Code codes a record that has its document, pages and passages. source is
// what the PDF says of itself; nil when stored text is coded anew.
func (c *Coding) Code(r *data.Record, source *pdf.Document) error {
	info := pdf.Info{}
	if source != nil {
		info = source.Info
	}
	r.Document.CodebookVersion = c.book.Version
	t := prose.Read(r.Pages, r.Passages)
	c.metadata.Code(t, r, info)
	for _, coder := range c.before {
		coder.Code(t, r)
	}
	metadata.Decide(t, r)
	for _, coder := range c.after {
		coder.Code(t, r)
	}
	return nil
}
