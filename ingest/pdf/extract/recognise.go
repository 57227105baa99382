package extract

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"strings"

	"rodedraad/ingest/pdf"
	"rodedraad/ingest/pdf/ocr"
)

// mostlyImage is the part of a page that images must cover for it to be taken
// for a scan. Of Dutch reports 1 to 2 % of the pages have hardly any text, and
// most are covers and figures.
const mostlyImage = 0.5

// worstText is the quality of a page whose characters mean so little that
// reading its picture can only be better: fonts that say nothing of their
// glyphs leave no engine anything else.
const worstText = 0.5

// isGibberish reports whether neither engine could tell what the glyphs mean.
func isGibberish(page pdf.Page) bool {
	quality, reason := pdf.Score(page)
	return reason == pdf.ReasonUnreadable && quality < worstText
}

// recognise reads pages from their picture where there is no text, or none that
// means anything.
func (r *reading) recognise(ctx context.Context) {
	if r.document == nil || r.OCR == ocr.Off {
		return
	}
	var pictures []int
	for _, page := range r.document.Pages {
		scan := len(page.Words) == 0 && page.ImageCover >= mostlyImage
		if scan || r.OCR == ocr.Force {
			pictures = append(pictures, page.Number)
		}
	}
	gibberish := r.gibberish(ctx)
	if len(pictures)+len(gibberish) == 0 {
		return
	}
	if err := r.findTesseract(ctx); err != nil {
		r.problem(pictures[0], "installeer tesseract-ocr en tesseract-ocr-nld en lees het bestand opnieuw in",
			"%s zonder tekst, onleesbaar zonder tekstherkenning", arePictures(pictures))
		return
	}
	if err := r.openSecond(); err != nil {
		r.problem(pictures[0], "bewaar het bestand opnieuw vanuit een PDF-lezer",
			"%s; de afbeelding kan niet worden getekend: %s", arePictures(pictures), brief(err))
		return
	}
	r.recognisePages(ctx, pictures, "beeld zonder tekst")
	r.recognisePages(ctx, gibberish, "letters zonder betekenis")
}

// gibberish lists the pages whose text means nothing, when there is a tesseract
// to read them. Without it they are problems already.
func (r *reading) gibberish(ctx context.Context) []int {
	var pages []int
	for _, page := range r.document.Pages {
		if r.OCR != ocr.Force && isGibberish(page) && r.findTesseract(ctx) == nil {
			pages = append(pages, page.Number)
		}
	}
	return pages
}

func (r *reading) recognisePages(ctx context.Context, pages []int, reason string) {
	for _, n := range pages {
		if ctx.Err() != nil {
			return
		}
		r.Announce(StageOCR, r.Limits.OCR)
		if err := r.recognisePage(ctx, n, reason); err != nil {
			r.problem(n, "vergelijk de bladzijde met het origineel", "bladzijde %d: tekstherkenning mislukt: %s", n, brief(err))
		}
	}
}

func (r *reading) findTesseract(ctx context.Context) error {
	if !r.searched {
		r.tesseract, _ = ocr.Find(ctx)
		r.searched = true
	}
	if r.tesseract == nil {
		return ocr.ErrMissing
	}
	return nil
}

func (r *reading) recognisePage(ctx context.Context, n int, reason string) error {
	if r.Avoid == StageOCR {
		return errors.New("tesseract bleef steken")
	}
	ctx, cancel := context.WithTimeout(ctx, r.Limits.OCR)
	defer cancel()
	var picture bytes.Buffer
	dpi, err := r.second.Render(&picture, n, ocr.DPI)
	if err != nil {
		return err
	}
	words, err := r.tesseract.Read(ctx, picture.Bytes(), dpi)
	if err != nil {
		return err
	}
	page := &r.document.Pages[n-1]
	page.Words = words
	page.Engine, page.EngineVersion = ocr.Name, r.tesseract.Version
	page.Fallback = reason
	page.Quality, _ = pdf.Score(*page)
	return nil
}

// arePictures says "bladzijden 2-4 en 7 zijn een afbeelding".
func arePictures(pages []int) string {
	if len(pages) == 1 {
		return fmt.Sprintf("bladzijde %d is een afbeelding", pages[0])
	}
	var spans []string
	for i := 0; i < len(pages); {
		j := i
		for j+1 < len(pages) && pages[j+1] == pages[j]+1 {
			j++
		}
		span := fmt.Sprint(pages[i])
		if j > i {
			span = fmt.Sprintf("%d-%d", pages[i], pages[j])
		}
		spans = append(spans, span)
		i = j + 1
	}
	return "bladzijden " + strings.Join(spans, ", ") + " zijn een afbeelding"
}

// brief gives the first line of an error: behind it PDFium puts a stack.
func brief(err error) string {
	line, _, _ := strings.Cut(err.Error(), "\n")
	return line
}
