package main

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/spf13/cobra"

	"rodedraad/analysis"
	"rodedraad/analysis/format"
)

func sortFindings(list []shownFinding) {
	slices.SortStableFunc(list, func(x, y shownFinding) int {
		return cmp.Or(cmp.Compare(x.Calamity, y.Calamity), cmp.Compare(x.Code, y.Code), cmp.Compare(x.Value, y.Value))
	})
}

func (a *app) statusCommand() *cobra.Command {
	c := &cobra.Command{
		Use:   "status",
		Short: a.say("Wat er in de database zit, wat mislukte en waarom, en hoe volledig elk veld is", "What is in the database, what failed and why, and how complete each field is"),
		Args:  cobra.NoArgs,
	}
	out := a.outputFlags(c)
	c.RunE = func(c *cobra.Command, _ []string) error {
		if err := out.known(); err != nil {
			return err
		}
		r, err := a.reader()
		if err != nil {
			return err
		}
		defer r.Close()
		for i, name := range []string{"summary", "completeness", "problems"} {
			t, err := analysis.Run(c.Context(), r, name, nil, analysis.Options{Language: a.language})
			if err != nil {
				return err
			}
			if out.format != "table" {
				if i == 0 {
					return a.write(t, out)
				}
				continue
			}
			fmt.Fprintf(a.stdout, "%s\n", t.Title)
			if err := format.Terminal(a.stdout, t); err != nil {
				return err
			}
			fmt.Fprintln(a.stdout)
		}
		return nil
	}
	return c
}
