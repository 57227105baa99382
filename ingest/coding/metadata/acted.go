package metadata

import (
	"regexp"
	"slices"
	"strings"

	"rodedraad/ingest/coding/prose"
)

// What an inspectorate does with a case when it looks into it itself, as finite
// verb behind its name or as participle behind "heeft".
var (
	looked   = regexp.MustCompile(`^(bezag|bezagen|bekeek|bekeken|beoordeelde|beoordeelden|toetste|toetsten|onderzocht|onderzochten|analyseerde|analyseerden|reconstrueerde|reconstrueerden|bestudeerde|bestudeerden)\b`)
	hasDone  = regexp.MustCompile(`^(heeft|hebben)\b(.*)\b(bezien|bekeken|beoordeeld|getoetst|onderzocht|nagegaan|geanalyseerd|gereconstrueerd|bestudeerd|doorgelicht)\b`)
	ofOthers = []string{"melding", "rapport", "plan ", "verbeter", "onderzoek van", "evaluatie", "reactie", "brief"}
)

// acted reports whether a sentence says that the inspectorates it names looked
// into a case: the last name is followed by the verb. To judge another's report
// or notification is no investigation.
func (r *register) acted(l line) bool {
	found := r.find(l)
	return slices.ContainsFunc(found, func(n naming) bool {
		behind := strings.TrimSpace(prose.Fold(l.Text[n.end:]))
		if looked.MatchString(behind) {
			return !cueIn(behind, ofOthers)
		}
		m := hasDone.FindStringSubmatch(behind)
		return m != nil && !cueIn(m[2], ofOthers)
	})
}
