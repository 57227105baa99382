// Package warehouse keeps coded documents in a DuckDB file. It is the only
// room that knows the driver; others get [database/sql] handles and the words
// of package data.
//
// # How a warehouse is written
//
// Nobody writes the published file. A [Work] is a copy of it, in a file beside
// it; documents are appended there in transactions of whole documents, and
// [Work.Publish] checks what was written, closes it and renames it over the
// published one. Readers keep the file they opened. A run that was killed
// leaves its Work behind, and the next run goes on from it.
//
// # Guards
//
//   - Two engines on one file in one process lose writes silently, so a path
//     can be open once per process only.
//   - No extension is ever installed or loaded.
//   - There are no primary or foreign keys: in this engine they fail on
//     legitimate replacements. [Check] verifies by query what keys would.
//   - The ledger says how many rows each document has; [Check] and
//     [Work.Publish] count them.
package warehouse
