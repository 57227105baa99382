package ingest

import (
	"context"
	"fmt"
	"os/exec"
	"time"

	"rodedraad/data"
	"rodedraad/ingest/pdf"
	"rodedraad/ingest/pdf/ocr"
	"rodedraad/ingest/worker"
)

// Options say what to ingest and how. The zero value of a field means its
// default, where it has one.
type Options struct {
	Paths           []string   // files, folders, manifests
	Base            string     // folder that stored paths are relative to; default the current one
	Workers         int        // default one for each processor
	Limits          pdf.Limits // default pdf.DefaultLimits
	OCR             ocr.Mode   // default ocr.Auto
	Audit           int        // one of so many pages through both engines, where PDFium was needed anyway; 0 none
	Force           bool       // read files again that are stored already
	Version         string     // of the program
	CodebookVersion string
	Command         func() *exec.Cmd // starts a worker; default this program's "worker"
}

// DefaultAudit is the audit rate where nobody asks for another: 1 page in 20,
// some 1 ms a page on average, and only in documents that gave cause.
const DefaultAudit = 20

func (o Options) withDefaults() Options {
	if o.Limits == (pdf.Limits{}) {
		o.Limits = pdf.DefaultLimits()
	}
	if o.OCR == "" {
		o.OCR = ocr.Auto
	}
	if o.Base == "" {
		o.Base = "."
	}
	return o
}

// String tells a reader of the store what the run was asked.
func (o Options) String() string {
	return fmt.Sprintf("ocr=%s audit=%d force=%t", o.OCR, o.Audit, o.Force)
}

// Store keeps records and what happened to files. Run calls one method at a
// time.
type Store interface {
	// Known gives the document stored under a path, and the digest of what a
	// manifest said of it.
	Known(path string) (documentID, manifest string, ok bool)
	HasDocument(documentID, codebookVersion string) bool
	BeginRun(data.IngestRun) error
	// Put stores a batch, whole or not at all.
	Put(context.Context, []data.IngestResult) error
	EndRun(time.Time) error
}

// Reporter is told how far a run is.
type Reporter interface {
	Progress(done, total int, name string)
}

// Summary is what a run did.
type Summary struct {
	Files, Done int
	Pages       int // of documents added or replaced
	Counts      map[data.Outcome]int
	Failures    []data.IngestFile // in the order of discovery
	Imperfect   []data.IngestFile // stored, with problems
	Interrupted bool
}

// Run ingests. The errors are an *InputError, before anything is stored; the
// store's; ErrNoWorker; or the context's, after what was complete is stored.
// The summary is right in every case.
func Run(ctx context.Context, options Options, store Store, reporter Reporter) (Summary, error) {
	options = options.withDefaults()
	sources, err := Discover(options.Paths, options.Base)
	if err != nil {
		return Summary{}, err
	}
	err = store.BeginRun(data.IngestRun{
		Started: time.Now(), Version: options.Version,
		CodebookVersion: options.CodebookVersion, Options: options.String(),
	})
	if err != nil {
		return Summary{}, fmt.Errorf("begin run: %w", err)
	}
	pool := worker.NewPool[Job, Result](worker.Options{
		Workers: options.Workers, Command: options.Command, Memory: options.Limits.Memory,
	})
	defer pool.Close()
	r := newRun(options, sources, store, reporter, pool)
	err = r.do(ctx)
	if err == nil {
		err = store.EndRun(time.Now())
	}
	return r.summary, err
}
