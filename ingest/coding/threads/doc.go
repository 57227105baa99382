// Package threads codes the red threads and themes of a document.
//
//	sentences ─► windows of one or two ─► scores of each code, present and explicitly absent (package classifier)
//	          ─► adjusted for section and for what the sentence does (package polarity)
//	          ─► an observation per code: its best windows that do not overlap, how they stand against
//	             other codes, indicators of the codebook (package match), the document as a whole
//	          ─► a decision, fitted on the sample reports for tuning (package fit) ─► one finding per code, with quotes
//
// Windows lie within one passage of a section that counts for the variable;
// headings and titles never count on their own, since a slogan above a chapter
// finds nothing. A document that hardly names a child or parent is about
// something else, and has only what its words plainly say: an indicator of the
// codebook that settles a code by itself.
//
// Every code gets a finding, also one that is not mentioned, so that a chart
// knows what it may divide by. A sub-code that is present brings its parent
// with it, on the same evidence. Of a theme and the sub-code it became in 2016
// the year of the document decides.
//
// Training weights and decisions anew, after a change of passages, word lists
// or samples:
//
//	make model
package threads
