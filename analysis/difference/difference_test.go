package difference_test

import (
	"context"
	"testing"

	"rodedraad/analysis/analysistest"
	"rodedraad/analysis/difference"
	"rodedraad/data"
)

func draft() *analysistest.Draft {
	d := analysistest.NewDraft(1, 2016)
	d.Find("rode_draad", "RD1", "", data.Present, 3, "Niemand vroeg de vader naar zijn kinderen.")
	d.Find("gebeurtenis", "setting", "thuis", data.Present, 2, "Het gebeurde thuis.")
	d.Find("sector", "politie", "betrokken", data.Present, 4, "De politie kwam driemaal aan de deur.")
	return d
}

// before and after say the same of RD1 and the police; a theme turns round, a
// place changes, another judgement falls, a sector gets a role, one theme goes
// and one comes.
func before() *data.Record {
	d := draft()
	d.Find("thema", "T01", "", data.Present, 3, "Niemand had de regie.")
	d.Find("thema", "T02", "", data.Present, 5, "Niets werd gedeeld.")
	d.Find("thema", "T05", "", data.NotMentioned, 6, "x")
	d.Find("oordeel", "onvoldoende", "huisarts", data.Present, 6, "De huisarts schoot tekort.")
	d.Calamity("fataal_geweld", 2015, data.Victim{CountMin: 1, CountMax: 1, Outcome: "fataal", AgeGroup: "onbekend", Sex: "niet_vermeld", Role: "primair_kind"})
	return d.Done()
}

func after() *data.Record {
	d := draft()
	d.Record().Findings[1].Value = "school"
	d.Find("thema", "T01", "", data.ExplicitlyAbsent, 3, "De regie was helder.")
	d.Find("thema", "T05", "", data.Present, 6, "Niemand sprak het kind.")
	d.Find("oordeel", "voldoende", "huisarts", data.Present, 6, "De huisarts handelde goed.")
	d.Find("sector", "politie", "beoordeeld", data.Present, 4, "De politie deed wat zij moest.")
	d.Calamity("fataal_geweld", 2015, data.Victim{CountMin: 1, CountMax: 1, Outcome: "fataal", AgeGroup: "onbekend", Sex: "m", Role: "primair_kind"})
	return d.Done()
}

func compare(t *testing.T, old, new []*data.Record, evidence bool) *difference.Result {
	t.Helper()
	r, err := difference.Compare(context.Background(), analysistest.Open(t, old...), analysistest.Open(t, new...), evidence)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func TestCompare(t *testing.T) {
	r := compare(t, []*data.Record{before()}, []*data.Record{after()}, false)
	want := map[string]difference.Kind{
		"gebeurtenis setting": difference.Value, "thema T01": difference.Status, "thema T02": difference.Removed, "thema T05": difference.Added,
		"oordeel voldoende": difference.Recoded, "sector politie": difference.Added, "slachtoffer fataal": difference.Value,
	}
	if r.Documents != 1 || len(r.Changes) != len(want) {
		t.Errorf("got %d documents, %d changes", r.Documents, len(r.Changes))
	}
	for _, c := range r.Changes {
		if name := c.Variable + " " + c.Code; want[name] != c.Kind {
			t.Errorf("%s is %s, want %s", name, c.Kind, want[name])
		}
		if c.Kind == difference.Status && (c.Old.Quote != "Niemand had de regie." || c.New.Quote != "De regie was helder." || c.New.Reason == "" || c.New.Page != 3) {
			t.Errorf("got %+v and %+v", c.Old, c.New)
		}
	}
	t.Run("table", func(t *testing.T) {
		table := r.Table(func(variable, code string) string { return variable + "/" + code })
		for i := range table.Rows {
			if len(table.Rows[i]) != len(table.Columns) {
				t.Errorf("row %d has %d cells for %d columns", i, len(table.Rows[i]), len(table.Columns))
			}
			if table.Text(i, "code") == "T05" && (table.Text(i, "old_status") != "" || table.Text(i, "new_quote") != "Niemand sprak het kind.") {
				t.Errorf("got %v", table.Rows[i])
			}
		}
	})
}

func TestTheSameIsTheSame(t *testing.T) {
	if r := compare(t, []*data.Record{before()}, []*data.Record{before()}, true); !r.Same() || r.Documents != 1 {
		t.Errorf("got %+v", r)
	}
}

// Another quote for the same answer is a change only when asked for.
func TestOtherEvidence(t *testing.T) {
	old, new := draft(), analysistest.NewDraft(1, 2016)
	new.Find("rode_draad", "RD1", "", data.Present, 5, "De kinderen bleven buiten beeld.")
	new.Find("gebeurtenis", "setting", "thuis", data.Present, 2, "Het gebeurde thuis.")
	new.Find("sector", "politie", "betrokken", data.Present, 4, "De politie kwam driemaal aan de deur.")
	a, b := []*data.Record{old.Done()}, []*data.Record{new.Done()}
	if r := compare(t, a, b, false); !r.Same() {
		t.Errorf("got %+v", r.Changes)
	}
	if r := compare(t, a, b, true); len(r.Changes) != 1 || r.Changes[0].Kind != difference.Evidence {
		t.Errorf("got %+v", r.Changes)
	}
}

func TestDocumentsInOneOnly(t *testing.T) {
	other := analysistest.NewDraft(2, 2017).Done()
	r := compare(t, []*data.Record{before()}, []*data.Record{before(), other}, false)
	if r.Same() || len(r.NewOnly) != 1 || r.NewOnly[0] != "rapport-002.pdf" || len(r.OldOnly) != 0 {
		t.Errorf("got %+v", r)
	}
	if table := r.Table(func(string, string) string { return "" }); table.Text(0, "file_name") != "rapport-002.pdf" {
		t.Errorf("got %v", table.Rows)
	}
}
