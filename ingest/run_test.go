package ingest

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"rodedraad/data"
	"rodedraad/ingest/layout"
	"rodedraad/ingest/pdf"
	"rodedraad/ingest/pdf/extract"
	"rodedraad/ingest/worker"
)

// TestMain makes the test binary a worker when a run starts it.
func TestMain(m *testing.M) {
	switch os.Getenv("RODEDRAAD_TEST_WORKER") {
	case "":
		os.Exit(m.Run())
	case "stuck":
		worker.Serve(context.Background(), os.Stdin, os.Stdout, getStuck)
		return
	case "coding":
		if err := serveCoding(); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		return
	}
	if err := Serve(context.Background(), os.Stdin, os.Stdout, layout.Build, codeForTest); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// getStuck stands for a worker in which an engine hangs, until it is told to
// leave that engine out.
func getStuck(_ context.Context, job Job, announce worker.Announce) Result {
	stage, id := extract.StageFirst, "1"
	switch filepath.Base(string(job.Path)) {
	case "second.pdf":
		stage, id = extract.StageSecond, "2"
	case "coding.pdf":
		stage, id = stageCoding, "3"
	case "always.pdf":
		job.Avoid = ""
	}
	announce(stage, 50*time.Millisecond)
	if job.Avoid != stage {
		select {}
	}
	return Result{DocumentID: id, Record: &data.Record{Document: data.Document{ID: id, Title: "zonder " + job.Avoid}}}
}

func TestFileThatKillsItsWorkerIsReadWithoutTheEngine(t *testing.T) {
	folder := t.TempDir()
	for i, name := range []string{"first.pdf", "second.pdf", "coding.pdf", "always.pdf"} {
		write(t, folder, name, onePage(fmt.Sprint(i)))
	}
	options := testOptions(folder)
	options.Command = func() *exec.Cmd {
		cmd := exec.Command(os.Args[0])
		cmd.Env = append(os.Environ(), "RODEDRAAD_TEST_WORKER=stuck")
		return cmd
	}
	store := newStore(t)
	summary := mustRun(t, options, store)
	if want := []string{"zonder lezen", "zonder lezen met pdfium"}; !slices.Equal(store.order, want) {
		t.Errorf("stored %q, want %q", store.order, want)
	}
	if len(summary.Failures) != 2 {
		t.Fatalf("%d failures, want 2", len(summary.Failures))
	}
	for i, stage := range []string{"lezen", "coderen"} {
		p := summary.Failures[i].Problems[0]
		if p.Stage != stage || !strings.Contains(p.Text, "tijdslimiet") || p.Hint == "" {
			t.Errorf("%+v", p)
		}
	}
}

// codeForTest takes the first words as title, and misbehaves where a text asks
// for it.
func codeForTest(r *data.Record, _ *pdf.Document) error {
	r.Document.CodebookVersion = "1"
	text := r.Pages[0].Text
	r.Document.Title, _, _ = strings.Cut(text, "\n")
	switch {
	case strings.Contains(text, "paniek"):
		panic("asked for")
	case strings.Contains(text, "wacht"):
		time.Sleep(50 * time.Millisecond)
	case strings.Contains(text, "weiger"):
		return errors.New("asked for")
	}
	return nil
}

type silent struct{ last, total int }

func (s *silent) Progress(done, total int, _ string) { s.last, s.total = done, total }

func testOptions(folder string) Options {
	return Options{
		Paths: []string{folder}, Base: folder, Workers: 2, CodebookVersion: "1",
		Command: func() *exec.Cmd {
			cmd := exec.Command(os.Args[0])
			cmd.Env = append(os.Environ(), "RODEDRAAD_TEST_WORKER=1")
			return cmd
		},
	}
}

// onePage is a PDF with a line of text.
func onePage(text string) []byte {
	var b bytes.Buffer
	var offsets []int
	object := func(format string, args ...any) {
		offsets = append(offsets, b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n"+format+"\nendobj\n", append([]any{len(offsets)}, args...)...)
	}
	b.WriteString("%PDF-1.4\n")
	object("<</Type/Catalog/Pages 2 0 R>>")
	object("<</Type/Pages/Kids[3 0 R]/Count 1>>")
	object("<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>")
	stream := fmt.Sprintf("BT /F1 12 Tf 72 700 Td (%s) Tj ET", text)
	object("<</Length %d>>stream\n%s\nendstream", len(stream), stream)
	object("<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>")
	start := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(offsets)+1)
	for _, o := range offsets {
		fmt.Fprintf(&b, "%010d 00000 n \n", o)
	}
	fmt.Fprintf(&b, "trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n", len(offsets)+1, start)
	return b.Bytes()
}

func write(t *testing.T, folder, name string, content []byte) {
	t.Helper()
	path := filepath.Join(folder, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, content, 0o644); err != nil {
		t.Fatal(err)
	}
}

func mustRun(t *testing.T, options Options, store *memoryStore) Summary {
	t.Helper()
	progress := &silent{}
	summary, err := Run(t.Context(), options, store, progress)
	if err != nil {
		t.Fatal(err)
	}
	if progress.last != summary.Files || progress.total != summary.Files || summary.Done != summary.Files || !store.ended {
		t.Errorf("progress ended at %d of %d, summary %d of %d, ended %v",
			progress.last, progress.total, summary.Done, summary.Files, store.ended)
	}
	store.complete()
	return summary
}

func TestRecordsArriveInTheOrderOfDiscovery(t *testing.T) {
	folder := t.TempDir()
	var want []string
	for i := range 40 {
		text := fmt.Sprintf("rapport %02d", i)
		if i%7 == 0 {
			text += " wacht" // overtaken by those behind it
		}
		write(t, folder, fmt.Sprintf("%02d.pdf", i), onePage(text))
		want = append(want, text)
	}
	for _, workers := range []int{1, 3} {
		store := newStore(t)
		options := testOptions(folder)
		options.Workers = workers
		summary := mustRun(t, options, store)
		if !slices.Equal(store.order, want) {
			t.Errorf("%d workers: order %v", workers, store.order)
		}
		if summary.Counts[data.Added] != 40 || summary.Pages != 40 {
			t.Errorf("%d workers: %+v", workers, summary)
		}
	}
}

func TestSecondRunReadsOnlyWhatChanged(t *testing.T) {
	folder := t.TempDir()
	write(t, folder, "a.pdf", onePage("eerste"))
	write(t, folder, "b.pdf", onePage("tweede"))
	write(t, folder, "sub/c.PDF", onePage("eerste")) // the bytes of a.pdf
	write(t, folder, "sub/zonder-naam", onePage("derde"))
	write(t, folder, "notities.txt", []byte("geen PDF"))
	store := newStore(t)
	mustRun(t, testOptions(folder), store)
	want := []string{"a.pdf toegevoegd", "b.pdf toegevoegd", "sub/c.PDF ongewijzigd", "sub/zonder-naam toegevoegd"}
	if !slices.Equal(store.log, want) {
		t.Errorf("first run: %q", store.log)
	}

	write(t, folder, "b.pdf", onePage("tweede, verbeterd"))
	mustRun(t, testOptions(folder), store)
	want = []string{"a.pdf ongewijzigd", "b.pdf vervangen", "sub/c.PDF ongewijzigd", "sub/zonder-naam ongewijzigd"}
	if !slices.Equal(store.log, want) {
		t.Errorf("second run: %q", store.log)
	}
	if len(store.documents) != 3 {
		t.Errorf("%d documents, want 3: the old b.pdf must be gone", len(store.documents))
	}

	options := testOptions(folder)
	options.Force = true
	summary := mustRun(t, options, store)
	if summary.Counts[data.Replaced] != 3 || summary.Counts[data.Unchanged] != 1 {
		t.Errorf("forced run: %v", summary.Counts)
	}
}

// A file is moved and another takes its place: the document must not go with
// the path that it had, in whatever order the two are found.
func TestMovedFilesKeepTheirDocument(t *testing.T) {
	for _, moved := range []string{"0.pdf", "z.pdf"} {
		folder := t.TempDir()
		write(t, folder, "m.pdf", onePage("het oude"))
		store := newStore(t)
		mustRun(t, testOptions(folder), store)
		write(t, folder, moved, onePage("het oude"))
		write(t, folder, "m.pdf", onePage("het nieuwe"))
		mustRun(t, testOptions(folder), store)
		if len(store.documents) != 2 {
			t.Errorf("moved to %s: %d documents, want 2: %q", moved, len(store.documents), store.log)
		}
	}
}

func TestFailuresAreToldAndStopNothing(t *testing.T) {
	folder := t.TempDir()
	write(t, folder, "1.pdf", []byte("dit is geen PDF"))
	write(t, folder, "2.pdf", nil)
	write(t, folder, "3.pdf", onePage("paniek"))
	write(t, folder, "4.pdf", onePage("weiger"))
	write(t, folder, "5.pdf", onePage("goed"))
	write(t, folder, "6.pdf", onePage("weiger")) // the bytes of 4.pdf
	store := newStore(t)
	summary := mustRun(t, testOptions(folder), store)
	want := []string{"1.pdf mislukt", "2.pdf mislukt", "3.pdf mislukt", "4.pdf mislukt", "5.pdf toegevoegd", "6.pdf mislukt"}
	if !slices.Equal(store.log, want) {
		t.Errorf("%q", store.log)
	}
	if len(summary.Failures) != 5 {
		t.Fatalf("%d failures in the summary", len(summary.Failures))
	}
	for _, f := range summary.Failures {
		if len(f.Problems) != 1 || f.Problems[0].Hint == "" || f.Problems[0].Stage == "" || f.Problems[0].Text == "" {
			t.Errorf("%s: %+v", f.Path, f.Problems)
		}
	}
	if p := summary.Failures[2].Problems[0]; p.Stage != "coderen" {
		t.Errorf("a panic of a coder is said to be in stage %q", p.Stage)
	}
}

func TestFileNameThatIsNoUTF8(t *testing.T) {
	folder := t.TempDir()
	const name = "financi\xeble zaken.pdf" // as old archives have it
	if err := os.WriteFile(filepath.Join(folder, name), onePage("goed"), 0o644); err != nil {
		t.Skip("this file system wants UTF-8")
	}
	store := newStore(t)
	mustRun(t, testOptions(folder), store)
	if want := []string{"financi\uFFFDle zaken.pdf toegevoegd"}; !slices.Equal(store.log, want) {
		t.Errorf("%q", store.log)
	}
}

func TestFileBeyondTheLimit(t *testing.T) {
	folder := t.TempDir()
	large := onePage(strings.Repeat("lang ", 500))
	write(t, folder, "a.pdf", large)
	write(t, folder, "b.pdf", append(slices.Clone(large), "en anders"...))
	write(t, folder, "c.pdf", onePage("klein"))
	options := testOptions(folder)
	options.Limits = pdf.DefaultLimits()
	options.Limits.FileSize = 2000
	store := newStore(t)
	summary := mustRun(t, options, store)
	if want := []string{"a.pdf mislukt", "b.pdf mislukt", "c.pdf toegevoegd"}; !slices.Equal(store.log, want) {
		t.Errorf("%q", store.log)
	}
	for _, f := range summary.Failures {
		if f.DocumentID != "" || !strings.Contains(f.Problems[0].Text, "grens") {
			t.Errorf("%+v", f)
		}
	}
}

func TestFailedFileKeepsItsOldDocument(t *testing.T) {
	folder := t.TempDir()
	write(t, folder, "a.pdf", onePage("goed"))
	store := newStore(t)
	mustRun(t, testOptions(folder), store)
	write(t, folder, "a.pdf", []byte("%PDF-1.4 kapot"))
	summary := mustRun(t, testOptions(folder), store)
	if summary.Counts[data.Failed] != 1 || len(store.documents) != 1 {
		t.Errorf("%v, %d documents", summary.Counts, len(store.documents))
	}
}

func TestInterruptedRunIsResumed(t *testing.T) {
	folder := t.TempDir()
	for i := range 150 {
		write(t, folder, fmt.Sprintf("%03d.pdf", i), onePage(fmt.Sprintf("rapport %03d", i)))
	}
	store := newStore(t)
	ctx, cancel := context.WithCancel(t.Context())
	store.onPut = cancel // after the first batch
	summary, err := Run(ctx, testOptions(folder), store, &silent{})
	if !errors.Is(err, context.Canceled) || !summary.Interrupted || store.ended {
		t.Fatalf("%v %+v", err, summary)
	}
	store.complete()
	stored := len(store.documents)
	if stored < batchFiles || stored == 150 || stored != summary.Counts[data.Added] {
		t.Errorf("%d documents stored, summary %v", stored, summary.Counts)
	}
	store.onPut = nil
	summary = mustRun(t, testOptions(folder), store)
	if summary.Counts[data.Unchanged] != stored || len(store.documents) != 150 {
		t.Errorf("resumed: %v, %d documents", summary.Counts, len(store.documents))
	}
}

func TestStoreErrorEndsTheRun(t *testing.T) {
	folder := t.TempDir()
	for i := range 2*batchFiles + 10 {
		write(t, folder, fmt.Sprintf("%03d.pdf", i), onePage(fmt.Sprintf("rapport %03d", i)))
	}
	store := newStore(t)
	store.failAt = 2
	summary, err := Run(t.Context(), testOptions(folder), store, &silent{})
	if !errors.Is(err, errStore) || summary.Interrupted || store.ended || store.puts != 2 {
		t.Errorf("%v, interrupted %v, ended %v, %d puts", err, summary.Interrupted, store.ended, store.puts)
	}
	if len(store.documents) != batchFiles {
		t.Errorf("%d documents stored", len(store.documents))
	}
}

func TestNoWorker(t *testing.T) {
	folder := t.TempDir()
	write(t, folder, "a.pdf", onePage("goed"))
	options := testOptions(folder)
	options.Command = func() *exec.Cmd { return exec.Command(filepath.Join(folder, "bestaat-niet")) }
	if _, err := Run(t.Context(), options, newStore(t), &silent{}); !errors.Is(err, ErrNoWorker) {
		t.Errorf("got %v, want ErrNoWorker", err)
	}
}

func TestManifestOverrides(t *testing.T) {
	folder := t.TempDir()
	write(t, folder, "rapporten/a.pdf", onePage("gelezen titel"))
	write(t, folder, "rapporten/b.pdf", onePage("tweede"))
	manifest := func(title string) {
		write(t, folder, "rapporten/lijst.csv", []byte("path;source_url;publisher;publication_date;title\n"+
			"a.pdf;https://example.org/a;IGJ;2016-06;"+title+"\nweg.pdf;;;;\n"))
	}
	manifest("Gegeven titel")
	options := testOptions(folder)
	options.Paths = []string{filepath.Join(folder, "rapporten", "lijst.csv"), folder}
	store := newStore(t)
	mustRun(t, options, store)
	want := []string{"rapporten/a.pdf toegevoegd", "rapporten/weg.pdf mislukt", "rapporten/b.pdf toegevoegd"}
	if !slices.Equal(store.log, want) {
		t.Errorf("%q", store.log)
	}
	got := store.documents[store.paths["rapporten/a.pdf"].DocumentID]
	if got.Document.Title != "Gegeven titel" || got.Document.SourceURL != "https://example.org/a" ||
		got.Document.PublicationDate.String() != "2016-06" ||
		got.Document.Overrides != "publication_date,publisher,source_url,title" {
		t.Errorf("%+v", got.Document)
	}
	if len(got.Organisations) != 1 || got.Organisations[0].Organisation != "IGJ" {
		t.Errorf("organisations %v", got.Organisations)
	}

	manifest("Andere titel")
	summary := mustRun(t, options, store)
	if summary.Counts[data.Replaced] != 1 || summary.Counts[data.Unchanged] != 1 {
		t.Errorf("a manifest that says something else: %v", maps.Collect(maps.All(summary.Counts)))
	}
	options.Paths = []string{folder} // without the manifest its words stand
	summary = mustRun(t, options, store)
	if summary.Counts[data.Unchanged] != 2 {
		t.Errorf("without the manifest: %v", summary.Counts)
	}
	options.Paths = []string{filepath.Join(folder, "rapporten", "lijst.csv")}
	summary = mustRun(t, options, store)
	if summary.Counts[data.Unchanged] != 1 {
		t.Errorf("with the manifest again: %v", summary.Counts)
	}
}
