package train

import (
	"bytes"
	"math"
	"os"
	"slices"
	"strings"
	"testing"

	"rodedraad/data"
	"rodedraad/ingest/coding/classifier"
	"rodedraad/ingest/coding/sectors/gold"
)

const folder = "../../../data/training"

func passages(t *testing.T, all bool) []passage {
	t.Helper()
	list, err := readPassages(folder, all)
	if err != nil {
		t.Fatal(err)
	}
	return list
}

// Every labelled passage is one that the codebook and the vocabulary know.
func TestPassagesAreInOrder(t *testing.T) {
	book, err := data.DefaultCodebook()
	if err != nil {
		t.Fatal(err)
	}
	known := func(code string) bool {
		return book.Variable(data.VarRedThread).Code(code) != nil || book.Variable(data.VarTheme).Code(code) != nil
	}
	seen := map[string]bool{}
	for _, p := range passages(t, true) {
		if seen[p.ID] {
			t.Errorf("%s stands twice", p.ID)
		}
		seen[p.ID] = true
		if !slices.Contains(data.SectionRoles, p.Section) {
			t.Errorf("%s: section %q", p.ID, p.Section)
		}
		for code, status := range p.Codes {
			if !known(code) || status != data.Present && status != data.ExplicitlyAbsent {
				t.Errorf("%s: %s is %q", p.ID, code, status)
			}
		}
		for _, code := range p.Near {
			if !known(code) && !strings.HasPrefix(code, "BV") {
				t.Errorf("%s: near %q", p.ID, code)
			}
			if _, both := p.Codes[code]; both {
				t.Errorf("%s: %s both applies and does not", p.ID, code)
			}
		}
	}
	if len(seen) < 7000 {
		t.Errorf("%d passages; some were lost", len(seen))
	}
}

func TestPassagesForTestingStayOut(t *testing.T) {
	for _, p := range passages(t, false) {
		if strings.ContainsAny(p.ID[len(p.ID)-1:], "789") {
			t.Fatalf("%s is for testing", p.ID)
		}
	}
}

// Training on the same passages gives the same bytes.
func TestTrainingIsDeterministic(t *testing.T) {
	book, err := data.DefaultCodebook()
	if err != nil {
		t.Fatal(err)
	}
	space, err := classifier.NewSpace(book.Variable(data.VarRedThread).Concepts)
	if err != nil {
		t.Fatal(err)
	}
	list := passages(t, false)[:120]
	var files [2]bytes.Buffer
	for i := range files {
		trainer := newTrainer(space, slices.Clone(list))
		weights := trainer.fit(func(int) bool { return true })
		calibration := make([]line, len(weights))
		for o := range calibration {
			calibration[o] = line{1, 0}
		}
		if err := trainer.write(&files[i], trainer.quantise(weights, calibration)); err != nil {
			t.Fatal(err)
		}
	}
	if !bytes.Equal(files[0].Bytes(), files[1].Bytes()) {
		t.Error("two runs differ")
	}
}

func TestAveragePrecision(t *testing.T) {
	scores := [][]float64{{3}, {2}, {1}, {0}, {9}}
	positive := []bool{true, false, true, false, false}
	got, n := averagePrecision(scores, 0, func(i int) (bool, bool) { return positive[i], i != 4 })
	if want := (1.0 + 2.0/3) / 2; n != 2 || math.Abs(got-want) > 1e-12 {
		t.Errorf("got %f over %d, want %f over 2", got, n, want)
	}
}

// Every sentence of a marked report carries codes that the codebook knows, and
// the codes that are in force in its year.
func TestMarkedReportsAreInOrder(t *testing.T) {
	book, err := data.DefaultCodebook()
	if err != nil {
		t.Fatal(err)
	}
	reports, err := gold.Marked(os.DirFS(folder + "/reports"))
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range reports {
		for i, m := range r.Marks {
			for code := range m.Codes {
				if book.Variable(data.VarRedThread).Code(code) == nil && book.Variable(data.VarTheme).Code(code) == nil {
					t.Errorf("%s: %q has code %q", r.Name, r.Text.Sentences[i].Text, code)
				}
				old := code == "T09" || code == "T15"
				if new := code == "RD3.1" || code == "RD3.3"; (old || new) && old != (r.Truth.PublicationDate < "2016") {
					t.Errorf("%s of %s has %s", r.Name, r.Truth.PublicationDate, code)
				}
			}
		}
		if len(r.Truth.Calamities) == 0 && len(r.Truth.Recommendations) > 0 && r.Truth.DocumentKind == "inspectierapport" {
			t.Errorf("%s is an inspection report without a case", r.Name)
		}
	}
	if len(reports) < 60 {
		t.Errorf("%d reports; some were lost", len(reports))
	}
}
