package sectors

import (
	"os"
	"path/filepath"
	"slices"
	"testing"

	"rodedraad/data"
	"rodedraad/ingest/coding/prose"
	"rodedraad/ingest/coding/sectors/gold"
)

func newCoder(t testing.TB) *Coder {
	book, err := data.DefaultCodebook()
	if err != nil {
		t.Fatal(err)
	}
	c, err := New(book)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// tally counts what was found, missed and made up.
type tally struct {
	hit, extra, missed int

	wrong map[string]int // "+code" made up, "-code" missed, with how often
}

func (y *tally) add(got, want []string) {
	for _, g := range got {
		if slices.Contains(want, g) {
			y.hit++
		} else {
			y.extra++
			y.note("+" + g)
		}
	}
	for _, w := range want {
		if !slices.Contains(got, w) {
			y.missed++
			y.note("-" + w)
		}
	}
}

func (y *tally) note(what string) {
	if y.wrong == nil {
		y.wrong = map[string]int{}
	}
	y.wrong[what]++
}

func (y tally) scores() (p, r, f float64) {
	p = float64(y.hit) / float64(max(1, y.hit+y.extra))
	r = float64(y.hit) / float64(max(1, y.hit+y.missed))
	if p+r > 0 {
		f = 2 * p * r / (p + r)
	}
	return p, r, f
}

// codes gives the sectors that are involved, and those that are only named.
func codes(r *data.Record) (involved, named []string) {
	for _, f := range r.Findings {
		list := &involved
		if f.Value == Named {
			list = &named
		}
		if !slices.Contains(*list, f.Code) {
			*list = append(*list, f.Code)
		}
	}
	return involved, named
}

// reports are the samples whose name begins with a prefix: t for tuning, h for
// those that nobody looks at while writing rules.
func reports(t *testing.T, prefix string) []gold.Report {
	root, err := gold.Root()
	if err != nil {
		t.Fatal(err)
	}
	all, err := gold.Reports(filepath.Join(root, "data", "samples"), os.Getenv("SOURCE") == "")
	if err != nil {
		t.Fatal(err)
	}
	return slices.DeleteFunc(all, func(r gold.Report) bool { return r.Name[:1] != prefix })
}

func TestReports(t *testing.T) {
	c := newCoder(t)
	for _, prefix := range []string{"t", "h"} {
		var y tally
		for _, r := range reports(t, prefix) {
			record := r.Record()
			c.Code(r.Text, record)
			if err := record.Verify(); err != nil {
				t.Error(err)
			}
			got, _ := codes(record)
			y.add(got, r.Truth.SectorsInvolved)
			if prefix == "t" && os.Getenv("SHOW") != "" {
				show(t, r, record)
			}
		}
		p, r, f := y.scores()
		t.Logf("sample reports %s: sectors involved: precision %.3f, recall %.3f, F1 %.3f (%+v)", prefix, p, r, f, y)
		// The bar of the design is .88; a sample or a layout that changes may
		// cost a little.
		if y.hit+y.missed > 50 && f < .85 {
			t.Errorf("F1 of the sectors involved fell to %.3f", f)
		}
	}
}

// show prints what differs from the truth, for a person who tunes the rules.
func show(t *testing.T, r gold.Report, record *data.Record) {
	for _, f := range record.Findings {
		want := slices.Contains(r.Truth.SectorsInvolved, f.Code)
		if want == (f.Value != Named) {
			continue
		}
		t.Logf("%s %s %s, truth says involved=%v: %s", r.Name, f.Code, f.Value, want, f.Reason)
		for _, e := range f.Evidence {
			t.Logf("      %s", e.Quote)
		}
	}
	for _, w := range r.Truth.SectorsInvolved {
		if !slices.ContainsFunc(record.Findings, func(f data.Finding) bool { return f.Code == w }) {
			t.Logf("%s %s never seen", r.Name, w)
		}
	}
}

type labelled struct {
	ID      string
	Text    string
	Section data.SectionRole
	Sectors []struct{ Code, Role, Text string }
}

func TestTrainingPassages(t *testing.T) {
	root, err := gold.Root()
	if err != nil {
		t.Fatal(err)
	}
	rows, err := gold.Lines[labelled](filepath.Join(root, "..", "shared", "training", "sectors.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	c := newCoder(t)
	var naming, involved [2]tally // 0 for writing rules, 1 for testing
	for _, row := range rows {
		part := 0
		if gold.Testing(row.ID) {
			part = 1
		}
		text := prose.FromPassage(row.Text, row.Section)
		record := &data.Record{Pages: text.Pages, Passages: text.Passages}
		c.Code(text, record)
		gotInvolved, gotNamed := codes(record)
		var wantAll, wantInvolved []string
		for _, s := range row.Sectors {
			if !slices.Contains(wantAll, s.Code) {
				wantAll = append(wantAll, s.Code)
			}
			if s.Role != Named && s.Role != Addressed && !slices.Contains(wantInvolved, s.Code) {
				wantInvolved = append(wantInvolved, s.Code)
			}
		}
		naming[part].add(append(gotInvolved, gotNamed...), wantAll)
		if row.Section != data.Recommendations {
			involved[part].add(gotInvolved, wantInvolved)
		}
		if part == 0 && os.Getenv("SHOW") == "train" {
			t.Logf("%s %s got %v named %v want %v all %v", row.Section, row.Text, gotInvolved, gotNamed, wantInvolved, wantAll)
		}
	}
	if len(rows) == 0 {
		return // the labelled passages are not here
	}
	for i, part := range []string{"train", "test"} {
		p, r, f := naming[i].scores()
		t.Logf("passages %s: named at all: precision %.3f, recall %.3f, F1 %.3f", part, p, r, f)
		if f < .75 {
			t.Errorf("F1 of the sectors named fell to %.3f", f)
		}
		p, r, f = involved[i].scores()
		t.Logf("passages %s: involved: precision %.3f, recall %.3f, F1 %.3f", part, p, r, f)
	}
}
