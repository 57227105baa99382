package victims

import (
	"strings"

	"rodedraad/ingest/coding/prose"
)

// read looks left of the noun for its article, number and rank.
func (m *mention) read(t []prose.Token) {
	m.number()
	for i := m.first - 1; i >= 0 && i >= m.head-6 && m.before(t, i); i-- {
	}
	if m.class == parent && !m.plural && m.first == m.head {
		m.definite = true // "Moeder belde"
	}
	m.partitive(t)
	m.preposition(t, m.first-1)
	m.label(t)
}

// number sets how many a noun means by itself.
func (m *mention) number() {
	m.lo, m.hi = 1, 1
	if m.plural {
		m.lo, m.hi = 0, -1
	}
	switch m.word {
	case "tweeling", "ouders", "echtpaar", "grootouders":
		m.lo, m.hi = 2, 2
	case "drieling":
		m.lo, m.hi = 3, 3
	}
}

// before takes in the word at i before a mention; false when the mention
// starts behind or with it.
func (m *mention) before(t []prose.Token, i int) bool {
	w := t[i].Lower
	if t[i].Kind == prose.Mark && w != "-" {
		return false
	}
	if r, ok := ranks[w]; ok {
		m.rank, m.first, m.definite = r, i, true
		return true
	}
	switch {
	case w == "een":
		m.first, m.definite = i, m.plural
		return false
	case w == "geen":
		m.none, m.first = true, i
		return false
	case w == "dat" && i+1 < len(t) && determiners[t[i+1].Lower]:
		return false // "uit dat de vader": a conjunction
	case determiners[w]:
		m.first, m.definite = i, true
		if w == "beide" || w == "allebei" {
			m.lo, m.hi = 2, 2
		}
		return true
	}
	if v, ok := prose.ParseNumber(w); ok && v == float64(int(v)) {
		if !m.plural || v <= 0 || v >= 1000 {
			return false
		}
		m.count(int(v), at(t, i-1))
		m.first = i
		return true
	}
	if !adjective(w) {
		return false
	}
	m.first = i
	return true
}

// label takes in what stands for a name: "Kind 1", "jeugdige A", "peuter D.".
func (m *mention) label(t []prose.Token) {
	next := at(t, m.last+1)
	if strings.HasSuffix(m.word, "jarige") && next != "" && capital(t[m.last+1].Text) {
		m.last++ // "de 8-jarige Daan"
		return
	}
	if len(next) != 1 || m.class != child || m.plural {
		return
	}
	numbered := t[m.last+1].Kind == prose.Number && (m.word == "kind" || m.word == "jeugdige" || m.word == "jongere")
	if !numbered && (t[m.last+1].Kind != prose.Word || !capital(t[m.last+1].Text)) {
		return
	}
	m.last++
	if at(t, m.last+1) == "." && m.last+2 < len(t) {
		m.last++
	}
}

// count sets the number, with "minstens" and "meer dan" before it.
func (m *mention) count(v int, before string) {
	m.lo, m.hi = v, v
	switch before {
	case "minstens", "tenminste", "minimaal", "zeker", "dan":
		m.hi = -1
	}
}

// partitive reads "een van de kinderen", "twee van hen", "één van de twee
// jongens": the number before counts, not that of the whole.
func (m *mention) partitive(t []prose.Token) {
	if !m.plural || at(t, m.first-1) != "van" {
		return
	}
	v, ok := prose.ParseNumber(at(t, m.first-2))
	if !ok || v < 1 || v > 20 || v != float64(int(v)) {
		return
	}
	m.count(int(v), at(t, m.first-3))
	m.plural = v > 1
	m.definite = true
	m.first -= 2
	if v == 1 {
		m.rank = "ander"
	}
}

func (m *mention) preposition(t []prose.Token, i int) {
	w := at(t, i)
	if !prepositions[w] {
		return
	}
	m.prep = w
	m.by = w == "door" || w == "by"
	m.of = w == "van" || w == "of"
	if m.of && !m.young() && (at(t, i-2) == "door" || at(t, i-3) == "door") {
		m.by, m.of = true, false // "door toedoen van", "door geweld van"
	}
}

// adjective guesses whether a word can stand between article and noun.
func adjective(w string) bool {
	switch w {
	case "licht", "verstandelijk", "ernstig", "zwaar", "bijna", "net", "nog", "ruim", "toen", "destijds", "inmiddels", "amper", "circa", "zwanger",
		"alleenstaand", "onder", "toezicht", "voogdij", "stervend", "seksueel", "nu", "enig", "volle", "pas":
		return true
	case "die", "deze", "welke", "wie", "werd", "hadde", "mede", "beide", "ene", "methode", "periode", "einde", "gemeente", "week", "inspectie", "politie", "leeftijde", "haalde", "kreeg", "woonde", "maakte", "pleegde", "hulpverlene", "te", "je", "we", "ze", "zie", "mei", "toe":
		return false
	}
	if strings.HasSuffix(w, "jarige") || strings.HasSuffix(w, "jarig") {
		return true
	}
	return len(w) > 3 && strings.HasSuffix(w, "e") && !strings.HasSuffix(w, "de") || strings.HasSuffix(w, "ende") || strings.HasSuffix(w, "oude") ||
		strings.HasSuffix(w, "elde") || strings.HasSuffix(w, "gde") || strings.HasSuffix(w, "erde") && len(w) > 6 || strings.HasSuffix(w, "nde")
}
