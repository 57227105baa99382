package threads

import (
	"strings"
	"testing"

	"rodedraad/data"
	"rodedraad/ingest/coding/prose"
)

func newCoder(t testing.TB) *Coder {
	t.Helper()
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

func coded(c *Coder, text *prose.Text, date data.Date) *data.Record {
	r := &data.Record{Pages: text.Pages, Passages: text.Passages, Document: data.Document{PublicationDate: date}}
	c.Code(text, r)
	return r
}

func TestEveryCodeHasOneFindingThatVerifies(t *testing.T) {
	c := newCoder(t)
	for _, text := range []string{
		"Ja.", "Dit rapport gaat over een brand in een loods.",
		"De hulp werd afgesloten zonder dat iemand had gekeken hoe het met de kinderen ging. Er zijn geen afspraken gemaakt over wie het gezin zou volgen.",
	} {
		r := coded(c, prose.FromPassage(text, data.Conclusions), data.Date{})
		if err := r.Verify(); err != nil {
			t.Error(err)
		}
		seen := map[string]bool{}
		for _, f := range r.Findings {
			if seen[f.Code] {
				t.Errorf("%q: two findings of %s", text, f.Code)
			}
			seen[f.Code] = true
		}
		if len(seen) != len(c.codes) {
			t.Errorf("%q: %d findings for %d codes", text, len(seen), len(c.codes))
		}
	}
}

// Every code of the two variables is described in full, and its examples are
// among the strongest of what the passage classifier hears in them.
func TestCodebookEntries(t *testing.T) {
	c := newCoder(t)
	for i := range c.codes {
		one := &c.codes[i]
		t.Run(one.Code.Code, func(t *testing.T) {
			for what, missing := range map[string]bool{
				"label": one.Label.NL == "" || one.Label.EN == "", "definition": one.Definition.NL == "" || one.Definition.EN == "",
				"include": len(one.Include) == 0, "exclude": len(one.Exclude) == 0, "source": one.Source == "",
				"examples": len(one.Examples) == 0, "indicators": len(one.Indicators) == 0,
				"threshold_reason": one.Threshold != 0 && one.Reason == "",
			} {
				if missing {
					t.Errorf("no %s", what)
				}
			}
			for _, example := range one.Examples {
				checkExample(t, c, one, example)
			}
		})
	}
}

func checkExample(t *testing.T, c *Coder, one *code, example data.Example) {
	t.Helper()
	r := c.read(prose.FromPassage(example.Text, data.Findings))
	output, rivals := one.present, c.presents
	if example.Status == data.ExplicitlyAbsent {
		output, rivals = one.absent, c.absents
	}
	scores := r.scores[len(r.scores)-1]
	above := 0
	for _, o := range rivals {
		if scores[o] > scores[output] {
			above++
		}
	}
	if above > 3 {
		t.Errorf("%q: %d codes score higher", example.Text, above)
	}
}

// Before 2016 the sub-codes that were themes then stand as themes, and never
// both.
func TestAliasesByYear(t *testing.T) {
	c := newCoder(t)
	text := "De zelfredzaamheid van de ouders en hun netwerk is overschat. Van de ouders is verwacht wat zij niet konden. " +
		"Moeder zegde afspraken keer op keer af en hield de hulp buiten de deur, zonder dat dit is herkend als zorg mijden."
	for _, tc := range []struct {
		year  int
		never []string
	}{{2012, []string{"RD3.1", "RD3.3"}}, {2016, []string{"T09", "T15"}}, {0, []string{"T09", "T15"}}} {
		date := data.Date{}
		if tc.year > 0 {
			date = data.Date{Year: tc.year, Month: 1, Day: 1, Precision: data.Year}
		}
		for _, f := range coded(c, prose.FromPassage(text, data.Findings), date).Findings {
			for _, code := range tc.never {
				if f.Code == code && f.Status != data.NotMentioned {
					t.Errorf("%d: %s is %s", tc.year, code, f.Status)
				}
			}
		}
	}
}

// Norms, method, annexes and headings find nothing, whatever they say.
func TestSectionsThatDoNotCount(t *testing.T) {
	c := newCoder(t)
	text := "De kindcheck is niet gedaan. Niemand vroeg of er kinderen waren. De regie ontbrak en niemand had het overzicht."
	for _, section := range []data.SectionRole{data.Norms, data.Method, data.Annex, data.Contents, data.Colophon} {
		for _, f := range coded(c, prose.FromPassage(text, section), data.Date{}).Findings {
			if f.Status != data.NotMentioned {
				t.Errorf("%s: %s is %s", section, f.Code, f.Status)
			}
		}
	}
	heading := prose.FromPassage(text, data.Findings)
	heading.Passages[0].Kind = data.Heading
	for _, f := range coded(c, heading, data.Date{}).Findings {
		if f.Status != data.NotMentioned {
			t.Errorf("heading: %s is %s", f.Code, f.Status)
		}
	}
}

// A sub-code that is present brings its parent, with evidence that stands in
// the text.
func TestSubCodesBringTheirParent(t *testing.T) {
	c := newCoder(t)
	verdicts := make([]verdict, len(c.codes))
	for i := range verdicts {
		verdicts[i].status = data.NotMentioned
	}
	sub, parent := c.place("RD2.2"), c.place("RD2")
	verdicts[sub] = verdict{status: data.Present, output: c.codes[sub].present, above: 1}
	c.implyParents(verdicts)
	if verdicts[parent].status != data.Present || verdicts[parent].implied != "RD2.2" {
		t.Errorf("RD2 is %+v", verdicts[parent])
	}
	verdicts[c.place("T09")] = verdict{status: data.Present, output: c.codes[sub].present, above: 1}
	c.implyParents(verdicts)
	if rd3 := c.place("RD3"); verdicts[rd3].implied != "T09" {
		t.Errorf("RD3 is %+v, want it brought by T09", verdicts[rd3])
	}
	if other := c.place("RD1"); verdicts[other].status != data.NotMentioned {
		t.Error("RD1 came along")
	}
}

func FuzzCode(f *testing.F) {
	c := newCoder(f)
	f.Add("De hulp is gestopt. Niemand keek nog naar de kinderen. 'Wie had de regie?' Dat wist geen van hen.")
	f.Add("\u00ad—\u0301 . ? ! 12.3")
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 600 || text == "" {
			return
		}
		r := coded(c, prose.FromPassage(text, data.Findings), data.Date{})
		if err := r.Verify(); err != nil {
			t.Fatalf("%q: %v", text, err)
		}
	})
}

// A report on something else than a family has no themes, however much it
// speaks of privacy, contracts and agreements.
func TestReportsOnOtherSubjects(t *testing.T) {
	c := newCoder(t)
	text := strings.Repeat("De leverancier heeft met een beroep op de privacywetgeving geen gegevens gedeeld. "+
		"Het contract liep af en het tarief was te laag, zodat de dienst stopte. Niemand had de regie over het systeem. ", 6)
	for _, f := range coded(c, prose.FromPassage(text, data.Findings), data.Date{}).Findings {
		if f.Status != data.NotMentioned {
			t.Errorf("%s is %s: %s", f.Code, f.Status, f.Reason)
		}
	}
}
