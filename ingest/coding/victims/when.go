package victims

import (
	"rodedraad/data"
	"rodedraad/ingest/coding/prose"
)

// moment is a date of a case with its place.
type moment struct {
	date   data.Date
	r      *reading
	d      prose.DateMention
	worth  int
	number int // of the reading within the case
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
			if !m.date.Known() {
				continue
			}
			m.worth = r.worth(d)
			if c.whole && c.before(r) {
				m.worth -= 20
			}
			out = append(out, m)
		}
	}
	return out
}

// yearNear gives the year that a date without one most likely has: that of the
// nearest complete date before it, else after it.
func (c *scene) yearNear(n, fallback int) int {
	for k := n; k >= 0 && k > n-4; k-- {
		for _, d := range c.readings[k].dates() {
			if d.Complete() {
				return d.Date.Year
			}
		}
	}
	for k := n + 1; k < len(c.readings) && k < n+4; k++ {
		for _, d := range c.readings[k].dates() {
			if d.Complete() {
				return d.Date.Year
			}
		}
	}
	return fallback
}

// worth says how much a date looks like the event's.
func (r *reading) worth(d prose.DateMention) int {
	w := 0
	for _, h := range r.harms {
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
	w -= r.notified(d)
	if d.Date.Precision == data.Year {
		w -= 2
	}
	if d.To.Known() && d.Date.Precision == data.Year {
		w -= 4
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

// happened gives the date of the event: the worthiest, or an earlier one of
// the same weeks on which the harm was done of which somebody later died.
func (c *scene) happened(year int) (moment, bool) {
	list := c.moments(year)
	best := -1
	for i, m := range list {
		if m.worth > 0 && (best < 0 || m.worth > list[best].worth) {
			best = i
		}
	}
	if best < 0 {
		for i, m := range list {
			if m.worth > -5 && c.beside(m.number) && (best < 0 || m.worth > list[best].worth) {
				best = i
			}
		}
	}
	if best < 0 {
		for i, m := range list {
			if m.worth >= -4 && m.date.Precision == data.Day && len(m.r.mentions) > 0 && best < 0 {
				best = i
			}
		}
	}
	if best < 0 {
		return moment{}, false
	}
	chosen := list[best]
	for _, m := range list {
		gap := days(chosen.date) - days(m.date)
		if m.worth >= 3 && gap > 0 && gap < 120 && m.date.Precision == data.Day && chosen.date.Precision == data.Day && abs(m.number-chosen.number) <= 3 {
			chosen = m
		}
	}
	return chosen, true
}

// beside reports whether a sentence stands next to one that tells a harm.
func (c *scene) beside(n int) bool {
	for k := max(0, n-2); k <= min(len(c.readings)-1, n+1); k++ {
		if len(c.readings[k].harms) > 0 {
			return true
		}
	}
	return false
}

// days counts days roughly: enough to compare dates of one year.
func days(d data.Date) int { return d.Year*372 + d.Month*31 + d.Day }
