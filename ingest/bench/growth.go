package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"rodedraad/ingest/pdf/pdftest"
)

// grow ingests generated corpora of growing size into a new database each.
func (b *bench) grow(ctx context.Context, w io.Writer) error {
	if len(b.growth) == 0 {
		return nil
	}
	fmt.Fprintf(w, "\n## Growth\n\nGenerated reports of one to three pages, all different, %d workers.\n\n| documents | s | ms a document | peak of a worker | peak of the parent |\n|---:|---:|---:|---:|---:|\n", b.workers)
	for _, n := range b.growth {
		folder := filepath.Join(b.folder, fmt.Sprint("corpus-", n))
		if err := generate(folder, n); err != nil {
			return err
		}
		c, err := b.ingestPath(ctx, folder)
		if err != nil {
			return err
		}
		fmt.Fprintf(w, "| %d | %.1f | %.1f | %s | %s |\n", n, c.elapsed.Seconds(),
			1000*c.elapsed.Seconds()/float64(n), megabytes(c.process), megabytes(c.parent))
		fmt.Fprintf(b.log, "  %d documents: %.1f s\n", n, c.elapsed.Seconds())
		if err := os.RemoveAll(folder); err != nil {
			return err
		}
	}
	return nil
}

// generate writes the first n generated reports, a thousand to a folder.
func generate(folder string, n int) error {
	for i := range n {
		sub := filepath.Join(folder, fmt.Sprintf("%03d", i/1000))
		if err := os.MkdirAll(sub, 0o755); err != nil {
			return err
		}
		if err := os.WriteFile(filepath.Join(sub, fmt.Sprintf("%05d.pdf", i)), pdftest.Report(i), 0o644); err != nil {
			return err
		}
	}
	return nil
}
