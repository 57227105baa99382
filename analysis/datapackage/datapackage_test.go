package datapackage_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"rodedraad/analysis/analysistest"
	"rodedraad/analysis/datapackage"
	"rodedraad/data"
	"rodedraad/data/warehouse"
)

// secret stands in the text of a report and in none of its quotes.
const secret = "Deze zin staat alleen in het rapport zelf."

// telling makes a report that says all that a package must not pass on.
func telling() *data.Record {
	age := 77
	d := analysistest.NewDraft(900, 2019)
	d.Document().Title = `=HYPERLINK("x"), "regel" twee`
	d.Document().SourceURL = "/home/analist/rapporten/900.pdf"
	d.Calamity("fataal_geweld", 2018, data.Victim{CountMin: 1, CountMax: 1, Outcome: "fataal", AgeMonthsMin: &age, AgeMonthsMax: &age,
		AgeGroup: "4-11", Sex: "v", Role: "primair_kind"})
	r := d.Record()
	c := &r.Calamities[0]
	c.EventDate = data.Date{Year: 2018, Month: 6, Day: 23, Precision: data.Day}
	c.AreaCode, c.AreaCodeNow, c.AreaName = "gm0345", "gm0345", "Veenendaal"
	for code, value := range map[string]string{"date": "2018-06-23", "area": "Veenendaal", "period": "2016-03/2018-06-23"} {
		d.Find("gebeurtenis", code, value, data.Present, 1, "Op 23 juni 2018 gebeurde het, in Veenendaal: "+code+".")
		r.Findings[len(r.Findings)-1].Calamity = 1
	}
	r.Organisations = append(r.Organisations, data.DocumentOrganisation{Organisation: "gm0345", Role: "genoemd"})
	d.Find("organisatie", "gm0345", "genoemd", data.Present, 2, "De gemeente Veenendaal werkte mee.")
	long := d.Say(3, strings.Repeat("Zorg voor overleg. ", 12)+"Slotwoord.")
	r.Recommendations = append(r.Recommendations, data.Recommendation{Page: 3, Text: long.Quote, Addressee: "instelling", Form: "aanbeveling", Level: "lokaal"})
	say := d.Say(4, secret)
	r.Passages = append(r.Passages, data.Passage{Number: 1, Page: 4, Section: data.Facts, Kind: data.Paragraph, Start: say.Start, End: say.End, Text: secret,
		Pieces: []data.Piece{{Page: 4, PageStart: say.Start, Length: len(secret)}}})
	// A person disagrees with the machine.
	d.Find("thema", "T01", "", data.Present, 5, "De regie ontbrak.")
	d.Find("thema", "T01", "", data.ExplicitlyAbsent, 5, "De regie was juist goed.")
	r.Findings[len(r.Findings)-1].Coder = "mens1"
	return d.Done()
}

func corpus(t *testing.T) *warehouse.Reader {
	return analysistest.Open(t, append(analysistest.Corpus(12), telling())...)
}

func export(t *testing.T, db *warehouse.Reader, o datapackage.Options) string {
	t.Helper()
	if o.Out == "" {
		o.Out = filepath.Join(t.TempDir(), "pakket")
	}
	o.Version = "1.2.3"
	if _, err := datapackage.Write(context.Background(), db, o); err != nil {
		t.Fatal(err)
	}
	return o.Out
}

func everything(t *testing.T, folder string) map[string][]byte {
	t.Helper()
	all := map[string][]byte{}
	err := fs.WalkDir(os.DirFS(folder), ".", func(name string, e fs.DirEntry, err error) error {
		if err == nil && !e.IsDir() {
			all[name] = read(t, folder, name)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func TestPackageIsWhatItSays(t *testing.T) {
	db := corpus(t)
	plain, withText := export(t, db, datapackage.Options{}), export(t, db, datapackage.Options{WithText: true})
	tables := validate(t, plain)
	if n := len(tables["document"]); n != 13 {
		t.Errorf("%d documents, want 13", n)
	}
	for _, name := range []string{"page_text", "passage"} {
		if tables[name] != nil {
			t.Errorf("table %s is there unasked", name)
		}
		if validate(t, withText)[name] == nil {
			t.Errorf("table %s is not there when asked for", name)
		}
	}
	for name := range tables {
		if strings.HasPrefix(name, "ingest_") || name == "ledger" || name == "warehouse" {
			t.Errorf("table %s has no place in a package", name)
		}
	}
}

func TestNothingFinerThanYearProvinceAndAgeGroup(t *testing.T) {
	folder := export(t, corpus(t), datapackage.Options{})
	for name, content := range everything(t, folder) {
		if strings.HasSuffix(name, ".parquet") {
			continue // says the same as the CSV; see TestPackageIsWhatItSays
		}
		for _, forbidden := range []string{"2018-06", "23 juni", "Veenendaal", "gm0345", "/home/", "age_months", "Slotwoord", secret} {
			if bytes.Contains(content, []byte(forbidden)) {
				t.Errorf("%s holds %q", name, forbidden)
			}
		}
	}
	tables := validate(t, folder)
	got := map[string]string{}
	for _, f := range tables["finding"] {
		if f["variable"] == "gebeurtenis" {
			got[f["code"]] = f["value"]
		}
	}
	if got["date"] != "2018" || got["area"] != "Utrecht" || got["period"] != "2016/2018" {
		t.Errorf("the event's findings are %v", got)
	}
	withheld := 0
	for _, e := range tables["evidence"] {
		if e["quote_withheld"] == "true" {
			withheld++
		}
		if (e["quote"] == "") != (e["quote_withheld"] == "true") || e["page"] == "" {
			t.Errorf("evidence %v", e)
		}
	}
	if withheld != 4 {
		t.Errorf("%d quotes are withheld, want those of date, area, period and municipality", withheld)
	}
	for _, r := range tables["recommendation"] {
		if len(strings.Fields(strings.TrimSuffix(r["text"], "…"))) > data.MaxQuoteWords {
			t.Errorf("a recommendation has more than %d words: %q", data.MaxQuoteWords, r["text"])
		}
	}
}

func TestAPersonsFindingIsInForce(t *testing.T) {
	tables := validate(t, export(t, analysistest.Open(t, telling()), datapackage.Options{}))
	got := map[string]string{}
	for _, f := range tables["finding"] {
		if f["variable"] == "thema" {
			got[f["coder"]] = f["status"] + " " + f["in_force"]
		}
	}
	if got["test"] != "aanwezig false" || got["mens1"] != "uitdrukkelijk_afwezig true" {
		t.Errorf("got %v", got)
	}
}

func TestFindingsHaveTheirEvidence(t *testing.T) {
	folder := export(t, corpus(t), datapackage.Options{})
	tables := validate(t, folder)
	quotes := 0
	for line := range bytes.Lines(read(t, folder, "findings.jsonl")) {
		var f struct {
			ID       string `json:"finding_id"`
			Status   string
			Evidence []struct{ Page, Evidence int }
		}
		if err := json.Unmarshal(line, &f); err != nil {
			t.Fatal(err)
		}
		if f.Status == "aanwezig" && len(f.Evidence) == 0 {
			t.Errorf("finding %s has no evidence", f.ID)
		}
		quotes += len(f.Evidence)
	}
	if quotes != len(tables["evidence"]) || quotes < 100 {
		t.Errorf("%d quotes in findings.jsonl, %d in table evidence", quotes, len(tables["evidence"]))
	}
}

func TestSameWarehouseSameBytes(t *testing.T) {
	db := corpus(t)
	a, b := everything(t, export(t, db, datapackage.Options{})), everything(t, export(t, db, datapackage.Options{}))
	if len(a) != len(b) {
		t.Errorf("%d files and %d", len(a), len(b))
	}
	for name := range a {
		if !bytes.Equal(a[name], b[name]) {
			t.Errorf("%s differs", name)
		}
	}
}

func TestReadInPartsItIsTheSame(t *testing.T) {
	db := corpus(t)
	whole := everything(t, export(t, db, datapackage.Options{WithText: true}))
	datapackage.InParts(t)
	folder := export(t, db, datapackage.Options{WithText: true})
	validate(t, folder)
	parts := everything(t, folder)
	for name := range whole {
		if same := bytes.Equal(whole[name], parts[name]); !same && (strings.HasSuffix(name, ".csv") || strings.HasSuffix(name, ".md") || name == "findings.jsonl") {
			t.Errorf("%s differs", name)
		}
	}
}

func TestAnEarlierPackageIsReplacedAndNothingElse(t *testing.T) {
	db := analysistest.Open(t, telling())
	folder := export(t, db, datapackage.Options{WithText: true})
	note := filepath.Join(folder, "aantekening.txt")
	if err := os.WriteFile(note, []byte("van mij"), 0o600); err != nil {
		t.Fatal(err)
	}
	export(t, db, datapackage.Options{Out: folder})
	if string(read(t, note)) != "van mij" {
		t.Error("a person's own file is gone")
	}
	if err := os.Remove(note); err != nil {
		t.Fatal(err)
	}
	if validate(t, folder)["page_text"] != nil {
		t.Error("the text of the earlier package is still there")
	}
	other := t.TempDir()
	if err := os.WriteFile(filepath.Join(other, "foto.jpg"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	_, err := datapackage.Write(context.Background(), db, datapackage.Options{Out: other})
	if !errors.Is(err, datapackage.ErrNotPackage) {
		t.Errorf("writing into another folder gives %v", err)
	}
	if left, _ := filepath.Glob(filepath.Join(filepath.Dir(folder), ".*")); len(left) > 0 {
		t.Errorf("left behind: %q", left)
	}
}

func TestAnEmptyWarehouseGivesAPackage(t *testing.T) {
	validate(t, export(t, analysistest.Open(t), datapackage.Options{}))
}

func TestProvincesAreThoseOfTheVocabulary(t *testing.T) {
	sql := string(read(t, "tables", "calamity.sql"))
	for name, code := range data.Provinces {
		if !strings.Contains(sql, "('"+name+"', '"+code+"')") {
			t.Errorf("calamity.sql does not have %s as %s", name, code)
		}
	}
}
