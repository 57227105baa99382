package statistics

import (
	"math"
	"testing"
)

// J. L. Fleiss, Statistical methods for rates and proportions (1981), table
// 13.1: 100 patients by two psychiatrists; kappa .68, standard error .087.
func TestCohenKappaRange(t *testing.T) {
	var r Ratings
	for i, row := range [][]int{{75, 1, 4}, {5, 4, 1}, {0, 0, 10}} {
		for j, n := range row {
			for range n {
				r.A, r.B = append(r.A, string(rune('a'+i))), append(r.B, string(rune('a'+j)))
			}
		}
	}
	got := CohenKappaRange(r, 0.95)
	near(t, "kappa", got.Estimate, 0.6765, 0.0005)
	near(t, "standard error", (got.High-got.Low)/2/1.96, 0.087, 0.001)
	if !math.IsNaN(CohenKappaRange(ratings(10, 0, 0, 0), 0.95).Low) {
		t.Error("one category only: no interval")
	}
}

// The large-sample variances agree with the jackknife, which knows nothing of
// their formulas: it leaves out each unit in turn.
func TestRangesAgreeWithTheJackknife(t *testing.T) {
	for _, c := range [][4]int{{118, 25, 12, 20}, {40, 30, 20, 110}, {10, 5, 5, 180}} {
		r := ratings(c[0], c[1], c[2], c[3])
		for name, f := range map[string]struct {
			value func(Ratings) float64
			of    func(Ratings) Interval
		}{
			"kappa": {CohenKappa, func(r Ratings) Interval { return CohenKappaRange(r, 0.95) }},
			"AC1":   {func(r Ratings) float64 { return GwetAC1(r, 2) }, func(r Ratings) Interval { return GwetAC1Range(r, 2, 0.95) }},
		} {
			n, mean, spread := len(r.A), 0.0, 0.0
			var values []float64
			for i := range n {
				left := Ratings{append(append([]string{}, r.A[:i]...), r.A[i+1:]...), append(append([]string{}, r.B[:i]...), r.B[i+1:]...)}
				values = append(values, f.value(left))
				mean += values[i] / float64(n)
			}
			for _, v := range values {
				spread += (v - mean) * (v - mean)
			}
			want := math.Sqrt(float64(n-1) / float64(n) * spread)
			got := f.of(r)
			se := (got.High - got.Low) / 2 / 1.959964
			if math.Abs(se-want) > 0.06*want {
				t.Errorf("%v %s: standard error %.5f, the jackknife gives %.5f", c, name, se, want)
			}
		}
	}
}

func TestF1Range(t *testing.T) {
	got := Counts{TruePositive: 6, FalsePositive: 2, FalseNegative: 3}.F1Range(0.95)
	near(t, "F1", got.Estimate, 12.0/17, 1e-9)
	share := Wilson(6, 11, 0.95)
	near(t, "low", got.Low, 2*share.Low/(1+share.Low), 1e-9)
	if !(got.Low < got.Estimate && got.Estimate < got.High && got.High < 1) {
		t.Errorf("got %+v", got)
	}
	if !math.IsNaN((Counts{}).F1Range(0.95).Low) {
		t.Error("nothing to compare has no interval")
	}
}
