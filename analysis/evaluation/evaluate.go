package evaluation

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"io/fs"
	"math"
	"path"
	"slices"
	"strings"

	"rodedraad/analysis/agreement"
	"rodedraad/analysis/statistics"
	"rodedraad/data"
	"rodedraad/data/samples"
)

// The parts of a gold set.
const (
	Tuned   = "tuned"
	HeldOut = "held_out"
)

// Exact is a variable whose answer is right or wrong as a whole.
type Exact struct {
	Variable string              `json:"variable"`
	Right    int64               `json:"right"`
	N        int64               `json:"n"`
	Share    float64             `json:"share"`
	Interval statistics.Interval `json:"interval"` // Wilson, 95 %
}

// Part is the result for one part of the gold set.
type Part struct {
	Name        string            `json:"name"`
	Documents   int64             `json:"documents"`
	Exact       []Exact           `json:"exact"`
	Micro       []agreement.Score `json:"micro"`   // by variable, each decision counts
	Macros      []agreement.Macro `json:"macro"`   // by variable, each code counts
	ByCode      []agreement.Score `json:"by_code"` // by variable and code
	GoldThemes  float64           `json:"gold_themes_per_document"`
	CodedThemes float64           `json:"coded_themes_per_document"`
	FalseCases  int64             `json:"distractors_with_a_case"` // documents without a case in gold that were given one
}

// Result is an evaluation of a warehouse against a gold folder.
type Result struct {
	Parts       []Part       `json:"parts"`
	Differences []Difference `json:"differences"`
	Missing     []string     `json:"missing"` // truth files whose report is not in the warehouse
}

// Evaluate compares a warehouse with the truth files in a folder, by file
// name.
func Evaluate(ctx context.Context, db DB, gold fs.FS, book *data.Codebook) (*Result, error) {
	truths, err := readTruths(gold)
	if err != nil {
		return nil, err
	}
	documents, err := load(ctx, db)
	if err != nil {
		return nil, err
	}
	codes := codesOf(book)
	parts := map[string]*comparison{}
	falseCases := map[string]int64{}
	r := &Result{}
	for _, t := range truths {
		d := documents[t.File]
		if d == nil {
			r.Missing = append(r.Missing, t.File)
			continue
		}
		name := Tuned
		if t.HeldOut {
			name = HeldOut
		}
		if parts[name] == nil {
			parts[name] = &comparison{part: name, exact: map[string]*exact{}}
		}
		parts[name].document(t, d, codes)
		if len(t.Calamities) == 0 && len(d.calamities) > 0 {
			falseCases[name]++
		}
	}
	for _, name := range []string{Tuned, HeldOut} {
		if c := parts[name]; c != nil {
			p := c.result()
			p.FalseCases = falseCases[name]
			r.Parts = append(r.Parts, p)
			r.Differences = append(r.Differences, c.differences...)
		}
	}
	return r, nil
}

func (c *comparison) result() Part {
	p := Part{Name: c.part, Documents: c.documents, Micro: agreement.Micro(c.pairs), ByCode: agreement.ByCode(c.pairs), Macros: agreement.Macros(c.pairs)}
	blank(p.Micro)
	blank(p.ByCode)
	n := math.Max(float64(c.documents), 1)
	p.GoldThemes, p.CodedThemes = float64(c.themes[0])/n, float64(c.themes[1])/n
	for name, e := range c.exact {
		p.Exact = append(p.Exact, Exact{name, e.right, e.all, float64(e.right) / float64(e.all), statistics.Wilson(e.right, e.all, 0.95)})
	}
	slices.SortFunc(p.Exact, func(a, b Exact) int { return cmp.Compare(a.Variable, b.Variable) })
	return p
}

// blank takes kappa and AC1 from the scores of lists. Of recommendations and
// counts only those are compared that the truth or the coding has, so there is
// nothing on which both agree that it is absent.
func blank(scores []agreement.Score) {
	none := statistics.Interval{Estimate: math.NaN(), Low: math.NaN(), High: math.NaN()}
	for i := range scores {
		if s := &scores[i]; s.Variable == "recommendation" || s.Variable == "reported_count" {
			s.Kappa, s.AC1, s.KappaRange, s.AC1Range = math.NaN(), math.NaN(), none, none
		}
	}
}

// readTruths reads every truth file of a folder.
func readTruths(gold fs.FS) ([]samples.Truth, error) {
	names, err := fs.Glob(gold, "*.json")
	if err != nil {
		return nil, err
	}
	if len(names) == 0 {
		return nil, fmt.Errorf("the gold folder has no .json files")
	}
	var out []samples.Truth
	for _, name := range names {
		text, err := fs.ReadFile(gold, name)
		if err != nil {
			return nil, err
		}
		var t samples.Truth
		if err := json.Unmarshal(text, &t); err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		t.File = cmp.Or(t.File, strings.TrimSuffix(path.Base(name), ".json"))
		out = append(out, t)
	}
	return out, nil
}

func codesOf(book *data.Codebook) allCodes {
	codes := allCodes{}
	for _, name := range []string{data.VarSector, data.VarTheme, data.VarQuestion, data.VarRedThread} {
		v := book.Variable(name)
		if v == nil {
			continue
		}
		for _, c := range v.Codes {
			if name == data.VarRedThread && c.Parent != "" {
				codes["subcode"] = append(codes["subcode"], c.Code)
				continue
			}
			codes[name] = append(codes[name], c.Code)
		}
	}
	return codes
}
