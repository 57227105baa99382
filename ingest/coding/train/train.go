// Package train fits the weights of package classifier on labelled passages, on
// marked reports and on the sentences of the sample reports for tuning, then the
// decisions of package threads about those reports, each read with weights that
// have not seen it.
//
// The passages whose number ends in 7, 8 or 9 are left out; they are for
// testing. With [Options.All] they are used too, and the figures, which come
// from parts of the passages that a fit has not seen, are over all of them.
//
// Equal input gives equal bytes.
package train

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"rodedraad/data"
	"rodedraad/ingest/coding/classifier"
	"rodedraad/ingest/coding/threads"
	"rodedraad/ingest/coding/threads/fit"
)

// Options say what to learn from.
type Options struct {
	Passages string // folder of labelled passages, *.jsonl; see data/training/README.md
	Marked   string // folder of marked reports, *.md
	Samples  string // folder of sample reports; those held out are not read
	All      bool   // learn from the passages for testing too
}

// Result is what training makes: the files of a model's folder.
type Result struct {
	Weights   []byte // passages.bin.gz
	Decisions []byte // documents.json
	Figures   []byte // FIGURES.md: how well the scores tell what the fit had not seen
}

// Write writes the files of a model's folder.
func (r Result) Write(folder string) error {
	return errors.Join(
		os.MkdirAll(folder, 0o755),
		os.WriteFile(filepath.Join(folder, "passages.bin.gz"), r.Weights, 0o644),
		os.WriteFile(filepath.Join(folder, "documents.json"), r.Decisions, 0o644),
		os.WriteFile(filepath.Join(folder, "FIGURES.md"), r.Figures, 0o644),
	)
}

// Train learns weights and decisions, in some minutes of one processor. log is
// told of every step.
func Train(book *data.Codebook, o Options, log func(step string)) (Result, error) {
	space, err := classifier.NewSpace(book.Variable(data.VarRedThread).Concepts)
	if err != nil {
		return Result{}, err
	}
	list, err := readPassages(o.Passages, o.All)
	if err != nil {
		return Result{}, err
	}
	reports, err := readReports(o.Samples, o.Marked)
	if err != nil {
		return Result{}, err
	}
	t := newTrainer(space, append(list, sentencesOf(reports)...))
	log(fmt.Sprintf("%d passages, %d reports, %d features", len(list), len(reports), len(t.features)))
	scores := t.crossFit(log)
	calibration := t.calibrate(scores)
	log("weights of all")
	var file bytes.Buffer
	if err := t.write(&file, t.quantise(t.fit(func(int) bool { return true }), calibration)); err != nil {
		return Result{}, err
	}
	log("decisions")
	decisions, lines, err := t.decide(book, space, reports, calibration)
	return Result{file.Bytes(), decisions, t.figures(scores, file.Len(), o.All, lines)}, err
}

// decide fits the decisions about a document, each report read with the weights
// of the fit that left it out.
func (t *trainer) decide(book *data.Codebook, space *classifier.Space, reports []report, calibration []line) ([]byte, []string, error) {
	coders := make([]*threads.Coder, folds)
	for fold, weights := range t.folds {
		m := t.quantise(weights, calibration)
		model := classifier.New(space, t.outputs(), m.scale, m.bias, m.rows)
		var err error
		if coders[fold], err = threads.NewWith(book, model); err != nil {
			return nil, nil, err
		}
	}
	d, lines := fit.Decisions(documents(reports), func(i int) *threads.Coder { return coders[(i+1)%folds] })
	text, err := json.MarshalIndent(d, "", " ")
	return append(text, '\n'), lines, err
}
