// Package metadata reads what a document says of itself on its first pages:
// kind, title, publication date, organisations with their roles, report
// number and language; and it decides, once the calamities are known, whether
// the document belongs to the corpus.
//
// A first page is lines, not sentences: who wrote the report is a line with
// nothing but names in it, the date stands alone or behind a place. Kinds are
// told apart by the indicators of data/codebook/documentsoort.yaml, each of
// which names the zone in which it is looked for:
//
//	titel  the title and what stands under it
//	regel  one line of the first page
//	kort   a short line of the first page, as names on a cover stand
//	begin  the first words of a line of the first page
//	kop    the first words of a short one
//	omslag a line of the cover that says who made it; omslagkop its first words
//	voor   all text of the first two pages; for who made a report also its
//	       chapters on occasion and method, and its summary
//
// Scores are then weighed by who made the document (signal.go, actor.go): an
// inspectorate, a municipality itself, or an outsider whom somebody asked; and
// by how many cases it studies (object.go). What a browser prints around a page
// is left out (browser.go), and a letter's senders are read apart (letter.go). A
// linear model over the same observations, with and without word stems, was
// tried against this and was no better on pages it had not seen.
package metadata
