package main

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"rodedraad/analysis/difference"
	"rodedraad/data"
	"rodedraad/data/warehouse"
)

// errDiffers ends diff with exit code 1 and no further words, as diff does.
var errDiffers = errors.New("the databases differ")

func (a *app) diffCommand() *cobra.Command {
	var evidence bool
	c := &cobra.Command{
		Use:   a.say("diff OUD.duckdb NIEUW.duckdb", "diff OLD.duckdb NEW.duckdb"),
		Short: a.say("Noemt wat twee coderingen van dezelfde documenten anders zeggen, en waarom", "Lists what two codings of the same documents say differently, and why"),
		Long: a.say(`Noemt per document elke code, datum, telling en elk oordeel dat veranderde, met het
citaat en de reden van toen en nu. Documenten zijn dezelfde als hun bytes dat zijn.
Zo is te zien wat een wijziging van het codeboek of van de gewichten doet:

  cp rodedraad.duckdb voor.duckdb
  rodedraad ingest --recode --codebook mijn-codeboek
  rodedraad diff voor.duckdb rodedraad.duckdb

Eindigt als diff: 0 hetzelfde, 1 verschillen, 2 er ging iets mis.`,
			`Lists for each document every code, date, count and judgement that changed, with
the quote and the reason of then and now. Documents are the same when their bytes
are. This shows what a change of the codebook or of the weights does:

  cp rodedraad.duckdb before.duckdb
  rodedraad ingest --recode --codebook my-codebook
  rodedraad diff before.duckdb rodedraad.duckdb

Ends as diff does: 0 the same, 1 differences, 2 trouble.`),
		Example: "  rodedraad diff voor.duckdb na.duckdb\n  rodedraad diff voor.duckdb na.duckdb --format csv -o verschillen.csv",
		Args:    cobra.ExactArgs(2),
	}
	out := a.outputFlags(c)
	c.Flags().BoolVar(&evidence, "evidence", false, a.say("noem ook antwoorden die gelijk bleven op een ander citaat of om een andere reden", "list answers too that stayed the same on another quote or for another reason"))
	c.RunE = func(c *cobra.Command, args []string) error {
		if err := out.known(); err != nil {
			return err
		}
		r, err := a.diff(c.Context(), args[0], args[1], evidence)
		if err != nil {
			return usageError{err}
		}
		if out.format == "table" && out.out == "" {
			a.printDifferences(r)
		} else if err := a.write(r.Table(a.labels()), out); err != nil {
			return usageError{err}
		}
		a.summariseDifferences(r)
		if r.Same() {
			return nil
		}
		return errDiffers
	}
	return c
}

func (a *app) diff(ctx context.Context, old, new string, evidence bool) (*difference.Result, error) {
	before, err := warehouse.OpenReader(old, warehouse.DefaultLimits)
	if err != nil {
		return nil, err
	}
	defer before.Close()
	after, err := warehouse.OpenReader(new, warehouse.DefaultLimits)
	if err != nil {
		return nil, err
	}
	defer after.Close()
	return difference.Compare(ctx, before, after, evidence)
}

// labels gives the names of codes in the language of the command.
func (a *app) labels() func(variable, code string) string {
	book, err := data.DefaultCodebook()
	return func(variable, code string) string {
		if err != nil {
			return code
		}
		return book.Label(variable, code, a.language)
	}
}

func (a *app) printDifferences(r *difference.Result) {
	w, label := a.stdout, a.labels()
	for _, name := range r.OldOnly {
		fmt.Fprintf(w, "%s: %s\n", name, a.say("alleen in de oude", "in the old one only"))
	}
	for _, name := range r.NewOnly {
		fmt.Fprintf(w, "%s: %s\n", name, a.say("alleen in de nieuwe", "in the new one only"))
	}
	file := ""
	for _, c := range r.Changes {
		if c.FileName != file {
			file = c.FileName
			fmt.Fprintln(w, file)
		}
		where := c.Variable
		if c.Calamity > 0 {
			where += fmt.Sprintf(" (%s %d)", a.say("calamiteit", "calamity"), c.Calamity)
		}
		name := c.Code
		if l := label(c.Variable, c.Code); l != c.Code {
			name += " " + l
		}
		fmt.Fprintf(w, "  %s: %s [%s]\n", where, name, a.kind(c.Kind))
		a.printAnswer("-", c.Old)
		a.printAnswer("+", c.New)
	}
}

func (a *app) printAnswer(sign string, x *difference.Answer) {
	if x == nil {
		fmt.Fprintf(a.stdout, "    %s %s\n", sign, a.status("niet_genoemd"))
		return
	}
	value := x.Code
	if x.Value != "" {
		value += " = " + x.Value
	}
	fmt.Fprintf(a.stdout, "    %s %s, %s (%s): %s\n", sign, value, a.status(x.Status), strings.Join(nonEmpty(x.Certainty, x.Coder, x.Rule), ", "), x.Reason)
	if x.Quote != "" {
		fmt.Fprintf(a.stdout, "        p. %d: “%s”\n", x.Page, x.Quote)
	}
}

func nonEmpty(words ...string) []string {
	var out []string
	for _, w := range words {
		if w != "" {
			out = append(out, w)
		}
	}
	return out
}

func (a *app) kind(k difference.Kind) string {
	if a.language != "en" {
		return string(k)
	}
	return map[difference.Kind]string{difference.Added: "added", difference.Removed: "removed", difference.Status: "status",
		difference.Value: "value", difference.Recoded: "code", difference.Evidence: "evidence"}[k]
}

func (a *app) summariseDifferences(r *difference.Result) {
	if a.quiet {
		return
	}
	documents := map[string]bool{}
	for _, c := range r.Changes {
		documents[c.DocumentID] = true
	}
	fmt.Fprintf(a.stderr, a.say("%d verschillen in %d van %d documenten; %d alleen in de oude, %d alleen in de nieuwe; codeboek %s → %s\n",
		"%d differences in %d of %d documents; %d in the old one only, %d in the new one only; codebook %s → %s\n"),
		len(r.Changes), len(documents), r.Documents, len(r.OldOnly), len(r.NewOnly), strings.Join(r.OldCodebooks, ", "), strings.Join(r.NewCodebooks, ", "))
}
