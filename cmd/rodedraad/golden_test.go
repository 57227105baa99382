package main

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write the golden files anew")

// The golden file is what an analyst sees of one sample report: every code
// with its page and quote. It makes a change of the coding visible in review.
// Writing it anew cannot bless a loss: what the report holds stands here.
func TestGoldenShow(t *testing.T) {
	db := filepath.Join(t.TempDir(), "golden.duckdb")
	sample := filepath.Join("..", "..", "data", "samples", "pdf", "t10.pdf")
	if out, err := command("--db", db, "ingest", "-q", sample).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	out, err := command("--db", db, "show", "t10.pdf").Output()
	if err != nil {
		t.Fatal(err)
	}
	got := string(out)
	// From the report's truth file: an eight-year-old girl died, her brother was
	// there and unharmed; the inspectorates and the date stand on the cover.
	for _, want := range []string{"inspectierapport", "fataal", "geen_letsel", "IGJ", "IJENV", "IVHO"} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is lost", want)
		}
	}
	if n := strings.Count(got, "p. "); n < 60 {
		t.Errorf("%d places are named, want at least 60", n)
	}
	golden := filepath.Join("testdata", "golden", "show_t10.txt")
	if *update {
		if err := os.WriteFile(golden, out, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("show differs from %s; look at what changed with: make golden && git diff", golden)
	}
}
