package content

import (
	_ "embed"
	"strconv"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// glyphNames holds the names of the Adobe Glyph List that Latin, Greek and
// ordinary symbols need, one "name text" on a line. Letters with accents are
// not in it: their names are composed, and so are they (see accented).
//
//go:embed glyphnames.txt
var glyphNames string

var namedGlyphs = func() map[string]string {
	m := map[string]string{}
	for line := range strings.Lines(glyphNames) {
		name, text, _ := strings.Cut(strings.TrimSuffix(line, "\n"), " ")
		m[name] = text
	}
	return m
}()

// accents are the suffixes of composed names and their combining characters.
var accents = []struct {
	suffix string
	mark   rune
}{
	{"acute", 0x301}, {"grave", 0x300}, {"circumflex", 0x302}, {"dieresis", 0x308},
	{"tilde", 0x303}, {"ring", 0x30A}, {"caron", 0x30C}, {"cedilla", 0x327},
	{"ogonek", 0x328}, {"macron", 0x304}, {"breve", 0x306}, {"dotaccent", 0x307},
	{"dot", 0x307}, {"hungarumlaut", 0x30B}, {"dblacute", 0x30B},
	{"commaaccent", 0x327}, {"dotbelow", 0x323}, {"hook", 0x309}, {"hookabove", 0x309},
}

// textOfName returns the text of a glyph name, "" when the name says nothing
// ("g23", "cid40", "C0012" are numbers of glyphs, not names).
func textOfName(name string) string {
	if text, ok := namedGlyphs[name]; ok {
		return text
	}
	if len(name) == 1 && (name[0] >= 'A' && name[0] <= 'Z' || name[0] >= 'a' && name[0] <= 'z') {
		return name
	}
	if base, _, ok := strings.Cut(name, "."); ok && base != "" {
		return textOfName(base) // "a.sc", "one.oldstyle": a shape of the glyph before the dot
	}
	if strings.Contains(name, "_") {
		return textOfParts(name)
	}
	if text := textOfCode(name); text != "" {
		return text
	}
	if base, ok := strings.CutSuffix(name, "small"); ok && len(base) == 1 {
		return textOfName(base)
	}
	return accented(name)
}

// textOfParts reads the names of ligatures: "f_f_i".
func textOfParts(name string) string {
	var b strings.Builder
	for part := range strings.SplitSeq(name, "_") {
		text := textOfName(part)
		if text == "" {
			return ""
		}
		b.WriteString(text)
	}
	return b.String()
}

// textOfCode reads "uni20AC", "uni00660069" and "u1F600".
func textOfCode(name string) string {
	if digits, ok := strings.CutPrefix(name, "uni"); ok && len(digits) >= 4 && len(digits)%4 == 0 {
		var b strings.Builder
		for i := 0; i < len(digits); i += 4 {
			r, ok := hexRune(digits[i : i+4])
			if !ok {
				return ""
			}
			b.WriteRune(r)
		}
		return b.String()
	}
	if digits, ok := strings.CutPrefix(name, "u"); ok && len(digits) >= 4 && len(digits) <= 6 {
		if r, ok := hexRune(digits); ok {
			return string(r)
		}
	}
	return ""
}

func hexRune(digits string) (rune, bool) {
	n, err := strconv.ParseUint(digits, 16, 32)
	r := rune(n)
	return r, err == nil && n > 0 && n <= utf8.MaxRune && utf8.ValidRune(r)
}

// accented composes "eacute" from e and its accent.
func accented(name string) string {
	for _, a := range accents {
		base, ok := strings.CutSuffix(name, a.suffix)
		if !ok || base == "" {
			continue
		}
		letter := base
		switch {
		case base == "dotlessi":
			letter = "i"
		case base == "dotlessj":
			letter = "j"
		case len(base) > 1:
			letter = accented(base)
		}
		composed := norm.NFC.String(letter + string(a.mark))
		if letter != "" && utf8.RuneCountInString(composed) == 1 {
			return composed
		}
	}
	return ""
}
