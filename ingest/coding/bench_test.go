package coding

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"testing"

	"rodedraad/data"
	"rodedraad/ingest/layout"
	"rodedraad/ingest/pdf"
	"rodedraad/ingest/pdf/content"
)

// BenchmarkNew measures what each worker pays before its first document.
func BenchmarkNew(b *testing.B) {
	for b.Loop() {
		newCoding(b)
	}
}

func newCoding(b testing.TB) *Coding {
	b.Helper()
	book, err := data.DefaultCodebook()
	if err != nil {
		b.Fatal(err)
	}
	c, err := New(book)
	if err != nil {
		b.Fatal(err)
	}
	return c
}

// BenchmarkSamples measures reading, laying out and coding the sample reports;
// time per page is what matters.
func BenchmarkSamples(b *testing.B) {
	names, err := filepath.Glob(filepath.Join("..", "..", "data", "samples", "pdf", "*.pdf"))
	if err != nil || len(names) == 0 {
		b.Fatalf("samples: %v", err)
	}
	files := make([][]byte, len(names))
	for i, name := range names {
		if files[i], err = os.ReadFile(name); err != nil {
			b.Fatal(err)
		}
	}
	c := newCoding(b)
	for _, stage := range []struct {
		name string
		upTo int
	}{{"read", 1}, {"layout", 2}, {"code", 3}} {
		b.Run(stage.name, func(b *testing.B) {
			pages := 0
			for b.Loop() {
				for _, f := range files {
					pages += one(b, c, f, stage.upTo)
				}
			}
			b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(pages), "µs/page")
		})
	}
}

func one(b *testing.B, c *Coding, file []byte, upTo int) int {
	reader, err := content.Open(bytes.NewReader(file), int64(len(file)), content.Limits{})
	if err != nil {
		b.Fatal(err)
	}
	document := &pdf.Document{PageCount: reader.NumPage()}
	for n := 1; n <= reader.NumPage(); n++ {
		page, err := reader.Page(context.Background(), n)
		if err != nil {
			b.Fatal(err)
		}
		document.Pages = append(document.Pages, page)
	}
	if upTo < 2 {
		return document.PageCount
	}
	r := &data.Record{Document: data.Document{ID: "x", FileName: "x.pdf", PageCount: document.PageCount}}
	r.Pages, r.Passages = layout.Build(document)
	if upTo < 3 {
		return document.PageCount
	}
	if err := c.Code(r, document); err != nil {
		b.Fatal(err)
	}
	return document.PageCount
}
