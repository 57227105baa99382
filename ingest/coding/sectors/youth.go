package sectors

import (
	"slices"
	"strings"

	"rodedraad/ingest/coding/prose"
)

// adultWords name the adults of a family.
var adultWords = wordSet("vader moeder vaders moeders ouder ouders stiefvader stiefmoeder partner mevrouw meneer man vrouw " +
	"oma opa vriend vriendin volwassene volwassenen echtgenoot")

func wordSet(words string) map[string]bool {
	out := map[string]bool{}
	for _, t := range prose.Tokens(words, 0) {
		out[t.Lower] = true
	}
	return out
}

// adultOrYouth settles words like "psychiater" and "crisisdienst", which the
// lexicon counts as care for adults: in a report on a young patient, who is
// known by care for the young being named too, they count as care for the
// young unless the report speaks of a parent with them.
func adultOrYouth(bySector map[string][]seen) {
	const adult, youth = "volwassen_ggz", "jeugd_ggz"
	clear := slices.ContainsFunc(bySector[youth], func(m seen) bool { return m.weight >= 0.5 })
	if !clear || len(bySector[adult]) == 0 {
		return
	}
	for _, m := range bySector[adult] {
		if withAdult(m.sentence) || plainlyAdult(m.mention.Pattern) {
			return
		}
	}
	bySector[youth] = append(bySector[youth], bySector[adult]...)
	delete(bySector, adult)
}

// withAdult reports whether a sentence names an adult of the family.
func withAdult(s *prose.Sentence) bool {
	return slices.ContainsFunc(s.Tokens, func(t prose.Token) bool { return adultWords[t.Lower] })
}

// plainlyAdult reports whether a name can only be care for adults.
func plainlyAdult(pattern string) bool {
	for _, word := range []string{"volwass", "riagg", "fact", "FACT", "forensisch", "tbs"} {
		if strings.Contains(pattern, word) {
			return true
		}
	}
	return false
}

// mentorAlone takes the weight from "mentor" where no school is named besides
// and the young live in secure care or custody, where groups have mentors.
func mentorAlone(mentions, residential []seen) {
	if slices.ContainsFunc(mentions, func(m seen) bool {
		return m.mention.Pattern != "mentor" && m.mention.Pattern != "mentoren" && m.weight >= 0.5
	}) {
		return
	}
	closed := slices.ContainsFunc(residential, func(m seen) bool {
		return strings.Contains(m.mention.Pattern, "inrichting") || strings.HasPrefix(m.mention.Pattern, "gesloten") || m.mention.Pattern == "=jji"
	})
	for i := range mentions {
		if closed {
			mentions[i].weight, mentions[i].roles = 0, nil
		}
	}
}
