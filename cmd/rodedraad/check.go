package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"rodedraad/data/warehouse"
)

func (a *app) checkCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "check",
		Short: a.say("Controleert elke invariant van een database", "Verifies every invariant of a database"),
		Long: a.say("Controleert of elk citaat letterlijk op zijn bladzijde staat, elke bevinding bewijs heeft,\nniets ontbreekt of dubbel is. Eindigt met 3 als er iets niet klopt.",
			"Verifies that every quote stands literally on its page, every finding has evidence,\nnothing is missing or double. Ends with 3 when something is wrong."),
		Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			r, err := a.reader()
			if err != nil {
				return err
			}
			defer r.Close()
			violations, err := warehouse.Check(c.Context(), r)
			if err != nil {
				return err
			}
			checks, err := warehouse.Checks()
			if err != nil {
				return err
			}
			a.report(checks, violations)
			if len(violations) > 0 {
				return found{fmt.Errorf(a.say("%s: %d schendingen", "%s: %d violations"), a.db, len(violations))}
			}
			return nil
		},
	}
}

func (a *app) report(checks [][2]string, violations []warehouse.Violation) {
	count := map[string]int{}
	for _, v := range violations {
		count[v.Check]++
	}
	for _, c := range checks {
		mark := "ok "
		if count[c[0]] > 0 {
			mark = "FOUT"
		}
		if !a.quiet {
			fmt.Fprintf(a.stdout, "%-4s %-24s %s\n", mark, c[0], c[1])
		}
	}
	for _, v := range violations {
		fmt.Fprintf(a.stdout, "%s: %s\n", v.Check, v.Subject)
	}
}
