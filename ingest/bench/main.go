// Bench measures rodedraad beside pdftotext and mutool, in one run on the same
// files, and writes what it found as a Markdown table:
//
//	make bench
//	go run ./ingest/bench [-files FOLDER]… [-rodedraad bin/rodedraad] [-out ingest/BENCHMARKS.md]
//
// It answers five questions, each in a file of its own:
//
//	speed.go    pages a second and peak memory, with as many processes each
//	stages.go   what a page costs to read, to lay out and to code
//	quality.go  whether our words are those on which two other engines agree
//	growth.go   whether time a document and memory stay flat from 100 documents to 10,000
//	first.go    how soon after the start a small document is stored
//
// Speed is the best of several rounds, in which the engines take turns: a
// machine is never quite idle, and what disturbs one round disturbs all.
package main

import (
	"context"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	os.Exit(run(ctx, os.Stdin, os.Stdout, os.Stderr, os.Args[1:]))
}

// options is what the command line asks.
type options struct {
	folders   folders
	rodedraad string // the built command
	out       string // file for the table; empty for standard output
	copies    int    // of every file, for the measurement of speed
	rounds    int
	workers   int
	growth    sizes
}

// run is main with its surroundings given. Exit codes: 0 measured, 1 failed, 2
// used wrongly.
func run(ctx context.Context, stdin io.Reader, stdout, stderr io.Writer, args []string) int {
	if len(args) > 0 && args[0] == "worker" { // started by the pool below
		if err := serve(ctx, stdin, stdout); err != nil {
			fmt.Fprintln(stderr, "bench worker:", err)
			return 1
		}
		return 0
	}
	o := options{growth: sizes{100, 1000, 10000}}
	f := flag.NewFlagSet("bench", flag.ContinueOnError)
	f.SetOutput(stderr)
	f.Var(&o.folders, "files", "folder of PDFs; may be repeated (default the samples, and ../shared where it is)")
	f.StringVar(&o.rodedraad, "rodedraad", filepath.Join("bin", "rodedraad"), "the built command")
	f.StringVar(&o.out, "out", "", "file to write the tables to (default standard output)")
	f.IntVar(&o.copies, "copies", 4, "copies of every file when speed is measured")
	f.IntVar(&o.rounds, "rounds", 3, "rounds of which the best counts")
	f.IntVar(&o.workers, "workers", runtime.NumCPU(), "processes at a time")
	f.Var(&o.growth, "growth", "sizes of generated corpora, comma-separated; 0 for none")
	if err := f.Parse(args); err != nil {
		return 2
	}
	if err := measure(ctx, o, stdout, stderr); err != nil {
		fmt.Fprintln(stderr, "bench:", err)
		return 1
	}
	return 0
}

// folders is a flag that may be repeated.
type folders []string

func (l *folders) String() string     { return strings.Join(*l, " ") }
func (l *folders) Set(s string) error { *l = append(*l, s); return nil }

// defaultFolders are the committed samples, and real documents beside the
// project where there are any.
var defaultFolders = []string{"data/samples/pdf", "../shared/reports", "../shared/seeds/pdf"}

// files lists the PDFs of the folders, in one order.
func (l folders) files() ([]string, error) {
	asked := l
	if len(asked) == 0 {
		asked = defaultFolders
	}
	var all []string
	for _, folder := range asked {
		found, err := filepath.Glob(filepath.Join(folder, "*.pdf"))
		if err != nil {
			return nil, err
		}
		if len(found) == 0 && len(l) > 0 {
			return nil, fmt.Errorf("%s: no PDF files in this folder", folder)
		}
		all = append(all, found...)
	}
	if len(all) == 0 {
		return nil, fmt.Errorf("no PDF files: run from the project's root, or name a folder with -files")
	}
	return all, nil
}

// sizes is a flag with a list of numbers.
type sizes []int

func (s *sizes) String() string { return strings.Trim(fmt.Sprint([]int(*s)), "[]") }

func (s *sizes) Set(text string) error {
	*s = nil
	for part := range strings.SplitSeq(text, ",") {
		n, err := strconv.Atoi(part)
		if err != nil || n < 0 {
			return fmt.Errorf("%q is no number of documents", part)
		}
		if n > 0 {
			*s = append(*s, n)
		}
	}
	return nil
}
