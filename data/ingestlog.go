package data

import "time"

// Outcome says what a run did with a file.
type Outcome string

// The outcomes.
const (
	Added     Outcome = "toegevoegd"
	Unchanged Outcome = "ongewijzigd"
	Replaced  Outcome = "vervangen"
	Failed    Outcome = "mislukt"
)

// Outcomes lists them in the order in which a summary shows them.
var Outcomes = []Outcome{Added, Unchanged, Replaced, Failed}

// IngestRun is one run of the ingest. It is the only place where times are
// stored: everything else is a function of the files.
type IngestRun struct {
	Run             int // 1-based, given by the store
	Started, Ended  time.Time
	Version         string // of the program
	CodebookVersion string
	Options         string // what it was asked, for a reader
	Interrupted     bool   // stopped before the last file
	Counts          map[Outcome]int
}

// IngestFile is what a run did with one file.
type IngestFile struct {
	Number     int    // 1-based, in the order of discovery
	Path       string // with slashes; see ingest.Options.Base
	DocumentID string // empty when the bytes could not be read
	Outcome    Outcome
	// Supersedes is the document that stood under this path before, when it is
	// another one. The store removes it unless another path still leads to it.
	Supersedes string
	// Manifest is a digest of what a manifest says about the file; empty when
	// no manifest names it.
	Manifest string
	Problems []Problem
}

// IngestResult is a file and, when it was added or replaced, its record.
type IngestResult struct {
	File   IngestFile
	Record *Record // nil when unchanged or failed
}
