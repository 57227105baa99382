package evaluation

import (
	"math"
	"slices"

	"rodedraad/analysis/agreement"
	"rodedraad/analysis/statistics"
	"rodedraad/data/model"
)

// Accuracy gives the figures of the part that was held out, as the codebook
// guide and the dashboard tell them.
func (r *Result) Accuracy(codebook string) model.Accuracy {
	a := model.Accuracy{Codebook: codebook, Whole: []model.Share{}, Variables: []model.Scored{}, Codes: []model.Scored{}}
	at := slices.IndexFunc(r.Parts, func(p Part) bool { return p.Name == HeldOut })
	if at < 0 {
		return a
	}
	p := r.Parts[at]
	a.Documents = p.Documents
	for _, e := range p.Exact {
		a.Whole = append(a.Whole, model.Share{Variable: e.Variable, Right: e.Right, N: e.N, Low: round(e.Interval.Low), High: round(e.Interval.High)})
	}
	for _, s := range p.Micro {
		a.Variables = append(a.Variables, scored(s))
	}
	for _, s := range p.ByCode {
		if s.Code != "" {
			a.Codes = append(a.Codes, scored(s))
		}
	}
	return a
}

func scored(s agreement.Score) model.Scored {
	return model.Scored{Variable: s.Variable, Code: s.Code, N: s.Units, Gold: s.GoldUnits, Coded: s.Codings,
		Precision: bounds(s.PrecisionRange), Recall: bounds(s.RecallRange), F1: bounds(s.F1Range), Kappa: bounds(s.KappaRange), AC1: bounds(s.AC1Range)}
}

func bounds(i statistics.Interval) model.Range {
	return model.Range{Estimate: statistics.Known(round(i.Estimate)), Low: statistics.Known(round(i.Low)), High: statistics.Known(round(i.High))}
}

// round keeps four decimals: more would say nothing, and differ between
// processors.
func round(v float64) float64 { return math.Round(v*1e4) / 1e4 }
