package match

import (
	"fmt"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"rodedraad/ingest/coding/prose"
)

// kind is what a part of a pattern asks for.
type kind uint8

const (
	stemWord   kind = iota // a word with this stem
	exactWord              // this folded form
	prefixWord             // a word that begins so
	suffixWord             // a word that ends so
	infixWord              // a word that contains this
	sequence               // the parts, one after the other
	choice                 // one of the parts
	frame                  // all parts in any order within reach words
)

// part is one node of a parsed pattern.
type part struct {
	kind  kind
	word  string
	parts []*part
	gaps  []int // of a sequence: how many words may stand before parts[i]
	reach int   // of a frame
}

// parser reads one pattern.
type parser struct {
	text     string
	at       int
	concepts map[string][]string
	open     []string // concepts being expanded, to find one that names itself
	cache    map[string]*part
}

func (p *parser) fail(format string, args ...any) error {
	return fmt.Errorf("pattern %q, position %d: %s", p.text, p.at+1, fmt.Sprintf(format, args...))
}

// parse reads a whole pattern.
func (p *parser) parse() (*part, error) {
	out, err := p.sequence()
	if err == nil && p.at < len(p.text) {
		err = p.fail("unexpected %q", p.text[p.at:p.at+1])
	}
	return out, err
}

func (p *parser) space() {
	for p.at < len(p.text) && (p.text[p.at] == ' ' || p.text[p.at] == '\n' || p.text[p.at] == '\t') {
		p.at++
	}
}

// sequence reads parts until the pattern, or what encloses them, ends.
func (p *parser) sequence() (*part, error) {
	seq := &part{kind: sequence}
	gap := 0
	for {
		p.space()
		if p.at == len(p.text) || strings.IndexByte(")|>}", p.text[p.at]) >= 0 {
			break
		}
		if strings.HasPrefix(p.text[p.at:], "..") {
			n, err := p.gap(len(seq.parts) == 0 || gap > 0)
			if err != nil {
				return nil, err
			}
			gap = n
			continue
		}
		next, err := p.one()
		if err != nil {
			return nil, err
		}
		seq.parts, seq.gaps = append(seq.parts, next), append(seq.gaps, gap)
		gap = 0
	}
	switch {
	case len(seq.parts) == 0:
		return nil, p.fail("nothing to match here")
	case gap > 0:
		return nil, p.fail("a gap with nothing after it")
	case len(seq.parts) == 1:
		return seq.parts[0], nil
	}
	return seq, nil
}

func (p *parser) gap(misplaced bool) (int, error) {
	if misplaced {
		return 0, p.fail("a gap must stand between two parts")
	}
	p.at += 2
	return p.number()
}

// number reads a count of words from 1 to 99.
func (p *parser) number() (int, error) {
	from := p.at
	for p.at < len(p.text) && p.text[p.at] >= '0' && p.text[p.at] <= '9' {
		p.at++
	}
	n, err := strconv.Atoi(p.text[from:p.at])
	if err != nil || n < 1 || n > 99 {
		return 0, p.fail("a number from 1 to 99 is expected")
	}
	return n, nil
}

// one reads a word, concept, group or frame.
func (p *parser) one() (*part, error) {
	switch p.text[p.at] {
	case '(':
		p.at++
		return p.choice()
	case '{':
		return p.concept()
	case '<':
		p.at++
		return p.frame()
	}
	return p.word()
}

func (p *parser) choice() (*part, error) {
	out := &part{kind: choice}
	for {
		alternative, err := p.sequence()
		if err != nil {
			return nil, err
		}
		out.parts = append(out.parts, alternative)
		if p.at == len(p.text) {
			return nil, p.fail("a ) is missing")
		}
		p.at++
		switch p.text[p.at-1] {
		case ')':
			return out, nil
		case '|':
		default:
			p.at--
			return nil, p.fail("unexpected %q", p.text[p.at:p.at+1])
		}
	}
}

func (p *parser) frame() (*part, error) {
	reach, err := p.number()
	if err != nil {
		return nil, err
	}
	if p.at == len(p.text) || p.text[p.at] != ':' {
		return nil, p.fail("a frame begins with <N: and a : is missing")
	}
	p.at++
	out := &part{kind: frame, reach: reach}
	for {
		p.space()
		if p.at == len(p.text) {
			return nil, p.fail("a > is missing")
		}
		if p.text[p.at] == '>' {
			p.at++
			break
		}
		member, err := p.member()
		if err != nil {
			return nil, err
		}
		out.parts = append(out.parts, member)
	}
	if len(out.parts) < 2 {
		return nil, p.fail("a frame needs two parts or more")
	}
	return out, nil
}

// member reads a part of a frame: one part, or parts tied by gaps.
func (p *parser) member() (*part, error) {
	first, err := p.one()
	if err != nil {
		return nil, err
	}
	seq := &part{kind: sequence, parts: []*part{first}, gaps: []int{0}}
	for p.space(); strings.HasPrefix(p.text[p.at:], ".."); p.space() {
		n, err := p.gap(false)
		if err != nil {
			return nil, err
		}
		p.space()
		if p.at == len(p.text) {
			return nil, p.fail("a gap with nothing after it")
		}
		next, err := p.one()
		if err != nil {
			return nil, err
		}
		seq.parts, seq.gaps = append(seq.parts, next), append(seq.gaps, n)
	}
	if len(seq.parts) == 1 {
		return first, nil
	}
	return seq, nil
}

// concept reads {name} and gives the choice of its patterns.
func (p *parser) concept() (*part, error) {
	end := strings.IndexByte(p.text[p.at:], '}')
	if end < 0 {
		return nil, p.fail("a } is missing")
	}
	name := p.text[p.at+1 : p.at+end]
	words, ok := p.concepts[name]
	switch {
	case !ok || len(words) == 0:
		return nil, p.fail("concept %q has no list", name)
	case contains(p.open, name):
		return nil, p.fail("concept %q names itself", name)
	}
	p.at += end + 1
	if known, ok := p.cache[name]; ok {
		return known, nil
	}
	out := &part{kind: choice}
	for _, w := range words {
		inner := &parser{text: w, concepts: p.concepts, open: append(p.open[:len(p.open):len(p.open)], name), cache: p.cache}
		member, err := inner.parse()
		if err != nil {
			return nil, fmt.Errorf("concept %q: %w", name, err)
		}
		out.parts = append(out.parts, member)
	}
	p.cache[name] = out
	return out, nil
}

func contains(list []string, s string) bool {
	for _, x := range list {
		if x == s {
			return true
		}
	}
	return false
}

// word reads =word, word, word*, *word or *word*.
func (p *parser) word() (*part, error) {
	exact := p.mark('=')
	before := p.mark('*')
	from := p.at
	for p.at < len(p.text) {
		r, n := utf8.DecodeRuneInString(p.text[p.at:])
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.Is(unicode.Mn, r) && !strings.ContainsRune("-'’‑", r) {
			break
		}
		p.at += n
	}
	lower := prose.Fold(p.text[from:p.at])
	if lower == "" {
		return nil, p.fail("a word is expected")
	}
	after := p.mark('*')
	whole := lower // a compound's part may begin or end with the hyphen
	if before {
		whole = "x" + whole
	}
	if after {
		whole += "x"
	}
	if words := prose.Tokens(whole, 0); len(words) != 1 {
		return nil, p.fail("%q is not one word", lower)
	}
	if (before || after) && len(lower) < window {
		return nil, p.fail("a part of a compound has at least %d letters", window)
	}
	switch {
	case exact && (before || after):
		return nil, p.fail("= and * exclude each other")
	case exact:
		return &part{kind: exactWord, word: lower}, nil
	case before && after:
		return &part{kind: infixWord, word: lower}, nil
	case before:
		return &part{kind: suffixWord, word: lower}, nil
	case after:
		return &part{kind: prefixWord, word: lower}, nil
	}
	return &part{kind: stemWord, word: prose.Stem(lower)}, nil
}

func (p *parser) mark(c byte) bool {
	if p.at < len(p.text) && p.text[p.at] == c {
		p.at++
		return true
	}
	return false
}
