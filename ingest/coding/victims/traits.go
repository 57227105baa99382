package victims

import (
	"fmt"
	"slices"

	"rodedraad/data"
	"rodedraad/ingest/coding/match"
	"rodedraad/ingest/coding/prose"
)

// The codebook's variables that say what kind of event it was.
var traitVariables = []string{"ernst", "calamiteitstype", "setting", "gezinskader", "intentie"}

// traits is the compiled indicators of those variables.
type traits struct {
	set   *match.Set
	codes []traitCode           // by rule
	later map[string]*match.Set // by variable: words that put a code outside the event
}

type traitCode struct {
	variable, code string
	weight         float64
}

func newTraits(book *data.Codebook) (*traits, error) {
	t := &traits{later: map[string]*match.Set{}}
	var rules []match.Rule
	for _, name := range traitVariables {
		v := book.Variable(name)
		if v == nil {
			return nil, fmt.Errorf("codebook: variable %s is missing", name)
		}
		for _, c := range v.Codes {
			for _, i := range c.Indicators {
				w := i.Weight
				if w == 0 {
					w = 1
				}
				rules = append(rules, match.Rule{ID: len(rules), Pattern: i.Pattern, Concepts: v.Concepts})
				t.codes = append(t.codes, traitCode{name, c.Code, w})
			}
		}
	}
	var err error
	if t.set, err = match.Compile(rules); err != nil {
		return nil, fmt.Errorf("codebook: %w", err)
	}
	for _, name := range []string{"gezinskader", "setting"} {
		v := book.Variable(name)
		t.later[name], err = match.Compile([]match.Rule{{Pattern: "{later}", Concepts: v.Concepts}})
		if err != nil {
			return nil, fmt.Errorf("codebook %s: %w", v.Name, err)
		}
	}
	return t, nil
}

// clue is an indicator's place, with what the sentence around it is worth.
type clue struct {
	r          *reading
	start, end int
	weight     float64
}

// tally is the clues of one case by variable and code.
type tally map[string]map[string][]clue

func (t tally) score(variable, code string) float64 {
	sum := 0.0
	for _, c := range t[variable][code] {
		sum += c.weight
	}
	return min(sum, 12)
}

// best gives the code of a variable with the highest score of at least least;
// of equals the first in order.
func (t tally) best(variable string, order []string, least float64) string {
	best, top := "", least
	for _, code := range order {
		if s := t.score(variable, code); s > top || s == top && best == "" {
			best, top = code, s
		}
	}
	return best
}

// clue gives the strongest clue for a code.
func (t tally) clue(variable, code string) (clue, bool) {
	list := t[variable][code]
	if len(list) == 0 {
		return clue{}, false
	}
	return slices.MaxFunc(list, func(a, b clue) int {
		if a.weight > b.weight {
			return 1
		}
		if a.weight < b.weight {
			return -1
		}
		return 0
	}), true
}

// weigh looks for clues in a case's sentences. A sentence that tells the harm
// weighs most; one in which a person of the case is named more than the rest.
func (t *traits) weigh(readings []*reading, central func(*reading) float64) tally {
	out := tally{}
	for _, r := range readings {
		if hits := t.set.Find(r.s); len(hits) > 0 {
			t.note(out, r, hits, central)
		}
	}
	return out
}

// weighSentences weighs sentences that need not have been read.
func (t *traits) weighSentences(list []*prose.Sentence, read func(*prose.Sentence) *reading) tally {
	out := tally{}
	for _, s := range list {
		if hits := t.set.Find(s); len(hits) > 0 {
			t.note(out, read(s), hits, nil)
		}
	}
	return out
}

// note adds the clues of one sentence to a tally.
func (t *traits) note(out tally, r *reading, hits []match.Hit, central func(*reading) float64) {
	factor, share := r.telling(), 1.0
	if central != nil {
		share = central(r)
	}
	for _, h := range hits {
		c := t.codes[h.Rule]
		if r.negatedAt(h.First) && !standsDenied[c.code] || t.later[c.variable] != nil && t.outside(r, h, c.variable) {
			continue
		}
		if c.variable == "setting" && r.s.Tokens[h.First].Lower == "thuis" && at(r.s.Tokens, h.First-1) == "veilig" {
			continue // an organisation
		}
		w := c.weight * factor
		if c.variable == "gezinskader" && !r.has("elders") && !r.has("algemeen") {
			w = c.weight * max(factor, 0.35) // "twee weken eerder uitgesproken"; what ended is outside
		}
		if c.variable == "calamiteitstype" || c.variable == "setting" {
			w *= share
		}
		if c.variable == "setting" && (r.spared() || h.First > 0 && c.code == "thuis" && t.landmark(r, h, hits)) {
			w *= aside
		}
		if out[c.variable] == nil {
			out[c.variable] = map[string][]clue{}
		}
		out[c.variable][c.code] = append(out[c.variable][c.code], clue{r, h.Start, h.End, w})
	}
}

// spared reports whether a sentence only tells who was not harmed: where they were
// is not where it happened.
func (r *reading) spared() bool {
	return len(r.harms) > 0 && !slices.ContainsFunc(r.harms, func(h harm) bool { return h.outcome != unharmed })
}

// landmark reports whether a home only says where a public one is: "in het kanaal
// achter de woning".
func (t *traits) landmark(r *reading, h match.Hit, hits []match.Hit) bool {
	beyond := false
	for k := 1; k <= 3; k++ {
		switch at(r.s.Tokens, h.First-k) {
		case "achter", "bij", "nabij", "tegenover", "naast", "voor":
			beyond = true
		}
	}
	return beyond && slices.ContainsFunc(hits, func(o match.Hit) bool {
		return t.codes[o.Rule].code == "openbare_ruimte" && o.First < h.First && h.First-o.Last <= 4
	})
}

// standsDenied are codes whose indicators hold a denial themselves.
var standsDenied = map[string]bool{"geen_misdrijf": true, "geen_hulp": true, "vrijwillig": true, "natuurlijk_of_onbekend": true}

// telling weighs a sentence by whether it tells the harm and names people.
func (r *reading) telling() float64 {
	factor := 0.35
	switch {
	case len(r.harms) > 0 && len(r.mentions) > 0:
		factor = 1
	case len(r.harms) > 0 || len(r.mentions) > 0:
		factor = 0.6
	}
	if r.has("eerder") || r.has("elders") || r.has("algemeen") {
		factor *= 0.3
	}
	return factor
}

// with gives a tally to which the clues of other sentences are added at a part
// of their weight, for the variables on which the case's own sentences say
// nothing. For the legal frame only the frames named most count.
func (t tally) with(others tally, part float64) tally {
	out := tally{}
	for _, variable := range traitVariables {
		own, all := t[variable], map[string][]clue{}
		top := 0.0
		for code := range others[variable] {
			top = max(top, others.score(variable, code))
		}
		enough := variable == "gezinskader" && t.any(variable, 0.35) || variable == "setting" && t.any(variable, 1)
		for code, list := range own {
			all[code] = append(all[code], list...)
		}
		for code, list := range others[variable] {
			if enough || variable == "ernst" || variable == "gezinskader" && others.score(variable, code) < 0.5*top {
				continue
			}
			for _, c := range list {
				if variable != "gezinskader" {
					c.weight *= part
				}
				all[code] = append(all[code], c)
			}
		}
		out[variable] = all
	}
	return out
}

// any reports whether a code of a variable scores at least least.
func (t tally) any(variable string, least float64) bool {
	for code := range t[variable] {
		if t.score(variable, code) >= least {
			return true
		}
	}
	return false
}

// negatedAt: "geen mishandeling", "niet mishandeld".
func (r *reading) negatedAt(token int) bool {
	for k := 1; k <= 3; k++ {
		switch at(r.s.Tokens, token-k) {
		case "geen", "niet", "nooit", "zonder", "noch":
			return true
		case ",", ".", ";", "maar":
			return false
		}
	}
	return false
}

// ahead is how far before a code such words may stand.
var ahead = map[string]int{"gezinskader": 3, "setting": 6}

// outside reports whether a legal frame was only asked for, came later or had
// ended, or a place is where somebody was at another time: such words stand
// near it.
func (t *traits) outside(r *reading, h match.Hit, variable string) bool {
	for _, l := range t.later[variable].Find(r.s) {
		if h.First <= l.First && l.First <= h.Last {
			continue // part of the frame itself: "geen maatregel"
		}
		if at(r.s.Tokens, l.First) == "eerder" && ageUnits[at(r.s.Tokens, l.First-1)].months > 0 {
			continue // "twee weken eerder uitgesproken" held at the event
		}
		if l.First-h.Last >= 0 && l.First-h.Last <= 6 || h.First-l.Last >= 0 && h.First-l.Last <= ahead[variable] {
			if clear(r, min(h.First, l.First), max(h.Last, l.Last)) {
				return true
			}
		}
	}
	return false
}

// clear reports whether no clause ends between two tokens.
func clear(r *reading, from, to int) bool {
	for i := from; i <= to && i < len(r.s.Tokens); i++ {
		switch r.s.Tokens[i].Lower {
		case ";", ".", "maar":
			return false
		}
	}
	return true
}
