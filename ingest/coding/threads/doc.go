// Package threads codes the red threads and themes of a document.
//
//	sentences ─► windows of one or two ─► scores of each code, present and explicitly absent
//	          ─► the best windows that do not overlap ─► one finding per code, with quotes
//
// Windows lie within one passage of a section that counts for the variable;
// headings and titles never count on their own, since a slogan above a chapter
// finds nothing. A code's score for a document is the weighted mean of the log
// odds of its best windows: a finding that matters is said more than once. It
// is present when that passes the threshold of the codebook.
//
// Every code gets a finding, also one that is not mentioned, so that a chart
// knows what it may divide by. A sub-code that is present brings its parent
// with it, on the same evidence.
package threads
