package sectors

import (
	"slices"
	"strings"

	"rodedraad/data"
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

// youthWords name the young whom care for the young treats.
var youthWords = wordSet("jongere jongeren jongen jongens meisje meisjes jeugdige jeugdigen tiener tieners leerling minderjarige")

// adultOrYouth settles words like "psychiater" and "crisisdienst", which the
// lexicon counts as care for adults: in a report on a young patient they count
// as care for the young. It is known by such care being named too while few of
// the mentions have a parent with them, or by no mention with a parent while
// one has somebody young with it or the case is that of a teenager.
func adultOrYouth(bySector map[string][]seen, teen bool) {
	const adult, youth = "volwassen_ggz", "jeugd_ggz"
	adults, young := 0, 0
	for _, m := range bySector[adult] {
		switch {
		case plainlyAdult(m.mention.Pattern):
			return
		case withAdult(m.sentence):
			adults++
		case has(m.sentence, youthWords):
			young++
		}
	}
	clear := slices.ContainsFunc(bySector[youth], func(m seen) bool { return m.weight >= 0.5 })
	if clear && adults*parentShare <= len(bySector[adult]) && len(bySector[adult]) > 0 || adults == 0 && (young > 0 || teen) {
		bySector[youth] = append(bySector[youth], bySector[adult]...)
		delete(bySector, adult)
	}
}

// teenMonths is the age from which a victim is treated as a patient of its own.
const teenMonths = 11 * 12

// ofTeenager reports whether a victim of the case is as old as that, and no
// adult.
func ofTeenager(calamities []data.Calamity) bool {
	for _, c := range calamities {
		for _, v := range c.Victims {
			if age := v.AgeMonthsMin; age != nil && *age >= teenMonths && *age < 18*12 {
				return true
			}
		}
	}
	return false
}

// parentShare is of how many mentions one at most may have a parent with it.
const parentShare = 3

// withAdult reports whether a sentence names an adult of the family.
func withAdult(s *prose.Sentence) bool {
	return has(s, adultWords)
}

func has(s *prose.Sentence, words map[string]bool) bool {
	return slices.ContainsFunc(s.Tokens, func(t prose.Token) bool { return words[t.Lower] })
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
