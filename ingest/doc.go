// Package ingest turns PDF files into records in a store.
//
//	Discover ─► hash ─► known? ─► worker process ─► reorder ─► batch ─► Store
//	 folders,            skip      extract, layout,   into the order
//	 manifests                     code, verify       of discovery
//
// [Run] is the whole of it. It is incremental: a file whose bytes were stored
// before, coded with the same codebook, is not read again. It is resumable:
// what was stored stays, what was not is read by the next run. It is
// deterministic: however many workers read, records reach the store in the
// order in which the files were found, and two files with the same bytes are
// stored once, under the first.
//
// No file stops a run. A file that cannot be read has outcome "mislukt", with
// the stage, what happened and what a person can do; a file that killed its
// worker is read once more without the engine that did it.
//
// [Serve] is the other side: what a worker process does. Nothing of a document
// is kept in the parent but the finished record.
package ingest
