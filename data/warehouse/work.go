package warehouse

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"time"

	"rodedraad/data"
)

// workSuffix names the file that is being written, beside the published one.
const workSuffix = ".werk"

// Work is a warehouse that is being written. It is not safe for concurrent
// use: one writer stores what many workers read.
type Work struct {
	*handle
	Resumed bool // it goes on from a run that was interrupted

	path, file string
	run        int
	documents  map[string]string    // document → codebook version, as stored
	paths      map[string]knownFile // last good outcome per path
}

type knownFile struct{ document, manifest string }

// OpenWork opens the warehouse at path for writing: the work that an
// interrupted run left behind, or else a copy of the published file, or else a
// new one.
func OpenWork(ctx context.Context, path string, book *data.Codebook, limits Limits) (*Work, error) {
	w := &Work{path: path, file: path + workSuffix}
	published, err := generation(path, true, limits)
	if err != nil && !errors.Is(err, ErrMissing) {
		return nil, err
	}
	left, err := generation(w.file, false, limits)
	if errors.Is(err, ErrLocked) {
		return nil, err
	}
	w.Resumed = err == nil && left == published+1
	if !w.Resumed {
		if err := w.begin(published > 0); err != nil {
			return nil, err
		}
	}
	if w.handle, err = connect(w.file, false, limits.Memory, limits.Threads); err != nil {
		return nil, err
	}
	if err := w.prepare(ctx, book, published); err != nil {
		w.Close()
		return nil, fmt.Errorf("%s: %w", w.file, err)
	}
	return w, nil
}

// generation reads which edition of the warehouse a file holds. The published
// one is opened beside other readers; a work file that a killed process left is
// opened for writing, so that its log is replayed.
func generation(path string, readOnly bool, limits Limits) (int, error) {
	if _, err := os.Stat(path); errors.Is(err, os.ErrNotExist) {
		return 0, fmt.Errorf("%s: %w", path, ErrMissing)
	}
	h, err := connect(path, readOnly, limits.Memory, limits.Threads)
	if err != nil {
		return 0, err
	}
	defer h.Close()
	if err := h.isWarehouse(); err != nil {
		return 0, fmt.Errorf("%s: %w", path, err)
	}
	var n int
	err = h.QueryRow("SELECT generation FROM warehouse").Scan(&n)
	return n, err
}

// begin makes the work file: a copy of the published one, whole or not at all,
// or nothing, for the engine to create.
func (w *Work) begin(published bool) error {
	for _, leftover := range []string{w.file, w.file + ".wal"} {
		if err := os.Remove(leftover); err != nil && !errors.Is(err, os.ErrNotExist) {
			return err
		}
	}
	if !published {
		return nil
	}
	return copyFile(w.path, w.file)
}

func copyFile(from, to string) (err error) {
	in, err := os.Open(from)
	if err != nil {
		return err
	}
	defer in.Close()
	half := to + ".kopie"
	out, err := os.Create(half)
	if err != nil {
		return err
	}
	_, err = io.Copy(out, in)
	err = errors.Join(err, out.Sync(), out.Close())
	if err != nil {
		return errors.Join(err, os.Remove(half))
	}
	return os.Rename(half, to)
}

func (w *Work) prepare(ctx context.Context, book *data.Codebook, published int) error {
	var tables int
	if err := w.QueryRowContext(ctx, "SELECT count(*) FROM duckdb_tables() WHERE table_name = 'warehouse'").Scan(&tables); err != nil {
		return err
	}
	if tables == 0 {
		if err := w.create(ctx, book); err != nil {
			return err
		}
	} else {
		if _, err := w.ExecContext(ctx, "UPDATE warehouse SET generation = ?", published+1); err != nil {
			return err
		}
		if err := w.fillLists(ctx, book); err != nil {
			return err
		}
	}
	if err := w.dropDamaged(ctx); err != nil {
		return err
	}
	return w.load(ctx)
}

// dropDamaged removes documents that have not all the rows that the ledger
// says, so that this run reads them again.
func (w *Work) dropDamaged(ctx context.Context) error {
	rows, err := w.QueryContext(ctx, damagedQuery)
	if err != nil {
		return err
	}
	defer rows.Close()
	var ids []string
	for rows.Next() {
		var id string
		if err := rows.Scan(&id); err != nil {
			return err
		}
		ids = append(ids, id)
	}
	if err := rows.Err(); err != nil {
		return err
	}
	return w.remove(ctx, ids)
}

// load reads what is stored already: which documents, under which paths.
func (w *Work) load(ctx context.Context) error {
	w.documents, w.paths = map[string]string{}, map[string]knownFile{}
	if err := w.scan(ctx, "SELECT document_id, codebook_version, '' FROM document", func(a, b, _ string) {
		w.documents[a] = b
	}); err != nil {
		return err
	}
	return w.scan(ctx, `SELECT path, document_id, coalesce(manifest, '') FROM ingest_file
		WHERE outcome <> 'mislukt' AND document_id IS NOT NULL ORDER BY run, number`, func(a, b, c string) {
		w.paths[a] = knownFile{b, c}
	})
}

func (w *Work) scan(ctx context.Context, query string, each func(a, b, c string), args ...any) error {
	rows, err := w.QueryContext(ctx, query, args...)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var a, b, c string
		if err := rows.Scan(&a, &b, &c); err != nil {
			return err
		}
		each(a, b, c)
	}
	return rows.Err()
}

// Known gives the document that stands under a path, and the digest of what a
// manifest said of it.
func (w *Work) Known(path string) (document, manifest string, ok bool) {
	k, ok := w.paths[path]
	if ok && w.documents[k.document] == "" {
		return "", "", false
	}
	return k.document, k.manifest, ok
}

// HasDocument reports whether a document is stored, coded with a version of
// the codebook.
func (w *Work) HasDocument(id, codebookVersion string) bool {
	return w.documents[id] != "" && w.documents[id] == codebookVersion
}

// BeginRun notes that a run starts.
func (w *Work) BeginRun(run data.IngestRun) error {
	if err := w.QueryRow("SELECT coalesce(max(run), 0) + 1 FROM ingest_run").Scan(&w.run); err != nil {
		return err
	}
	_, err := w.Exec("INSERT INTO ingest_run VALUES (?, ?, NULL, ?, ?, ?)",
		w.run, run.Started.UTC(), run.Version, run.CodebookVersion, run.Options)
	return err
}

// Put stores a batch of files: its documents whole, or nothing of the batch. What
// persons coded about a document stays when it is coded anew.
func (w *Work) Put(ctx context.Context, batch []data.IngestResult) error {
	if err := w.keepReviewed(ctx, batch); err != nil {
		return err
	}
	if err := w.remove(ctx, w.outdated(batch)); err != nil {
		return err
	}
	err := w.transaction(ctx, func(a *appenders) error {
		for _, b := range batch {
			if err := a.file(w.run, b.File); err != nil {
				return err
			}
			if b.Record == nil || w.documents[b.Record.Document.ID] != "" {
				continue
			}
			if err := a.record(b.Record); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return err
	}
	for _, b := range batch {
		w.remember(b)
	}
	return nil
}

func (w *Work) remember(b data.IngestResult) {
	if b.Record != nil {
		w.documents[b.Record.Document.ID] = b.Record.Document.CodebookVersion
	}
	if b.File.Outcome != data.Failed && b.File.DocumentID != "" {
		w.paths[b.File.Path] = knownFile{b.File.DocumentID, b.File.Manifest}
	}
}

// outdated lists the stored documents that a batch replaces: the same document
// coded anew, and documents to which no path leads any more.
func (w *Work) outdated(batch []data.IngestResult) []string {
	var ids []string
	moved := map[string]string{}
	for _, b := range batch {
		if b.Record != nil && w.documents[b.Record.Document.ID] != "" {
			ids = append(ids, b.Record.Document.ID)
		}
		if b.File.Supersedes != "" {
			moved[b.File.Path] = b.File.Supersedes
		}
	}
	for _, old := range moved {
		if w.documents[old] != "" && !w.pathTo(old, moved) {
			ids = append(ids, old)
		}
	}
	return ids
}

func (w *Work) pathTo(document string, moved map[string]string) bool {
	for path, k := range w.paths {
		if k.document == document && moved[path] != document {
			return true
		}
	}
	return false
}

// remove deletes documents in a transaction of its own: the engine cannot
// delete and append the same rows in one.
func (w *Work) remove(ctx context.Context, ids []string) error {
	if len(ids) == 0 {
		return nil
	}
	err := w.transaction(ctx, func(a *appenders) error {
		for _, id := range ids {
			for _, table := range documentTables {
				if err := a.exec("DELETE FROM "+table+" WHERE document_id = ?", id); err != nil {
					return err
				}
			}
		}
		return nil
	})
	for _, id := range ids {
		delete(w.documents, id)
	}
	return err
}

func (a *appenders) file(run int, f data.IngestFile) error {
	if err := a.row("ingest_file", int32(run), int32(f.Number), f.Path, text(f.DocumentID), string(f.Outcome), text(f.Manifest)); err != nil {
		return err
	}
	for _, p := range f.Problems {
		var page any
		if p.Page > 0 {
			page = int32(p.Page)
		}
		if err := a.row("ingest_problem", int32(run), f.Path, page, p.Stage, p.Text, text(p.Hint)); err != nil {
			return err
		}
	}
	return nil
}

// EndRun notes when a run ended. An interrupted run has no end.
func (w *Work) EndRun(at time.Time) error {
	_, err := w.Exec("UPDATE ingest_run SET finished = ? WHERE run = ?", at.UTC(), w.run)
	return err
}

// Publish rebuilds the counted calamities, verifies what was written, and
// renames the work file over the published one. The work is closed, published
// or not.
func (w *Work) Publish(ctx context.Context, link Linker) error {
	if err := w.rebuild(ctx, link); err != nil {
		return errors.Join(err, w.Close())
	}
	if _, err := w.ExecContext(ctx, "CHECKPOINT"); err != nil {
		return errors.Join(err, w.Close())
	}
	if err := w.Close(); err != nil {
		return err
	}
	if err := w.verify(ctx); err != nil {
		return err
	}
	return os.Rename(w.file, w.path)
}

// verify opens the finished file afresh and compares it with what this run
// believes to have stored: a write that was lost on the way shows here.
func (w *Work) verify(ctx context.Context) error {
	r, err := OpenReader(w.file, DefaultLimits)
	if err != nil {
		return err
	}
	defer r.Close()
	var stored, damaged int
	if err := r.QueryRowContext(ctx, "SELECT count(*) FROM document").Scan(&stored); err != nil {
		return err
	}
	if err := r.QueryRowContext(ctx, "SELECT count(*) FROM ("+damagedQuery+")").Scan(&damaged); err != nil {
		return err
	}
	if stored != len(w.documents) || damaged > 0 {
		return fmt.Errorf("%s: %d documents were stored, %d are there and %d of them are incomplete; run the same command again",
			w.file, len(w.documents), stored, damaged)
	}
	return nil
}
