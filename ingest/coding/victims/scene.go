package victims

import (
	"slices"

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
		if (m.class == child || m.class == client) && len(who[i]) > 0 && !m.by {
			c.focus = who[i]
		}
	}
}

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
	if h.frame == naming && (h.outcome == fatal || h.outcome == other) && len(c.harmedYoung()) > 0 {
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

// maxPeople is how many people one case is read with.
const maxPeople = 150

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
