// Package guide writes the codebook for people: what every code means, what
// counts and what does not, which words speak for it, where it comes from, and
// how often the coder had it right on reports that nobody tuned to.
//
// The same content stands in data/codebook/README.md, which a test keeps up to
// date, and on the guide page of the dashboard.
package guide

import (
	"fmt"
	"strings"

	"rodedraad/data"
	"rodedraad/data/model"
)

// Measured tells the figures of a code in one line; "" where none were
// measured.
func Measured(a *model.Accuracy, variable, code, language string) string {
	var parts []string
	if s := a.Of(variable, code); s != nil {
		parts = append(parts, scored(s, language))
	}
	if s := a.Absence(code); s != nil && s.Gold+s.Coded > 0 {
		parts = append(parts, data.Text{NL: "uitdrukkelijk afwezig: ", EN: "explicitly absent: "}.In(language)+scored(s, language))
	}
	return strings.Join(parts, "; ")
}

func scored(s *model.Scored, language string) string {
	say := func(nl, en string) string { return data.Text{NL: nl, EN: en}.In(language) }
	if s.Gold+s.Coded == 0 {
		return fmt.Sprintf(say("in geen van de %d rapporten aanwezig en nergens gecodeerd", "in none of the %d reports and coded nowhere"), s.N)
	}
	out := fmt.Sprintf(say("in %d van %d rapporten, gecodeerd in %d", "in %d of %d reports, coded in %d"), s.Gold, s.N, s.Coded)
	for _, figure := range []struct {
		name string
		model.Range
	}{{say("precisie", "precision"), s.Precision}, {say("volledigheid", "recall"), s.Recall}, {"F1", s.F1}, {"kappa", s.Kappa}, {"AC1", s.AC1}} {
		if figure.Estimate != nil {
			out += fmt.Sprintf(", %s %s", figure.name, Figure(figure.Range, language))
		}
	}
	return out
}

// Together tells the figures of a variable in lines: its codes together, and
// how often its answer was right as a whole.
func Together(a *model.Accuracy, variable, language string) []string {
	var out []string
	for _, s := range a.Together(variable) {
		name := map[string]data.Text{
			"red_thread": {NL: "hoofdcodes", EN: "main codes"}, "subcode": {NL: "deelcodes", EN: "sub-codes"},
			"recommendation": {NL: "gevonden", EN: "found"}, "reported_count": {NL: "gevonden", EN: "found"},
		}[s.Variable].In(language)
		if name == "" {
			name = data.Text{NL: "alle codes", EN: "all codes"}.In(language)
		}
		out = append(out, fmt.Sprintf("%s: %s %s, %s %s, F1 %s", name, data.Text{NL: "precisie", EN: "precision"}.In(language), Figure(s.Precision, language),
			data.Text{NL: "volledigheid", EN: "recall"}.In(language), Figure(s.Recall, language), Figure(s.F1, language)))
	}
	if w := a.WholeOf(variable); w != nil {
		out = append(out, fmt.Sprintf(data.Text{NL: "helemaal goed: %d van %d (%s)", EN: "right as a whole: %d of %d (%s)"}.In(language), w.Right, w.N, decimal(fmt.Sprintf("%.2f–%.2f", w.Low, w.High), language)))
	}
	return out
}

// Figure writes an estimate with its interval: "0,80 (0,71–0,87)".
func Figure(r model.Range, language string) string {
	if r.Estimate == nil {
		return "–"
	}
	out := fmt.Sprintf("%.2f", *r.Estimate)
	if r.Low != nil && r.High != nil {
		out += fmt.Sprintf(" (%.2f–%.2f)", *r.Low, *r.High)
	}
	return decimal(out, language)
}

func decimal(s, language string) string {
	if language == "en" {
		return s
	}
	return strings.ReplaceAll(s, ".", ",")
}

// Remark tells what is special about an indicator; "" for an ordinary one.
func Remark(i data.Indicator, language string) string {
	var parts []string
	if i.Weight != 0 && i.Weight != 1 {
		parts = append(parts, data.Text{NL: "weegt ", EN: "weighs "}.In(language)+decimal(fmt.Sprintf("%g", i.Weight), language))
	}
	if i.Status != "" && i.Status != data.Present {
		parts = append(parts, data.Text{NL: "zegt dat het niet speelde", EN: "says that it was not so"}.In(language))
	}
	return strings.Join(parts, ", ")
}
