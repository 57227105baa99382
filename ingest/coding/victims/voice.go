package victims

import (
	"rodedraad/ingest/coding/prose"
)

// farthest is the cost from which a mention is too far from a harm to suffer
// it; the harm then befalls whoever was spoken of last.
const farthest = 27

// victims gives the places in mentions of those whom a harm befalls, and of
// who did it (-1 when not said).
func (r *reading) victims(h harm) (list []int, agent int) {
	agent = r.agent(h)
	if h.frame == subject && r.pronominal(h) {
		return nil, agent
	}
	best, cost := -1, farthest
	for i, m := range r.mentions {
		if m.none || i == agent || m.class == culprit && h.outcome != fatal || r.finder(m) {
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

// pronominal reports whether the subject of a harm is a pronoun before it and
// nobody is named before that: "Zij kwam om door een misdrijf waarvoor haar
// stiefvader terechtstaat".
func (r *reading) pronominal(h harm) bool {
	for _, m := range r.mentions {
		if m.head < h.first {
			return false
		}
	}
	for k := 1; k <= 2; k++ {
		switch at(r.s.Tokens, h.first-k) {
		case "hij", "zij", "ze":
			return true
		case "het":
			if singular[at(r.s.Tokens, h.first-k+1)] {
				return true
			}
		}
	}
	return false
}

// finder reports whether a grown-up is the one who found or reported: "trof een
// buurvrouw … aan", "de oma vond".
func (r *reading) finder(m mention) bool {
	return !m.young() && m.prep == "" && (finding[at(r.s.Tokens, m.first-1)] || finding[at(r.s.Tokens, m.last+1)])
}

var finding = map[string]bool{"trof": true, "troffen": true, "vond": true, "vonden": true, "ontdekte": true, "ontdekten": true, "zag": true, "zagen": true,
	"belde": true, "belden": true, "meldde": true, "meldden": true, "hoorde": true}

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
	c += likeness[m.class]
	if h.frame == subject && r.opens(m) && h.first > m.last && h.first-m.last <= 2 {
		c -= 6 // "het meisje was dood, de moeder raakte zwaargewond"
	}
	return c + r.linked(h, m)
}

// opens reports whether a mention without a preposition opens its clause.
func (r *reading) opens(m mention) bool {
	if m.prep != "" {
		return false
	}
	switch at(r.s.Tokens, m.first-1) {
	case "", ",", ";", "en", "maar", "terwijl", ":":
		return true
	}
	return false
}

// linked says what the preposition before a mention costs: "de dood van het
// kind" is the child's, "overleed bij zijn oma" not the grandmother's.
func (r *reading) linked(h harm, m mention) int {
	switch {
	case h.frame == naming && m.of && m.first > h.last && m.first-h.last <= 4:
		return -12
	case h.frame == naming && m.prep != "" && !m.of:
		return 4
	case h.frame == naming, m.prep == "":
		return 0
	case besides[m.prep] && !m.young():
		return farthest // "overleed bij zijn oma"
	case m.prep == "van":
		return 8
	case m.prep == "over", m.prep == "om":
		return 4
	}
	return 10
}

// likeness is what it costs to take somebody for the one who is harmed: a
// report is about children.
var likeness = map[class]int{child: 0, client: 1, pronoun: 3, culprit: 14, people: 12, parent: 5,
	nobody: 4, partner: 4, adult: 4, kin: 4, staff: 4, third: 4}

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
		case "maar", "terwijl", "waarna", "waarbij", "omdat", "doordat", "nadat", "toen", "voordat", "want", "waardoor", "zodat", "waar":
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
		if best >= 0 && m.young() && !r.mentions[best].young() {
			continue // "dat de vader eerst de kinderen en daarna zichzelf heeft gedood"
		}
		if best < 0 || r.mentions[best].head < m.head && h.first > m.head && (r.crossed(r.mentions[best].head, m.first) > 5 || r.subordinate(best, m)) {
			best = i
		}
	}
	if best < 0 {
		return r.inverted(h)
	}
	if r.mentions[best].young() && r.actedOn(best) {
		return -1
	}
	return best
}

// subordinate reports whether a grown-up is the subject of a clause of its own,
// behind one about a child: "een meisje vertelde dat haar vader haar sloeg".
func (r *reading) subordinate(best int, m mention) bool {
	return r.mentions[best].young() && !m.young() && m.prep == "" && at(r.s.Tokens, m.first-1) == "dat"
}

// actedOn reports whether the only one named before a verb is what a pronoun
// acts on: "zij heeft bekend haar zoon te hebben gedood".
func (r *reading) actedOn(best int) bool {
	for i, m := range r.mentions {
		if i != best && m.prep == "" && m.class != pronoun {
			return false
		}
	}
	for i := 0; i < r.mentions[best].first; i++ {
		switch r.s.Tokens[i].Lower {
		case "hij", "zij", "ze":
			return true
		}
	}
	return false
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
		"mishandelde", "misbruikte", "verkrachtte", "schudde", "verwondde", "schoot", "doodsloeg", "doodstak", "doodschoot", "neerstak", "brengt", "staken", "schoten", "sloegen", "vielen"} {
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

// besides are prepositions that name who was near, not who was harmed.
var besides = map[string]bool{"bij": true, "naar": true, "voor": true, "over": true, "tegen": true, "aan": true, "namens": true, "volgens": true, "jegens": true}
