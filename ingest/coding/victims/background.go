package victims

import "rodedraad/data"

// atLarge reports whether a sentence goes on about children at large, behind
// one with a figure of the whole country: "Een deel van hen wordt gedood door
// een ouder".
func (c *scene) atLarge(r *reading) bool {
	if r.has("algemeen") && len(r.mentions) > 0 && c.whole {
		c.general = r.s.Passage
		return false
	}
	if c.general != r.s.Passage {
		return false
	}
	for _, m := range r.mentions {
		if m.young() && m.definite && m.class != pronoun && m.prep != "van" {
			return false
		}
	}
	for _, d := range r.dates() {
		if d.Date.Precision != data.Year {
			return false
		}
	}
	return true
}

// present reports whether an unharmed person was in the danger itself: stayed
// or was found unharmed, or was in the house. "Is onderzocht en was ongedeerd",
// "is ongedeerd en woont nu elders" tell only of a state.
func (r *reading) present(h harm) bool {
	if at(r.s.Tokens, h.last) == "gezondheid" {
		return r.inside()
	}
	for i := h.first - 1; i >= 0 && i > h.first-4; i-- {
		if w := at(r.s.Tokens, i); w == "is" || w == "was" || w == "waren" || w == "zijn" {
			return at(r.s.Tokens, h.last+1) == "gebleven" || r.inside()
		}
	}
	return true
}

// inside reports whether a sentence tells where somebody was or what they did
// at the moment of the event.
func (r *reading) inside() bool {
	for _, t := range r.s.Tokens {
		switch t.Lower {
		case "woning", "huis", "thuis", "kamer", "sliep", "sliepen", "bed", "aanwezig", "boven", "gebleven", "zolder":
			return true
		}
	}
	return false
}

// away reports whether a sentence says that who stayed unharmed was with
// somebody else: "was op dat tijdstip bij een tante en bleef ongedeerd".
func (r *reading) away() bool {
	for _, m := range r.mentions {
		if m.prep == "bij" && (m.class == kin || m.class == third || m.class == parent && !m.definite) {
			return true
		}
	}
	for i, t := range r.s.Tokens {
		switch t.Lower {
		case "logeerde", "logeerden":
			return true
		case "elders": // not "verblijft nu elders"
			if before := at(r.s.Tokens, i-1); before != "nu" && before != "inmiddels" && before != "sindsdien" {
				return true
			}
		}
	}
	return false
}

// yearTold gives the year of the date that a sentence, or the one before it in
// its passage, tells a harm with; 0 for none.
func (c *scene) yearTold(r *reading) int {
	for k := len(c.readings) - 1; k >= 0 && k > len(c.readings)-4; k-- {
		if c.readings[k].s.Passage != r.s.Passage {
			break
		}
		for _, d := range c.readings[k].dates() {
			if c.readings[k].worth(d) <= -5 {
				continue
			}
			if d.Complete() {
				return d.Date.Year
			}
			if y := c.yearNear(k, 0); y > 0 {
				return y
			}
		}
	}
	return 0
}

// before reports whether a sentence tells of a year before that of the case,
// and of no later one.
func (c *scene) before(r *reading) bool {
	latest := 0
	for _, d := range r.dates() {
		latest = max(latest, d.Date.Year, d.To.Year)
	}
	return latest > 0 && latest < c.year
}

// background reports whether what is told is of an earlier time or another
// case: "een eerder kind stierf in 2001".
func (r *reading) background(p *person, c *scene, h harm) bool {
	if r.has("elders") || r.has("algemeen") {
		return true
	}
	if p.entered != c.count && (p.young() || p.outcome != unknown) {
		return false
	}
	if c.whole && c.before(r) {
		return true
	}
	known := len(c.harmedYoung()) > 0
	for _, d := range r.dates() {
		if known && d.To.Known() && d.Date.Precision == data.Year && p.hi != 1 {
			return true // a number over years is a statistic
		}
	}
	for _, e := range r.cues["eerder"] {
		switch at(r.s.Tokens, e.First-1) {
		case "dag", "dagen", "uur", "uren", "week", "weken":
			continue
		}
		if known || e.First < h.first && h.first-e.First < 12 && r.crossed(e.First, h.first) < 8 {
			return true
		}
	}
	return false
}
