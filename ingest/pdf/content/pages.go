package content

import (
	"context"
	"fmt"

	"rodedraad/ingest/pdf"

	lpdf "github.com/ledongthuc/pdf"
)

// inherited are the attributes a page takes from the nodes above it.
type inherited struct {
	resources, mediaBox, cropBox, rotate lpdf.Value
}

// pageNode is a page of the tree with what it inherited.
type pageNode struct {
	value lpdf.Value
	inherited
}

func (i inherited) from(node lpdf.Value) inherited {
	for key, field := range map[string]*lpdf.Value{
		"Resources": &i.resources, "MediaBox": &i.mediaBox, "CropBox": &i.cropBox, "Rotate": &i.rotate,
	} {
		if v := node.Key(key); !v.IsNull() {
			*field = v
		}
	}
	return i
}

// readPages lists the pages. The tree is known to be sound from the
// examination; asking the object layer for page n walks it anew each time.
func (r *Reader) readPages(node lpdf.Value, above inherited, depth int) error {
	if depth > 100 {
		return fmt.Errorf("page tree: %w", ErrLimit)
	}
	kids := node.Key("Kids")
	if kids.Kind() != lpdf.Array {
		r.pages = append(r.pages, pageNode{node, above})
		return nil
	}
	own := above.from(node)
	for i := range kids.Len() {
		r.meter.allow()
		if err := r.readPages(kids.Index(i), own, depth+1); err != nil {
			return err
		}
	}
	return nil
}

// NumPage returns how many pages the document has.
func (r *Reader) NumPage() int { return len(r.pages) }

// Encrypted reports whether the file was opened with an empty password.
func (r *Reader) Encrypted() bool { return r.report.Encrypted }

// Page reads a page, 1-based. Every error names the page and means that the
// second engine should read it.
func (r *Reader) Page(ctx context.Context, n int) (page pdf.Page, err error) {
	if n < 1 || n > len(r.pages) {
		return pdf.Page{}, fmt.Errorf("page %d: document has %d pages", n, len(r.pages))
	}
	defer recovered(fmt.Sprintf("page %d", n), &err)
	r.meter.allow()
	page, err = r.page(ctx, n)
	if err != nil {
		return pdf.Page{}, fmt.Errorf("page %d: %w", n, err)
	}
	return page, nil
}

func (r *Reader) page(ctx context.Context, n int) (pdf.Page, error) {
	node := r.pages[n-1]
	attributes := node.from(node.value)
	ctm, width, height := geometry(attributes, node.value.Key("UserUnit").Float64())
	page := pdf.Page{Number: n, Label: r.label(n), Width: width, Height: height, Engine: Engine, EngineVersion: Version}
	if err := r.readContents(node.value.Key("Contents")); err != nil {
		return page, err
	}
	area := box{0, 0, width, height}
	r.text.reset(area)
	p := &painter{
		r: r, ctx: ctx, composer: &r.text, drawings: drawings{page: area},
		state:     state{ctm: ctm, stretch: 1},
		text:      identity,
		line:      identity,
		resources: r.resourcesOf(attributes.resources),
		elements:  r.elementsOf(node.value),
	}
	if err := p.run(r.contents); err != nil {
		return page, err
	}
	for len(p.marks) > 0 {
		p.endMark()
	}
	p.state, p.stack = state{ctm: ctm, stretch: 1}, nil
	if err := p.paintAnnotations(node.value.Key("Annots")); err != nil {
		return page, err
	}
	page.Words = r.text.result()
	page.Rules = p.drawings.rules
	page.ImageCover = p.drawings.cover()
	return page, nil
}

// readContents joins the content streams of a page: operators may not be cut
// in two, but anything else may.
func (r *Reader) readContents(v lpdf.Value) error {
	r.contents = r.contents[:0]
	switch v.Kind() {
	case lpdf.Stream:
		return r.appendContents(v)
	case lpdf.Array:
		for i := range v.Len() {
			if err := r.appendContents(v.Index(i)); err != nil {
				return err
			}
			r.contents = append(r.contents, '\n')
		}
	}
	return nil
}

func (r *Reader) appendContents(v lpdf.Value) error {
	if v.Kind() != lpdf.Stream {
		return nil
	}
	var err error
	if r.contents, err = r.appendStream(r.contents, v); err != nil {
		return fmt.Errorf("decode content stream: %w", err)
	}
	if int64(len(r.contents)) > r.limits.Stream {
		return fmt.Errorf("content streams of more than %d bytes: %w", r.limits.Stream, ErrLimit)
	}
	return nil
}

// maxFormBytes bounds the forms kept decoded: letterheads that every page
// paints.
const maxFormBytes = 16 << 20

func (r *Reader) formStream(v lpdf.Value, offset int64) ([]byte, error) {
	if src, ok := r.forms[offset]; ok {
		return src, nil
	}
	src, err := r.readStream(v)
	if err == nil && r.formBytes+len(src) <= maxFormBytes {
		r.formBytes += len(src)
		r.forms[offset] = src
	}
	return src, err
}

// geometry works out the size of a page as it is seen, and the matrix from its
// user space to points from the top left.
func geometry(a inherited, unit float64) (ctm matrix, width, height float64) {
	media, ok := boxFrom(a.mediaBox)
	if !ok {
		media = box{0, 0, 612, 792} // viewers take US letter
	}
	area := media
	if crop, ok := boxFrom(a.cropBox); ok {
		if shared := crop.intersect(media); shared.width() > 1 && shared.height() > 1 {
			area = shared
		}
	}
	width, height = area.width(), area.height()
	switch ((a.rotate.Int64()%360 + 360) % 360) / 90 {
	case 1:
		ctm = matrix{0, 1, 1, 0, -area.y0, -area.x0}
		width, height = height, width
	case 2:
		ctm = matrix{-1, 0, 0, 1, area.x1, -area.y0}
	case 3:
		ctm = matrix{0, -1, -1, 0, area.y1, area.x1}
		width, height = height, width
	default:
		ctm = matrix{1, 0, 0, -1, -area.x0, area.y1}
	}
	if unit > 0 && unit != 1 && unit < 1000 {
		ctm = ctm.times(matrix{unit, 0, 0, unit, 0, 0})
		width, height = width*unit, height*unit
	}
	return ctm, width, height
}

func boxFrom(v lpdf.Value) (box, bool) {
	if v.Len() != 4 {
		return box{}, false
	}
	n := func(i int) float64 { return v.Index(i).Float64() }
	b := boxOf(n(0), n(1), n(2), n(3))
	return b, b.width() > 0 && b.height() > 0 && b.width() < 1e6 && b.height() < 1e6
}
