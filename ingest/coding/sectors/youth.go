package sectors

import (
	"slices"

	"rodedraad/ingest/coding/prose"
)

// adultWords name adults of a family, and youthWords the young.
var (
	adultWords = wordSet("vader moeder vaders moeders ouder ouders stiefvader stiefmoeder partner mevrouw meneer man vrouw " +
		"oma opa vriend vriendin volwassene volwassenen echtgenoot")
	youthWords = wordSet("jongen meisje jongere jongeren jeugdige jeugdigen kind kinderen dochter zoon tiener puber jeugd " +
		"zeventienjarige zestienjarige vijftienjarige veertienjarige pupil")
)

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
	withAdult, withYouth := 0, 0
	for _, m := range bySector[adult] {
		a, y := speaksOf(m.sentence)
		if a {
			withAdult++
		}
		if y && !a {
			withYouth++
		}
	}
	if withAdult > 0 || withYouth == 0 {
		return
	}
	bySector[youth] = append(bySector[youth], bySector[adult]...)
	delete(bySector, adult)
}

// speaksOf reports whether a sentence names an adult of the family, and
// whether it names somebody young.
func speaksOf(s *prose.Sentence) (adult, youth bool) {
	for _, t := range s.Tokens {
		adult = adult || adultWords[t.Lower]
		youth = youth || youthWords[t.Lower]
	}
	return adult, youth
}
