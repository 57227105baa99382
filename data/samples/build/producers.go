package main

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"
)

// producer turns a source into a PDF with one outside program.
type producer struct {
	program string
	input   string // name of the file the program reads
	write   func(*source) (string, error)
	command func(dir string) []string // arguments; the PDF must be dir/doc.pdf
}

func plain(write func(*source) string) func(*source) (string, error) {
	return func(s *source) (string, error) { return write(s), nil }
}

func latexArguments(string) []string {
	return []string{"-interaction=nonstopmode", "-halt-on-error", "doc.tex"}
}

var producers = map[string]producer{
	"chromium": {"chromium", "doc.html", htmlPage, func(dir string) []string {
		return []string{"--headless", "--no-sandbox", "--disable-gpu", "--user-data-dir=" + filepath.Join(dir, "profile"),
			"--no-pdf-header-footer", "--print-to-pdf=" + filepath.Join(dir, "doc.pdf"), "file://" + filepath.Join(dir, "doc.html")}
	}},
	"weasyprint": {"weasyprint", "doc.html", htmlPage, func(string) []string { return []string{"doc.html", "doc.pdf"} }},
	"libreoffice": {"soffice", "doc.fodt", plain(writerDocument), func(dir string) []string {
		return []string{"-env:UserInstallation=file://" + filepath.Join(dir, "profile"), "--headless", "--convert-to", "pdf", "doc.fodt"}
	}},
	"pdflatex": {"pdflatex", "doc.tex", plain(latexDocument), latexArguments},
	"xelatex":  {"xelatex", "doc.tex", plain(latexDocument), latexArguments},
	"groff": {"groff", "doc.ms", plain(groffDocument), func(string) []string {
		return []string{"-k", "-t", "-ms", "-Tpdf", "-P-pa4", "doc.ms"}
	}},
}

// print makes the PDF of a source and returns its bytes.
func printPDF(s *source) ([]byte, error) {
	p, ok := producers[s.settings["producer"]]
	if !ok {
		return nil, fmt.Errorf("%s: unknown producer %q", s.name, s.settings["producer"])
	}
	if _, err := exec.LookPath(p.program); err != nil {
		return nil, fmt.Errorf("%s: the program %s is not installed", s.name, p.program)
	}
	dir, err := os.MkdirTemp("", "sample-")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	text, err := p.write(s)
	if err != nil {
		return nil, err
	}
	if err := os.WriteFile(filepath.Join(dir, p.input), []byte(text), 0o644); err != nil {
		return nil, err
	}
	return runProducer(s, p, dir)
}

// runProducer runs the program, LaTeX three times so that its table of
// contents has page numbers.
func runProducer(s *source, p producer, dir string) ([]byte, error) {
	runs := 1
	if strings.HasSuffix(p.program, "latex") {
		runs = 3
	}
	var output []byte
	for range runs {
		ctx, cancel := context.WithTimeout(context.Background(), 2*time.Minute)
		defer cancel()
		command := exec.CommandContext(ctx, p.program, p.command(dir)...)
		command.Dir = dir
		var diagnostics bytes.Buffer
		command.Stderr = &diagnostics
		var err error
		if output, err = command.Output(); err != nil {
			return nil, fmt.Errorf("%s: %s: %w\n%s\n%s", s.name, p.program, err, tail(output), tail(diagnostics.Bytes()))
		}
	}
	if p.program == "groff" {
		return output, nil
	}
	return os.ReadFile(filepath.Join(dir, "doc.pdf"))
}

func tail(b []byte) []byte { return b[max(0, len(b)-800):] }
