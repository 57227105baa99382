package victims

import (
	"fmt"
	"slices"

	"rodedraad/data"
	"rodedraad/ingest/coding/match"
	"rodedraad/ingest/coding/prose"
)

// frame is how a sentence names who suffers a harm.
type frame uint8

const (
	subject frame = iota // het meisje overleed
	object               // het meisje is gedood, de vader doodde het meisje
	naming               // de dood van het meisje, schedelbreuk
)

// The outcomes, from light to grave; a graver state is not undone by a lighter.
const (
	unknown = iota
	missing
	unharmed
	other
	serious
	fatal
)

var outcomeCodes = [...]string{missing: "onbekend", unharmed: "geen_letsel", other: "overig_letsel", serious: "ernstig_letsel", fatal: "fataal"}

// harm is something that happened to somebody, at its place in a sentence.
type harm struct {
	outcome     int
	frame       frame
	self        bool // suicide
	attempt     bool
	survived    bool
	lost        bool // told by a denial: "zal niet meer lopen"
	first, last int
}

// harmLists ties the codebook's word lists to what they say, in the order in
// which they are looked up.
var harmLists = []struct {
	concept string
	harm    harm
}{
	{"fataal_onderwerp", harm{outcome: fatal, frame: subject}},
	{"fataal_lijdend", harm{outcome: fatal, frame: object}},
	{"fataal_naamwoord", harm{outcome: fatal, frame: naming}},
	{"suicide_onderwerp", harm{outcome: fatal, frame: subject, self: true}},
	{"suicide_naamwoord", harm{outcome: fatal, frame: naming, self: true}},
	{"poging", harm{outcome: other, frame: naming, self: true, attempt: true}},
	{"ernstig_onderwerp", harm{outcome: serious, frame: subject}},
	{"ernstig_verlies", harm{outcome: serious, frame: subject, lost: true}},
	{"ernstig_naamwoord", harm{outcome: serious, frame: naming}},
	{"overig_onderwerp", harm{outcome: other, frame: subject}},
	{"overig_lijdend", harm{outcome: other, frame: object}},
	{"overig_naamwoord", harm{outcome: other, frame: naming}},
	{"ongedeerd", harm{outcome: unharmed, frame: subject}},
	{"vermist", harm{outcome: missing, frame: subject}},
	{"overleeft", harm{outcome: other, frame: subject, survived: true}},
}

// cueLists are word lists that only change how a sentence is read.
var cueLists = []string{"eerder", "elders", "algemeen", "methode"}

// lexicon is the compiled word lists of variable slachtoffer.
type lexicon struct {
	nouns nouns
	set   *match.Set
}

func newLexicon(v *data.Variable) (*lexicon, error) {
	n, err := newNouns(v)
	if err != nil {
		return nil, err
	}
	var rules []match.Rule
	for i, l := range harmLists {
		rules = append(rules, match.Rule{ID: i, Pattern: "{" + l.concept + "}", Concepts: v.Concepts})
	}
	for i, c := range cueLists {
		rules = append(rules, match.Rule{ID: len(harmLists) + i, Pattern: "{" + c + "}", Concepts: v.Concepts})
	}
	set, err := match.Compile(rules)
	if err != nil {
		return nil, fmt.Errorf("codebook %s: %w", v.Name, err)
	}
	return &lexicon{nouns: n, set: set}, nil
}

// reading is one sentence, read.
type reading struct {
	s        *prose.Sentence
	mentions []mention
	harms    []harm
	cues     map[string][]match.Hit
	ages     []age
	dated    bool // dates are read
	when     []prose.DateMention
}

// dates gives the dates of the sentence, read once.
func (r *reading) dates() []prose.DateMention {
	if !r.dated {
		r.when, r.dated = r.s.Dates(), true
	}
	return r.when
}

// longest is how many tokens of a sentence are read. Tying harms to people
// compares all with all; what is longer is a table or no sentence at all.
const longest = 220

// read finds people and harms in a sentence.
func (l *lexicon) read(s *prose.Sentence) reading {
	if len(s.Tokens) > longest {
		s = part(s, 0, longest)
	}
	r := reading{s: s}
	for _, h := range l.set.Find(s) {
		if h.Rule >= len(harmLists) {
			name := cueLists[h.Rule-len(harmLists)]
			if r.cues == nil {
				r.cues = map[string][]match.Hit{}
			}
			r.cues[name] = append(r.cues[name], h)
			continue
		}
		x := harmLists[h.Rule].harm
		x.first, x.last = h.First, h.Last
		r.harms = append(r.harms, x)
	}
	r.harms = append(r.harms, perished(s)...)
	r.ages = ages(s, l.nouns)
	r.mentions = l.nouns.mentions(s, r.ages)
	r.turn()
	r.settle()
	return r
}

// perished reads "kwamen bij de brand om" and "komt om in de rook": the verb's
// other half ends its clause or stands right behind it, which a pattern over
// words cannot see.
func perished(s *prose.Sentence) []harm {
	var out []harm
	for i, t := range s.Tokens {
		if t.Lower != "om" || !perishes(s.Tokens, i) {
			continue
		}
		for k := i - 1; k >= 0 && k > i-26; k-- {
			if w := s.Tokens[k].Lower; w == "kwam" || w == "kwamen" || w == "komt" || w == "komen" {
				out = append(out, harm{outcome: fatal, frame: subject, first: i, last: i})
				break
			} else if w == ";" || w == "." {
				break
			}
		}
	}
	return out
}

// perishes reports whether "om" at a token can be the other half of "kwam": it
// ends its clause, or stands behind the verb with where or how behind it.
func perishes(t []prose.Token, i int) bool {
	if i+1 >= len(t) || t[i+1].Kind == prose.Mark || t[i+1].Lower == "en" {
		return true
	}
	switch t[i+1].Lower {
	case "in", "bij", "door", "tijdens", "toen", "nadat":
	default:
		return false
	}
	for k := i + 2; k < min(len(t), i+10); k++ {
		if t[k].Lower == "te" {
			return false // "kwam om in het gezin te helpen"
		}
	}
	return true
}

// methods gives the words of a sentence that name a method of suicide.
func (l *lexicon) methods(s *prose.Sentence) []match.Hit {
	var out []match.Hit
	for _, h := range l.set.Find(s) {
		if h.Rule >= len(harmLists) && cueLists[h.Rule-len(harmLists)] == "methode" {
			out = append(out, h)
		}
	}
	return out
}

// settle drops harms that are denied or are part of a longer one, and orders
// the rest.
func (r *reading) settle() {
	slices.SortStableFunc(r.harms, func(a, b harm) int { return a.first - b.first })
	var out []harm
	for i, h := range r.harms {
		if r.denied(h) && h.frame == subject && !r.nobody(h) && (h.outcome == other || h.outcome == serious) {
			h.outcome, h.frame = unharmed, subject // "raakte niet gewond"
			out = append(out, h)
			continue
		}
		if r.denied(h) {
			continue
		}
		if h.outcome == fatal && r.overridden(h) {
			if h.frame != object || r.attempted(h) {
				continue
			}
			h.outcome = other // an attack that did not kill
		}
		swallowed := false
		for j, o := range r.harms {
			inside := i != j && o.first <= h.first && h.last <= o.last && (o.outcome >= h.outcome || o.attempt)
			swallowed = swallowed || inside && (o.last-o.first > h.last-h.first || j < i)
			// "zelfdoding" inside "overleed door zelfdoding" stays a suicide.
			if inside && h.self && !o.self && !h.attempt {
				swallowed = false
			}
		}
		if !swallowed {
			out = append(out, h)
		}
	}
	r.harms = out
}

// turn reads a killing that names its doer or its victim by a word that a
// pattern does not see: "stierf door toedoen van haar moeder" is a killing,
// "en vervolgens zichzelf gedood", behind another harm, a suicide.
func (r *reading) turn() {
	slices.SortStableFunc(r.harms, func(a, b harm) int { return a.first - b.first })
	for i := range r.harms {
		h := &r.harms[i]
		if h.outcome != fatal || h.attempt {
			continue
		}
		if h.frame == object && i > 0 && r.oneself(r.harms[:i], *h) {
			h.frame, h.self = subject, true
		}
		if h.frame == object && r.alone(*h) && !r.overridden(*h) {
			h.frame, h.self = subject, true
		}
		if h.frame == subject && !h.self && r.doing() {
			h.frame = object
		}
	}
}

// oneself reports whether "zichzelf" stands right before a harm, and another
// harm before that.
func (r *reading) oneself(before []harm, h harm) bool {
	for k := 1; k <= 3; k++ {
		if at(r.s.Tokens, h.first-k) == "zichzelf" {
			return slices.ContainsFunc(before, func(o harm) bool { return o.last < h.first-k && o.outcome >= other })
		}
	}
	return false
}

// alone reports whether the only one a killing befalls is who did it: "daarna
// schoot de vader zichzelf dood".
func (r *reading) alone(h harm) bool {
	if slices.ContainsFunc(r.mentions, func(m mention) bool { return m.young() }) || r.others(h) {
		return false
	}
	for i := max(0, h.first-3); i <= h.last; i++ {
		if at(r.s.Tokens, i) == "zichzelf" {
			return at(r.s.Tokens, i-1) != "en" && at(r.s.Tokens, i-2) != "en"
		}
	}
	return false
}

// doing reports whether a sentence names who did it by "door toedoen van".
func (r *reading) doing() bool {
	return slices.ContainsFunc(r.mentions, func(m mention) bool { return m.by && m.prep == "van" })
}

// attempted reports whether a harm is the words of an attempt at suicide:
// "geprobeerd zich van het leven te beroven".
func (r *reading) attempted(h harm) bool {
	return slices.ContainsFunc(r.harms, func(o harm) bool { return o.attempt && o.first <= h.last && h.first <= o.last })
}

// overridden: "poging tot zelfdoding", "bijna overleden", "dood had kunnen".
func (r *reading) overridden(h harm) bool {
	if r.attempted(h) {
		return true
	}
	t := r.s.Tokens
	for k := 1; k <= 14 && h.frame == object; k++ {
		switch at(t, h.first-k) {
		case "poging", "pogingen", "geprobeerd", "probeerde", "probeerden", "trachtte", "trachtten", "getracht":
			return true
		}
	}
	for k := 1; k <= 4; k++ {
		if _, number := prose.ParseNumber(at(t, h.first-k+1)); number && at(t, h.first-k) == "bijna" {
			continue // "haar zoon van bijna vier"
		}
		switch at(t, h.first-k) {
		case "poging", "pogingen", "bijna", "risico", "dreigde", "dreigden", "gedreigd", "wens", "gevaar", "kans", "poging tot", "geprobeerd", "probeerde", "wilde", "hypothetisch":
			return true
		}
	}
	for k := 1; k <= 3 && at(t, h.last+k) != "en" && at(t, h.last+k) != ","; k++ {
		switch at(t, h.last+k) {
		case "kunnen", "proberen", "willen", "wilde", "geprobeerd", "probeerde", "dreigde":
			return true
		}
	}
	return false
}

// denied: "geen letsel", "niet overleden"; "niet alleen … maar ook" is none.
func (r *reading) denied(h harm) bool {
	if h.outcome == unharmed {
		for i := h.first; i < h.last; i++ {
			if w := at(r.s.Tokens, i); w == "niet" && at(r.s.Tokens, i+1) != "gewond" {
				return true // "waren niet thuis"
			}
		}
		return false
	}
	if h.survived || h.lost || h.outcome == missing {
		return false
	}
	t := r.s.Tokens
	for i := h.first; i < h.last && h.outcome < fatal; i++ {
		if t[i].Lower == "niet" || t[i].Lower == "geen" {
			return true
		}
	}
	for k := 1; k <= 4; k++ {
		switch at(t, h.first-k) {
		case ",", ";", ".", ":", "en", "maar":
			return false
		case "niemand":
			return true
		case "geen", "niet", "nooit", "zonder", "noch", "evenmin":
			if at(t, h.first-k+1) == "alleen" {
				return false
			}
			// "niet" before "door een misdrijf" says nothing of the death.
			return k <= 3
		}
	}
	return h.frame == subject && h.outcome == fatal && at(t, h.last+1) == "niet" && at(t, h.last+2) != "alleen"
}

// nobody reports whether a harm is denied of everybody: "niemand raakte gewond".
func (r *reading) nobody(h harm) bool {
	for k := -2; k <= 4; k++ {
		if w := at(r.s.Tokens, h.first-k); w == "niemand" || w == "geen" {
			return true
		}
	}
	return false
}

func (r *reading) has(cue string) bool { return len(r.cues[cue]) > 0 }
