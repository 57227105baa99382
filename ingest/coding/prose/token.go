package prose

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"rodedraad/data/dutch"
)

// TokenKind tells words, numbers and punctuation apart.
type TokenKind uint8

// The token kinds. A number is written in digits: 8, 2016, 4.1.8.
const (
	Word TokenKind = iota
	Number
	Mark
)

// Token is a word, a number or a punctuation mark. "8-jarige" and "jeugd-ggz"
// are one word each.
type Token struct {
	Text       string
	Lower      string // lower case, diacritics folded: "suïcide" is "suicide"
	Stem       string // Dutch snowball stem of Lower; Lower for numbers and marks
	Start, End int    // bytes of the passage's text
	Kind       TokenKind
	// Word numbers the words of equal Lower, from 1 to [VocabularySize], so that
	// what a reader knows of a word can stand in a list; 0 for marks and for
	// words that are not remembered.
	Word int32
}

// Tokens cuts text into tokens; offset is added to every position.
func Tokens(text string, offset int) []Token {
	shared.mu.Lock()
	defer shared.mu.Unlock()
	out := make([]Token, 0, len(text)/6+1)
	for i := 0; i < len(text); {
		r, n := utf8.DecodeRuneInString(text[i:])
		switch {
		case unicode.IsSpace(r):
			i += n
		case dutch.IsWordRune(r):
			end := dutch.WordEnd(text, i)
			out = append(out, shared.token(text[i:end], offset+i))
			i = end
		default:
			s := text[i : i+n]
			out = append(out, Token{Text: s, Lower: s, Stem: s, Start: offset + i, End: offset + i + n, Kind: Mark})
			i += n
		}
	}
	return out
}

// wordToken reads a word or number, apart from where it stands.
func wordToken(s string) Token {
	t := Token{Text: s, Lower: Fold(s), Kind: Word}
	if strings.Trim(s, "0123456789.,") == "" {
		t.Kind, t.Stem = Number, t.Lower
		return t
	}
	t.Stem = Stem(t.Lower)
	return t
}

// Fold gives a word in lower case without diacritics; see [dutch.Fold].
func Fold(s string) string { return dutch.Fold(s) }

// Stem gives the Dutch stem of a folded word; see [dutch.Stem].
func Stem(lower string) string { return dutch.Stem(lower) }
