package main

import (
	"cmp"
	"errors"
	"fmt"
	"os"
	"strings"
	"unicode"

	"github.com/spf13/cobra"
	"golang.org/x/term"

	"rodedraad/analysis/search"
)

// excerptWords is how much of a passage the list on a terminal shows.
const excerptWords = 60

func (a *app) searchCommand() *cobra.Command {
	limit := 20
	c := &cobra.Command{
		Use:   a.say("search 'WOORDEN'", "search 'WORDS'"),
		Short: a.say("Zoekt passages, de beste eerst, met document en bladzijde", "Finds passages, the best first, with document and page"),
		Long: a.say(`Zoekt in de tekst van alle documenten, op de stam van elk woord. Een passage hoeft
niet alle woorden te hebben; zeldzame woorden wegen zwaarder.

  "twee woorden"   moeten zo naast elkaar staan
  -woord           mag er niet in staan (zet er -- voor: search -- 'hulp -ggz')
  jeugd* *zorg     de ster staat voor de rest van het woord

Wat gezocht is krijgt kleur op een terminal, en staat anders tussen « en ».`,
			`Looks in the text of all documents, for the stem of each word. A passage need not
have all the words; rare words weigh more.

  "two words"      must stand side by side
  -word            must not be there (put -- before it: search -- 'hulp -ggz')
  jeugd* *zorg     the star stands for the rest of the word

What was looked for is coloured on a terminal, and between « and » elsewhere.`),
		Example: "  rodedraad search 'kindcheck'\n  rodedraad search '\"zicht op veiligheid\" opschalen' --limit 5\n  rodedraad search 'overdracht -school' --format csv",
		Args:    cobra.MinimumNArgs(1),
	}
	out := a.outputFlags(c)
	c.Flags().IntVar(&limit, "limit", limit, a.say("meeste passages", "most passages"))
	c.RunE = func(c *cobra.Command, args []string) error {
		if err := out.known(); err != nil {
			return err
		}
		if limit < 1 || limit > search.MostHits {
			return usage("--limit %d: 1 … %d", limit, search.MostHits)
		}
		query, err := search.Parse(strings.Join(args, " "))
		if errors.Is(err, search.ErrNoWords) {
			return hinted{usageError{errors.New(a.say("er is geen woord om te zoeken", "there is no word to look for"))},
				a.say("geef minstens een woord zonder min ervoor", "give at least one word without a minus before it")}
		}
		if err != nil {
			return usageError{err}
		}
		r, err := a.reader()
		if err != nil {
			return err
		}
		defer r.Close()
		result, err := search.Run(c.Context(), r, query, limit)
		if err != nil {
			return err
		}
		if out.format != "table" || out.out != "" {
			return a.write(result.Table(a.language), out)
		}
		a.printHits(result)
		return nil
	}
	return c
}

func (a *app) printHits(result *search.Result) {
	before, after := a.highlight()
	for _, h := range result.Hits {
		fmt.Fprintf(a.stdout, "%d. %s (%s) · p. %d · %s\n", h.Rank, printable(h.Title), printable(h.FileName), h.Page,
			printable(cmp.Or(h.HeadingPath, h.Section)))
		h.Text = printable(h.Text)
		fmt.Fprintf(a.stdout, "   %s\n\n", h.Excerpt(excerptWords).Marked(before, after))
	}
	if a.quiet {
		return
	}
	if len(result.Hits) == 0 {
		fmt.Fprintf(a.stderr, a.say("niets gevonden in %d passages\n", "nothing found in %d passages\n"), result.Passages)
		return
	}
	fmt.Fprintf(a.stderr, a.say("%d van %d gevonden passages; %d doorzocht\n", "%d of %d passages found; %d searched\n"),
		len(result.Hits), result.Found, result.Passages)
}

// highlight gives what to put before and after a word that was looked for.
// NO_COLOR (no-color.org) asks for a terminal without colour.
func (a *app) highlight() (before, after string) {
	f, ok := a.stdout.(*os.File)
	if ok && term.IsTerminal(int(f.Fd())) && os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb" {
		return "\x1b[1;31m", "\x1b[0m"
	}
	return "«", "»"
}

// printable takes the characters out of a text that could steer a terminal.
// Every one becomes as many spaces as it has bytes, so that marks stay right.
func printable(s string) string {
	var b strings.Builder
	for i, r := range s {
		if unicode.IsControl(r) || r == unicode.ReplacementChar {
			b.WriteString(strings.Repeat(" ", width(s[i:], r)))
			continue
		}
		b.WriteRune(r)
	}
	return b.String()
}

// width is the number of bytes of the character that s begins with; a byte that
// is no character counts for one.
func width(s string, r rune) int {
	if r == unicode.ReplacementChar && !strings.HasPrefix(s, string(unicode.ReplacementChar)) {
		return 1
	}
	return len(string(r))
}
