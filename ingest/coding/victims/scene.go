package victims

import (
	"slices"
	"strings"

	"rodedraad/data"
)

// person is somebody in a case, or a group of whom only the number is known.
type person struct {
	class    class
	sex      string
	word     string // the noun that brought them in
	lo, hi   int    // number; hi < 0 is at least lo
	span     *span
	spread   bool
	outcome  int
	agent    bool // did it, or is suspected
	self     bool // died or was hurt by own hand
	whole    *person
	parts    int // individuals told apart from the group
	entered  int // number of the reading in which the person came in
	group    int // the group of mentions it came in with
	told     *reading
	at       mention
	harmed   *reading // the sentence of the outcome
	by       harm
	earlier  bool // an earlier death or another case
	attacked bool
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
	label    string
	people   []*person
	focus    []*person // who was spoken of last
	struck   []*person // whom the last harm befell
	struckAt int       // the number of that sentence
	unnamed  int       // killers without a noun who died by their own hand
	readings []*reading
	open     bool // whether new people may come in
	count    int
}

// add reads a sentence into the scene.
func (c *scene) add(r *reading) {
	c.count++
	c.readings = append(c.readings, r)
	who := make([][]*person, len(r.mentions))
	for i := range r.mentions {
		who[i] = c.resolve(r, &r.mentions[i])
	}
	c.suspects(r, who)
	for _, h := range r.harms {
		c.apply(r, h, who)
	}
	for i := range r.mentions {
		m := &r.mentions[i]
		if (m.class == child || m.class == client) && len(who[i]) > 0 && !m.by {
			c.focus = who[i]
		}
	}
}

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
			if m.class != culprit && m.class != client && (m.class != child || m.definite && m.class == child && m.spans == nil && false) && d < distance && m.prep != "van" {
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
		harmed = c.focus
		if len(c.struck) > 0 && c.count-c.struckAt == 1 && (h.frame != naming || h.outcome < fatal) {
			harmed = c.struck // "Zij raakte …": whom the sentence before was about
		}
		for i, m := range r.mentions {
			if m.young() && m.head < h.first && !m.by && len(who[i]) > 0 {
				harmed = who[i] // "… raakte gewond; zij overleed later"
			}
		}
		if h.frame == naming && h.outcome == fatal && len(c.harmedYoung()) > 0 {
			harmed = nil // "het overlijden" of somebody known
		}
	}
	for _, p := range harmed {
		c.strike(r, h, p)
	}
	if len(harmed) > 0 {
		c.struck, c.struckAt = harmed, c.count
	}
}

// maxGroup is the largest number that is read as the victims of one case;
// more is a statistic.
const maxGroup = 30

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
	if !then || !killed {
		return false
	}
	for i := range r.mentions {
		for _, p := range who[i] {
			if p.agent && !p.young() {
				p.outcome, p.self = fatal, true
				return true
			}
		}
	}
	c.unnamed++
	return true
}

func (m mention) young() bool { return m.class == child || m.class == client || m.class == pronoun }

// had reports whether a harm that is a noun is said of a person: "de moeder
// liep brandwonden op", "moeder: gebroken neus".
func (r *reading) had(h harm, m mention) bool {
	if h.outcome == fatal {
		return false
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
	case h.survived && p.outcome == fatal, h.survived && p.outcome == unknown && !p.attacked:
		return
	}
	if h.frame == object {
		p.attacked = true
	}
	if r.background(p, c, h) {
		p.earlier = p.outcome == unknown
		return
	}
	if h.outcome > p.outcome {
		p.outcome, p.harmed, p.by = h.outcome, r, h
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

// background reports whether what is told is of an earlier time or another
// case: "een eerder kind stierf in 2001".
func (r *reading) background(p *person, c *scene, h harm) bool {
	if r.has("elders") || r.has("algemeen") {
		return true
	}
	if p.entered != c.count {
		return false
	}
	known := len(c.harmedYoung()) > 0
	for _, d := range r.s.Dates() {
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

// resolve gives the persons a mention means, bringing in new ones where it may.
func (c *scene) resolve(r *reading, m *mention) []*person {
	switch {
	case m.none || m.class == people || m.lo > maxGroup:
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
	for _, s := range m.spans {
		one := *m
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
	if len(m.spans) == 1 && (p.span == nil || m.past) {
		s := m.spans[0]
		p.span, p.spread = &s, m.spread
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
	case len(m.spans) == 1 && p.span != nil && !p.spread && !m.spans[0].overlaps(*p.span):
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
		case m.definite && (p.span == nil || len(m.spans) == 0 || sameAge):
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
	}
	return nil
}

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
	if !c.open && !(m.young() && c.divisible(m)) {
		return nil
	}
	if m.word == "" && (len(r.harms) == 0 || !c.divisible(m)) {
		return nil // "de ander" of nobody
	}
	p := &person{class: m.class, sex: m.sex, word: m.word, lo: m.lo, hi: m.hi, entered: c.count, group: m.group, told: r, at: *m}
	if len(m.spans) == 1 {
		s := m.spans[0]
		p.span, p.spread = &s, m.spread
	}
	if g := c.wholeOf(m, p.span); g != nil {
		g.parts += max(1, m.lo)
		p.whole = g
		if p.sex == "" {
			p.sex = g.sex
		}
		if p.span == nil {
			p.span, p.spread = g.span, g.spread
		}
	}
	c.people = append(c.people, p)
	return []*person{p}
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
		case sibling(m.word) && !sibling(g.word) && g.outcome != unknown && m.definite:
		case found == nil || found.whole != nil || g.whole == nil:
			found = g
		}
	}
	return found
}
