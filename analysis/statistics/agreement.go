package statistics

import (
	"math"
	"slices"
)

// Ratings are the categories that two raters gave to the same units, in the
// same order.
type Ratings struct {
	A, B []string
}

// observed gives the share of units on which the raters agree, the share of
// each category by rater, and the categories in order.
func (r Ratings) observed() (agree float64, shareA, shareB map[string]float64, categories []string) {
	n := float64(len(r.A))
	shareA, shareB = map[string]float64{}, map[string]float64{}
	for i := range r.A {
		if r.A[i] == r.B[i] {
			agree += 1 / n
		}
		shareA[r.A[i]] += 1 / n
		shareB[r.B[i]] += 1 / n
		for _, c := range []string{r.A[i], r.B[i]} {
			if !slices.Contains(categories, c) {
				categories = append(categories, c)
			}
		}
	}
	slices.Sort(categories)
	return agree, shareA, shareB, categories
}

func (r Ratings) empty() bool { return len(r.A) == 0 || len(r.A) != len(r.B) }

// CohenKappa gives the agreement of two raters beyond what their own use of
// the categories would give by chance (J. Cohen, A coefficient of agreement for
// nominal scales, 1960). When both use one category only it is not defined:
// NaN.
func CohenKappa(r Ratings) float64 {
	if r.empty() {
		return math.NaN()
	}
	agree, a, b, categories := r.observed()
	chance := 0.0
	for _, c := range categories {
		chance += a[c] * b[c]
	}
	return beyondChance(agree, chance)
}

// GwetAC1 gives the agreement of two raters with a chance term that does not
// collapse when one category is rare, as most codes are (K. L. Gwet, Computing
// inter-rater reliability and its variance in the presence of high agreement,
// 2008). categories is the number of possible categories, at least two.
func GwetAC1(r Ratings, categories int) float64 {
	if r.empty() || categories < 2 {
		return math.NaN()
	}
	agree, a, b, used := r.observed()
	chance := 0.0
	for _, c := range used {
		mean := (a[c] + b[c]) / 2
		chance += mean * (1 - mean)
	}
	return beyondChance(agree, chance/float64(categories-1))
}

func beyondChance(agree, chance float64) float64 {
	if 1-chance < 1e-12 {
		return math.NaN()
	}
	return (agree - chance) / (1 - chance)
}

// KrippendorffAlpha gives the agreement of any number of raters on nominal
// categories, missing ratings ("") allowed (K. Krippendorff, Computing
// Krippendorff's alpha-reliability, 2011). Each unit lists what each rater
// said. NaN when there is nothing to compare or only one category was used.
func KrippendorffAlpha(units [][]string) float64 {
	totals := map[string]float64{}
	agreeing, pairable := 0.0, 0.0
	for _, unit := range units {
		counts := map[string]float64{}
		rated := 0.0
		for _, category := range unit {
			if category != "" {
				counts[category]++
				rated++
			}
		}
		if rated < 2 {
			continue // a unit that one rater saw can be compared with nothing
		}
		pairable += rated
		for category, n := range counts {
			totals[category] += n
			agreeing += n * (n - 1) / (rated - 1)
		}
	}
	if pairable == 0 {
		return math.NaN()
	}
	byChance := 0.0
	for _, n := range totals {
		byChance += n * (n - 1)
	}
	expected := pairable * (pairable - 1)
	if expected-byChance < 1e-9 {
		return math.NaN()
	}
	return 1 - (pairable-1)*(pairable-agreeing)/(expected-byChance)
}

// Counts are the outcomes of comparing a coding with gold.
type Counts struct {
	TruePositive, FalsePositive, FalseNegative, TrueNegative int64
}

// Precision is the share of what was coded that is right; NaN when nothing was
// coded.
func (c Counts) Precision() float64 {
	return ratio(c.TruePositive, c.TruePositive+c.FalsePositive)
}

// Recall is the share of what should be coded that was; NaN when there was
// nothing to code.
func (c Counts) Recall() float64 {
	return ratio(c.TruePositive, c.TruePositive+c.FalseNegative)
}

// F1 is the harmonic mean of precision and recall; NaN when there was nothing
// to code and nothing was coded.
func (c Counts) F1() float64 {
	return ratio(2*c.TruePositive, 2*c.TruePositive+c.FalsePositive+c.FalseNegative)
}

// Add sums two counts.
func (c Counts) Add(o Counts) Counts {
	return Counts{
		c.TruePositive + o.TruePositive, c.FalsePositive + o.FalsePositive,
		c.FalseNegative + o.FalseNegative, c.TrueNegative + o.TrueNegative,
	}
}

func ratio(part, whole int64) float64 {
	if whole == 0 {
		return math.NaN()
	}
	return float64(part) / float64(whole)
}
