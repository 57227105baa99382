// Package pdfium is the second engine: PDFium, the PDF library of Chromium,
// compiled to WebAssembly and run by wazero in pure Go.
//
// PDFium opens what engine 1 refuses (broken cross-reference tables, AES-256,
// headers in odd places) and reads it some ten times slower. It runs in a
// sandbox without files or network and with a ceiling on its memory; what goes
// wrong inside is a trap, which ends that one instance and nothing else. A
// trap on page 7 therefore costs page 7: the document is opened again in a
// fresh instance for page 8.
//
// The machine code that wazero makes of PDFium (3 s of work) is kept in the
// user's cache folder, so that later starts take 0.1 s.
//
// This is the only package that imports go-pdfium.
package pdfium
