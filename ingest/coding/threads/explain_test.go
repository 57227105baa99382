package threads

import (
	"math"
	"path/filepath"
	"strings"
	"testing"

	"rodedraad/data"
	"rodedraad/ingest/coding/prose"
	"rodedraad/ingest/coding/sectors/gold"
)

// An explanation is of the answer that coding gives, and its numbers add up to
// the figure that was weighed.
func TestExplanationsAddUp(t *testing.T) {
	c := newCoder(t)
	root, err := gold.Root()
	if err != nil {
		t.Fatal(err)
	}
	reports, err := gold.Reports(filepath.Join(root, "data", "samples"), true)
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range reports[len(reports)-3:] {
		published := data.Date{Year: 2020, Precision: data.Year}
		record := coded(c, r.Text, published)
		for _, f := range record.Findings {
			e, err := c.Explain(r.Text, published, f.Code)
			if err != nil {
				t.Fatal(err)
			}
			if e.Status != f.Status {
				t.Errorf("%s %s: explained as %s, coded %s", r.Truth.File, f.Code, e.Status, f.Status)
			}
			if !e.InForce {
				continue // nothing was weighed
			}
			for _, side := range e.Sides {
				sum := side.Base
				for _, n := range side.Numbers {
					sum += n.Adds
				}
				if math.Abs(sum-side.LogOdds) > 1e-9 {
					t.Errorf("%s %s: the numbers add up to %f, not %f", r.Truth.File, f.Code, sum, side.LogOdds)
				}
				if side.Status == e.Status && e.Rule == "" && e.ImpliedBy == "" && side.Margin() < 0 {
					t.Errorf("%s %s is %s at %f below its threshold", r.Truth.File, f.Code, e.Status, -side.Margin())
				}
			}
		}
	}
}

// plain has one sentence that finds something among others that do not.
const plain = "Het gezin woonde in een rijtjeshuis. De behandelaar van moeder vroeg nooit of er thuis kinderen waren en deed geen kindcheck. De kinderen speelden buiten. " +
	"Moeder at een boterham. Hun vader ging daarna naar huis."

// What carried a finding is what takes it away, and each passage is listed with
// its place and words. The findings are the codebook's own examples.
func TestWithoutItsPassagesAFindingIsGone(t *testing.T) {
	c, found := newCoder(t), 0
	for i := range c.codes {
		one := &c.codes[i]
		for _, example := range one.Examples {
			if example.Status != data.Present {
				continue
			}
			whole := "Het gezin woonde in een rijtjeshuis. De kinderen speelden buiten. " + example.Text + " Hun vader ging daarna naar huis."
			e, err := c.Explain(prose.FromPassage(whole, data.Conclusions), data.Date{}, one.Code.Code)
			if err != nil {
				t.Fatal(err)
			}
			if e.Status != data.Present || len(e.Sides[0].Passages) == 0 {
				continue
			}
			found++
			p := e.Sides[0].Passages[0]
			if !strings.Contains(whole, p.Quote) || p.Page != 1 || p.Section != data.Conclusions || len(p.Words) == 0 {
				t.Errorf("%s: got %+v", e.Code, p)
			}
			if last := e.Changes[len(e.Changes)-1]; last.Kind != Without || last.Status == data.Present && last.Times < mostChanges {
				t.Errorf("%s: got %+v", e.Code, e.Changes)
			}
		}
	}
	if found == 0 {
		t.Error("no example was found")
	}
}

// A sentence among the facts weighs less than the same in the conclusions, and
// the explanation says so.
func TestWhatTheConclusionsWouldHaveChanged(t *testing.T) {
	c := newCoder(t)
	text, checked := prose.FromPassage(plain, data.Facts), 0
	for _, name := range []string{"RD1.1", "RD1.2", "T05", "T10"} {
		e, err := c.Explain(text, data.Date{}, name)
		if err != nil {
			t.Fatal(err)
		}
		if e.Status != data.NotMentioned || len(e.Changes) == 0 {
			continue
		}
		checked++
		if last := e.Changes[len(e.Changes)-1]; last.Kind != Concluding || last.Margin <= e.Sides[0].Margin() {
			t.Errorf("%s lies at %f; got %+v", name, e.Sides[0].Margin(), e.Changes)
		}
	}
	if checked == 0 {
		t.Error("every code was found among the facts")
	}
}

func TestExplainAnUnknownCode(t *testing.T) {
	c := newCoder(t)
	if _, err := c.Explain(prose.FromPassage("Ja.", data.Findings), data.Date{}, "RD9"); err == nil {
		t.Error("RD9 was explained")
	}
	if e, err := c.Explain(prose.FromPassage("Ja.", data.Findings), data.Date{}, "T09"); err != nil || e.InForce {
		t.Errorf("T09 without a date: %+v, %v", e, err)
	}
}

// Every indicator found is listed with its sentence, also one that speaks for
// the other status.
func TestIndicatorsAreListed(t *testing.T) {
	c := newCoder(t)
	book, err := data.DefaultCodebook()
	if err != nil {
		t.Fatal(err)
	}
	found := 0
	for _, one := range book.Variable(data.VarTheme).Codes {
		for _, example := range one.Examples {
			for _, h := range c.Indicators(prose.FromPassage(example.Text, data.Findings), one.Code) {
				found++
				if !strings.Contains(example.Text, h.Quote) || h.Pattern == "" || h.Weight == 0 || h.Page != 1 || h.Counts != 1 {
					t.Errorf("%s: got %+v", one.Code, h)
				}
			}
		}
	}
	if found == 0 {
		t.Error("no example has an indicator")
	}
}
