package pdf

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Reasons of Score, in words that a reader of the warehouse understands.
const (
	ReasonUnreadable = "onleesbare tekens"
	ReasonFewLetters = "weinig letters"
	ReasonWordLength = "vreemde woordlengte"
	ReasonNoLanguage = "geen gewone taal"
)

// Thresholds of Score. A page below one goes to the second engine; a false
// alarm costs a tenth of a second, a miss costs the text of a page.
const (
	mostUnreadable   = 0.01 // part of the characters without meaning
	leastLetters     = 0.60 // part of what is neither digit nor leader
	shortestMean     = 3.0  // letters of a word, on average
	longestMean      = 12.0
	leastFunction    = 0.05 // part of the words of prose
	enoughCharacters = 200  // below this a page is too short to judge its letters
	enoughWords      = 80   // … and its language
	mostDigits       = 0.20 // above this it is a table
	leastLowerCase   = 0.60 // below this it is a list of names or headings
)

// Score judges from the text alone whether a page was read well: 1 is good, 0
// is useless. The reason is empty when nothing is wrong. An engine that could
// not tell what a glyph means writes U+FFFD, so a font without a map to
// Unicode shows here as unreadable characters; a wrong map shows as words that
// are no language. Tables, lists and nearly empty pages are not suspect.
func Score(page Page) (quality float64, reason string) {
	t := tallyOf(page)
	if t.characters == 0 {
		return 1, ""
	}
	if share := t.unreadable / float64(t.characters); share > mostUnreadable {
		return max(0, 0.9-4*share), ReasonUnreadable
	}
	if t.characters < enoughCharacters || t.share(t.digits) > mostDigits {
		return 1, ""
	}
	if share := float64(t.letters) / float64(max(t.characters-t.digits-t.leaders, 1)); share < leastLetters {
		return 0.5 * share / leastLetters, ReasonFewLetters
	}
	if t.words < enoughWords {
		return 1, ""
	}
	if mean := float64(t.wordLetters) / float64(t.words); mean < shortestMean || mean > longestMean {
		return 0.4, ReasonWordLength
	}
	if float64(t.lowerCase) < leastLowerCase*float64(t.words) {
		return 1, ""
	}
	if share := float64(t.function) / float64(t.words); share < leastFunction {
		return 0.3 + 0.2*share/leastFunction, ReasonNoLanguage
	}
	return 1, ""
}

// tally counts what Score looks at.
type tally struct {
	characters, letters, digits int
	leaders                     int     // dots and strokes of tables of contents
	unreadable                  float64 // a lone one counts a fifth: mostly a bullet
	words                       int     // with a letter in them
	wordLetters                 int
	lowerCase                   int
	function                    int
}

func (t *tally) share(n int) float64 { return float64(n) / float64(max(t.characters, 1)) }

// tallyOf counts over the words of a page, those that are glued joined.
func tallyOf(page Page) tally {
	var t tally
	for i := 0; i < len(page.Words); {
		text := page.Words[i].Text
		for i++; i < len(page.Words) && page.Words[i].Glued; i++ {
			text += page.Words[i].Text
		}
		t.add(text)
	}
	return t
}

func (t *tally) add(word string) {
	letters, unreadable := 0, 0
	for _, r := range word {
		t.characters++
		switch {
		case isUnreadable(r):
			unreadable++
		case unicode.IsLetter(r), unicode.IsMark(r):
			letters++
		case unicode.IsDigit(r):
			t.digits++
		case strings.ContainsRune(".·…_-–—|", r):
			t.leaders++
		}
	}
	weight := 1.0
	if utf8.RuneCountInString(word) == 1 {
		weight = 0.2
	}
	t.unreadable += weight * float64(unreadable)
	t.letters += letters
	word = strings.TrimFunc(word, func(r rune) bool { return !unicode.IsLetter(r) })
	if word != "" && !strings.ContainsFunc(word, isOfAddress) {
		t.addWord(word, letters)
	}
}

// isOfAddress reports the characters of web addresses and codes, which are no
// words of any language.
func isOfAddress(r rune) bool { return strings.ContainsRune("/@._:=", r) || unicode.IsDigit(r) }

func (t *tally) addWord(word string, letters int) {
	t.words++
	t.wordLetters += letters
	if strings.ToLower(word) == word {
		t.lowerCase++
	}
	if functionWords[strings.ToLower(word)] {
		t.function++
	}
}

// isUnreadable reports characters that mean nothing: controls, the replacement
// character, private use and what Unicode never assigned.
func isUnreadable(r rune) bool {
	return r == utf8.RuneError || unicode.IsControl(r) || unicode.Is(unicode.Co, r) || r&0xFFFE == 0xFFFE
}

// functionWords are the small words without which there is no prose: Dutch and
// English, and the most frequent of the neighbours' languages, so that a
// summary in German or French is not suspect.
var functionWords = func() map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(`
		de het een en van in is dat op te zijn voor met die niet aan er om ook als bij door maar naar
		of uit dan nog wel over tot wat worden wordt was hebben heeft deze dit zij hij hun haar kan zou
		ze je we wij ik u jouw uw hoe dus want geen meer zich tussen na onder tijdens zoals waar wie
		the of and to a in is that for it on as with be by are this was at from or an have not which
		der die und das den von zu mit sich des auf für ist im dem nicht ein eine
		le la les et des du un une est que dans pour par sur pas au fan yn it`) {
		m[w] = true
	}
	return m
}()
