// Package search finds passages by words. Every word is taken by its Dutch stem
// (package dutch): "opschalen" finds "opschaal", and "suïcide" finds "suicide".
// Passages are ranked by BM25 (S.
// Robertson and H. Zaragoza, The probabilistic relevance framework: BM25 and
// beyond, 2009): rare words weigh more, repeated words less and less, long
// passages count their words for less.
//
// [Run] works without an index, in three steps:
//
//  1. DuckDB keeps the passages that can match at all, by a pattern that every
//     word with the stem fits (pattern.go);
//  2. each of those is cut into words and counted, and of passages with the
//     same counts only the shortest are remembered, so that memory does not
//     grow with the corpus while the ranking stays exact;
//  3. the best are read once more, with document, page and section.
//
// Headings and tables of contents are left out: short as they are they would
// come first and say nothing. A hit tells the headings above it.
package search
