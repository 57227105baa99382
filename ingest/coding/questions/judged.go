package questions

import (
	"slices"

	"rodedraad/data"
	"rodedraad/ingest/coding/match"
	"rodedraad/ingest/coding/prose"
)

// severity orders judgements: of two on one sector the sterner counts.
var severity = []string{"geen_oordeel", "adequaat", "voldoende", "matig", "onvoldoende", "ernstig_tekort"}

// judged finds the judgement on each sector: in a sentence that names the
// sector and judges, or below a heading that names it.
func (c *Coder) judged(t *prose.Text) []data.Finding {
	var order []string
	best := map[string]data.Finding{}
	var below []string // sectors of the heading above
	for i := range t.Sentences {
		s := &t.Sentences[i]
		if s.Passage.Kind == data.Heading {
			below = c.sectorsOf(s)
			continue
		}
		if c.judgements.weight(s) == 0 {
			continue
		}
		h, ok := c.sternest(s)
		if !ok {
			continue
		}
		for _, sector := range firstSectors(c.sectorsOf(s), below) {
			f, ok := finding(t, data.VarJudgement, h.code, sector, h.pattern, s, h.Hit)
			if !ok {
				continue
			}
			old, known := best[sector]
			if !known {
				order = append(order, sector)
			}
			if !known || slices.Index(severity, h.code) > slices.Index(severity, old.Code) {
				best[sector] = f
			}
		}
	}
	slices.Sort(order)
	var out []data.Finding
	for _, sector := range order {
		out = append(out, best[sector])
	}
	return out
}

// firstSectors is the first sector the sentence names, else the one its
// heading names, when that is one.
func firstSectors(own, below []string) []string {
	if len(own) > 0 {
		return own[:1]
	}
	if len(below) == 1 {
		return below
	}
	return nil
}

func (c *Coder) sectorsOf(s *prose.Sentence) []string {
	var out []string
	for _, m := range c.sectors.Mentions(s) {
		if !slices.Contains(out, m.Code) {
			out = append(out, m.Code)
		}
	}
	return out
}

// marks are the judgements that a table gives in one word.
var marks = map[string]string{
	"goed": "adequaat", "adequaat": "adequaat", "voldoende": "voldoende", "matig": "matig", "wisselend": "matig",
	"onvoldoende": "onvoldoende", "slecht": "onvoldoende",
}

// marked reads the judgement of a short row of a table from its last word.
func marked(s *prose.Sentence) (hit, bool) {
	words := s.Words()
	if s.Passage.Kind != data.TableRow || len(words) < 2 || len(words) > 20 {
		return hit{}, false
	}
	code, ok := marks[words[len(words)-1].Lower]
	if !ok {
		return hit{}, false
	}
	last := words[len(words)-1]
	return hit{indicator{code: code, pattern: "cel: " + last.Lower}, match.Hit{Start: last.Start, End: last.End}}, true
}

// sternest is the sternest judgement of a sentence.
func (c *Coder) sternest(s *prose.Sentence) (hit, bool) {
	if h, ok := marked(s); ok {
		return h, true
	}
	var best hit
	for _, h := range c.judgements.in(s) {
		if slices.Index(severity, h.code) > slices.Index(severity, best.code) {
			best = h
		}
	}
	return best, best.code != ""
}
