package victims

import (
	"rodedraad/data"
	"rodedraad/ingest/coding/prose"
)

// seats are where inspectorates and ministries sit: a report that names them
// need not be about them.
var seats = map[string]bool{"Den Haag": true, "'s-Gravenhage": true, "Utrecht": true}

// about gives the place that the chapters of a report name most often,
// the first of equals: for a report of which the occasion names none.
func (w *work) about(year int) (place, bool) {
	count := map[string]int{}
	var best place
	for i := range w.text.Sentences {
		s := &w.text.Sentences[i]
		switch s.Section() {
		case data.Norms, data.Annex, data.Contents, data.Colophon, data.Method:
			continue
		}
		for k := 0; k < len(s.Tokens); k++ {
			if !capital(s.Tokens[k].Text) {
				continue
			}
			p, n := w.coder.placeAt(s.Tokens, k, year)
			if n == 0 || p.code == "" || seats[p.name] || datelined(s.Tokens, k+n) || p.level != "provincie" && seated(s.Tokens, k) {
				continue
			}
			p.r, p.start, p.end = w.read(s), s.Tokens[k].Start, s.Tokens[k+n-1].End
			count[p.name]++
			if best.r == nil || count[p.name] > count[best.name] {
				best = p
			}
			k += n - 1
		}
	}
	return best, best.r != nil
}

// seated reports whether a place is where an organisation or a court sits, as the
// words just before it tell.
func seated(t []prose.Token, i int) bool {
	for k := 1; k <= 5; k++ {
		if notBehind[at(t, i-k)] {
			return true
		}
	}
	return false
}
