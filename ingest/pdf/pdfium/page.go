package pdfium

import (
	"fmt"
	"math"

	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"

	"rodedraad/ingest/pdf"
)

// Page reads a page, 1-based. After an error the document is still usable for
// other pages.
func (d *Document) Page(number int) (pdf.Page, error) {
	page, err := d.page(number)
	if err == nil {
		return page, nil
	}
	if reopenErr := d.reopen(); reopenErr != nil {
		return pdf.Page{}, fmt.Errorf("page %d: %w; and then: %w", number, err, reopenErr)
	}
	return pdf.Page{}, fmt.Errorf("page %d: %w", number, err)
}

func (d *Document) page(number int) (pdf.Page, error) {
	if d.instance == nil {
		return pdf.Page{}, fmt.Errorf("the document is closed")
	}
	loaded, err := d.instance.FPDF_LoadPage(&requests.FPDF_LoadPage{Document: d.ref, Index: number - 1})
	if err != nil {
		return pdf.Page{}, fmt.Errorf("load: %w", err)
	}
	defer func() { d.instance.FPDF_ClosePage(&requests.FPDF_ClosePage{Page: loaded.Page}) }()
	view, err := d.view(loaded.Page)
	if err != nil {
		return pdf.Page{}, err
	}
	page := pdf.Page{
		Number: number, Label: d.label(number - 1),
		Width: view.width(), Height: view.height(),
		Engine: Name, EngineVersion: Version,
	}
	forms, err := d.readObjects(loaded.Page, view, &page)
	if err != nil {
		return pdf.Page{}, fmt.Errorf("objects: %w", err)
	}
	page.Words, err = d.words(loaded.Page, view, page.ImageCover > 0.5)
	if err != nil {
		return pdf.Page{}, fmt.Errorf("text: %w", err)
	}
	if len(page.Words) == 0 {
		page.ImageCover = max(page.ImageCover, forms)
	}
	return page, nil
}

// view turns the coordinates of a page (points, y upwards, not rotated) into
// those of the page as it is seen (from the top left, y downwards).
type view struct {
	left, top, right, bottom float64
	quarter                  int // clockwise quarter turns
}

func (d *Document) view(page references.FPDF_PAGE) (view, error) {
	ref := requests.Page{ByReference: &page}
	box, err := d.instance.FPDF_GetPageBoundingBox(&requests.FPDF_GetPageBoundingBox{Page: ref})
	if err != nil {
		return view{}, fmt.Errorf("page box: %w", err)
	}
	turn, err := d.instance.FPDFPage_GetRotation(&requests.FPDFPage_GetRotation{Page: ref})
	if err != nil {
		return view{}, fmt.Errorf("rotation: %w", err)
	}
	return view{
		left: float64(box.Rect.Left), right: float64(box.Rect.Right),
		top:     float64(max(box.Rect.Top, box.Rect.Bottom)),
		bottom:  float64(min(box.Rect.Top, box.Rect.Bottom)),
		quarter: int(turn.PageRotation) & 3,
	}, nil
}

func (v view) width() float64 {
	if v.quarter%2 == 1 {
		return v.top - v.bottom
	}
	return v.right - v.left
}

func (v view) height() float64 {
	if v.quarter%2 == 1 {
		return v.right - v.left
	}
	return v.top - v.bottom
}

// point gives a point as seen.
func (v view) point(x, y float64) (float64, float64) {
	switch v.quarter {
	case 1:
		return y - v.bottom, x - v.left
	case 2:
		return v.right - x, y - v.bottom
	case 3:
		return v.top - y, v.right - x
	}
	return x - v.left, v.top - y
}

// box gives a rectangle as seen: its sides from the left and from the top.
func (v view) box(left, bottom, right, top float64) (x0, y0, x1, y1 float64) {
	ax, ay := v.point(left, bottom)
	bx, by := v.point(right, top)
	return min(ax, bx), min(ay, by), max(ax, bx), max(ay, by)
}

// angle gives the direction of reading as seen, in degrees against the clock,
// of text whose baseline runs along (a, b): 90 reads upwards.
func (v view) angle(a, b float64) int {
	quarters := int(math.Round(math.Atan2(b, a) / (math.Pi / 2)))
	return ((quarters-v.quarter)%4 + 4) % 4 * 90
}
