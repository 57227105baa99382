package ingest

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"slices"
	"sync"
	"time"

	"rodedraad/data"
	"rodedraad/ingest/pdf/extract"
	"rodedraad/ingest/worker"
)

// A batch is stored when it holds so many files or pages, or is so old: what
// is not stored is lost when the power goes.
const (
	batchFiles = 64
	batchPages = 2000
	batchAge   = 10 * time.Second
)

// windowPerWorker is how many files may be ahead of the one that holds up the
// order, for each worker. It bounds the memory that finished records take.
const windowPerWorker = 16

// run is the state of Run.
type run struct {
	Options
	sources  []Source
	reporter Reporter
	pool     *worker.Pool[Job, Result]

	mu    sync.Mutex // guards store
	store Store

	batch   []data.IngestResult
	pages   int // in batch
	flushed time.Time
	done    map[string]bool         // documents stored or found stored in this run
	failed  map[string]data.Problem // documents that could not be read in this run
	broken  bool                    // the store failed: nothing more is put in
	summary Summary
}

// item is a file on its way through the run.
type item struct {
	index  int
	id     string // of the bytes; empty when they could not be read
	skip   bool   // stored already, or the same as an earlier file of this run
	result Result
	err    error // of the run, not of the file
}

func newRun(options Options, sources []Source, store Store, reporter Reporter, pool *worker.Pool[Job, Result]) *run {
	return &run{
		Options: options, sources: sources, store: store, reporter: reporter, pool: pool,
		flushed: time.Now(), done: map[string]bool{}, failed: map[string]data.Problem{},
		summary: Summary{Files: len(sources), Counts: map[data.Outcome]int{}},
	}
}

// do moves every source through three steps that work at the same time: one
// goroutine hashes and decides what needs reading, as many as there are
// workers wait for those, and this one puts results back into order.
func (r *run) do(outer context.Context) error {
	ctx, stop := context.WithCancelCause(outer)
	defer stop(nil)
	workers := r.pool.Workers()
	window := make(chan struct{}, workers*windowPerWorker)
	hashed, finished := make(chan item), make(chan item)
	go r.hash(ctx, window, hashed)
	var readers sync.WaitGroup
	for range workers {
		readers.Go(func() {
			for it := range hashed {
				finished <- r.read(ctx, it)
			}
		})
	}
	go func() { readers.Wait(); close(finished) }()
	r.collect(ctx, stop, window, finished)
	err := context.Cause(ctx)
	if flushErr := r.flush(ctx); flushErr != nil && err == nil {
		err = flushErr
	}
	r.summary.Interrupted = outer.Err() != nil
	return err
}

// hash decides in the order of discovery what needs reading, so that of files
// with the same bytes always the first is read.
func (r *run) hash(ctx context.Context, window chan<- struct{}, hashed chan<- item) {
	defer close(hashed)
	claimed := map[string]bool{}
	for i, source := range r.sources {
		select {
		case window <- struct{}{}:
		case <-ctx.Done():
			return
		}
		it := item{index: i}
		err := source.Err
		if err == nil {
			it.id, err = hashFile(source.Path, r.Limits.FileSize)
		}
		if err != nil {
			it.result = failed(it.id, problemOf(source.Name, err))
		} else {
			it.skip = it.id != "" && (claimed[it.id] || r.stored(it.id, source))
			claimed[it.id] = true
		}
		select {
		case hashed <- it:
		case <-ctx.Done():
			return
		}
	}
}

// stored reports whether the store has a document as this run would make it.
func (r *run) stored(id string, source Source) bool {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.Force || !r.store.HasDocument(id, r.CodebookVersion) {
		return false
	}
	given := source.Given.digest()
	if given == "" {
		return true // a manifest's earlier words stand
	}
	_, manifest, ok := r.store.Known(source.Name)
	return ok && manifest == given
}

// read has an item read by a worker, if it needs to be.
func (r *run) read(ctx context.Context, it item) item {
	if it.skip || it.result.Failure != nil {
		return it
	}
	it.result, it.err = r.readTwice(ctx, r.sources[it.index])
	return it
}

// readTwice has a file read, and once more without the engine that killed the
// worker.
func (r *run) readTwice(ctx context.Context, source Source) (Result, error) {
	job := Job{Path: []byte(source.Path), Name: source.Name, Given: source.Given,
		Limits: r.Limits, OCR: r.OCR, Audit: r.Audit}
	result, err := r.pool.Do(ctx, job)
	var death *worker.Death
	if errors.As(err, &death) && death.Reason != worker.NotStarted {
		switch death.Stage {
		case extract.StageFirst, extract.StageSecond, extract.StageOCR:
			job.Avoid = death.Stage
			result, err = r.pool.Do(ctx, job)
		case "": // it died before it said anything: not the file's fault, perhaps
			result, err = r.pool.Do(ctx, job)
		}
	}
	switch {
	case err == nil:
		return result, nil
	case ctx.Err() != nil: // whatever the worker died of, the file is not to blame
		return Result{}, ctx.Err()
	case errors.As(err, &death) && death.Reason == worker.NotStarted:
		return Result{}, fmt.Errorf("%w: %s", ErrNoWorker, death.Detail)
	case errors.As(err, &death):
		return failed("", problemOf(source.Name, death)), nil
	}
	return Result{}, err
}

// collect puts items into the order of discovery and settles them. After an
// error, or when the run is interrupted, it lets the others end, and settles
// those that are complete.
func (r *run) collect(ctx context.Context, stop context.CancelCauseFunc, window <-chan struct{}, finished <-chan item) {
	waiting := map[int]item{}
	next := 0
	for it := range finished {
		if it.err != nil {
			stop(it.err)
			continue
		}
		waiting[it.index] = it
		for ready, ok := waiting[next]; ok; ready, ok = waiting[next] {
			delete(waiting, next)
			next++
			if err := r.settle(ctx, ready); err != nil {
				stop(err)
			}
			<-window
		}
	}
	for _, i := range slices.Sorted(maps.Keys(waiting)) { // behind the gap that an interruption left
		if err := r.settle(ctx, waiting[i]); err != nil {
			stop(err)
		}
	}
}

// settle gives an item its outcome and puts it into the batch.
func (r *run) settle(ctx context.Context, it item) error {
	if r.broken {
		return nil
	}
	it, err := r.reconsider(ctx, it)
	if err != nil {
		return err
	}
	result := r.outcome(it)
	if result.File.Supersedes != "" {
		// The store then knows all paths that lead to what is superseded.
		if err := r.flush(ctx); err != nil {
			return err
		}
	}
	r.batch = append(r.batch, result)
	if result.Record != nil {
		r.pages += len(result.Record.Pages)
		r.summary.Pages += len(result.Record.Pages)
	}
	r.count(result.File)
	r.reporter.Progress(r.summary.Done, r.summary.Files, result.File.Path)
	full := len(r.batch) >= batchFiles || r.pages >= batchPages
	if full || result.File.Supersedes != "" || time.Since(r.flushed) >= batchAge {
		return r.flush(ctx)
	}
	return nil
}

// reconsider looks again at an item that was not read because its document was
// stored, or about to be: meanwhile its first file may have failed, or the
// document may have gone with the path that led to it.
func (r *run) reconsider(ctx context.Context, it item) (item, error) {
	if !it.skip || r.stillThere(it.id) {
		return it, nil
	}
	it.skip = false
	if problem, ok := r.failed[it.id]; ok {
		it.result = failed(it.id, problem)
		return it, nil
	}
	if err := r.flush(ctx); err != nil {
		return it, err
	}
	it = r.read(ctx, it)
	return it, it.err
}

// stillThere reports whether a document is in the store or in the batch.
func (r *run) stillThere(id string) bool {
	if slices.ContainsFunc(r.batch, func(b data.IngestResult) bool {
		return b.Record != nil && b.Record.Document.ID == id
	}) {
		return true
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.store.HasDocument(id, r.CodebookVersion)
}

// outcome tells what became of a file.
func (r *run) outcome(it item) data.IngestResult {
	source := r.sources[it.index]
	file := data.IngestFile{
		Number: it.index + 1, Path: source.Name, DocumentID: it.id, Manifest: source.Given.digest(),
	}
	r.mu.Lock()
	before, manifest, known := r.store.Known(source.Name)
	r.mu.Unlock()
	if it.result.DocumentID != "" {
		file.DocumentID = it.result.DocumentID // of the bytes that were read, should they have changed
	}
	switch {
	case it.result.Failure != nil:
		file.Outcome, file.Problems = data.Failed, []data.Problem{*it.result.Failure}
		r.failed[file.DocumentID] = *it.result.Failure
		return data.IngestResult{File: file}
	case it.skip || r.done[file.DocumentID]:
		file.Outcome = data.Unchanged
		if file.Manifest == "" && before == file.DocumentID {
			file.Manifest = manifest
		}
		it.result.Record = nil
	case known:
		file.Outcome = data.Replaced
	default:
		file.Outcome = data.Added
	}
	if known && before != file.DocumentID {
		file.Outcome, file.Supersedes = data.Replaced, before
	}
	r.done[file.DocumentID] = true
	if it.result.Record != nil {
		file.Problems = it.result.Record.Problems
	}
	return data.IngestResult{File: file, Record: it.result.Record}
}

func (r *run) count(file data.IngestFile) {
	r.summary.Done++
	r.summary.Counts[file.Outcome]++
	switch {
	case file.Outcome == data.Failed:
		r.summary.Failures = append(r.summary.Failures, file)
	case len(file.Problems) > 0:
		r.summary.Imperfect = append(r.summary.Imperfect, file)
	}
}

// flush stores the batch, also when the run is being interrupted: what is
// complete is not thrown away.
func (r *run) flush(ctx context.Context) error {
	r.flushed = time.Now()
	if len(r.batch) == 0 {
		return nil
	}
	batch := r.batch
	r.batch, r.pages = nil, 0
	r.mu.Lock()
	defer r.mu.Unlock()
	if err := r.store.Put(context.WithoutCancel(ctx), batch); err != nil {
		r.broken = true
		return fmt.Errorf("store %s and %d more: %w", batch[0].File.Path, len(batch)-1, err)
	}
	return nil
}

// hashFile gives the sha256 of a file, or "" when it is larger than the limit:
// the worker will say so, and hashing a terabyte takes an hour.
func hashFile(path string, limit int64) (string, error) {
	file, err := os.Open(path)
	if err != nil {
		return "", inputError(path, err)
	}
	defer file.Close()
	sum := sha256.New()
	n, err := io.Copy(sum, io.LimitReader(file, limit+1))
	switch {
	case err != nil:
		return "", inputError(path, err)
	case n > limit:
		return "", nil
	}
	return hex.EncodeToString(sum.Sum(nil)), nil
}
