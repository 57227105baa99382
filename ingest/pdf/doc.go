// Package pdf reads the words of a PDF file, whatever the file does.
//
// Two engines read: package content interprets content streams on the objects
// of ledongthuc/pdf, fast and exact; package pdfium runs PDFium inside a
// WebAssembly sandbox, slower and forgiving. A look at the raw bytes before
// anything is opened keeps away from engine 1 what would hang or kill it, and
// a quality score per page decides where the second engine is asked. Reading
// happens in a worker process with limits on time and memory, because a hang
// or an exhausted memory cannot be caught from inside.
package pdf
