package search

import (
	"cmp"
	"encoding/binary"
	"math"
	"slices"
	"strings"
	"unicode/utf8"

	"rodedraad/data/dutch"
)

// The usual constants of BM25.
const (
	saturation = 1.2  // k1: how soon repetition stops to count
	lengthBias = 0.75 // b: how much length counts
)

// place is a passage that matches, with its length in characters.
type place struct {
	document string
	passage  int
	length   int
}

// compare puts the better of two places with equal counts first: the shorter,
// and then a fixed order.
func (p place) compare(o place) int {
	return cmp.Or(cmp.Compare(p.length, o.length), cmp.Compare(p.document, o.document), cmp.Compare(p.passage, o.passage))
}

// ranking collects matching passages. Passages with the same counts of every
// unit differ in length only, so that of each such group the shortest are
// enough.
type ranking struct {
	query  *Query
	limit  int
	groups map[string][]place // by counts, as varints; sorted
	with   []int64            // passages that have a unit
	found  int64              // passages that match
	known  map[string]uint32  // terms that a word is
	masks  []uint32           // of the passage at hand
	counts []int
}

func newRanking(q *Query, limit int) *ranking {
	return &ranking{query: q, limit: limit, groups: map[string][]place{}, with: make([]int64, len(q.units)),
		known: map[string]uint32{}, counts: make([]int, len(q.units))}
}

// add counts a passage.
func (r *ranking) add(document string, passage int, text string) {
	r.read(text)
	matches, any := true, false
	for i, u := range r.query.units {
		r.counts[i] = r.count(u)
		if r.counts[i] > 0 {
			r.with[i]++
		}
		matches = matches && !(u.excluded && r.counts[i] > 0) && !(u.required && r.counts[i] == 0)
		any = any || !u.excluded && r.counts[i] > 0
	}
	if !matches || !any {
		return
	}
	r.found++
	r.keep(encode(r.counts), place{document, passage, utf8.RuneCountInString(text)})
}

func (r *ranking) keep(key string, p place) {
	group := r.groups[key]
	if len(group) == r.limit && group[len(group)-1].compare(p) <= 0 {
		return
	}
	p.document = strings.Clone(p.document)
	at, _ := slices.BinarySearchFunc(group, p, place.compare)
	group = slices.Insert(group, at, p)
	r.groups[key] = group[:min(len(group), r.limit)]
}

// read cuts a text into words, each as the set of terms that it is.
func (r *ranking) read(text string) {
	r.masks = r.masks[:0]
	for i := 0; i < len(text); {
		c, n := utf8.DecodeRuneInString(text[i:])
		if !dutch.IsWordRune(c) {
			i += n
			continue
		}
		end := dutch.WordEnd(text, i)
		r.masks = append(r.masks, r.mask(text[i:end]))
		i = end
	}
}

// mostKnown bounds the memory for words; real vocabularies are smaller.
const mostKnown = 1 << 20

// mask gives the terms that a word is, as bits.
func (r *ranking) mask(word string) uint32 {
	if m, ok := r.known[word]; ok {
		return m
	}
	m := r.query.mask(word)
	if len(r.known) >= mostKnown {
		clear(r.known)
	}
	r.known[strings.Clone(word)] = m
	return m
}

func (q *Query) mask(word string) uint32 {
	folded := dutch.Fold(word)
	stem := stemOf(folded)
	m := uint32(0)
	for i, t := range q.terms {
		if t.matches(folded, stem) {
			m |= 1 << i
		}
	}
	return m
}

// count counts a unit in the passage that was read.
func (r *ranking) count(u unit) int {
	n := 0
	for i := range r.masks {
		if standsAt(r.masks, i, u) {
			n++
		}
	}
	return n
}

// standsAt reports whether the words of a unit stand from word i on.
func standsAt(masks []uint32, i int, u unit) bool {
	if i+len(u.terms) > len(masks) {
		return false
	}
	for j, t := range u.terms {
		if masks[i+j]&(1<<t) == 0 {
			return false
		}
	}
	return true
}

// scored is a place with its score.
type scored struct {
	place
	score float64
}

// best gives the highest scores, of a corpus with so many passages of so many
// characters on average.
func (r *ranking) best(passages int64, average float64) []scored {
	var out []scored
	for key, group := range r.groups {
		counts := decode(key)
		for _, p := range group {
			out = append(out, scored{p, r.score(counts, float64(p.length)/average, passages)})
		}
	}
	slices.SortFunc(out, func(a, b scored) int {
		return cmp.Or(cmp.Compare(b.score, a.score), a.compare(b.place))
	})
	return out[:min(len(out), r.limit)]
}

// encode writes counts as the key of their group.
func encode(counts []int) string {
	var b []byte
	for _, n := range counts {
		b = binary.AppendUvarint(b, uint64(n))
	}
	return string(b)
}

func decode(key string) []int {
	var counts []int
	for b := []byte(key); len(b) > 0; {
		n, size := binary.Uvarint(b)
		counts, b = append(counts, int(n)), b[size:]
	}
	return counts
}

func (r *ranking) score(counts []int, length float64, passages int64) float64 {
	sum := 0.0
	for i, n := range counts {
		if r.query.units[i].excluded || n == 0 {
			continue
		}
		with := float64(r.with[i])
		rarity := math.Log(1 + (float64(passages)-with+0.5)/(with+0.5))
		sum += rarity * float64(n) * (saturation + 1) / (float64(n) + saturation*(1-lengthBias+lengthBias*length))
	}
	return sum
}
