package victims

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
	if next, ok = r.upTo(next, join); !ok {
		return age{}, 0
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

// upTo moves past the words between the ends of a range: "en" after "tussen",
// else "tot", "tot en met", "t/m" or a dash.
func (r ageReader) upTo(i int, join string) (int, bool) {
	switch w := r.lower(i); {
	case w == "en" && join == "en":
		i++
	case (w == "tot" || w == "t" || w == "-" || w == "–") && join == "":
		i++
		for r.lower(i) == "en" || r.lower(i) == "met" || r.lower(i) == "/" || r.lower(i) == "m" {
			i++
		}
	default:
		return i, false
	}
	for r.lower(i) == "de" {
		i++
	}
	return i, true
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
	case ",", ".", ")", "–", ";", "", "en", "uit", ":", "toen", "verblijf", "kwam", "kwamen", "geworden":
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
