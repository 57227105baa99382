package main

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"rodedraad/data"
	"rodedraad/data/warehouse"
	"rodedraad/ingest/linking"
)

// smallBase makes a folder of a part of the passages and a few of the reports
// that training learns from: enough to try every step, too little to be good.
func smallBase(t *testing.T) string {
	t.Helper()
	base, source := t.TempDir(), filepath.Join("..", "..", "data")
	write := func(name string, text []byte) {
		t.Helper()
		target := filepath.Join(base, name)
		if err := os.MkdirAll(filepath.Dir(target), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(target, text, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	read := func(name string) []byte {
		t.Helper()
		text, err := os.ReadFile(filepath.Join(source, name))
		if err != nil {
			t.Fatal(err)
		}
		return text
	}
	for _, name := range []string{"t1", "t2", "t3", "t4", "t5", "t6"} {
		var part []byte
		for i, line := range bytes.SplitAfter(read("training/"+name+".jsonl"), []byte("\n")) {
			if i%60 == 0 {
				part = append(part, line...)
			}
		}
		write("training/"+name+".jsonl", part)
	}
	for _, name := range []string{"t05", "t07", "t15", "t28"} {
		write("samples/truth/"+name+".json", read("samples/truth/"+name+".json"))
		write("samples/pdf/"+name+".pdf", read("samples/pdf/"+name+".pdf"))
	}
	if err := os.MkdirAll(filepath.Join(base, "training", "reports"), 0o755); err != nil {
		t.Fatal(err)
	}
	return base
}

// reviewedWarehouse stores a document in which a person found a theme.
func reviewedWarehouse(t *testing.T, path string) {
	t.Helper()
	const text = "Het gezin woonde in Assen. Niemand sprak het kind alleen. De school belde met moeder."
	const quote = "Niemand sprak het kind alleen."
	r := &data.Record{
		Document: data.Document{ID: strings.Repeat("ab", 32), FileName: "eigen.pdf", PageCount: 1, TextStatus: data.TextLayer, Language: "nl", CodebookVersion: "test"},
		Pages:    []data.Page{{Number: 1, Text: text, Engine: "rodedraad", EngineVersion: "1", Quality: 1}},
		Passages: []data.Passage{{Number: 1, Page: 1, Section: data.Conclusions, Kind: data.Paragraph, End: len(text), Text: text,
			Pieces: []data.Piece{{Page: 1, Length: len(text)}}}},
		Findings: []data.Finding{{Variable: data.VarTheme, Code: "T05", Status: data.Present, Certainty: data.High, Coder: "mens 1",
			Evidence: []data.Evidence{{Page: 1, Start: strings.Index(text, quote), End: strings.Index(text, quote) + len(quote), Quote: quote}}}},
	}
	r.Seal()
	book, err := data.DefaultCodebook()
	if err != nil {
		t.Fatal(err)
	}
	ctx := context.Background()
	work, err := warehouse.OpenWork(ctx, path, book, warehouse.DefaultLimits)
	if err != nil {
		t.Fatal(err)
	}
	start := time.Date(2025, 1, 1, 0, 0, 0, 0, time.UTC)
	for _, err := range []error{
		work.BeginRun(data.IngestRun{Started: start, Version: "test", CodebookVersion: book.Version}),
		work.Put(ctx, []data.IngestResult{{Record: r, File: data.IngestFile{Number: 1, Path: "eigen.pdf", DocumentID: r.Document.ID, Outcome: data.Added}}}),
		work.EndRun(start), work.Publish(ctx, linking.Link),
	} {
		if err != nil {
			t.Fatal(err)
		}
	}
}

// A reader's findings become passages, passages become weights, and the weights
// code: the rows they coded say so by their version.
func TestTrainAndCode(t *testing.T) {
	folder := t.TempDir()
	db, model, own := filepath.Join(folder, "r.duckdb"), filepath.Join(folder, "model"), filepath.Join(folder, "eigen.jsonl")
	reviewedWarehouse(t, db)
	if err := os.WriteFile(own, []byte(`{"text": "De wijkagent vertelde niemand wat hij zag.", "section": "bevindingen", "codes": {"T02": "aanwezig"}}`), 0o644); err != nil {
		t.Fatal(err)
	}
	command := func(want int, args ...string) string {
		t.Helper()
		var out, errs bytes.Buffer
		if got := run(context.Background(), strings.NewReader(""), &out, &errs, append([]string{"--db", db}, args...)); got != want {
			t.Fatalf("%v ended with %d: %s", args, got, errs.String())
		}
		return out.String() + errs.String()
	}
	command(0, "train", "-q", "--from-coder", "mens 1", "--passages", own, "--base", smallBase(t), "--out", model)
	kept, err := os.ReadFile(filepath.Join(model, ownPassages))
	if err != nil || !strings.Contains(string(kept), `"text":"Niemand sprak het kind alleen."`) || !strings.Contains(string(kept), `"T02":"aanwezig"`) {
		t.Errorf("kept %s, %v", kept, err)
	}
	command(0, "ingest", "--recode", "--model", model)
	if out := command(0, "sql", "SELECT codebook_version FROM document", "--format", "csv"); !strings.Contains(out, "~") {
		t.Errorf("the version does not name the weights: %s", out)
	}
	if out := command(0, "explain", "--model", model, "eigen.pdf", "T05"); !strings.Contains(out, "Niemand sprak het kind alleen") {
		t.Errorf("got %s", out)
	}
	command(exitUsage, "train")
	if out := command(exitUsage, "train", "--from-coder", "niemand"); !strings.Contains(out, "draden") {
		t.Errorf("got %s", out)
	}
	if out := command(exitFailure, "train", "--passages", own, "--base", folder); !strings.Contains(out, "--base") {
		t.Errorf("got %s", out)
	}
	if out := command(exitFailure, "ingest", "--recode", "--model", folder); !strings.Contains(out, "rodedraad train") {
		t.Errorf("got %s", out)
	}
}
