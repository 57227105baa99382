// Package model holds the weights that package classifier reads. They are
// trained on data/training by the command ingest/coding/classifier/train;
// FIGURES.md, which it writes too, says how well they do.
package model

import _ "embed"

// Passages are the weights for red threads and themes.
//
//go:embed passages.bin.gz
var Passages []byte
