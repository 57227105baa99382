package prose

import (
	"strings"
	"sync"
)

// VocabularySize bounds the words that are remembered. A report has some
// thousands of its own, and most of them are those of the report before.
const VocabularySize = 1 << 15

// vocabulary remembers words met before, over documents: reports use the same
// words over and over, and a stem costs more than looking it up. What a word is
// depends on the word alone, so nothing depends on what is remembered.
type vocabulary struct {
	mu    sync.Mutex
	words map[string]Token // as written; Start and End are not theirs
	lower map[string]int32 // numbers of folded words
}

var shared = &vocabulary{words: map[string]Token{}, lower: map[string]int32{}}

// token gives the token of a word. The caller holds the lock.
func (v *vocabulary) token(s string, start int) Token {
	t, ok := v.words[s]
	if !ok {
		t = wordToken(s)
		if len(v.words) < VocabularySize && len(s) < 64 {
			t = v.remember(s, t)
		}
	}
	t.Text, t.Start, t.End = s, start, start+len(s)
	return t
}

// remember keeps a word without the document it was found in.
func (v *vocabulary) remember(s string, t Token) Token {
	s = strings.Clone(s)
	t.Text, t.Lower, t.Stem = s, strings.Clone(t.Lower), strings.Clone(t.Stem)
	number, ok := v.lower[t.Lower]
	if !ok {
		number = int32(len(v.lower) + 1)
		v.lower[t.Lower] = number
	}
	t.Word = number
	v.words[s] = t
	return t
}
