// Package samples holds fictitious sample reports: what a Dutch inspectorate,
// municipality, commission or bureau might have published between 2002 and
// 2025, with the coding a careful person makes of each.
//
// A sample is three files with one base name: the text as written
// (sources/NAME.md), the document as published (pdf/NAME.pdf) and the coding
// (truth/NAME.json, type [Truth]). The program never reads sources: it reads
// the PDF, as it would a real report, and is compared with the truth.
//
// A third of the samples is held out: nobody looks at them while writing rules,
// so that the figures on them say something about reports nobody has seen.
//
// Nothing in the samples describes a real case, institution or person. Every
// page of every PDF carries [FictitiousMark], every first page
// [FictitiousNotice].
package samples

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"path"
	"strings"
)

// FictitiousMark stands in the header or footer of every page of every PDF.
const FictitiousMark = "FICTIEF VOORBEELD"

// FictitiousNotice stands on the first page of every PDF.
const FictitiousNotice = "FICTIEF VOORBEELD: niets in dit document beschrijft een werkelijk gebeurde zaak, bestaande instelling of levende persoon."

// Sample is one report with its coding.
type Sample struct {
	Name  string // base name of its three files
	Truth Truth
}

// PDF is the path of the document inside the samples folder.
func (s Sample) PDF() string { return "pdf/" + s.Name + ".pdf" }

// Source is the path of the text inside the samples folder.
func (s Sample) Source() string { return "sources/" + s.Name + ".md" }

// List reads every truth file of a samples folder, sorted by name.
func List(fsys fs.FS) ([]Sample, error) {
	names, err := fs.Glob(fsys, "truth/*.json") // sorted by fs.Glob
	if err != nil {
		return nil, err
	}
	var list []Sample
	for _, name := range names {
		truth, err := ReadTruth(fsys, name)
		if err != nil {
			return nil, err
		}
		list = append(list, Sample{Name: strings.TrimSuffix(path.Base(name), ".json"), Truth: truth})
	}
	return list, nil
}

// ReadTruth reads one truth file. A field the format does not know is an
// error: it is nearly always a misspelt one.
func ReadTruth(fsys fs.FS, name string) (Truth, error) {
	file, err := fsys.Open(name)
	if err != nil {
		return Truth{}, err
	}
	defer file.Close()
	decoder := json.NewDecoder(file)
	decoder.DisallowUnknownFields()
	var truth Truth
	if err := decoder.Decode(&truth); err != nil {
		return Truth{}, fmt.Errorf("%s: read truth: %w", name, err)
	}
	return truth, nil
}
