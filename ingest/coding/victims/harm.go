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
}

// read finds people and harms in a sentence.
func (l *lexicon) read(s *prose.Sentence) reading {
	r := reading{s: s, cues: map[string][]match.Hit{}}
	for _, h := range l.set.Find(s) {
		if h.Rule >= len(harmLists) {
			name := cueLists[h.Rule-len(harmLists)]
			r.cues[name] = append(r.cues[name], h)
			continue
		}
		x := harmLists[h.Rule].harm
		x.first, x.last = h.First, h.Last
		r.harms = append(r.harms, x)
	}
	r.harms = append(r.harms, perished(s)...)
	r.mentions = l.nouns.mentions(s)
	r.settle()
	return r
}

// perished reads "kwamen bij de brand om": the verb's other half ends its
// clause, which a pattern over words cannot see.
func perished(s *prose.Sentence) []harm {
	var out []harm
	for i, t := range s.Tokens {
		if t.Lower != "om" || i+1 < len(s.Tokens) && s.Tokens[i+1].Kind != prose.Mark && s.Tokens[i+1].Lower != "en" {
			continue
		}
		for k := i - 1; k >= 0 && k > i-16; k-- {
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
			if h.frame != object {
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

// overridden: "poging tot zelfdoding", "bijna overleden", "dood had kunnen".
func (r *reading) overridden(h harm) bool {
	for _, o := range r.harms {
		if o.attempt && o.first <= h.last && h.first <= o.last {
			return true
		}
	}
	t := r.s.Tokens
	for k := 1; k <= 14 && h.frame == object; k++ {
		switch at(t, h.first-k) {
		case "poging", "pogingen", "geprobeerd", "probeerde", "probeerden", "trachtte", "trachtten":
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
	for k := 1; k <= 3; k++ {
		switch at(t, h.last+k) {
		case "kunnen", "proberen", "willen", "wilde", "geprobeerd", "probeerde", "dreigde":
			return true
		}
	}
	return false
}

// denied: "geen letsel", "niet overleden"; "niet alleen … maar ook" is none.
func (r *reading) denied(h harm) bool {
	if h.outcome == unharmed || h.survived || h.outcome == missing {
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

// farthest is the cost from which a mention is too far from a harm to suffer
// it; the harm then befalls whoever was spoken of last.
const farthest = 27

// victims gives the places in mentions of those whom a harm befalls, and of
// who did it (-1 when not said).
func (r *reading) victims(h harm) (list []int, agent int) {
	agent = r.agent(h)
	best, cost := -1, farthest
	for i, m := range r.mentions {
		if m.none || i == agent || m.class == culprit && h.outcome != fatal {
			continue
		}
		if c := r.cost(h, m); c < cost {
			best, cost = i, c
		}
	}
	if best < 0 {
		return nil, agent
	}
	for i, m := range r.mentions {
		if i != agent && m.group == r.mentions[best].group && !m.none {
			list = append(list, i)
		}
	}
	return list, agent
}

// cost says how far a mention is from suffering a harm: words between, the
// boundaries of clauses crossed, and what the grammar of the harm asks.
func (r *reading) cost(h harm, m mention) int {
	from, to := max(m.head, min(m.last, h.first)), h.first
	c := 0
	if m.head > h.last {
		from, to = h.last, m.first
		c = 1
	}
	c += max(0, to-from) / 2
	if m.first <= h.last && m.head >= h.first {
		c = -5 // inside the pattern: "brachten haar dochter om het leven"
	}
	c += r.crossed(from, to)
	if m.by {
		c += 30
	}
	if r.selfNear(h) {
		switch m.class {
		case parent, partner, adult, kin:
			return c - 8
		}
		if !m.young() || len(r.mentions) > 1 {
			c += 8
		}
	}
	switch m.class {
	case child:
	case client:
		c++
	case pronoun:
		c += 3
	case culprit:
		c += 14
	case people:
		c += 12
	case parent:
		c += 5
	default:
		c += 4
	}
	if h.frame == naming {
		if m.of && m.first > h.last && m.first-h.last <= 4 {
			return c - 12
		}
		if m.prep != "" && !m.of {
			c += 4
		}
		return c
	}
	switch m.prep {
	case "":
	case "van":
		c += 8
	case "over", "om":
		c += 4
	default:
		c += 10
	}
	return c
}

// selfNear reports whether "zelf" or "zichzelf" stands before a harm of which
// somebody else in the sentence is a victim too: it is the one who acted.
func (r *reading) selfNear(h harm) bool {
	found := false
	for k := -1; k <= 6; k++ {
		switch at(r.s.Tokens, h.first-k) {
		case "zelf", "zichzelf", "hijzelf", "zijzelf", "zich":
			found = true
		}
	}
	if !found || h.outcome != fatal {
		return false
	}
	for _, o := range r.harms {
		if o.frame == object && o.first != h.first {
			return true
		}
	}
	return false
}

// crossed weighs the clause boundaries between two tokens.
func (r *reading) crossed(from, to int) int {
	c := 0
	for i := from; i < to && i < len(r.s.Tokens); i++ {
		switch r.s.Tokens[i].Lower {
		case ";":
			c += 25
		case ":", "–", "(":
			c += 4
		case ",":
			c += 2
		case "maar", "terwijl", "waarna", "waarbij", "omdat", "doordat", "nadat", "toen", "voordat", "want", "waardoor", "zodat":
			c += 6
		case "en":
			c += 2
		}
	}
	return c
}

// agent finds who acts in an active sentence: the subject of a verb that is
// not passive, when somebody else is there to suffer it.
func (r *reading) agent(h harm) int {
	if h.frame != object {
		return -1
	}
	for i, m := range r.mentions {
		if m.by && abs(m.head-h.first) < 25 {
			return i
		}
	}
	if !r.active(h) {
		return -1
	}
	// The subject: the grown-up or first unprepositioned mention before the
	// verb's end and not too far from it.
	best := -1
	for i, m := range r.mentions {
		if m.class == pronoun || m.prep != "" && m.prep != "van" || m.first > h.first || h.first-m.head > 30 || m.of {
			continue
		}
		if best < 0 || r.mentions[best].head < m.head && r.crossed(r.mentions[best].head, m.first) > 5 && h.first > m.head {
			best = i
		}
	}
	if best < 0 {
		return r.inverted(h)
	}
	return best
}

// inverted finds the subject behind its verb: "op 3 mei stak een moeder haar
// kinderen neer".
func (r *reading) inverted(h harm) int {
	for k := 1; k <= 3; k++ {
		switch at(r.s.Tokens, h.first-k) {
		case "hij", "zij", "ze", "die", "deze":
			return -1
		}
	}
	for i, m := range r.mentions {
		if m.first > h.first && m.prep == "" && m.class != pronoun {
			if i+1 < len(r.mentions) || !m.young() {
				return i
			}
			return -1
		}
	}
	return -1
}

var passiveWords = map[string]bool{"is": true, "zijn": true, "was": true, "waren": true, "werd": true, "werden": true, "wordt": true,
	"worden": true, "bleek": true, "bleken": true, "geworden": true, "been": true}

// finite are active verbs; their subject is who does it.
var finite = map[string]bool{}

func init() {
	for _, w := range []string{"doodde", "doodden", "bracht", "brachten", "beroofde", "beroofden", "ombracht", "vermoordde", "sloeg", "stak", "schopte",
		"mishandelde", "misbruikte", "verkrachtte", "schudde", "verwondde", "schoot", "doodsloeg", "doodstak", "doodschoot", "neerstak", "brengt"} {
		finite[w] = true
	}
}

// active reports whether the harm's verb is active: finite, or a participle
// with hebben and without zijn or worden nearer.
func (r *reading) active(h harm) bool {
	t := r.s.Tokens
	for i := h.first; i <= h.last; i++ {
		if finite[t[i].Lower] {
			// "de mishandelde baby" is no verb.
			_, aged := r.mentionFrom(i + 1)
			return !aged || t[i].Lower != "mishandelde" && t[i].Lower != "misbruikte"
		}
	}
	if at(t, h.last-1) == "te" {
		return true // "probeerde haar kinderen van het leven te beroven"
	}
	for i := max(0, h.first-25); i < min(len(t), h.last+4); i++ {
		switch t[i].Lower {
		case "heeft", "had", "hebben", "hadden", "zou", "hebbe":
			if abs(i-h.first) < 22 && !passiveNear(t, h) {
				return true
			}
		}
	}
	return false
}

// mentionFrom finds the mention whose noun stands at a token.
func (r *reading) mentionFrom(token int) (mention, bool) {
	for _, m := range r.mentions {
		if m.head == token {
			return m, true
		}
	}
	return mention{}, false
}

func passiveNear(t []prose.Token, h harm) bool {
	for i := max(0, h.first-18); i < min(len(t), h.last+4); i++ {
		if passiveWords[t[i].Lower] && t[i].Lower != "zijn" || t[i].Lower == "zijn" && i+1 < len(t) && i != h.first-1 && !startsNoun(t, i+1) {
			return true
		}
	}
	return false
}

// startsNoun tells "zijn dochter" (his) from "zijn gedood" (are).
func startsNoun(t []prose.Token, i int) bool {
	w := at(t, i)
	return adjective(w) || w == "dochter" || w == "zoon" || w == "zoontje" || w == "dochtertje" || w == "kinderen" || w == "kind" || w == "vrouw" || w == "ex-vrouw" || w == "moeder" || w == "vader" || w == "twee" || w == "drie" || w == "broer" || w == "zus" || w == "zusje" || w == "broertje" || w == "partner" || w == "ex-partner"
}

func abs(i int) int {
	if i < 0 {
		return -i
	}
	return i
}
