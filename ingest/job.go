package ingest

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"os"
	"path"
	"slices"
	"strings"

	"rodedraad/data"
	"rodedraad/ingest/pdf"
	"rodedraad/ingest/pdf/extract"
	"rodedraad/ingest/pdf/ocr"
	"rodedraad/ingest/worker"
)

// The stages of a job behind those of package extract.
const (
	stageLayout = "indelen"
	stageCoding = "coderen"
)

// Job is what a worker is asked to do.
type Job struct {
	Path   []byte // not a string: JSON would mend a file name that is no UTF-8
	Name   string
	Given  Given
	Limits pdf.Limits
	OCR    ocr.Mode
	Audit  int
	Avoid  string // stage to leave out, see extract.Options
}

// Result is what a worker made of a file: a record, sealed and verified, or
// the problem why there is none.
type Result struct {
	DocumentID string
	Record     *data.Record
	Failure    *data.Problem
}

// Layout turns what an engine read into pages and passages.
type Layout func(*pdf.Document) ([]data.Page, []data.Passage)

// Coder adds findings, and the rows they back, to a record that has its
// document, pages and passages.
type Coder func(*data.Record, *pdf.Document) error

// Serve does jobs in a worker process: the command's hidden subcommand calls
// it with standard input and output.
func Serve(ctx context.Context, in io.Reader, out io.Writer, layout Layout, code Coder) error {
	var extractor *extract.Extractor
	defer func() {
		if extractor != nil {
			extractor.Close()
		}
	}()
	return worker.Serve(ctx, in, out, func(ctx context.Context, job Job, announce worker.Announce) Result {
		if extractor == nil {
			extractor = extract.New(job.Limits.Memory / 3)
		}
		return read(ctx, job, announce, extractor, layout, code)
	})
}

// read does one job.
func read(ctx context.Context, job Job, announce worker.Announce,
	extractor *extract.Extractor, layout Layout, code Coder) Result {
	content, err := readFile(string(job.Path), job.Limits.FileSize)
	if err != nil {
		return failed("", problemOf(job.Name, err))
	}
	id := "" // of a file that is too large only the beginning was read
	if int64(len(content)) <= job.Limits.FileSize {
		sum := sha256.Sum256(content)
		id = hex.EncodeToString(sum[:])
	}
	document, problems, err := extractor.Extract(ctx, content, extract.Options{
		Limits: job.Limits, OCR: job.OCR, Audit: job.Audit, Avoid: job.Avoid, Announce: announce,
	})
	if err != nil {
		return failed(id, problemOf(job.Name, err))
	}
	announce(stageLayout, job.Limits.Coding)
	record := &data.Record{Document: data.Document{
		ID: id, FileName: path.Base(job.Name), PageCount: document.PageCount, TextStatus: textStatus(document.Pages),
	}}
	record.Pages, record.Passages = layout(document)
	for _, p := range problems {
		record.Problems = append(record.Problems,
			data.Problem{Stage: "lezen", Page: p.Page, Text: job.Name + ": " + p.Text, Hint: p.Hint})
	}
	announce(stageCoding, job.Limits.Coding)
	if err := finish(record, document, job.Given, code); err != nil {
		return failed(id, data.Problem{Stage: stageCoding, Text: job.Name + ": " + err.Error(),
			Hint: "dit is een fout in het programma; meld haar met het bestand erbij"})
	}
	return Result{DocumentID: id, Record: record}
}

// finish codes, applies the manifest, seals and verifies.
func finish(record *data.Record, document *pdf.Document, given Given, code Coder) error {
	if err := code(record, document); err != nil {
		return err
	}
	apply(record, given)
	record.Seal()
	return record.Verify()
}

func failed(id string, p data.Problem) Result { return Result{DocumentID: id, Failure: &p} }

// readFile reads a file, but never more than one byte beyond the limit: the
// extractor then says that it is too large.
func readFile(name string, limit int64) ([]byte, error) {
	file, err := os.Open(name)
	if err != nil {
		return nil, inputError(name, err)
	}
	defer file.Close()
	info, err := file.Stat()
	if err != nil {
		return nil, inputError(name, err)
	}
	if !info.Mode().IsRegular() {
		return nil, inputError(name, fmt.Errorf("no regular file"))
	}
	content := make([]byte, 0, min(info.Size(), limit)+1)
	for {
		n, err := file.Read(content[len(content):cap(content)])
		content = content[:len(content)+n]
		switch {
		case err == io.EOF, int64(len(content)) > limit:
			return content, nil
		case err != nil:
			return nil, inputError(name, err)
		case len(content) == cap(content): // it grew meanwhile
			content = slices.Grow(content, 64<<10)
		}
	}
}

// textStatus says where the text comes from: an unseen text layer over the
// picture of a page was recognised by somebody, too.
func textStatus(pages []pdf.Page) data.TextStatus {
	typed, recognised := 0, 0
	for _, page := range pages {
		for _, w := range page.Words {
			if page.Engine == ocr.Name || w.Invisible {
				recognised++
			} else {
				typed++
			}
		}
	}
	switch {
	case typed+recognised == 0:
		return data.TextNone
	case recognised*20 < typed:
		return data.TextLayer
	case typed*20 < recognised:
		return data.TextOCR
	}
	return data.TextMixed
}

// apply lets a manifest override what was read, and notes which fields.
func apply(record *data.Record, given Given) {
	document := &record.Document
	var fields []string
	if given.SourceURL != "" {
		document.SourceURL = given.SourceURL
		fields = append(fields, "source_url")
	}
	if given.Title != "" {
		document.Title = given.Title
		fields = append(fields, "title")
	}
	if date, err := parseDate(given.PublicationDate); err == nil && date.Known() {
		document.PublicationDate = date
		fields = append(fields, "publication_date")
	}
	if given.Publisher != "" {
		fields = append(fields, "publisher")
		applyPublisher(record, given.Publisher)
	}
	slices.Sort(fields)
	document.Overrides = strings.Join(fields, ",")
}

// applyPublisher adds an organisation, given by code or name, as the one that
// carried out the inspection.
func applyPublisher(record *data.Record, publisher string) {
	organisations, _ := data.Organisations() // a list that is built in and tested
	for _, o := range organisations {
		names := append([]string{o.Code, o.NameNL, o.NameEN}, o.Aliases...)
		if !slices.ContainsFunc(names, func(name string) bool { return strings.EqualFold(name, publisher) }) {
			continue
		}
		row := data.DocumentOrganisation{Organisation: o.Code, Role: "uitvoerend"}
		if !slices.Contains(record.Organisations, row) {
			record.Organisations = append(record.Organisations, row)
		}
		return
	}
	record.Problems = append(record.Problems, data.Problem{Stage: stageCoding,
		Text: record.Document.FileName + ": uitgever " + publisher + " uit het manifest staat niet in de lijst van organisaties",
		Hint: "gebruik een code uit de lijst, bijvoorbeeld IGJ"})
}
