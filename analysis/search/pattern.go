package search

import (
	"regexp"
	"strings"
)

// condition gives the SQL condition that passages which can match fulfil, and
// the patterns to bind in it. It lets through too much rather than too little:
// whoever counts words decides.
func (q *Query) condition() (sql string, patterns []any) {
	var anyOf []string
	for _, u := range q.units {
		if u.excluded {
			continue
		}
		var all []string
		for _, i := range u.terms {
			all = append(all, "regexp_matches(folded, ?)")
			patterns = append(patterns, q.terms[i].pattern())
		}
		anyOf = append(anyOf, "("+strings.Join(all, " AND ")+")")
	}
	return strings.Join(anyOf, " OR "), patterns
}

// pattern gives a regular expression that is found in every folded word which
// the term matches.
func (t term) pattern() string {
	if t.head || t.tail {
		return loose(t.word)
	}
	return stemPattern(t.stem)
}

// stemPattern gives a regular expression for the words with a Dutch stem. The
// stemmer cuts letters off the end, and does two things more: it turns "heden"
// into "heid", and it writes a double vowel before the last consonant once
// (opschaal: opschal).
func stemPattern(stem string) string {
	if rest, ok := strings.CutSuffix(stem, "heid"); ok {
		return loose(rest) + "hei?d"
	}
	n := len(stem)
	if n >= 2 && strings.IndexByte("aeou", stem[n-2]) >= 0 {
		return loose(stem[:n-1]) + string(stem[n-2]) + "?" + loose(stem[n-1:])
	}
	return loose(stem)
}

// loose quotes a folded word for a regular expression. A hyphen or apostrophe
// stands for any of its forms, which fold to the same.
func loose(word string) string {
	return strings.NewReplacer("-", ".", "'", ".").Replace(regexp.QuoteMeta(word))
}
