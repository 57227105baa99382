package layout

import (
	"strings"
	"testing"

	"rodedraad/data"
	"rodedraad/ingest/pdf"
)

// sketch draws a document for a test: a letter is half its size wide.
type sketch struct{ doc pdf.Document }

func (s *sketch) page() *pdf.Page {
	s.doc.Pages = append(s.doc.Pages, pdf.Page{
		Number: len(s.doc.Pages) + 1, Width: 595, Height: 842, Engine: "rodedraad", Quality: 1,
	})
	s.doc.PageCount = len(s.doc.Pages)
	return &s.doc.Pages[len(s.doc.Pages)-1]
}

// set puts a line of words on a page; "*" before a line makes it bold.
func set(p *pdf.Page, x, y, size float64, text string) {
	bold := strings.HasPrefix(text, "*")
	for _, t := range strings.Fields(strings.TrimPrefix(text, "*")) {
		width := 0.5 * size * float64(len([]rune(t)))
		p.Words = append(p.Words, pdf.Word{Text: t, X0: x, X1: x + width, Y: y, Size: size, Bold: bold, Font: "Serif"})
		x += width + 0.25*size
	}
}

// prose sets text in lines no wider than width and returns the next baseline.
func prose(p *pdf.Page, x, y, width float64, text string) float64 {
	const size, step = 10.0, 13.0
	var line []string
	used := 0.0
	for _, t := range strings.Fields(text) {
		w := 0.5 * size * float64(len([]rune(t)))
		if used+w > width && len(line) > 0 {
			set(p, x, y, size, strings.Join(line, " "))
			y, line, used = y+step, nil, 0
		}
		line = append(line, t)
		used += w + 0.25*size
	}
	set(p, x, y, size, strings.Join(line, " "))
	return y + step
}

// build runs Build and checks what holds for every document.
func build(t testing.TB, doc *pdf.Document) ([]data.Page, []data.Passage) {
	t.Helper()
	pages, passages := Build(doc)
	record := data.Record{Pages: pages, Passages: passages}
	if err := record.Verify(); err != nil {
		t.Fatal(err)
	}
	checkWords(t, doc, pages)
	checkOrder(t, passages)
	return pages, passages
}

// checkWords: every word stands in the text of its page, exactly once.
func checkWords(t testing.TB, doc *pdf.Document, pages []data.Page) {
	t.Helper()
	if len(pages) != len(doc.Pages) {
		return // pages nobody read are checked in a test of their own
	}
	for i, p := range doc.Pages {
		want := map[rune]int{}
		for _, w := range p.Words {
			for _, r := range w.Text {
				want[r]++
			}
		}
		for _, r := range pages[i].Text {
			want[r]--
		}
		for r, n := range want {
			if r != ' ' && r != '\n' && n != 0 {
				t.Fatalf("page %d: %q occurs %d times too few", i+1, r, n)
			}
		}
	}
}

// checkOrder: passages are numbered and begin in the order of the page texts,
// and no two claim the same byte.
func checkOrder(t testing.TB, passages []data.Passage) {
	t.Helper()
	claimed := map[[2]int]bool{}
	for i, p := range passages {
		if p.Number != i+1 {
			t.Fatalf("passage %d has number %d", i+1, p.Number)
		}
		if i > 0 {
			q := passages[i-1]
			if p.Page < q.Page || p.Page == q.Page && p.Start < q.Start {
				t.Fatalf("passage %d begins before passage %d", i+1, i)
			}
		}
		for _, c := range p.Pieces {
			if key := [2]int{c.Page, c.PageStart}; claimed[key] {
				t.Fatalf("passage %d takes page %d byte %d again", i+1, c.Page, c.PageStart)
			} else {
				claimed[key] = true
			}
		}
		if p.Start >= p.End || strings.TrimSpace(p.Text) == "" {
			t.Fatalf("passage %d is empty", i+1)
		}
	}
}

func texts(passages []data.Passage, kind data.PassageKind) (out []string) {
	for _, p := range passages {
		if p.Kind == kind {
			out = append(out, p.Text)
		}
	}
	return out
}

func containing(t *testing.T, passages []data.Passage, words string) data.Passage {
	t.Helper()
	for _, p := range passages {
		if strings.Contains(p.Text, words) {
			return p
		}
	}
	t.Fatalf("no passage with %q in %+v", words, passages)
	return data.Passage{}
}
