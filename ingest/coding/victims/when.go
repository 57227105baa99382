package victims

import (
	"slices"
	"strings"

	"rodedraad/data"
	"rodedraad/ingest/coding/prose"
)

// moment is a date of a case with its place.
type moment struct {
	date   data.Date
	r      *reading
	d      prose.DateMention
	worth  int
	number int  // of the reading within the case
	eve    bool // in the weeks before somebody was told of the event
}

// dating words before or behind a date that make it another date than the
// event's.
var notifying = map[string]bool{"melding": true, "meldde": true, "meldden": true, "gemeld": true, "ontving": true, "ontvingen": true,
	"ontvangen": true, "brief": true, "verzocht": true, "verzoek": true, "besloot": true, "besloten": true, "besluit": true, "rapport": true,
	"rapportage": true, "gepubliceerd": true, "vastgesteld": true, "geboren": true, "geboorte": true, "bericht": true, "berichtte": true,
	"opdracht": true, "gevraagd": true, "vroeg": true, "gestart": true, "startte": true, "hoogte": true, "bereikte": true, "deelde": true,
	"meldt": true, "calamiteitenmelding": true, "feitenrelaas": true, "kennis": true, "gesprek": true, "gesproken": true, "onaangekondigd": true,
	"onderzoek": true, "stelde": true, "uitgesproken": true, "verleend": true, "veroordeeld": true, "uitspraak": true, "zitting": true,
	"sinds": true, "sedert": true, "vanaf": true, "verzond": true, "zond": true, "aangeboden": true, "beeindigd": true, "meldingsformulier": true, "verjaardag": true, "notified": true, "informeerde": true, "geinformeerd": true, "aangewezen": true, "verhuisde": true, "afgesloten": true,
	"onderzochten": true}

// moments lists the dates of a case's sentences with their worth: near a harm,
// far from a word of notifying, exact.
func (c *scene) moments(year int) []moment {
	var out []moment
	for n, r := range c.readings {
		for _, d := range r.dates() {
			m := moment{date: d.Date, r: r, d: d, number: n}
			if m.date.Year == 0 {
				m.date = d.In(c.yearNear(n, year))
			}
			if m.date = night(r, d, m.date); !m.date.Known() {
				continue
			}
			m.worth = r.worth(d)
			if m.date == c.published {
				m.worth -= 8 // the line under the title
			}
			if c.whole && c.before(r) {
				m.worth -= 20
			}
			out = append(out, m)
		}
	}
	return supported(precede(out))
}

// precede lowers the dates after the day on which somebody was told of the event,
// as it was before, and raises those of the weeks just before that day.
func precede(list []moment) []moment {
	var day data.Date
	for _, m := range list {
		if m.date.Precision == data.Day && m.r.reports(m.d) && m.r.announced() && (day.Year == 0 || days(m.date) < days(day)) {
			day = m.date
		}
	}
	if day.Year == 0 {
		return list
	}
	for i := range list {
		switch gap := days(day) - days(list[i].date); {
		case gap < 0:
			list[i].worth -= 12
		case gap <= 45 && list[i].date.Precision != data.Year && !list[i].r.reports(list[i].d):
			list[i].worth += 3
			list[i].eve = true
		}
	}
	return list
}

// announced reports whether a sentence that tells of a report is about the event:
// it names the harm, the case or who oversees care.
func (r *reading) announced() bool {
	return r.inspected() || r.holds("zaak", "gebeurtenis", "incident", "calamiteit", "voorval") || slices.ContainsFunc(r.harms, func(h harm) bool { return h.frame == naming && h.outcome >= serious })
}

// holds reports whether a sentence has one of some words.
func (r *reading) holds(words ...string) bool {
	return slices.ContainsFunc(r.s.Tokens, func(t prose.Token) bool { return slices.Contains(words, t.Lower) })
}

// inspected reports whether a sentence names an inspectorate.
func (r *reading) inspected() bool {
	return slices.ContainsFunc(r.s.Tokens, func(t prose.Token) bool { return strings.HasPrefix(t.Lower, "inspectie") })
}

// supported gives a date that several sentences tell the event by more worth.
func supported(list []moment) []moment {
	out := slices.Clone(list)
	for i := range out {
		for k := range list {
			if k != i && list[k].number != list[i].number && list[k].worth > 0 && list[i].worth > 0 && list[k].date == list[i].date {
				out[i].worth += 2
			}
		}
	}
	return out
}

// night gives the day that "in de nacht van 3 op 4 mei" is told by: the second,
// on which such a night mostly ends what began on the first.
func night(r *reading, d prose.DateMention, date data.Date) data.Date {
	if !d.To.Known() && d.To.Month == 0 || d.To.Precision != data.Day {
		return date
	}
	for k := 1; k <= 3; k++ {
		if at(r.s.Tokens, d.First-k) != "nacht" {
			continue
		}
		to := d.To
		if to.Year == 0 {
			to.Year = date.Year
		}
		return to
	}
	return date
}

// yearNear gives the year that a date without one most likely has: that of the
// nearest day or month with a year before it, else of any date around it.
func (c *scene) yearNear(n, fallback int) int {
	for k := n; k >= 0 && k > n-yearReach; k-- {
		for _, d := range c.readings[k].dates() {
			if d.Complete() && d.Date.Precision != data.Year && !since(c.readings[k], d) {
				return d.Date.Year
			}
		}
	}
	if c.year > 0 {
		return c.year
	}
	for k := max(0, n-3); k < len(c.readings) && k < n+4; k++ {
		for _, d := range c.readings[k].dates() {
			if d.Complete() {
				return d.Date.Year
			}
		}
	}
	return fallback
}

// yearReach is how many sentences back a year still goes for a date without one.
const yearReach = 10

// since reports whether a date is where a history begins, which tells no year of
// the days that are told around it.
func since(r *reading, d prose.DateMention) bool {
	switch at(r.s.Tokens, d.First-1) {
	case "sinds", "sedert", "vanaf":
		return true
	}
	return false
}

// worth says how much a date looks like the event's.
func (r *reading) worth(d prose.DateMention) int {
	w := 0
	reported := r.reports(d)
	for _, h := range r.harms {
		if reported && h.frame == naming {
			continue // "heeft het overlijden gemeld"
		}
		distance := abs(h.first - d.First)
		near := max(1, 12-distance/2)
		if h.outcome == unharmed || h.survived {
			near /= 3
		}
		if h.outcome == fatal {
			near += 3
		}
		w = max(w, near)
	}
	if len(r.harms) == 0 {
		w -= 3
	}
	if w -= r.notified(d); reported {
		w -= 10
	}
	if d.Date.Precision == data.Year {
		w -= 2
	}
	if d.To.Known() && d.Date.Precision == data.Year {
		w -= 4
	}
	if at(r.s.Tokens, d.Last+1) == "tot" {
		w -= 10 // "van januari 2015 tot zijn overlijden" begins with no event
	}
	if r.has("eerder") || r.has("elders") || r.has("algemeen") {
		w -= 6
	}
	return w
}

// notified says how much a date looks like that of a notification, a letter or
// a decision: the nearer such a word within its clause, the more.
func (r *reading) notified(d prose.DateMention) int {
	t, sum := r.s.Tokens, 0
	for i, x := range t {
		if !notifying[x.Lower] {
			continue
		}
		distance := abs(i - d.First)
		between := 0
		for k := min(i, d.First); k < max(i, d.Last); k++ {
			if w := t[k].Lower; w == "," || w == ";" || w == "dat" || w == "waarbij" {
				between++
			}
		}
		if distance <= 8 && between == 0 {
			sum += 12 - distance
		}
	}
	return sum
}

// reporting are the verbs, as they end or open a clause, by which somebody is
// told of an event or it comes out.
var reporting = map[string]bool{"gemeld": true, "meldde": true, "meldden": true, "aangemeld": true, "bericht": true, "berichtte": true, "ingelicht": true,
	"geinformeerd": true, "informeerde": true, "medegedeeld": true, "meegedeeld": true, "gebracht": true, "bracht": true, "gesteld": true, "stelde": true, "vertelde": true, "vertelden": true, "verteld": true, "ontdekt": true}

// reports reports whether the clause of a date tells that somebody was told:
// its verb may stand far from the date, at the other end of the clause.
func (r *reading) reports(d prose.DateMention) bool {
	t := r.s.Tokens
	told := func(i int) bool {
		switch w := at(t, i); w {
		case "gebracht", "bracht", "gesteld", "stelde":
			return at(t, i-1) == "hoogte" || at(t, i-1) == "kennis" || at(t, i+1) == "op" && at(t, i+3) == "hoogte" // brought or put to somebody's notice
		case "licht":
			return at(t, i-1) == "het" && at(t, i-2) == "aan"
		default:
			return reporting[w]
		}
	}
	for i := d.Last + 1; i < len(t) && !clauseEnd(t[i].Lower); i++ {
		if told(i) {
			return true
		}
	}
	for i := d.First - 1; i >= 0 && !clauseEnd(t[i].Lower); i-- {
		if d.First-i <= 3 && r.harmAt(i) && (at(t, i-1) == "van" || at(t, i-2) == "van") {
			return false // "op de hoogte gesteld van het overlijden op 30 mei"
		}
		if told(i) {
			return true
		}
	}
	return false
}

// harmAt reports whether a harm stands at a token.
func (r *reading) harmAt(i int) bool {
	return slices.ContainsFunc(r.harms, func(h harm) bool { return h.first <= i && i <= h.last })
}

func clauseEnd(w string) bool {
	switch w {
	case ",", ";", ":", ".", "dat", "waarbij", "nadat", "omdat", "toen", "die":
		return true
	}
	return false
}

// happened gives the date of the event, or an earlier one of the same weeks on
// which the harm was done of which somebody later died.
func (c *scene) happened(year int) (moment, bool) {
	list := c.moments(year)
	chosen, ok := c.likeliest(list)
	if !ok {
		return moment{}, false
	}
	for _, m := range list {
		gap := days(chosen.date) - days(m.date)
		if m.worth >= 3 && gap > 0 && gap < 120 && m.date.Precision == data.Day && chosen.date.Precision == data.Day && abs(m.number-chosen.number) <= 3 {
			chosen = m
		}
	}
	return chosen, true
}

// likeliest gives the worthiest date of the best kind that a case has: a day or
// month told with the harm; one of the weeks before it was reported; one told beside it; a year, as that of an earlier
// death is told as often; any day of somebody in the case; and when no more is
// told, the month in which it came out.
func (c *scene) likeliest(list []moment) (moment, bool) {
	for _, fits := range []func(moment) bool{
		func(m moment) bool { return m.worth > 0 && m.date.Precision != data.Year },
		func(m moment) bool { return m.worth > -5 && m.eve },
		func(m moment) bool { return m.worth > -5 && m.date.Precision != data.Year && c.beside(m.number) },
		func(m moment) bool { return m.worth > -5 && m.date.Precision == data.Year && c.beside(m.number) },
		func(m moment) bool { return m.worth >= -4 && m.date.Precision == data.Day && len(m.r.mentions) > 0 },
		func(m moment) bool { return m.date.Precision != data.Day && m.r.reports(m.d) },
	} {
		best := -1
		for i, m := range list {
			if fits(m) && (best < 0 || m.worth > list[best].worth || m.worth == list[best].worth && finer(m.date, list[best].date)) {
				best = i
			}
		}
		if best >= 0 {
			return list[best], true
		}
	}
	return moment{}, false
}

// finer reports whether a date is a day and another is none.
func finer(a, b data.Date) bool { return a.Precision == data.Day && b.Precision != data.Day }

// beside reports whether a sentence stands next to one that tells a harm, or in
// the same passage before it.
func (c *scene) beside(n int) bool {
	for k := n; k < len(c.readings) && c.readings[k].s.Passage == c.readings[n].s.Passage; k++ {
		if len(c.readings[k].harms) > 0 {
			return true
		}
	}
	for k := max(0, n-2); k <= min(len(c.readings)-1, n+1); k++ {
		if len(c.readings[k].harms) > 0 {
			return true
		}
	}
	return false
}

// days counts days roughly: enough to compare dates of one year.
func days(d data.Date) int { return d.Year*372 + d.Month*31 + d.Day }
