package ingest

import (
	"context"
	"fmt"
	"strings"
	"sync"
	"time"

	"rodedraad/data"
)

// Texts is a store that gives back what it keeps of documents.
type Texts interface {
	Store
	Documents() []string
	Path(documentID string) string
	Texts(ctx context.Context, documentID string) (*data.Record, error)
}

// recodeBatch is how many documents are in memory at once.
const recodeBatch = 64

// Recode codes every stored document anew from its stored text, without
// reading a PDF. newCoder makes a coder for each of the workers.
func Recode(ctx context.Context, o Options, store Texts, newCoder func() (Coder, error), reporter Reporter) (Summary, error) {
	ids := store.Documents()
	s := Summary{Files: len(ids), Counts: map[data.Outcome]int{}}
	err := store.BeginRun(data.IngestRun{Started: time.Now(), Version: o.Version, CodebookVersion: o.CodebookVersion, Options: "recode"})
	if err != nil {
		return s, fmt.Errorf("begin run: %w", err)
	}
	coders := make([]Coder, max(o.Workers, 1))
	for i := range coders {
		if coders[i], err = newCoder(); err != nil {
			return s, err
		}
	}
	for len(ids) > 0 {
		n := min(recodeBatch, len(ids))
		batch, err := recodeSome(ctx, store, ids[:n], s.Done+1, coders)
		if err != nil {
			return s, err
		}
		if err := store.Put(ctx, batch); err != nil {
			return s, err
		}
		for _, b := range batch {
			s.Done++
			s.Pages += len(b.Record.Pages)
			s.Counts[data.Replaced]++
		}
		reporter.Progress(s.Done, s.Files, batch[n-1].File.Path)
		ids = ids[n:]
	}
	return s, store.EndRun(time.Now())
}

// recodeSome codes a batch with all coders at once; the results keep the order
// of ids, of which the first has number first in the run.
func recodeSome(ctx context.Context, store Texts, ids []string, first int, coders []Coder) ([]data.IngestResult, error) {
	out := make([]data.IngestResult, len(ids))
	for i, id := range ids {
		r, err := store.Texts(ctx, id)
		if err != nil {
			return nil, err
		}
		path := store.Path(id)
		_, manifest, _ := store.Known(path)
		out[i] = data.IngestResult{Record: r, File: data.IngestFile{
			Number: first + i, Path: path, DocumentID: id, Outcome: data.Replaced, Manifest: manifest}}
	}
	errs := make([]error, len(coders))
	var group sync.WaitGroup
	for worker, code := range coders {
		group.Go(func() {
			for i := worker; i < len(out); i += len(coders) {
				if err := again(out[i].Record, code); err != nil && errs[worker] == nil {
					errs[worker] = fmt.Errorf("%s: %w", out[i].File.Path, err)
				}
			}
		})
	}
	group.Wait()
	for _, err := range errs {
		if err != nil {
			return nil, err
		}
	}
	return out, nil
}

// again codes a record whose document still has the metadata of the coding
// before; what a manifest gave stays.
func again(r *data.Record, code Coder) error {
	before := r.Document
	r.Document.Title, r.Document.Kind, r.Document.ReportNumber = "", "", ""
	r.Document.PublicationDate, r.Document.InCorpus, r.Document.CorpusReason = data.Date{}, false, ""
	if err := code(r, nil); err != nil {
		return err
	}
	for field := range strings.SplitSeq(before.Overrides, ",") {
		switch field {
		case "title":
			r.Document.Title = before.Title
		case "publication_date":
			r.Document.PublicationDate = before.PublicationDate
		}
	}
	r.Seal()
	return r.Verify()
}
