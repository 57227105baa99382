// Command build prints the sample reports: it reads data/samples/sources/*.md
// and writes data/samples/pdf/*.pdf, each with the producer its settings name.
// The PDFs are committed, so it is needed only after a source was changed.
//
//	go run ./data/samples/build                 # what is older than its source
//	go run ./data/samples/build -all
//	go run ./data/samples/build t01 h03
//
// A report goes from Markdown to the producer's own language (HTML, LaTeX,
// groff or flat OpenDocument) and from there to PDF. Every page carries the
// mark that it is a fictitious example, every first page the notice. A
// producer that is not installed gives one line; the other samples go on.
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"rodedraad/data/samples"
)

// The mark on every page and the notice on the first.
const (
	fictitiousMark   = samples.FictitiousMark
	fictitiousNotice = samples.FictitiousNotice
)

func main() {
	root := flag.String("dir", "data/samples", "folder with sources and pdf")
	all := flag.Bool("all", false, "print every sample, changed or not")
	flag.Parse()
	os.Exit(run(*root, *all, flag.Args()))
}

// run prints the samples asked for and returns the exit code.
func run(root string, all bool, names []string) int {
	files, err := filepath.Glob(filepath.Join(root, "sources", "*.md"))
	if err != nil || len(files) == 0 {
		fmt.Fprintf(os.Stderr, "%s: no sources found; run from the root of the repository\n", root)
		return 1
	}
	code := 0
	for _, file := range files {
		name := strings.TrimSuffix(filepath.Base(file), ".md")
		target := filepath.Join(root, "pdf", name+".pdf")
		wanted := slices.Contains(names, name) || len(names) == 0 && (all || older(target, file))
		if !wanted {
			continue
		}
		if err := printFile(file, name, target); err != nil {
			fmt.Fprintln(os.Stderr, err)
			code = 1
			continue
		}
		fmt.Println(target)
	}
	return code
}

func printFile(file, name, target string) error {
	text, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	s, err := parseSource(name, string(text))
	if err != nil {
		return err
	}
	pdf, err := printPDF(s)
	if err != nil {
		return err
	}
	return os.WriteFile(target, pdf, 0o644)
}

// older says whether the target is missing or older than the source.
func older(target, source string) bool {
	t, err := os.Stat(target)
	if err != nil {
		return true
	}
	s, err := os.Stat(source)
	return err == nil && t.ModTime().Before(s.ModTime())
}
