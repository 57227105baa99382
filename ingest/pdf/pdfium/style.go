package pdfium

import (
	"strings"

	"github.com/klippa-app/go-pdfium/requests"
)

// style is what a font's name and flags say of it.
type style struct {
	name         string
	bold, italic bool
}

// Font descriptor flags (ISO 32000-1, table 123).
const (
	flagItalic    = 1 << 6
	flagForceBold = 1 << 18
)

// style gives the font of a character.
func (s *speaker) style(i int) style {
	info, err := s.FPDFText_GetFontInfo(&requests.FPDFText_GetFontInfo{TextPage: s.text, Index: i})
	if err != nil {
		return style{}
	}
	if known, ok := s.fonts[info.FontName]; ok {
		return known
	}
	st := styleOf(info.FontName, info.Flags)
	s.fonts[info.FontName] = st
	return st
}

func styleOf(name string, flags int) style {
	if prefix, rest, ok := strings.Cut(name, "+"); ok && len(prefix) == 6 {
		name = rest
	}
	lower := strings.ToLower(name)
	return style{
		name:   clean(name),
		bold:   flags&flagForceBold != 0 || containsAny(lower, "bold", "black", "heavy", "demi"),
		italic: flags&flagItalic != 0 || containsAny(lower, "italic", "oblique"),
	}
}

func containsAny(s string, parts ...string) bool {
	for _, part := range parts {
		if strings.Contains(s, part) {
			return true
		}
	}
	return false
}
