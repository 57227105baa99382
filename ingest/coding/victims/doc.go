// Package victims reads from a document which calamities it is about, who was
// harmed and how, when, where and in which legal frame; and which other figures
// it quotes.
//
// # How it reads
//
// A sentence is turned into mentions of people ("een meisje van acht jaar",
// "haar broers", "de vader") and into what happened ("overleed", "raakte
// zwaargewond"). Each harm is tied to the mention that suffers it: who is named
// by "door" is not, nor who acts in an active sentence. Mentions that may be
// the same person become one person, whose last reported state counts: injured
// on Monday and dead on Tuesday is dead.
//
// The occasion and the summary are read first, because a person enters the case
// only there; later sections may tell more of somebody who is known, but add
// nobody. So an earlier death in the family, a suspect, or a case that is cited
// in a chapter on method stays out of the count (codebook 2.3).
//
// A report on one case is read from the passage that tells its event: who is
// harmed comes in there, and the passage behind it goes on. All others tell more
// of those people (an age, a graver state) and add nobody; "een kind" in general
// is none of them.
//
// The passage that tells harm to a child with an age and a date anchors the
// case. What is told with an earlier year, of an earlier age, or of children at
// large is background, and who comes in behind the anchor without age, number
// or date is nobody new: in doubt a case has fewer victims. A document that
// counts shares of cases ("in twaalf van de achttien") is an overview and has
// none, whatever kind it was taken for.
//
// # What it gives
//
// Unknown is never zero: counts and ages are ranges, a date is no finer than
// the report's. Every value stands on a finding with a quote; a quote about a
// suicide never holds the words of the method (reference, 5.3).
package victims
