// Package data is the vocabulary of rodedraad: what a document, page, passage,
// finding, evidence, calamity, victim and recommendation is, and which codes
// exist. It knows nothing of PDF files, SQL or charts; every other room speaks
// its words.
//
// # The units
//
// A [Document] is one PDF, known by the sha256 of its bytes. It has a [Page]
// for each page, whose text is stored once and never rewritten, and a
// [Passage] for each paragraph, heading, list item or table row, with the role
// of the section in which it stands.
//
// A [Finding] says something about a document or a calamity: the code of a
// codebook variable, with a three-valued [Status]. It rests on [Evidence]: a
// quote that stands, byte for byte, on a stored page. A [Calamity] is an event
// in which somebody came to harm; it has [Victim] rows and may be described by
// several documents, as a document may describe several calamities.
//
// # The invariants
//
//   - page.Text[evidence.Start:evidence.End] == evidence.Quote, in UTF-8 bytes.
//   - A finding that is present or explicitly absent has evidence.
//   - Unknown is never zero: counts and ages are ranges, dates have a precision.
//   - No person's name stands in a coded row.
//   - Everything is a function of the PDF's bytes, the codebook and the version.
//
// [Record.Verify] checks those that one document can show; the warehouse checks
// the rest.
package data
