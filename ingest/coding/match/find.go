package match

import (
	"slices"
	"strings"

	"rodedraad/ingest/coding/prose"
)

// Hit is a place in a sentence where a rule matches.
type Hit struct {
	Rule        int // the rule's ID
	First, Last int // places in Sentence.Tokens of the first and last word
	Start, End  int // bytes of the passage's text
}

// finder is what one look at a sentence needs; it is used again for the next.
type finder struct {
	set    *Set
	round  uint32
	seen   []uint32  // the round in which a node was last seen
	starts [][]int32 // where each seen node can start, ascending
	words  []int     // places in Sentence.Tokens
	tokens []prose.Token
	rules  []int32
	noted  []int32
	spare  [][]int32 // lists of places to be used again
	// What each word of the vocabulary can start: the place in lists after which
	// its nodes stand, their number first; 0 where that is not known yet.
	known []int32
	lists []int32
}

// Find gives the places where rules match, by rule in the order in which they
// were compiled, then by place. Places of one rule do not overlap; of the ways
// to match at a place the shortest is given.
func (s *Set) Find(sentence *prose.Sentence) []Hit {
	f := s.take()
	defer s.give(f)
	f.open(sentence.Tokens)
	for i, at := range f.words {
		for _, n := range f.nodes(&sentence.Tokens[at]) {
			f.note(n, int32(i))
		}
	}
	if len(f.rules) == 0 {
		return nil
	}
	slices.Sort(f.rules)
	var hits []Hit
	for _, r := range f.rules {
		hits = f.rule(&s.rules[r], hits)
	}
	return hits
}

func (f *finder) open(tokens []prose.Token) {
	f.round++
	f.words, f.rules, f.tokens = f.words[:0], f.rules[:0], tokens
	for i := range tokens {
		if tokens[i].Kind != prose.Mark {
			f.words = append(f.words, i)
		}
	}
}

// nodes gives every part that can start at a word, each once. What a word can
// start depends on the word alone and is remembered.
func (f *finder) nodes(t *prose.Token) []int32 {
	if t.Word == 0 {
		return f.look(t)
	}
	if int(t.Word) >= len(f.known) {
		f.known = append(f.known, make([]int32, max(int(t.Word)+1, min(2*len(f.known), prose.VocabularySize+1))-len(f.known))...)
	}
	at := f.known[t.Word]
	if at == 0 {
		list := f.look(t)
		if len(f.lists) == 0 {
			f.lists = append(f.lists, 0) // the place that all words share which start nothing
		}
		if len(list) > 0 {
			at = int32(len(f.lists))
			f.lists = append(append(f.lists, int32(len(list))), list...)
		}
		f.known[t.Word] = at + 1
		return list
	}
	at--
	return f.lists[at+1:][:f.lists[at]]
}

// look lists the parts that can start at a word, until it is asked again.
func (f *finder) look(t *prose.Token) []int32 {
	s := f.set
	f.noted = f.noted[:0]
	for _, n := range s.stems[t.Stem] {
		f.list(n)
	}
	for _, n := range s.exacts[t.Lower] {
		f.list(n)
	}
	w := t.Lower
	if len(w) < window {
		return f.noted
	}
	f.compounds(s.prefixes[w[:window]], prefixWord, w)
	f.compounds(s.suffixes[w[len(w)-window:]], suffixWord, w)
	for i := 0; len(s.infix) > 0 && i+window <= len(w); i++ {
		f.compounds(s.infix[w[i:i+window]], infixWord, w[i:])
	}
	return f.noted
}

// compounds lists the parts of compounds that stand in a word. For parts that
// may stand anywhere, the word given begins where the part should.
func (f *finder) compounds(list []compound, k kind, word string) {
	for _, c := range list {
		if k == suffixWord && strings.HasSuffix(word, c.word) || k != suffixWord && strings.HasPrefix(word, c.word) {
			f.list(c.node)
		}
	}
}

// list adds a node and all that can start with it.
func (f *finder) list(n int32) {
	if slices.Contains(f.noted, n) {
		return
	}
	f.noted = append(f.noted, n)
	for _, parent := range f.set.nodes[n].parents {
		f.list(parent)
	}
}

// note records that a node can start at a word.
func (f *finder) note(n, at int32) {
	if f.seen[n] != f.round {
		f.seen[n] = f.round
		f.starts[n] = f.starts[n][:0]
		f.rules = append(f.rules, f.set.byNode[n]...)
	}
	f.starts[n] = append(f.starts[n], at)
}

func (f *finder) rule(r *compiled, hits []Hit) []Hit {
	for _, n := range r.need {
		if f.seen[n] != f.round {
			return hits
		}
	}
	if f.set.nodes[r.root].single {
		return f.single(r, hits)
	}
	from := int32(0)
	ends := f.list32()
	defer func() { f.spare = append(f.spare, ends) }()
	for _, at := range f.starts[r.root] {
		if at < from {
			continue
		}
		if ends = f.ends(r.root, at, ends[:0]); len(ends) == 0 {
			continue
		}
		from = slices.Min(ends)
		first, last := f.words[at], f.words[from-1]
		hits = append(hits, Hit{r.id, first, last, f.tokens[first].Start, f.tokens[last].End})
	}
	return hits
}

// single appends the hits of a rule that always matches one word.
func (f *finder) single(r *compiled, hits []Hit) []Hit {
	for _, at := range f.starts[r.root] {
		first := f.words[at]
		hits = append(hits, Hit{r.id, first, first, f.tokens[first].Start, f.tokens[first].End})
	}
	return hits
}

// list32 gives an empty list that nobody else uses.
func (f *finder) list32() []int32 {
	if n := len(f.spare); n > 0 {
		list := f.spare[n-1]
		f.spare = f.spare[:n-1]
		return list[:0]
	}
	return make([]int32, 0, 8)
}

// canStart reports whether a node was noted at a word. A part seldom starts at
// more than a few words of a sentence.
func (f *finder) canStart(n, at int32) bool {
	if f.seen[n] != f.round {
		return false
	}
	for _, start := range f.starts[n] {
		if start >= at {
			return start == at
		}
	}
	return false
}

// ends appends the places after which a node that starts at a word can end.
func (f *finder) ends(n, at int32, out []int32) []int32 {
	if !f.canStart(n, at) {
		return out
	}
	here := &f.set.nodes[n]
	switch {
	case here.single:
		return appendNew(out, at+1)
	case here.kind == choice:
		for _, p := range here.parts {
			if f.seen[p] == f.round {
				out = f.ends(p, at, out)
			}
		}
		return out
	case here.kind == frame:
		return f.frame(here, at, out)
	}
	return f.sequence(here, 0, at, out)
}

func (f *finder) sequence(n *node, i int, at int32, out []int32) []int32 {
	if f.seen[n.parts[i]] != f.round {
		return out
	}
	ends := f.list32()
	for skip := int32(0); skip <= int32(n.gaps[i]) && int(at+skip) < len(f.words); skip++ {
		ends = f.ends(n.parts[i], at+skip, ends[:0])
		for _, end := range ends {
			if i == len(n.parts)-1 {
				out = appendNew(out, end)
				continue
			}
			out = f.sequence(n, i+1, end, out)
		}
	}
	f.spare = append(f.spare, ends)
	return out
}

func appendNew(list []int32, x int32) []int32 {
	if slices.Contains(list, x) {
		return list
	}
	return append(list, x)
}

// frame finds the shortest way in which all members stand within the frame's
// reach when the first of them starts at a word. Members may not share words.
func (f *finder) frame(n *node, at int32, out []int32) []int32 {
	limit := at + int32(n.reach)
	best := int32(-1)
	for i, p := range n.parts {
		for _, end := range f.ends(p, at, nil) {
			used := [][2]int32{{at, end}}
			if got := f.members(n, 1<<i, used, end, limit); got > 0 && (best < 0 || got < best) {
				best = got
			}
		}
	}
	if best > 0 {
		out = appendNew(out, best)
	}
	return out
}

// members places the members not yet in done, a set of bits, after the frame's
// first word, and gives the end of the nearest placing, or 0.
func (f *finder) members(n *node, done uint, used [][2]int32, end, limit int32) int32 {
	if end > limit {
		return 0
	}
	for i, p := range n.parts {
		if done&(1<<i) != 0 {
			continue
		}
		best := int32(0)
		for _, at := range f.after(p, used[0][0], limit) {
			for _, e := range f.ends(p, at, nil) {
				if overlaps(used, at, e) {
					continue
				}
				got := f.members(n, done|1<<i, append(used[:len(used):len(used)], [2]int32{at, e}), max(end, e), limit)
				if got > 0 && (best == 0 || got < best) {
					best = got
				}
			}
		}
		return best
	}
	return end
}

// after gives the words from first to limit at which a node can start.
func (f *finder) after(n, first, limit int32) []int32 {
	if f.seen[n] != f.round {
		return nil
	}
	list := f.starts[n]
	from, _ := slices.BinarySearch(list, first)
	to, _ := slices.BinarySearch(list, limit)
	return list[from:to]
}

func overlaps(used [][2]int32, start, end int32) bool {
	for _, u := range used {
		if start < u[1] && u[0] < end {
			return true
		}
	}
	return false
}
