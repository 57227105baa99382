package main

import (
	"encoding/json"
	"fmt"
	"os"

	"github.com/spf13/cobra"

	"rodedraad/data"
	"rodedraad/ingest/layout"
	"rodedraad/ingest/pdf"
	"rodedraad/ingest/pdf/extract"
)

func (a *app) textCommand() *cobra.Command {
	var page int
	form := "text"
	c := &cobra.Command{
		Use:   a.say("text BESTAND", "text FILE"),
		Short: a.say("Toont wat er uit een PDF gelezen wordt", "Shows what is read from a PDF"),
		Long: a.say("text: de tekst van de bladzijden; json: bladzijden en passages met hun rol;\nhtml: elk woord op zijn plaats, in de kleur van zijn passage, om fouten in de indeling te zien.",
			"text: the text of the pages; json: pages and passages with their roles;\nhtml: every word in its place, in the colour of its passage, to see errors of layout."),
		Args: cobra.ExactArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			content, err := os.ReadFile(args[0])
			if err != nil {
				return hinted{err, a.say("controleer de spelling en uw leesrechten", "check the spelling and your permission to read")}
			}
			x := extract.New(pdf.DefaultLimits().Memory / 2)
			defer x.Close()
			document, problems, err := x.Extract(c.Context(), content, extract.Options{})
			if err != nil {
				return fmt.Errorf("%s: %w", args[0], err)
			}
			for _, p := range problems {
				fmt.Fprintf(a.stderr, "%s p. %d: %s\n  → %s\n", args[0], p.Page, p.Text, p.Hint)
			}
			pages, passages := layout.Build(document)
			if page > len(pages) || page < 0 {
				return usage(a.say("bladzijde %d bestaat niet: het document heeft er %d", "page %d does not exist: the document has %d"), page, len(pages))
			}
			return a.text(form, page, document, pages, passages)
		},
	}
	c.Flags().IntVar(&page, "page", 0, a.say("alleen deze bladzijde", "this page only"))
	c.Flags().StringVar(&form, "format", form, a.say("vorm: text, json of html", "form: text, json or html"))
	return c
}

func (a *app) text(form string, page int, document *pdf.Document, pages []data.Page, passages []data.Passage) error {
	if page > 0 {
		document.Pages = document.Pages[page-1 : page]
		pages = pages[page-1 : page]
		kept := passages[:0]
		for _, p := range passages {
			if p.Page == page {
				kept = append(kept, p)
			}
		}
		passages = kept
	}
	switch form {
	case "text":
		for _, p := range pages {
			fmt.Fprintf(a.stdout, "— %d (%s, %.2f)\n%s", p.Number, p.Engine, p.Quality, p.Text)
		}
		return nil
	case "json":
		e := json.NewEncoder(a.stdout)
		e.SetIndent("", " ")
		return e.Encode(map[string]any{"pages": pages, "passages": passages})
	case "html":
		_, err := a.stdout.Write(layout.HTML(document, pages, passages))
		return err
	}
	return usage("--format %q: text, json, html", form)
}
