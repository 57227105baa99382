// Package difference lists what two codings of the same documents say
// differently: before and after a change of the codebook, of the weights or of
// the program, or of two readers.
//
// Documents are the same when their bytes are. Within a document answers are
// paired by calamity, variable and code:
//
//	the same code and value   their status is compared
//	the same code             the value changed: a date, a place, an age
//	the same value            the code changed: another addressee, another judgement
//	nothing like it           the answer was added or removed
//
// What is not mentioned and what was not asked are the same: nothing was found.
// Each change carries the quote and the reason of both sides, since a list of
// codes tells what changed and not why.
package difference
