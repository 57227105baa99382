package layout

import (
	"slices"
	"unicode/utf8"
)

// rightToLeft reports whether a word is of a script that is read from right to
// left: Hebrew or Arabic.
func rightToLeft(w word) bool {
	if w.Text[0] < utf8.RuneSelf && w.Text[len(w.Text)-1] < utf8.RuneSelf {
		return false
	}
	for _, r := range w.Text {
		if r >= 0x590 && r <= 0x8FF {
			return true
		}
	}
	return false
}

// readRightToLeft puts the words of a line that stand from left to right into
// the order in which they are read. In a line of Dutch the foreign words that
// follow each other are turned; in a line that is nearly all foreign,
// everything, and the numbers and Dutch words in it back again.
func (l *line) readRightToLeft() {
	foreign := 0
	for _, w := range l.words {
		if rightToLeft(w) {
			foreign++
		}
	}
	if foreign == 0 {
		return
	}
	l.words = slices.Clone(l.words)
	if 5*foreign >= 4*len(l.words) {
		turnWords(l.words)
		turnRuns(l.words, func(w word) bool { return !rightToLeft(w) })
		return
	}
	turnRuns(l.words, rightToLeft)
}

// turnRuns turns every run of words of a kind.
func turnRuns(words []word, is func(word) bool) {
	for i := 0; i < len(words); i++ {
		k := i
		for k < len(words) && is(words[k]) {
			k++
		}
		turnWords(words[i:k])
		i = max(i, k)
	}
}

// turnWords turns words that stand from left to right; those that come in the
// order of reading already are left alone.
func turnWords(words []word) {
	if len(words) < 2 || words[0].X0 > words[len(words)-1].X0 {
		return
	}
	slices.Reverse(words)
	for i := range words {
		words[i].Glued, words[i].column = false, false
	}
}
