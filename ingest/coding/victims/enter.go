package victims

import "strings"

// divisible reports whether a group is known of which a mention without a noun
// can be a part.
func (c *scene) divisible(m *mention) bool {
	for _, g := range c.people {
		lo, hi := g.rest()
		if g.at.rank != "" && m.rank != "" && g.at.rank != m.rank && g.young() {
			return true
		}
		if g.young() && !g.earlier && (g.lo >= 2 || g.hi < 0) && (hi < 0 || lo >= m.lo) {
			return true
		}
	}
	return false
}

// enter brings in a new person, out of a group already counted if it can be.
func (c *scene) enter(r *reading, m *mention) []*person {
	if len(c.people) >= maxPeople || !c.open && !(m.young() && c.divisible(m)) {
		return nil
	}
	if m.word == "" && (len(r.harms) == 0 && len(m.spans) == 0 || !c.divisible(m)) {
		return nil // "de ander" of nobody
	}
	p := &person{class: m.class, sex: m.sex, word: m.word, lo: m.lo, hi: m.hi, entered: c.count, group: m.group, told: r, at: *m}
	if len(m.spans) == 1 {
		s := m.spans[0]
		p.span, p.spread, p.loose = &s, m.spread, m.loose
	}
	p.unborn, p.newborn = m.unborn, m.newborn
	if g := c.wholeOf(m, p.span); g != nil {
		g.parts += max(1, m.lo)
		p.whole = g
		if p.sex == "" {
			p.sex = g.sex
		}
		if p.span == nil && !p.unborn {
			p.span, p.spread = g.span, g.spread
		}
	}
	if p.span == nil && strings.HasPrefix(m.word, "tweeling") {
		p.span = c.twin(p)
	}
	c.people = append(c.people, p)
	return []*person{p}
}

// twin gives the age of the only other child whose age is told.
func (c *scene) twin(p *person) *span {
	var found *span
	for _, q := range c.people {
		if q.young() && q != p && q.span != nil && !q.earlier {
			if found != nil && *found != *q.span {
				return nil
			}
			found = q.span
		}
	}
	return found
}

// wholeOf finds the group out of which a new mention tells somebody apart: the
// latest that was itself no part, else the latest part with people left.
func (c *scene) wholeOf(m *mention, age *span) *person {
	var found *person
	for _, g := range c.people {
		lo, hi := g.rest()
		switch {
		case !m.young() || !g.young() || g.earlier || g.lo < 2 && g.hi == 1:
		case g.at.rank != "" && m.rank != "" && g.at.rank != m.rank: // "de twee jongsten … de oudste"
		case hi == 0 || lo == 0 && hi >= 0 || hi >= 0 && m.lo > lo:
		case m.sex != "" && g.sex != "" && m.sex != g.sex:
		case age != nil && g.span != nil && !age.overlaps(*g.span):
		case sibling(m.word) && !sibling(g.word) && g.outcome != unknown && m.definite && g.parts == 0: // "hun zusje" is none of them
		case found == nil || found.whole != nil || g.whole == nil:
			found = g
		}
	}
	return found
}
