package threads

import (
	"cmp"
	"fmt"
	"strings"

	"rodedraad/data"
	"rodedraad/ingest/coding/classifier"
	"rodedraad/ingest/coding/polarity"
	"rodedraad/ingest/coding/prose"
)

// Name is the name under which this coder's findings are stored.
const Name = "draden"

// frameYear is the year of the report that named the red threads. Before it
// the codes that have since become sub-codes stand as themes of their own.
const frameYear = 2016

// Coder codes red threads and themes.
type Coder struct {
	model     *classifier.Model
	decisions *Decisions
	judge     *polarity.Judge
	rules     rules
	variables []*data.Variable
	codes     []code
	// Outputs of the model for all codes, by status.
	presents, absents []int
}

// code is a code of one of the variables.
type code struct {
	*data.Code
	variable string
	// outputs of the model; both are those of the alias where there is one.
	present, absent int
}

// New gives a coder for the codebook's red threads and themes.
func New(book *data.Codebook) (*Coder, error) {
	model, err := classifier.Default(book)
	if err != nil {
		return nil, fmt.Errorf("threads: %w", err)
	}
	return NewWith(book, model)
}

// NewWith gives a coder that scores passages with another model than the one
// that is built in.
func NewWith(book *data.Codebook, model *classifier.Model) (*Coder, error) {
	decisions, err := readDecisions()
	if err != nil {
		return nil, err
	}
	judge, err := polarity.New()
	if err != nil {
		return nil, fmt.Errorf("threads: %w", err)
	}
	c := &Coder{model: model, decisions: decisions, judge: judge}
	for _, name := range []string{data.VarRedThread, data.VarTheme} {
		v := book.Variable(name)
		if v == nil {
			return nil, fmt.Errorf("threads: the codebook has no variable %q", name)
		}
		c.variables = append(c.variables, v)
		for _, entry := range v.Codes {
			learned := cmp.Or(entry.Alias, entry.Code)
			one := code{
				Code: entry, variable: name,
				present: model.Output(learned + " " + string(data.Present)),
				absent:  model.Output(learned + " " + string(data.ExplicitlyAbsent)),
			}
			if one.present < 0 || one.absent < 0 {
				return nil, fmt.Errorf("threads: the weights do not know code %s; train them again with make model", learned)
			}
			c.codes = append(c.codes, one)
		}
	}
	for i, name := range model.Outputs {
		switch {
		case strings.HasSuffix(name, " "+string(data.Present)):
			c.presents = append(c.presents, i)
		case strings.HasSuffix(name, " "+string(data.ExplicitlyAbsent)):
			c.absents = append(c.absents, i)
		}
	}
	c.rules, err = newRules(c.variables)
	return c, err
}

// Code adds one finding for every code of the two variables.
func (c *Coder) Code(t *prose.Text, r *data.Record) {
	w := c.read(t)
	defer w.scorer.Close()
	verdicts := c.verdicts(w, r.Document.PublicationDate)
	for i := range c.codes {
		r.Findings = append(r.Findings, c.finding(&c.codes[i], verdicts[i], w))
	}
}

// inForce reports whether a code is used for a document: of two codes that say
// the same, the theme before 2016 and the sub-code since.
func (c *Coder) inForce(one *code, old bool) bool {
	if one.Alias != "" {
		return old
	}
	if !old {
		return true
	}
	for i := range c.codes {
		if c.codes[i].Alias == one.Code.Code {
			return false
		}
	}
	return true
}
