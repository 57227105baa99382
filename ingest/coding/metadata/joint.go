package metadata

import (
	"slices"
	"strings"

	"rodedraad/data"
	"rodedraad/ingest/coding/prose"
)

// Inspectorates have supervised the care for the young together since 2003,
// under names of their own (codebook 2.7). A cover may give that name alone; the
// inspectorates are then its members of that year, but for those of which the
// report says that they took no part.

// programmes are the names of the joint supervision.
var programmes = []string{"samenwerkend toezicht", "toezicht sociaal domein", "integraal toezicht jeugdzaken", "samenwerkende inspecties"}

// members are the inspectorates that joined in it; which of them in what year
// follows from the years in which they existed.
var members = []string{"IGJ", "IGZ", "IJENV", "IJZ", "IOOV", "ISZW", "IVENJ", "IVHO", "NLA"}

// fewestListed is how many inspectorates a text names at least when it lists
// the members itself.
const fewestListed = 3

// joint adds the members of a joint programme that a cover names as maker when
// nothing says which inspectorates did the work.
func (r *register) joint(t *prose.Text, f front, namings []naming, year int) []naming {
	cover, ok := programme(f)
	if !ok || count(namings, author) > 0 {
		return namings
	}
	absent := r.absent(t, f)
	listed := len(namings) >= fewestListed
	for _, code := range members {
		at := slices.IndexFunc(namings, func(n naming) bool { return n.code == code })
		if slices.Contains(absent, code) || listed && at < 0 || !listed && !r.existed(code, year) {
			continue
		}
		if at < 0 {
			namings = append(namings, naming{code: code, quote: cover.whole()})
			at = len(namings) - 1
		}
		namings[at].role, namings[at].strength = author, 2
	}
	return namings
}

// programme gives the line of the cover that names a joint programme and
// little else.
func programme(f front) (line, bool) {
	for i, l := range f.lines {
		if i == coverLines || l.page > f.first {
			break
		}
		if cueIn(l.lower, programmes) && len(l.Words()) <= coverWords && !strings.HasSuffix(l.Text, ".") {
			return l, true
		}
	}
	return line{}, false
}

// absent gives the inspectorates of which a sentence says that they took no
// part.
func (r *register) absent(t *prose.Text, f front) []string {
	var codes []string
	for i := range t.Sentences {
		s := &t.Sentences[i]
		if !introduces(s, f) && s.Section() != data.Colophon || !mayNameInspectorate(s) {
			continue
		}
		lower := prose.Fold(s.Text)
		if !cueIn(lower, tookNoPart) {
			continue
		}
		for _, n := range r.find(line{Sentence: prose.Sentence{Text: s.Text, Tokens: prose.Tokens(s.Text, 0)}}) {
			codes = append(codes, n.code)
		}
	}
	return codes
}

// existed reports whether an inspectorate existed in a year; in an unknown year
// none is known to.
func (r *register) existed(code string, year int) bool {
	e := r.eras[code]
	return year > 0 && e.from <= year && (e.to == 0 || year <= e.to)
}
