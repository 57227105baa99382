package content

import (
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
func (r *Reader) structureType(parents *elements, tag string, mcid int) string {
	if t := r.role(tag); t != "" {
		return t
	}
	if parents == nil || mcid < 0 || mcid >= len(parents.refs) {
		return ""
	}
	return r.elementType(parents.refs[mcid], func() lpdf.Value { return parents.list.Index(mcid) }, 0)
}

// elements are the structure elements of a page, by MCID, and the references
// to them.
type elements struct {
	list lpdf.Value
	refs []string
}

// maxElementTypes bounds the structure elements whose type is remembered.
const maxElementTypes = 200_000

// elementType gives the type of a structure element, or of the nearest above
// that is a block. Types are remembered by reference: the elements high in the
// tree list thousands of kids and would be read again for each of them.
func (r *Reader) elementType(ref string, element func() lpdf.Value, depth int) string {
	if t, ok := r.elementTypes[ref]; ok {
		return t
	}
	e := element()
	if e.Kind() != lpdf.Dict || depth > 8 {
		return ""
	}
	t := r.role(e.Key("S").Name())
	if t == "" {
		above := printedEntry(e.String(), "P")
		t = r.elementType(above, func() lpdf.Value { return e.Key("P") }, depth+1)
	}
	if len(r.elementTypes) < maxElementTypes && isReference(ref) {
		r.elementTypes[ref] = t
	}
	return t
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

// parentsOf returns the structure elements of a page, nil when it has none.
func (r *Reader) parentsOf(page lpdf.Value) *elements {
	key := page.Key("StructParents")
	if key.Kind() != lpdf.Integer {
		return nil
	}
	list := numberTree(r.parentTree, key.Int64(), 0)
	if list.Kind() != lpdf.Array {
		return nil
	}
	return &elements{list, printedReferences(list.String(), list.Len())}
}

// printedReferences cuts "[1 0 R 2 0 R <nil>]" into its n elements.
func printedReferences(list string, n int) []string {
	refs := make([]string, n)
	fields := strings.Fields(strings.Trim(list, "[]"))
	for i := range refs {
		switch {
		case len(fields) >= 3 && fields[2] == "R":
			refs[i] = fields[0] + " " + fields[1] + " R"
			fields = fields[3:]
		case len(fields) > 0:
			fields = fields[1:]
		}
	}
	return refs
}

// numberTree looks up a number in a number tree.
func numberTree(node lpdf.Value, n int64, depth int) lpdf.Value {
	if depth > 16 {
		return lpdf.Value{}
	}
	nums := node.Key("Nums")
	for i := 0; i+1 < nums.Len(); i += 2 {
		if nums.Index(i).Int64() == n {
			return nums.Index(i + 1)
		}
	}
	kids := node.Key("Kids")
	for i := range kids.Len() {
		kid := kids.Index(i)
		limits := kid.Key("Limits")
		if limits.Len() == 2 && (n < limits.Index(0).Int64() || n > limits.Index(1).Int64()) {
			continue
		}
		if v := numberTree(kid, n, depth+1); !v.IsNull() {
			return v
		}
	}
	return lpdf.Value{}
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
