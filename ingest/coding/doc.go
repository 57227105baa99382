// Package coding turns the text of a document into findings with evidence.
//
// Each coder is a package below this one: it reads a [prose.Text] and adds
// findings, and the typed rows they back, to a record. [Code] runs them in the
// order in which they need each other's results: metadata first, calamities
// and victims next, then the decision whether the document belongs to the
// corpus, then sectors, red threads, themes, questions, recommendations and
// reported counts.
package coding
