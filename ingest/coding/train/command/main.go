// Command train writes the weights and decisions that are built in to
// data/model, anew from data/training and data/samples.
//
//	go run ./ingest/coding/train/command
package main

import (
	"flag"
	"fmt"
	"os"

	"rodedraad/data"
	"rodedraad/ingest/coding/train"
)

func main() {
	var o train.Options
	flag.StringVar(&o.Passages, "passages", "data/training", "folder of labelled passages")
	flag.StringVar(&o.Marked, "marked", "data/training/reports", "folder of marked reports")
	flag.StringVar(&o.Samples, "samples", "data/samples", "folder of sample reports")
	flag.BoolVar(&o.All, "all", false, "train on the test passages too")
	out := flag.String("out", "data/model", "folder to write weights and figures to")
	flag.Parse()
	if err := run(o, *out); err != nil {
		fmt.Fprintln(os.Stderr, "train:", err)
		os.Exit(1)
	}
}

func run(o train.Options, out string) error {
	book, err := data.DefaultCodebook()
	if err != nil {
		return err
	}
	result, err := train.Train(book, o, func(step string) { fmt.Fprintln(os.Stderr, step) })
	if err != nil {
		return err
	}
	return result.Write(out)
}
