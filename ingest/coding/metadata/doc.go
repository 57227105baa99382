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
//	voor   all text of the first two pages
package metadata
