package metadata

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"rodedraad/data"
)

// page is a first page of testdata/pages.txt with what stands on it.
type page struct {
	kind, date, title string
	inspectorates     []string
	text              string
}

func ownPages(t testing.TB) []page {
	t.Helper()
	raw, err := os.ReadFile(filepath.Join("testdata", "pages.txt"))
	if err != nil {
		t.Fatal(err)
	}
	var out []page
	for _, part := range strings.Split(string(raw), "\n@@ ")[1:] {
		head, text, _ := strings.Cut(part, "\n")
		f := strings.Split(head, "|")
		if len(f) != 4 {
			t.Fatalf("testdata/pages.txt: %q has %d fields, want 4", head, len(f))
		}
		p := page{kind: strings.TrimSpace(f[0]), date: strings.TrimSpace(f[1]), title: strings.TrimSpace(f[3]), text: text}
		if list := strings.TrimSpace(f[2]); list != "" {
			p.inspectorates = strings.Split(list, ",")
			slices.Sort(p.inspectorates)
		}
		out = append(out, p)
	}
	return out
}

// TestOwnPages guards the reading of plain first pages of every kind, each an
// ordinary case beside the hard ones of the labelled pages.
func TestOwnPages(t *testing.T) {
	c := newCoder(t)
	y := newTally("own")
	for _, p := range ownPages(t) {
		r := code(t, c, p.text)
		y.note(t, p.title, "kind", r.Document.Kind, p.kind)
		y.note(t, p.title, "date", dateText(r.Document.PublicationDate), p.date)
		y.note(t, p.title, "inspectorates", strings.Join(authorCodes(r), " "), strings.Join(p.inspectorates, " "))
		y.note(t, p.title, "title", r.Document.Title, p.title)
	}
	y.atLeast(t, map[string]float64{"kind": 0.95, "date": 0.97, "inspectorates": 0.97, "title": 0.93})
}

// authorCodes gives the inspectorates that did the work, sorted.
func authorCodes(r *data.Record) []string {
	var out []string
	for _, o := range r.Organisations {
		if o.Role == author {
			out = append(out, o.Organisation)
		}
	}
	slices.Sort(out)
	return out
}
