package victims

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"rodedraad/data"
	"rodedraad/ingest/coding/prose"
)

// place is where a case was, as named.
type place struct {
	level, name, code string
	r                 *reading
	start, end        int
	worth             int
}

// notPlaces are capitalised words behind "in" or "te" that are no places.
var notPlaces = map[string]bool{"nederland": true, "nederlandse": true, "europa": true, "kader": true, "veilig": true, "bureau": true, "jeugdzorg": true, "raad": true,
	"inspectie": true, "jeugdwet": true, "wmo": true, "ots": true, "januari": true, "februari": true, "maart": true, "april": true, "mei": true, "juni": true, "juli": true,
	"augustus": true, "september": true, "oktober": true, "november": true, "december": true, "casus": true, "zaak": true, "bijlage": true, "hoofdstuk": true, "paragraaf": true,
	"tabel": true, "figuur": true, "ggz": true, "ggd": true, "amk": true, "jji": true, "azc": true, "kerst": true, "pasen": true, "pinksteren": true, "kamer": true, "deel": true, "stichting": true,
	"ministerie": true, "openbaar": true, "gi": true, "feitenrelaas": true, "dit": true, "de": true, "het": true, "een": true, "deze": true, "samenwerkend": true, "toezicht": true, "sociaal": true, "vt": true, "om": true, "rvdk": true, "cjg": true, "bjz": true, "advies": true, "leger": true, "i": true, "ii": true, "iii": true, "a": true, "b": true, "c": true, "d": true, "x": true, "y": true, "coa": true, "nidos": true, "eerste": true, "tweede": true, "wet": true, "sinterklaas": true}

var notBehind = map[string]bool{"ziekenhuis": true, "kinderziekenhuis": true, "umc": true, "rechtbank": true, "inspectie": true, "gevestigd": true, "kantoor": true,
	"hogeschool": true, "universiteit": true, "academisch": true, "seh": true, "politie-eenheid": true, "geboren": true, "opgenomen": true, "kinderarts": true, "kliniek": true, "zetel": true, "huisartsenpost": true, "wandeling": true}

// places lists the areas a case's sentences name.
func (c *Coder) placesIn(sc *scene, year int, setting string) []place {
	var out []place
	for number, r := range sc.readings {
		t := r.s.Tokens
		for i := 0; i < len(t); i++ {
			p, n := c.placeAt(t, i, year)
			if n == 0 {
				continue
			}
			p.r, p.start, p.end = r, t[i].Start, t[i+n-1].End
			p.worth += r.placeWorth(i, setting, sc.beside(number))
			if datelined(t, i+n) && at(t, i-1) != "gemeente" {
				p.worth -= 9
			}
			out = append(out, p)
			i += n - 1
		}
	}
	return out
}

// placeWorth: near a harm or a person, or beside a sentence that tells a harm, not behind a hospital or a seat.
func (r *reading) placeWorth(i int, setting string, beside bool) int {
	w := 0
	if len(r.harms) > 0 {
		w += 6
	} else if len(r.mentions) > 0 || beside {
		w += 2
	}
	for k := 1; k <= 5; k++ {
		word := at(r.s.Tokens, i-k)
		if word == "," || word == ";" || word == "." {
			break
		}
		if notBehind[word] && stays[word] != setting {
			w -= 9
		}
	}
	if r.s.Passage.Kind == data.Title {
		w += 2
	}
	if notBehind[at(r.s.Tokens, i+2)] || notBehind[at(r.s.Tokens, i+1)] {
		w -= 4
	}
	if r.has("eerder") || r.has("elders") {
		w -= 6
	}
	return w
}

// stays are words for where somebody is cared for: the event's place when it
// happened there.
var stays = map[string]string{"kliniek": "ggz_instelling", "opgenomen": "ggz_instelling", "ziekenhuis": "ziekenhuis"}

// datelined reports whether a place's name opens the line under a title or a
// letter's head: "Utrecht, 14 september 2011".
func datelined(t []prose.Token, i int) bool {
	if at(t, i) != "," {
		return false
	}
	for k := i + 1; k <= i+2; k++ {
		switch at(t, k) {
		case "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december":
			return true
		}
	}
	return false
}

// placeAt reads a place name at a token, by the word before it.
func (c *Coder) placeAt(t []prose.Token, i, year int) (place, int) {
	before := at(t, i-1)
	if den := elided(t, i); den != "" && leads[at(t, i-2)] {
		if p, ok := c.listed(den, year); ok {
			return p, 1
		}
	}
	if name := provincial[t[i].Lower]; name != "" && capital(t[i].Text) && (before == "een" || before == "in") && i+1 < len(t) && !capital(t[i+1].Text) {
		official, code, _ := data.Province(name)
		return place{level: "provincie", name: official, code: code}, 1
	}
	if !capital(t[i].Text) || notPlaces[t[i].Lower] {
		return place{}, 0
	}
	name, n := properName(t, i)
	if at(t, i+n) == "?" || at(t, i+n+1) == "?" && at(t, i-1) == "(" {
		return place{}, 0 // a hedged name is none (seed 000)
	}
	if before == "provincie" || before == "provinciale" {
		if official, code, ok := data.Province(name); ok {
			if name == "Friesland" {
				official = name
			}
			return place{level: "provincie", name: official, code: code, worth: 3}, n
		}
	}
	if before == "gemeente" || before == "gemeenten" {
		return c.municipality(name, year, 3), n
	}
	if (before == "de" || before == "het") && leads[at(t, i-2)] {
		if p, ok := c.listed(name, year); ok && p.code != "" {
			return p, n // "uit de Noordoostpolder"
		}
	}
	lead := casework[before] || leads[before] || before == "of" && at(t, i-2) == "near"
	if before == "(" && (at(t, i+n) == "," || at(t, i+n) == ")") || before == "," && (at(t, i+n) == "," || at(t, i+n) == ".") || before == ":" {
		if p, ok := c.listed(name, year); ok {
			return p, n
		}
		return place{}, 0
	}
	if before == "van" && governed(t, i) {
		if p := c.municipality(name, year, 1); p.code != "" {
			return p, n
		}
	}
	if !lead {
		return place{}, 0
	}
	if p, ok := c.listed(name, year); ok {
		if before == "bij" || before == "nabij" {
			p.worth--
		}
		return p, n
	}
	if before == "bij" || before == "of" || casework[before] || len(name) < 3 || strings.ToUpper(name) == name || institution(name) {
		return place{}, 0
	}
	return place{level: "plaats", name: name, worth: -2}, n
}

// provincial are the adjectives of provinces that are no municipality's too.
var provincial = map[string]string{"drents": "Drenthe", "drentse": "Drenthe", "fries": "Friesland", "friese": "Friesland", "gelders": "Gelderland", "gelderse": "Gelderland",
	"zeeuws": "Zeeland", "zeeuwse": "Zeeland", "limburgs": "Limburg", "limburgse": "Limburg", "brabants": "Noord-Brabant", "brabantse": "Noord-Brabant",
	"overijssels": "Overijssel", "overijsselse": "Overijssel", "flevolands": "Flevoland", "flevolandse": "Flevoland"}

// casework are the words of a title that a place follows at once.
var casework = map[string]bool{"casusonderzoek": true, "calamiteitenonderzoek": true, "calamiteit": true, "casus": true, "calamiteitonderzoek": true, "calamiteitenrapport": true}

// leads are the prepositions before a place.
var leads = map[string]bool{"in": true, "te": true, "uit": true, "nabij": true, "bij": true}

// elided gives a name of which the article is cut to an apostrophe that stands
// by itself: "’s-Hertogenbosch".
func elided(t []prose.Token, i int) string {
	if a := at(t, i-1); a != "'" && a != "’" && a != "‘" || !strings.HasPrefix(t[i].Text, "s-") {
		return ""
	}
	return "'" + t[i].Text
}

// governed reports whether "van" follows a municipality's administration ("het
// college van Hollands Kroon" asked about its own families) or a part of a town.
func governed(t []prose.Token, i int) bool {
	switch at(t, i-2) {
	case "station", "centrum", "dorp", "stad", "haven", "binnenstad", "buitengebied", "omgeving", "wijk":
		return true
	}
	for k := 2; k <= 7; k++ {
		switch at(t, i-k) {
		case "college", "wethouders", "gemeentebestuur", "gemeenteraad", "burgemeester":
			return true
		}
	}
	return false
}

// institution guesses that a name is an organisation's, not a place's.
func institution(name string) bool {
	l := strings.ToLower(name)
	for _, part := range []string{"zorg", "jeugd", "hulp", "stichting", "groep", "ggz", "school", "huis", "bureau", "centrum", "opvang"} {
		if strings.Contains(l, part) {
			return true
		}
	}
	return false
}

// listed finds a name among provinces and municipalities.
func (c *Coder) listed(name string, year int) (place, bool) {
	official, code, province := data.Province(name)
	if province && name != "Groningen" && name != "Utrecht" {
		if name == "Friesland" {
			official = name // as published
		}
		return place{level: "provincie", name: official, code: code, worth: -1}, true
	}
	if p := c.municipality(name, year, 1); p.code != "" {
		return p, true
	}
	return place{}, false
}

func (c *Coder) municipality(name string, year int, worth int) place {
	m, ok := c.places.Municipality(name, year)
	if !ok {
		m, ok = c.places.Municipality(name, 0)
	}
	if !ok {
		return place{level: "gemeente", name: name, worth: worth}
	}
	return place{level: "gemeente", name: name, code: m.Code, worth: worth} // the name as published
}

func capital(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r) || strings.HasPrefix(s, "'s-") || strings.HasPrefix(s, "’s-")
}

// nameLinks join the parts of a name: Capelle aan den IJssel, Bergen op Zoom.
var nameLinks = map[string]bool{"aan": true, "den": true, "de": true, "op": true, "der": true, "van": true, "bij": true, "en": true, "het": true, "in": true}

// properName takes capitalised words, with small words between them, as one
// name; the longest that is in no list is still one name.
func properName(t []prose.Token, i int) (string, int) {
	end := i + 1
	for end < len(t) && end < i+5 {
		if t[end].Kind == prose.Word && capital(t[end].Text) && !notPlaces[t[end].Lower] {
			end++
			continue
		}
		k := end
		for k < len(t) && k < end+3 && nameLinks[t[k].Lower] {
			k++
		}
		if k > end && k < len(t) && t[k].Kind == prose.Word && capital(t[k].Text) && t[k-1].Lower != "in" && t[end].Lower != "en" && !(t[end].Lower == "van" && k == end+1) {
			end = k + 1
			continue
		}
		break
	}
	words := []string{}
	for _, x := range t[i:end] {
		words = append(words, x.Text)
	}
	return strings.Join(words, " "), end - i
}

// where picks the area of a case: the worthiest, of equals a municipality
// before a village before a province.
func (c *Coder) where(sc *scene, year int, setting string) (place, bool) {
	list := c.placesIn(sc, year, setting)
	rank := map[string]int{"gemeente": 0, "plaats": 1, "provincie": 2}
	slices.SortStableFunc(list, func(a, b place) int {
		if a.worth != b.worth {
			return b.worth - a.worth
		}
		return rank[a.level] - rank[b.level]
	})
	if len(list) == 0 || list[0].worth < 1 {
		return c.titled(sc, year)
	}
	return list[0], true
}

// titled gives the municipality that a title names in any way ("Wat Dordrecht
// kan leren"): that of a report that tells no place.
func (c *Coder) titled(sc *scene, year int) (place, bool) {
	for _, r := range sc.readings {
		if r.s.Passage.Kind != data.Title {
			continue
		}
		t := r.s.Tokens
		for i := range t {
			if i == 0 || !capital(t[i].Text) || notPlaces[t[i].Lower] || notBehind[at(t, i-1)] {
				continue
			}
			name, n := properName(t, i)
			if p := c.municipality(name, year, 1); p.code != "" {
				p.r, p.start, p.end = r, t[i].Start, t[i+n-1].End
				return p, true
			}
		}
	}
	return place{}, false
}
