package threads

import (
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"rodedraad/data"
	"rodedraad/ingest/coding/sectors/gold"
)

// The real texts that started the project stand beside the repository, not in
// it; where they are, what is expected of them holds.
func TestSeeds(t *testing.T) {
	root, err := gold.Root()
	if err != nil {
		t.Fatal(err)
	}
	folder := filepath.Join(root, "..", "shared", "seeds")
	file, err := os.ReadFile(filepath.Join(folder, "expected.json"))
	if err != nil {
		t.Log("no seed texts here; nothing to check")
		return
	}
	var expected struct {
		Documents []struct {
			File       string
			RedThreads map[string]data.Status `json:"red_threads"`
			Themes     []string               `json:"themes_present"`
		}
	}
	if err := json.Unmarshal(file, &expected); err != nil {
		t.Fatal(err)
	}
	c := newCoder(t)
	for _, d := range expected.Documents {
		number := d.File[len("seed-") : len("seed-")+3]
		names, _ := filepath.Glob(filepath.Join(folder, number+"_*.txt"))
		if len(names) != 1 {
			t.Fatalf("%s: %d texts", d.File, len(names))
		}
		text, err := os.ReadFile(names[0])
		if err != nil {
			t.Fatal(err)
		}
		r := coded(c, gold.Markdown(string(text)), data.Date{})
		if err := r.Verify(); err != nil {
			t.Error(err)
		}
		got := map[string]data.Finding{}
		var said []string
		for _, f := range r.Findings {
			got[f.Code] = f
			if f.Status == data.Present {
				said = append(said, f.Code)
			}
		}
		t.Logf("%s: %v", d.File, said)
		for code, status := range d.RedThreads {
			if got[code].Status != status {
				t.Errorf("%s: %s is %s, want %s (%s)", d.File, code, got[code].Status, status, got[code].Reason)
			}
		}
		for _, code := range d.Themes {
			if got[code].Status != data.Present {
				t.Errorf("%s: %s is %s, want aanwezig", d.File, code, got[code].Status)
			}
		}
	}
}
