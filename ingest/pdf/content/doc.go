// Package content is engine 1: it reads the words of a page by interpreting
// its content stream, on the objects of ledongthuc/pdf.
//
// A PDF page is a program. It moves a pen, chooses fonts, and shows strings of
// character codes; nothing in it says "word" or "line". Reading goes
//
//	Open      package precheck looks at the file; the object layer opens it
//	Page      content streams ─► lexer ─► interpreter (graphics state, forms)
//	            show ─► font (code ─► text, width) ─► composer (glyphs ─► words)
//
// What a code means comes, in this order, from the font's /ToUnicode map, the
// glyph names of its /Encoding, the encoding inside the embedded font program,
// and the program's own character map. A code that none of them explains is
// written as U+FFFD, so that the quality score sees it; nothing is guessed
// silently.
//
// Invariants: words come in the order of the content stream; their text is
// NFC, without white space and never empty; soft hyphens remain only at the
// end of a word, as "-", because a line may break there; coordinates are in
// points from the top left of the page as it is seen. Every error names its
// page, wraps ErrLimit when a limit was reached, and sends that page to the
// second engine; a panic of the object layer becomes such an error.
//
// A Reader is for one goroutine.
package content
