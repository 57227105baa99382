package main

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"rodedraad/analysis"
	"rodedraad/data/warehouse"
	"rodedraad/ingest"
)

// version is the program's version; the build sets it.
var version = "0.1.0"

// Exit codes.
const (
	exitFailure = 1
	exitUsage   = 2
	exitFound   = 3
)

// app is what every subcommand shares.
type app struct {
	stdin          io.Reader
	stdout, stderr io.Writer
	language       string
	db             string
	quiet, verbose bool
}

// say gives the Dutch or the English text.
func (a *app) say(nl, en string) string {
	if a.language == "en" {
		return en
	}
	return nl
}

// languageOf looks for --lang before the commands, whose help depends on it,
// are made.
func languageOf(args []string, fallback string) string {
	for i, arg := range args {
		if value, ok := strings.CutPrefix(arg, "--lang="); ok {
			return value
		}
		if arg == "--lang" && i+1 < len(args) {
			return args[i+1]
		}
	}
	return cmp.Or(fallback, "nl")
}

func (a *app) root() *cobra.Command {
	c := &cobra.Command{
		Use:     "rodedraad",
		Short:   a.say("Leest rapporten over calamiteiten, codeert ze met bewijs en laat zien wat terugkeert", "Reads reports on calamities, codes them with evidence and shows what recurs"),
		Version: version,
		Long: a.say(`rodedraad leest rapporten over calamiteiten (PDF), codeert ze met bewijs in een
DuckDB-bestand en laat zien wat terugkeert. Elk getal leidt naar de zin waar het
vandaan komt, met bladzijde en citaat.

  rodedraad ingest rapporten/     leest en codeert een map met PDF's
  rodedraad query red_threads     telt de rode draden
  rodedraad dashboard --out site  maakt een website die zonder netwerk werkt`,
			`rodedraad reads reports on calamities (PDF), codes them with evidence into a
DuckDB file and shows what recurs. Every number leads to the sentence it came
from, with page and quote.

  rodedraad ingest reports/       reads and codes a folder of PDFs
  rodedraad query red_threads     counts the red threads
  rodedraad dashboard --out site  makes a website that works offline`),
		SilenceErrors: true, SilenceUsage: true,
		PersistentPreRunE: func(*cobra.Command, []string) error {
			if a.language != "nl" && a.language != "en" {
				return usage("--lang %q: kies nl of en / choose nl or en", a.language)
			}
			return nil
		},
	}
	flags := c.PersistentFlags()
	flags.StringVar(&a.db, "db", cmp.Or(os.Getenv("RODEDRAAD_DB"), "rodedraad.duckdb"), a.say("database (of RODEDRAAD_DB)", "database (or RODEDRAAD_DB)"))
	flags.StringVar(&a.language, "lang", a.language, a.say("taal: nl of en (of RODEDRAAD_LANG)", "language: nl or en (or RODEDRAAD_LANG)"))
	flags.BoolVarP(&a.quiet, "quiet", "q", false, a.say("alleen fouten", "errors only"))
	flags.BoolVarP(&a.verbose, "verbose", "v", false, a.say("meer uitleg", "explain more"))
	c.SetFlagErrorFunc(func(_ *cobra.Command, err error) error { return usageError{err} })
	c.CompletionOptions.DisableDefaultCmd = true
	c.SetUsageTemplate(a.usageTemplate(c.UsageTemplate()))
	c.AddCommand(a.ingestCommand(), a.queryCommand(), a.sqlCommand(), a.showCommand(), a.statusCommand(),
		a.dashboardCommand(), a.evaluateCommand(), a.checkCommand(), a.codebookCommand(), a.textCommand(), a.workerCommand(),
		a.searchCommand(), a.exportCommand(), a.explainCommand(), a.diffCommand(), a.trainCommand())
	c.InitDefaultHelpCmd()
	c.InitDefaultHelpFlag()
	for _, sub := range c.Commands() {
		if sub.Name() == "help" {
			sub.Short = a.say("Uitleg over een opdracht", "Help about any command")
		}
	}
	return c
}

// usageTemplate puts the headings of the help into Dutch.
func (a *app) usageTemplate(english string) string {
	if a.language == "en" {
		return english
	}
	return strings.NewReplacer("Usage:", "Gebruik:", "Aliases:", "Ook:", "Examples:", "Voorbeelden:",
		"Available Commands:", "Opdrachten:", "Additional Commands:", "Verder:", "Global Flags:", "Algemene opties:",
		"Flags:", "Opties:", "Additional help topics:", "Meer uitleg:",
		`Use "{{.CommandPath}} [command] --help" for more information about a command.`,
		`{{.CommandPath}} OPDRACHT --help geeft uitleg over een opdracht.`).Replace(english)
}

// usageError is a command used wrongly: exit code 2.
type usageError struct{ error }

// Unwrap gives the error that was made of the wrong use.
func (u usageError) Unwrap() error { return u.error }

func usage(format string, args ...any) error { return usageError{fmt.Errorf(format, args...)} }

// found says that a check found something: exit code 3, its output is printed
// already.
type found struct{ error }

// hinted is an error with what a person can do about it.
type hinted struct {
	error
	hint string
}

func (h hinted) Unwrap() error { return h.error }

// exit prints an error as one line with a hint under it, and gives the exit
// code.
func (a *app) exit(err error) int {
	if err == nil {
		return 0
	}
	if errors.Is(err, errDiffers) {
		return exitFailure
	}
	fmt.Fprintf(a.stderr, "rodedraad: %s\n", oneLine(err.Error()))
	if hint := a.hint(err); hint != "" {
		fmt.Fprintf(a.stderr, "  → %s\n", hint)
	}
	switch {
	case errors.As(err, new(found)):
		return exitFound
	case errors.As(err, new(usageError)), isCobraUsage(err):
		return exitUsage
	}
	return exitFailure
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// isCobraUsage recognises the errors that cobra makes itself of a wrong
// command or number of arguments.
func isCobraUsage(err error) bool {
	for _, start := range []string{"unknown command", "accepts ", "requires at least", "required flag"} {
		if strings.HasPrefix(err.Error(), start) {
			return true
		}
	}
	return false
}

// hint says what a person can do about an error.
func (a *app) hint(err error) string {
	var h hinted
	var input *ingest.InputError
	var unknown *analysis.UnknownQueryError
	switch {
	case errors.As(err, &h):
		return h.hint
	case errors.As(err, &input):
		return input.Hint
	case errors.Is(err, ingest.ErrNoWorker):
		return a.say("rodedraad start zichzelf als werkproces: controleer of het bestand uitvoerbaar is en er geheugen is", "rodedraad starts itself as a worker: check that the file is executable and that there is memory")
	case errors.As(err, &unknown):
		return a.say("rodedraad query zonder naam geeft de lijst", "rodedraad query without a name gives the list")
	case errors.Is(err, warehouse.ErrLocked):
		return a.say("sluit het programma dat de database open heeft, of kies een andere met --db", "close the program that has the database open, or choose another with --db")
	case errors.Is(err, warehouse.ErrMissing):
		return a.say("maak hem met: rodedraad ingest MAP, of wijs hem aan met --db", "make it with: rodedraad ingest FOLDER, or point to it with --db")
	case errors.Is(err, warehouse.ErrNotWarehouse):
		return a.say("kies met --db een bestand dat rodedraad heeft gemaakt", "choose a file made by rodedraad with --db")
	case isCobraUsage(err), errors.As(err, new(usageError)):
		return a.say("rodedraad help toont wat er kan", "rodedraad help shows what there is")
	case errors.Is(err, os.ErrPermission):
		return a.say("geef uzelf lees- en schrijfrechten op het bestand en zijn map", "give yourself permission to read and write the file and its folder")
	}
	return ""
}

// reader opens the published warehouse.
func (a *app) reader() (*warehouse.Reader, error) {
	return warehouse.OpenReader(a.db, warehouse.DefaultLimits)
}
