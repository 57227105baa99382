package threads

import (
	"cmp"
	"fmt"
	"maps"

	"rodedraad/data"
	"rodedraad/ingest/coding/match"
	"rodedraad/ingest/coding/prose"
)

// rules are the indicators of all codes, matched in one pass.
type rules struct {
	set  *match.Set
	list []indicator
}

// indicator is a pattern of the codebook and the code it speaks for.
type indicator struct {
	data.Indicator
	code string
}

// newRules compiles the indicators. Those of a later variable may name the
// concepts of an earlier one.
func newRules(variables []*data.Variable) (rules, error) {
	concepts := map[string][]string{}
	var out rules
	var patterns []match.Rule
	for _, v := range variables {
		maps.Copy(concepts, v.Concepts)
		for _, c := range v.Codes {
			for _, i := range c.Indicators {
				i.Weight, i.Status = cmp.Or(i.Weight, 1), cmp.Or(i.Status, data.Present)
				patterns = append(patterns, match.Rule{ID: len(out.list), Pattern: i.Pattern, Concepts: concepts})
				out.list = append(out.list, indicator{i, c.Code})
			}
		}
	}
	about := match.Rule{ID: len(out.list), Pattern: "({kind}|{ouder})", Concepts: variables[0].Concepts}
	set, err := match.Compile(append(patterns, about))
	if err != nil {
		return out, fmt.Errorf("threads: indicators: %w", err)
	}
	out.set = set
	return out, nil
}

// hit is an indicator found in a sentence.
type hit struct {
	*indicator
	match.Hit
}

// find gives the indicators found in a sentence, and whether it names a child
// or a parent.
func (r *rules) find(s *prose.Sentence) (out []hit, family bool) {
	for _, h := range r.set.Find(s) {
		if h.Rule == len(r.list) {
			family = true
			continue
		}
		out = append(out, hit{&r.list[h.Rule], h})
	}
	return out, family
}

// aboutFrom is the share of a document's sentences that must name a child or a
// parent for the passage classifier to be heard. It has only learned from texts
// about families, and hears a theme in every report on an app or a budget. In
// the sample reports on a case the least is an eighth; in reports of the
// government on other subjects it is some hundredths at most.
const aboutFrom = 0.08
