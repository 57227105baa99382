package main

import (
	"fmt"
	"slices"
	"strings"

	"rodedraad/data"
	"rodedraad/ingest/coding/threads"
)

func (e *explanation) print(a *app) {
	w := a.stdout
	fmt.Fprintf(w, "%s · %s %s %s\n", e.FileName, e.Variable, e.Code, e.Label)
	if len(e.Stored) == 0 {
		fmt.Fprintf(w, "  %s\n", a.say("niets opgeslagen: niet genoemd", "nothing stored: not mentioned"))
	}
	for _, f := range e.Stored {
		f.print(a)
		fmt.Fprintf(w, "           %s %s, %s %s\n", a.say("codeur", "coder"), f.Coder, a.say("regel", "rule"), f.Rule)
	}
	fmt.Fprintln(w)
	for _, line := range e.Explanations {
		fmt.Fprintf(w, "%s\n", line)
	}
	if e.Weighed == nil {
		return
	}
	for i := range e.Weighed.Sides {
		e.printSide(a, &e.Weighed.Sides[i])
	}
	e.printIndicators(a)
}

func (e *explanation) printIndicators(a *app) {
	if len(e.Indicators) == 0 {
		return
	}
	fmt.Fprintf(a.stdout, "\n%s\n", a.say("Indicatoren van het codeboek in de tekst", "Indicators of the codebook in the text"))
	for _, i := range e.Indicators {
		fmt.Fprintf(a.stdout, "  p. %d, %s: %s (%s %g, %s, %s %g, %s)\n      “%s”\n", i.Page, i.Section, i.Pattern, a.say("weegt", "weighs"), i.Weight,
			a.status(string(i.Status)), a.say("sectie", "section"), i.Counts, i.Polarity, data.Readable(i.Quote))
	}
}

// fewPassages is how many passages are printed for each side, without -v.
const fewPassages = 3

// printSide prints the passages that spoke for a status, and the sum.
func (e *explanation) printSide(a *app, s *threads.Side) {
	w := a.stdout
	heading := a.say("Wat ervoor sprak", "What spoke for it")
	if s.Status == data.ExplicitlyAbsent {
		heading = a.say("Wat ertegen sprak: dat het goed ging", "What spoke against it: that it went well")
	}
	fmt.Fprintf(w, "\n%s\n", heading)
	if len(s.Passages) == 0 {
		fmt.Fprintf(w, "  %s\n", a.say("geen passage", "no passage"))
	}
	for i, p := range s.Passages {
		if i == fewPassages && !a.verbose {
			break
		}
		fmt.Fprintf(w, "  p. %d, %s: “%s”\n", p.Page, p.Section, data.Readable(p.Quote))
		fmt.Fprintf(w, "      %s %+.2f %s, %+.2f %s %.2f %s %s\n", a.say("score", "score"), p.Score, a.say("naar zijn woorden", "by its words"),
			p.Adjusted, a.say("na weging: sectie", "weighed: section"), p.Weight, a.say("en leest als", "and reads as"), strings.Join(slices.Compact(p.Polarity), ", "))
		fmt.Fprintf(w, "      %s: %s\n", a.say("sterkste woorden", "strongest words"), spokenWords(p.Words))
		for _, i := range p.Indicators {
			fmt.Fprintf(w, "      %s: %s\n", a.say("indicator", "indicator"), i)
		}
	}
	fmt.Fprintf(w, "  %s %+.2f", a.say("opgeteld: uitgangspunt", "added up: base"), s.Base)
	for _, n := range s.Numbers {
		fmt.Fprintf(w, "; %s %.2f → %+.2f", n.Name, n.Value, n.Adds)
	}
	fmt.Fprintf(w, " = %.2f\n", s.LogOdds)
}

func spokenWords(words []threads.Spoken) string {
	var out []string
	for _, w := range words {
		out = append(out, fmt.Sprintf("%s %+.2f", w.Word, w.Adds))
	}
	return strings.Join(out, ", ")
}
