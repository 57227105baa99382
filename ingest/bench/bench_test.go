package main

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"rodedraad/ingest/pdf/pdftest"
)

func TestCompare(t *testing.T) {
	for _, c := range []struct {
		name, ours, a, b string
		want             figures
	}{
		{"same", "het gezin was in beeld", "het gezin was in beeld", "het gezin was in beeld",
			figures{pages: 1, ours: 5, known: 5, agreed: 5, found: 5, orderAgreed: 5, orderedOurs: 5}},
		{"glued", "het gezinwas in", "het gezin was in", "het gezin was in",
			figures{pages: 1, ours: 3, known: 2, agreed: 4, found: 2, glued: 1, orderAgreed: 2, orderedOurs: 2}},
		{"split", "het ge zin was", "het gezin was", "het gezin was",
			figures{pages: 1, ours: 4, known: 2, agreed: 3, found: 2, split: 1, orderAgreed: 2, orderedOurs: 2}},
		{"the others disagree", "het gezin", "het gezin", "het gezín",
			figures{pages: 1, ours: 2, known: 2, agreed: 1, found: 1, orderAgreed: 1, orderedOurs: 1}},
		{"other order", "twee drie een vier", "een twee drie vier", "een twee drie vier",
			figures{pages: 1, ours: 4, known: 4, agreed: 4, found: 4, orderAgreed: 4, orderedOurs: 3}},
		{"unread", "", "a b c d e f g h i j", "a b c d e f g h i j",
			figures{pages: 1, unread: 1, agreed: 10}},
	} {
		got := compare(words(c.ours), words(c.a), words(c.b))
		if got != c.want {
			t.Errorf("%s:\n got %+v\nwant %+v", c.name, got, c.want)
		}
	}
}

func TestHarmlessSignsAreTheSame(t *testing.T) {
	if got := strings.Join(words("ﬁnanci\u00ADeel a\u2011b \uF0B7"), " "); got != "financi-eel a-b •" {
		t.Errorf("%q", got)
	}
}

// A generated corpus holds as many different documents as it is asked for.
func TestGenerate(t *testing.T) {
	folder := t.TempDir()
	if err := generate(folder, 30); err != nil {
		t.Fatal(err)
	}
	seen := map[string]bool{}
	names, _ := filepath.Glob(filepath.Join(folder, "*", "*.pdf"))
	for _, name := range names {
		content, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		seen[string(content)] = true
	}
	if len(seen) != 30 {
		t.Errorf("%d different documents of 30", len(seen))
	}
	if !bytes.Equal(pdftest.Report(7), pdftest.Report(7)) {
		t.Error("a report differs from itself")
	}
}

func TestMissingProgramIsNamedWithItsPackage(t *testing.T) {
	t.Setenv("PATH", t.TempDir())
	var stderr bytes.Buffer
	if code := run(context.Background(), nil, nil, &stderr, nil); code != 1 {
		t.Errorf("exit %d", code)
	}
	if got := stderr.String(); got != "bench: pdftotext is missing: apt-get install poppler-utils\n" {
		t.Errorf("%q", got)
	}
}

func TestWrongUse(t *testing.T) {
	for _, args := range [][]string{{"-growth", "veel"}, {"-onbekend"}} {
		var stderr bytes.Buffer
		if code := run(context.Background(), nil, nil, &stderr, args); code != 2 || stderr.Len() == 0 {
			t.Errorf("%v: exit %d, %q", args, code, stderr.String())
		}
	}
}
