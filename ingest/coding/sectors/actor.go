package sectors

import (
	"strings"

	"rodedraad/ingest/coding/prose"
)

// calledIn are the sectors that others turn to, or that come when something has
// happened: reports name them for what was asked of them, or not asked, as often
// as for what they did. They took part where they are said to act.
var calledIn = map[string]bool{"rvdk": true, "veilig_thuis": true, "politie": true, "om": true, "rechtspraak": true,
	"ziekenhuis": true, "nifp": true, "zvh": true, "advocatuur_bewind": true}

// turnedToWeight is what a mention of such a sector keeps where it does not act.
const turnedToWeight = 0.4

// actor reports whether a mention is who does what its clause says: its
// subject, the one by whom it is done, or whose work it is ("het onderzoek van
// de Raad").
func actor(s *prose.Sentence, m Mention) bool {
	i := m.First - 1
	for i >= 0 && determiners[s.Tokens[i].Lower] {
		i--
	}
	if i < 0 {
		return !passive(s, m)
	}
	switch before := s.Tokens[i].Lower; {
	case before == "door":
		return true
	case before == "van":
		return i > 0 && strings.Trim(s.Tokens[i-1].Lower, "abcdefghijklmnopqrstuvwxyz") == "" && work[s.Tokens[i-1].Lower]
	case prepositions[before]:
		return false
	}
	return !passive(s, m)
}

var (
	determiners = wordSet("de het een die deze dit dat beide haar hun zijn ook plaatselijke regionale betrokken")
	// prepositions put a name outside the action: somebody is asked, met or told.
	prepositions = wordSet("bij naar aan met in op uit tegen over voor via tot tussen richting om zonder per namens buiten binnen langs")
	// work is what organisations make.
	work = wordSet("onderzoek advies oordeel rapport besluit beslissing beschikking medewerker medewerkers medewerkster handelen optreden inzet " +
		"melding meldingen verslag conclusie werkwijze kant team teams afdeling inschatting taxatie beoordeling")
)

// opensClause reports whether a mention opens a clause within the sentence, as
// the one who does what the verb behind it says: "…; de school belde".
func opensClause(s *prose.Sentence, m Mention) bool {
	i := m.First - 1
	for i >= 0 && determiners[s.Tokens[i].Lower] {
		i--
	}
	if i < 0 || m.Last+1 >= len(s.Tokens) || !(s.Tokens[i].Text == ";" || s.Tokens[i].Text == ":" || s.Tokens[i].Lower == "maar") {
		return false
	}
	next := s.Tokens[m.Last+1]
	return next.Kind == prose.Word && !prepositions[next.Lower] && next.Lower != "en" && !passive(s, m)
}

// passive reports whether the clause behind a mention says what is done to it:
// "de Raad is niet benaderd".
func passive(s *prose.Sentence, m Mention) bool {
	for i := m.Last + 1; i < len(s.Tokens) && i <= m.Last+4; i++ {
		switch s.Tokens[i].Lower {
		case "werd", "werden", "wordt", "worden":
			return true
		case "is", "zijn", "was", "waren":
			return participleEnds(s, i)
		case ",", ";", "en", "die", "dat":
			return false
		}
	}
	return false
}

// participleEnds reports whether a participle of being turned to follows.
func participleEnds(s *prose.Sentence, from int) bool {
	for _, t := range s.Tokens[from:] {
		if turned[t.Lower] {
			return true
		}
	}
	return false
}

var turned = wordSet("benaderd gebeld geraadpleegd ingelicht geinformeerd ingeschakeld gevraagd verzocht gewaarschuwd bevraagd betrokken " +
	"gesproken gehoord bericht verwittigd uitgenodigd")
