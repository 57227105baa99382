package main

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"

	"github.com/spf13/cobra"

	"rodedraad/data"
	"rodedraad/ingest"
	"rodedraad/ingest/coding"
	"rodedraad/ingest/coding/threads"
)

// coderOptions say what documents are coded with: folders of a codebook and of
// weights, empty for those that are built in.
type coderOptions struct{ book, model string }

// coderFlags are the flags of every command that codes.
func (a *app) coderFlags(c *cobra.Command, o *coderOptions) {
	c.Flags().StringVar(&o.book, "codebook", "", a.say("map met een eigen codeboek (begin met: rodedraad codebook export --out MAP)", "folder with a codebook of your own (begin with: rodedraad codebook export --out FOLDER)"))
	c.Flags().StringVar(&o.model, "model", "", a.say("map met eigen gewichten (van: rodedraad train)", "folder with weights of your own (from: rodedraad train)"))
}

// codebook loads the codebook. Its version, which every coded row carries, says
// with which weights it was used when they are not the built-in ones.
func (o coderOptions) codebook() (*data.Codebook, error) {
	book, err := data.DefaultCodebook()
	if o.book != "" {
		book, err = data.LoadCodebook(os.DirFS(o.book))
	}
	if err != nil {
		return nil, hinted{err, "rodedraad codebook lint " + o.book}
	}
	if problems := data.LintCodebook(book); len(problems) > 0 {
		return nil, hinted{fmt.Errorf("%s", problems[0]), "rodedraad codebook lint " + o.book}
	}
	if o.model == "" {
		return book, nil
	}
	hash := sha256.New()
	for _, name := range []string{threads.PassagesFile, threads.DocumentsFile} {
		text, err := os.ReadFile(filepath.Join(o.model, name))
		if err != nil {
			return nil, hinted{fmt.Errorf("--model: %w", err), "rodedraad train --out " + o.model}
		}
		hash.Write(text)
	}
	book.Version += "~" + hex.EncodeToString(hash.Sum(nil))[:8]
	return book, nil
}

// threads makes the coder of red threads and themes.
func (o coderOptions) threads(book *data.Codebook) (*threads.Coder, error) {
	if o.model == "" {
		return threads.New(book)
	}
	return threads.NewFrom(book, os.DirFS(o.model))
}

// coder makes the coder of every variable.
func (o coderOptions) coder() (ingest.Coder, error) {
	book, err := o.codebook()
	if err != nil {
		return nil, err
	}
	var c *coding.Coding
	if o.model == "" {
		c, err = coding.New(book)
	} else {
		c, err = coding.NewWithModel(book, os.DirFS(o.model))
	}
	if err != nil {
		return nil, err
	}
	return c.Code, nil
}

// worker starts this program as a worker that codes with the same.
func (o coderOptions) worker() *exec.Cmd {
	self, err := os.Executable()
	if err != nil {
		self = os.Args[0]
	}
	return exec.Command(self, "worker", "--codebook", o.book, "--model", o.model)
}
