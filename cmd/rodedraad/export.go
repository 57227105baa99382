package main

import (
	"errors"
	"fmt"
	"path/filepath"

	"github.com/spf13/cobra"

	"rodedraad/analysis/datapackage"
)

func (a *app) exportCommand() *cobra.Command {
	o := datapackage.Options{Version: version}
	c := &cobra.Command{
		Use:   "export",
		Short: a.say("Schrijft het datapakket voor onderzoekers", "Writes the data package for researchers"),
		Long: a.say(`Schrijft een map die zonder rodedraad te lezen is (Frictionless Data Package v2):
elke tabel als CSV en Parquet, elke uitspraak met haar bewijs, een veldenlijst met
volledigheid, controlegetallen en hoe u aanhaalt. Gebeurtenissen staan er per jaar
in, plaatsen per provincie, leeftijden per groep; geen tekst van rapporten behalve
citaten van hoogstens 25 woorden.

Met --with-text komt de tekst van bladzijden en passages erbij. Zo'n pakket is voor
eigen gebruik: geef het niet door.`,
			`Writes a folder that can be read without rodedraad (Frictionless Data Package v2):
every table as CSV and Parquet, each finding with its evidence, a data dictionary
with completeness, checksums and how to cite. Events are by year, places by
province, ages by group; no text of reports but quotes of at most 25 words.

With --with-text the text of pages and passages comes along. Such a package is for
local use: do not pass it on.`),
		Example: "  rodedraad export --out datapakket",
		Args:    cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			r, err := a.reader()
			if err != nil {
				return err
			}
			defer r.Close()
			summary, err := datapackage.Write(c.Context(), r, o)
			if errors.Is(err, datapackage.ErrNotPackage) {
				return hinted{err, a.say("kies met --out een nieuwe of lege map", "choose a new or empty folder with --out")}
			}
			if err != nil {
				return err
			}
			if o.WithText {
				fmt.Fprintln(a.stderr, a.say("let op: dit pakket bevat de tekst van rapporten en is alleen voor eigen gebruik",
					"note: this package holds the text of reports and is for local use only"))
			}
			if !a.quiet {
				fmt.Fprintf(a.stderr, a.say("datapakket: %s: %d documenten, %d uitspraken, %d bestanden, versie %s\n",
					"data package: %s: %d documents, %d findings, %d files, version %s\n"),
					filepath.Join(o.Out, "datapackage.json"), summary.Documents, summary.Findings, summary.Files, summary.Version)
			}
			return nil
		},
	}
	f := c.Flags()
	f.StringVarP(&o.Out, "out", "o", "datapakket", a.say("map voor het pakket", "folder for the package"))
	f.BoolVar(&o.WithText, "with-text", false, a.say("ook de tekst van bladzijden en passages (alleen voor eigen gebruik)", "the text of pages and passages too (for local use only)"))
	f.StringVar(&o.Licence, "licence", "CC-BY-4.0", a.say("licentie van de codering (SPDX)", "licence of the coding (SPDX)"))
	f.StringVar(&o.Author, "author", "rodedraad", a.say("wie de codering maakte, voor CITATION.cff", "who made the coding, for CITATION.cff"))
	return c
}
