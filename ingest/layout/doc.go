// Package layout turns the words of a PDF into pages and passages.
//
// An engine says only what stands where. Layout finds, in this order:
//
//  1. lines: runs of words on one baseline ([pdf.Word] in stream order),
//  2. the reading order of a page: the order of the content stream, which was
//     right on the multi-column reports measured, except where a part of the
//     stream lies above what it follows,
//  3. furniture: running headers, footers, page numbers and watermarks, which
//     stay in the page text and out of the passages,
//  4. blocks: paragraphs, headings, list items, table rows, footnotes,
//  5. the section role of every block, from the habits of Dutch headings
//     (vocabulary.go),
//  6. the reading text of every block, with line-end hyphens undone and
//     paragraphs joined over columns and pages.
//
// Two invariants hold whatever the input: every word stands in the text of its
// page exactly once, and every byte of a passage that comes from a page is
// tied to that page by a [data.Piece].
package layout
