package match

import (
	"fmt"
	"slices"
	"sync"
)

// window is how many bytes of a compound's part the index looks at.
const window = 3

// Rule is a pattern with a number of the caller's. Concepts are the lists the
// pattern may name; rules of one variable share them.
type Rule struct {
	ID       int
	Pattern  string
	Concepts map[string][]string
}

// Set is a compiled list of rules. It does not change after [Compile] and may
// be used by many goroutines.
type Set struct {
	nodes []node
	rules []compiled
	// The parts that are single words, by the way in which they match.
	stems, exacts             map[string][]int32
	prefixes, suffixes, infix map[string][]compound
	byNode                    [][]int32 // rules to look at when a node was seen
	mu                        sync.Mutex
	free                      []*finder // used again, so that a sentence costs no new memory
}

// node is a part that occurs in one or more rules.
type node struct {
	kind    kind
	parts   []int32
	gaps    []int
	reach   int
	parents []int32 // parts that can start with this node
	single  bool    // always exactly one word
}

// take gives a finder that no other sentence uses.
func (s *Set) take() *finder {
	s.mu.Lock()
	defer s.mu.Unlock()
	if n := len(s.free); n > 0 {
		f := s.free[n-1]
		s.free = s.free[:n-1]
		return f
	}
	return &finder{set: s, seen: make([]uint32, len(s.nodes)), starts: make([][]int32, len(s.nodes))}
}

func (s *Set) give(f *finder) {
	f.tokens = nil
	s.mu.Lock()
	defer s.mu.Unlock()
	s.free = append(s.free, f)
}

type compound struct {
	word string
	node int32
}

type compiled struct {
	id   int
	root int32
	need []int32 // parts without which the rule cannot match
}

// Compile reads the patterns. An error names the pattern and the position.
func Compile(rules []Rule) (*Set, error) {
	c := &compiler{
		set: &Set{
			stems: map[string][]int32{}, exacts: map[string][]int32{},
			prefixes: map[string][]compound{}, suffixes: map[string][]compound{}, infix: map[string][]compound{},
		},
		known: map[string]int32{},
		size:  map[int32]int{},
	}
	for _, r := range rules {
		p := &parser{text: r.Pattern, concepts: r.Concepts, cache: c.cacheOf(r.Concepts)}
		root, err := p.parse()
		if err != nil {
			return nil, fmt.Errorf("rule %d: %w", r.ID, err)
		}
		c.add(r.ID, root)
	}
	return c.set, nil
}

type compiler struct {
	set    *Set
	known  map[string]int32
	size   map[int32]int // how many words a node can start with
	last   map[string][]string
	cached map[string]*part
}

// cacheOf keeps expanded concepts between rules that share their lists. Rules
// come in the order of their variable, so one cache is enough.
func (c *compiler) cacheOf(concepts map[string][]string) map[string]*part {
	if c.cached == nil || !sameMap(c.last, concepts) {
		c.last, c.cached = concepts, map[string]*part{}
	}
	return c.cached
}

func sameMap(a, b map[string][]string) bool {
	return fmt.Sprintf("%p", a) == fmt.Sprintf("%p", b)
}

func (c *compiler) add(id int, p *part) {
	root := c.node(p)
	r := compiled{id: id, root: root, need: c.needs(root)}
	anchor := r.need[0]
	for _, n := range r.need {
		if c.size[n] < c.size[anchor] {
			anchor = n
		}
	}
	for len(c.set.byNode) < len(c.set.nodes) {
		c.set.byNode = append(c.set.byNode, nil)
	}
	c.set.byNode[anchor] = append(c.set.byNode[anchor], int32(len(c.set.rules)))
	c.set.rules = append(c.set.rules, r)
}

// needs lists the parts that must all be seen for a node to match.
func (c *compiler) needs(n int32) []int32 {
	at := c.set.nodes[n]
	if at.kind != sequence && at.kind != frame {
		return []int32{n}
	}
	var out []int32
	for _, p := range at.parts {
		out = append(out, c.needs(p)...)
	}
	return out
}

// node gives the number of a part; equal parts have one number.
func (c *compiler) node(p *part) int32 {
	n := node{kind: p.kind, gaps: p.gaps, reach: p.reach}
	for _, child := range grouped(p) {
		n.parts = append(n.parts, c.node(child))
	}
	key := fmt.Sprint(p.kind, " ", p.word, " ", n.parts, n.gaps, n.reach)
	if number, ok := c.known[key]; ok {
		return number
	}
	number := int32(len(c.set.nodes))
	c.known[key] = number
	c.set.nodes = append(c.set.nodes, n)
	c.index(number, p)
	return number
}

// grouped gives the members of a part. The single words among the members of a
// choice are made a choice of their own: where one of them stands is one look,
// however many they are.
func grouped(p *part) []*part {
	if p.kind != choice || oneWord(p) {
		return p.parts
	}
	words := &part{kind: choice}
	list := []*part{words}
	for _, child := range p.parts {
		if oneWord(child) {
			words.parts = append(words.parts, child)
		} else {
			list = append(list, child)
		}
	}
	if len(words.parts) < 2 {
		return p.parts
	}
	return list
}

// oneWord reports whether a part always matches exactly one word.
func oneWord(p *part) bool {
	return p.kind < sequence || p.kind == choice && !slices.ContainsFunc(p.parts, func(c *part) bool { return !oneWord(c) })
}

// index files a node under the words or the nodes it can start with.
func (c *compiler) index(number int32, p *part) {
	s := c.set
	switch p.kind {
	case stemWord:
		s.stems[p.word] = append(s.stems[p.word], number)
	case exactWord:
		s.exacts[p.word] = append(s.exacts[p.word], number)
	case prefixWord:
		key := p.word[:window]
		s.prefixes[key] = append(s.prefixes[key], compound{p.word, number})
	case suffixWord:
		key := p.word[len(p.word)-window:]
		s.suffixes[key] = append(s.suffixes[key], compound{p.word, number})
	case infixWord:
		key := p.word[:window]
		s.infix[key] = append(s.infix[key], compound{p.word, number})
	}
	c.size[number] = 1
	s.nodes[number].single = p.kind < sequence || p.kind == choice && c.allSingle(s.nodes[number].parts)
	starts := s.nodes[number].parts
	if p.kind == sequence {
		starts = starts[:1]
	}
	if len(starts) > 0 {
		c.size[number] = 0
	}
	for _, child := range starts {
		c.size[number] += c.size[child]
		if !hasNode(s.nodes[child].parents, number) {
			s.nodes[child].parents = append(s.nodes[child].parents, number)
		}
	}
}

func (c *compiler) allSingle(parts []int32) bool {
	for _, n := range parts {
		if !c.set.nodes[n].single {
			return false
		}
	}
	return true
}

func hasNode(list []int32, n int32) bool {
	for _, x := range list {
		if x == n {
			return true
		}
	}
	return false
}
