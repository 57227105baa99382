package precheck_test

import (
	"bytes"
	"fmt"
	"regexp"
	"strings"
	"testing"

	"rodedraad/ingest/pdf/precheck"
)

func rebuild(data []byte) (precheck.Report, error) {
	return precheck.Rebuild(bytes.NewReader(data), int64(len(data)), precheck.Limits{})
}

// A table made anew leads to as many pages as there are, whatever was lost.
func TestRebuild(t *testing.T) {
	plain, packed := sound(false), sound(true)
	cut := func(data []byte, mark string) []byte { return data[:bytes.LastIndex(data, []byte(mark))] }
	for name, data := range map[string][]byte{
		"nothing lost":              plain,
		"no startxref":              cut(plain, "startxref"),
		"no table":                  cut(plain, "xref\n0"),
		"no catalogue":              cut(plain, "<</Type/Catalog"),
		"in object streams":         cut(packed, "startxref"),
		"no cross-reference":        cut(packed, "<</Type/XRef"),
		"moved by what came before": append([]byte("From: post\r\n"), plain...),
	} {
		report, err := rebuild(data)
		if err != nil || report.Pages != 3 {
			t.Errorf("%s: %d pages, %v", name, report.Pages, err)
		}
	}
}

// The last object with a number counts, as after an update.
func TestRebuildTakesTheLast(t *testing.T) {
	data := sound(false)
	pages := regexp.MustCompile(`/Kids\[(\d+) 0 R`).FindSubmatch(data)
	tree := regexp.MustCompile(`(\d+) 0 obj\n<</Type/Pages`).FindSubmatch(data)
	data = append(data, fmt.Sprintf("\n%s 0 obj\n<</Type/Pages/Count 1/Kids[%s 0 R]>>\nendobj\n", tree[1], pages[1])...)
	report, err := rebuild(data)
	if err != nil || report.Pages != 1 {
		t.Errorf("%d pages, %v; the tree was replaced by one with a single page", report.Pages, err)
	}
}

func TestRebuildRefuses(t *testing.T) {
	for name, data := range map[string]string{
		"nothing":         "",
		"no objects":      "%PDF-1.4\nobj obj 1 obj x 1 0 objobj",
		"no pages":        "1 0 obj\n<</Type/Font>>\nendobj",
		"numbers too big": "99999999999 0 obj<</Type/Page>>endobj 9999999 0 obj<</Type/Page>>endobj",
	} {
		if report, err := rebuild([]byte(data)); err == nil {
			t.Errorf("%s: %d pages", name, report.Pages)
		}
	}
}

// The catalogue and tree that are planted read as objects of the file.
func TestPlantedTreeIsRead(t *testing.T) {
	data := sound(false)
	report, err := rebuild(data[:bytes.LastIndex(data, []byte("<</Type/Catalog"))])
	if err != nil {
		t.Fatal(err)
	}
	if name, _, ok := report.View.Peek(uint32(report.Objects-2), "Type", "Pages"); !ok || name != "Catalog" {
		t.Errorf("the last object but one is a %q", name)
	}
}

// A table that calls objects free which the stream beside it names (hybrid
// files, as Word writes them) does not hide them.
func TestHybridFile(t *testing.T) {
	body := "%PDF-1.5\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n"
	object := func(text string) int { at := len(body); body += text; return at }
	packed := object("3 0 obj\n<</Type/ObjStm/N 1/First 4/Length 35>>\nstream\n2 0 <</Type/Pages/Count 0/Kids[]>>\nendstream\nendobj\n")
	stream := object("4 0 obj\n<</Type/XRef/Size 5/W[1 1 1]/Index[2 1]/Length 3>>\nstream\n\x02\x03\x00\nendstream\nendobj\n")
	table := object("xref\n0 5\n0000000000 65535 f \n0000000009 00000 n \n0000000000 00000 f \n")
	object(ten(packed) + " 00000 n \n" + ten(stream) + " 00000 n \ntrailer\n<</Size 5/Root 1 0 R/XRefStm " + ten(stream) + ">>\nstartxref\n" + ten(table) + "\n%%EOF\n")
	if report, err := check([]byte(body)); err != nil || report.Pages != 0 {
		t.Errorf("%d pages, %v", report.Pages, err)
	}
	if _, err := check([]byte(strings.Replace(body, "/XRefStm", "/YRefStm", 1))); err == nil {
		t.Error("without the stream the page tree is free, and yet it was found")
	}
}

func ten(n int) string {
	digits := strings.Repeat("0", 10)
	for i := 9; n > 0; i-- {
		digits = digits[:i] + string(rune('0'+n%10)) + digits[i+1:]
		n /= 10
	}
	return digits
}
