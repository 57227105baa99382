package victims

import "rodedraad/ingest/coding/prose"

// oldest is the highest birthday that is read: a young person's.
const oldest = 23

// birthday reads "op zijn vijftiende overleed", "een week na haar zestiende
// verjaardag", "kort voor zijn vierde verjaardag".
func (r ageReader) birthday(i int) (age, int) {
	if w := r.lower(i); w != "zijn" && w != "haar" && w != "diens" {
		return age{}, 0
	}
	v, ok := prose.ParseOrdinal(r.lower(i + 1))
	if !ok || v < 1 || v > oldest || r.lower(i+2) == "kind" {
		return age{}, 0
	}
	month := int(v) * 12
	switch day := r.lower(i+2) == "verjaardag"; r.lower(i - 1) {
	case "voor", "vóór":
		if !day {
			return age{}, 0
		}
		lo, hi := r.distance(i - 2)
		return age{spans: []span{{max(0, month-hi), max(0, month-lo)}}, predicate: true}, 3
	case "na":
		if !day {
			return age{}, 0
		}
		lo, hi := r.distance(i - 2)
		return age{spans: []span{{month + lo - 1, month + hi - 1}}, predicate: true}, 3
	case "rond", "sinds", "vanaf", "tot", "sedert":
		return age{}, 0
	}
	if v < 3 {
		return age{}, 0
	}
	s, ok := months(v, ageUnits["jaar"], r.soft(i))
	return age{spans: []span{s}, predicate: true}, map[bool]int{true: 2}[ok]
}

// distance reads backwards how far from a birthday: the bounds of the month,
// counted from 1, in which it falls: "drie weken" 1 to 1, "twee maanden" 2 to 2,
// "kort" 1 to 2, "enkele maanden" 2 to 5.
func (r ageReader) distance(last int) (lo, hi int) {
	unit, v, some := r.lower(last), 0.0, false
	if n, ok := prose.ParseNumber(r.lower(last - 1)); ok {
		v = n
	} else {
		some = true
	}
	return near(unit, v, some)
}

func near(unit string, v float64, some bool) (lo, hi int) {
	switch unit {
	case "dag", "dagen":
		return 1, 1
	case "week", "weken":
		if some {
			return 1, 2
		}
		n := 1 + int(v/4.5)
		return n, n
	case "maand", "maanden":
		if some {
			return 2, 5
		}
		return max(1, int(v)), max(1, int(v))
	}
	return 1, 3 // "kort voor"
}

// notOlder reads "dat niet ouder werd dan vier maanden".
func (r ageReader) notOlder(i int) (age, int) {
	at := i + 1
	if w := r.lower(at); w == "werd" || w == "geworden" || w == "mocht" {
		at++
	}
	if r.lower(i-1) != "niet" || r.lower(at) != "dan" {
		return age{}, 0
	}
	s, n, ok := r.amount(at+1, true)
	return age{spans: []span{s}, predicate: true}, map[bool]int{true: at + 1 + n - i}[ok]
}

// soon reads "die over enkele weken vier jaar zou worden".
func (r ageReader) soon(i int) (age, int) {
	at, v, some := i+1, 0.0, true
	if n, ok := prose.ParseNumber(r.lower(at)); ok {
		v, some = n, false
	} else if w := r.lower(at); w != "enkele" && w != "een" && w != "paar" {
		return age{}, 0
	}
	at++
	if r.lower(at) == "paar" {
		at, some = at+1, true
	}
	unit := r.lower(at)
	if u := ageUnits[unit]; !u.exact || u.months == 0 {
		return age{}, 0
	}
	years, next, ok := r.number(at + 1)
	if r.lower(next) == "jaar" {
		next++
	}
	if !ok || years < 1 || years > oldest || r.lower(next) != "zou" && r.lower(next) != "werd" && r.lower(next) != "wordt" && r.lower(next) != "worden" {
		return age{}, 0
	}
	lo, hi := near(unit, v, some)
	month := int(years) * 12
	return age{spans: []span{{max(0, month-hi), max(0, month-lo)}}, predicate: true}, next - i
}
