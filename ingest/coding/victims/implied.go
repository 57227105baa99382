package victims

import "slices"

// suspects marks who is said to be suspected, arrested or convicted.
func (c *scene) suspects(r *reading, who [][]*person) {
	for i, t := range r.s.Tokens {
		switch t.Lower {
		case "verdacht", "verdachte", "verdachten", "dader", "aangehouden", "veroordeeld", "schuldig", "bekend", "aangemerkt", "vervolgd", "pleger":
		default:
			continue
		}
		if t.Lower == "bekend" && at(r.s.Tokens, i-1) != "heeft" || at(r.s.Tokens, i-1) == "niet" || at(r.s.Tokens, i-1) == "geen" {
			continue
		}
		best, distance := -1, 22
		for k, m := range r.mentions {
			d := abs(m.head-i) + r.crossed(min(m.head, i), max(m.head, i))/2
			if m.class != culprit && m.class != client && m.class != child && m.class != pronoun && d < distance && m.prep != "van" {
				best, distance = k, d
			}
		}
		if best >= 0 {
			for _, p := range who[best] {
				p.agent = true
			}
		}
	}
}

// implied gives whom a harm befalls that names nobody: who was struck in the
// sentence before, a child named earlier in this one, or who was spoken of.
func (c *scene) implied(r *reading, h harm, who [][]*person) []*person {
	harmed := c.focus
	if len(c.struck) > 0 && c.count-c.struckAt == 1 && (h.frame != naming || h.outcome < fatal) {
		harmed = c.struck // "Zij raakte …": whom the sentence before was about
	}
	for i, m := range r.mentions {
		if m.young() && m.head < h.first && !m.by && len(who[i]) > 0 {
			harmed = who[i] // "… raakte gewond; zij overleed later"
		}
	}
	if p := c.killer(h); p != nil {
		return []*person{p}
	}
	if p := c.meant(r, h); p != nil {
		harmed = []*person{p}
	}
	dead := slices.ContainsFunc(c.people, func(p *person) bool { return p.outcome == fatal && !p.agent && !p.earlier })
	if h.frame == naming && (h.outcome == fatal && dead || (h.outcome == fatal || h.outcome == other) && len(c.harmedYoung()) > 0) {
		return nil // "het overlijden", "het misbruik" of somebody known
	}
	return harmed
}

// killer gives the parent who died beside the children when a suicide is named
// without a person: "een misdrijf gevolgd door zelfdoding".
func (c *scene) killer(h harm) *person {
	if !h.self || h.frame != naming || h.attempt {
		return nil
	}
	var found *person
	killed := false
	for _, p := range c.people {
		killed = killed || p.young() && p.outcome == fatal && !p.self
		if p.young() || p.outcome != fatal || p.attacked || p.earlier {
			continue
		}
		if found != nil {
			return nil
		}
		found = p
	}
	if !killed {
		return nil
	}
	return found
}

// meant gives whom "hij" or "zij" means when that cannot be whoever was spoken
// of last: somebody of that sex, or with "zelf" the one who did it.
func (c *scene) meant(r *reading, h harm) *person {
	if h.frame == naming {
		return nil
	}
	sex := ""
	for k := -2; k <= 5; k++ {
		if s := r.sexAt(h.first - k); s != "" && (k <= 3 || h.self) {
			sex = s
		}
	}
	if sex == "" || slices.ContainsFunc(r.mentions, func(m mention) bool { return m.head < h.first }) {
		return nil
	}
	self := h.self && slices.ContainsFunc(c.people, func(p *person) bool { return p.young() && p.outcome == fatal && p.attacked })
	for k := -2; k <= 2; k++ {
		self = self || at(r.s.Tokens, h.first-k) == "zelf" || at(r.s.Tokens, h.last+k) == "zelf"
	}
	for i := len(c.people) - 1; i >= 0 && self; i-- {
		if p := c.people[i]; p.agent && !p.young() && (p.sex == sex || p.sex == "") {
			return p
		}
	}
	for _, p := range c.focus {
		if p.sex == sex || p.sex == "" || p.lo > 1 {
			return nil
		}
	}
	for i := len(c.people) - 1; i >= 0; i-- {
		if p := c.people[i]; p.sex == sex && p.young() && p.lo == 1 && !p.earlier {
			return p
		}
	}
	for _, p := range c.named {
		if p.sex == sex && p.lo == 1 && !p.agent {
			return p
		}
	}
	return nil
}

// afterwards gives a suicide that is told behind a killing ("waarna hij suïcide
// pleegde") to whoever killed, named or not.
func (c *scene) afterwards(r *reading, h harm, who [][]*person) bool {
	then := false
	for k := -3; k <= 5; k++ {
		switch at(r.s.Tokens, h.first-k) {
		case "waarna", "vervolgens", "daarna", "hierna", "nadien", "zichzelf", "zelf", "alvorens", "voordat":
			then = true
		}
	}
	killed := false
	for _, o := range r.harms {
		killed = killed || o.frame == object && o.first != h.first && o.outcome >= other
	}
	killed = killed || r.others(h)
	if !then || !killed {
		return false
	}
	for i, m := range r.mentions {
		for _, p := range who[i] {
			if (p.agent || r.others(h) && m.prep == "" && m.head < h.first) && !p.young() {
				p.outcome, p.self, p.agent = fatal, true, true
				return true
			}
		}
	}
	c.unnamed++
	return true
}

// others reports whether a suicide is told in one breath with the killing of
// others: "eerst hen en toen zichzelf van het leven beroofd".
func (r *reading) others(h harm) bool {
	for k := h.last; k > 0 && k > h.first-5; k-- {
		if at(r.s.Tokens, k) != "zichzelf" {
			continue
		}
		for n := 1; n <= 3; n++ {
			if at(r.s.Tokens, k-n) != "en" {
				continue
			}
			switch at(r.s.Tokens, k-n-1) {
			case "hen", "haar", "hem", "beiden", "ze":
				return true
			}
			for _, m := range r.mentions {
				if m.young() && m.last == k-n-1 {
					return true
				}
			}
		}
	}
	return false
}
