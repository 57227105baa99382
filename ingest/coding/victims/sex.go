package victims

import "strings"

// singular are verbs behind "zij" that show it to be one person.
var singular = map[string]bool{"was": true, "werd": true, "had": true, "is": true, "heeft": true, "overleed": true, "woonde": true,
	"verbleef": true, "raakte": true, "kreeg": true, "stond": true, "zat": true, "lag": true, "wordt": true, "ging": true}

// sexes reads the sex of a victim whose noun does not tell it from the pronoun
// behind it: "een baby. Hij was zeven maanden". Only in a whole report, in
// which the pronoun returns; a lone passage's "hij" after a de-word is no sex.
func (c *scene) sexes() {
	if !c.whole {
		return
	}
	for _, p := range c.people {
		if p.sex != "" || p.outcome < other || p.lo != 1 || p.hi != 1 || p.agent {
			continue
		}
		for i, r := range c.readings {
			if r != p.told && r != p.harmed {
				continue
			}
			if p.sex == "" {
				p.sex = r.pronoun(p)
			}
			if p.sex == "" && i+1 < len(c.readings) && c.readings[i+1].s.Passage == r.s.Passage && p.young() {
				p.sex = c.readings[i+1].opening()
			}
		}
	}
}

// pronoun gives the sex of a pronoun behind the only singular person of a
// sentence that it can mean.
func (r *reading) pronoun(p *person) string {
	from := -1
	for _, m := range r.mentions {
		if m.class == p.class && m.lo == 1 && (m.word == p.word || m.young()) {
			from = m.last
			break
		}
	}
	if from < 0 {
		return ""
	}
	for i := from + 1; i < len(r.s.Tokens); i++ {
		sex := r.sexAt(i)
		if sex != "" && !r.names(sex, i) {
			return sex
		}
		if at(r.s.Tokens, i) == "haar" && r.family(i+1) && !r.names("v", i) {
			return "v" // "een achtjarige en haar broertje", "een baby door haar vader"
		}
	}
	return ""
}

// family reports whether a token is a relative's noun.
func (r *reading) family(token int) bool {
	m, ok := r.mentionFrom(token)
	return ok && (m.class == parent || m.class == kin || m.class == child)
}

// opening gives the sex of the pronoun that opens a sentence: "zij overleed",
// "de volgende ochtend is zij gevonden".
func (r *reading) opening() string {
	if len(r.mentions) > 0 && r.mentions[0].first == 0 && sibling(strings.TrimSuffix(r.mentions[0].word, "s")) {
		switch at(r.s.Tokens, 0) {
		case "zijn":
			return "m" // "Zijn vier broers en zussen waren thuis."
		case "haar":
			return "v"
		}
	}
	for i := 0; i < len(r.s.Tokens) && i < 7; i++ {
		if len(r.mentions) > 0 && r.mentions[0].first <= i || r.s.Tokens[i].Lower == "," {
			return ""
		}
		if sex := r.sexAt(i); sex != "" {
			return sex
		}
	}
	return ""
}

func (r *reading) sexAt(i int) string {
	switch at(r.s.Tokens, i) {
	case "hij":
		return "m"
	case "zij", "ze":
		if ofOne(at(r.s.Tokens, i+1)) || ofOne(at(r.s.Tokens, i-1)) {
			return "v"
		}
	}
	return ""
}

// ofOne reports whether a verb beside "zij" shows it to be one person: one of the
// usual, or any in the past that ends in -de or -te.
func ofOne(verb string) bool {
	past := strings.HasSuffix(verb, "de") || strings.HasSuffix(verb, "te")
	return singular[verb] || past && len(verb) > 4 && !adjectival[verb]
}

// adjectival are words in -de and -te that are no verb.
var adjectival = map[string]bool{"beide": true, "einde": true, "gemeente": true, "laatste": true, "eerste": true, "derde": true, "vierde": true, "tweede": true, "zelfde": true, "hetzelfde": true, "dezelfde": true}

// names reports whether somebody of a sex is named before a token.
func (r *reading) names(sex string, before int) bool {
	for _, m := range r.mentions {
		if m.sex == sex && m.head < before {
			return true
		}
	}
	return false
}
