package metadata

import (
	"fmt"

	"rodedraad/data"
	"rodedraad/ingest/coding/match"
	"rodedraad/ingest/coding/prose"
)

// kinds tells document kinds apart by the indicators of the codebook.
type kinds struct {
	set   *match.Set
	rules []kindRule
}

type kindRule struct {
	code, zone string
	weight     float64
	pattern    string
}

func newKinds(book *data.Codebook) (*kinds, error) {
	v := book.Variable(data.VarKind)
	if v == nil {
		return nil, fmt.Errorf("codebook: variable %s is missing", data.VarKind)
	}
	k := &kinds{}
	var rules []match.Rule
	for _, c := range v.Codes {
		for _, i := range c.Indicators {
			weight := i.Weight
			if weight == 0 {
				weight = 1
			}
			rules = append(rules, match.Rule{ID: len(k.rules), Pattern: i.Pattern, Concepts: v.Concepts})
			k.rules = append(k.rules, kindRule{c.Code, i.Zone, weight, i.Pattern})
		}
	}
	set, err := match.Compile(rules)
	if err != nil {
		return nil, fmt.Errorf("codebook %s: %w", v.File(), err)
	}
	k.set = set
	return k, nil
}

// judged is the kind of a document with what spoke for it.
type judged struct {
	code   string
	score  float64
	margin float64
	rule   string
	quote  data.Evidence
}

// A document of a page or two that speaks of an analysis or an inquiry is more
// often about one than one itself.
const (
	shortPages  = 2
	shortReport = 0.6
)

// judge scores every kind: each indicator counts once, in its zone. authors is
// how many inspectorates did the work.
func (k *kinds) judge(f front, h heading, authors int) judged {
	scores := map[string]float64{}
	strongest := map[string]kindRule{}
	quotes := map[string]data.Evidence{}
	seen := map[int]bool{}
	note := func(rule int, zone string, quote data.Evidence) {
		r := k.rules[rule]
		if r.zone != zone && !(r.zone == "" && zone == "voor") || seen[rule] {
			return
		}
		seen[rule] = true
		scores[r.code] += r.weight
		if r.weight > strongest[r.code].weight {
			strongest[r.code] = r
			quotes[r.code] = quote
		}
	}
	for _, hit := range k.find(h.title + " \n" + h.subtitle) {
		note(hit.Rule, "titel", h.quote)
	}
	for i := range f.lines {
		if f.lines[i].page > f.first {
			break
		}
		for _, hit := range k.set.Find(&f.lines[i].Sentence) {
			note(hit.Rule, "regel", f.lines[i].whole())
		}
	}
	for _, hit := range k.set.Find(&f.all) {
		note(hit.Rule, "voor", f.quoteAt(hit.Start))
	}
	if authors > 0 {
		scores["inspectierapport"] += 2.5
	}
	if f.pages <= shortPages {
		scores["thematische_analyse"] *= shortReport
		scores["onafhankelijk_onderzoek"] *= shortReport
	}
	return best(scores, strongest, quotes)
}

func (k *kinds) find(text string) []match.Hit {
	s := prose.Sentence{Text: text, Tokens: prose.Tokens(text, 0)}
	return k.set.Find(&s)
}

// quoteAt gives the line of the front matter in which a byte of its joined
// text stands.
func (f front) quoteAt(at int) data.Evidence {
	for _, l := range f.lines {
		if at <= len(l.Text) {
			return l.whole()
		}
		at -= len(l.Text) + 1
	}
	return data.Evidence{}
}

// minKindScore is what a kind must score to be more than "overig".
const minKindScore = 2

func best(scores map[string]float64, strongest map[string]kindRule, quotes map[string]data.Evidence) judged {
	j := judged{code: "overig"}
	second := 0.0
	for _, code := range kindOrder {
		switch s := scores[code]; {
		case s > j.score:
			second = j.score
			j = judged{code: code, score: s, rule: strongest[code].pattern, quote: quotes[code]}
		case s > second:
			second = s
		}
	}
	j.margin = j.score - second
	if j.score < minKindScore {
		j.code = "overig"
	}
	return j
}

// kindOrder breaks ties: what comes first wins.
var kindOrder = []string{
	"zakelijke_weergave", "brief", "jaarbericht", "nieuwsbericht", "wetenschappelijk", "handreiking",
	"thematische_analyse", "evaluatie_gemeente", "onafhankelijk_onderzoek", "inspectierapport", "overig",
}
