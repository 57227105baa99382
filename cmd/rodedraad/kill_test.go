package main

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"rodedraad/data/warehouse"
)

// asCommand makes the test binary behave as the command: see TestMain.
const asCommand = "RODEDRAAD_TEST_COMMAND"

func command(args ...string) *exec.Cmd {
	c := exec.Command(os.Args[0], args...)
	c.Env = append(os.Environ(), asCommand+"=1")
	return c
}

// content is what must be the same with and without a kill: everything but the
// log of runs.
const content = `SELECT string_agg(part, ' ') FROM (
	SELECT 'documents ' || md5(string_agg(d::VARCHAR, ',' ORDER BY document_id)) AS part FROM document d
	UNION ALL SELECT 'pages ' || md5(string_agg(p::VARCHAR, ',' ORDER BY document_id, page)) FROM page p
	UNION ALL SELECT 'passages ' || md5(string_agg(p::VARCHAR, ',' ORDER BY document_id, passage)) FROM passage p
	UNION ALL SELECT 'findings ' || md5(string_agg(f::VARCHAR, ',' ORDER BY finding_id)) FROM finding f
	UNION ALL SELECT 'evidence ' || md5(string_agg(e::VARCHAR, ',' ORDER BY finding_id, evidence)) FROM evidence e
	UNION ALL SELECT 'calamities ' || md5(string_agg(c::VARCHAR, ',' ORDER BY calamity_id)) FROM calamity c
	UNION ALL SELECT 'links ' || md5(string_agg(c::VARCHAR, ',' ORDER BY reading_id)) FROM calamity_document c)`

func contentOf(t *testing.T, path string) string {
	t.Helper()
	r, err := warehouse.OpenReader(path, warehouse.DefaultLimits)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	if violations, err := warehouse.Check(context.Background(), r); err != nil || len(violations) > 0 {
		t.Errorf("%s: check: %v %v", path, err, violations)
	}
	var s string
	if err := r.QueryRow(content).Scan(&s); err != nil {
		t.Fatal(err)
	}
	return s
}

// An ingest that is killed at any moment, and the same command again, give the
// warehouse that the command gives when left alone.
func TestKilledIngestIsResumed(t *testing.T) {
	dir := t.TempDir()
	samples, err := filepath.Glob(filepath.Join("..", "..", "data", "samples", "pdf", "*.pdf"))
	if err != nil || len(samples) < 8 {
		t.Fatalf("samples: %v, %v", samples, err)
	}
	samples = samples[:8]
	ingest := func(db string) *exec.Cmd { return command(append([]string{"--db", db, "ingest", "-q"}, samples...)...) }
	whole := filepath.Join(dir, "whole.duckdb")
	if out, err := ingest(whole).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	want := contentOf(t, whole)
	for i := range 5 {
		t.Run(fmt.Sprint(i), func(t *testing.T) {
			db := filepath.Join(dir, fmt.Sprintf("killed%d.duckdb", i))
			c := ingest(db)
			if err := c.Start(); err != nil {
				t.Fatal(err)
			}
			time.Sleep(time.Duration(i*i+1) * 60 * time.Millisecond) // a moment like any other
			_ = c.Process.Kill()
			_ = c.Wait()
			var out bytes.Buffer
			c = ingest(db)
			c.Stderr = &out
			if err := c.Run(); err != nil {
				t.Fatalf("%v: %s", err, out.String())
			}
			if got := contentOf(t, db); got != want {
				t.Errorf("got %s\nwant %s", got, want)
			}
		})
	}
}

// What the number of workers is makes no difference to what is stored.
func TestWorkersMakeNoDifference(t *testing.T) {
	dir := t.TempDir()
	folder := filepath.Join("..", "..", "data", "samples", "pdf")
	var want string
	for _, n := range []string{"1", "3"} {
		db := filepath.Join(dir, n+".duckdb")
		if out, err := command("--db", db, "ingest", "-q", "--workers", n, folder).CombinedOutput(); err != nil {
			t.Fatalf("%v: %s", err, out)
		}
		got := contentOf(t, db)
		if want != "" && got != want {
			t.Errorf("with %s workers: got %s\nwant %s", n, got, want)
		}
		want = got
	}
}
