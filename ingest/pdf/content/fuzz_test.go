package content

import (
	"bytes"
	"context"
	"strings"
	"testing"
	"unicode"

	"rodedraad/ingest/pdf"
	"rodedraad/ingest/pdf/pdftest"

	"golang.org/x/text/unicode/norm"
)

// FuzzPage interprets any content stream and checks what every word promises.
func FuzzPage(f *testing.F) {
	for _, s := range []string{
		"BT /F1 10 Tf 50 700 Td (rode draad) Tj ET", "q 1 0 0 1 9 9 cm BT /F1 -9 Tf 99 Tz [(a)-9(\\255)] TJ ET Q Q",
		"/P <</MCID 0/ActualText(x y)>> BDC BT /F1 9 Tf 9 9 Td (ab) Tj ET EMC", "0 0 9 0.1 re f 1 1 m 9 1 l S BI ID \x00 EI",
		"BT /F1 1e9 Tf 999999999999999 0 0 1 0 0 Tm (a) ' ET",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, content string) {
		data := pdftest.Text(content)
		r, err := Open(bytes.NewReader(data), int64(len(data)), Limits{})
		if err != nil {
			t.Fatal(err)
		}
		page, err := r.Page(context.Background(), 1)
		if err != nil {
			if !strings.HasPrefix(err.Error(), "page 1: ") {
				t.Fatalf("error %q does not name the page", err)
			}
			return
		}
		for _, w := range page.Words {
			checkWord(t, w)
		}
		for _, rule := range page.Rules {
			if !(rule.X0 <= rule.X1 && rule.Y0 <= rule.Y1) {
				t.Fatalf("rule %v", rule)
			}
		}
		if !(page.ImageCover >= 0 && page.ImageCover <= 1) {
			t.Fatalf("images cover %v", page.ImageCover)
		}
		if quality, _ := pdf.Score(page); !(quality >= 0 && quality <= 1) {
			t.Fatalf("quality %v", quality)
		}
	})
}

func checkWord(t *testing.T, w pdf.Word) {
	t.Helper()
	if w.Text == "" || strings.ContainsFunc(w.Text, unicode.IsSpace) || !norm.NFC.IsNormalString(w.Text) {
		t.Fatalf("text %q", w.Text)
	}
	if !(w.X0 <= w.X1 && w.X1 < 1e6 && w.X0 > -1e6 && w.Y > -1e6 && w.Y < 1e6 && w.Size >= 0 && w.Size < 1e6) {
		t.Fatalf("word %+v has no place", w)
	}
}
