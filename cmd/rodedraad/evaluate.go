package main

import (
	"encoding/json"
	"fmt"
	"os"

	"github.com/spf13/cobra"

	"rodedraad/analysis/evaluation"
	"rodedraad/data"
)

func (a *app) evaluateCommand() *cobra.Command {
	var gold, form, bars string
	var differences bool
	c := &cobra.Command{
		Use:   "evaluate --gold " + a.say("MAP", "FOLDER"),
		Short: a.say("Vergelijkt de codering met die van een zorgvuldige lezer", "Compares the coding with a careful reader's"),
		Long: a.say("Vergelijkt de database met een map waarheidsbestanden (JSON, zie data/samples/README.md):\nprecisie, volledigheid, F1, kappa en AC1 per variabele en code, en elk verschil met citaat.",
			"Compares the database with a folder of truth files (JSON, see data/samples/README.md):\nprecision, recall, F1, kappa and AC1 per variable and code, and every difference with its quote."),
		Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			if form != "table" && form != "json" {
				return usage("--format %q: table, json", form)
			}
			book, err := data.DefaultCodebook()
			if err != nil {
				return err
			}
			r, err := a.reader()
			if err != nil {
				return err
			}
			defer r.Close()
			result, err := evaluation.Evaluate(c.Context(), r, os.DirFS(gold), book)
			if err != nil {
				return fmt.Errorf("%s: %w", gold, err)
			}
			if form == "json" {
				e := json.NewEncoder(a.stdout)
				e.SetIndent("", "  ")
				if err := e.Encode(result); err != nil {
					return err
				}
			} else {
				a.printEvaluation(result, differences)
			}
			return a.below(result, bars)
		},
	}
	c.Flags().StringVar(&gold, "gold", "", a.say("map met waarheidsbestanden", "folder of truth files"))
	c.Flags().StringVar(&form, "format", "table", a.say("vorm: table of json", "form: table or json"))
	c.Flags().BoolVar(&differences, "differences", false, a.say("toon elk verschil", "show every difference"))
	c.Flags().StringVar(&bars, "bars", "", a.say("bestand met ondergrenzen; eindigt met 3 als er een niet gehaald wordt", "file of bars; ends with 3 when one is not reached"))
	_ = c.MarkFlagRequired("gold")
	return c
}

// below says which bars of a file the result does not reach.
func (a *app) below(result *evaluation.Result, file string) error {
	if file == "" {
		return nil
	}
	f, err := os.Open(file)
	if err != nil {
		return err
	}
	defer f.Close()
	bars, err := evaluation.ReadBars(f)
	if err != nil {
		return usageError{fmt.Errorf("%s: %w", file, err)}
	}
	lines := result.Below(bars)
	for _, line := range lines {
		fmt.Fprintln(a.stdout, line)
	}
	if len(lines) > 0 {
		return found{fmt.Errorf(a.say("%d ondergrenzen niet gehaald", "%d bars not reached"), len(lines))}
	}
	return nil
}

func (a *app) printEvaluation(r *evaluation.Result, differences bool) {
	w := a.stdout
	for _, p := range r.Parts {
		fmt.Fprintf(w, "%s: %d %s; %.1f %s (%s %.1f); %d %s\n", p.Name, p.Documents, a.say("documenten", "documents"), p.CodedThemes,
			a.say("thema's per document", "themes per document"), a.say("waarheid", "truth"), p.GoldThemes, p.FalseCases,
			a.say("zonder zaak maar met een zaak gecodeerd", "without a case but coded with one"))
		for _, e := range p.Exact {
			fmt.Fprintf(w, "  %-20s %4d/%-4d %.3f  [%.2f–%.2f]\n", e.Variable, e.Right, e.N, e.Share, e.Interval.Low, e.Interval.High)
		}
		fmt.Fprintf(w, "  %-20s %6s %6s %6s %6s %6s %5s\n", "", "P", "R", "F1", "kappa", "AC1", "n")
		for _, s := range p.Micro {
			fmt.Fprintf(w, "  %-20s %6.3f %6.3f %6.3f %6.3f %6.3f %5d\n", s.Variable, s.Precision, s.Recall, s.F1, s.Kappa, s.AC1, s.GoldUnits)
		}
		for _, m := range p.Macros {
			fmt.Fprintf(w, "  %-20s %6.3f %6.3f %6.3f  macro\n", m.Variable, m.Precision, m.Recall, m.F1)
		}
		if a.verbose {
			for _, s := range p.ByCode {
				fmt.Fprintf(w, "    %-16s %-24s %6.3f %6.3f %6.3f %6.3f %6.3f %5d\n", s.Variable, s.Code, s.Precision, s.Recall, s.F1, s.Kappa, s.AC1, s.GoldUnits)
			}
		}
	}
	for _, m := range r.Missing {
		fmt.Fprintf(w, "%s %s\n", a.say("niet in de database:", "not in the database:"), m)
	}
	if !differences {
		return
	}
	for _, d := range r.Differences {
		fmt.Fprintf(w, "%s %s %s: %s %q, %s %q  p. %d “%s”\n", d.Document, d.Variable, d.Code, a.say("waarheid", "truth"), d.Gold,
			a.say("gecodeerd", "coded"), d.Coded, d.Page, d.Quote)
	}
}
