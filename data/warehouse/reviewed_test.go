package warehouse_test

import (
	"context"
	"path/filepath"
	"testing"

	"rodedraad/data"
	"rodedraad/data/warehouse"
)

// What a person coded survives that the document is coded anew, with its quote;
// where the quote no longer stands, it goes, and the log says so.
func TestFindingsOfPersonsStay(t *testing.T) {
	path := filepath.Join(t.TempDir(), "r.duckdb")
	first := record("aaaa")
	quote := []data.Evidence{{Page: 1, End: 29, Quote: first.Pages[0].Text[:29]}}
	first.Findings = append(first.Findings,
		data.Finding{Variable: data.VarRedThread, Code: "RD1", Status: data.ExplicitlyAbsent, Coder: "mens 1", Evidence: quote},
		data.Finding{Variable: data.VarRedThread, Code: "RD1.1", Status: data.NotMentioned, Coder: "mens 2"})
	first.Seal()
	store(t, path, added(first))

	again := added(record("aaaa"))
	again.File.Outcome = data.Replaced
	store(t, path, again)
	if got := persons(t, path); len(got) != 2 || got["RD1"] != "uitdrukkelijk_afwezig De kinderen zijn niet gezien." || got["RD1.1"] != "niet_genoemd " {
		t.Errorf("got %v", got)
	}

	changed := added(record("aaaa"))
	changed.File.Outcome = data.Replaced
	r := changed.Record
	r.Pages[0].Text, r.Passages, r.Findings, r.Calamities = "Iets heel anders.", nil, nil, nil
	store(t, path, changed)
	if got := persons(t, path); len(got) != 1 || got["RD1.1"] == "" {
		t.Errorf("got %v", got)
	}
	reader, err := warehouse.OpenReader(path, warehouse.DefaultLimits)
	if err != nil {
		t.Fatal(err)
	}
	defer reader.Close()
	var problems int
	if err := reader.QueryRow("SELECT count(*) FROM ingest_problem WHERE problem LIKE '%RD1 van mens 1 is niet bewaard%'").Scan(&problems); err != nil || problems != 1 {
		t.Errorf("%d problems, %v", problems, err)
	}
}

// persons gives the effective status and first quote of what persons coded.
func persons(t *testing.T, path string) map[string]string {
	t.Helper()
	r, err := warehouse.OpenReader(path, warehouse.DefaultLimits)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	rows, err := r.QueryContext(context.Background(), `SELECT f.code, f.status, coalesce(e.quote, '') FROM coding f
		LEFT JOIN evidence e USING (finding_id) WHERE starts_with(f.coder, 'mens')`)
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	out := map[string]string{}
	for rows.Next() {
		var code, status, quote string
		if err := rows.Scan(&code, &status, &quote); err != nil {
			t.Fatal(err)
		}
		out[code] = status + " " + quote
	}
	return out
}
