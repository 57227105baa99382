package victims

import (
	"slices"
	"strings"

	"rodedraad/data"
)

// report turns the people of a case into victim rows, and counts the
// perpetrators who died.
func (c *scene) report() (rows []row, perpetrators int) {
	c.judge()
	harmedYoung := len(c.harmedYoung()) > 0
	perpetrators = c.unnamed
	var counted []string
	for _, p := range c.people {
		if p.outcome == unknown || p.earlier {
			continue
		}
		if p.newborn && p.span == nil {
			p.span = &span{0, 0}
		}
		if p.agent || p.class == culprit {
			if p.outcome == fatal && !slices.Contains(counted, p.sex) {
				// "een man" and "de vader" who killed are one.
				perpetrators += max(1, p.lo)
				counted = append(counted, p.sex)
			}
			continue
		}
		lo, hi := p.rest()
		if hi == 0 || lo == 0 && p.parts > 0 {
			continue
		}
		if p.outcome == unharmed && (p.elsewhere || peer(p.word) || !p.young() && p.class != staff || lo > 3 && p.span == nil) {
			continue // other residents of a home are not the family's children
		}
		rows = append(rows, row{person: p, lo: lo, hi: hi, role: c.role(p, harmedYoung)})
	}
	return merge(rows), perpetrators
}

// peer reports whether a noun means a child that is no kin of the victim.
func peer(word string) bool {
	return strings.Contains(word, "genoot") || strings.Contains(word, "genoten") || strings.HasPrefix(word, "mede") || word == "bewoners"
}

// row is a victim row with the people it stands for.
type row struct {
	person *person
	lo, hi int
	role   string
}

// judge decides who acted: a parent who died by own hand where children were
// killed, or whom the sentence names as the one who did it.
func (c *scene) judge() {
	for _, p := range c.people {
		if w := p.whole; w != nil && c.whole && p.outcome == unknown && p.lo == 1 && p.hi == 1 && w.parts > 0 && (p.span == nil || p.span == w.span) && (p.sex == "" || p.sex == w.sex) && p.harmed == nil {
			w.parts-- // nothing is told of this one that does not hold for all
			p.whole, p.earlier = nil, true
			continue
		}
		if w := p.whole; w != nil && w.outcome != unknown && (p.outcome == unknown || w.outcome == fatal && p.outcome > unharmed && p.outcome < fatal) {
			// "Drie kinderen zijn overleden: een jongen …": what befell all.
			p.outcome, p.harmed, p.by, p.attacked = w.outcome, w.harmed, w.by, w.attacked
		}
	}
	killed := false
	for _, p := range c.people {
		killed = killed || p.outcome == fatal && !p.self && !p.agent && (p.young() || p.class == partner)
	}
	for _, p := range c.people {
		grown := p.class == parent || p.class == adult || p.class == partner || p.class == kin
		if grown && p.self && p.outcome == fatal && killed {
			p.agent = true
		}
	}
	c.killers()
}

// killers ties suicides of a killer who was not named to the grown-up of whom
// it is told that they died, and counts one killer once, however often the
// report tells it.
func (c *scene) killers() {
	if c.unnamed == 0 {
		return
	}
	c.unnamed = 1
	var dead *person
	for _, p := range c.people {
		if p.young() || p.outcome != fatal || p.earlier || p.attacked && !p.agent {
			continue
		}
		if dead != nil && !p.agent {
			continue
		}
		dead = p
	}
	if dead != nil {
		dead.agent, c.unnamed = true, 0
	}
}

// doubt takes back light harm of somebody of whom a whole report tells neither
// age nor injury, beside a victim who died or was gravely hurt: "mishandeling"
// and "letsel" are words a report uses of many.
func (c *scene) doubt() {
	grave := slices.ContainsFunc(c.people, func(p *person) bool { return p.outcome >= serious && !p.agent && !p.earlier })
	for _, p := range c.people {
		if grave && p.outcome == other && p.span == nil && p.by.frame != subject && p.parts == 0 && p.whole == nil {
			p.outcome = unknown
		}
	}
}

// late takes back victims who come in behind the passages that tell the event,
// without an age, a number or a date of their own, when those passages have
// victims: it is the same child under another noun, or somebody in passing.
func (c *scene) late(central func(*reading) bool) {
	anchored := slices.ContainsFunc(c.people, func(p *person) bool {
		return p.young() && p.outcome >= other && !p.earlier && p.harmed != nil && central(p.harmed)
	})
	if !anchored {
		return
	}
	for _, p := range c.people {
		if p.outcome >= other && !p.agent && p.span == nil && p.lo <= 1 && p.parts == 0 && p.told != nil && p.harmed != nil &&
			!central(p.told) && !central(p.harmed) && len(p.harmed.dates()) == 0 {
			p.outcome = unknown
		}
	}
}

func (c *scene) role(p *person, harmedYoung bool) string {
	switch p.class {
	case child, client:
		if p.outcome == unharmed && c.anyHarmed() {
			return "ander_kind_gezin"
		}
		return "primair_kind"
	case partner:
		return "partner_of_ex"
	case parent:
		if c.byPartner(p) {
			return "partner_of_ex"
		}
		return "ouder"
	case adult:
		return "partner_of_ex"
	case staff:
		return "professional"
	}
	return "derde"
}

func (c *scene) anyHarmed() bool {
	return slices.ContainsFunc(c.people, func(p *person) bool { return p.outcome >= other && !p.agent && !p.earlier })
}

// byPartner reports whether a parent was harmed by the other parent or a
// partner.
func (c *scene) byPartner(p *person) bool {
	if p.self {
		return false
	}
	return slices.ContainsFunc(c.people, func(q *person) bool {
		return q != p && q.agent && (q.class == partner || q.class == parent || q.class == adult) && q.sex != p.sex
	})
}

// merge joins rows of which the same is known, as the codebook's one row per
// group asks.
func merge(rows []row) []row {
	var out []row
	for _, r := range rows {
		i := slices.IndexFunc(out, func(o row) bool { return o.same(r) })
		if i < 0 {
			out = append(out, r)
			continue
		}
		out[i].lo += r.lo
		if out[i].hi < 0 || r.hi < 0 {
			out[i].hi = -1
		} else {
			out[i].hi += r.hi
		}
	}
	return out
}

func (r row) same(o row) bool {
	a, b := r.person, o.person
	equal := a.span == nil && b.span == nil || a.span != nil && b.span != nil && *a.span == *b.span
	return equal && a.outcome == b.outcome && a.sex == b.sex && r.role == o.role && (a.group == b.group || a.span != nil || a.whole != nil)
}

// victim gives the row as the vocabulary has it.
func (r row) victim(number int) data.Victim {
	v := data.Victim{Number: number, CountMin: r.lo, CountMax: r.hi, Outcome: outcomeCodes[r.person.outcome], Sex: "niet_vermeld", Role: r.role}
	if r.person.sex != "" {
		v.Sex = r.person.sex
	}
	if s := r.person.span; s != nil {
		lo, hi := s.lo, s.hi
		v.AgeMonthsMin, v.AgeMonthsMax = &lo, &hi
	}
	v.AgeGroup = data.AgeGroup(v.AgeMonthsMin, v.AgeMonthsMax)
	return v
}
