// Command train fits the weights of package classifier on the labelled
// passages of data/training, and writes them with their figures to data/model.
//
//	go run ./ingest/coding/classifier/train
//
// The passages whose number ends in 7, 8 or 9 are left out; they are for
// testing. With -all they are used too, and the figures, which come from parts
// of the passages that a fit has not seen, are over all of them.
package main

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"

	"rodedraad/data"
	"rodedraad/ingest/coding/classifier"
)

func main() {
	passages := flag.String("passages", "data/training", "folder of labelled passages")
	out := flag.String("out", "data/model", "folder to write weights and figures to")
	all := flag.Bool("all", false, "train on the test passages too")
	flag.Parse()
	if err := train(*passages, *out, *all); err != nil {
		fmt.Fprintln(os.Stderr, "train:", err)
		os.Exit(1)
	}
}

func train(folder, out string, all bool) error {
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
	t := newTrainer(space, list)
	folds := t.crossFit()
	calibration := t.calibrate(folds)
	weights := t.fit(func(int) bool { return true })
	var file bytes.Buffer
	if err := t.write(&file, weights, calibration); err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(out, "passages.bin.gz"), file.Bytes(), 0o644); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(out, "FIGURES.md"), t.figures(folds, file.Len(), all), 0o644)
}
