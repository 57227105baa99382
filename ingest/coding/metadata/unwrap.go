package metadata

import (
	"slices"
	"strings"

	"rodedraad/ingest/coding/prose"
)

// longestUnwrapped bounds a line with what is joined to it, in bytes.
const longestUnwrapped = 400

// unwrap joins a line that breaks off inside a list or a name with the next:
// "Inspectie Justitie" and, below it, "en Veiligheid".
func (r *register) unwrap(lines []line) []line {
	out := make([]line, 0, len(lines))
	for i := 0; i < len(lines); i++ {
		l := lines[i]
		for i+1 < len(lines) && lines[i+1].page == l.page && len(l.Text) < longestUnwrapped &&
			(breaksOff(l.lower) || goesOn(l, lines[i+1]) || r.across(l, lines[i+1])) {
			i++
			l = l.upTo(lines[i])
		}
		out = append(out, l)
	}
	return out
}

// across reports whether the name of an inspectorate begins in a line and ends
// in the next.
func (r *register) across(l, next line) bool {
	if !strings.Contains(l.lower, "inspectie") || blankBetween(l, next) {
		return false
	}
	both := l.upTo(next)
	return slices.ContainsFunc(r.find(both), func(n naming) bool { return n.start < len(l.Text) && n.end > len(l.Text) })
}

// upTo gives the line that runs on to the end of a later one.
func (l line) upTo(next line) line {
	l.Text = l.of[l.start : next.start+len(next.Text)]
	l.lower = prose.Fold(strings.ReplaceAll(l.Text, "\n", " "))
	l.End = len(l.Text)
	l.Tokens = prose.Tokens(l.Text, 0)
	return l
}

// goesOn reports whether a line takes up a list of names: "en de Inspectie …".
func goesOn(l, next line) bool {
	return strings.Contains(l.lower, "inspectie") && opensWith(next.lower, []string{"en ", "& ", "i.s.m", "in samenwerking met", "samen met", "met medewerking van", "mede namens"})
}

func breaksOff(lower string) bool {
	for _, end := range []string{" en", " de", " het", " voor", " van", ",", " met", "inspectie", " toenmalige", " voormalige"} {
		if strings.HasSuffix(lower, end) {
			return true
		}
	}
	return false
}
