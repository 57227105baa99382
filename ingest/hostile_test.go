package ingest

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"rodedraad/data"
)

// Files that hold readable text although something is wrong with them.
var readable = []string{
	"ok", "form", "hdr20", "hdr_junk", "hdr_space", "trailing_junk", "prev_self", "parent_cycle",
	"count_huge", "bad_startxref", "q_under", "dquote",
}

// Every hostile file gives its text, or a problem with a remedy; none stops the
// run. Where the files are not at hand, a few made here stand in for them.
func TestHostileFiles(t *testing.T) {
	folder := filepath.Join("..", "..", "shared", "hostile")
	expected := readable
	if _, err := os.Stat(folder); err != nil {
		folder, expected = t.TempDir(), []string{"ok", "hdr_junk"}
		write(t, folder, "ok.pdf", onePage("Hallo wereld"))
		write(t, folder, "hdr_junk.pdf", append([]byte("rommel\n"), onePage("Hallo junk")...))
		write(t, folder, "truncated.pdf", onePage("Hallo half")[:200])
		write(t, folder, "xref_start.pdf", []byte("%PDF-1.4\nxref\n4000000000 1\n0000000000 65535 f \ntrailer<</Size 9000000000>>\nstartxref\n9\n%%EOF\n"))
	}
	options := testOptions(folder)
	store := newStore(t)
	summary := mustRun(t, options, store)
	for _, name := range expected {
		file := store.paths[name+".pdf"]
		record := store.documents[file.DocumentID]
		if record == nil || !strings.Contains(record.Pages[0].Text, "Hallo") {
			t.Errorf("%s.pdf: its text is not there", name)
		}
	}
	for _, record := range store.documents {
		text := ""
		for _, page := range record.Pages {
			text += page.Text
		}
		if text == "" && len(record.Problems) == 0 {
			t.Errorf("%s has neither text nor a problem", record.Document.FileName)
		}
		checkHints(t, record.Document.FileName, record.Problems)
	}
	for _, file := range summary.Failures {
		if len(file.Problems) == 0 {
			t.Errorf("%s failed for no reason", file.Path)
		}
		checkHints(t, file.Path, file.Problems)
	}
}

func checkHints(t *testing.T, name string, problems []data.Problem) {
	t.Helper()
	for _, p := range problems {
		if p.Text == "" || p.Hint == "" || !strings.Contains(p.Text, ".pdf") {
			t.Errorf("%s: problem without place or remedy: %+v", name, p)
		}
	}
}
