// Package agreement compares two codings of the same units: a machine's with
// people's, or one person's with another's. A unit is what is coded, a document
// or a passage; a pair is one code of one variable on one unit, as gold and the
// coding have it.
//
// Per code it gives what the field asks for: precision, recall and F1 against
// gold, and agreement beyond chance, with the number of units it rests on. Over
// codes it gives micro figures (each decision counts) and macro figures (each
// code counts).
package agreement

import (
	"cmp"
	"math"
	"slices"

	"rodedraad/analysis/statistics"
)

// Pair is one code of one unit in two codings.
type Pair struct {
	Unit     string
	Variable string
	Code     string
	Gold     bool
	Coded    bool
}

// Score compares two codings of one code, or of all codes of a variable
// together (Code is then empty).
type Score struct {
	Variable, Code string
	statistics.Counts
	Precision, Recall, F1     float64 // NaN where there is nothing to divide
	PrecisionRange            statistics.Interval
	RecallRange               statistics.Interval
	F1Range                   statistics.Interval
	KappaRange, AC1Range      statistics.Interval
	Agreement, Kappa, AC1     float64
	Alpha                     float64
	Units, GoldUnits, Codings int64 // compared; with the code in gold; with the code in the coding
}

// ByCode scores every code, by variable and code.
func ByCode(pairs []Pair) []Score {
	return score(pairs, func(p Pair) [2]string { return [2]string{p.Variable, p.Code} })
}

// Micro scores every variable over all of its codes together.
func Micro(pairs []Pair) []Score {
	return score(pairs, func(p Pair) [2]string { return [2]string{p.Variable, ""} })
}

// Macro is the mean over codes of one variable, of those codes that are in gold
// at least once.
type Macro struct {
	Variable              string
	Codes                 int
	Precision, Recall, F1 float64
}

// Macros gives the macro figures of every variable. A code that gold never has
// cannot be recalled and is left out; what is coded wrongly there counts in the
// micro figures. A code that was never coded has precision 0 here.
func Macros(pairs []Pair) []Macro {
	var out []Macro
	for _, s := range ByCode(pairs) {
		if len(out) == 0 || out[len(out)-1].Variable != s.Variable {
			out = append(out, Macro{Variable: s.Variable})
		}
		if s.GoldUnits == 0 {
			continue
		}
		m := &out[len(out)-1]
		m.Codes++
		m.Precision += orZero(s.Precision)
		m.Recall += s.Recall
		m.F1 += orZero(s.F1)
	}
	for i := range out {
		n := float64(out[i].Codes) // 0/0 is NaN: there was nothing to score
		out[i].Precision, out[i].Recall, out[i].F1 = out[i].Precision/n, out[i].Recall/n, out[i].F1/n
	}
	return out
}

func orZero(v float64) float64 {
	if math.IsNaN(v) {
		return 0
	}
	return v
}

func score(pairs []Pair, key func(Pair) [2]string) []Score {
	groups := map[[2]string][]Pair{}
	for _, p := range pairs {
		groups[key(p)] = append(groups[key(p)], p)
	}
	var out []Score
	for k, group := range groups {
		out = append(out, scoreOf(k[0], k[1], group))
	}
	slices.SortFunc(out, func(a, b Score) int {
		return cmp.Or(cmp.Compare(a.Variable, b.Variable), cmp.Compare(a.Code, b.Code))
	})
	return out
}

func scoreOf(variable, code string, pairs []Pair) Score {
	s := Score{Variable: variable, Code: code, Units: int64(len(pairs))}
	ratings := statistics.Ratings{}
	units := [][]string{}
	for _, p := range pairs {
		gold, coded := word(p.Gold), word(p.Coded)
		ratings.A, ratings.B = append(ratings.A, gold), append(ratings.B, coded)
		units = append(units, []string{gold, coded})
		switch {
		case p.Gold && p.Coded:
			s.TruePositive++
		case p.Coded:
			s.FalsePositive++
		case p.Gold:
			s.FalseNegative++
		default:
			s.TrueNegative++
		}
	}
	s.GoldUnits, s.Codings = s.TruePositive+s.FalseNegative, s.TruePositive+s.FalsePositive
	s.Precision, s.Recall, s.F1 = s.Counts.Precision(), s.Counts.Recall(), s.Counts.F1()
	s.PrecisionRange = statistics.Wilson(s.TruePositive, s.Codings, 0.95)
	s.RecallRange = statistics.Wilson(s.TruePositive, s.GoldUnits, 0.95)
	s.F1Range = s.Counts.F1Range(0.95)
	s.KappaRange, s.AC1Range = statistics.CohenKappaRange(ratings, 0.95), statistics.GwetAC1Range(ratings, 2, 0.95)
	s.Agreement = float64(s.TruePositive+s.TrueNegative) / float64(s.Units)
	s.Kappa = statistics.CohenKappa(ratings)
	s.AC1 = statistics.GwetAC1(ratings, 2)
	s.Alpha = statistics.KrippendorffAlpha(units)
	return s
}

func word(present bool) string {
	if present {
		return "present"
	}
	return "absent"
}
