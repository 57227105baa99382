package data

import "fmt"

// Precision says how exact a date is.
type Precision string

// The precisions.
const (
	Day         Precision = "dag"
	Month       Precision = "maand"
	Season      Precision = "seizoen"
	Year        Precision = "jaar"
	UnknownDate Precision = "onbekend"
)

// Date is a date that is no finer than its source. Month and Day are 1 where
// the precision does not reach them (a season has the month in which it
// begins); the zero Date is unknown.
type Date struct {
	Year, Month, Day int
	Precision        Precision
}

// Known reports whether there is a date at all.
func (d Date) Known() bool {
	return d.Year > 0 && d.Precision != "" && d.Precision != UnknownDate
}

// ISO gives the first day that the date can mean, as YYYY-MM-DD, or "".
func (d Date) ISO() string {
	if !d.Known() {
		return ""
	}
	return fmt.Sprintf("%04d-%02d-%02d", d.Year, max(d.Month, 1), max(d.Day, 1))
}

// String gives the date as exactly as it is known: 2016-06-06, 2016-06 or 2016.
func (d Date) String() string {
	switch {
	case !d.Known():
		return ""
	case d.Precision == Day:
		return d.ISO()
	case d.Precision == Year:
		return fmt.Sprintf("%04d", d.Year)
	}
	return fmt.Sprintf("%04d-%02d", d.Year, max(d.Month, 1))
}
