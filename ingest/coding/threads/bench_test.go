package threads

import (
	"path/filepath"
	"testing"

	"rodedraad/data"
	"rodedraad/ingest/coding/prose"
	"rodedraad/ingest/coding/sectors/gold"
)

// BenchmarkPage codes the sample reports; its metric is the time a page takes,
// cutting into sentences apart.
func BenchmarkPage(b *testing.B) {
	c := newCoder(b)
	root, err := gold.Root()
	if err != nil {
		b.Fatal(err)
	}
	reports, err := gold.Reports(filepath.Join(root, "data", "samples"), true)
	if err != nil {
		b.Fatal(err)
	}
	b.Run("sentences", func(b *testing.B) {
		pages := 0
		for b.Loop() {
			for _, r := range reports {
				prose.Read(r.Text.Pages, r.Text.Passages)
				pages += len(r.Text.Pages)
			}
		}
		b.ReportMetric(b.Elapsed().Seconds()*1000/float64(pages), "ms/page")
	})
	b.Run("codes", func(b *testing.B) {
		pages := 0
		for b.Loop() {
			for _, r := range reports {
				c.Code(r.Text, &data.Record{})
				pages += len(r.Text.Pages)
			}
		}
		b.ReportMetric(b.Elapsed().Seconds()*1000/float64(pages), "ms/page")
	})
}
