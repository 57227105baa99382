package victims

import (
	"rodedraad/data"
)

// person is somebody in a case, or a group of whom only the number is known.
type person struct {
	class     class
	sex       string
	word      string // the noun that brought them in
	lo, hi    int    // number; hi < 0 is at least lo
	span      *span
	spread    bool
	outcome   int
	agent     bool // did it, or is suspected
	self      bool // died or was hurt by own hand
	whole     *person
	parts     int // individuals told apart from the group
	entered   int // number of the reading in which the person came in
	group     int // the group of mentions it came in with
	told      *reading
	at        mention
	harmed    *reading // the sentence of the outcome
	by        harm
	earlier   bool // an earlier death or another case
	attacked  bool
	loose     bool // the span may be of another time, see mention.loose
	shared    bool // the outcome was told of a group as a whole
	unborn    bool
	newborn   bool
	elsewhere bool // was with somebody else when it happened
}

// rest is how many of a group have not been told apart.
func (p *person) rest() (lo, hi int) {
	lo, hi = max(0, p.lo-p.parts), p.hi
	if hi >= 0 {
		hi = max(0, hi-p.parts)
	}
	return lo, hi
}

func (p *person) young() bool { return p.class == child || p.class == client }

// scene is one case while it is read.
type scene struct {
	label     string
	people    []*person
	focus     []*person // who was spoken of last
	struck    []*person // whom the last harm befell
	struckAt  int       // the number of that sentence
	named     []*person // who the sentence before was about, grown-ups too
	unnamed   int       // killers without a noun who died by their own hand
	readings  []*reading
	open      bool // whether new people may come in
	closed    bool // the passage that tells the event is read
	count     int
	whole     bool          // a case in a whole document, not in a lone passage
	year      int           // of the first harm to a child that is told with a date
	together  bool          // the present harm befalls several at once
	published data.Date     // when the document came out
	general   *data.Passage // a passage that went on to speak of children at large
}

// add reads a sentence into the scene.
func (c *scene) add(r *reading) {
	c.count++
	c.readings = append(c.readings, r)
	if c.atLarge(r) {
		return
	}
	who := make([][]*person, len(r.mentions))
	for i := range r.mentions {
		who[i] = c.resolve(r, &r.mentions[i])
	}
	c.suspects(r, who)
	for _, h := range r.harms {
		c.apply(r, h, who)
	}
	c.named = nil
	for i := range r.mentions {
		m := &r.mentions[i]
		if !m.by && m.class != pronoun {
			c.named = append(c.named, who[i]...)
		}
	}
	c.attend(r, who)
}

// attend keeps in mind who a sentence was about: the last child it names, but
// one beside another ("ruzie met een groepsgenoot") only when it names no other.
func (c *scene) attend(r *reading, who [][]*person) {
	main := false
	for i := range r.mentions {
		m := &r.mentions[i]
		if m.class != child && m.class != client || len(who[i]) == 0 || m.by {
			continue
		}
		beside := m.prep == "met" || m.prep == "tegen" || m.prep == "naast"
		if !beside || !main {
			c.focus = who[i]
		}
		main = main || !beside
	}
}

// apply gives a harm to those it befalls.
func (c *scene) apply(r *reading, h harm, who [][]*person) {
	list, agent := r.victims(h)
	if agent >= 0 {
		for _, p := range who[agent] {
			p.agent = true
		}
	}
	if h.self && !h.attempt && h.outcome == fatal && c.afterwards(r, h, who) {
		return
	}
	var harmed []*person
	for _, i := range list {
		m := r.mentions[i]
		if h.frame == naming && !m.young() && !(m.of && m.first > h.last && m.first-h.last <= 4) && !r.had(h, m) {
			continue
		}
		if m.word == "anderen" {
			who[i] = c.others(&m) // who they are depends on who was struck just before
		}
		harmed = append(harmed, who[i]...)
	}
	if len(list) == 0 {
		harmed = c.implied(r, h, who)
	}
	c.together = len(harmed) > 1 && len(list) == 0
	for _, p := range harmed {
		c.strike(r, h, p)
	}
	if len(harmed) > 0 {
		c.struck, c.struckAt = harmed, c.count
	}
}

// maxPeople is how many people one case is read with.
const maxPeople = 150

// maxGroup is the largest number that is read as the victims of one case;
// more is a statistic.
const maxGroup = 30

func (m mention) young() bool { return m.class == child || m.class == client || m.class == pronoun }

// had reports whether a harm that is a noun is said of a person: "de moeder
// liep brandwonden op", "moeder: gebroken neus".
func (r *reading) had(h harm, m mention) bool {
	if h.outcome == fatal {
		return false
	}
	if at(r.s.Tokens, h.first-1) == "met" && m.head < h.first {
		return true // "werden met brandwonden opgenomen"
	}
	for i := min(m.head, h.first); i <= min(max(h.last, m.head)+2, len(r.s.Tokens)-1); i++ {
		switch r.s.Tokens[i].Lower {
		case "liep", "liepen", "opliep", "opliepen", "had", "hadden", "hield", "brak", ":", "opgelopen":
			return true
		}
	}
	return false
}

// strike sets somebody's state: the graver and later one counts.
func (c *scene) strike(r *reading, h harm, p *person) {
	switch {
	case h.outcome == unharmed && !p.young() && !(p.class == staff && p.attacked):
		return
	case !c.open && (!p.young() || p.outcome >= serious):
		return
	case p.agent && !p.young() && h.frame == object:
		return // "haar vader bekende dat hij haar heeft gedood": he did it
	case h.survived && p.outcome == fatal, h.survived && p.outcome == unknown && !p.attacked:
		return
	}
	if h.frame == object {
		p.attacked = true
	}
	p.elsewhere = p.elsewhere || h.outcome == unharmed && (r.away() || c.whole && !r.present(h))
	if c.whole && c.before(r) && p.entered != c.count && p.outcome == unknown && p.young() {
		return // what befell a sibling years before
	}
	if r.background(p, c, h) {
		p.earlier = p.outcome == unknown
		return
	}
	if p.young() && c.year == 0 && h.outcome >= other {
		c.year = c.yearTold(r)
	}
	if h.outcome > p.outcome || h.outcome >= other && p.shared && !c.together && p.outcome == serious {
		// What is told of one weighs more than what was told of all.
		p.outcome, p.harmed, p.by = h.outcome, r, h
		p.shared = c.together
	}
	if h.self && h.outcome >= p.outcome {
		p.self = true
	}
}

func (c *scene) harmedYoung() []*person {
	var out []*person
	for _, p := range c.people {
		if p.young() && p.outcome >= other {
			out = append(out, p)
		}
	}
	return out
}
