package main

import (
	"context"
	"fmt"
	"os"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"rodedraad/analysis"
	"rodedraad/analysis/format"
)

// outputFlags are the flags of every command that prints a table.
type outputFlags struct {
	format, out string
}

func (a *app) outputFlags(c *cobra.Command) *outputFlags {
	o := &outputFlags{}
	c.Flags().StringVar(&o.format, "format", "table", a.say("vorm: ", "form: ")+strings.Join(format.Names, ", "))
	c.Flags().StringVarP(&o.out, "out", "o", "", a.say("schrijf naar een bestand", "write to a file"))
	return o
}

// write prints a table in the form asked for. Parquet and Arrow are never
// written to a terminal.
func (a *app) write(t *analysis.Table, o *outputFlags) error {
	print, err := format.Find(o.format)
	if err != nil {
		return usageError{err}
	}
	if o.out == "" {
		if o.format == "table" && !a.quiet && t.Title != "" {
			fmt.Fprintln(a.stderr, t.Title)
		}
		if err := print(a.stdout, t); err != nil {
			return err
		}
		if o.format == "table" && !a.quiet {
			for _, n := range t.Notes {
				fmt.Fprintln(a.stderr, n)
			}
		}
		return nil
	}
	f, err := os.Create(o.out)
	if err != nil {
		return err
	}
	if err := print(f, t); err != nil {
		f.Close()
		return err
	}
	return f.Close()
}

// known checks the form before anything is computed.
func (o *outputFlags) known() error {
	if _, err := format.Find(o.format); err != nil {
		return usageError{err}
	}
	return nil
}

func (a *app) queryCommand() *cobra.Command {
	var params []string
	var small bool
	c := &cobra.Command{
		Use:   a.say("query [NAAM]", "query [NAME]"),
		Short: a.say("Beantwoordt een van de vragen uit de catalogus", "Answers one of the questions of the catalogue"),
		Long: a.say(`Zonder naam: de lijst van vragen met hun parameters. Met een naam: het antwoord.
Kruistabellen verbergen kleine aantallen; zie de methodepagina van het dashboard.`,
			`Without a name: the list of questions with their parameters. With a name: the
answer. Crossed tables hide small counts; see the method page of the dashboard.`),
		Example: "  rodedraad query\n  rodedraad query red_threads\n  rodedraad query victims_by_year --format csv\n  rodedraad query findings -p code=RD1 --format json",
		Args:    cobra.MaximumNArgs(1),
	}
	out := a.outputFlags(c)
	c.Flags().StringArrayVarP(&params, "param", "p", nil, a.say("parameter: naam=waarde", "parameter: name=value"))
	c.Flags().BoolVar(&small, "show-small-counts", false, a.say("toon ook kleine aantallen (alleen voor intern gebruik)", "show small counts too (for internal use only)"))
	c.RunE = func(c *cobra.Command, args []string) error {
		if err := out.known(); err != nil {
			return err
		}
		if len(args) == 0 {
			return a.listQueries()
		}
		values, err := parameters(params)
		if err != nil {
			return err
		}
		q, err := analysis.Find(args[0])
		if err == nil {
			err = q.Check(values)
		}
		if err != nil {
			return usageError{err}
		}
		r, err := a.reader()
		if err != nil {
			return err
		}
		defer r.Close()
		t, err := analysis.Run(c.Context(), r, args[0], values, analysis.Options{Language: a.language, ShowSmallCounts: small})
		if err != nil {
			return err
		}
		return a.write(t, out)
	}
	return c
}

func parameters(given []string) (map[string]string, error) {
	values := map[string]string{}
	for _, p := range given {
		name, value, ok := strings.Cut(p, "=")
		if !ok || name == "" {
			return nil, usage("-p %q: schrijf naam=waarde / write name=value", p)
		}
		values[name] = value
	}
	return values, nil
}

func (a *app) listQueries() error {
	queries, err := analysis.Catalogue()
	if err != nil {
		return err
	}
	for _, q := range queries {
		names := []string{}
		for _, p := range q.Parameters {
			names = append(names, p.Name+"="+p.Default)
		}
		fmt.Fprintf(a.stdout, "%-28s %s\n", q.Name, q.Question.In(a.language))
		if len(names) > 0 && a.verbose {
			fmt.Fprintf(a.stdout, "%-28s   -p %s\n", "", strings.Join(names, " -p "))
		}
	}
	return nil
}

// The limits of an analyst's own SQL.
const (
	sqlRows    = 10_000
	sqlTimeout = 30 * time.Second
	sqlMemory  = 2 << 30
)

func (a *app) sqlCommand() *cobra.Command {
	rows, timeout := sqlRows, sqlTimeout
	c := &cobra.Command{
		Use:   "sql 'SELECT …'",
		Short: a.say("Voert eigen SQL uit, alleen lezend en begrensd", "Runs your own SQL, read-only and bounded"),
		Long: a.say(`Voert een SELECT uit op de tabellen van de database. Lezen van bestanden,
schrijven, uitbreidingen en instellingen zijn uitgesloten. Grenzen: tijd, geheugen
en rijen; wat wordt afgekapt staat erbij. Kolommen: rodedraad sql 'DESCRIBE finding'.`,
			`Runs a SELECT on the database's tables. Reading files, writing, extensions and
settings are shut off. Limits: time, memory and rows; what is cut off is said.
Columns: rodedraad sql 'DESCRIBE finding'.`),
		Example: "  rodedraad sql \"SELECT code, count(*) FROM coding WHERE variable = 'thema' AND status = 'aanwezig' GROUP BY code\"",
		Args:    cobra.ExactArgs(1),
	}
	out := a.outputFlags(c)
	c.Flags().IntVar(&rows, "rows", rows, a.say("meeste rijen", "most rows"))
	c.Flags().DurationVar(&timeout, "timeout", timeout, a.say("langste tijd", "longest time"))
	c.RunE = func(c *cobra.Command, args []string) error {
		if err := out.known(); err != nil {
			return err
		}
		r, err := a.reader()
		if err != nil {
			return err
		}
		defer r.Close()
		ctx, cancel := context.WithTimeout(c.Context(), timeout)
		defer cancel()
		stop := a.watch(timeout)
		defer stop()
		found, err := r.QueryContext(ctx, args[0])
		if err != nil {
			return a.sqlError(ctx, err, timeout)
		}
		defer found.Close()
		t, err := analysis.ScanLimit(found, rows)
		if err != nil {
			return a.sqlError(ctx, err, timeout)
		}
		for _, n := range t.Notes {
			fmt.Fprintln(a.stderr, n)
		}
		t.Notes = nil
		return a.write(t, out)
	}
	return c
}

func (a *app) sqlError(ctx context.Context, err error, timeout time.Duration) error {
	if ctx.Err() != nil {
		return hinted{fmt.Errorf(a.say("SQL duurde langer dan %v", "SQL took longer than %v"), timeout),
			a.say("maak de vraag kleiner of geef meer tijd met --timeout", "make the question smaller or give it more time with --timeout")}
	}
	return hinted{fmt.Errorf("SQL: %w", err), a.say("tabellen: rodedraad sql 'SHOW TABLES'; kolommen: rodedraad sql 'DESCRIBE finding'",
		"tables: rodedraad sql 'SHOW TABLES'; columns: rodedraad sql 'DESCRIBE finding'")}
}
