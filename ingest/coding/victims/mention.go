package victims

import (
	"slices"
	"strings"

	"rodedraad/ingest/coding/prose"
)

// mention is people as a sentence names them.
type mention struct {
	noun
	word        string
	lo, hi      int // number; hi < 0 is "at least lo", lo 0 is unknown
	spans       []span
	spread      bool // spans[0] holds for the whole group
	past        bool
	definite    bool   // "het meisje", "haar zoon": may be known already
	rank        string // jongste, oudste, eerste, tweede, ander …
	by          bool   // "door de vader": who acts
	of          bool   // "de dood van een kind"
	prep        string // the preposition before it
	none        bool   // "geen kinderen"
	first, last int    // tokens, with the age behind it
	head        int    // token of the noun
	group       int    // mentions joined by "en" share a group
	loose       bool   // the age is told of a definite person, perhaps of another time
	unborn      bool
	newborn     bool
	sexes       []string // of each of spans, when told
}

var determiners = map[string]bool{"de": true, "het": true, "deze": true, "die": true, "dit": true, "dat": true, "beide": true,
	"zijn": true, "haar": true, "hun": true, "diens": true, "alle": true, "the": true, "her": true, "his": true, "their": true, "eigen": true, "allebei": true}

var ranks = map[string]string{"jongste": "jongste", "oudste": "oudste", "middelste": "middelste", "eerste": "eerste", "tweede": "tweede",
	"derde": "derde", "vierde": "vierde", "vijfde": "vijfde", "ander": "ander", "andere": "ander", "ene": "eerste", "laatste": "laatste", "zesde": "zesde"}

var prepositions = map[string]bool{"van": true, "door": true, "met": true, "bij": true, "aan": true, "voor": true, "uit": true, "naar": true,
	"over": true, "tegen": true, "op": true, "om": true, "naast": true, "zonder": true, "tussen": true, "namens": true, "jegens": true, "by": true, "of": true, "onder": true, "volgens": true, "met behulp": true}

// mentions finds the people a sentence names, left to right.
func (n nouns) mentions(s *prose.Sentence, found []age) []mention {
	var out []mention
	for i, t := range s.Tokens {
		what, ok := n.of(t.Lower)
		if !ok || notPerson(s.Tokens, i) {
			continue
		}
		m := mention{noun: what, word: t.Lower, head: i, first: i, last: i}
		m.read(s.Tokens)
		m.newborn = m.young() && newborn(t.Lower, at(s.Tokens, i-1))
		m.unborn = m.young() && (t.Lower == "ongeborene" || at(s.Tokens, i-1) == "ongeboren")
		out = append(out, m)
	}
	out = n.nominal(s, found, out)
	out = referring(s, out)
	attach(s, found, &out)
	gapped(s, found, out)
	out = same(s, appose(s, out))
	join(s, out)
	spreading(out)
	return out
}

// newborn reports whether a noun, or the adjective before it, tells an age of
// no months.
func newborn(word, before string) bool {
	return word == "pasgeborene" || word == "boreling" || before == "pasgeboren" || before == "doodgeboren"
}

// notPerson drops nouns that are part of a name or another expression: "Raad
// voor de Kinderbescherming" is one word, "Jeugd- en gezinsbeschermers" none,
// "kind en gezin", "moeder-kindhuis" and "het huis van vrienden" are.
func notPerson(t []prose.Token, i int) bool {
	next, prev := at(t, i+1), at(t, i-1)
	switch t[i].Lower {
	case "kind":
		return prev == "per" || next == "en" && (at(t, i+2) == "gezin" || at(t, i+2) == "jeugd" || at(t, i+2) == "jongere") || prev == "ieder" || prev == "elk" || prev == "als" || prev == "elke"
	case "ouder":
		return next == "dan" || next == "werd" || next == "geworden" || prev == "niet" || prev == "jaar" || prev == "maanden"
	case "ex":
		return next == "-"
	case "jongere":
		// "een jongere broer" is no young person.
		return sibling(next) || next == "kind" || next == "kinderen" || next == "broers" || next == "zussen" || next == "zusjes" || next == "broertjes" || next == "kindje"
	case "betrokkene", "slachtoffer":
		return prev == "als"
	case "doden":
		return prev == "te" || prev == "wilde"
	case "gewonden":
		return false
	case "man":
		return prev == "per"
	case "vriend", "vriendin":
		return false
	}
	return prev == "ieder" || prev == "elke" || prev == "elk" || prev == "iedere" || prev == "per"
}

func at(t []prose.Token, i int) string {
	if i < 0 || i >= len(t) {
		return ""
	}
	return t[i].Lower
}

// nominal adds people that are named by their age alone: "een zestienjarige",
// "de 13-jarige".
func (n nouns) nominal(s *prose.Sentence, found []age, list []mention) []mention {
	var out []mention
	k := 0
	for _, a := range found {
		if !a.adjective || ownNoun(a, s.Tokens, list) {
			continue
		}
		m := mention{noun: noun{class: child}, word: s.Tokens[a.last].Lower, head: a.last, first: a.first, last: a.last}
		if a.spans[0].lo >= 23*12 {
			m.class = adult
		}
		m.read(s.Tokens)
		if strings.HasSuffix(m.word, "n") {
			m.plural = true
		}
		m.spans = a.spans
		m.past = a.past
		for k < len(list) && list[k].head < m.head {
			out = append(out, list[k])
			k++
		}
		out = append(out, m)
	}
	return append(out, list[k:]...)
}

// ownNoun reports whether an adjective of age has a noun behind it.
func ownNoun(a age, t []prose.Token, list []mention) bool {
	if at(t, a.last+1) == "leeftijd" {
		return true
	}
	for _, m := range list {
		if m.head > a.last && m.first <= a.first {
			return true
		}
		if m.head > a.last && m.head <= a.last+4 {
			clear := true
			for i := a.last + 1; i < m.head; i++ {
				clear = clear && (adjective(t[i].Lower) || t[i].Lower == "en")
			}
			if clear {
				return true
			}
		}
	}
	// An adjective before a noun that is no person: "een 6-jarige opleiding".
	return !strings.HasSuffix(t[a.last].Lower, "jarige") && !strings.HasSuffix(t[a.last].Lower, "jarigen")
}

// attach gives every age its mention.
func attach(s *prose.Sentence, found []age, list *[]mention) {
	for _, a := range found {
		a.leeftijd = at(s.Tokens, a.last+1) == "leeftijd"
		if i := owner(s, a, *list); i >= 0 {
			if !dealt(s, a, (*list)[:i+1]) {
				(*list)[i].take(a)
			}
			continue
		}
		if i := initial(s.Tokens, a.first); i >= 0 && !a.adjective && a.spans[0].hi < oldest*12 {
			*list = insert(*list, mention{noun: noun{class: child}, word: "kind", lo: 1, hi: 1, first: i, last: a.last, head: i, definite: true, spans: a.spans[:1], past: a.past})
			continue
		}
		if !a.predicate {
			continue
		}
		// Nobody named: "Hij was vijftien."
		*list = insert(*list, mention{noun: noun{class: pronoun}, lo: 1, hi: 1, first: a.first, last: a.last, head: a.first, definite: true, spans: a.spans, past: a.past, spread: a.spread})
	}
}

// dealt gives each of a row of children the age in its place: "een jongen en een
// meisje van acht en elf jaar". It reports false when they are not as many.
func dealt(s *prose.Sentence, a age, list []mention) bool {
	n := len(a.spans)
	if n < 2 || len(list) < n || a.predicate {
		return false
	}
	row := list[len(list)-n:]
	for i, m := range row {
		if m.class != child || m.plural || len(m.spans) > 0 {
			return false
		}
		if i > 0 && (m.first != row[i-1].last+2 || at(s.Tokens, m.first-1) != "en" && at(s.Tokens, m.first-1) != ",") {
			return false
		}
	}
	for i := range row {
		row[i].spans = a.spans[i : i+1]
	}
	row[n-1].last = max(row[n-1].last, a.last)
	return true
}

// gapped reads the ages of a sentence that tells the verb once: "het meisje
// was negen, haar broer zes".
func gapped(s *prose.Sentence, found []age, list []mention) {
	r := ageReader{t: s.Tokens}
	for _, a := range found {
		if !a.predicate || len(a.spans) != 1 {
			continue
		}
		for i := range list {
			m := &list[i]
			if m.first <= a.last || m.class != child || m.plural || len(m.spans) > 0 || m.prep != "" {
				continue
			}
			from := m.last + 1
			if softWords[r.lower(from)] != "" {
				from++
			}
			age, n, ok := r.amount(from, true)
			if next := r.lower(from + n); ok && (next == "" || next == "." || next == "," || next == ";" || next == "en") {
				m.spans, m.past = []span{age}, a.past
			}
		}
	}
}

func insert(list []mention, m mention) []mention {
	k := 0
	for k < len(list) && list[k].head < m.head {
		k++
	}
	out := append([]mention{}, list[:k]...)
	return append(append(out, m), list[k:]...)
}

func owner(s *prose.Sentence, a age, list []mention) int {
	best := -1
	for i, m := range list {
		switch {
		case a.adjective && m.first <= a.first && m.head >= a.last, m.head == a.last+1 && at(s.Tokens, a.last) == "oud":
			return i // "een 8-jarig meisje", "een elf maanden oud jongetje"
		case a.adjective && m.head > a.last && m.head <= a.last+4 && best < 0 && at(s.Tokens, a.last+1) != "leeftijd":
			return i
		case a.adjective:
		case a.predicate && m.head < a.first && m.class != culprit && (!m.by || a.first-m.last < 3):
			if m.prep == "van" && best >= 0 {
				break // "de vader van de kinderen is 45": the father
			}
			if m.class == child || m.class == client || best < 0 || a.first-m.last <= 2 && m.prep == "" {
				best = i
			}
		case m.head < a.first && a.first <= m.last+1:
			best = i
		case m.head < a.first && a.first == m.last+2 && at(s.Tokens, m.last+1) == "," && at(s.Tokens, a.first) == "van" && (len(a.spans) == 1) == !m.plural:
			best = i // "zijn twee zoons, van zeven en tien jaar,"
		case a.bracket && m.head < a.first && a.first-m.last <= 5 && onlyNames(s.Tokens[m.last+1:a.first]):
			best = i
		case a.spread && m.head < a.first && m.plural:
			if best < 0 || m.young() || !list[best].plural {
				best = i
			}
		case !a.predicate && m.young() && !m.plural && m.head < a.first && a.first-m.last <= 5 && at(s.Tokens, a.first) == "," && onlyNames(s.Tokens[m.last+1:a.first]):
			best = i // "een peuter in Tiel, ruim twee jaar oud,"
		case a.spread && m.head < a.first && a.first-m.last <= 3:
			best = i
		}
	}
	if best < 0 && a.adjective && at(s.Tokens, a.last+1) == "leeftijd" {
		return nearestChild(a, list)
	}
	return best
}

// nearestChild gives the child that "op 3-jarige leeftijd" belongs to: one
// before it, else one behind it.
func nearestChild(a age, list []mention) int {
	best := -1
	for i, m := range list {
		if (m.class == child || m.class == client) && !m.by && (m.head < a.first || best < 0) {
			best = i
		}
	}
	return best
}

// onlyNames lets an initial or a place stand between a person and an age:
// "peuter D. (2)", "de jongen uit Ede (5)".
func onlyNames(t []prose.Token) bool {
	for _, x := range t {
		if x.Kind == prose.Mark && x.Lower != "." || x.Kind == prose.Number {
			return false
		}
		first := x.Text[:1]
		if x.Kind == prose.Word && first == strings.ToLower(first) && x.Lower != "uit" && x.Lower != "van" && x.Lower != "in" && x.Lower != "groep" {
			return false
		}
	}
	return true
}

// initial gives the token of a name of one letter before another, -1 for none:
// "L. (4) is gedood", "B., bijna drie jaar oud,".
func initial(t []prose.Token, before int) int {
	i := before - 1
	if at(t, i) == "." {
		i--
	}
	if i < 0 || t[i].Kind != prose.Word || len(t[i].Text) != 1 || !capital(t[i].Text) {
		return -1
	}
	return i
}

// take adds an age to a mention; the age at the event wins over today's.
func (m *mention) take(a age) {
	if a.last > m.last && !a.predicate {
		m.last = a.last
	}
	if a.sex != "" {
		m.sex = a.sex
	}
	if len(m.spans) == 1 && len(a.spans) == 1 && a.spans[0].sharpens(m.spans[0]) {
		m.spans, m.spread = a.spans, a.spread
		return
	}
	if len(m.spans) > 0 && (m.past || a.present) && !a.past {
		return
	}
	if len(m.spans) > 0 && !a.past && a.predicate {
		return
	}
	m.spans, m.spread, m.past = a.spans, a.spread, a.past
	m.loose = m.definite && (a.predicate || a.adjective && a.leeftijd)
	if m.hi == 1 && len(a.spans) > 1 && !m.plural {
		m.spans = a.spans[:1]
	}
}

// spreading gives a range of ages to all of a group: "drie meisjes en een
// jongen, waren toen tussen acht en twaalf jaar oud".
func spreading(list []mention) {
	for _, m := range list {
		if !m.spread || len(m.spans) != 1 {
			continue
		}
		for k := range list {
			if n := &list[k]; n.group == m.group && n.class == m.class && len(n.spans) == 0 {
				n.spans, n.spread, n.past = m.spans, true, m.past
			}
		}
	}
}

// join gives mentions that only "en" or a comma separates one group.
func join(s *prose.Sentence, list []mention) {
	for i := range list {
		list[i].group = i
		if i == 0 {
			continue
		}
		p := &list[i-1]
		if p.last+1 >= list[i].first || list[i].by != p.by && list[i].prep != "" {
			continue
		}
		ok := true
		for _, t := range s.Tokens[p.last+1 : list[i].first] {
			ok = ok && (t.Lower == "," || t.Lower == "en" || t.Lower == "evenals" || t.Lower == "alsmede" || t.Lower == "and" || t.Lower == "als")
		}
		if ok {
			if list[i].first == list[i].head && list[i].hi == 1 && at(s.Tokens, list[i].first-1) == "en" {
				list[i].definite = list[i].definite || p.definite // "zijn vrouw en zoon"
			}
			list[i].group = p.group
			list[i].by, list[i].of = p.by, p.of
			if list[i].prep == "" {
				list[i].prep = p.prep
			}
		}
	}
}

// usual reports whether a sentence tells what happens or should happen, not
// what happened.
func (r *reading) usual() bool {
	return slices.ContainsFunc(r.s.Tokens, func(t prose.Token) bool {
		switch t.Lower {
		case "regel", "doorgaans", "altijd", "meestal", "indien", "wanneer", "moet", "moeten", "dient", "dienen":
			return true
		}
		return false
	})
}

// generic reports whether a mention may be of anybody: "een kind", "kinderen".
func (m *mention) generic() bool {
	return m.young() && m.class != pronoun && !m.definite && !m.by && len(m.spans) == 0
}

func fold(s string) string { return prose.Fold(s) }
