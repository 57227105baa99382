package metadata

import (
	"regexp"
	"strings"

	"rodedraad/data"
)

// numberLabels stand before a report number or kenmerk. "Uw kenmerk" is the
// other side's.
var numberLabels = regexp.MustCompile(`(?i)\b(?:ons kenmerk|kenmerk|rapport(?:nummer|nr\.?)|publicatienummer|zaaknummer|dossiernummer|documentnummer|project(?:nummer)?|meldingsnummer|ref(?:erentie)?\.?)\s*:?\s*([A-Za-z]{0,6}[-/. ]?\d[\w./-]*|[A-Za-z]+[-/][\w./-]*\d[\w./-]*)`)

// chamber is the number of a parliamentary paper.
var chamber = regexp.MustCompile(`(?i)\bkst-?(\d{5})-(\d+)\b`)

// reportNumber finds the document's own number.
func reportNumber(f front) (string, data.Evidence, bool) {
	for _, l := range f.lines {
		if !strings.ContainsAny(l.Text, "0123456789") {
			continue
		}
		if m := chamber.FindStringIndex(l.Text); m != nil {
			return strings.ToLower(l.Text[m[0]:m[1]]), l.quote(m[0], m[1]), true
		}
		m := numberLabels.FindStringSubmatchIndex(l.Text)
		if m == nil || strings.HasSuffix(strings.ToLower(strings.TrimSpace(l.Text[:m[0]])), "uw") {
			continue
		}
		number := strings.TrimRight(l.Text[m[2]:m[3]], ".,;")
		return number, l.quote(m[2], m[2]+len(number)), true
	}
	return "", data.Evidence{}, false
}
