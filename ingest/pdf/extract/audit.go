package extract

import (
	"context"
	"fmt"

	"rodedraad/ingest/pdf"
)

// Text can be wrong and still be printable: a font whose map to characters
// lies gives words that no count of odd characters betrays. So some pages are
// read with both engines, and a document on which they differ goes to PDFium.
//
// Only middling pages are drawn: on a page whose function words and word
// lengths are those of Dutch prose the map cannot lie. That keeps PDFium, and
// the time it takes to start, out of sound documents.
const (
	surelySound  = 0.95 // a page of this quality is not audited
	agreement    = 0.97 // word F1 below which a document goes to PDFium
	auditedWords = 50   // a page with fewer says too little
)

// audit reads one of Options.Audit middling pages, beginning with the first,
// with PDFium too.
func (r *reading) audit(ctx context.Context) {
	if r.Audit <= 0 || r.document == nil {
		return
	}
	middling := 0
	for _, page := range r.document.Pages {
		if page.Engine == "" || page.Fallback != "" || page.Quality >= surelySound || len(page.Words) < auditedWords {
			continue
		}
		middling++
		if (middling-1)%r.Audit != 0 || ctx.Err() != nil {
			continue
		}
		if r.openSecond() != nil {
			return
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
// a page, as bags of words. It is 1 when both are empty.
func WordF1(a, b []pdf.Word) float64 {
	bag := map[string]int{}
	inA, inB, both := 0, 0, 0
	for word := range whole(a) {
		bag[word]++
		inA++
	}
	for word := range whole(b) {
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

// whole yields words with their glued parts joined.
func whole(words []pdf.Word) func(yield func(string) bool) {
	return func(yield func(string) bool) {
		open := ""
		for _, w := range words {
			if !w.Glued && open != "" {
				if !yield(open) {
					return
				}
				open = ""
			}
			open += w.Text
		}
		if open != "" {
			yield(open)
		}
	}
}
