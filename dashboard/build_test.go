package dashboard_test

import (
	"bytes"
	"context"
	"encoding/csv"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"rodedraad/analysis/analysistest"
	"rodedraad/dashboard"
	"rodedraad/data"
)

const evil = `"><img src=x onerror=alert(1)></script><script>alert(1)</script>'`

// hostile is a report whose every text tries to get out.
func hostile() *data.Record {
	d := analysistest.NewDraft(900, 2021)
	doc := d.Document()
	doc.Title, doc.SourceURL, doc.ReportNumber = evil, "javascript:alert(1)", evil
	doc.FileName, doc.CorpusReason = evil+".pdf", evil
	d.Find("rode_draad", "RD1", "", data.Present, 3, evil)
	d.Find("sector", "politie", evil, data.Present, 3, evil)
	d.Find("rode_draad", "RD2", "", data.ExplicitlyAbsent, 4, "Het opschalen ging juist goed.")
	d.Calamity("suicide", 2020, data.Victim{CountMin: 1, CountMax: 2, Outcome: "fataal", AgeGroup: "12-17", Sex: "v", Role: "primair_kind"})
	quote := d.Say(6, evil)
	r := d.Record()
	r.Recommendations = append(r.Recommendations, data.Recommendation{Page: 6, Text: quote.Quote, Addressee: evil, Form: "aanbeveling", Level: "lokaal", Deadline: evil})
	r.Findings = append(r.Findings,
		data.Finding{Variable: "gebeurtenis", Code: "date", Value: "2020-03-17", Status: data.Present, Certainty: data.High, Coder: "test",
			Reason: "op 17 maart 2020", Calamity: 1, Evidence: []data.Evidence{d.Say(2, "Op 17 maart 2020 gebeurde het.")}})
	return d.Done()
}

// hostileSite is the site of a corpus with the hostile report in it. It is made
// once: the tests look at it from several sides.
func hostileSite(t *testing.T) map[string][]byte {
	t.Helper()
	made.Do(func() {
		other := analysistest.NewDraft(901, 2022)
		other.Document().InCorpus = false
		other.Document().Title = "Jaarbericht"
		db := analysistest.Open(t, append(analysistest.Corpus(40), hostile(), other.Done())...)
		made.files, made.err = dashboard.Pages(context.Background(), db, dashboard.Options{
			Notice: "Voorbeeldgegevens: fictieve rapporten", NoticeEN: "Sample data", Codebook: analysistest.Codebook(),
		})
	})
	if made.err != nil {
		t.Fatal(made.err)
	}
	return made.files
}

var made struct {
	sync.Once
	files map[string][]byte
	err   error
}

// Pages itself fails on a dead link; this counts that there is something to
// link.
func TestEveryPageIsThereInBothLanguages(t *testing.T) {
	files := hostileSite(t)
	pages := map[string]int{}
	for name := range files {
		if strings.HasSuffix(name, ".html") {
			pages[strings.SplitN(strings.TrimPrefix(name, "en/"), "/", 2)[0]]++
		}
	}
	if pages["document"] != 2*42 {
		t.Errorf("%d document pages, want 42 in two languages", pages["document"])
	}
	if pages["code"] < 100 || pages["index.html"] != 2 || pages["methode.html"] != 1 || pages["method.html"] != 1 {
		t.Errorf("pages are %v", pages)
	}
}

func TestEveryPageHasItsFrame(t *testing.T) {
	for name, content := range hostileSite(t) {
		if !strings.HasSuffix(name, ".html") {
			continue
		}
		language := `<html lang="nl">`
		notice := "Voorbeeldgegevens: fictieve rapporten"
		if strings.HasPrefix(name, "en/") {
			language, notice = `<html lang="en">`, "Sample data"
		}
		for _, want := range []string{language, notice, "script-src &#39;self&#39;", `<a class="skip" href="#main">`, "</h1>", "codebo"} {
			if !bytes.Contains(content, []byte(want)) && !bytes.Contains(content, []byte(strings.ReplaceAll(want, "&#39;", "'"))) {
				t.Errorf("%s lacks %s", name, want)
			}
		}
		if n := bytes.Count(content, []byte("<h1")); n != 1 {
			t.Errorf("%s has %d headings of the first rank", name, n)
		}
	}
}

func TestHostileTextStaysText(t *testing.T) {
	for name, content := range hostileSite(t) {
		if !strings.HasSuffix(name, ".html") {
			continue
		}
		for _, bad := range []string{"<script>alert", "<img src=x", `href="javascript:`, " style=\"", "onerror=alert(1)>"} {
			if bytes.Contains(content, []byte(bad)) {
				t.Errorf("%s has %s", name, bad)
			}
		}
	}
}

// The day of an event is in its quote, its value and its reason; none of them
// may be in any file of the site.
func TestExactDateOfAnEventIsNowhere(t *testing.T) {
	for name, content := range hostileSite(t) {
		for _, bad := range []string{"17 maart 2020", "2020-03-17", "gm0344"} {
			if bytes.Contains(content, []byte(bad)) {
				t.Errorf("%s has %s", name, bad)
			}
		}
	}
}

// A hidden cell is hidden in the page, in CSV and in JSON, and has no link.
func TestHiddenCountsAreHiddenEverywhere(t *testing.T) {
	files := hostileSite(t)
	rows, err := csv.NewReader(bytes.NewReader(files["gegevens/sectors_by_red_thread.csv"])).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	hidden := 0
	for _, row := range rows[1:] {
		sector, thread, count := row[0], row[2], row[4]
		crossed := sector != "alle" && thread != "alle"
		switch count {
		case "1", "2", "3", "4":
			if crossed {
				t.Errorf("%s and %s: %s is shown", sector, thread, count)
			}
		case "<5", "x":
			hidden++
			if page := files["code/rode_draad-"+thread+".html"]; bytes.Contains(page, []byte(`id="sector-`+sector+`"`)) {
				t.Errorf("%s and %s are hidden, but their documents are listed together", sector, thread)
			}
		}
	}
	if hidden == 0 {
		t.Error("nothing was hidden: the test shows nothing")
	}
	marks := bytes.Count(files["gegevens/sectors_by_red_thread.json"], []byte(`"<5"`)) +
		bytes.Count(files["gegevens/sectors_by_red_thread.json"], []byte(`"\u003c5"`)) +
		bytes.Count(files["gegevens/sectors_by_red_thread.json"], []byte(`"x"`))
	if marks != hidden {
		t.Errorf("%d cells are hidden in CSV, %d in JSON", hidden, marks)
	}
}

func TestSameWarehouseSameBytes(t *testing.T) {
	build := func() string {
		out := t.TempDir()
		db := analysistest.Open(t, analysistest.Corpus(12)...)
		if err := dashboard.Build(context.Background(), db, dashboard.Options{Out: out}); err != nil {
			t.Fatal(err)
		}
		return out
	}
	a, b := build(), build()
	files := 0
	err := filepath.WalkDir(a, func(path string, entry os.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		files++
		name, err := filepath.Rel(a, path)
		if err != nil {
			return err
		}
		one, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		two, err := os.ReadFile(filepath.Join(b, name))
		if err != nil {
			return err
		}
		if !bytes.Equal(one, two) {
			return fmt.Errorf("%s differs", name)
		}
		return nil
	})
	if err != nil || files < 100 {
		t.Errorf("%d files: %v", files, err)
	}
}

func TestEmptyWarehouseMakesASite(t *testing.T) {
	files, err := dashboard.Pages(context.Background(), analysistest.Open(t), dashboard.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Contains(files["index.html"], []byte("niets gevonden")) {
		t.Error("the overview does not say that there is nothing")
	}
}

func TestFewReportsGiveCountsWithoutPercentages(t *testing.T) {
	files, err := dashboard.Pages(context.Background(), analysistest.Open(t, analysistest.Corpus(6)...), dashboard.Options{})
	if err != nil {
		t.Fatal(err)
	}
	page := string(files["rode-draden.html"])
	if !strings.Contains(page, "Minder dan 20 rapporten") || strings.Contains(page, "<th scope=\"col\" class=\"number\" title=\"aandeel van de noemer\"") && !strings.Contains(page, "red_threads_by_period") {
		t.Error("shares of six reports are shown")
	}
	if strings.Contains(strings.Split(page, `id="red_threads_by_period"`)[0], "%)") {
		t.Error("a percentage of six reports is shown")
	}
}

func TestEveryCountInAChartLinksToItsEvidence(t *testing.T) {
	page := string(hostileSite(t)["index.html"])
	for _, want := range []string{`href="code/rode_draad-RD1.html"`, `href="code/thema-T02.html"`, `href="code/sector-jeugdhulp.html"`, `href="slachtoffers.html#y-2015"`} {
		if strings.Count(page, want) < 2 { // in the chart and in its table
			t.Errorf("the overview has %d links %s", strings.Count(page, want), want)
		}
	}
	evidence := string(hostileSite(t)["code/rode_draad-RD1.html"])
	if !strings.Contains(evidence, "p. 3") || !strings.Contains(evidence, "<q lang=\"nl\">De inspecties zien dat") {
		t.Error("the page of a code does not show page and quote")
	}
}
