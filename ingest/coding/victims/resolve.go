package victims

import (
	"slices"
	"strings"
)

// resolve gives the persons a mention means, bringing in new ones where it may.
func (c *scene) resolve(r *reading, m *mention) []*person {
	switch {
	case m.none || m.class == people || m.lo > maxGroup:
		return nil
	case m.generic() && (c.closed || c.whole && r.usual() && len(c.harmedYoung()) > 0):
		return nil
	case m.word == "anderen":
		return nil // see apply
	case m.class == pronoun && m.word == "deze":
		if len(c.struck) > 0 {
			return c.struck
		}
		return c.focus
	case m.class == pronoun && m.lo == 2:
		return c.pair()
	case m.class == pronoun && m.lo > 2:
		return c.all(m.lo)
	case m.class == pronoun:
		return c.pronouns(m)
	case len(m.spans) > 1:
		return c.several(r, m)
	case m.plural || m.lo > 1 || m.hi != 1:
		return c.groups(r, m)
	}
	if p := c.known(r, m); p != nil {
		p.learn(m)
		return []*person{p}
	}
	return c.enter(r, m)
}

// pronouns gives "hij was vijftien" to whoever was spoken of last.
func (c *scene) pronouns(m *mention) []*person {
	if n := len(m.spans); n > 1 && n == len(c.focus) {
		for i, p := range c.focus {
			one := *m
			one.spans = m.spans[i : i+1]
			p.learn(&one)
		}
		return c.focus
	}
	if len(c.focus) == 1 && c.focus[0].lo <= 1 {
		if p := c.focus[0]; p.span == nil {
			p.learn(m)
		}
		return c.focus
	}
	return nil
}

// others gives "de twee anderen": the young people who were not struck last,
// or the rest of their group.
func (c *scene) others(m *mention) []*person {
	var out []*person
	n := 0
	for _, p := range c.people {
		if p.young() && !p.earlier && p.parts == 0 && !slices.Contains(c.struck, p) {
			out = append(out, p)
			n += max(1, p.lo)
		}
	}
	if m.lo == 0 || n == m.lo {
		return out
	}
	for _, p := range c.people {
		if lo, _ := p.rest(); p.parts > 0 && lo == m.lo {
			return []*person{p}
		}
	}
	return nil
}

// pair gives "beiden" to the two last spoken of.
func (c *scene) pair() []*person {
	if len(c.focus) == 2 || len(c.focus) == 1 && c.focus[0].lo == 2 {
		return c.focus
	}
	if len(c.named) == 2 && c.named[0].lo == 1 && c.named[1].lo == 1 && c.named[0] != c.named[1] {
		return c.named
	}
	var young []*person
	for _, p := range c.people {
		if p.young() && !p.earlier {
			young = append(young, p)
		}
	}
	if len(young) >= 2 {
		return young[len(young)-2:]
	}
	return nil
}

// all gives "alle drie" to everybody of the case, or to the young, whichever
// is that many.
func (c *scene) all(n int) []*person {
	for _, fits := range []func(*person) bool{(*person).young, func(p *person) bool { return !p.agent }, func(p *person) bool { return true }} {
		var out []*person
		total := 0
		for _, p := range c.people {
			if !p.earlier && p.whole == nil && fits(p) {
				out = append(out, p)
				total += max(1, p.lo)
			}
		}
		if total == n {
			return out
		}
	}
	return nil
}

// several gives each age of a list its own person: "twee kinderen van 2 en 4".
func (c *scene) several(r *reading, m *mention) []*person {
	if m.plural && m.lo > len(m.spans) && m.hi == m.lo {
		// "drie jongens van zestien en zeventien": a range for the group.
		wide := m.spans[0]
		for _, s := range m.spans {
			wide = span{min(wide.lo, s.lo), max(wide.hi, s.hi)}
		}
		m.spans, m.spread = []span{wide}, true
		return c.groups(r, m)
	}
	var out []*person
	for i, s := range m.spans {
		one := *m
		if i < len(m.sexes) {
			one.sex = m.sexes[i]
		}
		one.spans, one.plural, one.lo, one.hi, one.rank, one.definite = []span{s}, false, 1, 1, "", false
		var p *person
		for _, q := range c.people {
			if q.entered != c.count && q.span != nil && q.span.overlaps(s) && c.fits(r, &one, q) && !slices.Contains(out, q) {
				p = q
			}
		}
		if p != nil {
			out = append(out, p)
			continue
		}
		out = append(out, c.enter(r, &one)...)
	}
	return out
}

// groups resolves "de kinderen", "beide broers", "zes meisjes".
func (c *scene) groups(r *reading, m *mention) []*person {
	if m.hi < 0 && m.lo <= 1 && !m.definite && len(m.spans) == 0 {
		return nil // "kinderen" in general
	}
	if m.rank == "ander" && c.divisible(m) {
		return c.enter(r, m) // "twee van hen"
	}
	if m.rank == "ander" && m.definite && m.lo > 1 && len(c.struck) > 0 && len(m.spans) == 0 {
		if rest := c.others(m); len(rest) > 0 {
			return rest
		}
	}
	var fit []*person
	total := 0
	for _, p := range c.people {
		if !p.earlier && p.whole == nil && c.fitsGroup(m, p) {
			fit = append(fit, p)
			total += max(1, p.lo)
		}
	}
	switch {
	case len(fit) > 0 && m.hi < 0 && m.lo <= 1:
		c.share(m, fit)
		return fit
	case len(fit) > 0 && total == m.lo:
		c.share(m, fit)
		return fit
	case len(fit) == 1 && m.lo > 0 && fit[0].lo > m.lo && m.word != fit[0].word:
		return c.enter(r, m) // "drie kinderen … de tweeling"
	case len(fit) > 0 && m.definite && total > m.lo && m.lo > 0:
		return c.latest(fit, m.lo)
	case m.hi < 0 && m.lo <= 1:
		m.lo = 2
	}
	return c.enter(r, m)
}

// share gives a group's ages to its members.
func (c *scene) share(m *mention, list []*person) {
	if len(m.spans) != 1 {
		return
	}
	for _, p := range list {
		if p.span == nil {
			p.learn(m)
		}
	}
}

// latest gives the last people that make up a number.
func (c *scene) latest(fit []*person, n int) []*person {
	sum := 0
	for i := len(fit) - 1; i >= 0; i-- {
		sum += max(1, fit[i].lo)
		if sum >= n {
			return fit[i:]
		}
	}
	return fit
}

func (c *scene) fitsGroup(m *mention, p *person) bool {
	if !sameKind(m.class, p.class) || m.sex != "" && p.sex != "" && m.sex != p.sex {
		return false
	}
	return len(m.spans) == 0 || p.span == nil || m.spans[0].overlaps(*p.span)
}

// learn adds what a mention tells of somebody.
func (p *person) learn(m *mention) {
	if p.sex == "" {
		p.sex = m.sex
	}
	p.newborn = p.newborn || m.newborn
	if len(m.spans) == 1 && (p.span == nil || m.past || p.loose && !m.loose || !m.loose && m.spans[0].sharpens(*p.span)) {
		s := m.spans[0]
		p.span, p.spread, p.loose = &s, m.spread, m.loose
	}
}

func sameKind(a, b class) bool {
	young := func(c class) bool { return c == child || c == client || c == pronoun }
	grown := func(c class) bool { return c == parent || c == partner || c == adult }
	return a == b || young(a) && young(b) || grown(a) && grown(b)
}

var siblings = []string{"broer", "broertje", "zus", "zusje", "zuster", "zustertje", "halfbroer", "halfbroertje", "halfzus", "halfzusje",
	"stiefbroer", "stiefbroertje", "stiefzus", "stiefzusje", "nichtje", "neefje", "tweelingbroer", "tweelingzus", "tweelingzusje", "tweelingbroertje"}

func sibling(word string) bool { return slices.Contains(siblings, word) }

// fits reports whether a mention of one can be a person who is known.
func (c *scene) fits(r *reading, m *mention, p *person) bool {
	switch {
	case p.earlier || !sameKind(m.class, p.class):
		return false
	case m.sex != "" && p.sex != "" && m.sex != p.sex:
		return false
	case !m.young() && m.class != p.class && (m.sex == "" || p.sex == ""):
		return false
	case m.unborn != p.unborn:
		return false
	case len(m.spans) == 1 && p.span != nil && !p.spread && !m.loose && !p.loose && !m.spans[0].overlaps(*p.span):
		return false
	case m.class == child && sibling(m.word) != sibling(p.word) && (m.word != "" && sibling(m.word) || sibling(p.word) && len(c.harmedYoung()) > 1):
		return false
	}
	// "moeder" and "grootmoeder" are told apart by class; "stiefvader" and
	// "vader" only by word.
	return !(p.class == parent && m.class == parent && strings.HasPrefix(m.word, "stief") != strings.HasPrefix(p.word, "stief"))
}

// known finds the person a singular mention means, or nil.
func (c *scene) known(r *reading, m *mention) *person {
	if m.rank != "" && m.young() {
		if p := c.ranked(r, m); p != nil {
			return p
		}
	}
	for i := len(c.people) - 1; i >= 0; i-- {
		p := c.people[i]
		if !c.fits(r, m, p) || p.lo > 1 || p.hi != 1 {
			continue
		}
		sameAge := len(m.spans) == 1 && p.span != nil && m.spans[0].overlaps(*p.span)
		switch {
		case p.entered == c.count && !(m.definite && m.group != p.group):
			continue // two mentions of one sentence are two people
		case m.rank != "" && p.at.rank != m.rank && !sameAge:
			continue
		case m.definite && (p.span == nil || len(m.spans) == 0 || sameAge || m.loose || p.loose):
			return c.preferred(r, m, p)
		case sameAge && (!p.sameSentence(r) || m.definite):
			return p
		case !m.definite && !p.samePassage(r) && (len(m.spans) == 0 || p.span == nil):
			return c.preferred(r, m, p)
		}
	}
	return nil
}

// preferred picks, of those a vague mention may mean, the one already harmed.
func (c *scene) preferred(r *reading, m *mention, first *person) *person {
	for _, p := range c.people {
		if p.outcome > first.outcome && p.outcome >= other && c.fits(r, m, p) && p.lo <= 1 && p.hi == 1 && p.entered != c.count && m.class == child && len(c.focus) != 1 {
			return p
		}
	}
	return first
}

func (p *person) sameSentence(r *reading) bool { return p.told != nil && p.told.s.Number == r.s.Number }

func (p *person) samePassage(r *reading) bool {
	return p.told != nil && p.told.s.Passage == r.s.Passage
}

// ranked finds "de jongste", "de oudste", "de ander" among those known.
func (c *scene) ranked(r *reading, m *mention) *person {
	var aged []*person
	for _, p := range c.people {
		if p.young() && p.lo <= 1 && p.hi == 1 && p.span != nil && !p.earlier && (m.sex == "" || p.sex == "" || m.sex == p.sex) && (p.entered != c.count || m.word == "") {
			aged = append(aged, p)
		}
	}
	if len(aged) < 2 || len(m.spans) > 0 {
		return nil
	}
	slices.SortStableFunc(aged, func(a, b *person) int { return a.span.lo - b.span.lo })
	switch m.rank {
	case "jongste":
		return aged[0]
	case "oudste":
		return aged[len(aged)-1]
	case "middelste":
		if len(aged) == 3 {
			return aged[1]
		}
	}
	return nil
}
