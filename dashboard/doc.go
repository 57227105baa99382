// Package dashboard writes a static site from a warehouse: charts and tables of
// what recurs, and behind each number the sentences on which it rests.
//
// [Build] goes through fixed steps for each language:
//
//  1. ask the named queries of package analysis; nothing here counts, and what
//     disclosure control hides is hidden in every shape;
//  2. draw charts (package chart) and write tables, CSV and JSON from the same
//     table;
//  3. write pages: overview, red threads, themes, sectors, victims, documents,
//     method, data; one page per document and one per code with its evidence;
//  4. check that every link inside the site leads somewhere.
//
// The pages work without a script, offline and on paper. The output depends on
// the warehouse and the options alone: no clock, no random ids.
package dashboard
