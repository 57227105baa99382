// Package statistics holds the few methods that the answers rest on: intervals
// for shares and counts, and agreement between coders. Every method names its
// source, and its test holds figures published elsewhere.
//
// The corpus is not a random sample of calamities, so an interval tells how far
// chance alone could move a figure; it says nothing of selection.
package statistics

import (
	"math"

	"gonum.org/v1/gonum/stat/distuv"
)

// Interval is an estimate with its lower and upper bound.
type Interval struct {
	Estimate, Low, High float64
}

// SmallSample is the number of units below which a share is called uncertain.
const SmallSample = 20

// Wilson gives the share of successes in n with its score interval (E. B.
// Wilson, Probable inference, the law of succession, and statistical
// inference, JASA 22, 1927), without continuity correction. It has bounds
// within 0 and 1 and is sound for small n. Without units all three are NaN.
func Wilson(successes, n int64, confidence float64) Interval {
	if n <= 0 || successes < 0 || successes > n {
		return Interval{math.NaN(), math.NaN(), math.NaN()}
	}
	z := distuv.UnitNormal.Quantile(1 - (1-confidence)/2)
	size, p := float64(n), float64(successes)/float64(n)
	spread := z * math.Sqrt(p*(1-p)/size+z*z/(4*size*size))
	scale := 1 + z*z/size
	middle := p + z*z/(2*size)
	return Interval{p, max(0, (middle-spread)/scale), min(1, (middle+spread)/scale)}
}

// Poisson gives a count with its exact interval (F. Garwood, Fiducial limits
// for the Poisson distribution, Biometrika 28, 1936): the range of yearly means
// under which the count is not surprising. Units that come in groups, such as
// victims of one event, vary more than this.
func Poisson(count int64, confidence float64) Interval {
	if count < 0 {
		return Interval{math.NaN(), math.NaN(), math.NaN()}
	}
	tail := (1 - confidence) / 2
	low := 0.0
	if count > 0 {
		low = distuv.ChiSquared{K: 2 * float64(count)}.Quantile(tail) / 2
	}
	high := distuv.ChiSquared{K: 2 * float64(count+1)}.Quantile(1-tail) / 2
	return Interval{float64(count), low, high}
}
