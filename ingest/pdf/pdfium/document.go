package pdfium

import (
	"errors"
	"fmt"
	"strings"

	gopdfium "github.com/klippa-app/go-pdfium"
	pdfiumerrors "github.com/klippa-app/go-pdfium/errors"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"

	"rodedraad/ingest/pdf"
)

// Document is a PDF that PDFium has open.
type Document struct {
	engine   *Engine
	data     []byte
	instance gopdfium.Pdfium
	ref      references.FPDF_DOCUMENT
	pages    int
	fonts    map[string]style
}

// Open opens a file's bytes, with the empty password where it is encrypted.
// Errors: ErrPassword, ErrFormat, or what went wrong inside PDFium. The bytes
// must not change while the document is open.
func (e *Engine) Open(data []byte) (*Document, error) {
	d := &Document{engine: e, data: data, fonts: map[string]style{}}
	if err := d.open(); err != nil {
		return nil, err
	}
	return d, nil
}

func (d *Document) open() error {
	instance, err := d.engine.instance()
	if err != nil {
		return err
	}
	empty := ""
	opened, err := instance.OpenDocument(&requests.OpenDocument{File: &d.data, Password: &empty})
	if err != nil {
		instance.Close()
		return openError(err)
	}
	d.instance, d.ref = instance, opened.Document
	count, err := instance.FPDF_GetPageCount(&requests.FPDF_GetPageCount{Document: d.ref})
	if err != nil {
		d.Close()
		return fmt.Errorf("count pages: %w", err)
	}
	d.pages = count.PageCount
	return nil
}

func openError(err error) error {
	switch {
	case errors.Is(err, pdfiumerrors.ErrPassword), errors.Is(err, pdfiumerrors.ErrSecurity):
		return ErrPassword
	case errors.Is(err, pdfiumerrors.ErrFormat), errors.Is(err, pdfiumerrors.ErrFile):
		return ErrFormat
	}
	return fmt.Errorf("open with pdfium: %w", err)
}

// Close gives the sandbox and its memory back.
func (d *Document) Close() error {
	if d.instance == nil {
		return nil
	}
	err := d.instance.Close()
	d.instance = nil
	return err
}

// reopen replaces the sandbox after a trap, whose memory cannot be trusted.
func (d *Document) reopen() error {
	d.Close()
	return d.open()
}

// NumPage is the number of pages that PDFium could count.
func (d *Document) NumPage() int { return d.pages }

// Encrypted reports whether the file is encrypted.
func (d *Document) Encrypted() bool {
	got, err := d.instance.FPDF_GetSecurityHandlerRevision(
		&requests.FPDF_GetSecurityHandlerRevision{Document: d.ref})
	return err == nil && got.SecurityHandlerRevision > 0
}

// Tagged reports whether the file says that it is a tagged PDF.
func (d *Document) Tagged() bool {
	got, err := d.instance.FPDFCatalog_IsTagged(&requests.FPDFCatalog_IsTagged{Document: d.ref})
	return err == nil && got.IsTagged
}

// Info reads the document information.
func (d *Document) Info() pdf.Info {
	info := pdf.Info{
		Title:    d.meta("Title"),
		Author:   d.meta("Author"),
		Subject:  d.meta("Subject"),
		Creator:  d.meta("Creator"),
		Producer: d.meta("Producer"),
		Created:  isoDate(d.meta("CreationDate")),
		Modified: isoDate(d.meta("ModDate")),
	}
	if got, err := d.instance.FPDFCatalog_GetLanguage(
		&requests.FPDFCatalog_GetLanguage{Document: d.ref}); err == nil {
		info.Language = clean(got.Language)
	}
	return info
}

func (d *Document) meta(tag string) string {
	got, err := d.instance.FPDF_GetMetaText(&requests.FPDF_GetMetaText{Document: d.ref, Tag: tag})
	if err != nil {
		return ""
	}
	return clean(got.Value)
}

// label is the printed label of a page, or "".
func (d *Document) label(index int) string {
	got, err := d.instance.FPDF_GetPageLabel(&requests.FPDF_GetPageLabel{Document: d.ref, Page: index})
	if err != nil {
		return ""
	}
	return clean(got.Label)
}

// clean makes one line of valid text of what a file calls a string.
func clean(s string) string {
	s = strings.ToValidUTF8(strings.ReplaceAll(s, "\x00", ""), "\uFFFD")
	return strings.Join(strings.Fields(s), " ")
}

// isoDate turns D:20160606120000+02'00' into 2016-06-06, and anything that is
// not a date into "".
func isoDate(s string) string {
	s = strings.TrimPrefix(strings.TrimSpace(s), "D:")
	if len(s) < 8 || strings.Trim(s[:8], "0123456789") != "" {
		return ""
	}
	year, month, day := s[:4], s[4:6], s[6:8]
	if year < "1980" || month < "01" || month > "12" || day < "01" || day > "31" {
		return ""
	}
	return year + "-" + month + "-" + day
}
