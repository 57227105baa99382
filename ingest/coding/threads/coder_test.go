package threads

import (
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
