package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"rodedraad/data/warehouse"
)

// expected is what a careful coder codes in the five published texts that lie
// beside the project. Only what is listed is scored.
type expected struct {
	Documents []struct {
		File       string `json:"file"`
		Date       string `json:"publication_date"`
		Calamities []struct {
			Class string `json:"event_class"`
			Area  struct{ Level, Name string }
			Fatal int `json:"fatal_victims"`
		}
		Victims *int
		Counts  []struct {
			Value int64
		} `json:"reported_counts"`
		RedThreads     map[string]string `json:"red_threads"`
		Themes         []string          `json:"themes_present"`
		Questions      []string          `json:"questions_named"`
		Inspectorates  []string          `json:"inspectorates_named"`
		Municipalities []string          `json:"municipalities_named"`
	}
}

// TestSeeds runs where the published texts are, which are not ours to copy.
func TestSeeds(t *testing.T) {
	folder := filepath.Join("..", "..", "..", "shared", "seeds")
	text, err := os.ReadFile(filepath.Join(folder, "expected.json"))
	if os.IsNotExist(err) {
		return
	}
	if err != nil {
		t.Fatal(err)
	}
	var e expected
	if err := json.Unmarshal(text, &e); err != nil {
		t.Fatal(err)
	}
	db := filepath.Join(t.TempDir(), "seeds.duckdb")
	if out, err := command("--db", db, "ingest", "-q", filepath.Join(folder, "pdf")).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	r, err := warehouse.OpenReader(db, warehouse.DefaultLimits)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	count := func(t *testing.T, query string, args ...any) int {
		t.Helper()
		var n int
		if err := r.QueryRow("SELECT count(*) FROM ("+query+")", args...).Scan(&n); err != nil {
			t.Fatalf("%s: %v", query, err)
		}
		return n
	}
	for _, d := range e.Documents {
		t.Run(d.File, func(t *testing.T) {
			var id string
			if err := r.QueryRow("SELECT document_id FROM document WHERE file_name = ?", d.File).Scan(&id); err != nil {
				t.Fatal(err)
			}
			if d.Date != "" && count(t, "SELECT 1 FROM document WHERE document_id = ? AND publication_date = ?::DATE", id, d.Date) != 1 {
				t.Errorf("publication date is not %s", d.Date)
			}
			if n := count(t, "SELECT 1 FROM calamity_document WHERE document_id = ?", id); n != len(d.Calamities) {
				t.Errorf("got %d calamities, want %d", n, len(d.Calamities))
			}
			for _, c := range d.Calamities {
				if count(t, `SELECT 1 FROM calamity_reading WHERE document_id = ? AND event_class = ? AND area_level = ? AND area_name = ?`,
					id, c.Class, c.Area.Level, c.Area.Name) != 1 {
					t.Errorf("no %s in %s", c.Class, c.Area.Name)
				}
				if n := count(t, "SELECT 1 FROM victim_reading WHERE document_id = ? AND outcome = 'fataal'", id); n != c.Fatal {
					t.Errorf("got %d fatal victims, want %d", n, c.Fatal)
				}
			}
			if d.Victims != nil && count(t, "SELECT 1 FROM victim_reading WHERE document_id = ?", id) != *d.Victims {
				t.Error("victims were coded")
			}
			for _, c := range d.Counts {
				if count(t, "SELECT 1 FROM reported_count WHERE document_id = ? AND value = ?", id, c.Value) == 0 {
					t.Errorf("figure %d is not reported", c.Value)
				}
			}
			for code, status := range d.RedThreads {
				if count(t, "SELECT 1 FROM coding WHERE document_id = ? AND variable = 'rode_draad' AND code = ? AND status = ?", id, code, status) != 1 {
					t.Errorf("%s is not %s", code, status)
				}
			}
			for _, code := range d.Themes {
				if count(t, "SELECT 1 FROM coding WHERE document_id = ? AND variable = 'thema' AND code = ? AND status = 'aanwezig'", id, code) != 1 {
					t.Errorf("theme %s is missing", code)
				}
			}
			for _, code := range d.Questions {
				if count(t, "SELECT 1 FROM coding WHERE document_id = ? AND variable = 'basisvraag' AND code = ? AND status = 'aanwezig'", id, code) != 1 {
					t.Errorf("question %s is missing", code)
				}
			}
			for _, code := range d.Inspectorates {
				if count(t, "SELECT 1 FROM document_organisation WHERE document_id = ? AND organisation = ?", id, code) == 0 {
					t.Errorf("inspectorate %s is missing", code)
				}
			}
			for _, name := range d.Municipalities {
				if count(t, "SELECT 1 FROM document_organisation JOIN municipality ON code = organisation WHERE document_id = ? AND name = ?", id, name) == 0 {
					t.Errorf("municipality %s is missing", name)
				}
			}
			if n := count(t, "SELECT 1 FROM document_organisation JOIN municipality ON code = organisation WHERE document_id = ? AND name = 'Hoogeveen'", id); n > 0 {
				t.Error("a guessed municipality was coded")
			}
		})
	}
}
