package victims

import (
	"fmt"
	"strings"

	"rodedraad/data"
)

// class says what kind of person a noun means.
type class uint8

const (
	nobody  class = iota
	child         // kind, meisje, broer
	client        // cliënt, bewoner, slachtoffer: a child unless told otherwise
	parent        // moeder, vader
	partner       // ex-partner, echtgenote
	adult         // vrouw, man
	kin           // oma, oom
	staff         // begeleider, leerkracht
	third         // buurman, bezoeker
	culprit       // dader, verdachte
	people        // mensen, personen
	pronoun       // hij, zij, het: whoever was spoken of last
)

// noun is what a word says about the people it means.
type noun struct {
	class  class
	sex    string // m, v or ""
	plural bool
}

// nounLists ties the codebook's word lists to what Go knows about them.
var nounLists = map[string]noun{
	"persoon_kind": {child, "", false}, "persoon_kind_meer": {child, "", true},
	"persoon_jongen": {child, "m", false}, "persoon_jongen_meer": {child, "m", true},
	"persoon_meisje": {child, "v", false}, "persoon_meisje_meer": {child, "v", true},
	"persoon_client": {client, "", false}, "persoon_client_v": {client, "v", false}, "persoon_client_meer": {client, "", true},
	"persoon_moeder": {parent, "v", false}, "persoon_vader": {parent, "m", false},
	"persoon_ouder": {parent, "", false}, "persoon_ouder_meer": {parent, "", true},
	"persoon_partner": {partner, "", false}, "persoon_partner_v": {partner, "v", false}, "persoon_partner_m": {partner, "m", false},
	"persoon_vrouw": {adult, "v", false}, "persoon_man": {adult, "m", false}, "persoon_mensen": {people, "", true},
	"persoon_familie_v": {kin, "v", false}, "persoon_familie_m": {kin, "m", false}, "persoon_familie_meer": {kin, "", true},
	"persoon_beroep": {staff, "", false}, "persoon_beroep_v": {staff, "v", false}, "persoon_beroep_meer": {staff, "", true},
	"persoon_derde": {third, "", false}, "persoon_derde_v": {third, "v", false}, "persoon_derde_m": {third, "m", false}, "persoon_derde_meer": {third, "", true},
	"persoon_dader": {culprit, "", false}, "persoon_dader_meer": {culprit, "", true},
}

// nouns is the codebook's lists as a look-up by folded word.
type nouns map[string]noun

func newNouns(v *data.Variable) (nouns, error) {
	n := nouns{}
	for name, what := range nounLists {
		words, ok := v.Concepts[name]
		if !ok {
			return nil, fmt.Errorf("codebook %s: word list %s is missing", v.Name, name)
		}
		for _, w := range words {
			n[fold(w)] = what
		}
	}
	return n, nil
}

// kinPrefixes make other words of the same kind of person: pleegzoon,
// halfzusje, tienerdochter.
var kinPrefixes = []string{"pleeg", "stief", "half", "adoptie", "tiener", "school", "tweeling", "buur", "oud-", "mede",
	"crisispleeg", "schoon", "gezinshuis", "internaats", "ex-", "vmbo-", "basisschool", "brugklas", "groeps", "kinder", "jeugd"}

// prefixesBy is kinPrefixes by first letter: every word of a report is looked
// up.
var prefixesBy = func() (by [256][]string) {
	for _, p := range kinPrefixes {
		by[p[0]] = append(by[p[0]], p)
	}
	return by
}()

// of gives what a folded word says about people.
func (n nouns) of(word string) (noun, bool) {
	if what, ok := n[word]; ok {
		return what, true
	}
	if word == "" {
		return noun{}, false
	}
	for _, prefix := range prefixesBy[word[0]] {
		rest, found := strings.CutPrefix(word, prefix)
		if !found || len(rest) < 3 {
			continue
		}
		if what, ok := n[strings.TrimPrefix(rest, "-")]; ok {
			if what.class == adult || what.class == people {
				return noun{}, false
			}
			return what, true
		}
	}
	return noun{}, false
}
