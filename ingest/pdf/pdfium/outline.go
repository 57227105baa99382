package pdfium

import (
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"

	"rodedraad/ingest/pdf"
)

// A broken or hostile outline may be a ring: it is walked so far and no
// farther.
const (
	maxOutline = 5000
	maxLevel   = 12
)

// Outline reads the bookmarks, depth first.
func (d *Document) Outline() []pdf.OutlineItem {
	var items []pdf.OutlineItem
	d.walkOutline(nil, 1, &items)
	return items
}

func (d *Document) walkOutline(parent *references.FPDF_BOOKMARK, level int, items *[]pdf.OutlineItem) {
	if level > maxLevel {
		return
	}
	first, err := d.instance.FPDFBookmark_GetFirstChild(
		&requests.FPDFBookmark_GetFirstChild{Document: d.ref, Bookmark: parent})
	if err != nil {
		return
	}
	for mark := first.Bookmark; mark != nil && len(*items) < maxOutline; {
		*items = append(*items, d.outlineItem(*mark, level))
		d.walkOutline(mark, level+1, items)
		next, err := d.instance.FPDFBookmark_GetNextSibling(
			&requests.FPDFBookmark_GetNextSibling{Document: d.ref, Bookmark: *mark})
		if err != nil {
			return
		}
		mark = next.Bookmark
	}
}

func (d *Document) outlineItem(mark references.FPDF_BOOKMARK, level int) pdf.OutlineItem {
	item := pdf.OutlineItem{Level: level}
	if title, err := d.instance.FPDFBookmark_GetTitle(
		&requests.FPDFBookmark_GetTitle{Bookmark: mark}); err == nil {
		item.Title = clean(title.Title)
	}
	dest, err := d.instance.FPDFBookmark_GetDest(
		&requests.FPDFBookmark_GetDest{Document: d.ref, Bookmark: mark})
	if err != nil || dest.Dest == nil {
		return item
	}
	index, err := d.instance.FPDFDest_GetDestPageIndex(
		&requests.FPDFDest_GetDestPageIndex{Document: d.ref, Dest: *dest.Dest})
	if err == nil && index.Index >= 0 {
		item.Page = index.Index + 1
	}
	return item
}
