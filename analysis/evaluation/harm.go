package evaluation

import (
	"fmt"
	"strings"

	"rodedraad/data/samples"
)

// outcomes in the order in which a document's victims are written down.
var outcomes = []string{"fataal", "ernstig_letsel", "overig_letsel", "geen_letsel", "onbekend"}

// goldVictims writes a document's victims as one word per outcome: how many at
// least and at most, over all of its calamities.
func goldVictims(list []samples.Calamity) string {
	low, high := map[string]int64{}, map[string]int64{}
	for _, c := range list {
		for _, v := range c.Victims {
			a := int64(1)
			if v.CountMin != nil {
				a = int64(*v.CountMin)
			}
			b := a
			if v.CountMax != nil {
				b = int64(*v.CountMax)
			}
			low[v.Outcome] += a
			high[v.Outcome] += b
		}
	}
	return totals(low, high)
}

func codedVictims(list []calamity) string {
	low, high := map[string]int64{}, map[string]int64{}
	for _, c := range list {
		for _, v := range c.victims {
			low[v.outcome] += v.low
			high[v.outcome] += v.high
		}
	}
	return totals(low, high)
}

func totals(low, high map[string]int64) string {
	var b strings.Builder
	for _, o := range outcomes {
		if high[o] > 0 {
			fmt.Fprintf(&b, "%s %d-%d ", o, low[o], high[o])
		}
	}
	return strings.TrimSpace(b.String())
}

// calamities compares the cases of a document that has as many as the truth,
// one by one in the order in which the report tells them.
func (c *comparison) calamities(t samples.Truth, d *coded) {
	if len(t.Calamities) != len(d.calamities) {
		return
	}
	for i, g := range t.Calamities {
		got := d.calamities[i]
		of := func(variable, code string) quote {
			return d.quotes[key{variable, strings.TrimSpace(fmt.Sprint(code, " ", i+1))}]
		}
		first, _, _ := strings.Cut(got.types, ",")
		c.whole(t.File, "event_class", g.EventClass, got.class, of("gebeurtenis", "event_class"))
		c.whole(t.File, "main_type", strings.Join(g.Types[:min(1, len(g.Types))], ""), first, of("gebeurtenis", "type"))
		c.whole(t.File, "setting", g.Setting, got.setting, of("gebeurtenis", "setting"))
		c.whole(t.File, "event_date", eventDate(g), got.date, of("gebeurtenis", "date"))
		c.whole(t.File, "area", strings.ToLower(deref(g.Area.Name)), strings.ToLower(got.area), of("gebeurtenis", "area"))
		c.whole(t.File, "legal_frame", sorted(g.LegalFrame), sorted(split(got.frames)), of("gebeurtenis", "legal_frame"))
		c.whole(t.File, "perpetrator_deaths", fmt.Sprint(g.PerpetratorDeaths), fmt.Sprint(got.perpetrators), of("gebeurtenis", ""))
		c.whole(t.File, "victim_ages", goldPersons(g), codedPersons(got), of("slachtoffer", ""))
	}
}

// eventDate cuts a date to what its precision gives.
func eventDate(g samples.Calamity) string {
	s := deref(g.EventDate)
	if g.EventPrecision == "seizoen" && len(s) > 4 {
		return s[:4]
	}
	return s
}

func deref(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}

func split(s string) []string {
	if s == "" {
		return nil
	}
	return strings.Split(s, ",")
}

func goldPersons(g samples.Calamity) string {
	var list []string
	for _, v := range g.Victims {
		low, high := "?", "?"
		if v.AgeMonthsMin != nil {
			low = fmt.Sprint(*v.AgeMonthsMin)
		}
		if v.AgeMonthsMax != nil {
			high = fmt.Sprint(*v.AgeMonthsMax)
		}
		list = append(list, v.Outcome+" "+low+"-"+high+" "+v.Sex)
	}
	return sorted(list)
}

func codedPersons(c calamity) string {
	var list []string
	for _, v := range c.victims {
		low, high := "?", "?"
		if v.ageLow.Valid {
			low = fmt.Sprint(v.ageLow.Int64)
		}
		if v.ageHigh.Valid {
			high = fmt.Sprint(v.ageHigh.Int64)
		}
		list = append(list, v.outcome+" "+low+"-"+high+" "+v.sex)
	}
	return sorted(list)
}
