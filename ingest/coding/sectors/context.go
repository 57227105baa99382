package sectors

import (
	"slices"
	"strings"

	"rodedraad/data"
	"rodedraad/ingest/coding/match"
	"rodedraad/ingest/coding/prose"
)

// cue is something a sentence says that changes what a name in it means. The
// words of each cue are the codebook's concept of that name.
type cue string

const (
	cueSpoken     cue = "gesproken_met"     // a list of people spoken to
	cueAfter      cue = "na_de_gebeurtenis" // the sentence is about the time after the event
	cueTrial      cue = "strafzaak"         // the criminal case against the suspect
	cueDeath      cue = "plaats_overlijden" // where somebody died
	cueNational   cue = "landelijk"         // general or national context
	cueOutside    cue = "niet_betrokken"    // says that a party had no part
	cueExamined   cue = "onderzocht"        // what was examined
	cueJudged     cue = "beoordeeld"        // a judgement on conduct
	cueProcess    cue = "totstandkoming"    // how the report came about
	cueConditions cue = "voorwaardelijk"    // what could be, or is meant to be
	cueReporter   cue = "melder"            // who reported the event
	cueOmitted    cue = "nagelaten"         // what was not done
)

var cueNames = []cue{cueSpoken, cueAfter, cueTrial, cueDeath, cueNational, cueOutside,
	cueExamined, cueJudged, cueProcess, cueConditions, cueReporter, cueOmitted}

// said is where a sentence holds each cue.
type said map[cue][]match.Hit

func (x said) has(c cue) bool { return len(x[c]) > 0 }

// criminal are the sectors of the criminal case: named in nearly every report
// on a violent death, though mostly for what they did afterwards.
var criminal = []string{"om", "politie", "rechtspraak", "nifp", "advocatuur_bewind", "reclassering"}

// near reports whether a cue stands before a mention or close behind it, so
// that it is about the mention and not about what follows.
func (x said) near(c cue, m Mention) bool {
	return slices.ContainsFunc(x[c], func(h match.Hit) bool { return h.First-m.Last <= 3 })
}

// broughtTo reports whether a hospital is only the place to which somebody
// came: "in het ziekenhuis", "naar een ziekenhuis".
func broughtTo(s *prose.Sentence, m Mention) bool {
	if m.First < 2 || m.Pattern != "ziekenhuis" {
		return false
	}
	p := s.Tokens[m.First-2].Lower
	return p == "in" || p == "naar"
}

// silenced gives the reason why a mention does not count as taking part in the
// case, or "".
func silenced(s *prose.Sentence, m Mention, x said) cue {
	has := x.has
	switch {
	case has(cueSpoken) && s.Section() != data.Facts && s.Section() != data.Findings && s.Section() != data.Conclusions:
		return cueSpoken
	case has(cueProcess):
		return cueProcess
	case has(cueNational):
		return cueNational
	case has(cueAfter):
		return cueAfter
	case has(cueTrial) && slices.Contains(criminal, m.Code):
		return cueTrial
	case has(cueDeath) && (m.Code == "ziekenhuis" || m.Code == "politie"):
		return cueDeath
	case has(cueOutside):
		return cueOutside
	case m.Code == "ziekenhuis" && broughtTo(s, m):
		return cueDeath
	case x.near(cueConditions, m) && !acts(s, m):
		return cueConditions
	case x.near(cueOmitted, m) && turnedTo[m.Code] && approached(s, m):
		return cueOmitted
	}
	return ""
}

// turnedTo are the sectors that others call in: told of what was not done, they
// are named for it without having had a part.
var turnedTo = map[string]bool{"rvdk": true, "veilig_thuis": true, "politie": true, "jeugdbescherming": true}

// approached reports whether a mention is the one that others turn to: "bij de
// Raad", "naar Veilig Thuis", "het AMK in te lichten".
func approached(s *prose.Sentence, m Mention) bool {
	for i := max(0, m.First-4); i < m.First; i++ {
		switch s.Tokens[i].Lower {
		case "bij", "naar", "aan", "met", "het", "of", "een":
			return !acts(s, m)
		}
	}
	return false
}

// inPassing reports whether a mention is of a kind that reports make in
// passing: a hospital as a place, and words like "psychiater" of which the
// sentence does not say that they are about an adult of the family. In the
// sample reports most of those that stand alone take no part.
func inPassing(s *prose.Sentence, m Mention) bool {
	switch m.Code {
	case "ziekenhuis":
		return strings.Contains(m.Pattern, "ziekenhuis") && !opens(s, m)
	case "volwassen_ggz":
		return !plainlyAdult(m.Pattern) && !withAdult(s)
	}
	return false
}

// addressed reports whether a recommendation is for the sector, and not about
// it: a heading or an announcing sentence names it, or the sentence opens with
// it or asks it.
func addressed(s *prose.Sentence, m Mention) bool {
	if s.Passage.Kind == data.Heading || strings.HasSuffix(s.Text, ":") || m.First <= 3 {
		return true
	}
	for i := max(0, m.First-3); i < m.First; i++ {
		switch s.Tokens[i].Lower {
		case "beveelt", "bevelen", "verzoekt", "verzoeken", "vraagt", "vragen", "adviseert", "adviseren", "roept", "roepen", "als":
			return true
		}
	}
	return false
}

// discount is what part of its weight a mention keeps in a long report. Of the
// sectors named there once or twice, those in conclusions nearly always took
// part, those in findings mostly, those in the facts when they act, and those
// in the occasion and the summary seldom (measured on the sample reports).
func discount(s *prose.Sentence, m Mention) float64 {
	switch s.Section() {
	case data.Occasion, data.Summary, data.Method:
		return 0.6
	case data.Facts, data.OtherSection:
		if !acts(s, m) || m.Weight < 1 {
			return 0.7
		}
	case data.Findings:
		if m.Weight < 1 {
			return 0.7
		}
	}
	return 1
}

// acts reports whether the mention is likely the one who does, or leaves
// undone, what the sentence says: the first name in it, not in a passive.
func acts(s *prose.Sentence, m Mention) bool {
	words := 0
	for i := 0; i < m.First; i++ {
		if s.Tokens[i].Kind == prose.Word {
			words++
		}
	}
	if words > 3 {
		return false
	}
	for i := m.Last + 1; i < len(s.Tokens) && i <= m.Last+3; i++ {
		switch s.Tokens[i].Lower {
		case "is", "zijn", "werd", "werden", "was", "waren", "wordt", "worden":
			return false
		}
	}
	return true
}

// opens reports whether the sentence opens with the mention as the one who
// acts: "De gemeente had …", "Scholen stelden …".
func opens(s *prose.Sentence, m Mention) bool {
	if m.First > 1 || !acts(s, m) || m.Last+1 >= len(s.Tokens) {
		return false
	}
	return s.Tokens[m.Last+1].Kind == prose.Word
}
