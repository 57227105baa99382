package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"time"

	"rodedraad/ingest/pdf/pdftest"
)

// first measures the whole command on one small document: from its start to
// its end, when the database with the document is published.
func (b *bench) first(ctx context.Context, w io.Writer) error {
	folder := filepath.Join(b.folder, "first")
	if err := os.Mkdir(folder, 0o755); err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(folder, "report.pdf"), pdftest.Report(1), 0o644); err != nil {
		return err
	}
	var shortest time.Duration
	for range b.rounds {
		c, err := b.ingestPath(ctx, folder)
		if err != nil {
			return err
		}
		if shortest == 0 || c.elapsed < shortest {
			shortest = c.elapsed
		}
	}
	fmt.Fprintf(w, "\n## First page\n\nA new database, one small document, the whole command until it is stored and published: %.2f s (best of %d).\n",
		shortest.Seconds(), b.rounds)
	return nil
}
