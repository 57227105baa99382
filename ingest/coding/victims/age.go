package victims

import (
	"strings"

	"rodedraad/ingest/coding/prose"
)

// span is an age in whole months at the event: eight years is 96 to 107.
type span struct{ lo, hi int }

// maxAge bounds what is read as an age, in years.
const maxAge = 105

func (a span) overlaps(b span) bool { return a.lo <= b.hi && b.lo <= a.hi }

// sharpens reports whether a tells the same age as b more exactly.
func (a span) sharpens(b span) bool { return a != b && b.lo <= a.lo && a.hi <= b.hi }

// age is a span at its place in a sentence.
type age struct {
	spans       []span // more than one: "van 2 en 4 jaar"
	first, last int    // tokens
	adjective   bool   // "8-jarige": belongs to what follows, or stands for a person
	bracket     bool   // "(8)"
	predicate   bool   // "was acht", "werd vijf": belongs to the subject
	spread      bool   // one span over a group: "tussen 4 en 12 jaar"
	past        bool   // "destijds", "toen": wins over "inmiddels"
	present     bool   // "inmiddels", "nu": loses
	sex         string // "(m, 5)"
	leeftijd    bool   // "op 3-jarige leeftijd"
}

type ageUnit struct {
	months float64
	exact  bool // the number is the age itself, not a year that has begun
}

var ageUnits = map[string]ageUnit{
	"jaar": {12, false}, "jaren": {12, false}, "jr": {12, false}, "year": {12, false}, "years": {12, false},
	"maand": {1, true}, "maanden": {1, true}, "mnd": {1, true}, "mndn": {1, true}, "months": {1, true}, "month": {1, true},
	"week": {12.0 / 52, true}, "weken": {12.0 / 52, true}, "wk": {12.0 / 52, true}, "weeks": {12.0 / 52, true},
	"dag": {12.0 / 365, true}, "dagen": {12.0 / 365, true}, "days": {12.0 / 365, true}, "uur": {0, true}, "uren": {0, true},
}

// ages finds the ages in a sentence.
func ages(s *prose.Sentence, persons nouns) []age {
	r := ageReader{t: s.Tokens, persons: persons}
	if !r.counts() {
		return nil
	}
	var out []age
	for i := 0; i < len(s.Tokens); {
		a, n := r.at(i)
		if n == 0 {
			i++
			continue
		}
		a.first, a.last = i, i+n-1
		r.timing(&a)
		out = append(out, a)
		i += n
	}
	return out
}

// counts reports whether a sentence has any number, without which it has no
// age.
func (r ageReader) counts() bool {
	for i := range r.t {
		w := r.t[i].Lower
		if _, ok := prose.ParseNumber(w); ok || strings.Contains(w, "jarig") || strings.HasSuffix(w, "-maanden") || strings.Contains(w, "½") || w == "enkele" || w == "paar" {
			return true
		}
		if w == "half" || r.lower(i-1) == "zijn" || r.lower(i-1) == "haar" || r.lower(i-1) == "diens" {
			if _, ok := prose.ParseOrdinal(w); ok || w == "half" {
				return true
			}
		}
	}
	return false
}

// ageReader reads ages from tokens: each method gives what stands at a place
// and how many tokens it takes, 0 for none.
type ageReader struct {
	t       []prose.Token
	persons nouns // who an age behind "van" can belong to; may be nil
}

func (r ageReader) lower(i int) string {
	if i < 0 || i >= len(r.t) {
		return ""
	}
	return r.t[i].Lower
}

// at reads the age that starts at a token. The token says which readers can
// succeed; most tokens rule out all of them.
func (r ageReader) at(i int) (age, int) {
	switch r.t[i].Lower {
	case "(":
		return r.bracketed(i)
	case "tussen", "van":
		if a, n := r.between(i); n > 0 {
			return a, n
		}
		return r.van(i)
	case "ouder":
		return r.notOlder(i)
	case "leeftijd", "leeftijden", "age", "aged":
		return r.leeftijd(i)
	case ",", ":", "–":
		return r.apposition(i)
	case "was", "is", "werd", "waren", "werden", "wordt", "turned":
		return r.was(i)
	case "zijn":
		if a, n := r.was(i); n > 0 {
			return a, n
		}
		return r.birthday(i)
	case "haar", "diens":
		return r.birthday(i)
	case "over":
		return r.soon(i)
	case "de", "circa":
		return r.between(i)
	}
	if a, n := r.jarig(i); n > 0 {
		return a, n
	}
	if a, n := r.between(i); n > 0 {
		return a, n
	}
	return r.oud(i)
}

// number reads a number that can be an age, with "bijna", "ruim", "net",
// "circa" before it and its unit after. The unit may be absent.
func (r ageReader) number(i int) (value float64, next int, ok bool) {
	if r.lower(i) == "een" && r.lower(i+1) == "half" {
		return 0.5, i + 2, true
	}
	if i >= len(r.t) {
		return 0, i, false
	}
	if w := r.lower(i); w == "enkele" || w == "paar" {
		u := ageUnits[r.lower(i+1)]
		return 0, i + 1, u.exact && u.months < 0.1 // "enkele uren oud"
	}
	word, half := strings.CutSuffix(r.t[i].Lower, "½")
	v, ok := prose.ParseNumber(word)
	if !ok || v > 2000 {
		return 0, i, false
	}
	if r.lower(i+1) == "½" {
		half = true
		i++
	}
	if half {
		v += 0.5
	}
	return v, i + 1, true
}

// months turns a number with a unit into a span; soft says how exact it is.
func months(v float64, unit ageUnit, soft string) (span, bool) {
	if v < 0 || v*unit.months > maxAge*12 {
		return span{}, false
	}
	m := int(v*unit.months + 1e-9)
	if unit.exact || v != float64(int(v)) {
		if soft == "circa" {
			return span{max(0, m-1), m + 1}, true
		}
		return span{m, m}, true
	}
	switch soft {
	case "bijna":
		return span{max(0, m-3), max(0, m-1)}, true
	case "net":
		return span{m, m + 2}, true
	case "circa":
		return span{max(0, m-12), m + 23}, true
	}
	return span{m, m + 11}, true
}

var softWords = map[string]string{
	"bijna": "bijna", "net": "net", "amper": "net", "pas": "net", "rond": "circa", "circa": "circa", "ca": "circa",
	"ongeveer": "circa", "pakweg": "circa", "plusminus": "circa", "nearly": "bijna", "almost": "bijna",
}

// soft looks at the words before a number.
func (r ageReader) soft(i int) string {
	for k := 1; k <= 3; k++ {
		w := r.lower(i - k)
		if s, ok := softWords[w]; ok {
			return s
		}
		if w != "de" && w != "." {
			return ""
		}
	}
	return ""
}

// amount reads "8 jaar", "twee jaar en vier maanden", "anderhalf", "11 weken";
// bare numbers are years when bare is true.
func (r ageReader) amount(i int, bare bool) (span, int, bool) {
	v, next, ok := r.number(i)
	if !ok {
		return span{}, 0, false
	}
	unit, known := ageUnits[r.lower(next)]
	if !known {
		if !bare || v > maxAge || v < 1 && v != 0.5 {
			return span{}, 0, false
		}
		s, ok := months(v, ageUnits["jaar"], r.soft(i))
		return s, next - i, ok
	}
	s, ok := months(v, unit, r.soft(i))
	next++
	if !ok {
		return s, 0, false
	}
	if rest, n := r.rest(next, unit); n > 0 {
		return span{s.lo + rest, s.lo + rest}, next + n - i, true
	}
	return s, next - i, ok
}

// rest reads "en vier maanden" after years, or ", 2 mnd".
func (r ageReader) rest(i int, unit ageUnit) (monthsMore, tokens int) {
	if unit.exact || r.lower(i) != "en" && r.lower(i) != "," {
		return 0, 0
	}
	v, next, ok := r.number(i + 1)
	u, known := ageUnits[r.lower(next)]
	if !ok || !known || !u.exact || v*u.months >= 12 {
		return 0, 0
	}
	return int(v * u.months), next + 1 - i
}

// jarig reads 8-jarige, achtjarig, "2 jarige", and "8-maanden oude".
func (r ageReader) jarig(i int) (age, int) {
	word := r.lower(i)
	for _, ending := range []string{"jarigen", "jarige", "jarig"} {
		head, found := strings.CutSuffix(word, ending)
		if !found {
			continue
		}
		n, at := 1, i
		if head == "" {
			head, at = r.lower(i-1), i-1
		}
		v, ok := prose.ParseNumber(strings.Trim(head, "-"))
		s, fits := months(v, ageUnits["jaar"], r.soft(at))
		if !ok || !fits || notAged[r.lower(i+1)] {
			return age{}, 0
		}
		a := age{spans: []span{s}, adjective: true}
		// "8- en 10-jarige" names two.
		if r.lower(i-1) == "en" && r.lower(i-2) == "-" {
			if v, ok := prose.ParseNumber(r.lower(i - 3)); ok {
				if s, ok := months(v, ageUnits["jaar"], ""); ok {
					a.spans = append([]span{s}, a.spans...)
				}
			}
		}
		return a, n
	}
	if head, found := strings.CutSuffix(word, "-maanden"); found {
		if v, ok := prose.ParseNumber(head); ok && strings.HasPrefix(r.lower(i+1), "oud") {
			s, ok := months(v, ageUnits["maanden"], "")
			if ok {
				return age{spans: []span{s}, adjective: true}, 2
			}
		}
	}
	return age{}, 0
}

// notAged are things that are N years old or last N years without being a
// person.
var notAged = map[string]bool{"bestaan": true, "plan": true, "programma": true, "opleiding": true, "contract": true,
	"traject": true, "huwelijk": true, "periode": true, "relatie": true, "onderzoek": true}

// oud reads "vier maanden oude", "zeven maanden oud", "acht jaar oud".
func (r ageReader) oud(i int) (age, int) {
	s, n, ok := r.amount(i, false)
	if !ok {
		return age{}, 0
	}
	switch r.lower(i + n) {
	case "oude":
		return age{spans: []span{s}, adjective: true}, n + 1
	case "oud", "old":
		return age{spans: []span{s}, predicate: true}, n + 1
	case "was", "is", "werd":
		// "die elf jaar was"
		switch r.lower(i - 1) {
		case "die", "dat", "toen", "pas", "net", "nog", "bijna":
			return age{spans: []span{s}, predicate: true}, n
		}
	}
	return age{}, 0
}
