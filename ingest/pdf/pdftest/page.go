package pdftest

import (
	"fmt"
	"strings"
)

// Document is a File with a page tree: the usual skeleton around a construct.
type Document struct {
	File
	Catalog string // extra entries of the catalogue
	pages   []int
	tree    int
}

// New begins a document.
func New() *Document {
	d := &Document{}
	d.tree = d.Reserve()
	return d
}

// Helvetica adds the standard font in WinAnsiEncoding and returns its number.
func (d *Document) Helvetica() int {
	return d.Add("<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>")
}

// Page adds a page of 600 by 800 points. The entries come into the page's
// dictionary, where they replace its /MediaBox or /Contents, and resources into
// its resource dictionary.
func (d *Document) Page(entries, resources, content string) int {
	if !strings.Contains(entries, "/MediaBox") {
		entries += "/MediaBox[0 0 600 800]"
	}
	if !strings.Contains(entries, "/Contents") {
		entries += fmt.Sprintf("/Contents %d 0 R", d.Stream("", content))
	}
	n := d.Add("<</Type/Page/Parent %d 0 R%s/Resources<<%s>>>>", d.tree, entries, resources)
	d.pages = append(d.pages, n)
	return n
}

func (d *Document) finish() int {
	var kids strings.Builder
	for _, n := range d.pages {
		fmt.Fprintf(&kids, "%d 0 R ", n)
	}
	d.Set(d.tree, fmt.Sprintf("<</Type/Pages/Count %d/Kids[%s]>>", len(d.pages), kids.String()))
	return d.Add("<</Type/Catalog/Pages %d 0 R%s>>", d.tree, d.Catalog)
}

// Bytes writes the document with a plain cross-reference table.
func (d *Document) Bytes() []byte { return d.File.Bytes(d.finish()) }

// Packed writes the document with object and cross-reference streams.
func (d *Document) Packed() []byte { return d.File.Packed(d.finish()) }

// Text makes a document of one page that shows a content stream, with
// Helvetica as /F1.
func Text(content string) []byte {
	d := New()
	d.Page("", fmt.Sprintf("/Font<</F1 %d 0 R>>", d.Helvetica()), content)
	return d.Bytes()
}
