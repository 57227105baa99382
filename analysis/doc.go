// Package analysis answers questions about what was coded. Every question is a
// file in queries/: SQL against the public tables, under a header that says in
// two languages what is asked, which unit is counted, which parameters there
// are, what the columns mean, and whether counts are crossed. Nothing outside
// those files and the tables' own comments defines a figure.
//
// [Run] goes through fixed steps:
//
//  1. check the parameters against the header;
//  2. run the SQL, with values bound, never pasted;
//  3. compute intervals (package statistics);
//  4. hide small crossed counts and audit that none can be derived (package
//     disclosure);
//  5. give a [Table], which package format writes as text, CSV, JSON, Markdown,
//     Parquet or Arrow.
//
// Counting rules that hold everywhere: a share is taken over documents whose
// text could be read; what is not mentioned is neither present nor absent;
// victims are counted by event and not by document; a count with a range keeps
// it.
package analysis
