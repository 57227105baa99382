package pdf

import "time"

// Limits bound what one file may cost. They are generous: the largest report
// measured has 900 pages and 60 MB. A file that reaches one is reported with
// the limit's name, so that a person can raise it. The times of the engines are
// for a document of up to 1,000 pages, and as much again for each thousand
// more.
type Limits struct {
	FileSize     int64         // bytes of a file
	Pages        int           // pages of a document
	FirstEngine  time.Duration // for engine 1
	SecondEngine time.Duration // for engine 2
	OCR          time.Duration // for one page
	Coding       time.Duration // for layout and coding of a document
	Stream       int64         // bytes of one inflated stream
	Inflated     int64         // bytes of all inflated streams of a document
	Operators    int           // of one page's content
	FormDepth    int           // of forms within forms
	Memory       int64         // bytes that a worker process may occupy
}

// DefaultLimits are the limits when nobody asks for others.
func DefaultLimits() Limits {
	return Limits{
		FileSize:     200 << 20,
		Pages:        5000,
		FirstEngine:  30 * time.Second,
		SecondEngine: 120 * time.Second,
		OCR:          60 * time.Second,
		Coding:       60 * time.Second,
		Stream:       64 << 20,
		Inflated:     512 << 20,
		Operators:    20_000_000,
		FormDepth:    8,
		Memory:       1 << 30,
	}
}
