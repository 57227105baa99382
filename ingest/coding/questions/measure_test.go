package questions

import (
	"os"
	"path/filepath"
	"testing"

	"rodedraad/data"
	"rodedraad/ingest/coding/sectors/gold"
)

func newCoder(t testing.TB) *Coder {
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

// TestReports measures the basic questions on the sample reports: a question
// that is only named is, in their truth, not posed.
func TestReports(t *testing.T) {
	root, err := gold.Root()
	if err != nil {
		t.Fatal(err)
	}
	all, err := gold.Reports(filepath.Join(root, "data", "samples"), os.Getenv("SOURCE") == "")
	if err != nil {
		t.Fatal(err)
	}
	c := newCoder(t)
	for _, prefix := range []string{"t", "h"} {
		right, posed, found, wrong := 0, 0, 0, 0
		for _, r := range all {
			if r.Name[:1] != prefix {
				continue
			}
			record := r.Record()
			c.Code(r.Text, record)
			if err := record.Verify(); err != nil {
				t.Error(err)
			}
			got := map[string]data.Finding{}
			for _, f := range record.Findings {
				if f.Variable == data.VarQuestion {
					got[f.Code] = f
				} else if os.Getenv("SHOW") != "" && prefix == "t" {
					t.Logf("%s %s %s %s: %s | %s", r.Name, f.Variable, f.Code, f.Value, f.Reason, f.Evidence[0].Quote)
				}
			}
			for _, code := range questionCodes {
				want, have := r.Truth.Questions[code], got[code].Value
				if have == "" || have == Named {
					have = "niet_gesteld"
				}
				if want == have {
					right++
				} else {
					wrong++
					t.Logf("%s %s want %s got %s (%s)", r.Name, code, want, have, got[code].Value)
					if prefix == "t" {
						t.Log(got[code].Evidence)
					}
				}
				if want != "niet_gesteld" {
					posed++
					if want == have {
						found++
					}
				}
			}
		}
		t.Logf("sample reports %s: %d of %d right; of %d posed questions %d found with the right answer", prefix, right, right+wrong, posed, found)
	}
}
