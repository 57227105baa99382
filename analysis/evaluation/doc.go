// Package evaluation compares what a warehouse holds with truth files: one JSON
// file per report, coded by a careful reader (format: data/samples/README.md).
//
// It scores every variable in its own unit. Codes that a document has or has
// not are compared as pairs, which package agreement turns into precision,
// recall, F1, kappa and AC1. Things that are right or wrong as a whole (kind,
// date, the victims of a document) are compared exactly. Every difference is
// listed with the quote on which the machine's answer rests, because a figure
// that cannot be looked into teaches nothing.
//
// Truth files may say "held_out": such reports were never looked at while rules
// were written, and are reported apart.
package evaluation
