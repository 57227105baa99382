package victims

import (
	"os"
	"path/filepath"
	"testing"

	"rodedraad/data"
	"rodedraad/ingest/coding/metadata"
	"rodedraad/ingest/coding/prose"
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

func TestSentence(t *testing.T) {
	text := os.Getenv("TEXT")
	if text == "" {
		return
	}
	words := testWords()
	p := prose.FromPassage(text, data.Occasion)
	sc := &scene{open: true}
	for i := range p.Sentences {
		r := words.read(&p.Sentences[i])
		for k, m := range r.mentions {
			t.Logf("m%d %q class %d sex %s n %d-%d spans %v def %v rank %s prep %s group %d tokens %d-%d", k, m.word, m.class, m.sex, m.lo, m.hi, m.spans, m.definite, m.rank, m.prep, m.group, m.first, m.last)
		}
		for _, h := range r.harms {
			list, agent := r.victims(h)
			t.Logf("h %d frame %d self %v at %d-%d -> %v agent %d", h.outcome, h.frame, h.self, h.first, h.last, list, agent)
		}
		sc.add(&r)
	}
	for _, p := range sc.people {
		t.Logf("   %s class %d n %d-%d span %v outcome %d agent %v parts %d whole %v", p.word, p.class, p.lo, p.hi, p.span, p.outcome, p.agent, p.parts, p.whole != nil)
	}
}
