package search_test

import (
	"context"
	"errors"
	"fmt"
	"reflect"
	"strings"
	"testing"

	"rodedraad/analysis"
	"rodedraad/analysis/analysistest"
	"rodedraad/analysis/search"
	"rodedraad/data"
)

// report makes a document of which every text is a passage on a page of its
// own.
func report(number int, texts ...string) *data.Record {
	d := analysistest.NewDraft(number, 2020)
	r := d.Record()
	for i, text := range texts {
		section := data.Findings
		if rest, ok := strings.CutPrefix(text, "INHOUD "); ok {
			text, section = rest, data.Contents
		}
		kind := data.Paragraph
		if rest, ok := strings.CutPrefix(text, "KOP "); ok {
			text, kind = rest, data.Heading
		}
		d.Say(i+1, text)
		r.Passages = append(r.Passages, data.Passage{
			Number: i + 1, Page: i + 1, Section: section, Kind: kind, HeadingPath: "Bevindingen", End: len(text), Text: text,
			Pieces: []data.Piece{{Page: i + 1, Length: len(text)}},
		})
	}
	return d.Done()
}

func find(t *testing.T, words string, limit int, records ...*data.Record) *search.Result {
	t.Helper()
	return ask(t, analysistest.Open(t, records...), words, limit)
}

func ask(t *testing.T, db analysis.DB, words string, limit int) *search.Result {
	t.Helper()
	q, err := search.Parse(words)
	if err != nil {
		t.Fatal(err)
	}
	result, err := search.Run(context.Background(), db, q, limit)
	if err != nil {
		t.Fatal(err)
	}
	return result
}

// marked gives what was found, best first.
func marked(r *search.Result) []string {
	out := []string{}
	for _, h := range r.Hits {
		out = append(out, h.Marked("[", "]"))
	}
	return out
}

func TestWhatAQueryFinds(t *testing.T) {
	texts := []string{
		"De hulp moest op schaal zijn.",
		"Zij wilden opschalen, maar niemand schaalde op.",
		"Het gezin kreeg hulp van de jeugd-ggz.",
		"Een suïcide in een instelling voor jeugdhulp.",
		"INHOUD Opschalen 4",
		"KOP Opschalen",
		"De hulp is gestopt. Veilig was het niet.",
		"Geen kind was thuis.",
		"Zij zagen de kinderen niet.",
	}
	db := analysistest.Open(t, report(1, texts[:5]...), report(2, texts[5:]...))
	for _, c := range []struct {
		words string
		want  []string
	}{
		{"opschaal", []string{"Zij wilden [opschalen], maar niemand schaalde op."}},
		{"OPSCHALEN", []string{"Zij wilden [opschalen], maar niemand schaalde op."}},
		{"ggz", []string{"Het gezin kreeg hulp van de [jeugd-ggz]."}},
		{"suicide", []string{"Een [suïcide] in een instelling voor jeugdhulp."}},
		{"jeugd*", []string{"Het gezin kreeg hulp van de [jeugd-ggz].", "Een suïcide in een instelling voor [jeugdhulp]."}},
		{"*hulp -gezin -moest -veilig", []string{"Een suïcide in een instelling voor [jeugdhulp]."}},
		{`"hulp van de"`, []string{"Het gezin kreeg [hulp van de] jeugd-ggz."}},
		{`"hulp van" suicide`, []string{"Het gezin kreeg [hulp van] de jeugd-ggz."}},
		{`hulp -"hulp is" -"hulp moest"`, []string{"Het gezin kreeg [hulp] van de jeugd-ggz."}},
		{`"gestopt veilig"`, []string{"De hulp is [gestopt. Veilig] was het niet."}},
		{"kinderen", []string{"Geen [kind] was thuis.", "Zij zagen de [kinderen] niet."}},
		{"kind", []string{"Geen [kind] was thuis.", "Zij zagen de [kinderen] niet."}},
		{"eenhoorn", []string{}},
		{"'; DROP TABLE passage; --", []string{}},
		{"(.*", nil},
	} {
		t.Run(c.words, func(t *testing.T) {
			if c.want == nil {
				if _, err := search.Parse(c.words); !errors.Is(err, search.ErrNoWords) {
					t.Fatalf("got %v, want ErrNoWords", err)
				}
				return
			}
			got := ask(t, db, c.words, 10)
			if !reflect.DeepEqual(marked(got), c.want) {
				t.Errorf("got %q, want %q", marked(got), c.want)
			}
			if got.Passages != 7 {
				t.Errorf("%d passages were searched, want all but the heading and the table of contents", got.Passages)
			}
		})
	}
}

func TestRareAndShortAndRepeatedRankFirst(t *testing.T) {
	db := analysistest.Open(t, report(1, "Het kind was thuis.", "Een kind speelde buiten.", "Met het kind is gesproken."),
		report(2, "Over de meldcode sprak niemand.", "Het kind, het kind, steeds weer het kind, zo vaak genoemd."))
	got := ask(t, db, "kind meldcode", 10)
	if len(got.Hits) != 5 || got.Hits[0].Text != "Over de meldcode sprak niemand." {
		t.Errorf("the rare word is not first: %q", marked(got))
	}
	got = ask(t, db, "kind", 10)
	if !strings.HasPrefix(got.Hits[0].Text, "Het kind, het kind") || got.Hits[1].Text != "Het kind was thuis." {
		t.Errorf("got %q, want repeated first, then the shortest", marked(got))
	}
	for i, h := range got.Hits {
		if h.Rank != i+1 || i > 0 && h.Score > got.Hits[i-1].Score {
			t.Errorf("hit %d has rank %d and score %f", i, h.Rank, h.Score)
		}
	}
}

// A short list is the beginning of a long one, whatever was thrown away on the
// way.
func TestALimitLosesNothingOfTheTop(t *testing.T) {
	var records []*data.Record
	for i := range 12 {
		var texts []string
		for j := range 6 {
			texts = append(texts, strings.Repeat("gezin ", (i+j)%4)+strings.Repeat("school ", i%3)+strings.Repeat("x ", (i*7+j*3)%11)+"slot.")
		}
		records = append(records, report(i, texts...))
	}
	db := analysistest.Open(t, records...)
	all := ask(t, db, "gezin school", search.MostHits)
	few := ask(t, db, "gezin school", 7)
	if len(few.Hits) != 7 || !reflect.DeepEqual(few.Hits, all.Hits[:7]) || few.Found != all.Found || int(all.Found) != len(all.Hits) {
		t.Errorf("the first 7 of %d differ from a search for 7", len(all.Hits))
	}
}

func TestPageIsThatOfTheWord(t *testing.T) {
	d := analysistest.NewDraft(1, 2020)
	d.Say(1, "Het verslag begint hier")
	d.Say(2, "en de meldcode staat hier.")
	r := d.Record()
	first, second := "Het verslag begint hier", "en de meldcode staat hier."
	r.Passages = []data.Passage{{Number: 1, Page: 1, Section: data.Facts, Kind: data.Paragraph, End: len(first), Text: first + " " + second,
		Pieces: []data.Piece{{Page: 1, Length: len(first)}, {TextStart: len(first) + 1, Page: 2, Length: len(second)}}}}
	record := d.Done()
	db := analysistest.Open(t, record)
	for words, page := range map[string]int{"verslag": 1, "meldcode": 2, "meldcode verslag": 1} {
		if got := ask(t, db, words, 1); len(got.Hits) != 1 || got.Hits[0].Page != page {
			t.Errorf("%s: got %+v, want page %d", words, got.Hits, page)
		}
	}
}

func TestExcerptHoldsTheMarks(t *testing.T) {
	text := strings.Repeat("voor ", 50) + "meldcode en nogmaals meldcode" + strings.Repeat(" na", 50)
	got := find(t, "meldcode", 1, report(1, text))
	short := got.Hits[0].Excerpt(20)
	want := "… voor voor voor voor [meldcode] en nogmaals [meldcode]" + strings.Repeat(" na", 12) + " …"
	if short.Marked("[", "]") != want {
		t.Errorf("got %q\nwant %q", short.Marked("[", "]"), want)
	}
	if whole := got.Hits[0].Excerpt(500); whole.Text != text {
		t.Errorf("a short passage was cut to %q", whole.Text)
	}
}

func TestTableSaysWhatIsNotShown(t *testing.T) {
	got := find(t, "kind", 2, report(1, "een kind", "twee kinderen", "geen kind"))
	table := got.Table("nl")
	if len(table.Rows) != 2 || fmt.Sprint(table.Notes) != "[2 van 3 passages zijn getoond]" {
		t.Errorf("got %d rows, notes %v", len(table.Rows), table.Notes)
	}
	if text := table.Text(0, "text"); !strings.Contains(text, "«kind") {
		t.Errorf("got %q", text)
	}
}

func TestTooMuchIsAnError(t *testing.T) {
	if _, err := search.Parse(strings.Repeat("woord ", 33)); err == nil || !strings.Contains(err.Error(), "at most 32") {
		t.Errorf("got %v", err)
	}
	for _, empty := range []string{"", "  ", "-kind", `""`, "-"} {
		if _, err := search.Parse(empty); !errors.Is(err, search.ErrNoWords) {
			t.Errorf("%q: got %v", empty, err)
		}
	}
}
