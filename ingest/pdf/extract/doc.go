// Package extract reads a PDF with whichever engine reads it best.
//
//	engine 1 (content) ─► quality of each page ─► engine 2 (pdfium) where it is
//	low or failed, the better of both is kept ─► audit: some pages through both
//	─► OCR of pages that are pictures, or whose letters mean nothing
//
// A damaged file goes to PDFium, which repairs; where that gives little or
// nothing, engine 1 reads the objects that are found in the file one by one.
//
// PDFium is started by the first page that needs it: for a sound document it
// never is. The pages say which engine read them and why it was not engine 1.
//
// Nothing here guards against an engine that hangs or fills memory; package
// worker does, and tells the parent in which stage it happened (the stage
// constants below), so that a second try can leave that engine out.
package extract
