package threads

import (
	"cmp"

	"rodedraad/data"
)

// Thresholds of a code that has none of its own in the codebook, as log odds.
const (
	presentFrom = -0.7
	absentFrom  = -0.7
)

// verdict is what a document says about a code.
type verdict struct {
	status  data.Status
	windows []scored // best first
	output  int
	above   float64 // how far the score lies above the threshold
	implied string  // the sub-code that brought it
}

// decide weighs what speaks for a code against what says that it went well.
func (c *Coder) decide(one *code, r *reading) verdict {
	present := c.best(r, one.present)
	absent := c.best(r, one.absent)
	up := overall(present) - cmp.Or(one.Threshold, presentFrom)
	down := overall(absent) - absentFrom
	switch {
	case up >= 0 && up >= down:
		return verdict{data.Present, present, one.present, up, ""}
	case down >= 0:
		return verdict{data.ExplicitlyAbsent, absent, one.absent, down, ""}
	case up >= 0:
		return verdict{data.Present, present, one.present, up, ""}
	}
	return verdict{status: data.NotMentioned}
}

// implyParents makes the parent of a sub-code that is present present too, on
// the sub-code's evidence where it has none that is better.
func (c *Coder) implyParents(verdicts []verdict) {
	for i := range c.codes {
		parent := c.place(c.codes[i].Parent)
		if parent < 0 || verdicts[i].status != data.Present {
			continue
		}
		if p := verdicts[parent]; p.status != data.Present || p.implied != "" && p.above < verdicts[i].above {
			verdicts[parent] = verdicts[i]
			verdicts[parent].implied = c.codes[i].Code.Code
		}
	}
}

func (c *Coder) place(name string) int {
	for i := range c.codes {
		if c.codes[i].Code.Code == name {
			return i
		}
	}
	return -1
}
