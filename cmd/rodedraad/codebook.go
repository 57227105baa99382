package main

import (
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"rodedraad/data"
	"rodedraad/data/guide"
	"rodedraad/data/model"
	"rodedraad/ingest/coding"
)

func (a *app) codebookCommand() *cobra.Command {
	c := &cobra.Command{
		Use:   "codebook",
		Short: a.say("Toont of controleert het codeboek", "Shows or checks the codebook"),
	}
	c.AddCommand(a.codebookLint(), a.codebookShow(), a.codebookExport(), a.codebookGuide())
	return c
}

// book loads the codebook of a folder, or the one that is built in.
func (a *app) book(folder string) (*data.Codebook, error) {
	if folder == "" {
		return data.DefaultCodebook()
	}
	return data.LoadCodebook(os.DirFS(folder))
}

func (a *app) codebookLint() *cobra.Command {
	return &cobra.Command{
		Use:   a.say("lint [MAP]", "lint [FOLDER]"),
		Short: a.say("Controleert het codeboek; eindigt met 3 als er iets niet klopt", "Checks the codebook; ends with 3 when something is wrong"),
		Args:  cobra.MaximumNArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			book, err := a.book(first(args))
			if err != nil {
				return found{err}
			}
			problems := data.LintCodebook(book)
			for _, p := range problems {
				fmt.Fprintln(a.stdout, p)
			}
			if len(problems) > 0 {
				return found{fmt.Errorf(a.say("%d fouten in het codeboek", "%d errors in the codebook"), len(problems))}
			}
			if _, err := coding.New(book); err != nil {
				return found{err}
			}
			fmt.Fprintf(a.stdout, "ok: %d %s, %s %s\n", len(book.Variables), a.say("variabelen", "variables"), a.say("versie", "version"), book.Version)
			return nil
		},
	}
}

func first(args []string) string {
	if len(args) == 0 {
		return ""
	}
	return args[0]
}

func (a *app) codebookShow() *cobra.Command {
	return &cobra.Command{
		Use:   a.say("show [VARIABELE [CODE]]", "show [VARIABLE [CODE]]"),
		Short: a.say("Toont variabelen, codes en hun definities", "Shows variables, codes and their definitions"),
		Args:  cobra.MaximumNArgs(2),
		RunE: func(_ *cobra.Command, args []string) error {
			book, err := a.book("")
			if err != nil {
				return err
			}
			if len(args) == 0 {
				for _, v := range book.Variables {
					fmt.Fprintf(a.stdout, "%-24s %3d  %s\n", v.Name, len(v.Codes), v.Label.In(a.language))
				}
				return nil
			}
			v := book.Variable(args[0])
			if v == nil {
				return usage(a.say("er is geen variabele %q", "there is no variable %q"), args[0])
			}
			return a.showCodes(v, args[1:])
		},
	}
}

func (a *app) showCodes(v *data.Variable, args []string) error {
	if len(args) == 0 {
		fmt.Fprintf(a.stdout, "%s: %s\n", v.Label.In(a.language), v.Definition.In(a.language))
		for _, c := range v.Codes {
			fmt.Fprintf(a.stdout, "%-24s %s\n", c.Code, c.Label.In(a.language))
		}
		return nil
	}
	c := v.Code(args[0])
	if c == nil {
		return usage(a.say("variabele %s heeft geen code %q", "variable %s has no code %q"), v.Name, args[0])
	}
	fmt.Fprintf(a.stdout, "%s %s\n%s\n", c.Code, c.Label.In(a.language), c.Definition.In(a.language))
	a.list(a.say("wel", "include"), c.Include)
	a.list(a.say("niet", "exclude"), c.Exclude)
	patterns := []string{}
	for _, i := range c.Indicators {
		patterns = append(patterns, i.Pattern)
	}
	a.list(a.say("indicatoren", "indicators"), patterns)
	if c.Source != "" {
		fmt.Fprintf(a.stdout, "%s: %s\n", a.say("bron", "source"), c.Source)
	}
	return nil
}

func (a *app) list(title string, items []string) {
	if len(items) == 0 {
		return
	}
	fmt.Fprintf(a.stdout, "%s:\n", title)
	for _, i := range items {
		fmt.Fprintf(a.stdout, "  - %s\n", i)
	}
}

func (a *app) codebookExport() *cobra.Command {
	var out string
	c := &cobra.Command{
		Use:   "export",
		Short: a.say("Schrijft het codeboek als JSON, of als bestanden om aan te passen", "Writes the codebook as JSON, or as files to change"),
		Long: a.say("Schrijft het codeboek als JSON. Met --out de bestanden waaruit het bestaat (YAML), om een eigen\ncodeboek mee te beginnen: rodedraad ingest --recode --codebook MAP.",
			"Writes the codebook as JSON. With --out the files it consists of (YAML), to begin a codebook of\nyour own with: rodedraad ingest --recode --codebook FOLDER."),
		Args: cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			if out != "" {
				return exportCodebook(out)
			}
			book, err := a.book("")
			if err != nil {
				return err
			}
			e := json.NewEncoder(a.stdout)
			e.SetIndent("", "  ")
			return e.Encode(book)
		},
	}
	c.Flags().StringVar(&out, "out", "", a.say("nieuwe map voor de bestanden", "new folder for the files"))
	return c
}

// exportCodebook writes the codebook's files to a folder that does not have
// them: a codebook that somebody changed is not written over.
func exportCodebook(folder string) error {
	files, err := data.CodebookFiles()
	if err != nil {
		return err
	}
	if names, _ := filepath.Glob(filepath.Join(folder, "*.yaml")); len(names) > 0 {
		return usage("--out %s: bevat al een codeboek / has a codebook already", folder)
	}
	return os.CopyFS(folder, files)
}

func (a *app) codebookGuide() *cobra.Command {
	var out string
	c := &cobra.Command{
		Use:   "guide",
		Short: a.say("Schrijft de codeboekgids: elke code met uitleg, indicatoren en gemeten juistheid", "Writes the codebook guide: every code with what it means, its indicators and measured accuracy"),
		Args:  cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			book, err := a.book("")
			if err != nil {
				return err
			}
			accuracy, err := model.MeasuredAccuracy()
			if err != nil {
				return err
			}
			text := guide.Markdown(book, accuracy)
			if out != "" {
				return os.WriteFile(out, []byte(text), 0o644)
			}
			_, err = io.WriteString(a.stdout, text)
			return err
		},
	}
	c.Flags().StringVarP(&out, "out", "o", "", a.say("schrijf naar een bestand", "write to a file"))
	return c
}
