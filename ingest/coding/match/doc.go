// Package match is the pattern language of the codebook's indicators, and a
// matcher that looks for all of them in one pass over a sentence.
//
// Patterns are matched on words; punctuation between them does not count.
// Case and diacritics never matter.
//
//	opschalen            a word with the same Dutch stem: opgeschaald is not, opschaalt is
//	=was                 this form only
//	signaal* *signalen   compounds: signaalgedrag, kindsignalen; *signaal* both
//	te laat              adjacent words
//	zonder ..3 overdracht  with at most three words between
//	(te laat|niet tijdig)  one of these
//	{kind}               one of the variable's concept list "kind"
//	<8: {hulp} {niet} {kind}>  a frame: all of these, in any order, within eight words
//
// A gap between members of a frame ties them into one.
// Alternatives, concepts and the members of a frame are patterns themselves.
// A concept may name other concepts, but not itself.
//
// [Compile] gives every distinct part of every pattern one number, so that a
// concept used by forty indicators is looked up once. [Set.Find] looks at each
// word of a sentence once, notes which parts can start there, and evaluates
// only the rules of which every part was seen.
package match
