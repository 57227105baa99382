package content

import (
	"strconv"
	"strings"

	lpdf "github.com/ledongthuc/pdf"
)

// standardTypes are the structure types of blocks (ISO 32000-1, 14.8.4) and
// the tag of what is no content.
var standardTypes = map[string]bool{
	"Document": true, "Part": true, "Art": true, "Sect": true, "Div": true, "BlockQuote": true, "Caption": true,
	"TOC": true, "TOCI": true, "Index": true, "P": true, "H": true, "H1": true, "H2": true, "H3": true, "H4": true,
	"H5": true, "H6": true, "L": true, "LI": true, "Lbl": true, "LBody": true, "Table": true, "TR": true, "TH": true,
	"TD": true, "THead": true, "TBody": true, "TFoot": true, "Note": true, "Figure": true, "Formula": true, "Form": true,
	"Quote": true, "Title": true, "FENote": true, "Artifact": true,
}

// structureType gives the type of a marked-content sequence: its own tag where
// that is a standard type or the role map makes it one, else the type of the
// structure element its MCID belongs to, or of the nearest above that is a
// block. Producers mostly put the type into the tag; asking the tree for every
// sequence would cost more than reading the page.
func (r *Reader) structureType(elements []uint32, tag string, mcid int) element {
	if t := r.role(tag); t != "" {
		return element{kind: t}
	}
	if mcid < 0 || mcid >= len(elements) {
		return element{}
	}
	return r.elementType(elements[mcid], 0)
}

// element is a structure element that is a block: its type and its object.
type element struct {
	kind string
	id   uint32 // 0 when the type was known without the tree
}

// maxElementTypes bounds the structure elements whose type is remembered.
const maxElementTypes = 200_000

// elementType gives the type of a structure element, or of the nearest above
// that is a block. Types are remembered by object: the elements high in the
// tree list thousands of kids and would be read again for each of them.
func (r *Reader) elementType(id uint32, depth int) element {
	if e, ok := r.elementTypes[id]; ok || depth > 8 {
		return e
	}
	name, above, ok := r.view.Peek(id, "S", "P")
	if !ok {
		return element{}
	}
	e := element{r.role(name), id}
	if e.kind == "" {
		e = r.elementType(above, depth+1)
	}
	if len(r.elementTypes) < maxElementTypes {
		r.elementTypes[id] = e
	}
	return e
}

// role maps a tag to a standard type, "" when it is none.
func (r *Reader) role(tag string) string {
	if t, ok := r.roles[tag]; ok {
		return t
	}
	t := tag
	for range 4 {
		if standardTypes[t] {
			break
		}
		t = r.roleMap.Key(t).Name()
	}
	if !standardTypes[t] {
		t = ""
	}
	if len(r.roles) < 10_000 {
		r.roles[strings.Clone(tag)] = t
	}
	return t
}

// elementsOf returns the objects that are the structure elements of a page, by
// MCID.
func (r *Reader) elementsOf(page lpdf.Value) []uint32 {
	key := page.Key("StructParents")
	if key.Kind() != lpdf.Integer {
		return nil
	}
	leaf := r.parents[key.Int64()]
	list := leaf.nums.Index(leaf.at)
	if list.Kind() != lpdf.Array {
		return nil
	}
	return printedReferences(list.String(), list.Len())
}

// printedReferences reads the numbers of "[1 0 R 2 0 R <nil>]", a list of n
// that the object layer printed; 0 stands for what is no reference.
func printedReferences(list string, n int) []uint32 {
	ids := make([]uint32, n)
	fields := strings.Fields(strings.Trim(list, "[]"))
	for i := range ids {
		switch {
		case len(fields) >= 3 && fields[2] == "R":
			id, _ := strconv.ParseUint(fields[0], 10, 32)
			ids[i] = uint32(id)
			fields = fields[3:]
		case len(fields) > 0:
			fields = fields[1:]
		}
	}
	return ids
}

// numberLeaf is where a number tree keeps the value of a number.
type numberLeaf struct {
	nums lpdf.Value
	at   int
}

// maxNumbers bounds the entries of a number tree.
const maxNumbers = 200_000

// readNumbers lists a number tree. Looking up each page in the tree would cost
// more the longer the document is.
func readNumbers(into map[int64]numberLeaf, node lpdf.Value, depth int) {
	nums := node.Key("Nums")
	for i := 0; i+1 < nums.Len() && len(into) < maxNumbers; i += 2 {
		into[nums.Index(i).Int64()] = numberLeaf{nums, i + 1}
	}
	kids := node.Key("Kids")
	for i := 0; i < kids.Len() && depth < 16; i++ {
		readNumbers(into, kids.Index(i), depth+1)
	}
}

// hidden reports whether content belongs to a layer that is switched off.
func (r *Reader) hidden(group lpdf.Value) bool {
	if len(r.layersOff) == 0 || group.Kind() != lpdf.Dict {
		return false
	}
	if r.layersOff[group.String()] {
		return true
	}
	members := group.Key("OCGs")
	return members.Kind() == lpdf.Dict && r.layersOff[members.String()]
}

// readLayers notes the layers that are off when a reader opens the document.
func (r *Reader) readLayers(catalog lpdf.Value) {
	off := catalog.Key("OCProperties").Key("D").Key("OFF")
	for i := range min(off.Len(), 1000) {
		r.layersOff[off.Index(i).String()] = true
	}
}
