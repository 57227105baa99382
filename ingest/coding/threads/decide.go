package threads

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"strings"

	"rodedraad/data"
	"rodedraad/data/model"
	"rodedraad/ingest/coding/polarity"
	"rodedraad/ingest/coding/prose"
)

// Decision turns observations into log odds that a document has a code. It is
// fitted on the sample reports for tuning by the command in folder fit, and
// stored in data/model/documents.json.
type Decision struct {
	Names   []string           `json:"names"`
	Mean    Observation        `json:"mean"`
	Scale   Observation        `json:"scale"`
	Weights Observation        `json:"weights"`
	Bias    float64            `json:"bias"`
	Codes   map[string]float64 `json:"codes"` // how much more or less often than others, shrunk
	// From is the log odds from which a code of a group is present: "RD",
	// "RD." for sub-codes, "T".
	From map[string]float64 `json:"from"`
	// Thread is how the log odds of a red thread come about; zero for a status
	// of which its own are enough.
	Thread Thread `json:"thread"`
}

// Thread weighs what a document says of a red thread itself and what it says of
// the likeliest of its sub-codes: a report that finds a thread mostly finds one
// of the ways in which it shows.
type Thread struct {
	Own  float64 `json:"own"`
	Sub  float64 `json:"sub"`
	Base float64 `json:"base"`
}

// LogOdds weighs the log odds of a thread and of its likeliest sub-code.
func (t Thread) LogOdds(own, sub float64) float64 { return t.Base + t.Own*own + t.Sub*sub }

// LogOdds weighs an observation.
func (d *Decision) LogOdds(code string, o Observation) float64 {
	sum := d.Bias + d.Codes[code]
	for i, x := range o {
		sum += d.Weights[i] * (x - d.Mean[i]) / d.Scale[i]
	}
	return sum
}

// Group is the group of codes that share a threshold.
func Group(code string) string {
	switch {
	case strings.Contains(code, "."):
		return "RD."
	case strings.HasPrefix(code, "RD"):
		return "RD"
	}
	return "T"
}

// Decisions are those for the two statuses.
type Decisions struct {
	Present Decision `json:"aanwezig"`
	Absent  Decision `json:"uitdrukkelijk_afwezig"`
}

func readDecisions() (*Decisions, error) {
	d := &Decisions{}
	decoder := json.NewDecoder(bytes.NewReader(model.Documents))
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(d); err != nil {
		return nil, fmt.Errorf("threads: documents.json: %w", err)
	}
	for _, one := range []*Decision{&d.Present, &d.Absent} {
		for i := range one.Scale {
			if one.Scale[i] == 0 {
				one.Scale[i] = 1
			}
		}
	}
	return d, nil
}

// verdict is what a document says about a code.
type verdict struct {
	status  data.Status
	windows []scored // best first
	output  int
	above   float64 // how far the log odds lie above the threshold
	implied string  // the sub-code that brought it
	rule    string  // the indicator that settled it
}

// odds is what a document shows of a code, and the log odds that follow.
type odds struct {
	observed [2]Observation // by side
	own      [2]float64     // log odds by the observation alone
	total    [2]float64     // the same, of a red thread with its likeliest sub-code
	sub      int            // that sub-code's place, or -1
}

// weigh gives the odds of all codes in force.
func (c *Coder) weigh(r *reading, published data.Date) []odds {
	out := make([]odds, len(c.codes))
	for i := range c.codes {
		out[i].sub = -1
		if !c.inForce(&c.codes[i], before2016(published)) {
			continue
		}
		one := &c.codes[i]
		for s, status := range []data.Status{data.Present, data.ExplicitlyAbsent} {
			out[i].observed[s] = c.observe(r, one, status)
			out[i].own[s] = c.decision(status).LogOdds(one.Code.Code, out[i].observed[s])
		}
		out[i].total = out[i].own
	}
	c.weighThreads(out, published)
	return out
}

// weighThreads lets the likeliest sub-code of a red thread speak for it.
func (c *Coder) weighThreads(all []odds, published data.Date) {
	for i := range c.codes {
		parent := c.place(c.parent(&c.codes[i]))
		if parent < 0 || !c.inForce(&c.codes[i], before2016(published)) {
			continue
		}
		if sub := all[parent].sub; sub < 0 || all[i].own[0] > all[sub].own[0] {
			all[parent].sub = i
		}
	}
	for i := range all {
		if sub := all[i].sub; sub >= 0 {
			all[i].total[0] = c.decisions.Present.Thread.LogOdds(all[i].own[0], all[sub].own[0])
		}
	}
}

func (c *Coder) decision(status data.Status) *Decision {
	if status == data.ExplicitlyAbsent {
		return &c.decisions.Absent
	}
	return &c.decisions.Present
}

// verdicts decides about every code.
func (c *Coder) verdicts(r *reading, published data.Date) []verdict {
	all := c.weigh(r, published)
	out := make([]verdict, len(c.codes))
	for i := range c.codes {
		out[i].status = data.NotMentioned
		if c.inForce(&c.codes[i], before2016(published)) {
			out[i] = c.decide(i, all, r)
		}
	}
	c.implyParents(out)
	return out
}

// decide weighs what speaks for a code against what says that it went well.
func (c *Coder) decide(at int, all []odds, r *reading) verdict {
	one, seen := &c.codes[at], &all[at]
	group := Group(one.Code.Code)
	up := seen.total[0] - c.decisions.Present.From[group] - one.Threshold
	down := seen.total[1] - c.decisions.Absent.From[group]
	heard := r.about >= aboutFrom
	settled, rule := r.said(one.Code.Code)
	if heard && up >= 0 {
		if by := c.speaker(at, all); by.observed[0][firstScore] > floor {
			return verdict{status: data.Present, windows: first(settled, r.windowsFor(by.code, data.Present)), output: by.code.present, above: up}
		}
	}
	if len(settled) > 0 {
		return verdict{status: data.Present, windows: settled, output: one.present, rule: rule}
	}
	if heard && down >= 0 && seen.observed[1][firstScore] > floor {
		return verdict{status: data.ExplicitlyAbsent, windows: r.windowsFor(one, data.ExplicitlyAbsent), output: one.absent, above: down}
	}
	return verdict{status: data.NotMentioned}
}

// first puts the sentences that settle a code before its best windows: they say
// it in so many words.
func first(settled, best []scored) []scored {
	out := settled
	for _, w := range best {
		if !overlaps(settled, w.window) {
			out = append(out, w)
		}
	}
	return out[:min(maxEvidence, len(out))]
}

// speaker is the code whose passages are quoted for a code: its own, or of a
// red thread those of the sub-code that says it more strongly.
func (c *Coder) speaker(at int, all []odds) (out struct {
	code     *code
	observed [2]Observation
}) {
	if sub := all[at].sub; sub >= 0 && all[sub].own[0] > all[at].own[0] {
		at = sub
	}
	out.code, out.observed = &c.codes[at], all[at].observed
	return out
}

// Weights of an indicator that settles a code: by itself, or where it is most
// of a sentence. The name of a red thread as a list item presents it as found;
// in "opschalen en afschalen gebeurt volgens afspraak" it does not.
const (
	decisive     = 4
	decisiveName = 3
)

// settles reports whether a hit settles its code.
func (h *hit) settles(s *prose.Sentence) bool {
	return h.Weight >= decisive || h.Weight >= decisiveName && 3*(h.Last-h.First+1) >= 2*len(s.Words())
}

// said gives the sentences in which an indicator settles a code, and the first
// such indicator.
func (r *reading) said(code string) (out []scored, rule string) {
	for _, w := range r.windows {
		if w.first != w.last || len(out) == maxEvidence || !r.states(w.first) {
			continue
		}
		for _, h := range r.hits[w.first] {
			if h.code == code && h.Status == data.Present && h.settles(&r.text.Sentences[w.first]) {
				out, rule = append(out, scored{w, 0}), cmp.Or(rule, h.Pattern)
				break
			}
		}
	}
	return out, rule
}

// states reports whether a sentence can settle a code: it asks nothing, and
// where recommendations stand it tells what is being done ("daarom zetten we nu
// sterker in op regie"), which says what was lacking, not what should be done.
func (r *reading) states(sentence int) bool {
	switch r.polarity[sentence] {
	case polarity.Asks:
		return false
	case polarity.Recommends, polarity.Prescribes:
		return r.weights[sentence] >= findingWeight
	}
	return r.text.Sentences[sentence].Section() == data.Recommendations || r.weights[sentence] >= findingWeight
}

// findingWeight is the least weight of a section in which findings stand.
const findingWeight = 0.5

// implyParents makes the parent of a sub-code that is present present too, on
// the sub-code's evidence where its own is weaker.
func (c *Coder) implyParents(verdicts []verdict) {
	for i := range c.codes {
		parent := c.place(c.parent(&c.codes[i]))
		if parent < 0 || verdicts[i].status != data.Present {
			continue
		}
		if p := verdicts[parent]; p.status != data.Present || p.implied != "" && p.above < verdicts[i].above {
			verdicts[parent] = verdicts[i]
			verdicts[parent].implied = c.codes[i].Code.Code
		}
	}
}

// parent names the code that a code brings with it. A theme that has since
// become a sub-code brings that one's parent: it says the same.
func (c *Coder) parent(one *code) string {
	if alias := c.place(one.Alias); alias >= 0 {
		return c.codes[alias].Parent
	}
	return one.Parent
}

func (c *Coder) place(name string) int {
	for i := range c.codes {
		if c.codes[i].Code.Code == name {
			return i
		}
	}
	return -1
}
