package metadata

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"rodedraad/data"
	"rodedraad/ingest/coding/sectors/gold"
	"rodedraad/ingest/pdf"
)

// TestSampleReports measures the coder on the sample reports as printed. Names
// that begin with h were never read by who wrote the rules; what is wrong in
// them is only counted.
func TestSampleReports(t *testing.T) {
	reports, err := gold.Reports(filepath.Join("..", "..", "..", "data", "samples"), true)
	if err != nil {
		t.Fatal(err)
	}
	c := newCoder(t)
	tuned, held := newTally("tuned"), newTally("held")
	for _, s := range reports {
		r := s.Record()
		r.Document.Kind = ""
		c.Code(s.Text, r, pdf.Info{})
		Decide(s.Text, r)
		part := tuned
		if strings.HasPrefix(s.Name, "h") {
			part = held
		}
		want := s.Truth
		slices.Sort(want.Inspectorates)
		part.note(t, s.Name, "kind", r.Document.Kind, want.DocumentKind)
		part.note(t, s.Name, "date", dateText(r.Document.PublicationDate), want.PublicationDate)
		part.note(t, s.Name, "inspectorates", strings.Join(authorCodes(r), " "), strings.Join(want.Inspectorates, " "))
		part.note(t, s.Name, "title", r.Document.Title, want.Title)
	}
	tuned.atLeast(t, map[string]float64{"kind": 0.97, "date": 0.97, "inspectorates": 0.97, "title": 0.85})
	held.atLeast(t, map[string]float64{"kind": 0.94, "date": 0.94, "inspectorates": 0.94, "title": 0.88})
}

// dateText writes a date as labels do: a season has its year as value.
func dateText(d data.Date) string {
	if d.Precision == data.Season {
		return d.String()[:4]
	}
	return d.String()
}

// tally counts right and wrong answers by field.
type tally struct {
	part       string
	right, all map[string]int
}

func newTally(part string) *tally { return &tally{part, map[string]int{}, map[string]int{}} }

// note counts an answer. What is wrong is told only where it may be read.
func (y *tally) note(t *testing.T, name, field, got, want string) {
	t.Helper()
	y.all[field]++
	if got == want {
		y.right[field]++
	} else if y.part != "held" {
		t.Logf("%s: %s %q, want %q", name, field, got, want)
	}
}

// atLeast fails when a field is right less often than its floor says.
func (y *tally) atLeast(t *testing.T, floors map[string]float64) {
	t.Helper()
	for _, field := range []string{"kind", "date", "inspectorates", "title"} {
		if y.all[field] == 0 {
			t.Errorf("%s: no %s was measured", y.part, field)
			continue
		}
		got := float64(y.right[field]) / float64(y.all[field])
		t.Logf("%-6s %-14s %.3f (%d of %d)", y.part, field, got, y.right[field], y.all[field])
		if got < floors[field] {
			t.Errorf("%s: %s right in %.3f, want at least %.3f", y.part, field, got, floors[field])
		}
	}
}
