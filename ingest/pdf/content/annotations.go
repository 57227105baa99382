package content

import (
	lpdf "github.com/ledongthuc/pdf"
)

// maxAnnotations bounds the annotations of a page that are looked at.
const maxAnnotations = 2000

// shownAnnotations are the annotations that carry text of the document: what
// was filled into a form, typed or stamped onto the page.
var shownAnnotations = map[string]bool{"Widget": true, "FreeText": true, "Stamp": true}

// paintAnnotations paints the appearances of annotations after the page. The
// links of a table of contents are passed over without being built.
func (p *painter) paintAnnotations(list lpdf.Value) error {
	n := min(list.Len(), maxAnnotations)
	if n == 0 {
		return nil
	}
	ids := printedReferences(list.String(), list.Len())
	for i := range n {
		if subtype, _, ok := p.r.view.Peek(ids[i], "Subtype", "P"); ids[i] != 0 && (!ok || !shownAnnotations[subtype]) {
			continue
		}
		if err := p.paintAnnotation(list.Index(i)); err != nil {
			return err
		}
	}
	return nil
}

// paintAnnotation fits the normal appearance into the rectangle of the
// annotation (ISO 32000-1, algorithm 8).
func (p *painter) paintAnnotation(a lpdf.Value) error {
	const invisible, hidden, noView = 1, 2, 32
	if !shownAnnotations[a.Key("Subtype").Name()] || a.Key("F").Int64()&(invisible|hidden|noView) != 0 {
		return nil
	}
	appearance := a.Key("AP").Key("N")
	if appearance.Kind() == lpdf.Dict { // one for each state, as of a check box
		appearance = appearance.Key(a.Key("AS").Name())
	}
	rect, ok1 := boxFrom(a.Key("Rect"))
	bbox, ok2 := boxFrom(appearance.Key("BBox"))
	if appearance.Kind() != lpdf.Stream || !ok1 || !ok2 {
		return nil
	}
	if m := appearance.Key("Matrix"); m.Len() == 6 {
		bbox = bbox.transform(matrixOf(m))
	}
	if bbox.width() == 0 || bbox.height() == 0 {
		return nil
	}
	sx, sy := rect.width()/bbox.width(), rect.height()/bbox.height()
	page := p.state.ctm
	p.state.ctm = matrix{sx, 0, 0, sy, rect.x0 - bbox.x0*sx, rect.y0 - bbox.y0*sy}.times(page)
	err := p.paintForm(appearance)
	p.state.ctm = page
	return err
}
