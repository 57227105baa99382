package victims

import (
	"slices"

	"rodedraad/data"
)

var residential = map[string]bool{"residentieel_open": true, "gesloten_jeugdhulp": true, "jji": true, "ggz_instelling": true, "gezinshuis": true}

var settingOrder = []string{"gesloten_jeugdhulp", "jji", "asielopvang", "vrouwen_of_maatsch_opvang", "gezinshuis", "pleeggezin", "kinderopvang",
	"ggz_instelling", "ziekenhuis", "school", "residentieel_open", "openbare_ruimte", "thuis"}

var frames = []string{"vots", "ots", "uhp", "voogdij", "gesloten_machtiging", "jeugdreclassering", "drang", "vrijwillig", "geen_hulp"}

// event is what a case's sentences say it was.
type event struct {
	class, setting, intent string
	types, legal           []string
}

// judge decides class, types, setting, legal frame and intent of a case.
func (t tally) judge(rows []row, whole bool) event {
	e := event{setting: t.best("setting", settingOrder, 0.5), intent: "niet_vastgesteld"}
	if c, ok := t.clue("setting", e.setting); whole && ok && c.weight < 0.5 && t.score("setting", e.setting) < 1.5 {
		e.setting = "" // named aside, once or twice
	}
	if e.setting == "" {
		e.setting = "onbekend"
	}
	if s := t.secure(); e.setting == "residentieel_open" && s != "" {
		e.setting = s
	}
	if t.outdoors(e.setting) {
		e.setting = "openbare_ruimte"
	}
	if e.setting == "openbare_ruimte" && t.housed() {
		e.setting = "thuis"
	}
	e.types = t.types(rows, e.setting)
	if whole && (t.athome(rows, e) || e.setting == "onbekend" && len(rows) > 0) {
		e.setting = "thuis" // a report names any other place
	}
	e.class = t.class(rows, e)
	e.legal = t.legal(e.setting, whole)
	switch {
	case t.score("intentie", "veroordeeld") >= 0.6:
		e.intent = "veroordeeld"
	case t.score("intentie", "geen_misdrijf") >= 0.6:
		e.intent = "geen_misdrijf"
	case t.score("intentie", "verdacht") >= 0.5:
		e.intent = "verdacht"
	}
	return e
}

// secure gives the closed kind of home that a report tells the event of, when
// there is one: the words of a living group fit each kind.
func (t tally) secure() string {
	for _, code := range []string{"gesloten_jeugdhulp", "jji"} {
		if c, ok := t.clue("setting", code); ok && (c.weight >= 1.8 || c.r.s.Passage.Kind == data.Title) {
			return code
		}
	}
	return ""
}

// said reports whether a clue to a code is of some weight by itself.
func (t tally) said(variable, code string, least float64) bool {
	c, ok := t.clue(variable, code)
	return ok && c.weight >= least
}

// adjoins reports whether a clue names the home that a place belongs to: "in de
// sloot achter het gezinshuis".
func (c clue) adjoins() bool {
	t := c.r.s.Tokens
	for i := range t {
		if t[i].Start < c.start {
			continue
		}
		for k := 1; k <= 3; k++ {
			switch at(t, i-k) {
			case "achter", "bij", "naast", "voor", "terrein", "tuin":
				return true
			}
		}
		return false
	}
	return false
}

// housed reports whether the sentence that puts an event in a public place most
// strongly names a home there: "in een chalet op een vakantiepark".
func (t tally) housed() bool {
	public, ok := t.clue("setting", "openbare_ruimte")
	return ok && slices.ContainsFunc(t["setting"]["thuis"], func(c clue) bool {
		return c.r == public.r && c.weight >= public.weight && !c.adjoins()
	})
}

// outdoors reports whether the sentence that tells the harm puts it in a public
// place, of a child of whom the report says more often where it lived.
func (t tally) outdoors(setting string) bool {
	if !residential[setting] && setting != "pleeggezin" && (setting != "thuis" || t.said("setting", "thuis", 0.9)) {
		return false
	}
	beside := func(r *reading) bool {
		return setting != "thuis" && slices.ContainsFunc(t["setting"][setting], func(c clue) bool { return c.r == r && c.adjoins() })
	}
	return slices.ContainsFunc(t["setting"]["openbare_ruimte"], func(c clue) bool {
		return c.weight >= 1.5 && !beside(c.r) && slices.ContainsFunc(c.r.harms, func(h harm) bool { return h.outcome >= serious && h.frame != naming })
	})
}

// passing are settings that a report names for many reasons: the school, the
// nursery and the street of a family to which the event happened at home.
var passing = map[string]bool{"onbekend": true, "kinderopvang": true, "school": true, "openbare_ruimte": true, "ggz_instelling": true, "ziekenhuis": true}

// athome reports whether an event of a report is best taken to have happened at
// home, when its setting is not told or only passed by: violence or neglect by
// those at home, or harm to a child too young to be elsewhere alone.
func (t tally) athome(rows []row, e event) bool {
	if e.setting == "openbare_ruimte" && t.outdoors("thuis") {
		return false // a home beside it is where the family lived
	}
	if !passing[e.setting] || e.setting != "onbekend" && t.score("setting", e.setting) >= 2.5 {
		return false
	}
	for code := range t["setting"] {
		if c, ok := t.clue("setting", code); ok && !passing[code] && code != "thuis" && (c.weight >= 0.9 || t.score("setting", code) >= 1.2) {
			return false // a place that is no passing one
		}
	}
	if slices.ContainsFunc(rows, func(r row) bool { return r.person.span != nil && r.person.span.hi < 48 && r.person.outcome >= other }) {
		return true
	}
	if c, ok := t.clue("setting", e.setting); ok && c.weight >= plainly || len(e.types) == 0 {
		return false
	}
	return e.types[0] == "fataal_geweld" || e.types[0] == "ernstige_mishandeling" || e.types[0] == "verwaarlozing"
}

// plainly is the weight of a clue in a sentence that tells of a person.
const plainly = 0.85

// worst is the gravest outcome among the rows, and whether it was by own hand.
func worst(rows []row) (outcome int, self bool) {
	for _, r := range rows {
		if r.person.outcome > outcome || r.person.outcome == outcome && r.person.self {
			outcome, self = r.person.outcome, r.person.self
		}
	}
	return outcome, self
}

// types gives the kinds of event that fit the outcome and are said.
func (t tally) types(rows []row, setting string) []string {
	score := func(code string) float64 { return t.score("calamiteitstype", code) }
	t.illness()
	out, self := worst(rows)
	if out == fatal && !t.titledNear() {
		switch {
		case self && (score("suicide") > 0 || score("fataal_geweld") < 1.5 && score("ongeval") < 1.5):
			return []string{"suicide"}
		case score("verwaarlozing") >= 2 && score("verwaarlozing") > score("fataal_geweld"):
			return []string{"verwaarlozing"}
		case score("fataal_geweld") >= 1.5 && score("fataal_geweld") > score("ongeval"):
			return []string{"fataal_geweld"}
		case (score("suicide") >= 3 || t.said("calamiteitstype", "suicide", 1) && score("suicide") > score("fataal_geweld")) && score("suicide") > score("ongeval"):
			return []string{"suicide"}
		case score("ongeval") >= 0.6 && score("ongeval") >= score("natuurlijk_of_onbekend") && score("ongeval") >= score("fataal_geweld"), score("ongeval") >= 1 && score("ongeval") >= score("natuurlijk_of_onbekend"):
			if score("incident_residentieel") >= 2 {
				return []string{"ongeval", "incident_residentieel"}
			}
			return []string{"ongeval"}
		case score("seksueel_misbruik") >= 6:
			return []string{"seksueel_misbruik"}
		case attacked(rows):
			return []string{"fataal_geweld"}
		case score("natuurlijk_of_onbekend") < 1 && score("verwaarlozing") >= 1.2:
			return []string{"verwaarlozing"}
		case score("natuurlijk_of_onbekend") < 1 && score("fataal_geweld") >= 1.2:
			return []string{"fataal_geweld"}
		case score("natuurlijk_of_onbekend") < 0.5 && score("fataal_geweld") >= 0.5 && score("fataal_geweld") >= score("verwaarlozing"):
			return []string{"fataal_geweld"}
		case score("natuurlijk_of_onbekend") < 0.6 && score("verwaarlozing") >= 0.6 && score("verwaarlozing") > score("ongeval"):
			return []string{"verwaarlozing"}
		}
		return []string{"natuurlijk_of_onbekend"}
	}
	order := []string{"suicidepoging", "seksueel_misbruik", "incident_residentieel", "verwaarlozing", "ernstige_mishandeling", "ongeval", "overig"}
	if !institutional[setting] && (setting == "thuis" || setting == "pleeggezin") {
		order = slices.DeleteFunc(order, func(code string) bool { return code == "incident_residentieel" }) // it is no facility
	}
	best := t.best("calamiteitstype", order, 0.6)
	if ill := score("natuurlijk_of_onbekend"); best != "" && ill >= 2.5 && ill >= 2*score(best) {
		best = "" // nobody died of it: an illness may be what the harm led to
	}
	if best == "" && institutional[setting] && out >= other {
		return []string{"incident_residentieel"}
	}
	if best == "" && out <= unharmed {
		return []string{"overig"}
	}
	if best == "" {
		return []string{"natuurlijk_of_onbekend"}
	}
	shut := setting == "gesloten_jeugdhulp" || setting == "jji"
	if best == "ernstige_mishandeling" && institutional[setting] && (shut || score("incident_residentieel") >= 0.6) || best == "ongeval" && shut {
		return []string{"incident_residentieel", best} // among those who live or work there
	}
	types := []string{best}
	for _, also := range []string{"ernstige_mishandeling", "verwaarlozing", "seksueel_misbruik"} {
		if also != best && score(also) >= 4 && score(best) >= 4 && best != "suicidepoging" && best != "incident_residentieel" {
			types = append(types, also)
		}
	}
	return types
}

// illness takes from the clues to an illness those in sentences that tell no
// harm: a report names the ailments of everybody in a family.
func (t tally) illness() {
	list := slices.Clone(t["calamiteitstype"]["natuurlijk_of_onbekend"])
	for i := range list {
		if len(list[i].r.harms) == 0 {
			list[i].weight *= 0.2
		}
	}
	if len(list) > 0 {
		t["calamiteitstype"]["natuurlijk_of_onbekend"] = list
	}
}

// institutional are the settings with staff and groups.
var institutional = map[string]bool{"residentieel_open": true, "gesloten_jeugdhulp": true, "jji": true, "ggz_instelling": true}

// titledNear reports whether the title calls the event a near-calamity.
func (t tally) titledNear() bool {
	return slices.ContainsFunc(t["ernst"]["bijna_calamiteit"], func(c clue) bool { return c.r.s.Passage.Kind == data.Title })
}

// attacked reports whether somebody who died was the object of violence.
func attacked(rows []row) bool {
	return slices.ContainsFunc(rows, func(r row) bool {
		return r.person.outcome == fatal && (r.person.attacked || r.person.whole != nil && r.person.whole.attacked)
	})
}

func (t tally) class(rows []row, e event) string {
	out, _ := worst(rows)
	near := t.score("ernst", "bijna_calamiteit")
	violent := t.score("ernst", "geweld_bij_verstrekking") > 0 && residential[e.setting]
	staffOnly := len(rows) > 0 && !slices.ContainsFunc(rows, func(r row) bool { return r.person.class != staff })
	switch {
	case near >= 0.3 && out != fatal, t.titledNear():
		return "bijna_calamiteit"
	case staffOnly, violent && out != fatal && !slices.Contains(e.types, "suicidepoging"):
		return "geweld_bij_verstrekking"
	case out >= serious:
		return "calamiteit"
	case out == unharmed:
		return "incident"
	case slices.Contains(e.types, "ongeval") && out == other, slices.Contains(e.types, "overig"):
		return "incident"
	}
	return "calamiteit"
}

// legal gives the frames that held at the event.
func (t tally) legal(setting string, whole bool) []string {
	var out []string
	for _, f := range frames {
		if t.score("gezinskader", f) >= 0.35 {
			out = append(out, f)
		}
	}
	drop := func(code string, when ...string) {
		if slices.ContainsFunc(when, func(w string) bool { return slices.Contains(out, w) }) {
			out = slices.DeleteFunc(out, func(f string) bool { return f == code })
		}
	}
	drop("geen_hulp", "vots", "ots", "uhp", "voogdij", "gesloten_machtiging", "jeugdreclassering", "vrijwillig", "drang")
	drop("vrijwillig", "vots", "ots", "uhp", "voogdij", "gesloten_machtiging", "drang")
	drop("drang", "vots", "ots", "voogdij")
	drop("uhp", "voogdij") // who has custody decides where the child lives
	alone := slices.Contains(out, "uhp") && !slices.Contains(out, "ots") && !slices.Contains(out, "vots")
	if alone && whole && (setting == "pleeggezin" || setting == "gezinshuis" || setting == "residentieel_open") {
		out = append(out, "ots") // the law grants one only under an order
	}
	if setting == "thuis" && slices.Contains(out, "uhp") && !slices.Contains(out, "ots") && !slices.Contains(out, "vots") {
		out = slices.DeleteFunc(out, func(f string) bool { return f == "uhp" }) // another child's: none without an order
	}
	if setting == "gesloten_jeugdhulp" && !slices.Contains(out, "gesloten_machtiging") && slices.Contains(out, "ots") {
		out = append(out, "gesloten_machtiging") // nobody is there without one
	}
	if setting == "gesloten_jeugdhulp" {
		drop("uhp", "gesloten_machtiging") // the same order
	}
	if t.score("gezinskader", "vots") >= t.score("gezinskader", "ots") {
		drop("ots", "vots")
	} else {
		drop("vots", "ots")
	}
	if slices.Contains(out, "ots") && !slices.Contains(out, "uhp") && (setting == "pleeggezin" || setting == "gezinshuis") {
		out = append(out, "uhp") // no child under an order lives with others without one
	}
	if len(out) == 0 {
		return []string{"onbekend"}
	}
	return out
}
