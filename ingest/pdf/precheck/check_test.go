package precheck_test

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"rodedraad/ingest/pdf/pdftest"
	"rodedraad/ingest/pdf/precheck"
)

// sound is a file of three pages, in both ways of writing.
func sound(packed bool) []byte {
	d := pdftest.New()
	font := d.Helvetica()
	for range 3 {
		d.Page("", fmt.Sprintf("/Font<</F1 %d 0 R>>", font), "BT /F1 10 Tf 50 700 Td (a) Tj ET")
	}
	if packed {
		return d.Packed()
	}
	return d.Bytes()
}

func check(data []byte) (precheck.Report, error) {
	return precheck.Check(bytes.NewReader(data), int64(len(data)), precheck.Limits{})
}

func TestSoundFiles(t *testing.T) {
	junk := strings.Repeat("x", 300)
	for name, data := range map[string][]byte{
		"plain":         sound(false),
		"packed":        sound(true),
		"version 2.0":   bytes.Replace(sound(false), []byte("%PDF-1.7"), []byte("%PDF-2.0"), 1),
		"trailing junk": append(sound(false), junk...),
		"spaced header": bytes.Replace(sound(false), []byte("%PDF-1.7\n%"), []byte("%PDF-1.7 %"), 1),
	} {
		t.Run(name, func(t *testing.T) {
			report, err := check(data)
			if err != nil {
				t.Fatal(err)
			}
			if report.Pages != 3 || report.View == nil {
				t.Errorf("report %+v", report)
			}
		})
	}
}

// replace breaks a file in one place, keeping every offset.
func replace(t *testing.T, data []byte, old, new string) []byte {
	t.Helper()
	if len(old) != len(new) || bytes.Count(data, []byte(old)) == 0 {
		t.Fatalf("%q does not stand in the file, or %q is longer", old, new)
	}
	return bytes.Replace(data, []byte(old), []byte(new), 1)
}

func TestRefusals(t *testing.T) {
	plain, packed := sound(false), sound(true)
	prev := func(to string) []byte { // a /Prev of the same width as what it replaces
		d := pdftest.New()
		d.Page("", "", "")
		d.Trailer = "/Prev 0000"
		return bytes.Replace(d.Bytes(), []byte("/Prev 0000"), []byte("/Prev "+to), 1)
	}
	start := func(data []byte, c byte) []byte {
		data = bytes.Clone(data)
		for i := bytes.LastIndex(data, []byte("startxref\n")) + 10; data[i] != '\n'; i++ {
			data[i] = c
		}
		return data
	}
	startOf := func(data []byte) string {
		at := bytes.LastIndex(data, []byte("startxref\n")) + 10
		return fmt.Sprintf("%04s", bytes.TrimSpace(data[at:bytes.LastIndex(data, []byte("%%EOF"))]))
	}
	deep := pdftest.New()
	deep.Page("/Diep "+strings.Repeat("[", 500)+strings.Repeat("]", 500), "", "")
	encrypted := pdftest.New()
	encrypted.Page("", "", "")
	encrypted.Trailer = "/Encrypt<</Filter/Standard/V 9/R 9>>"
	tests := []struct {
		name   string
		data   []byte
		reason precheck.Reason
	}{
		{"empty", nil, precheck.BadHeader},
		{"no header", bytes.TrimPrefix(plain, []byte("%")), precheck.BadHeader},
		{"junk before the header", append([]byte("\n"), plain...), precheck.BadHeader},
		{"cut off", plain[:len(plain)-50], precheck.NoEnd},
		{"much junk behind", append(bytes.Clone(plain), make([]byte, 5000)...), precheck.NoEnd},
		{"startxref elsewhere", start(plain, '9'), precheck.BadXref},
		{"startxref beyond the file", []byte("%PDF-1.4\nstartxref\n99999\n%%EOF\n"), precheck.BadStart},
		{"startxref without number", start(plain, 'x'), precheck.BadStart},
		{"startxref at zero", start(plain, '0'), precheck.BadStart},
		{"table does not count", replace(t, plain, "xref\n0 ", "xref\nx "), precheck.BadXref},
		{"chain to itself", prev(startOf(prev("0000"))), precheck.XrefCycle},
		{"chain outside", prev("9999"), precheck.BadXref},
		{"no catalogue", replace(t, plain, "/Root", "/Toor"), precheck.BadCatalog},
		{"count too high", replace(t, plain, "/Count 3", "/Count 9"), precheck.BadPageCount},
		{"page tree to itself", replace(t, plain, "/Kids[4 0 R", "/Kids[1 0 R"), precheck.PageCycle},
		{"page twice", replace(t, plain, "/Kids[4 0 R 6 0 R", "/Kids[4 0 R 4 0 R"), precheck.PageCycle},
		{"parent is the page", replace(t, plain, "/Parent 1 0 R", "/Parent 4 0 R"), precheck.PageCycle},
		{"kid is no page", replace(t, plain, "/Kids[4 0 R", "/Kids[3 4 5"), precheck.BadPageTree},
		{"nested deep", deep.Bytes(), precheck.TooDeep},
		{"encrypted", encrypted.Bytes(), precheck.Encrypted},
		{"packed without type", replace(t, packed, "/Type/XRef", "/Type/XRaf"), precheck.BadXref},
		{"packed with zero widths", replace(t, packed, "/W[1 4 2]", "/W[0 0 0]"), precheck.BadXref},
		{"packed with wide fields", replace(t, packed, "/W[1 4 2]", "/W[9 9 9]"), precheck.BadXref},
		{"packed without members", replace(t, packed, "/Type/ObjStm", "/Type/XbjStm"), precheck.BadCatalog},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, err := check(tt.data)
			refusal := (*precheck.Refusal)(nil)
			if !errors.As(err, &refusal) {
				t.Fatalf("error %v is no refusal", err)
			}
			if refusal.Reason != tt.reason {
				t.Errorf("reason %q, want %q (%v)", refusal.Reason, tt.reason, err)
			}
			if refusal.Reason.Dutch() == string(refusal.Reason) || refusal.Detail == "" {
				t.Errorf("%q says nothing to a reader", err)
			}
		})
	}
}

// TestLengthInsideItself makes a file whose object stream keeps its own
// /Length as one of its members.
func TestLengthInsideItself(t *testing.T) {
	data := sound(true)
	const own = "/Filter/FlateDecode/Length "
	at := bytes.LastIndex(data, []byte(own))
	at = bytes.LastIndex(data[:at], []byte(own)) // that of the object stream
	end := at + bytes.IndexByte(data[at:], '>')
	copy(data[at:end], fmt.Sprintf("%-*s", end-at, "/Filter/Fl/Length 1 0 R"))
	_, err := check(data)
	if refusal := (*precheck.Refusal)(nil); !errors.As(err, &refusal) || !strings.Contains(err.Error(), "keeps its /Length in an object stream") {
		t.Errorf("error %v", err)
	}
}

// TestHugeAnnouncements writes the numbers that made the object layer ask for
// all memory.
func TestHugeAnnouncements(t *testing.T) {
	const rest = "0000000000 00000 n \ntrailer\n<</Size 3/Root 1 0 R>>\nstartxref\n9\n%%EOF\n"
	for _, section := range []string{
		"xref\n4000000000 1\n" + rest,
		"xref\n0 4000000000\n" + rest,
		"xref\n9000000000000000000 9000000000000000000\n" + rest,
		"1 0 obj\n<</Type/XRef/Size 9000000000/W[1 2 1]/Length 0>>\nstream\n\nendstream\nendobj\nstartxref\n9\n%%EOF\n",
		"1 0 obj\n<</Type/XRef/Size 3/Index[4000000000 1]/W[1 2 1]/Length 4>>\nstream\nabcd\nendstream\nendobj\nstartxref\n9\n%%EOF\n",
	} {
		_, err := check([]byte("%PDF-1.5\n" + section))
		refusal := (*precheck.Refusal)(nil)
		if !errors.As(err, &refusal) || refusal.Reason != precheck.TooManyObjects {
			t.Errorf("%.40q: %v", section, err)
		}
	}
}

func TestFileTooLarge(t *testing.T) {
	data := sound(false)
	_, err := precheck.Check(bytes.NewReader(data), int64(len(data)), precheck.Limits{FileSize: 100})
	if refusal := (*precheck.Refusal)(nil); !errors.As(err, &refusal) || refusal.Reason != precheck.TooLarge {
		t.Errorf("error %v", err)
	}
}

// TestSharedHostileFiles runs over files that hang or kill the object layer,
// where they are at hand.
func TestSharedHostileFiles(t *testing.T) {
	want := map[string]precheck.Reason{
		"bad_startxref": precheck.BadStart, "count_huge": precheck.BadPageCount, "hdr_junk": precheck.BadHeader,
		"pages_cycle": precheck.PageCycle, "parent_cycle": precheck.PageCycle, "prev_self": precheck.XrefCycle,
		"truncated": precheck.NoEnd, "xref_size_huge": precheck.TooManyObjects, "xref_start_300M": precheck.TooManyObjects,
		"xref_start_400M": precheck.TooManyObjects, "xref_start_huge": precheck.TooManyObjects,
	}
	files, _ := filepath.Glob("../../../../shared/hostile/*.pdf")
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		var reason precheck.Reason
		if refusal := (*precheck.Refusal)(nil); errors.As(second(check(data)), &refusal) {
			reason = refusal.Reason
		}
		name := strings.TrimSuffix(filepath.Base(file), ".pdf")
		if reason != want[name] {
			t.Errorf("%s: reason %q, want %q", name, reason, want[name])
		}
	}
}

func second[A, B any](_ A, b B) B { return b }

// FuzzCheck checks that what passes is consistent: the view reads to its end
// from anywhere, and its ending carries the table of as many objects as the
// report says.
func FuzzCheck(f *testing.F) { fuzzSkeleton(f, precheck.Check) }

// FuzzRebuild checks the same of files whose table is made anew.
func FuzzRebuild(f *testing.F) {
	f.Add(sound(true)[:len(sound(true))-300])
	f.Add([]byte("9 0 obj<</Type/Page>>endobj 9 0 obj<</Type/ObjStm/N 1/First 4/Length 9>>stream\n8 0 <<>> \nendstream"))
	fuzzSkeleton(f, precheck.Rebuild)
}

func fuzzSkeleton(f *testing.F, examine func(io.ReaderAt, int64, precheck.Limits) (precheck.Report, error)) {
	f.Add(sound(false))
	f.Add(sound(true))
	f.Add([]byte("%PDF-1.5\nxref\n400000000 1\n0000000000 00000 n \ntrailer\n<</Size 3/Root 1 0 R>>\nstartxref\n9\n%%EOF\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		limits := precheck.Limits{Objects: 10_000, Stream: 1 << 20, Document: 4 << 20}
		report, err := examine(bytes.NewReader(data), int64(len(data)), limits)
		if err != nil {
			if refusal := (*precheck.Refusal)(nil); !errors.As(err, &refusal) {
				t.Fatalf("error %v is no refusal", err)
			}
			return
		}
		if report.Objects > 10_000 || report.Pages > report.Objects {
			t.Fatalf("%d pages in %d objects", report.Pages, report.Objects)
		}
		view := report.View
		tail := make([]byte, 40)
		n, err := view.ReadAt(tail, view.Size()-40)
		if n != 40 || !bytes.HasSuffix(tail, []byte("%%EOF\n")) {
			t.Fatalf("view ends in %q (%v)", tail[:n], err)
		}
		for _, offset := range []int64{-1, 0, 5, int64(len(data)), view.Size(), view.Size() + 1} {
			if n, err := view.ReadAt(tail, offset); n > 40 || n < 40 && err == nil {
				t.Fatalf("read at %d: %d bytes, %v", offset, n, err)
			}
		}
		if _, err := view.ReadAt(tail, view.Size()); err != io.EOF {
			t.Fatalf("read behind the end: %v", err)
		}
	})
}
