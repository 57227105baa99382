package data

import "io/fs"

// CodebookFiles gives the files of the codebook that is built in, to begin a
// codebook of one's own with.
func CodebookFiles() (fs.FS, error) { return fs.Sub(codebookFiles, "codebook") }
