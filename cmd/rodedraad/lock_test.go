package main

import (
	"context"
	"path/filepath"
	"strings"
	"testing"

	"rodedraad/data"
	"rodedraad/data/warehouse"
)

// A second ingest into a database that one is writing says so, and what to do.
func TestLockedDatabase(t *testing.T) {
	db := filepath.Join(t.TempDir(), "bezet.duckdb")
	w, err := warehouse.OpenWork(context.Background(), db, &data.Codebook{Version: "test"}, warehouse.DefaultLimits)
	if err != nil {
		t.Fatal(err)
	}
	defer w.Close()
	sample := filepath.Join("..", "..", "data", "samples", "pdf", "t01.pdf")
	c := command("--db", db, "ingest", sample)
	out, err := c.CombinedOutput()
	if err == nil || c.ProcessState.ExitCode() != exitFailure {
		t.Fatalf("exit code %d: %s", c.ProcessState.ExitCode(), out)
	}
	for _, want := range []string{"bezet.duckdb", "another process is using the database", "→ sluit het programma"} {
		if !strings.Contains(string(out), want) {
			t.Errorf("%q is not in %s", want, out)
		}
	}
}
