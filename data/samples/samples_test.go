package samples

import (
	"bytes"
	"io/fs"
	"os"
	"strings"
	"testing"
	"testing/fstest"
)

// Every committed sample is a subtest, so that a wrong one is named.
func TestEachSample(t *testing.T) {
	folder := os.DirFS(".")
	names, err := baseNames(folder)
	if err != nil {
		t.Fatal(err)
	}
	if len(names) < 42 {
		t.Errorf("%d samples, at least 42 expected", len(names))
	}
	for _, name := range names {
		t.Run(name, func(t *testing.T) {
			for _, err := range LintSample(folder, name) {
				t.Error(err)
			}
			pdf, err := fs.ReadFile(folder, Sample{Name: name}.PDF())
			if err != nil {
				t.Fatal(err)
			}
			if !bytes.HasPrefix(pdf, []byte("%PDF-")) {
				t.Errorf("%s: not a PDF", name)
			}
		})
	}
}

// The set keeps its balance: distractors, held-out share, unlike producers.
func TestBalance(t *testing.T) {
	list, err := List(os.DirFS("."))
	if err != nil {
		t.Fatal(err)
	}
	held, distractors, producers := 0, 0, map[string]int{}
	for _, sample := range list {
		if sample.Truth.HeldOut {
			held++
		}
		if sample.Truth.Style == "distractor" {
			distractors++
		}
		source, err := os.ReadFile(sample.Source())
		if err != nil {
			t.Fatal(err)
		}
		first, _, _ := strings.Cut(string(source), "\nlayout:")
		producers[strings.TrimPrefix(first, "---\nproducer: ")]++
	}
	if share := float64(held) / float64(len(list)); share < 0.28 || share > 0.40 {
		t.Errorf("held out: %d of %d, about a third expected", held, len(list))
	}
	if distractors < 8 {
		t.Errorf("%d distractors, at least 8 expected", distractors)
	}
	if len(producers) < 4 {
		t.Errorf("producers: %v, at least 4 expected", producers)
	}
}

// Lint must find what it is for: each case spoils one thing.
func TestLintFinds(t *testing.T) {
	source := "---\nproducer: groff\n---\n# Een titel\n\nHet kind is niet gesproken en niet gezien.\n"
	good := `{"file":"t90","held_out":false,"style":"classic","tests":"x","language":"nl","document_kind":"brief","title":"Een titel",
	 "publication_date":"2014-05","publication_precision":"maand","themes_present":["T05"],
	 "red_threads":{"RD1":"niet_genoemd","RD2":"niet_genoemd","RD3":"niet_genoemd"},
	 "questions":{"BV1":"niet_gesteld","BV2":"niet_gesteld","BV3":"niet_gesteld","BV4":"niet_gesteld","BV5":"niet_gesteld"},
	 "evidence":{"T05":"niet gesproken en niet gezien"}}`
	cases := []struct{ name, from, to, want string }{
		{"nothing wrong", "", "", ""},
		{"unknown kind", `"brief"`, `"brochure"`, "document_kind"},
		{"date without its month", `"2014-05"`, `"2014"`, "publication_date"},
		{"evidence not in source", "niet gezien\"", "wel gezien\"", "does not stand in the source"},
		{"theme without evidence", `["T05"]`, `["T05","T06"]`, "no evidence for T06"},
		{"unknown theme", `["T05"]`, `["T05","T24"]`, "no theme"},
		{"sub-code without parent", `"red_threads"`, `"subcodes_present":["RD2.1"],"red_threads"`, "so RD2 is"},
		{"alias in the wrong years", `["T05"]`, `["T05"],"subcodes_present":["RD3.1"]`, "before 2016"},
		{"held out by name", `"held_out":false`, `"held_out":true`, "held_out"},
		{"missing question", `"BV5":"niet_gesteld"`, `"BV5":""`, "questions BV5"},
		{"misspelt field", `"tests"`, `"test"`, "unknown field"},
	}
	for _, test := range cases {
		t.Run(test.name, func(t *testing.T) {
			truth := good
			if test.from != "" {
				truth = strings.Replace(good, test.from, test.to, 1)
			}
			errs := Lint(fstest.MapFS{
				"sources/t90.md": {Data: []byte(source)}, "pdf/t90.pdf": {Data: []byte("%PDF-1.4")},
				"truth/t90.json": {Data: []byte(truth)},
			})
			all := ""
			for _, err := range errs {
				all += err.Error() + "\n"
			}
			if test.want == "" && all != "" || !strings.Contains(all, test.want) {
				t.Errorf("want an error with %q, got:\n%s", test.want, all)
			}
		})
	}
}

func TestLintMissingPDF(t *testing.T) {
	errs := Lint(fstest.MapFS{"sources/t91.md": {Data: []byte("x")}})
	if len(errs) != 2 { // no PDF, no truth
		t.Errorf("got %v", errs)
	}
}
