package prose

import (
	"strings"

	"rodedraad/data"
)

// DateMention is a date in a sentence, no finer than it is written.
type DateMention struct {
	Date       data.Date // Year is 0 when the sentence does not give one
	To         data.Date // end of a stretch of time ("van 2013 tot 2016"), else zero
	First      int       // places of its first and last token in Sentence.Tokens
	Last       int
	Start, End int // bytes of the passage's text
}

// Complete reports whether the mention names a year.
func (d DateMention) Complete() bool { return d.Date.Known() }

// In completes a mention without a year ("23 mei") with a year from elsewhere.
func (d DateMention) In(year int) data.Date {
	out := d.Date
	if out.Year == 0 {
		out.Year = year
	}
	if !valid(out) {
		return data.Date{}
	}
	return out
}

// Dates gives the dates of a sentence, in order: "8 juni 2015", "8-6-2015",
// "2015-06-08", "begin 2011" (a season), "in de nacht van 3 op 4 mei 2019"
// (the first of the two), "voorjaar 2014", "maart 2019", "23 mei" (without
// year), "in 2016". A bare year counts only from 1950 to 2049.
func (s *Sentence) Dates() []DateMention {
	r := dateReader{tokens: s.Tokens}
	var out []DateMention
	for i := 0; i < len(s.Tokens); {
		d, n := r.at(i)
		if n == 0 {
			i++
			continue
		}
		d.First, d.Last = i, i+n-1
		d.Start, d.End = s.Tokens[i].Start, s.Tokens[i+n-1].End
		out = append(out, d)
		i += n
	}
	return out
}

// dateReader reads dates from tokens. Each method gives what it read at a
// place and how many tokens that took, 0 for nothing.
type dateReader struct{ tokens []Token }

// at reads the date that starts at a token. Nearly all tokens are words with
// which no date starts; they are told by one look at the calendar.
func (r dateReader) at(i int) (DateMention, int) {
	word := r.lower(i)
	switch {
	case word == "":
		return DateMention{}, 0
	case word[0] >= '0' && word[0] <= '9':
		for _, read := range [...]func(dateReader, int) (DateMention, int){dateReader.figures, dateReader.slashed, dateReader.days, dateReader.holiday, dateReader.season, dateReader.year} {
			if d, n := read(r, i); n > 0 {
				return d, n
			}
		}
	case opensDate[word]:
		for _, read := range [...]func(dateReader, int) (DateMention, int){dateReader.monthFirst, dateReader.month, dateReader.holiday, dateReader.season} {
			if d, n := read(r, i); n > 0 {
				return d, n
			}
		}
	case partsOfYear[r.lower(i+1)]:
		return r.season(i)
	}
	return DateMention{}, 0
}

var partsOfYear = map[string]bool{"kwartaal": true, "helft": true, "halfjaar": true}

// opensDate are the words of the calendar with which a date can start.
var opensDate = func() map[string]bool {
	out := map[string]bool{}
	for _, list := range []map[string]int{months, englishMonths, seasons} {
		for word := range list {
			out[word] = true
		}
	}
	for name := range holidays {
		first, _, _ := strings.Cut(name, " ")
		out[first] = true
	}
	return out
}()

func (r dateReader) lower(i int) string {
	if i < 0 || i >= len(r.tokens) {
		return ""
	}
	return r.tokens[i].Lower
}

// figures reads 8-6-2015, 8.6.2015 and 2015-06-08, which are one token.
func (r dateReader) figures(i int) (DateMention, int) {
	word := r.lower(i)
	if len(word) < 6 || len(word) > 10 {
		return DateMention{}, 0
	}
	parts := strings.FieldsFunc(word, func(c rune) bool { return c == '-' || c == '.' })
	if len(parts) != 3 {
		return DateMention{}, 0
	}
	return one(numericDate(parts[0], parts[1], parts[2]), 1)
}

// slashed reads 8/6/2015, and 8 - 6 - 2015 as it is typed with spaces.
func (r dateReader) slashed(i int) (DateMention, int) {
	mark := r.lower(i + 1)
	if mark != "/" && mark != "-" || r.lower(i+3) != mark {
		return DateMention{}, 0
	}
	return one(numericDate(r.lower(i), r.lower(i+2), r.lower(i+4)), 5)
}

func one(d data.Date, tokens int) (DateMention, int) {
	if !valid(d) {
		return DateMention{}, 0
	}
	return DateMention{Date: d}, tokens
}

func numericDate(a, b, c string) data.Date {
	if len(a) == 4 {
		a, c = c, a
	}
	if len(a) > 2 || len(b) > 2 || len(c) != 4 {
		return data.Date{}
	}
	return data.Date{Year: digits(c), Month: digits(b), Day: digits(a), Precision: data.Day}
}

// days reads a day with its month: 8 juni 2015, 3 op 4 mei 2019, 30 juni en 1
// juli 2015, 12 t/m 14 maart, den 3den mei.
func (r dateReader) days(i int) (DateMention, int) {
	day := dayNumber(r.lower(i))
	if day == 0 {
		return DateMention{}, 0
	}
	month, n := r.monthAt(i + 1)
	if n > 0 {
		d := data.Date{Month: month, Day: day, Precision: data.Day}
		year, taken := r.yearAt(i + 1 + n)
		// "30 juni op 1 juli 2015": the second date has the year of both.
		if taken == 0 && joinsDays[r.lower(i+1+n)] {
			if second, m := r.days(i + 2 + n); m > 0 {
				d.Year = second.Date.Year
				if second.Date.Month < month {
					d.Year = max(0, d.Year-1)
				}
				return checked(DateMention{Date: d, To: second.Date}, n+2+m)
			}
		}
		d.Year = year
		return checked(DateMention{Date: d}, 1+n+taken)
	}
	if !joinsDays[r.lower(i+1)] {
		return DateMention{}, 0
	}
	second, m := r.days(i + 2)
	if m == 0 || second.Date.Day < day {
		return DateMention{}, 0
	}
	first := second.Date
	first.Day = day
	return checked(DateMention{Date: first, To: second.Date}, m+2)
}

var joinsDays = map[string]bool{"op": true, "en": true, "of": true, "tot": true, "t": true, "-": true, "–": true, "/": true, "and": true}

func checked(d DateMention, tokens int) (DateMention, int) {
	probe := d.Date
	if probe.Year == 0 {
		probe.Year = 2000 // a leap year: 29 februari may be right
	}
	if !valid(probe) {
		return DateMention{}, 0
	}
	return d, tokens
}

// monthFirst reads the English "June 8, 2015".
func (r dateReader) monthFirst(i int) (DateMention, int) {
	month := englishMonths[r.lower(i)]
	day := dayNumber(r.lower(i + 1))
	if month == 0 || day == 0 {
		return DateMention{}, 0
	}
	n := 2
	if r.lower(i+2) == "," {
		n = 3
	}
	year, taken := r.yearAt(i + n)
	if taken == 0 {
		return DateMention{}, 0
	}
	return one(data.Date{Year: year, Month: month, Day: day, Precision: data.Day}, n+taken)
}

// month reads "maart 2019", "begin maart 2019", "maart en april 2019", and a
// month alone when a word that dates stands before it ("in maart").
func (r dateReader) month(i int) (DateMention, int) {
	month, n := r.monthAt(i)
	if n == 0 {
		return DateMention{}, 0
	}
	d := DateMention{Date: data.Date{Month: month, Day: 1, Precision: data.Month}}
	if year, taken := r.yearAt(i + n); taken > 0 {
		d.Date.Year = year
		return d, n + taken
	}
	if joinsDays[r.lower(i+n)] {
		if second, m := r.month(i + n + 1); m > 0 && second.Date.Year > 0 {
			d.Date.Year, d.To = second.Date.Year, second.Date
			if second.Date.Month < month {
				d.Date.Year--
			}
			return d, n + 1 + m
		}
	}
	// A short month alone may be a first name: "van Jan".
	if !datingWords[r.lower(i-1)] || len(r.lower(i)) == 3 && r.lower(i) != "mei" {
		return DateMention{}, 0
	}
	return d, n
}

var datingWords = map[string]bool{"in": true, "sinds": true, "begin": true, "eind": true, "medio": true, "half": true,
	"vanaf": true, "tot": true, "van": true, "en": true, "maand": true, "eerste": true, "tweede": true, "op": true, "since": true, "late": true, "early": true}

// monthAt reads a month, with the full stop of its abbreviation.
func (r dateReader) monthAt(i int) (month, tokens int) {
	month = months[r.lower(i)]
	if month == 0 {
		if month = englishMonths[r.lower(i)]; month == 0 {
			return 0, 0
		}
	}
	if len(r.lower(i)) <= 4 && r.lower(i+1) == "." {
		return month, 2
	}
	return month, 1
}

// yearAt reads a year: 2015, "van 2015", "van dat jaar" is none, '15.
func (r dateReader) yearAt(i int) (year, tokens int) {
	if y := yearNumber(r.lower(i)); y > 0 {
		return y, 1
	}
	if w := r.lower(i); w == "van" || w == "in" || w == "," || w == "of" {
		if y := yearNumber(r.lower(i + 1)); y > 0 {
			return y, 2
		}
	}
	if w := r.lower(i); (w == "'" || w == "’" || w == "‘") && len(r.lower(i+1)) == 2 {
		if y := digits(r.lower(i + 1)); y > 0 && y < 50 {
			return 2000 + y, 2
		}
	}
	return 0, 0
}

// holiday reads a day that has a name: "eerste kerstdag 2014", "Koningsdag".
func (r dateReader) holiday(i int) (DateMention, int) {
	n := 1
	day, ok := holidays[r.lower(i)]
	if !ok {
		day, ok = holidays[r.lower(i)+" "+r.lower(i+1)]
		n = 2
	}
	if !ok {
		return DateMention{}, 0
	}
	year, taken := r.yearAt(i + n)
	d := DateMention{Date: data.Date{Year: year, Month: day[0], Day: day[1], Precision: data.Day}}
	return d, n + taken
}

// season reads a stretch of a year: "begin 2011", "in het voorjaar van 2014",
// "eerste kwartaal 2018", "de tweede helft van 2016", "winter 2021-2022".
func (r dateReader) season(i int) (DateMention, int) {
	month, n := seasons[r.lower(i)], 1
	if month == 0 {
		month, n = r.partOfYear(i)
	}
	if n > 0 && month > 0 && r.lower(i+n) == "van" && r.lower(i+n+1) == "het" && r.lower(i+n+2) == "jaar" {
		n += 3
	}
	if month == 0 {
		return DateMention{}, 0
	}
	year, taken := r.yearAt(i + n)
	if taken == 0 {
		first, second, found := strings.Cut(r.lower(i+n), "-")
		if w := r.lower(i + n); w == "van" {
			first, second, found = strings.Cut(r.lower(i+n+1), "-")
			taken = 1
		}
		if year = yearNumber(first); !found || year == 0 || strings.Trim(second, "0123456789") != "" {
			return DateMention{}, 0
		}
		taken++
	}
	return DateMention{Date: data.Date{Year: year, Month: month, Day: 1, Precision: data.Season}}, n + taken
}

// partOfYear reads "eerste kwartaal" and "tweede helft".
func (r dateReader) partOfYear(i int) (month, tokens int) {
	rank, ok := ParseOrdinal(r.lower(i))
	if !ok || rank < 1 {
		return 0, 0
	}
	switch w := r.lower(i + 1); {
	case w == "kwartaal" && rank <= 4:
		return 3*int(rank) - 2, 2
	case (w == "helft" || w == "halfjaar") && rank <= 2:
		return 6*int(rank) - 5, 2
	}
	return 0, 0
}

// year reads a bare year, and a stretch of years: "2013-2016", "van 2013 tot
// en met 2016".
func (r dateReader) year(i int) (DateMention, int) {
	if first, second, found := strings.Cut(r.lower(i), "-"); found {
		from, to := yearNumber(first), yearNumber(second)
		if from > 0 && to >= from {
			return DateMention{Date: yearDate(from), To: yearDate(to)}, 1
		}
	}
	year := yearNumber(r.lower(i))
	if year == 0 || r.lower(i+1) == "%" || r.lower(i-1) == "€" {
		return DateMention{}, 0
	}
	d := DateMention{Date: yearDate(year)}
	for n, join := range []string{r.lower(i + 1), r.lower(i+1) + " " + r.lower(i+2) + " " + r.lower(i+3)} {
		at := i + 2 + 2*n
		if to := yearNumber(r.lower(at)); (joinsDays[join] || join == "tot en met") && to > year {
			d.To = yearDate(to)
			return d, at - i + 1
		}
	}
	return d, 1
}

func yearDate(year int) data.Date {
	return data.Date{Year: year, Month: 1, Day: 1, Precision: data.Year}
}

func yearNumber(word string) int {
	if len(word) != 4 {
		return 0
	}
	if y := digits(word); y >= 1950 && y < 2050 {
		return y
	}
	return 0
}

func dayNumber(word string) int {
	if len(word) > 2 {
		word = strings.TrimSuffix(strings.TrimSuffix(strings.TrimSuffix(word, "ste"), "de"), "e")
	}
	if word == "" || len(word) > 2 {
		return 0
	}
	if d := digits(word); d >= 1 && d <= 31 {
		return d
	}
	return 0
}

// digits reads a word of figures alone; anything else is 0.
func digits(word string) int {
	n := 0
	for _, c := range word {
		if c < '0' || c > '9' || n > 9999 {
			return 0
		}
		n = 10*n + int(c-'0')
	}
	return n
}

// valid reports whether a date exists in the calendar.
func valid(d data.Date) bool {
	if d.Year < 1900 || d.Year > 2099 || d.Month < 1 || d.Month > 12 || d.Day < 1 {
		return false
	}
	days := [...]int{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31}[d.Month-1]
	if d.Month == 2 && d.Year%4 == 0 && (d.Year%100 != 0 || d.Year%400 == 0) {
		days = 29
	}
	return d.Day <= days
}
