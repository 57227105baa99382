package ingest

import (
	"context"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"rodedraad/data"
	"rodedraad/ingest/coding"
	"rodedraad/ingest/layout"
	"rodedraad/ingest/pdf"
	"rodedraad/ingest/pdf/pdftest"
)

// mutants is how many damaged files go through a run; make bench takes 1,000.
var mutants = flag.Int("mutants", 200, "damaged files in TestMutants")

// serveCoding is a worker with the product's coders.
func serveCoding() error {
	book, err := data.DefaultCodebook()
	if err != nil {
		return err
	}
	coder, err := coding.New(book)
	if err != nil {
		return err
	}
	return Serve(context.Background(), os.Stdin, os.Stdout, layout.Build, coder.Code)
}

// TestMutants sends damaged copies of the samples through real workers with
// the real coders, a sound file after every fourth. The run comes to its end;
// every damaged file is stored, or failed with a remedy; every sound one is
// stored with its text.
func TestMutants(t *testing.T) {
	samples, err := filepath.Glob(filepath.Join("..", "data", "samples", "pdf", "*.pdf"))
	if err != nil || len(samples) == 0 {
		t.Fatalf("no samples: %v", err)
	}
	folder := t.TempDir()
	how := map[string]string{}
	random := rand.New(rand.NewPCG(2002, 2025))
	for i := range *mutants {
		sample := samples[random.IntN(len(samples))]
		content, err := os.ReadFile(sample)
		if err != nil {
			t.Fatal(err)
		}
		damaged, kind := pdftest.Mutate(random, content)
		name := fmt.Sprintf("%05d-mutant.pdf", i)
		how[name] = kind + " of " + filepath.Base(sample)
		write(t, folder, name, damaged)
		if i%4 == 0 {
			write(t, folder, fmt.Sprintf("%05d-sound.pdf", i), pdftest.Report(i))
		}
	}
	options := testOptions(folder)
	options.Command = func() *exec.Cmd {
		cmd := exec.Command(os.Args[0])
		cmd.Env = append(os.Environ(), "RODEDRAAD_TEST_WORKER=coding")
		return cmd
	}
	book, err := data.DefaultCodebook()
	if err != nil {
		t.Fatal(err)
	}
	options.CodebookVersion = book.Version
	options.Limits = pdf.DefaultLimits()
	options.Limits.FirstEngine, options.Limits.SecondEngine = 10*time.Second, 20*time.Second
	options.Limits.Coding, options.Limits.Memory = 20*time.Second, 600<<20
	store := newStore(t)
	summary := mustRun(t, options, store)
	checkMutants(t, folder, how, store, summary)
}

func checkMutants(t *testing.T, folder string, how map[string]string, store *memoryStore, summary Summary) {
	t.Helper()
	failed := map[string]data.IngestFile{}
	for _, file := range summary.Failures {
		failed[file.Path] = file
		checkHints(t, file.Path, file.Problems)
		if how[file.Path] == "" {
			t.Errorf("%s: a sound file failed: %+v", file.Path, file.Problems)
		}
		for _, p := range file.Problems {
			if strings.Contains(p.Text, "fout in het programma") || strings.Contains(p.Hint, "fout in het programma") {
				t.Errorf("%s (%s): %s", file.Path, how[file.Path], p.Text)
			}
		}
	}
	names, _ := filepath.Glob(filepath.Join(folder, "*.pdf"))
	withText := 0
	for _, name := range names {
		name = filepath.Base(name)
		file, stored := store.paths[name]
		if _, lost := failed[name]; stored == lost {
			t.Errorf("%s (%s): stored %t, failed %t", name, how[name], stored, lost)
		}
		if !stored {
			continue
		}
		record := store.documents[file.DocumentID]
		if strings.Contains(record.Pages[0].Text, " ") {
			withText++
		} else if how[name] == "" {
			t.Errorf("%s: a sound file without text", name)
		}
	}
	t.Logf("%d files: %d stored, %d with text on page 1, %d failed", len(names), len(store.paths), withText, len(failed))
}
