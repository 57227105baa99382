// Package precheck looks at the raw bytes of a PDF before engine 1 opens it.
//
// The object layer engine 1 stands on (ledongthuc/pdf) trusts what a file says
// about itself: a /Prev that points to itself makes it spin for ever, an xref
// of nine thousand million entries makes it ask for memory until the process
// is killed, and neither can be recovered from. So this package reads the
// skeleton of the file itself, with a bound on everything it allocates and a
// visited set on everything it follows:
//
//	header ─► startxref ─► chain of xref sections ─► trailer ─► page tree
//
// The outcome is a Report. When nothing is odd, Report.View is the file as
// engine 1 should see it: the original bytes with one plain cross-reference
// table behind them that was written here, and with the members of object
// streams readable as ordinary objects. The object layer then never meets a
// cross-reference section that a stranger wrote, and never inflates an object
// stream twice. A file that is encrypted but opens with the empty password, as
// reports that may not be changed do, is decrypted on the way, by methods the
// object layer does not have either. When something is odd, Check returns a *Refusal with a Reason:
// the file is then for the second engine, which repairs. Rebuild makes the same
// View of a file that is past that, from the objects it finds in it.
//
// Invariants: Check ends on every input; the memory it takes is bounded by its
// Limits; a file that Check lets through can be opened and its page tree
// walked without end conditions.
package precheck
