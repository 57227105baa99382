// Package questions codes what a report asks and answers about its case: the
// five basic questions, the judgement on each organisation, the method of
// learning, and whether it says that the event could have been prevented.
//
// A basic question is coded only when the report poses it, or nearly so. It is
// never derived from themes: a report in which nobody was in charge has theme
// T01, but question BV4 only when it asks who was in charge. Whether it was
// answered is read from the sentence itself, the row of its table or what
// follows; a question that is only listed is genoemd.
//
// The words by which all this is known are the indicators and concepts of the
// codebook's variables basisvraag, oordeel, methode and vermijdbaarheid.
package questions
