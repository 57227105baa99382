package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"math"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"rodedraad/analysis/evaluation"
	"rodedraad/data"
)

// evaluateFlags are the flags of evaluate.
type evaluateFlags struct {
	gold, form, out, bars, accuracy string
	differences                     bool
}

func (a *app) evaluateCommand() *cobra.Command {
	var f evaluateFlags
	c := &cobra.Command{
		Use:   "evaluate --gold " + a.say("MAP", "FOLDER"),
		Short: a.say("Vergelijkt de codering met die van een zorgvuldige lezer", "Compares the coding with a careful reader's"),
		Long: a.say(`Vergelijkt de database met een map waarheidsbestanden (JSON, zie
data/samples/README.md): precisie, volledigheid, F1, kappa en AC1 met hun
95%-intervallen per variabele en code, en elk verschil met citaat en bladzijde. Wat
apart gehouden is (held_out) staat apart van wat om op af te stemmen is.

Met --bars eindigt de opdracht met 3 als een ondergrens niet gehaald wordt; die van
dit project staan in data/samples/bars.json.`,
			`Compares the database with a folder of truth files (JSON, see
data/samples/README.md): precision, recall, F1, kappa and AC1 with their 95%
intervals per variable and code, and every difference with its quote and page. What
was held out (held_out) is told apart from what is for tuning.

With --bars the command ends with 3 when a bar is not reached; those of this project
stand in data/samples/bars.json.`),
		Example: "  rodedraad evaluate --gold data/samples/truth --differences\n  rodedraad evaluate --gold data/samples/truth --format html -o evaluatie.html\n  rodedraad evaluate --gold data/samples/truth --bars data/samples/bars.json",
		Args:    cobra.NoArgs,
		RunE:    func(c *cobra.Command, _ []string) error { return a.evaluate(c.Context(), f) },
	}
	flags := c.Flags()
	flags.StringVar(&f.gold, "gold", "", a.say("map met waarheidsbestanden", "folder of truth files"))
	flags.StringVar(&f.form, "format", "table", a.say("vorm: table, json of html", "form: table, json or html"))
	flags.StringVarP(&f.out, "out", "o", "", a.say("schrijf naar een bestand", "write to a file"))
	flags.BoolVar(&f.differences, "differences", false, a.say("toon elk verschil (in json en html altijd)", "show every difference (in json and html always)"))
	flags.StringVar(&f.bars, "bars", "", a.say("bestand met ondergrenzen; eindigt met 3 als er een niet gehaald wordt", "file of bars; ends with 3 when one is not reached"))
	flags.StringVar(&f.accuracy, "accuracy", "", a.say("schrijf de cijfers van het apart gehouden deel voor de codeboekgids", "write the figures of the part held out for the codebook guide"))
	_ = c.MarkFlagRequired("gold")
	return c
}

func (a *app) evaluate(ctx context.Context, f evaluateFlags) error {
	if !slices.Contains([]string{"table", "json", "html"}, f.form) {
		return usage("--format %q: table, json, html", f.form)
	}
	bars, err := readBars(f.bars)
	if err != nil {
		return err
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
	result, err := evaluation.Evaluate(ctx, r, os.DirFS(f.gold), book)
	if err != nil {
		return fmt.Errorf("%s: %w", f.gold, err)
	}
	below := result.Below(bars)
	if err := a.writeEvaluation(result, book, f, below); err != nil {
		return err
	}
	if f.accuracy != "" {
		if err := writeJSON(f.accuracy, result.Accuracy(book.Version)); err != nil {
			return err
		}
	}
	w := a.stdout
	if f.form != "table" && f.out == "" {
		w = a.stderr // stdout holds the result alone
	}
	for _, line := range below {
		fmt.Fprintln(w, line)
	}
	if len(below) > 0 {
		return found{fmt.Errorf(a.say("%d ondergrenzen niet gehaald", "%d bars not reached"), len(below))}
	}
	return nil
}

// readBars reads a file of bars; none asks for nothing.
func readBars(file string) (evaluation.Bars, error) {
	if file == "" {
		return nil, nil
	}
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	bars, err := evaluation.ReadBars(f)
	if err != nil {
		return nil, usageError{fmt.Errorf("%s: %w", file, err)}
	}
	return bars, nil
}

func writeJSON(file string, value any) error {
	text, err := json.MarshalIndent(value, "", " ")
	if err != nil {
		return err
	}
	return os.WriteFile(file, append(text, '\n'), 0o644)
}

func (a *app) writeEvaluation(result *evaluation.Result, book *data.Codebook, f evaluateFlags, below []string) error {
	var b bytes.Buffer
	switch f.form {
	case "html":
		if err := result.Page(&b, book, a.language, below); err != nil {
			return err
		}
	case "json":
		e := json.NewEncoder(&b)
		e.SetIndent("", "  ")
		e.SetEscapeHTML(false)
		if err := e.Encode(result); err != nil {
			return err
		}
	default:
		a.printEvaluation(&b, result, f.differences)
	}
	if f.out != "" {
		return os.WriteFile(f.out, b.Bytes(), 0o644)
	}
	_, err := a.stdout.Write(b.Bytes())
	return err
}

// columns writes figures under each other; a dash where there is nothing to
// divide.
func columns(figures ...float64) string {
	var out []string
	for _, v := range figures {
		if math.IsNaN(v) {
			out = append(out, "     –")
		} else {
			out = append(out, fmt.Sprintf("%6.3f", v))
		}
	}
	return strings.Join(out, " ")
}

func (a *app) printEvaluation(w io.Writer, r *evaluation.Result, differences bool) {
	for _, p := range r.Parts {
		fmt.Fprintf(w, "%s: %d %s; %.1f %s (%s %.1f); %d %s\n", p.Name, p.Documents, a.say("documenten", "documents"), p.CodedThemes,
			a.say("thema's per document", "themes per document"), a.say("waarheid", "truth"), p.GoldThemes, p.FalseCases,
			a.say("zonder zaak maar met een zaak gecodeerd", "without a case but coded with one"))
		for _, e := range p.Exact {
			fmt.Fprintf(w, "  %-20s %4d/%-4d %.3f  [%.2f–%.2f]\n", e.Variable, e.Right, e.N, e.Share, e.Interval.Low, e.Interval.High)
		}
		fmt.Fprintf(w, "  %-20s %6s %6s %6s %6s %6s %5s\n", "", "P", "R", "F1", "kappa", "AC1", "n")
		for _, s := range p.Micro {
			fmt.Fprintf(w, "  %-20s %s %5d  F1 [%.2f–%.2f]\n", s.Variable, columns(s.Precision, s.Recall, s.F1, s.Kappa, s.AC1), s.GoldUnits, s.F1Range.Low, s.F1Range.High)
		}
		for _, m := range p.Macros {
			fmt.Fprintf(w, "  %-20s %s  macro\n", m.Variable, columns(m.Precision, m.Recall, m.F1))
		}
		if a.verbose {
			for _, s := range p.ByCode {
				fmt.Fprintf(w, "    %-16s %-24s %s %5d\n", s.Variable, s.Code, columns(s.Precision, s.Recall, s.F1, s.Kappa, s.AC1), s.GoldUnits)
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
