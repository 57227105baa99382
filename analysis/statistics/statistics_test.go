package statistics

import (
	"math"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func near(t *testing.T, what string, got, want, within float64) {
	t.Helper()
	if math.IsNaN(got) || math.Abs(got-want) > within {
		t.Errorf("%s: got %.5f, want %.5f", what, got, want)
	}
}

// R. G. Newcombe, Two-sided confidence intervals for the single proportion,
// Statistics in Medicine 17 (1998), table I, method 3 (score, no continuity
// correction).
func TestWilsonAgainstNewcombe(t *testing.T) {
	for _, c := range []struct {
		r, n      int64
		low, high float64
	}{
		{81, 263, 0.2553, 0.3662},
		{15, 148, 0.0624, 0.1605},
		{0, 20, 0, 0.1611},
		{1, 29, 0.0061, 0.1718},
	} {
		got := Wilson(c.r, c.n, 0.95)
		near(t, "low", got.Low, c.low, 0.0001)
		near(t, "high", got.High, c.high, 0.0001)
	}
}

// Garwood's limits as printed in K. Ulm, A simple method to calculate the
// confidence interval of a standardized mortality ratio, American Journal of
// Epidemiology 131 (1990), and most tables of the Poisson distribution.
func TestPoissonAgainstTables(t *testing.T) {
	for _, c := range []struct {
		count     int64
		low, high float64
	}{
		{0, 0, 3.689}, {1, 0.0253, 5.572}, {5, 1.6235, 11.668},
		{10, 4.7954, 18.390}, {20, 12.217, 30.888}, {100, 81.364, 121.627},
	} {
		got := Poisson(c.count, 0.95)
		near(t, "low", got.Low, c.low, 0.001)
		near(t, "high", got.High, c.high, 0.001)
	}
}

func ratings(yesYes, yesNo, noYes, noNo int) Ratings {
	var r Ratings
	add := func(n int, a, b string) {
		for range n {
			r.A, r.B = append(r.A, a), append(r.B, b)
		}
	}
	add(yesYes, "yes", "yes")
	add(yesNo, "yes", "no")
	add(noYes, "no", "yes")
	add(noNo, "no", "no")
	return r
}

// A. J. Viera and J. M. Garrett, Understanding interobserver agreement: the
// kappa statistic, Family Medicine 37 (2005): 15, 5, 10 and 70 of 100 gives
// observed .85, expected .65, kappa .57.
func TestCohenKappa(t *testing.T) {
	near(t, "Viera and Garrett", CohenKappa(ratings(15, 5, 10, 70)), 0.5714, 0.0001)
	if !math.IsNaN(CohenKappa(ratings(10, 0, 0, 0))) {
		t.Error("one category only: kappa is not defined")
	}
}

// K. L. Gwet, Handbook of inter-rater reliability: 118, 5, 2 and 0 of 125, the
// paradox of high agreement: kappa −.0234, AC1 .9408.
func TestGwetAC1OnTheParadox(t *testing.T) {
	r := ratings(118, 5, 2, 0)
	near(t, "kappa", CohenKappa(r), -0.0234, 0.0002)
	near(t, "AC1", GwetAC1(r, 2), 0.9408, 0.0002)
}

// K. Krippendorff, Computing Krippendorff's alpha-reliability (2011), section
// C: four observers, twelve units, missing data; nominal alpha .743.
func TestKrippendorffAlpha(t *testing.T) {
	observers := []string{
		"1 2 3 3 2 1 4 1 2 . . .",
		"1 2 3 3 2 2 4 1 2 5 . 3",
		". 3 3 3 2 3 4 2 2 5 1 .",
		"1 2 3 3 2 4 4 1 2 5 1 .",
	}
	units := make([][]string, 12)
	for _, o := range observers {
		for i, category := range strings.Fields(o) {
			units[i] = append(units[i], strings.Trim(category, "."))
		}
	}
	near(t, "alpha", KrippendorffAlpha(units), 0.743, 0.0005)
}

// Section B of the same paper: two observers, ten units, binary; alpha .095.
func TestKrippendorffAlphaBinary(t *testing.T) {
	a := strings.Fields("0 1 0 0 0 0 0 0 1 0")
	b := strings.Fields("1 1 1 0 0 1 0 0 0 0")
	units := make([][]string, len(a))
	for i := range a {
		units[i] = []string{a[i], b[i]}
	}
	near(t, "alpha", KrippendorffAlpha(units), 0.095, 0.0005)
}

func TestCounts(t *testing.T) {
	c := Counts{TruePositive: 6, FalsePositive: 2, FalseNegative: 3}
	near(t, "precision", c.Precision(), 0.75, 1e-9)
	near(t, "recall", c.Recall(), 2.0/3, 1e-9)
	near(t, "F1", c.F1(), 12.0/17, 1e-9)
	if !math.IsNaN((Counts{}).F1()) {
		t.Error("nothing to compare is not a score of zero")
	}
}

func TestIntervalsHoldTheirEstimate(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.Int64Range(1, 5000).Draw(t, "n")
		k := rapid.Int64Range(0, n).Draw(t, "k")
		for _, i := range []Interval{Wilson(k, n, 0.95), Poisson(k, 0.95)} {
			if !(i.Low <= i.Estimate+1e-12 && i.Estimate <= i.High+1e-12 && i.Low >= 0) {
				t.Fatalf("%d of %d: %+v", k, n, i)
			}
		}
	})
}
