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
			r := rule{code: c.Code, capitals: strings.IndexFunc(i.Pattern, unicode.IsUpper) >= 0}
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
		if r.capitals && s.Tokens[h.First].Text == s.Tokens[h.First].Lower {
			continue
		}
		all = append(all, party{r.code, h.First, h.Last})
	}
	for _, m := range p.sectors.Mentions(s) {
		all = append(all, party{sectorAddressee(m.Code), m.First, m.Last})
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
	return out
}

// sectorAddressee is the addressee code of a sector.
func sectorAddressee(sector string) string {
	switch sector {
	case "om", "rechtspraak":
		return "om_rechtspraak"
	}
	return "instelling"
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
	switch v.rule {
	case "sender asks", "signal":
		return asked(s, list, h)
	case "command":
		return commanded(s, list, v.from)
	case "measure":
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
	for _, p := range list {
		if p.first <= 8 && (p.code != "inspectie" || p.first > 2) && subject(s, p) {
			return p.code
		}
	}
	return ""
}

// asked is the first party that is not the sender.
func asked(s *prose.Sentence, list []party, h hits) string {
	verb := -1
	if h.has(cueAsks) {
		verb = h[cueAsks][0].First
	}
	for _, p := range list {
		sender := p.code == "inspectie" && (p.first < verb || p.first-verb <= 4)
		if !sender && (p.first > verb || strings.EqualFold(s.Tokens[0].Text, "aan") || strings.EqualFold(s.Tokens[0].Text, "van")) {
			return p.code
		}
	}
	for _, t := range s.Tokens {
		if t.Lower == "u" || t.Lower == "uw" {
			return "instelling"
		}
	}
	return ""
}

// commanded is whom an imperative addresses: the label before it, or "als
// gemeente".
func commanded(s *prose.Sentence, list []party, from int) string {
	for _, p := range list {
		if s.Tokens[p.first].Start < from {
			return p.code
		}
		if p.first > 0 && s.Tokens[p.first-1].Lower == "als" {
			return p.code
		}
	}
	return ""
}

// subject reports whether a party is not behind a preposition.
func subject(s *prose.Sentence, p party) bool {
	for i := p.first - 1; i >= 0 && i >= p.first-2; i-- {
		switch s.Tokens[i].Lower {
		case "bij", "met", "in", "door", "tussen", "over", "binnen", "naar", "buiten", "op", "tegen":
			return false
		}
	}
	return true
}
