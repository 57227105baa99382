package warehouse_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"rodedraad/data"
	"rodedraad/data/warehouse"
)

// book is a codebook with what the fixtures use.
func book() *data.Codebook {
	return &data.Codebook{Version: "test", Variables: []*data.Variable{{
		Name:  data.VarRedThread,
		Codes: []*data.Code{{Code: "RD1"}, {Code: "RD1.1", Parent: "RD1"}},
	}}}
}

// record makes a small, valid document; different bytes give another id.
func record(bytes string) *data.Record {
	const text = "De kinderen zijn niet gezien.\nBegin 2011 overleed een peuter.\n"
	r := &data.Record{
		Document: data.Document{
			ID: strings.Repeat("0", 60) + bytes, FileName: bytes + ".pdf", Title: "Rapport " + bytes, PageCount: 1,
			TextStatus: data.TextLayer, CorpusReason: "rapport", InCorpus: true, CodebookVersion: "test",
		},
		Pages: []data.Page{{Number: 1, Text: text, Engine: "rodedraad", EngineVersion: "1", Quality: 1}},
		Passages: []data.Passage{{
			Number: 1, Page: 1, Section: data.Findings, Kind: data.Paragraph, End: 29, Text: text[:29],
			Pieces: []data.Piece{{Page: 1, Length: 29}},
		}},
		Findings: []data.Finding{
			{Variable: data.VarRedThread, Code: "RD1", Status: data.Present, Certainty: data.High, Coder: "threads",
				Evidence: []data.Evidence{{Page: 1, End: 29, Quote: text[:29]}}},
			{Variable: data.VarVictim, Code: "fataal", Value: "1", Calamity: 1, Status: data.Present, Certainty: data.High, Coder: "victims",
				Evidence: []data.Evidence{{Page: 1, Start: 30, End: 61, Quote: text[30:61]}}},
		},
		Calamities: []data.Calamity{{EventClass: "calamiteit", Types: []string{"fataal_geweld"},
			Victims: []data.Victim{{CountMin: 1, CountMax: 1, Outcome: "fataal", AgeGroup: "1-3", Sex: "niet_vermeld", Role: "primair_kind"}}}},
	}
	r.Seal()
	if err := r.Verify(); err != nil {
		panic(err)
	}
	return r
}

func added(r *data.Record) data.IngestResult {
	return data.IngestResult{Record: r, File: data.IngestFile{
		Path: r.Document.FileName, DocumentID: r.Document.ID, Outcome: data.Added}}
}

// alone links nothing.
func alone(readings []warehouse.Reading, _ func(document, title string) bool) []warehouse.Link {
	var links []warehouse.Link
	for _, r := range readings {
		links = append(links, warehouse.Link{Reading: r.ID, Main: r.ID, Reason: "enige lezing"})
	}
	return links
}

func openWork(t *testing.T, path string) *warehouse.Work {
	t.Helper()
	w, err := warehouse.OpenWork(context.Background(), path, book(), warehouse.DefaultLimits)
	if err != nil {
		t.Fatal(err)
	}
	return w
}

// store ingests records into the warehouse at path and publishes it.
func store(t *testing.T, path string, results ...data.IngestResult) {
	t.Helper()
	w := openWork(t, path)
	put(t, w, results...)
	if err := w.Publish(context.Background(), alone); err != nil {
		t.Fatal(err)
	}
}

func put(t *testing.T, w *warehouse.Work, results ...data.IngestResult) {
	t.Helper()
	if err := w.BeginRun(data.IngestRun{Started: time.Unix(0, 0), Version: "test", CodebookVersion: "test", Options: "{}"}); err != nil {
		t.Fatal(err)
	}
	if err := w.Put(context.Background(), results); err != nil {
		t.Fatal(err)
	}
}

func reader(t *testing.T, path string) *warehouse.Reader {
	t.Helper()
	r, err := warehouse.OpenReader(path, warehouse.DefaultLimits)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { r.Close() })
	return r
}

func count(t *testing.T, r *warehouse.Reader, query string) int {
	t.Helper()
	var n int
	if err := r.QueryRow(query).Scan(&n); err != nil {
		t.Fatalf("%s: %v", query, err)
	}
	return n
}

func TestPublishedWarehouseHoldsWholeDocumentsAndPassesItsChecks(t *testing.T) {
	path := filepath.Join(t.TempDir(), "w.duckdb")
	store(t, path, added(record("aaaa")), added(record("bbbb")))
	r := reader(t, path)
	if n := count(t, r, "SELECT count(*) FROM document"); n != 2 {
		t.Errorf("got %d documents, want 2", n)
	}
	if n := count(t, r, "SELECT count(*) FROM evidence"); n != 4 {
		t.Errorf("got %d quotes, want 4", n)
	}
	violations, err := warehouse.Check(context.Background(), r)
	if err != nil || len(violations) > 0 {
		t.Errorf("check: %v %v", violations, err)
	}
}

// Replacing a document must leave nothing of the old one; adding the same one
// again must not double it.
func TestReplaceAndRepeat(t *testing.T) {
	path := filepath.Join(t.TempDir(), "w.duckdb")
	store(t, path, added(record("aaaa")))
	again := added(record("aaaa"))
	changed := data.IngestResult{Record: record("bbbb"), File: data.IngestFile{
		Path: "aaaa.pdf", DocumentID: record("bbbb").Document.ID, Outcome: data.Replaced, Supersedes: record("aaaa").Document.ID}}
	store(t, path, again)
	store(t, path, changed)
	r := reader(t, path)
	if n := count(t, r, "SELECT count(*) FROM document WHERE file_name = 'bbbb.pdf'"); n != 1 {
		t.Errorf("the new document is there %d times", n)
	}
	if n := count(t, r, "SELECT count(*) FROM page"); n != 1 {
		t.Errorf("got %d pages, want only the new document's", n)
	}
	if violations, err := warehouse.Check(context.Background(), r); err != nil || len(violations) > 0 {
		t.Errorf("check: %v %v", violations, err)
	}
}

func TestInterruptedWorkIsResumed(t *testing.T) {
	path := filepath.Join(t.TempDir(), "w.duckdb")
	w := openWork(t, path)
	put(t, w, added(record("aaaa")))
	if err := w.Close(); err != nil { // the run stops before it publishes
		t.Fatal(err)
	}
	if _, err := warehouse.OpenReader(path, warehouse.DefaultLimits); !errors.Is(err, warehouse.ErrMissing) {
		t.Fatalf("an unpublished warehouse can be read: %v", err)
	}
	w = openWork(t, path)
	if !w.Resumed || !w.HasDocument(record("aaaa").Document.ID, "test") {
		t.Fatal("the stored document was lost")
	}
	if id, _, ok := w.Known("aaaa.pdf"); !ok || id != record("aaaa").Document.ID {
		t.Errorf("its path was lost: %q", id)
	}
	put(t, w, added(record("bbbb")))
	if err := w.Publish(context.Background(), alone); err != nil {
		t.Fatal(err)
	}
	if n := count(t, reader(t, path), "SELECT count(*) FROM document"); n != 2 {
		t.Errorf("got %d documents, want 2", n)
	}
}

// A work file that is older than what was published since is not gone on from.
func TestStaleWorkIsDropped(t *testing.T) {
	path := filepath.Join(t.TempDir(), "w.duckdb")
	w := openWork(t, path)
	put(t, w, added(record("aaaa")))
	w.Close()
	stale, err := os.ReadFile(path + ".werk")
	if err != nil {
		t.Fatal(err)
	}
	store(t, path, added(record("bbbb")))
	if err := os.WriteFile(path+".werk", stale, 0o600); err != nil {
		t.Fatal(err)
	}
	w = openWork(t, path)
	defer w.Close()
	if w.Resumed || !w.HasDocument(record("bbbb").Document.ID, "test") {
		t.Error("the stale work was resumed")
	}
}

// The ledger notices a row that is missing, and the next run drops the
// document so that it is read again.
func TestLedgerNoticesALostWrite(t *testing.T) {
	path := filepath.Join(t.TempDir(), "w.duckdb")
	w := openWork(t, path)
	put(t, w, added(record("aaaa")), added(record("bbbb")))
	if _, err := w.Exec("DELETE FROM evidence WHERE document_id LIKE '%aaaa'"); err != nil {
		t.Fatal(err)
	}
	if err := w.Publish(context.Background(), alone); err == nil || !strings.Contains(err.Error(), "incomplete") {
		t.Fatalf("published a warehouse that lost rows: %v", err)
	}
	w = openWork(t, path)
	defer w.Close()
	if w.HasDocument(record("aaaa").Document.ID, "test") || !w.HasDocument(record("bbbb").Document.ID, "test") {
		t.Error("the damaged document was not dropped, or the sound one was")
	}
}

// Each breach must be found by the check that guards it: a check that cannot
// fail guards nothing.
func TestChecksFindBreaches(t *testing.T) {
	for check, breach := range map[string]string{
		"evidence_quotes":        "UPDATE evidence SET quote = 'De kinderen zijn wel gezien.' WHERE start_offset = 0",
		"passage_pieces":         "UPDATE passage SET text = 'iets anders'",
		"ledger":                 "DELETE FROM passage",
		"present_has_evidence":   "UPDATE evidence SET finding_id = 'x'",
		"evidence_belongs":       "UPDATE evidence SET finding_id = 'x'",
		"known_codes":            "UPDATE finding SET code = 'RD9' WHERE variable = 'rode_draad'",
		"known_status":           "UPDATE finding SET status = 'misschien'",
		"unique_ids":             "INSERT INTO document SELECT * FROM document",
		"unknown_is_not_zero":    "UPDATE victim_reading SET count_min = 0, count_max = 0",
		"references":             "DELETE FROM calamity",
		"typed_rows_backed":      "DELETE FROM finding WHERE variable = 'slachtoffer'",
		"subcode_implies_parent": "UPDATE finding SET code = 'RD1.1' WHERE variable = 'rode_draad'",
	} {
		t.Run(check, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "w.duckdb")
			store(t, path, added(record("aaaa")))
			w := openWork(t, path)
			if _, err := w.Exec(breach); err != nil {
				t.Fatal(err)
			}
			w.Close()
			violations, err := warehouse.Check(context.Background(), reader(t, path+".werk"))
			if err != nil {
				t.Fatal(err)
			}
			for _, v := range violations {
				if v.Check == check {
					return
				}
			}
			t.Errorf("not found; found %v", violations)
		})
	}
}

func TestOneHandlePerPath(t *testing.T) {
	path := filepath.Join(t.TempDir(), "w.duckdb")
	store(t, path, added(record("aaaa")))
	reader(t, path)
	if _, err := warehouse.OpenReader(path, warehouse.DefaultLimits); err == nil {
		t.Fatal("a second engine was opened on one file")
	}
}

func TestReaderIsClosedOff(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "w.duckdb")
	store(t, path, added(record("aaaa")))
	secret := filepath.Join(dir, "secret.csv")
	if err := os.WriteFile(secret, []byte("a\n1\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	r := reader(t, path)
	for _, hostile := range []string{
		"SELECT * FROM read_csv('" + secret + "')",
		"COPY document TO '" + filepath.Join(dir, "out.csv") + "'",
		"ATTACH '" + filepath.Join(dir, "other.duckdb") + "'",
		"INSTALL httpfs", "LOAD httpfs",
		"SET memory_limit = '100GB'", "SET enable_external_access = true",
		"DELETE FROM document", "CREATE TABLE t (i INTEGER)", "DROP TABLE document",
	} {
		if _, err := r.Exec(hostile); err == nil {
			t.Errorf("was allowed: %s", hostile)
		}
	}
}

func TestNotAWarehouse(t *testing.T) {
	path := filepath.Join(t.TempDir(), "w.duckdb")
	if err := os.WriteFile(path, []byte("geen database, maar wel tekst die lang genoeg is"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := warehouse.OpenReader(path, warehouse.DefaultLimits); !errors.Is(err, warehouse.ErrNotWarehouse) {
		t.Errorf("got %v", err)
	}
	if _, err := warehouse.OpenWork(context.Background(), path, book(), warehouse.DefaultLimits); !errors.Is(err, warehouse.ErrNotWarehouse) {
		t.Errorf("a file that is not ours would be overwritten: %v", err)
	}
}

func TestEveryColumnIsCommented(t *testing.T) {
	path := filepath.Join(t.TempDir(), "w.duckdb")
	store(t, path)
	r := reader(t, path)
	if n := count(t, r, "SELECT count(*) FROM duckdb_columns() c JOIN duckdb_tables() t USING (table_oid) WHERE NOT c.internal AND c.comment IS NULL"); n != 0 {
		t.Errorf("%d columns have no comment", n)
	}
	if n := count(t, r, "SELECT count(*) FROM municipality WHERE valid_to IS NULL"); n != 342 {
		t.Errorf("got %d municipalities, want 342", n)
	}
}

// The linker can ask whether a document names another one's title, whatever
// quotes and capitals stand around it.
func TestLinkerLearnsWhoNamesWhom(t *testing.T) {
	const title = "Onderzoek naar het overlijden van een kleuter"
	report := record("aaaa")
	report.Document.Title = title
	letter := record("bbbb")
	text := "Wij lazen het rapport ‘onderzoek naar het overlijden van een kleuter’."
	start := len(letter.Pages[0].Text)
	letter.Pages[0].Text += text
	letter.Passages = append(letter.Passages, data.Passage{Number: 2, Page: 1, Section: data.Summary, Kind: data.Paragraph,
		Start: start, End: start + len(text), Text: text, Pieces: []data.Piece{{Page: 1, PageStart: start, Length: len(text)}}})
	w := openWork(t, filepath.Join(t.TempDir(), "w.duckdb"))
	put(t, w, added(report), added(letter))
	asked := 0
	err := w.Publish(context.Background(), func(readings []warehouse.Reading, mentions func(document, title string) bool) []warehouse.Link {
		asked++
		if !mentions(letter.Document.ID, title) {
			t.Error("the letter names the report, and that was not found")
		}
		if mentions(report.Document.ID, title) || mentions(letter.Document.ID, "Een heel andere titel dan die") {
			t.Error("a title was found where it does not stand")
		}
		return alone(readings, mentions)
	})
	if err != nil || asked != 1 {
		t.Fatalf("asked %d times: %v", asked, err)
	}
}
