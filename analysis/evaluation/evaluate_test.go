package evaluation_test

import (
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"rodedraad/analysis/analysistest"
	"rodedraad/analysis/evaluation"
	"rodedraad/data"
)

// truth of rapport-001: RD1 and the sector are right, T02 is missed, T01 is
// coded wrongly, the date is right, the victims are one too few.
const truth = `{"file": "rapport-001", "held_out": true, "document_kind": "inspectierapport", "title": "Casusonderzoek 1",
 "publication_date": "2016-02", "inspectorates": ["IGJ"],
 "calamities": [{"event_class": "calamiteit", "types": ["fataal_geweld"], "setting": "thuis", "event_date": "2015", "event_precision": "jaar",
   "area": {"level": "gemeente", "name": "Utrecht"}, "legal_frame": ["vrijwillig"],
   "victims": [{"count_min": 2, "count_max": 2, "outcome": "fataal", "sex": "niet_vermeld", "role": "primair_kind"}]}],
 "sectors_involved": ["politie"], "red_threads": {"RD1": "aanwezig", "RD2": "niet_genoemd", "RD3": "niet_genoemd"},
 "themes_present": ["T02"], "themes_explicitly_absent": [], "questions": {"BV1": "beantwoord"},
 "recommendations": [{"addressee": "instelling", "starts_with": "Zorg dat ieder kind wordt gezien"}], "reported_aggregates": [{"subject": "x", "value": 119000}]}`

func report() *data.Record {
	d := analysistest.NewDraft(1, 2016)
	d.Find("rode_draad", "RD1", "", data.Present, 3, "Niemand vroeg de vader naar zijn kinderen.")
	d.Find("thema", "T01", "", data.Present, 3, "Niemand had de regie.")
	d.Find("sector", "politie", "betrokken", data.Present, 4, "De politie kwam driemaal aan de deur.")
	d.Find("sector", "huisarts", "genoemd", data.Present, 5, "Gesproken is met de huisarts.")
	d.Find("basisvraag", "BV1", "beantwoord", data.Present, 5, "Wie let er op de kinderen? De school.")
	d.Find("aanbeveling", "gemeente_bestuurder", "1", data.Present, 6, "Zorg dat ieder kind wordt gezien en gehoord.")
	d.Calamity("fataal_geweld", 2015, data.Victim{CountMin: 1, CountMax: 1, Outcome: "fataal", AgeGroup: "onbekend", Sex: "niet_vermeld", Role: "primair_kind"})
	r := d.Record()
	r.Recommendations = []data.Recommendation{{Page: 6, Text: "Zorg dat ieder kind wordt gezien en gehoord.", Addressee: "gemeente_bestuurder"}}
	return d.Done()
}

func evaluate(t *testing.T) *evaluation.Result {
	t.Helper()
	gold := fstest.MapFS{
		"rapport-001.json": {Data: []byte(truth)},
		"weg.json":         {Data: []byte(`{"file": "weg"}`)},
	}
	r, err := evaluation.Evaluate(context.Background(), analysistest.Open(t, report()), gold, analysistest.Codebook())
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func TestEvaluate(t *testing.T) {
	r := evaluate(t)
	if len(r.Parts) != 1 || r.Parts[0].Name != evaluation.HeldOut || r.Parts[0].Documents != 1 {
		t.Fatalf("got parts %+v", r.Parts)
	}
	if len(r.Missing) != 1 || r.Missing[0] != "weg" {
		t.Errorf("got missing %v", r.Missing)
	}
	exact := map[string]int64{}
	for _, e := range r.Parts[0].Exact {
		exact[e.Variable] = e.Right
	}
	for variable, right := range map[string]int64{
		"kind": 1, "publication_date": 1, "inspectorates": 1, "title": 1, "calamities": 1, "victims": 0,
		"event_date": 1, "main_type": 1, "area": 1, "legal_frame": 1, "addressee": 0,
	} {
		if exact[variable] != right {
			t.Errorf("%s: got %d right, want %d", variable, exact[variable], right)
		}
	}
	type counts struct{ tp, fp, fn int64 }
	for _, s := range r.Parts[0].Micro {
		want, ok := map[string]counts{
			"red_thread": {1, 0, 0}, "theme": {0, 1, 1}, "sector": {1, 0, 0}, "question": {1, 0, 0},
			"recommendation": {1, 0, 0}, "reported_count": {0, 0, 1},
		}[s.Variable]
		if got := (counts{s.TruePositive, s.FalsePositive, s.FalseNegative}); ok && got != want {
			t.Errorf("%s: got %+v, want %+v", s.Variable, got, want)
		}
	}
}

// A difference comes with the sentence on which the machine's answer rests.
func TestDifferencesHaveTheirSentence(t *testing.T) {
	for _, d := range evaluate(t).Differences {
		if d.Variable == "theme" && d.Code == "T01" {
			if d.Page != 3 || d.Quote != "Niemand had de regie." {
				t.Errorf("got p. %d %q", d.Page, d.Quote)
			}
			return
		}
	}
	t.Error("the wrong theme is no difference")
}

func TestBars(t *testing.T) {
	r := evaluate(t)
	for bars, below := range map[string]int{
		`{"held_out": {"exact": {"kind": 0.95}, "micro_f1": {"sector": 0.88}, "macro_f1": {"red_thread": 0.85}, "distractors_with_a_case": 0}}`: 0,
		`{"held_out": {"exact": {"victims": 0.9}, "micro_f1": {"theme": 0.78}}}`:                                                                2,
		`{"held_out": {"exact": {"verzonnen": 0.1}}}`:                                                                                           1,
		`{"tuned": {}}`: 1,
	} {
		b, err := evaluation.ReadBars(strings.NewReader(bars))
		if err != nil {
			t.Fatal(err)
		}
		if got := r.Below(b); len(got) != below {
			t.Errorf("%s: got %q, want %d lines", bars, got, below)
		}
	}
	if _, err := evaluation.ReadBars(strings.NewReader(`{"held_out": {"exakt": {}}}`)); err == nil {
		t.Error("a misspelled bar was accepted")
	}
}

// The page names every difference with its quote, escapes what reports say, and
// loads nothing.
func TestPage(t *testing.T) {
	r := evaluate(t)
	for i := range r.Differences {
		if r.Differences[i].Code == "T01" {
			r.Differences[i].Quote = "<script>alert(1)</script> & “regie”"
		}
	}
	for language, words := range map[string][]string{
		"nl": {`<html lang="nl">`, "Apart gehouden rapporten: 1", "Elk verschil", "Niet in de database", "0,00"},
		"en": {`<html lang="en">`, "Reports held out: 1", "Every difference", "Not in the database", "0.00"},
	} {
		var b strings.Builder
		if err := r.Page(&b, analysistest.Codebook(), language, []string{"held_out: micro F1"}); err != nil {
			t.Fatal(err)
		}
		page := b.String()
		for _, w := range append(words, "&lt;script&gt;alert(1)&lt;/script&gt; &amp;", "held_out: micro F1", "rapport-001", "Content-Security-Policy", "default-src") {
			if !strings.Contains(page, w) {
				t.Errorf("%s: %q is not on the page", language, w)
			}
		}
		for _, w := range []string{"<script", "http:", "https:", "src=", "href=", "NaN", "ZgotmplZ"} {
			if strings.Contains(page, w) {
				t.Errorf("%s: %q is on the page", language, w)
			}
		}
	}
}

// What JSON has no word for is null, and intervals hold their estimate.
func TestResultAsJSON(t *testing.T) {
	text, err := json.Marshal(evaluate(t))
	if err != nil {
		t.Fatal(err)
	}
	var got struct {
		Parts []struct {
			Micro []struct {
				Variable string
				N, Gold  int64
				F1       struct{ Estimate, Low, High *float64 }
			}
			ByCode []any `json:"by_code"`
		}
	}
	if err := json.Unmarshal(text, &got); err != nil {
		t.Fatal(err)
	}
	seen := 0
	for _, m := range got.Parts[0].Micro {
		if m.Variable == "red_thread" {
			seen++
			if m.Gold != 1 || m.F1.Estimate == nil || *m.F1.Estimate != 1 || *m.F1.Low >= 1 {
				t.Errorf("got %+v", m)
			}
		}
	}
	if seen != 1 || len(got.Parts[0].ByCode) == 0 {
		t.Errorf("got %s", text)
	}
}

func TestAccuracyIsOfTheHeldOut(t *testing.T) {
	r := evaluate(t)
	a := r.Accuracy("0.1+test")
	if a.Documents != 1 || a.Codebook != "0.1+test" {
		t.Errorf("got %+v", a)
	}
	if s := a.Of("rode_draad", "RD1"); s == nil || s.Gold != 1 || s.Coded != 1 {
		t.Errorf("RD1: got %+v", s)
	}
	if s := a.Of("thema", "T01"); s == nil || s.Gold != 0 || s.Coded != 1 || s.Recall.Estimate != nil {
		t.Errorf("T01: got %+v", s)
	}
	if w := a.WholeOf("slachtoffer"); w == nil || w.Right != 0 || w.N != 1 {
		t.Errorf("victims: got %+v", w)
	}
	r.Parts[0].Name = evaluation.Tuned
	if a := r.Accuracy(""); a.Documents != 0 || len(a.Codes) != 0 {
		t.Error("figures of the tuned part were given")
	}
}

// The bars of the project are ones that this program knows how to check.
func TestBarsOfTheProject(t *testing.T) {
	f, err := os.Open(filepath.Join("..", "..", "data", "samples", "bars.json"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	bars, err := evaluation.ReadBars(f)
	if err != nil {
		t.Fatal(err)
	}
	if bar := bars[evaluation.HeldOut]; bar.Exact["victims"] != 0.9 || bar.Themes == nil || bar.FalseCases == nil {
		t.Errorf("got %+v", bar)
	}
}
