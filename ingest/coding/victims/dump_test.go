package victims

import (
	"os"
	"path/filepath"
	"testing"

	"rodedraad/data"
	"rodedraad/ingest/coding/metadata"
	"rodedraad/ingest/coding/sectors/gold"
	"rodedraad/ingest/pdf"
)

func TestDump(t *testing.T) {
	name := os.Getenv("DUMP")
	if name == "" || name[0] != 't' {
		return
	}
	root, _ := gold.Root()
	reports, err := gold.Reports(filepath.Join(root, "data", "samples"), os.Getenv("SOURCE") == "")
	if err != nil {
		t.Fatal(err)
	}
	book, _ := data.DefaultCodebook()
	meta, _ := metadata.New(book)
	c := testCoder(t)
	for _, report := range reports {
		if report.Name != name {
			continue
		}
		r := &data.Record{Document: data.Document{FileName: report.Name}, Pages: report.Text.Pages, Passages: report.Text.Passages}
		meta.Code(report.Text, r, pdf.Info{})
		w := &work{coder: c, text: report.Text, record: r, readings: map[int]reading{}}
		t.Logf("title %q kind %s", r.Document.Title, r.Document.Kind)
		for _, s := range w.core() {
			t.Logf("[%s] %s", s.Section(), s.Text)
		}
		for _, sc := range w.scenes() {
			t.Logf("SCENE %q", sc.label)
			for _, p := range sc.people {
				h := ""
				if p.harmed != nil {
					h = p.harmed.s.Text
				}
				t.Logf("   %s class %d sex %s n %d-%d span %v outcome %d agent %v self %v earlier %v parts %d\n      told %s\n      harm %s", p.word, p.class, p.sex, p.lo, p.hi, p.span, p.outcome, p.agent, p.self, p.earlier, p.parts, p.told.s.Text, h)
			}
		}
	}
}
