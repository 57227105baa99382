// Package pdf reads the words of a PDF file, whatever the file does.
//
//	precheck   looks at the raw bytes and keeps from engine 1 what would hang it
//	content    engine 1: content streams on the objects of ledongthuc/pdf
//	pdfium     engine 2: PDFium inside a WebAssembly sandbox
//	ocr        optional: tesseract, for pages that are pictures
//	extract    chooses between them, page by page
//	hard       small files of every kind of producer, whose text is known
//
// Engine 1 is fast and exact, engine 2 slower and forgiving. A quality score
// per page ([Score]) decides where the second engine is asked; each page says
// which engine read it and why it was not the first.
//
// This package itself holds what they share: what an engine reads
// ([Document]), what it may cost ([Limits]), and how well it was read. Reading
// happens in a worker process with limits on time and memory, because a hang
// or an exhausted memory cannot be caught from inside; package worker does
// that.
package pdf
