package layout

import (
	"math"
	"regexp"
)

// Browsers print their own lines at the very edge of every page: date and
// title above, address and page number below. The title, the time and, in a
// file of pages printed apart, the address differ from page to page, and a page
// printed by itself has nothing to repeat; so these lines are known by what
// they say.
var (
	printedAt  = regexp.MustCompile(`^\d{1,4}[-/.]\d{1,2}[-/.]\d{2,4},? +\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?: ?[AaPp]\.?[Mm]\.?)?(?: |$)`)
	webAddress = regexp.MustCompile(`^(?:https?://|file:///|about:|www\.)\S*(?: +\S+)?(?: +(?:(?:[Pp]agina|[Pp]age) +)?\d{1,4} *(?:/|van|of) *\d{1,4})?$`)
)

const (
	outerEdge   = 0.05 // of the page's height: text of the page itself stands further in
	printedSize = 9.5  // points; browsers print theirs at 7 to 9
)

// atOuterEdge reports whether a line stands where only a browser prints.
func (s *sheet) atOuterEdge(l *line) bool {
	return (l.y < outerEdge*s.height || l.y > (1-outerEdge)*s.height) && l.size <= printedSize && l.words[0].Angle == 0
}

// markPrinted marks the lines of a browser: one that says when or whence the
// page was printed, and what stands beside it on its baseline.
func (s *sheet) markPrinted() {
	for _, l := range s.lines {
		if !s.atOuterEdge(l) || !printedLine(l) {
			continue
		}
		for _, other := range s.lines {
			if math.Abs(other.y-l.y) < 0.3*l.size && other.size <= printedSize {
				other.furniture = true
			}
		}
	}
}

// printedLine reports whether a line is one of a browser: date and time in
// front, or an address that stands alone between wide gaps.
func printedLine(l *line) bool {
	if printedAt.MatchString(l.text()) {
		return true
	}
	for _, part := range segments(l) {
		if webAddress.MatchString(part.text()) || printedAt.MatchString(part.text()) {
			return true
		}
	}
	return false
}
