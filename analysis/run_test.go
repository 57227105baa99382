package analysis_test

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	"rodedraad/analysis"
	"rodedraad/analysis/analysistest"
	"rodedraad/data"
)

func run(t *testing.T, db analysis.DB, name string, params map[string]string) *analysis.Table {
	t.Helper()
	got, err := analysis.Run(context.Background(), db, name, params, analysis.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return got
}

// row finds the row whose column has a value.
func row(t *testing.T, got *analysis.Table, column, value string) int {
	t.Helper()
	for i := range got.Rows {
		if got.Text(i, column) == value {
			return i
		}
	}
	t.Fatalf("%s has no row with %s %s", got.Name, column, value)
	return 0
}

func expect(t *testing.T, got *analysis.Table, row int, want map[string]string) {
	t.Helper()
	for column, value := range want {
		if text := got.Text(row, column); text != value {
			t.Errorf("%s row %d: %s is %q, want %q", got.Name, row+1, column, text, value)
		}
	}
}

// Every query runs on a corpus and on an empty warehouse, in both languages,
// and gives the columns that its header says (Run checks that).
func TestEveryQueryGivesTheColumnsOfItsHeader(t *testing.T) {
	queries, err := analysis.Catalogue()
	if err != nil {
		t.Fatal(err)
	}
	if len(queries) < 25 {
		t.Fatalf("only %d queries were found", len(queries))
	}
	full := analysistest.Open(t, analysistest.Corpus(30)...)
	empty := analysistest.Open(t)
	for _, q := range queries {
		t.Run(q.Name, func(t *testing.T) {
			for _, language := range []string{"nl", "en"} {
				got, err := q.Run(context.Background(), full, nil, analysis.Options{Language: language})
				if err != nil {
					t.Fatal(err)
				}
				if len(got.Rows) == 0 {
					t.Error("gives no rows on a corpus that has them")
				}
				if _, err := q.Run(context.Background(), empty, nil, analysis.Options{Language: language}); err != nil {
					t.Fatalf("on an empty warehouse: %v", err)
				}
			}
		})
	}
}

func threeReports(t *testing.T) analysis.DB {
	a := analysistest.NewDraft(1, 2014).
		Find("rode_draad", "RD1.2", "", data.Present, 3, "Naar kinderen is niet gevraagd.").
		Find("rode_draad", "RD1", "", data.Present, 3, "De zorg keek naar de ouder.").
		Find("sector", "politie", "onderzocht", data.Present, 3, "De politie kende het adres.").
		Find("sector", "politie", "beoordeeld", data.Present, 4, "De politie handelde snel.").
		Calamity("fataal_geweld", 2013, data.Victim{CountMin: 2, CountMax: 2, Outcome: "fataal", AgeGroup: "4-11", Sex: "niet_vermeld", Role: "primair_kind"}).
		Done()
	b := analysistest.NewDraft(2, 2016).
		Find("rode_draad", "RD1.2", "", data.Present, 3, "Een kindcheck bleef uit.").
		Find("rode_draad", "RD2", "", data.ExplicitlyAbsent, 3, "Er is op tijd opgeschaald.").
		Find("sector", "politie", "genoemd", data.Present, 7, "Gesproken is met de politie.").
		Calamity("suicide", 0, data.Victim{CountMin: 1, CountMax: 3, Outcome: "ernstig_letsel", AgeGroup: "12-17", Sex: "niet_vermeld", Role: "primair_kind"}).
		Calamity("fataal_geweld", 2015, data.Victim{CountMin: 1, CountMax: 1, Outcome: "fataal", AgeGroup: "onbekend", Sex: "m", Role: "dader_overleden"})
	c := analysistest.NewDraft(3, 2017).
		Find("rode_draad", "RD3", "", data.Present, 3, "De problemen waren blijvend.")
	c.Document().InCorpus = false
	return analysistest.Open(t, a, b.Done(), c.Done())
}

func TestSubCodeCountsForItsRedThread(t *testing.T) {
	got := run(t, threeReports(t), "red_threads", nil)
	expect(t, got, row(t, got, "code", "RD1"), map[string]string{
		"documents": "2", "mentions": "3", "explicitly_absent": "0", "codable": "2", "share": "1",
	})
	expect(t, got, row(t, got, "code", "RD2"), map[string]string{"documents": "0", "explicitly_absent": "1"})
	expect(t, got, row(t, got, "code", "RD3"), map[string]string{"documents": "0", "share": "0"})
}

func TestCorpusAlleWidens(t *testing.T) {
	got := run(t, threeReports(t), "red_threads", map[string]string{"corpus": "alle"})
	expect(t, got, row(t, got, "code", "RD3"), map[string]string{"documents": "1", "codable": "3"})
}

func TestYearsOfPublicationNarrow(t *testing.T) {
	got := run(t, threeReports(t), "red_threads", map[string]string{"from": "2015", "to": "2016"})
	expect(t, got, row(t, got, "code", "RD1"), map[string]string{"documents": "1", "codable": "1"})
}

func TestSectorIsInvolvedWhenMoreThanNamed(t *testing.T) {
	got := run(t, threeReports(t), "sectors", nil)
	expect(t, got, row(t, got, "code", "politie"), map[string]string{
		"documents": "1", "named_only": "1", "mentions": "2",
	})
}

// Victims count by event and event year; the dead perpetrator is no victim; a
// range stays a range; an event without a year stands in the year of its report.
func TestVictimsByYearKeepTheCountingRules(t *testing.T) {
	got, err := analysis.Run(context.Background(), threeReports(t), "victims_by_year", nil,
		analysis.Options{ShowSmallCounts: true})
	if err != nil {
		t.Fatal(err)
	}
	cells := map[string]string{}
	for i := range got.Rows {
		cells[got.Text(i, "year")+" "+got.Text(i, "outcome")] = got.Text(i, "victims_min") + "-" + got.Text(i, "victims_max")
	}
	for cell, want := range map[string]string{
		"2013 fataal": "2-2", "2013 alle": "2-2", "2016 ernstig_letsel": "1-3", "2016 alle": "1-3",
		"2015 alle": "0-0", "alle alle": "3-5", "alle fataal": "2-2",
	} {
		if cells[cell] != want {
			t.Errorf("%s: got %s, want %s", cell, cells[cell], want)
		}
	}
}

func TestNoUpperBoundStaysUnknown(t *testing.T) {
	open := data.Victim{CountMin: 2, CountMax: -1, Outcome: "fataal", AgeGroup: "0", Sex: "niet_vermeld", Role: "primair_kind"}
	db := analysistest.Open(t, analysistest.NewDraft(1, 2014).Calamity("fataal_geweld", 2013, open).Done())
	got := run(t, db, "victims_by_outcome", nil)
	expect(t, got, row(t, got, "outcome", "fataal"), map[string]string{"victims_min": "2", "victims_max": ""})
	expect(t, got, row(t, got, "outcome", "onbekend"), map[string]string{"victims_min": "0", "victims_max": "0"})
	expect(t, run(t, db, "summary", nil), 0, map[string]string{"victims_min": "2", "victims_max": ""})
	// A hidden maximum that is unknown may not be called less than five.
	crossed := run(t, db, "victims_by_year", nil)
	expect(t, crossed, 0, map[string]string{"outcome": "fataal", "victims_min": "<5", "victims_max": "x"})
}

func TestCrossedTableHidesSmallCountsByDefault(t *testing.T) {
	got := run(t, threeReports(t), "victims_by_year", nil)
	expect(t, got, 0, map[string]string{"year": "2013", "outcome": "fataal", "victims_min": "<5", "victims_max": "<5", "calamities": "x"})
	if len(got.Notes) != 1 || !strings.Contains(got.Notes[0], "afgeschermd") {
		t.Errorf("a reader is not told that cells are hidden: %q", got.Notes)
	}
	for i := range got.Rows { // totals by one property stay
		if got.Text(i, "year") == "2013" && got.Text(i, "outcome") == "alle" {
			expect(t, got, i, map[string]string{"victims_min": "2"})
		}
	}
}

func TestCalamitiesByYear(t *testing.T) {
	got := run(t, threeReports(t), "calamities_by_year", nil)
	expect(t, got, row(t, got, "year", "2013"), map[string]string{"calamities": "1", "calamities_low": "0.0253", "calamities_high": "5.5716"})
	expect(t, got, row(t, got, "year", "2016"), map[string]string{"calamities": "1", "dated_by_report": "1"})
}

func TestAreaIsNoFinerThanProvince(t *testing.T) {
	got := run(t, threeReports(t), "calamities", nil)
	for i, r := range got.Rows {
		expect(t, got, i, map[string]string{"province": "Utrecht"})
		if text := fmt.Sprint(r); strings.Contains(text, "gm0344") {
			t.Errorf("a municipality is shown: %s", text)
		}
	}
}

func TestFindingsGiveTheSentence(t *testing.T) {
	got := run(t, threeReports(t), "findings", map[string]string{"code": "RD1.2"})
	if len(got.Rows) != 2 {
		t.Fatalf("got %d places, want 2", len(got.Rows))
	}
	expect(t, got, 0, map[string]string{"published": "2016-03", "page": "3", "quote": "Een kindcheck bleef uit.", "label": "Kindcheck"})
}

func TestWrongParametersNameTheRightOnes(t *testing.T) {
	db := analysistest.Open(t)
	for _, c := range []struct {
		name   string
		params map[string]string
		want   []string
	}{
		{"red_threads", map[string]string{"year": "2015"}, []string{`"year"`, "corpus, from, to"}},
		{"red_threads", map[string]string{"corpus": "all"}, []string{"kern, alle"}},
		{"red_threads", map[string]string{"from": "';--"}, []string{"whole number"}},
		{"problems", map[string]string{"from": "1"}, []string{"none"}},
		{"red_thread", nil, []string{"red_threads"}},
		{"sektors", nil, []string{"sectors"}},
	} {
		_, err := analysis.Run(context.Background(), db, c.name, c.params, analysis.Options{})
		for _, want := range c.want {
			if err == nil || !strings.Contains(err.Error(), want) {
				t.Errorf("%s %v: error %v does not name %s", c.name, c.params, err, want)
			}
		}
	}
	var unknown *analysis.UnknownQueryError
	if _, err := analysis.Find("slachtoffers"); !errors.As(err, &unknown) || len(unknown.Nearest) != 3 {
		t.Errorf("got %v, want three nearest names", err)
	}
}

func TestTextParametersAreBoundNotPasted(t *testing.T) {
	got := run(t, threeReports(t), "findings", map[string]string{"code": "RD1' OR '1'='1"})
	if len(got.Rows) != 0 {
		t.Errorf("%d rows for a code that does not exist", len(got.Rows))
	}
}
