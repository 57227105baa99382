package statistics

import (
	"encoding/json"
	"math"

	"gonum.org/v1/gonum/stat/distuv"
)

// F1Range gives F1 with its interval. F1 is 2F*/(1+F*), where F* is the share of
// what gold or the coding has that both have (D. J. Hand, P. Christen and N.
// Kirielle, F*: an interpretable transformation of the F-measure, Machine
// Learning 110, 2021). F* is a share, so its Wilson bounds carry over.
func (c Counts) F1Range(confidence float64) Interval {
	share := Wilson(c.TruePositive, c.TruePositive+c.FalsePositive+c.FalseNegative, confidence)
	f1 := func(s float64) float64 { return 2 * s / (1 + s) }
	return Interval{f1(share.Estimate), f1(share.Low), f1(share.High)}
}

// joint gives the share of units by category of A and of B.
func (r Ratings) joint() map[[2]string]float64 {
	out := map[[2]string]float64{}
	for i := range r.A {
		out[[2]string{r.A[i], r.B[i]}] += 1 / float64(len(r.A))
	}
	return out
}

// CohenKappaRange gives kappa with its large-sample interval (J. L. Fleiss, J.
// Cohen and B. S. Everitt, Large sample standard errors of kappa and weighted
// kappa, Psychological Bulletin 72, 1969). NaN where kappa is not defined.
func CohenKappaRange(r Ratings, confidence float64) Interval {
	kappa := CohenKappa(r)
	if math.IsNaN(kappa) {
		return Interval{kappa, kappa, kappa}
	}
	_, a, b, categories := r.observed()
	joint, chance, sum := r.joint(), 0.0, 0.0
	for _, c := range categories {
		chance += a[c] * b[c]
	}
	for _, i := range categories {
		for _, j := range categories {
			p := joint[[2]string{i, j}]
			if i == j {
				sum += p * square(1-(a[i]+b[i])*(1-kappa))
			} else {
				sum += square(1-kappa) * p * square(b[i]+a[j])
			}
		}
	}
	sum -= square(kappa - chance*(1-kappa))
	return around(kappa, sum/(float64(len(r.A))*square(1-chance)), confidence)
}

// GwetAC1Range gives AC1 with its large-sample interval (K. L. Gwet, Computing
// inter-rater reliability and its variance in the presence of high agreement,
// 2008, without the correction for a finite population).
func GwetAC1Range(r Ratings, categories int, confidence float64) Interval {
	ac1 := GwetAC1(r, categories)
	if math.IsNaN(ac1) {
		return Interval{ac1, ac1, ac1}
	}
	agree, a, b, used := r.observed()
	joint, q := r.joint(), float64(categories-1)
	mean := func(c string) float64 { return (a[c] + b[c]) / 2 }
	chance, same, any := 0.0, 0.0, 0.0
	for _, k := range used {
		chance += mean(k) * (1 - mean(k)) / q
		same += joint[[2]string{k, k}] * (1 - mean(k)) / q
		for _, l := range used {
			any += joint[[2]string{k, l}] * square(1-(mean(k)+mean(l))/2) / (q * q)
		}
	}
	sum := agree*(1-agree) - 4*(1-ac1)*(same-agree*chance) + 4*square(1-ac1)*(any-chance*chance)
	return around(ac1, sum/(float64(len(r.A))*square(1-chance)), confidence)
}

func square(x float64) float64 { return x * x }

// around gives the interval of an estimate with a variance, within -1 and 1. A
// variance below zero is rounding.
func around(estimate, variance, confidence float64) Interval {
	z := distuv.UnitNormal.Quantile(1 - (1-confidence)/2)
	spread := z * math.Sqrt(max(variance, 0))
	return Interval{estimate, max(-1, estimate-spread), min(1, estimate+spread)}
}

// MarshalJSON writes what is not defined as null; JSON has no NaN.
func (i Interval) MarshalJSON() ([]byte, error) {
	return json.Marshal(map[string]*float64{"estimate": Known(i.Estimate), "low": Known(i.Low), "high": Known(i.High)})
}

// Known gives a figure, or nil where it is not defined.
func Known(v float64) *float64 {
	if math.IsNaN(v) || math.IsInf(v, 0) {
		return nil
	}
	return &v
}
