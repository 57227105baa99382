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
	set, err := match.Compile(patterns)
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

func (r *rules) find(s *prose.Sentence) []hit {
	var out []hit
	for _, h := range r.set.Find(s) {
		out = append(out, hit{&r.list[h.Rule], h})
	}
	return out
}
