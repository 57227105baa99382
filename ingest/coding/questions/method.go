package questions

import (
	"rodedraad/data"
	"rodedraad/ingest/coding/prose"
)

// methodsOf finds how the calamity was examined; a report can combine methods.
func (c *Coder) methodsOf(t *prose.Text) []data.Finding {
	var out []data.Finding
	spots := c.methods.all(t)
	for _, code := range c.methods.variable.Codes {
		if f, ok := c.collect(t, c.methods, spots, code.Code); ok {
			f.Variable = data.VarMethod
			out = append(out, f)
		}
	}
	return out
}

// spot is a sentence in which codes of a variable are named.
type spot struct {
	sentence *prose.Sentence
	weight   float64
	hits     []hit
}

// all gives the spots of a variable in a document: every sentence is searched
// once for all its codes.
func (c *codes) all(t *prose.Text) []spot {
	var out []spot
	for i := range t.Sentences {
		s := &t.Sentences[i]
		weight := c.weight(s)
		if s.Passage.Kind == data.Title {
			weight = 1
		}
		if weight == 0 {
			continue
		}
		if hits := c.in(s); len(hits) > 0 {
			out = append(out, spot{s, weight, hits})
		}
	}
	return out
}

// collect gathers the evidence of one code from the spots of its variable.
func (c *Coder) collect(t *prose.Text, from *codes, spots []spot, code string) (data.Finding, bool) {
	var out data.Finding
	total := 0.0
	for _, x := range spots {
		h, ok := firstOf(x.hits, code)
		if !ok {
			continue
		}
		f, ok := finding(t, from.variable.Name, code, "", h.pattern, x.sentence, h.Hit)
		if !ok {
			continue
		}
		total += x.weight
		if len(out.Evidence) == 0 {
			out = f
		} else if len(out.Evidence) < maxEvidence {
			out.Evidence = append(out.Evidence, f.Evidence[0])
		}
	}
	if total >= 2 {
		out.Certainty = data.High
	}
	return out, total >= 0.5 && len(out.Evidence) > 0
}

func firstOf(hits []hit, code string) (hit, bool) {
	for _, h := range hits {
		if h.code == code {
			return h, true
		}
	}
	return hit{}, false
}

// prevention finds the report's one statement on preventability. That it makes
// none, said outright, counts before what a sentence elsewhere suggests.
func (c *Coder) prevention(t *prose.Text) []data.Finding {
	spots := c.preventability.all(t)
	for _, code := range c.preventability.variable.Codes {
		if f, ok := c.collect(t, c.preventability, spots, code.Code); ok {
			return []data.Finding{f}
		}
	}
	return nil
}
