package extract

import (
	"context"
	"fmt"
	"strings"
	"unicode"

	"rodedraad/ingest/pdf"
	"rodedraad/ingest/pdf/content"
)

// Text can be wrong and still be printable: a font whose map to characters
// lies gives words that no count of odd characters betrays. On prose the
// quality score sees that it is no language; tables and short pages it cannot
// judge. So where a document gave cause to start PDFium anyway, some of its
// other pages are read with both engines, and a document on which they differ
// goes to PDFium altogether.
//
// Sound documents are left alone: on 288 pages of 14 Dutch reports every page
// had an F1 of .99 or more, and starting PDFium takes 0.1 s, or 3 s where its
// machine code cannot be kept.
const (
	agreement    = 0.97 // word F1 below which a document goes to PDFium
	auditedWords = 50   // a page with fewer says too little
)

// audit reads one of so many pages of engine 1 with PDFium too, beginning with
// the first.
func (r *reading) audit(ctx context.Context) {
	if r.Audit <= 0 || r.second == nil {
		return
	}
	seen := 0
	for _, page := range r.document.Pages {
		if page.Engine != content.Engine || len(page.Words) < auditedWords {
			continue
		}
		seen++
		if (seen-1)%r.Audit != 0 || ctx.Err() != nil {
			continue
		}
		other, err := r.second.Page(page.Number)
		if err != nil {
			continue
		}
		if f1 := WordF1(page.Words, other.Words); f1 < agreement {
			r.wholeSecond(ctx, fmt.Sprintf("steekproef bladzijde %d: motoren verschillen (F1 %.2f)", page.Number, f1))
			return
		}
	}
}

// WordF1 is the harmonic mean of precision and recall between two readings of
// a page, as bags of words. Only letters and digits count: engines differ
// harmlessly on the dots that lead to a page number. It is 1 when both are
// empty.
func WordF1(a, b []pdf.Word) float64 {
	bag := map[string]int{}
	inA, inB, both := 0, 0, 0
	for _, word := range letters(a) {
		bag[word]++
		inA++
	}
	for _, word := range letters(b) {
		inB++
		if bag[word] > 0 {
			bag[word]--
			both++
		}
	}
	if inA+inB == 0 {
		return 1
	}
	return 2 * float64(both) / float64(inA+inB)
}

// letters gives the runs of letters and digits of a page's plain text.
func letters(words []pdf.Word) []string {
	return strings.FieldsFunc(pdf.PlainText(pdf.Page{Words: words}), func(c rune) bool {
		return !unicode.IsLetter(c) && !unicode.IsDigit(c) && c != unicode.ReplacementChar
	})
}
