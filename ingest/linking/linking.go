// Package linking decides which calamities of different documents are the same
// event: a report and the letter that came with it, a municipality's own
// evaluation beside the inspectorates'.
//
// Two readings are linked when nothing contradicts it and something besides
// place and age ties them together: the same event date, to the month or
// better, or one document naming the other's title. Place and age alone never
// link (codebook 2.2: "never place+year+age"): two children of five may die in
// one province in one year.
package linking

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"rodedraad/data"
	"rodedraad/data/warehouse"
)

// minTitleWords keeps a title such as "Jaarverslag" from linking documents.
const minTitleWords = 4

// Link gives each reading its main reading: the first of its event, in the
// order given, that stands in a report; itself when no other tells of it.
func Link(readings []warehouse.Reading, mentions func(document, title string) bool) []warehouse.Link {
	links := make([]warehouse.Link, len(readings))
	mains := map[int][]int{} // by the year of the event; 0 when it is not known
	for _, i := range order(readings) {
		r := readings[i]
		links[i] = warehouse.Link{Reading: r.ID, Main: r.ID, Reason: "enige of eerste document over deze gebeurtenis"}
		if m, reason := firstSame(readings, candidates(mains, r), r, mentions); reason != "" {
			links[i].Main, links[i].Reason = readings[m].ID, reason
			continue
		}
		year := r.Calamity.EventDate.Year
		mains[year] = append(mains[year], i)
	}
	return links
}

// candidates are the main readings whose year does not contradict a reading's.
func candidates(mains map[int][]int, r warehouse.Reading) []int {
	if year := r.Calamity.EventDate.Year; year != 0 {
		return slices.Concat(mains[year], mains[0])
	}
	var all []int
	for _, year := range slices.Sorted(maps.Keys(mains)) {
		all = append(all, mains[year]...)
	}
	return all
}

// firstSame gives the first of the candidates that is the same event as r, and why.
func firstSame(readings []warehouse.Reading, candidates []int, r warehouse.Reading, mentions func(document, title string) bool) (int, string) {
	for _, m := range candidates {
		if reason := same(readings[m], r, mentions); reason != "" {
			return m, reason
		}
	}
	return 0, ""
}

// rank puts full reports before what was written about them.
var rank = map[string]int{
	"inspectierapport": 0, "onafhankelijk_onderzoek": 1, "evaluatie_gemeente": 2,
	"zakelijke_weergave": 3, "brief": 4,
}

func order(readings []warehouse.Reading) []int {
	places := make([]int, len(readings))
	for i := range places {
		places[i] = i
	}
	slices.SortStableFunc(places, func(a, b int) int { return kindRank(readings[a]) - kindRank(readings[b]) })
	return places
}

func kindRank(r warehouse.Reading) int {
	if n, ok := rank[r.Document.Kind]; ok {
		return n
	}
	return len(rank)
}

// same gives the reason why two readings are one event, or "".
func same(a, b warehouse.Reading, mentions func(document, title string) bool) string {
	if a.Document.ID == b.Document.ID || !compatible(a.Calamity, b.Calamity) {
		return ""
	}
	if named := namedTitle(a, b, mentions); named != "" {
		return fmt.Sprintf("noemt de titel %q; datum, plaats en slachtoffers zijn niet in strijd", named)
	}
	date := sameDate(a.Calamity.EventDate, b.Calamity.EventDate)
	if date != "" && sameArea(a.Calamity, b.Calamity) && sameVictims(a.Calamity, b.Calamity) {
		return "dezelfde " + date + ", hetzelfde gebied en dezelfde slachtoffers"
	}
	return ""
}

func namedTitle(a, b warehouse.Reading, mentions func(document, title string) bool) string {
	for _, pair := range [][2]warehouse.Reading{{a, b}, {b, a}} {
		title := pair[0].Document.Title
		if len(strings.Fields(title)) >= minTitleWords && mentions(pair[1].Document.ID, title) {
			return title
		}
	}
	return ""
}

// compatible reports whether nothing known of two calamities contradicts that
// they are one.
func compatible(a, b data.Calamity) bool {
	return !datesClash(a.EventDate, b.EventDate) && !areasClash(a, b) && !victimsClash(a, b)
}

func datesClash(a, b data.Date) bool {
	if !a.Known() || !b.Known() {
		return false
	}
	if a.Year != b.Year {
		return true
	}
	if fine(a) && fine(b) && a.Month != b.Month {
		return true
	}
	return a.Precision == data.Day && b.Precision == data.Day && a.Day != b.Day
}

func fine(d data.Date) bool { return d.Precision == data.Day || d.Precision == data.Month }

func sameDate(a, b data.Date) string {
	switch {
	case !fine(a) || !fine(b) || datesClash(a, b):
		return ""
	case a.Precision == data.Day && b.Precision == data.Day:
		return "dag"
	}
	return "maand"
}

func areasClash(a, b data.Calamity) bool {
	return a.AreaLevel == b.AreaLevel && a.AreaName != "" && b.AreaName != "" && !sameArea(a, b)
}

func sameArea(a, b data.Calamity) bool {
	if a.AreaName == "" || b.AreaName == "" {
		return false
	}
	return strings.EqualFold(a.AreaName, b.AreaName) || a.AreaCodeNow != "" && a.AreaCodeNow == b.AreaCodeNow
}

// open stands for an upper bound that is not known.
const open = 1000

// total is how many victims of an outcome a calamity may have.
func total(c data.Calamity, outcome string) (low, high int) {
	for _, v := range c.Victims {
		if v.Outcome == outcome {
			low, high = low+v.CountMin, high+max(v.CountMax, v.CountMin)
			if v.CountMax < 0 {
				high += open
			}
		}
	}
	return low, high
}

func victimsClash(a, b data.Calamity) bool {
	if len(a.Victims) == 0 || len(b.Victims) == 0 {
		return false
	}
	for _, outcome := range []string{"fataal", "ernstig_letsel"} {
		aLow, aHigh := total(a, outcome)
		bLow, bHigh := total(b, outcome)
		if aLow > bHigh || bLow > aHigh {
			return true
		}
	}
	return agesClash(a, b)
}

func sameVictims(a, b data.Calamity) bool {
	return len(a.Victims) > 0 && len(b.Victims) > 0 && !victimsClash(a, b)
}

// agesClash compares the ages of the first victim of each, where both are
// known: documents name the child that died first.
func agesClash(a, b data.Calamity) bool {
	x, y := a.Victims[0], b.Victims[0]
	if len(a.Victims) > 1 || len(b.Victims) > 1 || x.AgeMonthsMin == nil || y.AgeMonthsMin == nil {
		return false
	}
	return *x.AgeMonthsMin > *y.AgeMonthsMax || *y.AgeMonthsMin > *x.AgeMonthsMax
}
