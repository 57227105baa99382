package victims

import (
	"slices"

	"rodedraad/data"
	"rodedraad/ingest/coding/prose"
)

// reclassified is the age in months from which a child can be on probation.
const reclassified = 12 * 12

// grown is the age in months at which orders over a child end.
const grown = 18 * 12

// lived takes out legal frames that cannot be those of the children who were
// harmed: told of a year before any of them was born, of an age they had not
// reached ("vanaf haar vierde stond zij onder toezicht" of a baby's mother), an
// order over somebody of age, or probation of a child under twelve. A report tells the youth of parents and
// brothers in the same words.
func (t tally) lived(rows []row, year int) {
	oldest, youngest := -1, grown
	for _, r := range rows {
		if !r.person.young() || r.person.outcome < other {
			continue
		}
		if r.person.span == nil {
			return
		}
		oldest, youngest = max(oldest, r.person.span.hi), min(youngest, r.person.span.lo)
	}
	if oldest < 0 {
		return
	}
	frames := t["gezinskader"]
	if youngest >= grown {
		for _, code := range []string{"ots", "vots", "uhp", "voogdij", "gesloten_machtiging"} {
			delete(frames, code)
		}
	}
	if oldest < reclassified {
		delete(frames, "jeugdreclassering")
	}
	for code, list := range frames {
		frames[code] = slices.DeleteFunc(slices.Clone(list), func(c clue) bool {
			return c.r.beforeBirth(oldest, year) || c.r.olderThan(oldest)
		})
	}
}

// before takes out legal frames of which the sentence is dated, and only after
// the event: what was imposed afterwards does not count (codebook).
func (t tally) before(event data.Date) {
	if !event.Known() || event.Precision != data.Day && event.Precision != data.Month {
		return
	}
	frames := t["gezinskader"]
	for code, list := range frames {
		frames[code] = slices.DeleteFunc(slices.Clone(list), func(c clue) bool {
			first := 0
			for _, d := range c.r.dates() {
				if d.Complete() && d.Date.Precision != data.Year && (first == 0 || days(d.Date) < first) {
					first = days(d.Date)
				}
			}
			return first > days(event)
		})
	}
}

// beforeBirth reports whether a sentence is dated, and only before the birth of
// a child of an age in months in a year.
func (r *reading) beforeBirth(months, year int) bool {
	latest := 0
	for _, d := range r.dates() {
		latest = max(latest, d.Date.Year, d.To.Year)
	}
	return latest > 0 && year > 0 && latest < year-1-months/12
}

// olderThan reports whether a sentence tells of a birthday that a child of an
// age in months has not had: "op haar zestiende".
func (r *reading) olderThan(months int) bool {
	t := r.s.Tokens
	for i := range t {
		if n := birthdays[t[i].Lower]; n > months/12 && (at(t, i-1) == "haar" || at(t, i-1) == "zijn") && t[i].Kind == prose.Word {
			return true
		}
	}
	return false
}

// birthdays are the years by which a life is told.
var birthdays = map[string]int{"eerste": 1, "tweede": 2, "derde": 3, "vierde": 4, "vijfde": 5, "zesde": 6, "zevende": 7, "achtste": 8, "negende": 9, "tiende": 10,
	"elfde": 11, "twaalfde": 12, "dertiende": 13, "veertiende": 14, "vijftiende": 15, "zestiende": 16, "zeventiende": 17, "achttiende": 18}
