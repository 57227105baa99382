package prose

import (
	"testing"

	"rodedraad/data"
)

func TestDates(t *testing.T) {
	for _, c := range []struct {
		text      string
		want      string // Date.String of each, joined by spaces
		precision data.Precision
	}{
		{"Op 8 juni 2015 overleed een meisje.", "2015-06-08", data.Day},
		{"Begin 2011 overleed peuter C.", "2011-01", data.Season},
		{"In de nacht van 3 op 4 mei 2019 brak brand uit.", "2019-05-03", data.Day},
		{"In de nacht van 31 december 2018 op 1 januari 2019 viel een schot.", "2018-12-31 2019-01-01", data.Day},
		{"In de nacht van 31 december op 1 januari 2019 viel een schot.", "2018-12-31", data.Day},
		{"Eind 2017 overleed de jongen.", "2017-11", data.Season},
		{"In het voorjaar van 2014 werd hij opgenomen.", "2014-03", data.Season},
		{"Voorjaar 2014.", "2014-03", data.Season},
		{"Utrecht, maart 2019", "2019-03", data.Month},
		{"Den Haag, 8-6-2015", "2015-06-08", data.Day},
		{"Datum: 08/06/2015", "2015-06-08", data.Day},
		{"Datum 2015-06-08", "2015-06-08", data.Day},
		{"Op 1 sept 2008 vertrok zij.", "2008-09-01", data.Day},
		{"Op 1e kerstdag 2009 belde hij.", "2009-12-25", data.Day},
		{"Op Koningsdag 2017 sloeg hij.", "2017-04-27", data.Day},
		{"In het eerste kwartaal van 2018 steeg dit.", "2018-01", data.Season},
		{"In de tweede helft van 2016 daalde het.", "2016-07", data.Season},
		{"Begin maart 2019 kwam zij terug.", "2019-03", data.Month},
		{"In 2016 is dit onderzocht.", "2016", data.Year},
		{"In de winter van 2021-2022.", "2021-12", data.Season},
		{"Op 12 en 14 maart 2016 is gesproken.", "2016-03-12", data.Day},
		{"On June 8, 2015 a girl died.", "2015-06-08", data.Day},
		{"On 8 June 2015 a girl died.", "2015-06-08", data.Day},
		{"Published in May 2021.", "2021-05", data.Month},
		{"Halverwege 2012 stopte de hulp.", "2012-06", data.Season},
	} {
		got := ""
		for i, d := range sentence(c.text).Dates() {
			if i > 0 {
				got += " "
			}
			got += d.Date.String()
			if d.Date.Precision != c.precision {
				t.Errorf("%q: precision %s, want %s", c.text, d.Date.Precision, c.precision)
			}
		}
		if got != c.want {
			t.Errorf("%q: %q, want %q", c.text, got, c.want)
		}
	}
}

func TestDatesWithoutYear(t *testing.T) {
	d := sentence("Op 23 mei is zij overleden.").Dates()
	if len(d) != 1 || d[0].Complete() {
		t.Fatalf("got %+v, want one date without a year", d)
	}
	if got := d[0].In(2014).String(); got != "2014-05-23" {
		t.Errorf("in 2014 it is %q", got)
	}
	leap := sentence("Op 29 februari is zij overleden.").Dates()
	if len(leap) != 1 || leap[0].In(2015).Known() || leap[0].In(2016).String() != "2016-02-29" {
		t.Errorf("29 februari: %+v", leap)
	}
}

func TestStretches(t *testing.T) {
	d := sentence("De periode van januari 2013 tot juni 2015 en de jaren 2013-2016 zijn onderzocht.").Dates()
	if len(d) != 3 || d[2].To.Year != 2016 || d[2].Date.Year != 2013 {
		t.Fatalf("got %+v", d)
	}
	d = sentence("Tussen 2013 en 2016 waren er elf.").Dates()
	if len(d) != 1 || d[0].To.Year != 2016 {
		t.Fatalf("got %+v", d)
	}
}

func TestNoDates(t *testing.T) {
	for _, text := range []string{
		"Artikel 4.1.8 van de wet geldt.", "Kamerstuk 31839-315 noemt dit.", "Op 31 februari 2015x gebeurde niets.",
		"Bel 070-3405000 voor meer.", "Zij mei 12 keer.", "De 4 kinderen op 5 scholen.", "Er waren 45.000 meldingen.",
	} {
		if d := sentence(text).Dates(); len(d) != 0 {
			t.Errorf("%q: %+v, want none", text, d)
		}
	}
}

func FuzzDates(f *testing.F) {
	f.Add("Op 8 juni 2015, 31 op 32 mei, begin 2011, 8-6-2015 en '15.")
	f.Add("winter van 2021-2022 tot en met 99-99-9999 eerste kwartaal")
	f.Fuzz(func(t *testing.T, text string) {
		for _, s := range FromPassage(text, data.Occasion).Sentences {
			last := s.Start
			for _, d := range s.Dates() {
				if d.Complete() && !valid(d.Date) {
					t.Fatalf("%q: %+v is in no calendar", text, d.Date)
				}
				if d.Start < last || d.End <= d.Start || d.End > s.End || d.Last < d.First {
					t.Fatalf("%q: date stands at %d to %d", text, d.Start, d.End)
				}
				last = d.End
			}
		}
	})
}
