package questions

import (
	"fmt"
	"strings"
	"unicode"

	"rodedraad/data"
	"rodedraad/ingest/coding/match"
	"rodedraad/ingest/coding/prose"
	"rodedraad/ingest/coding/sectors"
)

// Name is the name under which this coder's findings are stored.
const Name = "vragen"

// maxEvidence is how many quotes back a finding.
const maxEvidence = 3

// Coder codes basic questions, judgements, methods and preventability.
type Coder struct {
	questions, judgements, methods, preventability *codes
	answers                                        *concepts
	sectors                                        *sectors.Lexicon
}

// New gives a coder for the codebook.
func New(book *data.Codebook) (*Coder, error) {
	c := &Coder{}
	var err error
	for _, v := range []struct {
		name string
		to   **codes
	}{
		{data.VarQuestion, &c.questions}, {data.VarJudgement, &c.judgements},
		{data.VarMethod, &c.methods}, {data.VarPreventability, &c.preventability},
	} {
		if *v.to, err = newCodes(book, v.name); err != nil {
			return nil, err
		}
	}
	names := append([]string{unanswered, answered, aboutFive}, ordinals...)
	if c.answers, err = newConcepts(c.questions.variable, names); err != nil {
		return nil, err
	}
	if c.sectors, err = sectors.NewLexicon(book); err != nil {
		return nil, err
	}
	return c, nil
}

// Code adds the findings of the four variables.
func (c *Coder) Code(t *prose.Text, r *data.Record) {
	r.Findings = append(r.Findings, c.askedIn(t, r)...)
	r.Findings = append(r.Findings, c.judged(t)...)
	r.Findings = append(r.Findings, c.methodsOf(t)...)
	r.Findings = append(r.Findings, c.prevention(t)...)
}

// codes are the compiled indicators of one variable.
type codes struct {
	variable *data.Variable
	set      *match.Set
	rules    []indicator
}

type indicator struct {
	code    string
	pattern string
	loose   bool // counts only where the text around it says what it is about
}

func newCodes(book *data.Codebook, name string) (*codes, error) {
	variable := book.Variable(name)
	if variable == nil {
		return nil, fmt.Errorf("questions: the codebook has no variable %q", name)
	}
	c := &codes{variable: variable}
	var rules []match.Rule
	for _, code := range variable.Codes {
		for _, i := range code.Indicators {
			rules = append(rules, match.Rule{ID: len(c.rules), Pattern: i.Pattern, Concepts: variable.Concepts})
			c.rules = append(c.rules, indicator{code.Code, i.Pattern, i.Weight > 0 && i.Weight < 1})
		}
	}
	var err error
	if c.set, err = match.Compile(rules); err != nil {
		return nil, fmt.Errorf("codebook %s: %w", variable.File(), err)
	}
	return c, nil
}

// hit is a place where an indicator of a code matches.
type hit struct {
	indicator
	match.Hit
}

// in gives the matches of a sentence; a pattern in capitals asks for capitals.
func (c *codes) in(s *prose.Sentence) []hit {
	var out []hit
	for _, h := range c.set.Find(s) {
		i := c.rules[h.Rule]
		if shout(i.pattern) && !shout(s.Tokens[h.First].Text) {
			continue
		}
		out = append(out, hit{i, h})
	}
	return out
}

// shout reports whether a word begins with two capitals.
func shout(word string) bool {
	r := []rune(word)
	return len(r) > 1 && unicode.IsUpper(r[0]) && unicode.IsUpper(r[1])
}

// weight is how much a section counts for the variable.
func (c *codes) weight(s *prose.Sentence) float64 { return c.variable.Sections[string(s.Section())] }

// concepts are the compiled word lists of a variable that are not codes.
type concepts struct {
	set   *match.Set
	names []string
}

func newConcepts(variable *data.Variable, names []string) (*concepts, error) {
	var rules []match.Rule
	for i, n := range names {
		if len(variable.Concepts[n]) == 0 {
			return nil, fmt.Errorf("codebook %s: concept %q is missing", variable.File(), n)
		}
		rules = append(rules, match.Rule{ID: i, Pattern: "{" + n + "}", Concepts: variable.Concepts})
	}
	set, err := match.Compile(rules)
	if err != nil {
		return nil, fmt.Errorf("codebook %s: %w", variable.File(), err)
	}
	return &concepts{set, names}, nil
}

// in gives the names of the concepts that occur in a sentence, each once.
func (c *concepts) in(s *prose.Sentence) map[string]bool {
	list := c.set.Find(s)
	if len(list) == 0 {
		return nil
	}
	out := make(map[string]bool, len(list))
	for _, h := range list {
		out[c.names[h.Rule]] = true
	}
	return out
}

// finding starts a finding with its reason and first quote.
func finding(t *prose.Text, variable, code, value, rule string, s *prose.Sentence, h match.Hit) (data.Finding, bool) {
	e, ok := t.QuoteAround(s, h.Start, h.End)
	if !ok {
		return data.Finding{}, false
	}
	words := strings.Join(strings.Fields(s.Passage.Text[h.Start:h.End]), " ")
	return data.Finding{
		Variable: variable, Code: code, Value: value, Status: data.Present, Certainty: data.Medium, Coder: Name, Rule: rule,
		Reason: fmt.Sprintf("%s, p. %d: ‘%s’", s.Section(), e.Page, words), Evidence: []data.Evidence{e},
	}, true
}
