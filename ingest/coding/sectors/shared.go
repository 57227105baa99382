package sectors

import (
	"slices"
	"strings"
)

// sharedWord is a word for somebody who works in more than one sector: groups
// have mentors in secure care as in schools. The lexicon gives it to one of
// them; where only another is named beside it, it is that one's.
type sharedWord struct {
	code   string
	opens  []string // how the patterns of the word begin
	others []string // the sectors that have such people too
	unless []string // parts of words that settle it where the sentence has one
}

var sharedWords = []sharedWord{
	{"volwassen_ggz", []string{"behandelaar", "(behandeling|"}, []string{"verslavingszorg", "reclassering"}, nil},
	{"volwassen_ggz", []string{"psychiater", "crisisdienst", "acute dienst"}, []string{"ziekenhuis"}, []string{"van moeder", "van vader", "van de moeder", "van de vader", "van ouders", "van de ouders"}},
	{"jeugdhulp", []string{"groepsleid", "groepswerk", "op de groep", "van de groep"}, []string{"kinderopvang", "jeugd_ggz", "gehandicapten_lvb", "coa"}, nil},
	{"jeugdhulp", []string{"ambulant (", "ambulante (", "ouderbegeleid"}, []string{"gehandicapten_lvb", "wmo", "jeugd_ggz"}, []string{"aanbieder van ambulante"}},
	{"wmo", []string{"woonbegeleid", "persoonlijk begeleider", "dagbesteding", "individuele begeleiding", "thuiszorg"},
		[]string{"gehandicapten_lvb", "maatsch_opvang", "vrouwenopvang", "jeugd_ggz", "jeugdhulp"}, nil},
	{"kinderopvang", []string{"pedagogisch", "leidster"}, []string{"jeugdhulp", "jeugd_ggz"}, nil},
	{"onderwijs", []string{"mentor"}, nil, []string{"school", "klas", "leerling", "verzuim", "docent", "leraar"}},
	{"gemeente_wijkteam", []string{"gezinscoach", "gezinsondersteun"}, []string{"jeugdhulp"}, nil},
	{"zvh", []string{"casusregisseur", "procesregisseur", "ketenregisseur", "ketenmanager"}, []string{"gemeente_wijkteam", "jeugdbescherming", "veilig_thuis"}, nil},
}

// settleShared takes away the mentions by a shared word alone of sectors that
// nothing else names, where another sector that has such people is named.
func settleShared(bySector map[string][]seen) {
	for _, w := range sharedWords {
		list := bySector[w.code]
		if len(list) == 0 || slices.ContainsFunc(list, clearly) {
			continue
		}
		if len(w.others) > 0 && !slices.ContainsFunc(w.others, func(code string) bool { return slices.ContainsFunc(bySector[code], clearly) }) {
			continue
		}
		bySector[w.code] = slices.DeleteFunc(list, func(m seen) bool { return w.has(m) })
	}
}

func (w sharedWord) has(m seen) bool {
	if w.code != m.mention.Code || !slices.ContainsFunc(w.opens, func(s string) bool { return strings.HasPrefix(m.mention.Pattern, s) }) {
		return false
	}
	return !slices.ContainsFunc(w.unless, func(s string) bool { return strings.Contains(m.sentence.Text, s) })
}

// clearly reports whether a mention names its sector by a word that no other
// sector shares, where it counts.
func clearly(m seen) bool {
	return m.weight > 0 && !slices.ContainsFunc(sharedWords, func(w sharedWord) bool { return w.has(m) })
}
