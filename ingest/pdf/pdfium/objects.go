package pdfium

import (
	"github.com/klippa-app/go-pdfium/enums"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"

	"rodedraad/ingest/pdf"
)

const (
	maxObjects = 5000 // a map or a graph can have a million: rules are then not looked for
	thin       = 3.0  // points: what is no thicker than this, and longer than
	long       = 12.0 // that, is a rule; bounds have a point around the line
)

// readObjects finds the rules of a page and how much of it images cover. What
// forms cover is given apart: a form may hold the picture of a scan, or text.
func (d *Document) readObjects(ref references.FPDF_PAGE, v view, page *pdf.Page) (forms float64, err error) {
	at := requests.Page{ByReference: &ref}
	count, err := d.instance.FPDFPage_CountObjects(&requests.FPDFPage_CountObjects{Page: at})
	if err != nil {
		return 0, err
	}
	area := max(page.Width*page.Height, 1)
	for i := range min(count.Count, maxObjects) {
		object, err := d.instance.FPDFPage_GetObject(&requests.FPDFPage_GetObject{Page: at, Index: i})
		if err != nil {
			return 0, err
		}
		kind, err := d.instance.FPDFPageObj_GetType(
			&requests.FPDFPageObj_GetType{PageObject: object.PageObject})
		if err != nil {
			return 0, err
		}
		if kind.Type == enums.FPDF_PAGEOBJ_TEXT {
			continue
		}
		box, ok := d.bounds(object.PageObject, v)
		switch {
		case !ok:
		case kind.Type == enums.FPDF_PAGEOBJ_IMAGE:
			page.ImageCover += visible(box, page.Width, page.Height) / area
		case kind.Type == enums.FPDF_PAGEOBJ_FORM:
			forms += visible(box, page.Width, page.Height) / area
		case kind.Type == enums.FPDF_PAGEOBJ_PATH && isRule(box):
			page.Rules = append(page.Rules, middle(box))
		}
	}
	page.ImageCover = min(page.ImageCover, 1)
	return min(forms, 1), nil
}

func (d *Document) bounds(object references.FPDF_PAGEOBJECT, v view) (pdf.Rule, bool) {
	got, err := d.instance.FPDFPageObj_GetBounds(&requests.FPDFPageObj_GetBounds{PageObject: object})
	if err != nil {
		return pdf.Rule{}, false
	}
	x0, y0, x1, y1 := v.box(float64(got.Left), float64(got.Bottom), float64(got.Right), float64(got.Top))
	return pdf.Rule{X0: x0, Y0: y0, X1: x1, Y1: y1}, true
}

// visible is the area of a box that lies on the page.
func visible(b pdf.Rule, width, height float64) float64 {
	w := min(b.X1, width) - max(b.X0, 0)
	h := min(b.Y1, height) - max(b.Y0, 0)
	return max(w, 0) * max(h, 0)
}

func isRule(b pdf.Rule) bool {
	w, h := b.X1-b.X0, b.Y1-b.Y0
	return (h <= thin && w >= long) || (w <= thin && h >= long)
}

// middle gives the line in the middle of a thin box.
func middle(b pdf.Rule) pdf.Rule {
	w, h := b.X1-b.X0, b.Y1-b.Y0
	if h <= w {
		return pdf.Rule{X0: b.X0 + h/2, Y0: b.Y0 + h/2, X1: b.X1 - h/2, Y1: b.Y0 + h/2}
	}
	return pdf.Rule{X0: b.X0 + w/2, Y0: b.Y0 + w/2, X1: b.X0 + w/2, Y1: b.Y1 - w/2}
}
