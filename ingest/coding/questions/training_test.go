package questions

import (
	"path/filepath"
	"testing"

	"rodedraad/data"
	"rodedraad/ingest/coding/prose"
	"rodedraad/ingest/coding/sectors/gold"
)

// TestTrainingPassages measures the basic questions on labelled passages: most
// of those answer a question that they do not pose, so that only what is coded
// can be right or wrong.
func TestTrainingPassages(t *testing.T) {
	root, err := gold.Root()
	if err != nil {
		t.Fatal(err)
	}
	type row struct {
		ID, Text string
		Section  data.SectionRole
		Codes    map[string]string
	}
	rows, err := gold.Lines[row](filepath.Join(root, "..", "shared", "training", "t5.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	c := newCoder(t)
	var right, wrong [2]int
	for _, row := range rows {
		part := 0
		if gold.Testing(row.ID) {
			part = 1
		}
		text := prose.FromPassage(row.Text, row.Section)
		record := &data.Record{Pages: text.Pages, Passages: text.Passages}
		c.Code(text, record)
		for _, f := range record.Findings {
			if f.Variable != data.VarQuestion {
				continue
			}
			if row.Codes[f.Code] == f.Value {
				right[part]++
			} else {
				wrong[part]++
				if part == 0 {
					t.Logf("%s %s: %s, labelled %q: %s", row.ID, f.Code, f.Value, row.Codes[f.Code], row.Text)
				}
			}
		}
	}
	t.Logf("of what is coded, right: train %d of %d, test %d of %d", right[0], right[0]+wrong[0], right[1], right[1]+wrong[1])
}
