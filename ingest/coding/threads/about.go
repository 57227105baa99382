package threads

import (
	"rodedraad/data"
	"rodedraad/ingest/coding/match"
)

// aboutFrom is the share of a document's sentences that must name a child or a
// parent for the passage classifier to be heard. It has only learned from texts
// about families, and hears a theme in every report on an app or a budget. In
// the sample reports on a case the least is an eighth; in reports of the
// government on other subjects it is some hundredths at most.
const aboutFrom = 0.08

// newAbout compiles what tells that a sentence is about a family.
func newAbout(variable *data.Variable) (*match.Set, error) {
	return match.Compile([]match.Rule{{ID: 0, Pattern: "({kind}|{ouder})", Concepts: variable.Concepts}})
}
