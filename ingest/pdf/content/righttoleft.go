package content

import (
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// isRightToLeft reports letters of Hebrew and Arabic, and their printed forms.
func isRightToLeft(r rune) bool {
	return r >= 0x590 && r <= 0x8FF || r >= 0xFB1D && r <= 0xFDFF || r >= 0xFE70 && r <= 0xFEFE
}

// printedForm gives the letters of a form that Arabic takes in print.
func printedForm(r rune) string { return norm.NFKC.String(string(r)) }

// readingOrder turns a word whose glyphs were shown from left to right although
// its script is read the other way. A combining mark stays behind its letter.
func readingOrder(word []byte) []byte {
	if first, _ := utf8.DecodeRune(word); !isRightToLeft(first) {
		if last, _ := utf8.DecodeLastRune(word); !isRightToLeft(last) {
			return word
		}
	}
	turned := make([]byte, 0, len(word))
	for end := len(word); end > 0; {
		_, size := utf8.DecodeLastRune(word[:end])
		turned = append(turned, word[end-size:end]...)
		end -= size
	}
	return turned
}
