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

// ageReader reads ages from tokens: each method gives what stands at a place
// and how many tokens it takes, 0 for none.
type ageReader struct{ t []prose.Token }

func (r ageReader) lower(i int) string {
	if i < 0 || i >= len(r.t) {
		return ""
	}
	return r.t[i].Lower
}

func (r ageReader) at(i int) (age, int) {
	for _, read := range []func(int) (age, int){r.bracketed, r.between, r.leeftijd, r.jarig, r.oud, r.van, r.apposition, r.was, r.birthday} {
		if a, n := read(i); n > 0 {
			return a, n
		}
	}
	return age{}, 0
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
	word := strings.NewReplacer("½", "").Replace(r.lower(i))
	v, ok := prose.ParseNumber(word)
	if !ok || v > 2000 {
		return 0, i, false
	}
	if strings.Contains(r.t[i].Text, "½") || r.lower(i+1) == "½" {
		if r.lower(i+1) == "½" {
			i++
		}
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
	return !notAfterVan[w] && (afterAge[w] || strings.HasSuffix(w, "de") || strings.HasSuffix(w, "te") || strings.HasSuffix(w, "den") || strings.HasSuffix(w, "ten") || strings.HasPrefix(w, "ge") || strings.HasPrefix(w, "over") || strings.HasPrefix(w, "om"))
}

var afterAge = map[string]bool{}

func init() {
	for _, w := range strings.Fields(`die dat en is was werd werden zijn waren in op uit door met bij na om heeft had hebben hadden te aan voor
		bleef bleven raakte raakten kwam kwamen liep viel stierf stierven lag lagen sliep kreeg van wordt worden als waarvan wie ook niet zou
		alleen samen toen terwijl waarbij over onder tegen dood slachtoffer zwaar ernstig blijkt bleek vond stak sloeg wiens verdronk verloor
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

// between reads "tussen de 4 en 12 jaar", "van 6 tot 11 jaar", "12 tot en met
// 16 jaar", "in leeftijd variërend van één tot negen jaar".
func (r ageReader) between(i int) (age, int) {
	at, join := i, ""
	switch r.lower(i) {
	case "tussen":
		at, join = i+1, "en"
	case "van":
		at = i + 1
	}
	for r.lower(at) == "de" || r.lower(at) == "circa" {
		at++
	}
	low, next, ok := r.number(at)
	if !ok {
		return age{}, 0
	}
	lowUnit, hasLow := ageUnits[r.lower(next)]
	if hasLow {
		next++
	}
	switch w := r.lower(next); {
	case w == "en" && join == "en":
		next++
	case (w == "tot" || w == "t" || w == "-" || w == "–") && join == "":
		next++
		for r.lower(next) == "en" || r.lower(next) == "met" || r.lower(next) == "/" || r.lower(next) == "m" {
			next++
		}
	default:
		return age{}, 0
	}
	for r.lower(next) == "de" {
		next++
	}
	high, next, ok := r.number(next)
	unit, hasUnit := ageUnits[r.lower(next)]
	if !ok || high <= low && !hasLow || !hasUnit || r.lower(next) == "uur" || r.lower(next) == "uren" {
		return age{}, 0
	}
	if !hasLow {
		lowUnit = unit
	}
	a, okLow := months(low, lowUnit, "")
	b, okHigh := months(high, unit, "")
	if !okLow || !okHigh || b.hi < a.lo {
		return age{}, 0
	}
	n := next + 1 - i
	if r.lower(i+n) == "oud" {
		n++
	}
	return age{spans: []span{{a.lo, b.hi}}, spread: true}, n
}

// leeftijd reads "op 3-jarige leeftijd", "leeftijd: 11 weken", "op de leeftijd
// van 15 jaar", "in de leeftijd van 8 tot 12".
func (r ageReader) leeftijd(i int) (age, int) {
	if w := r.lower(i); w != "leeftijd" && w != "leeftijden" && w != "age" && w != "aged" {
		return age{}, 0
	}
	at := i + 1
	for k := 0; k < 3 && (r.lower(at) == ":" || r.lower(at) == "van" || r.lower(at) == "was" || r.lower(at) == "is" || r.lower(at) == "of"); k++ {
		at++
	}
	if a, n := r.between(at); n > 0 {
		return a, at + n - i
	}
	spans, n := r.list(at)
	if n == 0 || at == i+1 && r.lower(i) != "aged" {
		return age{}, 0
	}
	if r.lower(at+n) == "oud" {
		n++
	}
	return age{spans: spans, predicate: len(spans) == 1}, at + n - i
}

// bracketed reads "(8)", "(8 jaar)", "(m, 5)", "(12, 13, 13 en 15)", "(beiden 22)".
func (r ageReader) bracketed(i int) (age, int) {
	if r.lower(i) != "(" {
		return age{}, 0
	}
	a, at := age{bracket: true}, i+1
	for k := 0; k < 4; k++ {
		switch w := r.lower(at); w {
		case "m", "v":
			a.sex = w
			at++
		case "jongen":
			a.sex = "m"
			at++
		case "meisje":
			a.sex = "v"
			at++
		case ",", "toen", "destijds", "bijna", "net", "ruim", "dan", "leeftijd", "van", "inmiddels", "nu", "ca", ".", "circa", "is", "ongeveer":
			a.past = a.past || w == "toen" || w == "destijds"
			a.present = a.present || w == "inmiddels" || w == "nu"
			at++
		}
	}
	spans, n := r.list(at)
	if n == 0 {
		return age{}, 0
	}
	a.spans = spans
	at += n
	if r.lower(at) == "oud" {
		at++
	}
	if r.lower(at) == "," && (r.lower(at+1) == "m" || r.lower(at+1) == "v") {
		a.sex = r.lower(at + 1)
		at += 2
	}
	if w := r.lower(at); w != ")" && w != "," && w != ";" || spans[0].hi/12 > maxAge {
		return age{}, 0
	}
	return a, at + 1 - i
}

// apposition reads ", 24," and ", negen jaar," right behind a person; the
// caller checks that a person stands before it.
func (r ageReader) apposition(i int) (age, int) {
	if w := r.lower(i); w != "," && w != ":" && w != "–" {
		return age{}, 0
	}
	at := i + 1
	past, present := false, false
	for k := 0; k < 3; k++ {
		switch r.lower(at) {
		case "toen", "destijds", "dan":
			past = true
			at++
		case "inmiddels", "nu":
			present = true
			at++
		case "bijna", "net", "ruim", "pas", "slechts", "nog", "amper", "respectievelijk", "beiden", "pakweg", "circa":
			at++
		}
	}
	spans, n := r.list(at)
	if n == 0 {
		return age{}, 0
	}
	at += n
	if r.lower(at) == "oud" {
		at++
	}
	switch r.lower(at) {
	case ",", ".", ")", "–", ";", "", "en", "uit", ":", "toen", "verblijf", "kwam", "kwamen":
		return age{spans: spans, past: past, present: present}, at - i
	}
	// Behind a date or in a sum ("twee, drie keer") a number is no age.
	if ageUnits[r.lower(at-1)].months == 0 {
		return age{}, 0
	}
	return age{spans: spans, past: past, present: present}, at - i
}

// was reads "was acht", "was toen negen", "is bijna 5 jaar", "werd drie", "waren
// 9, 7 en 1 jaar".
func (r ageReader) was(i int) (age, int) {
	switch r.lower(i) {
	case "was", "is", "werd", "waren", "zijn", "werden", "wordt", "turned":
	default:
		return age{}, 0
	}
	a, at := age{predicate: true}, i+1
	for k := 0; k < 4; k++ {
		switch r.lower(at) {
		case "toen", "destijds", "op", "dat", "moment":
			a.past = true
			at++
		case "inmiddels", "nu":
			a.present = true
			at++
		case "bijna", "net", "ruim", "pas", "slechts", "nog", "geen", "dan", "respectievelijk", "rond", "de", "amper", "ongeveer", "circa":
			at++
		}
	}
	if b, n := r.between(at); n > 0 {
		b.predicate, b.past, b.present = true, a.past, a.present
		return b, at + n - i
	}
	spans, n := r.list(at)
	if n == 0 {
		return age{}, 0
	}
	bare := ageUnits[r.lower(at+n-1)].months == 0
	at += n
	switch w := r.lower(at); {
	case w == "oud" || w == "old":
		at++
	case bare && w != "." && w != "," && w != ";" && w != "" && w != "en" && w != "toen" && w != "geworden" && w != ")":
		return age{}, 0
	case !bare && (w == "geleden" || w == "lang" || w == "later" || w == "eerder" || w == "na" || w == "voor" || w == "in" && bare || w == "geplaatst" || w == "getrouwd"):
		return age{}, 0
	}
	a.spans = spans
	return a, at - i
}

// birthday reads "op zijn vijftiende overleed", "een week na haar zestiende
// verjaardag".
func (r ageReader) birthday(i int) (age, int) {
	if w := r.lower(i); w != "zijn" && w != "haar" && w != "diens" {
		return age{}, 0
	}
	v, ok := prose.ParseOrdinal(r.lower(i + 1))
	if !ok || v < 3 || v > 22 || r.lower(i+2) == "kind" || r.lower(i-1) == "na" || r.lower(i-1) == "sinds" || r.lower(i-1) == "vanaf" || r.lower(i-1) == "tot" {
		return age{}, 0
	}
	s, ok := months(v, ageUnits["jaar"], r.soft(i))
	return age{spans: []span{s}, predicate: true}, map[bool]int{true: 2}[ok]
}

// timing notes the words around an age that say at which moment it holds.
func (r ageReader) timing(a *age) {
	for k := 1; k <= 3; k++ {
		switch r.lower(a.first - k) {
		case "inmiddels", "nu", "thans":
			a.present = true
		case "destijds", "toen", "toenmalig", "toenmalige":
			a.past = true
		case ",", "(", ".":
			return
		}
	}
}
