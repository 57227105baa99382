package data

import (
	"strings"
	"testing"
	"testing/fstest"
)

// Every file of the codebook is a subtest: committed data is tested like code.
func TestCodebookIsClean(t *testing.T) {
	b, err := DefaultCodebook()
	if err != nil {
		t.Fatal(err)
	}
	problems := LintCodebook(b)
	for _, v := range b.Variables {
		t.Run(v.Name, func(t *testing.T) {
			for _, p := range problems {
				if strings.HasPrefix(p, v.File()+":") {
					t.Error(p)
				}
			}
		})
	}
}

func TestLintNamesFileAndLine(t *testing.T) {
	const text = `variable: x
label: {nl: X, en: X}
source: test
codes:
  - code: A
    label: {nl: a, en: a}
    definition: {nl: a, en: a}
  - code: A
    label: {nl: a}
    definition: {nl: a, en: a}
    parent: B
    valid_from: 2016
    valid_to: 2015
    indicators:
      - {pattern: woord, status: misschien}
`
	b, err := LoadCodebook(fstest.MapFS{"x.yaml": {Data: []byte(text)}})
	if err != nil {
		t.Fatal(err)
	}
	got := strings.Join(LintCodebook(b), "\n")
	for _, want := range []string{
		`x.yaml:8: code "A" stands here twice`,
		`x.yaml:8: code A: label.nl and label.en are obligatory`,
		`x.yaml:8: code A: parent "B" does not exist`,
		`x.yaml:8: code A: valid_to 2015 lies before valid_from 2016`,
		`x.yaml:8: code A: indicator "woord" has status "misschien"`,
	} {
		if !strings.Contains(got, want) {
			t.Errorf("missing %q in\n%s", want, got)
		}
	}
}

// A file that cannot be read names file, line and what stands there.
func TestBrokenCodebookNamesTheLine(t *testing.T) {
	for text, want := range map[string]string{
		"variable: x\nonbekend: 1\n":   "[2:",
		"variable: x\ncodes: [\n":      "x.yaml",
		"variable: x\n  label: : {}\n": "x.yaml",
	} {
		_, err := LoadCodebook(fstest.MapFS{"x.yaml": {Data: []byte(text)}})
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: got %v, want %q", text, err, want)
		}
	}
	if _, err := LoadCodebook(fstest.MapFS{}); err == nil {
		t.Error("an empty folder is no codebook")
	}
}
