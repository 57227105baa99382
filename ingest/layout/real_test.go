package layout

import (
	"bytes"
	"context"
	"math"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"rodedraad/data"
	"rodedraad/ingest/pdf"
	"rodedraad/ingest/pdf/content"
)

// files are PDFs by many producers: the project's fictitious samples, and real
// documents beside the project, where they are present.
func files(t testing.TB) (out []string) {
	for _, pattern := range []string{"../../data/samples/pdf/*.pdf", "../../../shared/reports/*.pdf", "../../../shared/seeds/pdf/*.pdf"} {
		found, err := filepath.Glob(pattern)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, found...)
	}
	return out
}

func read(t testing.TB, file string) *pdf.Document {
	t.Helper()
	raw, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	r, err := content.Open(bytes.NewReader(raw), int64(len(raw)), content.Limits{})
	if err != nil {
		t.Fatalf("%s: %v", file, err)
	}
	doc := &pdf.Document{PageCount: r.NumPage(), Info: r.Info(), Outline: r.Outline(), Tagged: r.Tagged()}
	for n := 1; n <= r.NumPage(); n++ {
		page, err := r.Page(context.Background(), n)
		if err != nil {
			t.Fatalf("%s: %v", file, err)
		}
		doc.Pages = append(doc.Pages, page)
	}
	return doc
}

// TestRealDocuments checks the invariants on whatever PDFs there are, and that
// nearly all letters of the pages reach a passage: layout leaves out headers
// and page numbers, not text.
func TestRealDocuments(t *testing.T) {
	for _, file := range files(t) {
		t.Run(filepath.Base(file), func(t *testing.T) {
			doc := read(t, file)
			pages, passages := build(t, doc)
			inPages, inPassages := 0, 0
			for _, p := range pages {
				inPages += letters(p.Text)
			}
			for _, p := range passages {
				inPassages += letters(p.Text)
			}
			if float64(inPassages) < 0.85*float64(inPages) {
				t.Errorf("%d of %d letters are in passages", inPassages, inPages)
			}
			againPages, again := Build(doc)
			if !reflect.DeepEqual(pages, againPages) || !reflect.DeepEqual(passages, again) {
				t.Error("the second run differs")
			}
		})
	}
}

// TestStrayGeometry: coordinates that are no numbers, no words, many words at
// one place. Engines promise better; a broken one must not take layout down.
func TestStrayGeometry(t *testing.T) {
	odd := []float64{math.NaN(), math.Inf(1), math.Inf(-1), -1e300, 1e300, 0, -5, 1e-300}
	doc := &pdf.Document{Pages: []pdf.Page{{Number: 7}, {Number: 7, Width: math.NaN(), Height: math.Inf(1)}}}
	for i, v := range odd {
		for k, u := range odd {
			doc.Pages[1].Words = append(doc.Pages[1].Words, pdf.Word{
				Text: "woord", X0: v, X1: u, Y: odd[(i+k)%len(odd)], Size: u, Angle: 90 * ((i + k) % 5),
			})
			doc.Pages[1].Rules = append(doc.Pages[1].Rules, pdf.Rule{X0: v, Y0: u, X1: u, Y1: v})
		}
	}
	pages, _ := build(t, doc)
	if n := strings.Count(pages[1].Text, "woord"); n != len(odd)*len(odd) {
		t.Errorf("%d words", n)
	}
}

func TestHTMLEscapesText(t *testing.T) {
	s := &sketch{}
	set(s.page(), 70, 200, 10, `<script>alert(1)</script> & "tekst" van een rapport`)
	pages, passages := Build(&s.doc)
	out := string(HTML(&s.doc, pages, passages))
	if strings.Contains(out, "<script") || !strings.Contains(out, "&lt;script&gt;") {
		t.Error("text is not escaped")
	}
	if !strings.Contains(out, kindColour[data.Paragraph]) || strings.Count(out, "<svg") != 1 {
		t.Error("the page is not drawn")
	}
}

// FuzzBuild makes documents from bytes: six bytes a word. Whatever they say,
// the invariants hold.
func FuzzBuild(f *testing.F) {
	f.Add([]byte("abcdefghijklmnopqrstuvwxyz0123456789"))
	f.Add([]byte{1, 10, 20, 10, 0, 9, 2, 60, 20, 10, 1, 9, 3, 10, 33, 10, 2, 9, 255, 10, 46, 10, 4, 9})
	f.Fuzz(func(t *testing.T, raw []byte) {
		if len(raw) > 3000 {
			raw = raw[:3000]
		}
		build(t, fromBytes(raw))
	})
}

var fuzzWords = []string{
	"de", "inspec-", "tie", "1", "1.1", "•", "Conclusie", "Aanbevelingen", "Bijlage", ".....", "3", "a)", "–",
	"Inhoud", "GGD-", "12", "en", "Aanleiding:", "\u00ad", "x\u00ad", "-", "gezin.", "\xff\xfe", "Pagina", "ſ", "é", "4.2.1",
	"FICTIEF", "I.", "van", "2015",
}

func fromBytes(raw []byte) *pdf.Document {
	doc := &pdf.Document{PageCount: 2, Outline: []pdf.OutlineItem{{Title: "Conclusie", Level: 2}}}
	for len(raw) >= 6 {
		b := raw[:6]
		raw = raw[6:]
		if b[0] >= 250 || len(doc.Pages) == 0 {
			doc.Pages = append(doc.Pages, pdf.Page{Number: len(doc.Pages) + 1, Width: 300, Height: 300})
		}
		p := &doc.Pages[len(doc.Pages)-1]
		if b[0]%16 == 15 {
			p.Rules = append(p.Rules, pdf.Rule{X0: float64(b[1]), Y0: float64(b[2]), X1: float64(b[3]), Y1: float64(b[2])})
			continue
		}
		size := 4 + float64(b[3]%24)
		p.Words = append(p.Words, pdf.Word{
			Text: fuzzWords[int(b[0])%len(fuzzWords)], X0: float64(b[1]), X1: float64(b[1]) + float64(b[5]%60), Y: float64(b[2]),
			Size: size, Bold: b[4]&1 > 0, Glued: b[4]&2 > 0, Italic: b[4]&4 > 0, Angle: 90 * int(b[4]>>6),
			Tag: []string{"", "P", "H2", "TD", "LI", "Artifact", "H1", "TH"}[b[4]>>3&7],
		})
	}
	return doc
}

func BenchmarkBuild(b *testing.B) {
	var docs []*pdf.Document
	pages := 0
	for _, file := range files(b) {
		docs = append(docs, read(b, file))
		pages += len(docs[len(docs)-1].Pages)
	}
	b.ResetTimer()
	for b.Loop() {
		for _, doc := range docs {
			Build(doc)
		}
	}
	b.ReportMetric(float64(pages)*float64(b.N)/b.Elapsed().Seconds(), "pages/s")
}
