package layout

import (
	"math"
	"regexp"
	"strings"
)

// The band at the top and at the bottom of a page in which headers and
// footers stand, as a part of its height.
const band = 0.12

// A slot is repeated furniture when its lines fill it on this part of the odd
// or of the even pages (measured; see the research on PDF engines).
const repeated = 0.4

// pageNumber matches a line that is nothing but a page number.
var pageNumber = regexp.MustCompile(`(?i)^(?:[-–—|\[( ]*)(?:(?:pagina|pag\.?|p\.|blz\.?|blad|bladzijde|page)\s*)?(?:\d{1,4}|[ivxl]{1,7})(?:\s*(?:/|van|of|-)\s*\d{1,4})?(?:[-–—|\]). ]*)$`)

// watermark matches words that are stamped over a page.
var watermark = regexp.MustCompile(`(?i)^(?:fictief|concept|vertrouwelijk|geheim|kopie|draft|specimen|voorbeeld|ter inzage|embargo)(?: (?:fictief|concept|vertrouwelijk|document|versie))?$`)

// shape is the text of a line with what differs from page to page taken out:
// numbers, Arabic and Roman.
func shape(l *line) string {
	var b strings.Builder
	for i, w := range l.words {
		if i > 0 {
			b.WriteByte(' ')
		}
		text := strings.ToLower(w.Text)
		if strings.Trim(text, "ivxlc") == "" {
			text = "#"
		}
		number := false
		for _, r := range text {
			isDigit := r >= '0' && r <= '9'
			if !isDigit {
				b.WriteRune(r)
			} else if !number {
				b.WriteByte('#')
			}
			number = isDigit
		}
	}
	return b.String()
}

// place is where a line stands, coarse enough for a renderer's rounding.
type place struct {
	shape string
	y     int
}

func (l *line) place() place {
	if l.shape == "" {
		l.shape = shape(l)
	}
	return place{l.shape, int(math.Round(l.y / 4))}
}

// markFurniture marks running headers, footers, page numbers and watermarks.
func markFurniture(sheets []*sheet) {
	seen := map[place]map[int]bool{}
	var odd, even int
	for i, s := range sheets {
		if s == nil || len(s.lines) == 0 {
			continue
		}
		if i%2 == 0 {
			odd++
		} else {
			even++
		}
		for _, l := range s.lines {
			note(seen, l.place(), i)
		}
	}
	slots := filledSlots(sheets, seen)
	for i, s := range sheets {
		if s == nil {
			continue
		}
		for _, l := range s.lines {
			l.furniture = isFurniture(s, l, seen, slots, odd, even) ||
				(s.isEdge(l) && pageNumber.MatchString(l.text()) && plausible(l.text(), i+1, len(sheets)))
		}
		s.markPrinted()
	}
}

func note[K comparable](m map[K]map[int]bool, key K, page int) {
	if m[key] == nil {
		m[key] = map[int]bool{}
	}
	m[key][page] = true
}

// around counts the pages of one parity on which a line like this stands at
// this height, give or take the rounding.
func around(seen map[place]map[int]bool, p place) (odd, even int) {
	pages := map[int]bool{}
	for d := -1; d <= 1; d++ {
		for page := range seen[place{p.shape, p.y + d}] {
			pages[page] = true
		}
	}
	for page := range pages {
		if page%2 == 0 {
			odd++
		} else {
			even++
		}
	}
	return odd, even
}

// filledSlots finds heights in the bands that hold a recurring line on most
// pages although its words change with the chapter.
func filledSlots(sheets []*sheet, seen map[place]map[int]bool) map[int]int {
	pages := map[int]map[int]bool{}
	for i, s := range sheets {
		if s == nil {
			continue
		}
		for _, l := range s.lines {
			if !s.inBand(l) {
				continue
			}
			if odd, even := around(seen, l.place()); odd+even >= 2 {
				note(pages, l.place().y, i)
			}
		}
	}
	counts := map[int]int{}
	for y, p := range pages {
		counts[y] = len(p)
	}
	return counts
}

func isFurniture(s *sheet, l *line, seen map[place]map[int]bool, slots map[int]int, odd, even int) bool {
	text, key := l.text(), l.place()
	nOdd, nEven := around(seen, key)
	total, n := odd+even, nOdd+nEven
	often := n >= 2 && total >= 3 &&
		(float64(nOdd) >= repeated*float64(odd) && nOdd >= 2 || float64(nEven) >= repeated*float64(even) && nEven >= 2)
	switch {
	case l.words[0].Angle != 0 && (total < 3 || n >= 2 || len(l.words) <= 12):
		return true // turned words beside the text: a stamp, a file number
	case watermark.MatchString(text) && (l.size > 24 || often || total < 3 && s.inBand(l)):
		return true
	case total == 2 && n == 2 && s.isEdge(l):
		return true // the outermost line of both pages, word for word
	case s.inBand(l):
		return often || n >= 2 && total >= 4 && slots[key.y]*5 >= total*3 || s.artifact(l)
	default:
		// The same words in the middle of nearly every page are a stamp too.
		return total >= 4 && n*10 >= total*8 && len(l.words) <= 6 && len([]rune(key.shape)) > 1 && key.shape != "#"
	}
}

func (s *sheet) inBand(l *line) bool {
	return l.y < band*s.height || l.y > (1-band)*s.height
}

// artifact reports whether the file itself marks the line as no content.
func (s *sheet) artifact(l *line) bool {
	for _, w := range l.words {
		if w.Tag != "Artifact" {
			return false
		}
	}
	return true
}

// isEdge reports whether a line is the highest or lowest of its page and
// stands in a band.
func (s *sheet) isEdge(l *line) bool {
	return s.inBand(l) && (s.highest >= l.y-0.5*l.size || s.lowest <= l.y+0.5*l.size)
}

// plausible keeps a lone number that cannot be this page's number in the text,
// such as a year at the foot of a cover.
func plausible(text string, page, pages int) bool {
	n := 0
	for _, r := range text {
		if r >= '0' && r <= '9' {
			n = n*10 + int(r-'0')
		} else if n > 0 {
			break
		}
	}
	return n == 0 || strings.ContainsAny(strings.ToLower(text), "abgp/") || n <= page+20 && n <= pages+40
}
