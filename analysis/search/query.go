package search

import (
	"errors"
	"fmt"
	"strings"

	"rodedraad/data/dutch"
)

// ErrNoWords says that a query has nothing to look for.
var ErrNoWords = errors.New("there is no word to look for")

// mostTerms is how many words a query can have: one bit each.
const mostTerms = 32

// Query is what a person looks for.
type Query struct {
	terms []term
	units []unit
}

// term is one word of a query.
type term struct {
	word       string // folded, without stars
	stem       string
	head, tail bool // *word, word*: the word may have more before or behind it
}

// unit is what is counted: a word, or the words of a phrase in their order.
type unit struct {
	terms              []int // places in Query.terms
	required, excluded bool
}

// Parse reads a query: words, of which any may occur; "a phrase" between
// quotes, which must; -word or -"a phrase", which may not. A star stands for
// the rest of a word: kind* or *ggz.
func Parse(text string) (*Query, error) {
	q := &Query{}
	wanted := false
	for _, part := range split(text) {
		u := unit{required: part.quoted && !part.excluded, excluded: part.excluded}
		for _, t := range terms(part.text) {
			u.terms = append(u.terms, len(q.terms))
			q.terms = append(q.terms, t)
		}
		if len(u.terms) == 0 {
			continue
		}
		q.units = append(q.units, u)
		wanted = wanted || !u.excluded
	}
	if !wanted {
		return nil, ErrNoWords
	}
	if len(q.terms) > mostTerms {
		return nil, fmt.Errorf("the query has %d words: use at most %d", len(q.terms), mostTerms)
	}
	return q, nil
}

// part is a word or a quoted phrase as it was typed.
type part struct {
	text             string
	quoted, excluded bool
}

// split cuts a query at spaces outside quotes. A quote that is not closed ends
// with the query.
func split(text string) []part {
	text = strings.NewReplacer("“", `"`, "”", `"`, "„", `"`).Replace(text)
	var parts []part
	for {
		text = strings.TrimSpace(text)
		if text == "" {
			return parts
		}
		p := part{}
		if rest, ok := strings.CutPrefix(text, "-"); ok {
			p.excluded, text = true, rest
		}
		if rest, ok := strings.CutPrefix(text, `"`); ok {
			p.quoted = true
			p.text, text, _ = strings.Cut(rest, `"`)
		} else {
			end := strings.IndexAny(text, " \t\n\"")
			if end < 0 {
				end = len(text)
			}
			p.text, text = text[:end], text[end:]
		}
		parts = append(parts, p)
	}
}

// terms gives the words of a part; a star must touch its word.
func terms(text string) []term {
	var out []term
	for _, w := range dutch.Words(text) {
		word := dutch.Fold(text[w[0]:w[1]])
		t := term{word: word, stem: stemOf(word)}
		t.head = w[0] > 0 && text[w[0]-1] == '*'
		t.tail = w[1] < len(text) && text[w[1]] == '*'
		out = append(out, t)
	}
	return out
}

// stemOf is the Dutch stem, but for the one plural in -eren that matters here:
// the stemmer keeps "kinderen" apart from "kind".
func stemOf(folded string) string {
	if stem := dutch.Stem(folded); stem != "kinder" {
		return stem
	}
	return "kind"
}

// matches reports whether a folded word of a passage is what the term asks
// for, as a whole or as a part of a hyphenated word: "ggz" finds "jeugd-ggz".
func (t term) matches(word, stem string) bool {
	if t.is(word, stem) {
		return true
	}
	if !strings.Contains(word, "-") || strings.Contains(t.word, "-") {
		return false
	}
	for part := range strings.SplitSeq(word, "-") {
		if part != "" && t.is(part, stemOf(part)) {
			return true
		}
	}
	return false
}

func (t term) is(word, stem string) bool {
	switch {
	case t.head && t.tail:
		return strings.Contains(word, t.word)
	case t.head:
		return strings.HasSuffix(word, t.word)
	case t.tail:
		return strings.HasPrefix(word, t.word)
	}
	return stem == t.stem
}
