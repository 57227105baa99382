package metadata

import (
	"fmt"
	"slices"

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
	signal     string // name of a signal; "" for an indicator of the codebook
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
			k.rules = append(k.rules, kindRule{code: c.Code, zone: i.Zone, weight: weight, pattern: i.Pattern})
		}
	}
	for _, s := range signals {
		rules = append(rules, match.Rule{ID: len(k.rules), Pattern: s.pattern})
		k.rules = append(k.rules, kindRule{signal: s.name, zone: s.zone, pattern: s.pattern})
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
	local  bool // a local supervisor, such as that of the Wmo, stands on the cover
}

// observation is what a document shows of its kind: traits by name, and for
// each the line where it was seen first.
type observation struct {
	scores   map[string]float64 // of the codebook's indicators, by kind
	signs    map[string]bool
	quotes   map[string]data.Evidence // by kind
	strength map[string]kindRule      // the strongest indicator of each kind
	seen     map[int]bool
}

// observe looks for every indicator and signal in its zone; each counts once.
// namings are the inspectorates of the front matter with their roles.
func (k *kinds) observe(t *prose.Text, f front, h heading, namings []naming) *observation {
	o := &observation{scores: map[string]float64{}, signs: map[string]bool{}, quotes: map[string]data.Evidence{},
		strength: map[string]kindRule{}, seen: map[int]bool{}}
	for _, hit := range k.find(h.title + " \n" + h.subtitle) {
		if hit.First == 0 && k.rules[hit.Rule].zone == "titel" && !o.seen[hit.Rule] {
			o.scores[k.rules[hit.Rule].code] += headWeight
		}
		o.note(k, hit.Rule, h.quote, "titel")
	}
	for i := range f.lines {
		l := &f.lines[i]
		if l.page > f.first {
			break
		}
		for _, hit := range k.set.Find(&l.Sentence) {
			o.note(k, hit.Rule, l.whole(), append(zones(l, hit.First), coverZones(f, i, hit.First)...)...)
		}
	}
	for _, hit := range k.set.Find(&f.all) {
		o.note(k, hit.Rule, f.quoteAt(hit.Start), "voor")
	}
	o.introduction(k, t, f)
	o.weigh(namings, f.pages)
	o.weighChapters(t)
	o.weighObject(casesStudied(t, f, h), h.title, count(namings, author) > 0)
	if kind := maker(t); kind != "" {
		o.scores[kind] += actWeight
	}
	return o
}

// headWeight is added when an indicator opens the title: a title begins with
// what the document is ("Raadsvoorstel instellen onderzoekscommissie").
const headWeight = 2

// introduction looks for what a report says of its making in the chapters behind
// its first pages: occasion, method, summary. A cover may name nobody.
func (o *observation) introduction(k *kinds, t *prose.Text, f front) {
	for i := range t.Sentences {
		s := &t.Sentences[i]
		if s.Passage.Page < f.first+frontPages || !introduces(s, f) {
			continue
		}
		for _, hit := range k.set.Find(s) {
			if c := k.rules[hit.Rule].code; c != "" && !making[c] {
				continue
			}
			if quote, ok := t.QuoteAround(s, hit.Start, hit.End); ok {
				o.note(k, hit.Rule, quote, "voor")
			}
		}
	}
}

// making are the kinds that differ in who made the report.
var making = map[string]bool{"evaluatie_gemeente": true, "onafhankelijk_onderzoek": true, "inspectierapport": true}

// A short document that speaks of an analysis or an inquiry is more often about
// one than one itself.
const (
	shortPages  = 2
	shortReport = 0.6
)

// note counts a hit when it stands in the zone where its rule is looked for.
func (o *observation) note(k *kinds, rule int, quote data.Evidence, zones ...string) {
	r := k.rules[rule]
	zone := r.zone
	if zone == "" {
		zone = "voor"
	}
	if o.seen[rule] || !slices.Contains(zones, zone) {
		return
	}
	o.seen[rule] = true
	if r.signal != "" {
		o.signs[r.signal] = true
		return
	}
	o.scores[r.code] += r.weight
	if r.weight > o.strength[r.code].weight {
		o.strength[r.code] = r
		o.quotes[r.code] = quote
	}
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

// judge decides by the scores of the indicators.
func (k *kinds) judge(t *prose.Text, f front, h heading, namings []naming) judged {
	o := k.observe(t, f, h, namings)
	j := best(o.scores, o.strength, o.quotes)
	j.local = o.signs["toezichthouder"]
	return j
}
