package main

import (
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"
)

// sameAs makes signs equal that engines choose between harmlessly: kinds of
// hyphen, bullets of symbol fonts, spaces without width.
var sameAs = strings.NewReplacer(
	"\u00AD", "-", "\u2010", "-", "\u2011", "-", "\u2212", "-",
	"\uF0B7", "•", "\uF0A7", "▪", "\u200B", "", "\uFEFF", "",
)

// words are the words of a text as engines can be compared by.
func words(text string) []string {
	return strings.Fields(sameAs.Replace(norm.NFKC.String(text)))
}

func count(words []string) map[string]int {
	m := map[string]int{}
	for _, w := range words {
		m[w]++
	}
	return m
}

// pairs are all two words that follow each other, written as one.
func pairs(words []string) map[string]bool {
	m := map[string]bool{}
	for i := 1; i < len(words); i++ {
		m[words[i-1]+words[i]] = true
	}
	return m
}

// compare counts our words of a page beside those of two other engines. A word
// of ours that nobody knows and that both others write as two is glued; one
// that both others have and we write as two is split.
func compare(ours, a, b []string) figures {
	f := figures{pages: 1, ours: len(ours)}
	have, inA, inB := count(ours), count(a), count(b)
	pairsA, pairsB, ourPairs := pairs(a), pairs(b), pairs(ours)
	for w, n := range have {
		known := min(n, max(inA[w], inB[w]))
		f.known += known
		if pairsA[w] && pairsB[w] {
			f.glued += n - known
		}
	}
	for w, n := range inA {
		n = min(n, inB[w])
		f.agreed += n
		f.found += min(n, have[w])
		if n > have[w] && ourPairs[w] {
			f.split += n - have[w]
		}
	}
	if f.agreed >= 10 && f.found == 0 {
		f.unread = 1
	}
	f.orderAgreed, f.orderedOurs = orders(ours, a, b)
	return f
}

// orders compares the order of the words that stand exactly once in all three:
// the longest run that both others have in one order, and how much of it we
// have in that order too.
func orders(ours, a, b []string) (agreed, kept int) {
	once := func(words []string) map[string]int {
		place, n := map[string]int{}, count(words)
		for i, w := range words {
			if n[w] == 1 {
				place[w] = i
			}
		}
		return place
	}
	inOurs, inB := once(ours), once(b)
	inA := once(a)
	var common []string // in the order of a
	for _, w := range a {
		_, alone := inA[w]
		_, ok := inB[w]
		if _, too := inOurs[w]; alone && ok && too {
			common = append(common, w)
		}
	}
	common = rising(common, inB)
	return len(common), len(rising(common, inOurs))
}

// rising is a longest part of the words, in their order, whose places rise.
func rising(words []string, place map[string]int) []string {
	var ends []int // ends[k]: the word with the lowest place that ends a run of k+1
	before := make([]int, len(words))
	for i, w := range words {
		k, _ := slices.BinarySearchFunc(ends, place[w], func(e, p int) int { return place[words[e]] - p })
		before[i] = -1
		if k > 0 {
			before[i] = ends[k-1]
		}
		if k == len(ends) {
			ends = append(ends, i)
		} else {
			ends[k] = i
		}
	}
	run := make([]string, len(ends))
	if len(ends) == 0 {
		return nil
	}
	for i, k := ends[len(ends)-1], len(ends)-1; k >= 0; i, k = before[i], k-1 {
		run[k] = words[i]
	}
	return run
}
