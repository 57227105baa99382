package ingest_test

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"rodedraad/data/samples"
	"rodedraad/ingest/pdf"
	"rodedraad/ingest/pdf/content"
)

// Every page of every sample says that it is fictitious, so that none can pass
// for a real report.
func TestSamplePagesAreMarked(t *testing.T) {
	names, err := filepath.Glob(filepath.Join("..", "data", "samples", "pdf", "*.pdf"))
	if err != nil || len(names) < 14 {
		t.Fatalf("samples: %d, %v", len(names), err)
	}
	mark := letters(samples.FictitiousMark)
	for _, name := range names {
		t.Run(filepath.Base(name), func(t *testing.T) {
			file, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			r, err := content.Open(bytes.NewReader(file), int64(len(file)), content.Limits{})
			if err != nil {
				t.Fatal(err)
			}
			for n := 1; n <= r.NumPage(); n++ {
				page, err := r.Page(context.Background(), n)
				if err != nil {
					t.Fatal(err)
				}
				if !strings.Contains(letters(pdf.PlainText(page)), mark) {
					t.Errorf("page %d is not marked", n)
				}
			}
		})
	}
}

func letters(s string) string { return strings.Join(strings.Fields(strings.ToUpper(s)), "") }
