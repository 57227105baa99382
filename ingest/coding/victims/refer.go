package victims

import (
	"strings"

	"rodedraad/ingest/coding/prose"
)

// referring adds people who are named without a noun: "de jongste", "de derde",
// "twee van hen", "beiden".
func referring(s *prose.Sentence, list []mention) []mention {
	for i := range s.Tokens {
		if covered(list, i) {
			continue
		}
		if m, ok := reference(s.Tokens, i); ok {
			list = insert(list, m)
		}
	}
	return list
}

func covered(list []mention, token int) bool {
	for _, m := range list {
		if m.first <= token && token <= m.last {
			return true
		}
	}
	return false
}

func reference(t []prose.Token, i int) (mention, bool) {
	w := t[i].Lower
	m := mention{noun: noun{class: child}, lo: 1, hi: 1, definite: true, first: i, last: i, head: i}
	switch w {
	case "anderen", "overigen":
		if at(t, i-1) != "de" && !isCount(at(t, i-1)) {
			return m, false
		}
		m.word, m.plural, m.lo, m.hi = "anderen", true, 0, -1
		if v, ok := prose.ParseNumber(at(t, i-1)); ok {
			m.lo, m.hi, m.first = int(v), int(v), i-1
		}
		m.preposition(t, m.first-1)
		return m, true
	case "drie", "vier", "drieen", "vijf":
		// "Alle drie raakten gewond."
		v, _ := prose.ParseNumber(w)
		if w == "drieen" {
			v = 3
		}
		if at(t, i-1) != "alle" && at(t, i-2) != "alle" || i+1 < len(t) && !afterAge[at(t, i+1)] && t[i+1].Kind != prose.Mark && at(t, i+1) != "waren" && at(t, i+1) != "hebben" {
			return m, false
		}
		m.lo, m.hi, m.plural, m.class, m.first = int(v), int(v), true, pronoun, i-1
		return m, true
	case "beiden", "allebei":
		m.lo, m.hi, m.plural, m.class = 2, 2, true, pronoun
		m.preposition(t, i-1)
		return m, true
	case "deze":
		// "Deze overleed": who was struck or named last.
		if next := at(t, i+1); (i == 0 || t[i-1].Kind == prose.Mark) && afterAge[next] || next == "overleed" || next == "overleefde" {
			m.class, m.word = pronoun, "deze"
			return m, true
		}
		return m, false
	case "hen", "wie", "daarvan", "ons":
		return partOf(t, i, m)
	case "jongste", "oudste", "middelste", "ander", "derde", "andere", "tweede", "ene", "vierde", "vijfde", "eerste":
		article := at(t, i-1)
		if !determiners[article] && article != "een" || article == "een" && w != "ander" || !standsAlone(t, i+1) {
			return m, false
		}
		m.rank, m.first = ranks[w], i-1
		m.preposition(t, i-2)
		return m, true
	}
	return m, false
}

// partOf reads "twee van hen", "van wie er een", "een daarvan".
func partOf(t []prose.Token, i int, m mention) (mention, bool) {
	w := t[i].Lower
	k := i - 1
	if w == "hen" || w == "wie" {
		if at(t, k) != "van" {
			return m, false
		}
		k--
	}
	number := at(t, k)
	if w == "wie" && !isCount(number) {
		// "van wie er twee overleden", "van wie één"
		for n := 1; n <= 2; n++ {
			if isCount(at(t, i+n)) {
				number, m.last, m.head = at(t, i+n), i+n, i+n
			}
		}
		k = i - 1
	}
	if number == "geen" {
		m.none, m.first = true, k
		return m, true
	}
	v, ok := prose.ParseNumber(number)
	if !ok || !isCount(number) {
		return m, false
	}
	m.count(int(v), at(t, k-1))
	m.plural = v > 1
	m.rank, m.first = "ander", min(k, i)
	return m, true
}

func isCount(word string) bool {
	v, ok := prose.ParseNumber(word)
	return ok && v >= 1 && v <= 20 && v == float64(int(v))
}

// standsAlone reports whether what follows a rank is no noun of its own.
func standsAlone(t []prose.Token, i int) bool {
	if i >= len(t) || t[i].Kind == prose.Mark {
		return i >= len(t) || t[i].Lower != "-"
	}
	if n := i; softWords[t[n].Lower] != "" || isCount(t[n].Lower) && (i > 2 || !strings.HasPrefix(t[i-1].Lower, "ander")) {
		for n++; n < len(t) && (isCount(t[n].Lower) || ageUnits[t[n].Lower].months > 0); n++ {
		}
		return n >= len(t) || t[n].Kind == prose.Mark // "de jongste twee.", "het andere bijna vijftien"
	}
	return afterAge[t[i].Lower] && t[i].Lower != "zijn" || t[i].Lower == "overleed" || t[i].Lower == "herstelde" || t[i].Lower == "overleefde" || t[i].Lower == "verdronk"
}

// same makes "een jeugdige, een meisje," one mention: two singular nouns with
// only a comma between and a comma behind, that can be one person.
func same(s *prose.Sentence, list []mention) []mention {
	out := list[:0]
	for i := 0; i < len(list); i++ {
		m := list[i]
		if n := spelled(s, list[i:]); n > 0 {
			for _, x := range list[i+1 : i+1+n] {
				m.sexes = append(m.sexes, x.sex)
			}
			m.last = list[i+n].last
			i += n
		} else if i+1 < len(list) && sameGroup(s, m, list[i+1]) {
			n := list[i+1]
			m.last = n.last
			if len(m.spans) == 0 {
				m.spans, m.spread = n.spans, n.spread
			}
			if m.sex == "" {
				m.sex = n.sex
			}
			i++
		} else if i+1 < len(list) && wholeBehind(s, m, list[i+1]) {
			m.last = list[i+1].last
			if len(m.spans) == 0 {
				m.spans, m.spread = list[i+1].spans, true
			}
			i++
		} else if i+1 < len(list) && pairOfWords(s, m, list[i+1]) {
			m.last, m.sex = list[i+1].last, ""
			if len(m.spans) == 0 {
				m.spans, m.spread = list[i+1].spans, list[i+1].spread
			}
			i++
		} else if i+1 < len(list) && twice(s, m, list[i+1]) {
			n := list[i+1]
			m.last = n.last
			if m.sex == "" {
				m.sex = n.sex
			}
			if len(m.spans) == 0 {
				m.spans, m.spread, m.past = n.spans, n.spread, n.past
			}
			i++
		}
		out = append(out, m)
	}
	return out
}

// spelled counts the mentions behind a group that spell out who its members
// are: "twee kinderen van acht en vijf jaar, een jongen en een meisje,".
func spelled(s *prose.Sentence, list []mention) int {
	g := list[0]
	if g.class != child || g.lo < 2 || g.hi != g.lo || len(g.spans) != g.lo || len(list) <= g.lo {
		return 0
	}
	last := g.last
	for _, m := range list[1 : 1+g.lo] {
		if m.class != child || m.plural || m.definite || m.prep != "" || len(m.spans) > 0 || m.first != last+2 {
			return 0
		}
		if w := at(s.Tokens, last+1); w != "," && w != "en" && w != "(" && w != ":" {
			return 0
		}
		last = m.last
	}
	return g.lo
}

// pairOfWords: "vier broertjes en zusjes", "acht jongens en meisjes" is one
// group with one number.
func pairOfWords(s *prose.Sentence, m, n mention) bool {
	return m.class == child && n.class == child && m.plural && n.plural && m.lo > 1 && m.hi == m.lo && n.lo == 0 && !n.definite &&
		m.sex != n.sex && n.first == m.last+2 && at(s.Tokens, m.last+1) == "en"
}

// wholeBehind: "een van twee zusjes, een tweeling van elf weken oud," tells of
// one of a group and then what the group is.
func wholeBehind(s *prose.Sentence, m, n mention) bool {
	return m.rank == "ander" && m.lo == 1 && m.word != "" && m.class == child && n.class == child && n.lo > 1 && n.lo == n.hi && len(n.spans) <= 1 &&
		!n.definiteWord(s) && n.first == m.last+2 && at(s.Tokens, m.last+1) == ","
}

// definiteWord reports whether a mention opens with a word that points back.
func (m mention) definiteWord(s *prose.Sentence) bool {
	return determiners[at(s.Tokens, m.first)]
}

// sameGroup: "beide kinderen, een tweeling van elf maanden," is one group.
func sameGroup(s *prose.Sentence, m, n mention) bool {
	return m.class == child && n.class == child && m.lo > 1 && m.lo == m.hi && n.lo == m.lo && n.hi == m.hi && !n.definite && n.prep == "" &&
		n.first == m.last+2 && at(s.Tokens, m.last+1) == ","
}

func twice(s *prose.Sentence, m, n mention) bool {
	if m.class != child && m.class != client || n.class != child || m.hi != 1 || n.hi != 1 || m.word == "" || n.word == "" || n.prep != "" || n.definite {
		return false
	}
	if m.sex != "" && n.sex != "" && m.sex != n.sex || len(m.spans) == 1 && len(n.spans) == 1 && !m.spans[0].overlaps(n.spans[0]) || sibling(n.word) {
		return false
	}
	if n.first != m.last+2 || at(s.Tokens, m.last+1) != "," {
		return false
	}
	if m.last > m.head && m.spans == nil {
		return true // "kind 1, een jongen van vijf"
	}
	switch at(s.Tokens, n.last+1) {
	case ",", ")", "", ".", ";":
		return at(s.Tokens, n.last+2) != "een" && at(s.Tokens, n.last+2) != "en"
	}
	return false
}

// appose makes "de jongste, een meisje van vijf weken" one mention.
func appose(s *prose.Sentence, list []mention) []mention {
	out := list[:0]
	for i := 0; i < len(list); i++ {
		if i+1 < len(list) && list[i].word == "" && list[i].rank != "" && list[i].class == child && list[i].hi == 1 {
			next := list[i+1]
			if at(s.Tokens, list[i].last+1) == "," && next.first == list[i].last+2 && next.class == child && next.hi == 1 {
				next.rank, next.definite, next.prep, next.by, next.of = list[i].rank, true, list[i].prep, list[i].by, list[i].of
				next.first = list[i].first
				if len(next.spans) == 0 {
					next.spans = list[i].spans
				}
				out = append(out, next)
				i++
				continue
			}
		}
		out = append(out, list[i])
	}
	return out
}
