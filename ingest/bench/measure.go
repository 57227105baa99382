package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
)

// bench is a run of the program.
type bench struct {
	options
	files  []string // as given
	copies []string // of files, in folder
	folder string   // for all that is written, removed at the end
	pages  int      // of files, as pdftotext counts them
	log    io.Writer
}

func measure(ctx context.Context, o options, stdout, stderr io.Writer) (err error) {
	b := &bench{options: o, log: stderr}
	if err := b.look(); err != nil {
		return err
	}
	if b.files, err = o.folders.files(); err != nil {
		return err
	}
	if b.folder, err = os.MkdirTemp("", "rodedraad-bench-"); err != nil {
		return err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(b.folder)) }()
	if err := b.copyFiles(); err != nil {
		return err
	}
	var out bytes.Buffer
	b.head(&out)
	for _, step := range []struct {
		name string
		do   func(context.Context, io.Writer) error
	}{
		{"quality", b.quality}, {"stages", b.stages}, {"first page", b.first}, {"speed", b.speed}, {"growth", b.grow},
	} {
		fmt.Fprintln(stderr, "measuring", step.name)
		if err := step.do(ctx, &out); err != nil {
			return fmt.Errorf("%s: %w", step.name, err)
		}
		if o.out != "" { // what is measured is kept, whatever becomes of the next step
			if err := os.WriteFile(o.out, out.Bytes(), 0o644); err != nil {
				return err
			}
		}
	}
	if o.out == "" {
		_, err = stdout.Write(out.Bytes())
	}
	return err
}

// look says at once what is missing.
func (b *bench) look() error {
	for _, need := range []struct{ command, remedy string }{
		{"pdftotext", "apt-get install poppler-utils"},
		{"mutool", "apt-get install mupdf-tools"},
		{b.rodedraad, "make build"},
	} {
		if _, err := exec.LookPath(need.command); err != nil {
			return fmt.Errorf("%s is missing: %s", need.command, need.remedy)
		}
	}
	absolute, err := filepath.Abs(b.rodedraad)
	b.rodedraad = absolute
	return err
}

// copyFiles writes every file several times, each time with other bytes behind
// its end: the same document to every engine, but not the same file to an
// ingest that reads each file once.
func (b *bench) copyFiles() error {
	folder := filepath.Join(b.folder, "copies")
	if err := os.Mkdir(folder, 0o755); err != nil {
		return err
	}
	for n := range b.options.copies {
		for i, name := range b.files {
			content, err := os.ReadFile(name)
			if err != nil {
				return err
			}
			if n > 0 {
				content = append(content, fmt.Sprintf("%% %d\n", n)...)
			}
			name = filepath.Join(folder, fmt.Sprintf("%d-%03d.pdf", n, i))
			if err := os.WriteFile(name, content, 0o644); err != nil {
				return err
			}
			b.copies = append(b.copies, name)
		}
	}
	return nil
}
