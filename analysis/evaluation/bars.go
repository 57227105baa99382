package evaluation

import (
	"encoding/json"
	"fmt"
	"io"
	"math"
	"slices"
)

// Bars are the least figures that a part of the gold set must reach.
//
//	{"held_out": {"exact": {"kind": 0.95}, "micro_f1": {"sector": 0.88},
//	  "macro_f1": {"red_thread": 0.85}, "macro_precision": {"red_thread": 0.85},
//	  "distractors_with_a_case": 0, "themes_per_document_within": 1}}
//
// The bars of this project stand in data/samples/bars.json.
type Bars map[string]Bar

// Bar holds the bars of one part.
type Bar struct {
	Exact          map[string]float64 `json:"exact"`
	MicroF1        map[string]float64 `json:"micro_f1"`
	MacroF1        map[string]float64 `json:"macro_f1"`
	MacroPrecision map[string]float64 `json:"macro_precision"`
	FalseCases     *int64             `json:"distractors_with_a_case"`
	Themes         *float64           `json:"themes_per_document_within"` // how far the mean may lie from the truth's
}

// ReadBars reads a file of bars. Fields that do not exist are errors: a bar
// that is misspelled guards nothing.
func ReadBars(r io.Reader) (Bars, error) {
	d := json.NewDecoder(r)
	d.DisallowUnknownFields()
	b := Bars{}
	if err := d.Decode(&b); err != nil {
		return nil, fmt.Errorf("read the bars: %w", err)
	}
	return b, nil
}

// Below gives a line for every bar that the result does not reach, or does not
// have at all.
func (r *Result) Below(bars Bars) []string {
	var out []string
	for _, name := range []string{Tuned, HeldOut} {
		bar, asked := bars[name]
		if !asked {
			continue
		}
		at := slices.IndexFunc(r.Parts, func(p Part) bool { return p.Name == name })
		if at < 0 {
			out = append(out, name+": has no documents")
			continue
		}
		out = append(out, r.Parts[at].below(bar)...)
	}
	return out
}

func (p Part) below(bar Bar) []string {
	micro, macro, precision, exact := map[string]float64{}, map[string]float64{}, map[string]float64{}, map[string]float64{}
	for _, s := range p.Micro {
		micro[s.Variable] = s.F1
	}
	for _, m := range p.Macros {
		macro[m.Variable], precision[m.Variable] = m.F1, m.Precision
	}
	for _, e := range p.Exact {
		exact[e.Variable] = e.Share
	}
	var out []string
	for _, c := range []struct {
		name      string
		bars, got map[string]float64
	}{{"exact", bar.Exact, exact}, {"micro F1", bar.MicroF1, micro}, {"macro F1", bar.MacroF1, macro}, {"macro precision", bar.MacroPrecision, precision}} {
		for variable, least := range c.bars {
			got, ok := c.got[variable]
			if !ok || math.IsNaN(got) || got < least {
				out = append(out, fmt.Sprintf("%s: %s of %s is %.3f, the bar is %.3f", p.Name, c.name, variable, got, least))
			}
		}
	}
	if bar.FalseCases != nil && p.FalseCases > *bar.FalseCases {
		out = append(out, fmt.Sprintf("%s: %d documents without a case were coded with one, the bar is %d", p.Name, p.FalseCases, *bar.FalseCases))
	}
	if off := math.Abs(p.CodedThemes - p.GoldThemes); bar.Themes != nil && off > *bar.Themes {
		out = append(out, fmt.Sprintf("%s: %.2f themes per document against %.2f, the bar is within %.2f", p.Name, p.CodedThemes, p.GoldThemes, *bar.Themes))
	}
	slices.Sort(out)
	return out
}
