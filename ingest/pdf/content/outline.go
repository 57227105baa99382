package content

import (
	"rodedraad/ingest/pdf"

	lpdf "github.com/ledongthuc/pdf"
)

const (
	// maxOutline bounds the bookmarks that are read.
	maxOutline = 10_000
	// maxOutlineLevel bounds their nesting.
	maxOutlineLevel = 12
)

// Outline returns the bookmarks of the document in their order. What is broken
// ends the list.
func (r *Reader) Outline() (items []pdf.OutlineItem) {
	var ignored error
	defer recovered("outline", &ignored)
	r.meter.allow()
	root := r.catalog.Key("Outlines")
	if root.Kind() != lpdf.Dict {
		return nil
	}
	o := &outline{r: r, pages: map[string]int{}}
	for i, p := range r.pages {
		o.pages[p.value.String()] = i + 1
	}
	defer func() { items = o.items }()
	o.read(root.Key("First"), 1)
	return o.items
}

// outline reads bookmarks.
type outline struct {
	r     *Reader
	pages map[string]int // by the page as it is printed
	items []pdf.OutlineItem
}

// read follows a chain of siblings. A chain that comes back ends at the bound.
func (o *outline) read(item lpdf.Value, level int) {
	for item.Kind() == lpdf.Dict && len(o.items) < maxOutline && level <= maxOutlineLevel {
		title := documentText(item.Key("Title"))
		destination := item.Key("Dest")
		if destination.IsNull() {
			destination = item.Key("A").Key("D")
		}
		o.items = append(o.items, pdf.OutlineItem{Title: title, Level: level, Page: o.page(destination)})
		o.read(item.Key("First"), level+1)
		item = item.Key("Next")
	}
}

// page finds the page of a destination, 0 when it leads nowhere.
func (o *outline) page(d lpdf.Value) int {
	switch d.Kind() {
	case lpdf.Name:
		d = o.r.catalog.Key("Dests").Key(d.Name())
	case lpdf.String:
		d = nameTree(o.r.catalog.Key("Names").Key("Dests"), d.RawString(), 0)
	}
	if d.Kind() == lpdf.Dict {
		d = d.Key("D")
	}
	target := d.Index(0)
	if target.Kind() == lpdf.Integer {
		return int(target.Int64()) + 1
	}
	return o.pages[target.String()]
}

// nameTree looks up a name in a name tree.
func nameTree(node lpdf.Value, name string, depth int) lpdf.Value {
	if depth > 16 {
		return lpdf.Value{}
	}
	names := node.Key("Names")
	for i := 0; i+1 < names.Len(); i += 2 {
		if names.Index(i).RawString() == name {
			return names.Index(i + 1)
		}
	}
	kids := node.Key("Kids")
	for i := range kids.Len() {
		kid := kids.Index(i)
		limits := kid.Key("Limits")
		if limits.Len() == 2 && (name < limits.Index(0).RawString() || name > limits.Index(1).RawString()) {
			continue
		}
		if v := nameTree(kid, name, depth+1); !v.IsNull() {
			return v
		}
	}
	return lpdf.Value{}
}
