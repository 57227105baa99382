package metadata

import (
	"regexp"
	"strings"
)

// A web page that was printed has furniture of the browser: the moment of
// printing and the page's title above, its address and "1/7" below. None of it
// is text of the document, and the moment is no date of publication.
var (
	printMoment  = regexp.MustCompile(`^\d{1,2}[/.-]\d{1,2}[/.-](\d{2}|\d{4}),? \d{1,2}:\d{2}( ?[AaPp][Mm])?(\s|$)`)
	printAddress = regexp.MustCompile(`^(file|https?)://\S+(\s+\d+/\d+)?$`)
)

// unprinted leaves out the furniture of a browser from the lines of a page.
func unprinted(lines []line) []line {
	if n := len(lines); n > 1 && printAddress.MatchString(lines[n-1].Text) {
		lines = lines[:n-1]
	}
	if len(lines) < 2 {
		return lines
	}
	moment := printMoment.FindString(lines[0].Text)
	if moment == "" {
		return lines
	}
	head, rest := oneLine(lines[0].lower[len(moment):]), lines[1:]
	if head == "" {
		head = rest[0].lower
		if repeated(head, rest[1:]) {
			rest = rest[1:]
		}
	}
	return rest
}

// repeated reports whether the lines say again what stands above them, on one
// line or on more: a heading alone may be all the title that a page has.
func repeated(head string, lines []line) bool {
	var b strings.Builder
	for _, l := range lines {
		b.WriteString(l.lower)
		b.WriteByte(' ')
	}
	return strings.Contains(b.String(), oneLine(head))
}
