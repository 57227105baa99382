package recommendations

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode"

	"rodedraad/data"
	"rodedraad/ingest/coding/match"
	"rodedraad/ingest/coding/prose"
	"rodedraad/ingest/coding/sectors"
)

// party is somebody a sentence names who can be asked to act.
type party struct {
	code        string // addressee code
	first, last int    // tokens
}

// parties finds those who can be addressed: the indicators of the codebook's
// addressees, and every sector that has a name.
type parties struct {
	set     *match.Set
	rules   []rule
	sectors *sectors.Lexicon
}

type rule struct {
	code     string
	capitals bool
	hint     bool // a thing only this addressee can do, not its name
}

func newParties(book *data.Codebook, variable *data.Variable) (*parties, error) {
	lexicon, err := sectors.NewLexicon(book)
	if err != nil {
		return nil, err
	}
	p := &parties{sectors: lexicon}
	var rules []match.Rule
	for _, c := range variable.Codes {
		for _, i := range c.Indicators {
			r := rule{code: c.Code, capitals: strings.IndexFunc(i.Pattern, unicode.IsUpper) >= 0, hint: i.Weight > 0 && i.Weight < 1}
			if i.Status == data.NotMentioned {
				r.code = ""
			}
			rules = append(rules, match.Rule{ID: len(p.rules), Pattern: i.Pattern, Concepts: variable.Concepts})
			p.rules = append(p.rules, r)
		}
	}
	if p.set, err = match.Compile(rules); err != nil {
		return nil, fmt.Errorf("codebook %s: %w", variable.File(), err)
	}
	return p, nil
}

// in gives the parties of a sentence from left to right; where names overlap
// the longest counts.
func (p *parties) in(s *prose.Sentence) []party {
	var all []party
	for _, h := range p.set.Find(s) {
		r := p.rules[h.Rule]
		if first := s.Tokens[h.First].Text; r.hint || r.capitals && first != strings.ToUpper(first) {
			continue
		}
		all = append(all, party{r.code, h.First, h.Last})
	}
	for _, m := range p.sectors.Mentions(s) {
		all = append(all, party{sectorAddressee(s, m), m.First, m.Last})
	}
	for i, t := range s.Tokens {
		if people(t.Lower) || i > 0 && each[s.Tokens[i-1].Lower] && s.Tokens[i-1].Lower != "een" && person(t.Lower) {
			all = append(all, party{"professional", i, i})
		}
	}
	slices.SortStableFunc(all, func(a, b party) int {
		return cmp.Or(cmp.Compare(b.last-b.first, a.last-a.first), cmp.Compare(a.first, b.first))
	})
	taken := make([]bool, len(s.Tokens))
	var out []party
	for _, x := range all {
		if slices.Contains(taken[x.first:x.last+1], true) {
			continue
		}
		for i := x.first; i <= x.last; i++ {
			taken[i] = true
		}
		if x.code != "" {
			out = append(out, x)
		}
	}
	slices.SortFunc(out, func(a, b party) int { return cmp.Compare(a.first, b.first) })
	return slices.DeleteFunc(out, func(x party) bool {
		// "uw college": the college, not an organisation.
		return s.Tokens[x.first].Lower == "uw" && x.last+1 < len(taken) && taken[x.last+1]
	})
}

// inLastCell is the last party that a table row names behind its first cell.
func (c *Coder) inLastCell(s *prose.Sentence) string {
	cell, who := 0, ""
	list := c.parties.in(s)
	for i, t := range s.Tokens {
		if t.Text == "|" {
			cell++
		}
		for _, p := range list {
			if p.first == i && cell > 0 {
				who = p.code
			}
		}
	}
	return who
}

// hinted is the addressee who alone can do what a sentence asks: budgets are
// the municipality's, guidelines the association's. The most hints win.
func (p *parties) hinted(s *prose.Sentence) string {
	count := map[string]int{}
	for _, h := range p.set.Find(s) {
		if r := p.rules[h.Rule]; r.hint {
			count[r.code]++
		}
	}
	best := ""
	for _, r := range p.rules {
		if count[r.code] > count[best] {
			best = r.code
		}
	}
	return best
}

// sectorAddressee is the addressee code of a sector, named as an organisation
// or, behind "iedere" or "alle", as the people who work there.
func sectorAddressee(s *prose.Sentence, m sectors.Mention) string {
	switch m.Code {
	case "om", "rechtspraak":
		return "om_rechtspraak"
	case "zvh":
		if strings.Contains(s.Tokens[m.Last].Lower, "huis") {
			return "keten" // organisations that meet there
		}
	}
	if people(s.Tokens[m.Last].Lower) {
		return "professional" // "Jeugdbeschermers vragen …": each of them
	}
	if m.First > 0 && each[s.Tokens[m.First-1].Lower] && person(s.Tokens[m.Last].Lower) {
		return "professional"
	}
	return "instelling"
}

var each = map[string]bool{"elke": true, "iedere": true, "elk": true, "ieder": true, "alle": true, "een": true}

// person reports whether a word names somebody by profession.
func person(word string) bool {
	return profession(strings.TrimSuffix(strings.TrimSuffix(word, "en"), "s"))
}

// people reports whether a word names more than one of them: advice to
// "begeleiders" is for each who works with a family.
func people(word string) bool {
	for _, end := range []string{"s", "en", "es", "n"} {
		if one, ok := strings.CutSuffix(word, end); ok && profession(one) {
			return true
		}
	}
	return word == "groepsleiding"
}

func profession(word string) bool {
	for _, end := range []string{"consulent", "arts", "voogd", "beschermer", "werker", "begeleider", "verpleegkundig", "verpleegkundige",
		"leerkracht", "agent", "psychiater", "psycholoog", "hulpverlener", "coach", "verloskundig", "verloskundige", "ondersteuner",
		"groepsleider", "behandelaar", "behandelar", "therapeut", "mentor"} {
		if strings.HasSuffix(word, end) {
			return true
		}
	}
	return false
}

// firstParty gives the first party from a token on.
func (c *Coder) firstParty(s *prose.Sentence, from int) (party, bool) {
	for _, p := range c.parties.in(s) {
		if p.first >= from {
			return p, true
		}
	}
	return party{}, false
}

// addressed finds whom a sentence addresses itself: the one who is asked by
// name, or the one who opens it.
func (c *Coder) addressed(s *prose.Sentence, h hits, v verdict) string {
	list := c.parties.in(s)
	who := c.askedOf(s, list, h, v)
	if enumerated(s, list) || (who == "instelling" || who == "gemeente_bestuurder") && jointly(s, list) {
		return "keten"
	}
	return who
}

func (c *Coder) askedOf(s *prose.Sentence, list []party, h hits, v verdict) string {
	switch v.rule {
	case "sender asks":
		return asked(s, list, h, v.asked)
	case "signal":
		return signalled(list)
	case "command":
		return commanded(s, list, v.asked)
	}
	if itself(s, list) {
		return "inspectie"
	}
	if v.rule == "measure" || v.rule == "follow-up" {
		return imposed(list)
	}
	for _, p := range list {
		if agent(s, p) {
			return p.code
		}
	}
	for _, p := range list {
		if p.first <= 12 && (p.code != "inspectie" || p.first > 2) && subject(s, p) {
			return p.code
		}
	}
	return ""
}

// itself reports whether the inspectorate opens a sentence as the one who will
// do something: "De inspectie zal …".
func itself(s *prose.Sentence, list []party) bool {
	if len(list) == 0 || list[0].code != "inspectie" || list[0].first > 2 || list[0].last+1 >= len(s.Tokens) {
		return false
	}
	for _, t := range s.Tokens[list[0].last+1 : min(list[0].last+3, len(s.Tokens))] {
		switch t.Lower {
		case "zal", "zullen", "gaat", "gaan":
			return true
		}
	}
	return false
}

// imposed is the first party that is not the inspectorate, else that.
func imposed(list []party) string {
	for _, p := range list {
		if p.code != "inspectie" {
			return p.code
		}
	}
	if len(list) > 0 {
		return list[0].code
	}
	return ""
}

// signalled is whom a signal is put before: seldom the organisation it is
// about.
func signalled(list []party) string {
	for _, p := range list {
		switch p.code {
		case "rijk_wetgever", "brancheorganisatie_vng", "gemeente_bestuurder", "om_rechtspraak", "keten":
			return p.code
		}
	}
	return ""
}

// asked is the party that stands between the asking and what is asked, which
// begins at byte from, or is the subject of what is asked.
func asked(s *prose.Sentence, list []party, h hits, from int) string {
	verb, we := -1, false
	if h.has(cueAsks) {
		verb = h[cueAsks][0].First
	}
	for _, sender := range h[cueSender] {
		we = we || sender.First != verb && s.Tokens[sender.First].Lower == "wij"
	}
	fronted := slices.Contains([]string{"aan", "van", "bij"}, s.Tokens[min(afterMark(s), len(s.Tokens)-1)].Lower) || inverted(s, h, verb)
	for _, p := range list {
		start := s.Tokens[p.first].Start
		if p.code == "inspectie" && !we && (p.first < verb || p.first-verb <= 4) {
			continue
		}
		if p.first < verb && !fronted {
			continue
		}
		if verb >= 0 && from > s.Tokens[verb].Start && start > from && !startsWithDat(s, from) {
			break
		}
		return p.code
	}
	for _, t := range s.Tokens {
		if t.Lower == "u" || t.Lower == "uw" {
			return "instelling"
		}
	}
	return ""
}

// inverted reports whether the sender stands right behind the verb of asking:
// then who is asked opens the sentence ("De beroepsvereniging vragen wij …").
func inverted(s *prose.Sentence, h hits, verb int) bool {
	return verb > 0 && slices.ContainsFunc(h[cueSender], func(x match.Hit) bool {
		first := s.Tokens[x.First].Lower
		return x.First > verb && x.First <= verb+1 && (first == "wij" || first == "ik") || x.Last == verb && x.First > 0
	})
}

func startsWithDat(s *prose.Sentence, from int) bool {
	for _, t := range s.Tokens {
		if t.Start >= from {
			return t.Lower == "dat"
		}
	}
	return false
}

// commanded is whom an imperative addresses: the label before it, somebody
// called by name, or "als gemeente".
func commanded(s *prose.Sentence, list []party, from int) string {
	for _, p := range list {
		if s.Tokens[p.first].Start < from || p.first == 0 && p.last+1 < len(s.Tokens) {
			return p.code
		}
		if p.first > 0 && s.Tokens[p.first-1].Lower == "als" {
			return p.code
		}
	}
	return ""
}

// agent reports whether a party is the one by whom something is done: "wordt
// door de betrokken organisaties bepaald".
func agent(s *prose.Sentence, p party) bool {
	for i := p.first - 1; i >= 0 && i >= p.first-2; i-- {
		switch s.Tokens[i].Lower {
		case "door":
			return !past(s)
		case "de", "het", "een", "alle", "iedere", "elke":
		default:
			return false
		}
	}
	return false
}

// subject reports whether a party is not behind a preposition.
func subject(s *prose.Sentence, p party) bool {
	for i := p.first - 1; i >= 0 && i >= p.first-4; i-- {
		switch s.Tokens[i].Lower {
		case "bij", "met", "in", "door", "tussen", "over", "binnen", "naar", "buiten", "op", "tegen":
			return false
		}
	}
	return true
}
