package victims

import (
	"strings"

	"rodedraad/ingest/coding/prose"
)

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
	if _, known := ageUnits[r.lower(at+n-1)]; !known && !endsAge(r.t, at+n) && !r.ofPerson(i, at+n) {
		return age{}, 0
	}
	return age{spans: spans}, at + n - i
}

// ofPerson reports whether "van" stands behind one young person, so that the
// number can only be an age: "een meisje van twaalf neergestoken". "Een kind van
// twee werkende ouders" has people behind the number.
func (r ageReader) ofPerson(van, next int) bool {
	who, ok := r.persons.of(r.lower(van - 1))
	if !ok || who.class != child && who.class != client || who.plural && !r.listed(van+1, next) {
		return false
	}
	if w := r.lower(next); r.lower(next-1) == "een" || unitWords[w] || w == "pond" || w == "ons" || w == "meter" {
		return false
	}
	for i := next; i <= next+2; i++ {
		if other, ok := r.persons.of(r.lower(i)); ok && other.plural || notAfterVan[r.lower(i)] && i == next {
			return false
		}
	}
	return true
}

// listed reports whether two or more numbers stand between two tokens, as the
// ages of several children do: "twee zusjes van negen en twaalf".
func (r ageReader) listed(from, to int) bool {
	n := 0
	for i := from; i < to; i++ {
		if _, ok := prose.ParseNumber(r.lower(i)); ok {
			n++
		}
	}
	return n > 1
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
		maar naar is who was and died deed deden ging gingen sprong verdween wist vond begon bleek zat liet hield brak reed nam sloeg
		leek trok verliet vertrok ontsnapte vluchtte bezweek overleefde omkwam zich ter`) {
		afterAge[w] = true
	}
}

var notAfterVan = map[string]bool{"kind": true, "broers": true, "zussen": true, "de": true, "het": true, "hen": true,
	"deze": true, "beide": true, "geweld": true, "hulp": true, "wachten": true, "meldingen": true,
	"instanties": true, "medewerkers": true, "zaken": true, "gezinnen": true, "instellingen": true, "betrokken": true}

// listed is one number of a list of ages, with its own unit if it has one.
type listed struct {
	v    float64
	at   int
	unit string
}

// list reads "2 en 4 jaar", "7, 10 en 13", "drie maanden". The unit of the last
// member counts for those before it; without any, they are years.
func (r ageReader) list(i int) ([]span, int) {
	members, end := r.members(i)
	if len(members) == 0 {
		return nil, 0
	}
	last := members[len(members)-1].unit
	var spans []span
	for _, m := range members {
		unit := m.unit
		if unit == "" {
			unit = last
		}
		if unit == "" {
			unit = "jaar"
		}
		if unit == "jaar" && m.v < 1 && m.v != 0.5 {
			return nil, 0
		}
		s, ok := months(m.v, ageUnits[unit], r.soft(m.at))
		if !ok {
			return nil, 0
		}
		spans = append(spans, s)
	}
	return spans, end - i
}

// members reads the numbers of a list and gives where it ends.
func (r ageReader) members(i int) (out []listed, end int) {
	at := i
	end = i
	for {
		for softWords[r.lower(at)] != "" {
			at++
		}
		m, next, ok := r.member(at, len(out) == 0)
		if !ok {
			return out, end
		}
		out = append(out, m)
		end = next
		if w := r.lower(next); w != "," && w != "en" && w != "of" && w != "and" || len(out) > 12 {
			return out, end
		}
		at = next + 1
		if r.lower(next) == "," && r.lower(at) == "en" {
			at++
		}
	}
}

// member reads one number of a list, with its unit and what goes with it.
func (r ageReader) member(at int, first bool) (listed, int, bool) {
	v, next, ok := r.number(at)
	if !ok || first && v > maxAge && ageUnits[r.lower(next)].months == 0 {
		return listed{}, at, false
	}
	if !first && r.lower(at) == "een" && !strings.ContainsAny(r.t[at].Text, "éÉ") && r.lower(at+1) != "half" {
		return listed{}, at, false // "een kleuter van vier en een kind": the article
	}
	m := listed{v: v, at: at}
	if _, known := ageUnits[r.lower(next)]; !known {
		return m, next, true
	}
	m.unit = r.lower(next)
	next++
	if rest, n := r.rest(next, ageUnits[m.unit]); n > 0 {
		m.v, m.unit = v*12+float64(rest), "maanden"
		next += n
	}
	return m, next, true
}
