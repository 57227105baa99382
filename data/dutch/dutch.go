// Package dutch makes Dutch words that differ only in spelling or ending meet:
// [Fold] takes away case and diacritics, [Stem] the ending, [Words] cuts a text
// into the words that both work on. Coding and search read words through this
// package, so that what a coder finds a search finds too.
package dutch

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/blevesearch/snowballstem"
	"github.com/blevesearch/snowballstem/dutch"
	"golang.org/x/text/unicode/norm"
)

// Fold gives a word in lower case without diacritics, with plain hyphens and
// apostrophes, so that spelling variants meet.
func Fold(s string) string {
	ascii := true
	for i := 0; i < len(s); i++ {
		if s[i] >= utf8.RuneSelf {
			ascii = false
			break
		}
	}
	if ascii {
		return strings.ToLower(s)
	}
	var b strings.Builder
	for _, r := range norm.NFD.String(strings.ToLower(s)) {
		switch {
		case unicode.Is(unicode.Mn, r):
		case r == '’' || r == '‘':
			b.WriteByte('\'')
		case r == '‐' || r == '‑':
			b.WriteByte('-')
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// Stem gives the Dutch snowball stem of a folded word (M. F. Porter, Snowball:
// a language for stemming algorithms, 2001). Words of three bytes and less are
// their own stem.
func Stem(folded string) string {
	if len(folded) < 4 {
		return folded
	}
	env := snowballstem.NewEnv(folded)
	dutch.Stem(env)
	return env.Current()
}

// Words gives the byte spans of the words of a text, numbers among them, in
// order. "8-jarige", "foto's" and "119.000" are one word each.
func Words(text string) [][2]int {
	out := make([][2]int, 0, len(text)/6+1)
	for i := 0; i < len(text); {
		r, n := utf8.DecodeRuneInString(text[i:])
		if !IsWordRune(r) {
			i += n
			continue
		}
		end := WordEnd(text, i)
		out = append(out, [2]int{i, end})
		i = end
	}
	return out
}

// IsWordRune reports whether a word can begin with r.
func IsWordRune(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Mn, r)
}

// WordEnd finds the end of the word at i: letters and digits, with a hyphen,
// apostrophe, full stop or comma only between them (jeugd-ggz, foto's, i.v.m,
// 119.000).
func WordEnd(text string, i int) int {
	for i < len(text) {
		r, n := utf8.DecodeRuneInString(text[i:])
		if IsWordRune(r) {
			i += n
			continue
		}
		next, _ := utf8.DecodeRuneInString(text[i+n:])
		joins := strings.ContainsRune("-'’‐‑", r) && IsWordRune(next) ||
			(r == '.' || r == ',') && unicode.IsDigit(next) && i > 0 && text[i-1] >= '0' && text[i-1] <= '9'
		if !joins {
			return i
		}
		i += n
	}
	return i
}
