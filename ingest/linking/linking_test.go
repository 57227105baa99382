package linking

import (
	"testing"

	"rodedraad/data"
	"rodedraad/data/warehouse"
)

func age(years int) (low, high *int) {
	a, b := years*12, years*12+11
	return &a, &b
}

// reading makes a reading of one child that died.
func reading(id, kind, title string, date data.Date, area string, years int) warehouse.Reading {
	low, high := age(years)
	return warehouse.Reading{
		ID:       id,
		Document: data.Document{ID: "d" + id, Kind: kind, Title: title},
		Calamity: data.Calamity{EventDate: date, AreaLevel: "gemeente", AreaName: area, Victims: []data.Victim{
			{CountMin: 1, CountMax: 1, Outcome: "fataal", AgeMonthsMin: low, AgeMonthsMax: high},
		}},
	}
}

func silent(string, string) bool { return false }

var (
	june8  = data.Date{Year: 2015, Month: 6, Day: 8, Precision: data.Day}
	june   = data.Date{Year: 2015, Month: 6, Precision: data.Month}
	y2015  = data.Date{Year: 2015, Precision: data.Year}
	report = "Onderzoek naar het overlijden van een kleuter"
)

func TestLink(t *testing.T) {
	for _, c := range []struct {
		name     string
		a, b     warehouse.Reading
		mentions bool
		linked   bool
	}{
		{"same day, place and child", reading("1", "inspectierapport", report, june8, "Zeist", 5), reading("2", "brief", "Oordeel", june8, "Zeist", 5), false, true},
		{"day within the month", reading("1", "inspectierapport", report, june8, "Zeist", 5), reading("2", "brief", "Oordeel", june, "Zeist", 5), false, true},
		{"place, year and age alone", reading("1", "inspectierapport", report, y2015, "Zeist", 5), reading("2", "brief", "Oordeel", y2015, "Zeist", 5), false, false},
		{"names the title", reading("1", "inspectierapport", report, y2015, "Zeist", 5), reading("2", "brief", "Oordeel", y2015, "Zeist", 5), true, true},
		{"names the title, other year", reading("1", "inspectierapport", report, y2015, "Zeist", 5), reading("2", "brief", "Oordeel", data.Date{Year: 2014, Precision: data.Year}, "Zeist", 5), true, false},
		{"same day, other place", reading("1", "inspectierapport", report, june8, "Zeist", 5), reading("2", "brief", "Oordeel", june8, "Almere", 5), false, false},
		{"same day and place, other age", reading("1", "inspectierapport", report, june8, "Zeist", 5), reading("2", "brief", "Oordeel", june8, "Zeist", 9), false, false},
		{"unknown place", reading("1", "inspectierapport", report, june8, "", 5), reading("2", "brief", "Oordeel", june8, "Zeist", 5), false, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			mentions := func(string, string) bool { return c.mentions }
			links := Link([]warehouse.Reading{c.a, c.b}, mentions)
			if got := links[1].Main == c.a.ID; got != c.linked {
				t.Errorf("linked: %v, want %v (%s)", got, c.linked, links[1].Reason)
			}
		})
	}
}

// The report is the main document also when the letter came first, and two
// calamities of one document are never one.
func TestMainReading(t *testing.T) {
	letter := reading("1", "brief", "Oordeel", june8, "Zeist", 5)
	full := reading("2", "inspectierapport", report, june8, "Zeist", 5)
	links := Link([]warehouse.Reading{letter, full}, silent)
	if links[0].Main != "2" || links[1].Main != "2" {
		t.Errorf("got %+v", links)
	}
	twin := full
	twin.ID = "3"
	links = Link([]warehouse.Reading{full, twin}, silent)
	if links[1].Main != "3" {
		t.Errorf("two calamities of one document were linked: %+v", links)
	}
}
