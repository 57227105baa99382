// Hard prints the files of testdata/hard: small PDFs as every kind of producer
// makes them, whose text is known because it was written first.
//
//	go run ./ingest/pdf/hard                 # what is missing
//	go run ./ingest/pdf/hard NAME…           # these, anew
//	go run ./ingest/pdf/hard -measure        # rodedraad, pdftotext and mutool beside the truth, as a table
//
// A file is called TEXT-PRODUCER.pdf. TEXT.txt beside it is what it says, one
// paragraph on a line under its role; engines are measured against that, never
// against each other. The texts are fictitious, and every page says so.
//
//	recipes.go  which file is made how
//	tex.go, html.go, writer.go   a text in the language of a producer
//	drawn.go, rawfile.go   files drawn here, for what no producer at hand makes
//	measure.go  words and roles of a reading beside the text
//
// The PDFs are committed: two versions of a producer do not print the same
// bytes, and not every machine has them all. Programs: pdflatex and xelatex
// with babel-dutch and lmodern, chromium, weasyprint, soffice, groff,
// gs, qpdf, mutool, pdftocairo, tesseract with nld.
package main

import (
	"context"
	"flag"
	"fmt"
	"io"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"slices"
	"strings"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	os.Exit(run(ctx, os.Stdout, os.Stderr, os.Args[1:]))
}

// run is main with its surroundings given. Exit codes: 0 done, 1 a file could
// not be made, 2 used wrongly.
func run(ctx context.Context, stdout, stderr io.Writer, args []string) int {
	f := flag.NewFlagSet("hard", flag.ContinueOnError)
	f.SetOutput(stderr)
	folder := f.String("dir", filepath.Join("ingest", "pdf", "testdata", "hard"), "folder with texts and PDFs")
	compare := f.Bool("measure", false, "print how well three engines read the files")
	if err := f.Parse(args); err != nil {
		return 2
	}
	if *compare {
		if err := measureAll(ctx, *folder, stdout); err != nil {
			fmt.Fprintln(stderr, "hard:", err)
			return 1
		}
		return 0
	}
	return printAll(ctx, *folder, f.Args(), stderr)
}

func printAll(ctx context.Context, folder string, names []string, stderr io.Writer) int {
	code := 0
	for _, r := range recipes {
		target := filepath.Join(folder, r.name+".pdf")
		if _, err := os.Stat(target); len(names) > 0 && !slices.Contains(names, r.name) || len(names) == 0 && err == nil {
			continue
		}
		if err := r.print(ctx, folder, target); err != nil {
			fmt.Fprintf(stderr, "%s: %v\n", r.name, err)
			code = 1
		}
	}
	return code
}

// recipe is how a file is made.
type recipe struct {
	name string // TEXT-PRODUCER
	make func(*shop)
}

// text is the name of what the file says.
func (r recipe) text() string { name, _, _ := strings.Cut(r.name, "-"); return name }

func (r recipe) print(ctx context.Context, folder, target string) error {
	bench, err := os.MkdirTemp("", "hard-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(bench)
	pieces, err := readText(filepath.Join(folder, r.text()+".txt"))
	if err != nil {
		return err
	}
	s := &shop{ctx: ctx, folder: bench, made: folder, pieces: pieces}
	r.make(s)
	out := s.read("out.pdf")
	if s.err != nil {
		return s.err
	}
	return os.WriteFile(target, out, 0o644)
}

// shop is where one file is made: a folder to work in, and the first error.
type shop struct {
	ctx    context.Context
	folder string
	made   string // folder of the files made before
	pieces []piece
	err    error
}

// do runs a program in the shop's folder.
func (s *shop) do(program string, args ...string) {
	if s.err != nil {
		return
	}
	cmd := exec.CommandContext(s.ctx, program, args...)
	cmd.Dir = s.folder
	if out, err := cmd.CombinedOutput(); err != nil {
		// qpdf ends with 3 after a warning, and then has done its work.
		if program != "qpdf" || cmd.ProcessState.ExitCode() != 3 {
			s.err = fmt.Errorf("%s: %w: %s", program, err, out)
		}
	}
}

func (s *shop) write(name string, content []byte) {
	if s.err == nil {
		s.err = os.WriteFile(filepath.Join(s.folder, name), content, 0o644)
	}
}

func (s *shop) read(name string) []byte {
	if s.err != nil {
		return nil
	}
	content, err := os.ReadFile(filepath.Join(s.folder, name))
	s.err = err
	return content
}

// take fetches a file made before as in.pdf.
func (s *shop) take(name string) {
	if s.err != nil {
		return
	}
	content, err := os.ReadFile(filepath.Join(s.made, name+".pdf"))
	s.err = err
	s.write("in.pdf", content)
}
