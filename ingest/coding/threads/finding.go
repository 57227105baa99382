package threads

import (
	"fmt"
	"strings"

	"rodedraad/data"
)

// maxEvidence is how many quotes back a finding.
const maxEvidence = 5

// secondQuote is the score from which a window beside the best one is quoted.
const secondQuote = -1.5

// finding puts a verdict into words and quotes.
func (c *Coder) finding(one *code, v verdict, r *reading) data.Finding {
	f := data.Finding{
		Variable: one.variable, Code: one.Code.Code, Status: v.status,
		Certainty: data.Medium, Coder: Name, Rule: "passages",
	}
	if v.status == data.NotMentioned {
		f.Reason = "in de tekst die telt wijst niets er sterk genoeg op"
		return f
	}
	var reasons []string
	for i, w := range v.windows {
		// The weaker windows of a document are quoted only when they would
		// have stood nearly on their own.
		if i > 0 && w.score < secondQuote {
			break
		}
		e, words, ok := c.quote(w, v.output, r)
		if !ok || quoted(f.Evidence, e) {
			continue
		}
		f.Evidence = append(f.Evidence, e)
		if len(reasons) < 2 {
			reasons = append(reasons, fmt.Sprintf("%s, p. %d: %s", r.text.Sentences[w.first].Section(), e.Page, words))
		}
	}
	if len(f.Evidence) == 0 {
		f.Status, f.Reason = data.NotMentioned, "geen passage op een bladzijde aan te wijzen"
		return f
	}
	f.Reason = strings.Join(reasons, "; ")
	if v.rule != "" {
		f.Rule = "indicator " + v.rule
	}
	if v.implied != "" {
		f.Rule = "deelcode " + v.implied
		f.Reason = "volgt uit " + v.implied + "; " + f.Reason
	}
	f.Certainty = certainty(v, len(f.Evidence))
	return f
}

func certainty(v verdict, quotes int) data.Certainty {
	switch {
	case v.above > 1.5 && quotes > 1:
		return data.High
	case v.above > 0.5:
		return data.Medium
	}
	return data.Low
}

func quoted(list []data.Evidence, e data.Evidence) bool {
	for _, o := range list {
		if o.Page == e.Page && o.Start < e.End && e.Start < o.End {
			return true
		}
	}
	return false
}

// quote picks the sentence of a window that says it best, and the part of it
// around its strongest words.
func (c *Coder) quote(w scored, output int, r *reading) (data.Evidence, string, bool) {
	at := w.first
	for i := w.first + 1; i <= w.last; i++ {
		if c.model.LogOdds(r.sums[i:i+1], output) > c.model.LogOdds(r.sums[at:at+1], output) {
			at = i
		}
	}
	s := &r.text.Sentences[at]
	words := r.scorer.Explain(s, output, 4)
	from, to := s.Start, s.Start
	var named []string
	for i, word := range words {
		t := s.Tokens[word.Token]
		if i == 0 {
			from, to = t.Start, t.End
		}
		named = append(named, "'"+strings.ToLower(t.Text)+"'")
	}
	e, ok := r.text.QuoteAround(s, from, to)
	return e, "sterkste woorden " + strings.Join(named, ", "), ok
}
