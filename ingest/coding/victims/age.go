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
func ages(s *prose.Sentence) []age {
	r := ageReader{t: s.Tokens}
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
type ageReader struct{ t []prose.Token }

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

// van reads "van 7, 10 en 13 jaar" and "van drie maanden" behind a person.
func (r ageReader) van(i int) (age, int) {
	if r.lower(i) != "van" {
		return age{}, 0
	}
	at := i + 1
	for r.lower(at) == "net" || r.lower(at) == "bijna" || r.lower(at) == "ruim" || r.lower(at) == "pas" || r.lower(at) == "circa" ||
		r.lower(at) == "ongeveer" || r.lower(at) == "amper" || r.lower(at) == "rond" || r.lower(at) == "nog" || r.lower(at) == "respectievelijk" || r.lower(at) == "de" && softWords[r.lower(at-1)] != "" {
		at++
	}
	spans, n := r.list(at)
	if n == 0 {
		return age{}, 0
	}
	switch r.lower(at + n) {
	case "oud", "leeftijd":
		n++
	case "gevangenisstraf", "celstraf", "cel", "geleden", "later", "uur", "procent", "%", "euro", "kinderen", "dagen", "organisaties", "werkdagen":
		return age{}, 0
	}
	if _, known := ageUnits[r.lower(at+n-1)]; !known && !endsAge(r.t, at+n) {
		return age{}, 0
	}
	return age{spans: spans}, at + n - i
}

// endsAge reports whether a number without a unit can be an age by what
// follows it: a mark, the end, or a word that goes on with the sentence. "Van
// zes pond" and "van twee organisaties" are none.
func endsAge(t []prose.Token, i int) bool {
	if i >= len(t) || t[i].Kind == prose.Mark {
		return t == nil || i >= len(t) || t[i].Lower != "%" && t[i].Lower != "€"
	}
	w := t[i].Lower
	if notAfterVan[w] || afterAge[w] {
		return afterAge[w] && !notAfterVan[w]
	}
	// A verb in the past ("overleefde het", "leefden") goes on with an article, a
	// preposition or the end; "onderzochte calamiteiten" is no verb.
	verb := strings.HasPrefix(w, "ge") || strings.HasPrefix(w, "over") || strings.HasPrefix(w, "om")
	for _, ending := range []string{"de", "te", "den", "ten"} {
		verb = verb || strings.HasSuffix(w, ending)
	}
	next := at(t, i+1)
	return verb && (i+1 >= len(t) || t[i+1].Kind == prose.Mark || afterAge[next] || determiners[next] || next == "een")
}

var afterAge = map[string]bool{}

func init() {
	for _, w := range strings.Fields(`die dat en is was werd werden zijn waren in op uit door met bij na om heeft had hebben hadden te aan voor
		bleef bleven raakte raakten kwam kwamen liep viel stierf stierven lag lagen sliep kreeg van wordt worden als waarvan wie ook niet zou
		een alleen samen toen terwijl waarbij over onder tegen dood slachtoffer zwaar ernstig blijkt bleek vond stak sloeg wiens verdronk verloor
		maar naar is who was and died`) {
		afterAge[w] = true
	}
}

var notAfterVan = map[string]bool{"kind": true, "broers": true, "zussen": true, "de": true, "het": true, "hen": true,
	"deze": true, "beide": true, "geweld": true, "hulp": true, "wachten": true, "meldingen": true,
	"instanties": true, "medewerkers": true, "zaken": true, "gezinnen": true, "instellingen": true, "betrokken": true}

// list reads "2 en 4 jaar", "7, 10 en 13", "drie maanden". The unit of the last
// member counts for those before it; without any, they are years.
func (r ageReader) list(i int) ([]span, int) {
	type member struct {
		v    float64
		at   int
		unit string
	}
	var members []member
	at, end := i, i
	unit := ""
	for {
		skip := 0
		for softWords[r.lower(at+skip)] != "" {
			skip++
		}
		at += skip
		v, next, ok := r.number(at)
		if ok && len(members) > 0 && r.lower(at) == "een" && !strings.ContainsAny(r.t[at].Text, "éÉ") && r.lower(at+1) != "half" {
			break // "een kleuter van vier en een kind": the article
		}
		if !ok || v > maxAge && members == nil && ageUnits[r.lower(next)].months == 0 {
			break
		}
		m := member{v: v, at: at}
		if _, known := ageUnits[r.lower(next)]; known {
			m.unit = r.lower(next)
			next++
			if rest, n := r.rest(next, ageUnits[m.unit]); n > 0 {
				m.v = v*12 + float64(rest)
				m.unit = "maanden"
				next += n
			}
		}
		members = append(members, m)
		end = next
		if w := r.lower(next); w != "," && w != "en" && w != "of" && w != "and" || len(members) > 12 {
			break
		}
		at = next + 1
		if r.lower(next) == "," && r.lower(at) == "en" {
			at++
		}
	}
	if len(members) == 0 {
		return nil, 0
	}
	unit = members[len(members)-1].unit
	var spans []span
	for _, m := range members {
		u := m.unit
		if u == "" {
			u = unit
		}
		if u == "" {
			u = "jaar"
		}
		if u == "jaar" && m.v < 1 && m.v != 0.5 {
			return nil, 0
		}
		s, ok := months(m.v, ageUnits[u], r.soft(m.at))
		if !ok {
			return nil, 0
		}
		spans = append(spans, s)
	}
	return spans, end - i
}
