package extract

import (
	"context"
	"errors"
	"fmt"
	"time"

	"rodedraad/ingest/pdf"
	"rodedraad/ingest/pdf/content"
	"rodedraad/ingest/pdf/pdfium"
)

// allowance is the time an engine gets for so many pages.
func allowance(limit time.Duration, pages int) time.Duration {
	return limit * time.Duration(1+pages/1000)
}

// grace is how much later than the engine's own deadline a worker is killed.
const grace = 5 * time.Second

// badPage is a page for the second engine, and why.
type badPage struct {
	number int
	reason string
	broken bool // its objects could not be read
}

// readFirst reads the document with engine 1. It gives the pages that engine
// 2 should try; when engine 1 could not open the document, r.document is nil.
func (r *reading) readFirst(ctx context.Context) []badPage {
	if r.Avoid == StageFirst {
		return []badPage{{reason: "motor 1 bleef steken"}}
	}
	r.Announce(StageFirst, r.Limits.FirstEngine+grace)
	first, err := openFirst(content.Open, r.data, r.Limits)
	if err != nil {
		return []badPage{{reason: whyNot(err)}}
	}
	return r.readPages(ctx, first)
}

// readPages reads the pages of a document that engine 1 opened.
func (r *reading) readPages(ctx context.Context, first *first) []badPage {
	r.document = first.document()
	pages := r.pages(first.NumPage())
	limit := allowance(r.Limits.FirstEngine, pages)
	r.Announce(StageFirst, limit+grace)
	limited, cancel := context.WithTimeout(ctx, limit)
	defer cancel()
	var bad []badPage
	for n := 1; n <= pages && ctx.Err() == nil; n++ {
		page, err := first.page(limited, n)
		if err != nil {
			r.document.Pages = append(r.document.Pages, pdf.Page{Number: n})
			bad = append(bad, badPage{n, whyNot(err), true})
			continue
		}
		var reason string
		if page.Quality, reason = doubt(page); reason != "" {
			bad = append(bad, badPage{n, reason, false})
		}
		r.document.Pages = append(r.document.Pages, page)
	}
	return bad
}

const noWords = "geen woorden gevonden"

// doubt scores a page of engine 1 and says why engine 2 should look at it, or
// "". A page without words that is no picture is nearly always blank, but it
// costs PDFium 5 ms to say so, and words that vanish without a sign are the
// worst that can happen.
func doubt(page pdf.Page) (quality float64, reason string) {
	quality, reason = pdf.Score(page)
	if reason == "" && len(page.Words) == 0 && page.ImageCover < mostlyImage {
		reason = noWords
	}
	return quality, reason
}

// pages bounds the number of pages.
func (r *reading) pages(n int) int {
	if n > r.Limits.Pages {
		r.problem(0, "verhoog de grens voor het aantal bladzijden",
			"het bestand heeft %d bladzijden; alleen de eerste %d zijn gelezen", n, r.Limits.Pages)
	}
	return min(n, r.Limits.Pages)
}

// readSecond reads with PDFium what engine 1 could not read, or not well.
func (r *reading) readSecond(ctx context.Context, bad []badPage) error {
	if len(bad) == 0 {
		return nil
	}
	err := r.openSecond()
	damaged := r.document == nil && !errors.Is(err, pdfium.ErrPassword)
	if damaged && err == nil {
		r.wholeSecond(ctx, bad[0].reason)
	}
	if damaged && r.readRebuilt(ctx, bad[0].reason) || damaged && err == nil {
		return nil
	}
	if err != nil {
		return r.withoutSecond(bad, err)
	}
	r.Announce(StageSecond, allowance(r.Limits.SecondEngine, len(bad)))
	for _, b := range bad {
		if ctx.Err() != nil {
			return nil
		}
		r.better(b)
	}
	r.rebuildPages(ctx, bad)
	return nil
}

// openSecond starts PDFium and opens the document with it, once.
func (r *reading) openSecond() error {
	switch {
	case r.second != nil || r.noSecond != nil:
		return r.noSecond
	case r.Avoid == StageSecond:
		r.noSecond = errors.New("bleef steken")
		return r.noSecond
	}
	r.Announce(StageSecond, r.Limits.SecondEngine)
	r.second, r.noSecond = r.pdfium.Open(r.data)
	return r.noSecond
}

// withoutSecond settles pages that only engine 2 could have read: they are
// problems, or, when engine 1 has nothing at all, the document fails.
func (r *reading) withoutSecond(bad []badPage, err error) error {
	switch {
	case errors.Is(err, pdfium.ErrPassword):
		return fail(err, "het bestand is met een wachtwoord beveiligd",
			"bewaar het zonder wachtwoord, of vraag de uitgever om een open exemplaar")
	case r.document == nil:
		return fail(err, fmt.Sprintf("het bestand kan niet worden geopend: motor 1: %s; pdfium: %v", bad[0].reason, err),
			"open het in een PDF-lezer en bewaar het opnieuw, of vraag de uitgever om een gaaf exemplaar")
	}
	for _, b := range bad {
		r.unread(b, err)
	}
	return nil
}

// wholeSecond reads the whole document with PDFium. Pages that PDFium cannot
// read stay as engine 1 left them.
func (r *reading) wholeSecond(ctx context.Context, reason string) {
	if r.document == nil {
		r.document = &pdf.Document{
			PageCount: r.second.NumPage(), Info: r.second.Info(), Outline: r.second.Outline(),
			Encrypted: r.second.Encrypted(), Tagged: r.second.Tagged(),
		}
		for n := 1; n <= r.pages(r.second.NumPage()); n++ {
			r.document.Pages = append(r.document.Pages, pdf.Page{Number: n})
		}
	}
	r.Announce(StageSecond, allowance(r.Limits.SecondEngine, len(r.document.Pages)))
	for i := range r.document.Pages {
		if ctx.Err() != nil {
			return
		}
		b := badPage{i + 1, reason, false}
		if page, ok := r.readPage(b); ok {
			r.document.Pages[i] = page
		}
	}
}

// better reads a page with PDFium and keeps it when it is better than what
// engine 1 made of it.
func (r *reading) better(b badPage) {
	mine := &r.document.Pages[b.number-1]
	page, ok := r.readPage(b)
	if !ok {
		return
	}
	if mine.Engine == "" || page.Quality > mine.Quality || len(mine.Words) == 0 && len(page.Words) > 0 {
		*mine = page
	}
	if _, reason := pdf.Score(*mine); reason != "" {
		r.problem(b.number, hintCompare, "bladzijde %d is matig leesbaar: %s", b.number, reason)
	}
}

func (r *reading) readPage(b badPage) (pdf.Page, bool) {
	page, err := r.second.Page(b.number)
	if err != nil {
		r.unread(b, err)
		return pdf.Page{}, false
	}
	page.Quality, _ = pdf.Score(page)
	page.Fallback = b.reason
	return page, true
}

const hintCompare = "vergelijk de bladzijde met het origineel; bewaar het bestand zo nodig opnieuw vanuit een PDF-lezer"

// unread notes a page that PDFium could not read; what engine 1 made of it,
// if anything, stays.
func (r *reading) unread(b badPage, err error) {
	switch mine := r.document.Pages[b.number-1]; {
	case mine.Engine == "":
		r.problem(b.number, hintCompare, "bladzijde %d is onleesbaar: motor 1: %s; pdfium: %s", b.number, b.reason, brief(err))
	case len(mine.Words) > 0: // a blank page that PDFium cannot read either is no loss
		r.problem(b.number, hintCompare, "bladzijde %d is matig leesbaar (%s) en pdfium kon niet helpen: %s", b.number, b.reason, brief(err))
	}
}
