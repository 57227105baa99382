package pdfium

import (
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"
	"github.com/klippa-app/go-pdfium/responses"

	"rodedraad/ingest/pdf"
)

// A broken or hostile outline may be a ring: it is walked so far and no
// farther.
const (
	maxOutline = 5000
	maxLevel   = 12
)

// Outline reads the bookmarks, depth first. An outline that does not end, or
// is larger than any reader would want, is none.
//
// The library walks an outline itself, for ever if it is a ring; so the walk is
// first made here, counting. (The calls for a single bookmark would do without
// the second walk, but that for its destination does not work in go-pdfium
// 1.19.8: it asks PDFium for something else.)
func (d *Document) Outline() []pdf.OutlineItem {
	count := 0
	if !d.countOutline(nil, 1, &count) || count == 0 {
		return nil
	}
	got, err := d.instance.GetBookmarks(&requests.GetBookmarks{Document: d.ref})
	if err != nil {
		return nil
	}
	return flatten(nil, got.Bookmarks, 1)
}

// countOutline reports whether the outline below a bookmark ends.
func (d *Document) countOutline(parent *references.FPDF_BOOKMARK, level int, count *int) bool {
	first, err := d.instance.FPDFBookmark_GetFirstChild(
		&requests.FPDFBookmark_GetFirstChild{Document: d.ref, Bookmark: parent})
	if err != nil || level > maxLevel && first.Bookmark != nil {
		return false
	}
	for mark := first.Bookmark; mark != nil; {
		*count++
		if *count > maxOutline || !d.countOutline(mark, level+1, count) {
			return false
		}
		next, err := d.instance.FPDFBookmark_GetNextSibling(
			&requests.FPDFBookmark_GetNextSibling{Document: d.ref, Bookmark: *mark})
		if err != nil {
			return false
		}
		mark = next.Bookmark
	}
	return true
}

func flatten(items []pdf.OutlineItem, marks []responses.GetBookmarksBookmark, level int) []pdf.OutlineItem {
	for _, mark := range marks {
		item := pdf.OutlineItem{Title: clean(mark.Title), Level: level}
		if mark.DestInfo != nil && mark.DestInfo.PageIndex >= 0 {
			item.Page = mark.DestInfo.PageIndex + 1
		}
		items = flatten(append(items, item), mark.Children, level+1)
	}
	return items
}
