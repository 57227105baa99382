// Command train fits the weights of package classifier on the labelled
// passages of data/training and the sentences of the sample reports for tuning,
// then the decisions of package threads about those reports, each read with
// weights that have not seen it. It writes both with their figures to
// data/model, in about two minutes of one processor.
//
//	go run ./ingest/coding/classifier/train
//
// The passages whose number ends in 7, 8 or 9 are left out; they are for
// testing. With -all they are used too, and the figures, which come from parts
// of the passages that a fit has not seen, are over all of them.
package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"

	"rodedraad/data"
	"rodedraad/ingest/coding/classifier"
	"rodedraad/ingest/coding/sectors/gold"
	"rodedraad/ingest/coding/threads"
	"rodedraad/ingest/coding/threads/fit"
)

func main() {
	passages := flag.String("passages", "data/training", "folder of labelled passages")
	reports := flag.String("samples", "data/samples", "folder of sample reports")
	out := flag.String("out", "data/model", "folder to write weights and figures to")
	all := flag.Bool("all", false, "train on the test passages too")
	flag.Parse()
	if err := train(*passages, *reports, *out, *all); err != nil {
		fmt.Fprintln(os.Stderr, "train:", err)
		os.Exit(1)
	}
}

func train(folder, reportFolder, out string, all bool) error {
	book, err := data.DefaultCodebook()
	if err != nil {
		return err
	}
	space, err := classifier.NewSpace(book.Variable(data.VarRedThread).Concepts)
	if err != nil {
		return err
	}
	list, err := readPassages(folder, all)
	if err != nil {
		return err
	}
	reports, err := readReports(reportFolder)
	if err != nil {
		return err
	}
	t := newTrainer(space, append(list, sentencesOf(reports)...))
	scores := t.crossFit()
	calibration := t.calibrate(scores)
	var file bytes.Buffer
	if err := t.write(&file, t.fit(func(int) bool { return true }), calibration); err != nil {
		return err
	}
	decisions, lines, err := t.decide(book, space, reports, calibration)
	if err != nil {
		return err
	}
	return errors.Join(
		os.WriteFile(filepath.Join(out, "passages.bin.gz"), file.Bytes(), 0o644),
		os.WriteFile(filepath.Join(out, "documents.json"), decisions, 0o644),
		os.WriteFile(filepath.Join(out, "FIGURES.md"), t.figures(scores, file.Len(), all, lines), 0o644),
	)
}

// decide fits the decisions about a document, each report read with the weights
// of the fit that left it out.
func (t *trainer) decide(book *data.Codebook, space *classifier.Space, reports []gold.Report, calibration []line) ([]byte, []string, error) {
	coders := make([]*threads.Coder, folds)
	for fold, weights := range t.folds {
		var file bytes.Buffer
		if err := t.write(&file, weights, calibration); err != nil {
			return nil, nil, err
		}
		model, err := classifier.Read(&file, space)
		if err != nil {
			return nil, nil, err
		}
		if coders[fold], err = threads.NewWith(book, model); err != nil {
			return nil, nil, err
		}
	}
	d, lines := fit.Decisions(reports, func(i int) *threads.Coder { return coders[(i+1)%folds] })
	text, err := json.MarshalIndent(d, "", " ")
	return append(text, '\n'), lines, err
}
