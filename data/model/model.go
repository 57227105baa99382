// Package model holds the weights that package classifier reads. They are
// trained on data/training by the command ingest/coding/train/command;
// FIGURES.md, which it writes too, says how well they do.
package model

import _ "embed"

// Passages are the weights for red threads and themes.
//
//go:embed passages.bin.gz
var Passages []byte

// Documents are the weights that turn what a document shows of a code into the
// odds that it has the code.
//
//go:embed documents.json
var Documents []byte
