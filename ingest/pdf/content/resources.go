package content

import (
	"strings"

	lpdf "github.com/ledongthuc/pdf"
)

// resources is a resource dictionary. What names stand for is looked up once.
type resources struct {
	r        *Reader
	value    lpdf.Value
	fonts    map[string]*font
	objects  map[string]lpdf.Value
	fontDict lpdf.Value
	fontRefs string // the font dictionary as the object layer prints it
}

func (r *Reader) resourcesOf(v lpdf.Value) *resources {
	return &resources{r: r, value: v, fonts: map[string]*font{}, objects: map[string]lpdf.Value{}}
}

// maxFormResources bounds the forms whose resources are kept.
const maxFormResources = 10_000

// formResources returns the resources of a form, the same each time it is
// painted. A form without its own uses those of its page.
func (r *Reader) formResources(form lpdf.Value, offset int64, above *resources) *resources {
	if s, ok := r.resources[offset]; ok {
		return s
	}
	own := form.Key("Resources")
	if own.Kind() != lpdf.Dict {
		return above
	}
	s := r.resourcesOf(own)
	if len(r.resources) < maxFormResources {
		r.resources[offset] = s
	}
	return s
}

// font returns the font of a name; the stand-in when there is none.
func (s *resources) font(name []byte) *font {
	if f, ok := s.fonts[string(name)]; ok {
		return f
	}
	if s.fontRefs == "" {
		s.fontDict = s.value.Key("Font")
		s.fontRefs = s.fontDict.String()
	}
	f := s.r.standIn
	key := printedEntry(s.fontRefs, string(name))
	if cached, ok := s.r.fonts[key]; ok && isReference(key) {
		f = cached
	} else if v := s.fontDict.Key(string(name)); v.Kind() == lpdf.Dict {
		if !isReference(key) {
			key = v.String()
		}
		f = s.r.fontOf(v, key)
	}
	s.fonts[string(name)] = f
	return f
}

// fontOf returns a font by its identity: the reference to it, or its printed
// form when it stands in place. Names mean another font on another page.
func (r *Reader) fontOf(v lpdf.Value, key string) *font {
	if f, ok := r.fonts[key]; ok {
		return f
	}
	if v.Kind() != lpdf.Dict {
		return nil
	}
	f := r.loadFont(v)
	if r.glyphs += f.size(); r.glyphs > maxGlyphs {
		clear(r.fonts)
		clear(r.resources)
		r.glyphs = f.size()
	}
	r.fonts[key] = f
	return f
}

// maxGlyphs bounds the glyphs of the fonts kept in memory, some 150 MB. No
// honest document comes near; the fonts are then loaded anew.
const maxGlyphs = 3 << 20

func (s *resources) object(name string) lpdf.Value {
	v, ok := s.objects[name]
	if !ok {
		v = s.value.Key("XObject").Key(name)
		s.objects[name] = v
	}
	return v
}

func (s *resources) property(name string) lpdf.Value {
	return s.value.Key("Properties").Key(name)
}

// stateFont returns the /Font entry of an external graphics state.
func (s *resources) stateFont(name string) lpdf.Value {
	return s.value.Key("ExtGState").Key(name).Key("Font")
}

// isReference recognises a printed reference, "12 0 R".
func isReference(s string) bool { return strings.HasSuffix(s, " R") && !strings.HasPrefix(s, "<") }

// printedEntry finds the entry of a name in a dictionary printed by the object
// layer: "<</F1 12 0 R/F2 <<…>>>>" gives "12 0 R" for F1. The object layer
// tells what a reference leads to but not where, and without that every page
// would load its fonts again.
func printedEntry(dict, name string) string {
	depth := 0
	for i := 0; i < len(dict); i++ {
		switch dict[i] {
		case '<', '[':
			depth++
		case '>', ']':
			depth--
		case '/':
			if depth != 2 || !strings.HasPrefix(dict[i+1:], name+" ") {
				continue
			}
			rest := dict[i+1+len(name)+1:]
			if end := strings.IndexAny(rest, "/><["); end > 0 {
				return rest[:end]
			}
			return ""
		}
	}
	return ""
}
