package extract

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"rodedraad/ingest/pdf"
	"rodedraad/ingest/pdf/ocr"
	"rodedraad/ingest/pdf/pdfium"
)

// The stages of reading, as announced.
const (
	StageFirst  = "lezen"
	StageSecond = "lezen met pdfium"
	StageOCR    = "tekstherkenning"
)

// Options say how to read. The zero value reads with the default limits,
// audits nothing and recognises text where it can.
type Options struct {
	Limits pdf.Limits
	OCR    ocr.Mode
	// Audit reads one of so many pages with both engines, in documents for
	// which PDFium was started anyway; 0 reads none.
	Audit int
	// Avoid is a stage to leave out, because a worker died in it.
	Avoid string
	// Announce is told which stage begins and how long it may take.
	Announce func(stage string, limit time.Duration)
}

func (o Options) withDefaults() Options {
	if o.Limits == (pdf.Limits{}) {
		o.Limits = pdf.DefaultLimits()
	}
	if o.OCR == "" {
		o.OCR = ocr.Auto
	}
	if o.Announce == nil {
		o.Announce = func(string, time.Duration) {}
	}
	return o
}

// Extractor holds what is costly to start: PDFium, and the knowledge whether
// there is a tesseract. It is for one goroutine.
type Extractor struct {
	pdfium    *pdfium.Engine
	tesseract *ocr.Tesseract
	searched  bool // for tesseract
}

// New makes an extractor whose PDFium may use so many bytes of memory.
func New(memory int64) *Extractor { return &Extractor{pdfium: pdfium.New(memory)} }

// Close ends what was started.
func (x *Extractor) Close() error { return x.pdfium.Close() }

// reading is the state of reading one document.
type reading struct {
	*Extractor
	Options
	data     []byte
	document *pdf.Document
	second   *pdfium.Document // nil until it is needed
	noSecond error            // why there is no second engine
	problems []pdf.Problem
}

// Extract reads a document from a file's bytes. What goes wrong on a page is a
// problem; the error, a *Failure, says that there is nothing to show at all.
func (x *Extractor) Extract(ctx context.Context, data []byte, options Options) (*pdf.Document, []pdf.Problem, error) {
	r := &reading{Extractor: x, Options: options.withDefaults(), data: data}
	defer r.close()
	if err := check(data, r.Limits); err != nil {
		return nil, nil, err
	}
	bad := r.readFirst(ctx)
	if err := r.readSecond(ctx, bad); err != nil {
		return nil, r.problems, err
	}
	r.audit(ctx)
	r.recognise(ctx)
	if err := ctx.Err(); err != nil {
		return nil, r.problems, err
	}
	if err := r.verdict(); err != nil {
		return nil, r.problems, err
	}
	return r.document, r.problems, nil
}

func (r *reading) close() {
	if r.second != nil {
		r.second.Close()
	}
}

// check looks at what needs no engine.
func check(data []byte, limits pdf.Limits) error {
	switch {
	case len(data) == 0:
		return fail(ErrEmpty, "het bestand is leeg", "haal het bestand opnieuw op")
	case int64(len(data)) > limits.FileSize:
		return fail(ErrTooLarge, "het bestand is groter dan de grens van "+size(limits.FileSize),
			"verhoog de grens voor de bestandsgrootte, of maak het bestand kleiner")
	case !HasMagic(data):
		return fail(ErrNotPDF, "het bestand is geen PDF: het begint niet met %PDF-",
			"controleer of het ophalen een PDF gaf, en geen foutpagina")
	}
	return nil
}

func size(bytes int64) string {
	if bytes < 1<<20 {
		return fmt.Sprintf("%d bytes", bytes)
	}
	return fmt.Sprintf("%d MB", bytes>>20)
}

// HasMagic reports whether a PDF begins within the first kilobyte, where
// readers look for it.
func HasMagic(data []byte) bool {
	return bytes.Contains(data[:min(len(data), 1024)], []byte("%PDF-"))
}

// verdict fails a document of which no page could be read.
func (r *reading) verdict() error {
	if r.document == nil || len(r.document.Pages) == 0 {
		return fail(errors.Join(ErrNoPages, r.noSecond), "het bestand bevat geen leesbare bladzijden",
			"open het in een PDF-lezer en bewaar het opnieuw, of vraag de uitgever om een gaaf exemplaar")
	}
	read, words := 0, 0
	for _, page := range r.document.Pages {
		if page.Engine != "" {
			read++
		}
		words += len(page.Words)
	}
	if read > 0 {
		if words == 0 && len(r.problems) == 0 {
			r.problem(0, "controleer of het origineel tekst bevat; zo ja, bewaar het opnieuw vanuit een PDF-lezer",
				"het bestand bevat geen tekst")
		}
		return nil
	}
	return fail(errors.Join(ErrNoPages, r.noSecond), "geen enkele bladzijde kon worden gelezen: "+r.firstProblem(),
		"open het in een PDF-lezer en bewaar het opnieuw, of vraag de uitgever om een gaaf exemplaar")
}

func (r *reading) firstProblem() string {
	if len(r.problems) == 0 {
		return "onbekend waarom"
	}
	return strings.TrimSpace(r.problems[0].Text)
}

func (r *reading) problem(page int, hint, format string, args ...any) {
	r.problems = append(r.problems, pdf.Problem{Page: page, Text: fmt.Sprintf(format, args...), Hint: hint})
}
