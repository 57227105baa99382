package threads

import (
	"rodedraad/data"
	"rodedraad/ingest/coding/prose"
)

// IndicatorHit is an indicator of the codebook found in a sentence that counts.
type IndicatorHit struct {
	Pattern  string           `json:"pattern"`
	Weight   float64          `json:"weight"`
	Status   data.Status      `json:"status"` // what it speaks for
	Page     int              `json:"page"`
	Section  data.SectionRole `json:"section"`
	Counts   float64          `json:"section_weight"`
	Polarity string           `json:"polarity"` // what the sentence does with what it names
	Quote    string           `json:"quote"`    // the sentence around the words that were hit
}

// Indicators gives every place where an indicator of a code was found, in the
// order of the text, also where other passages spoke louder.
func (c *Coder) Indicators(t *prose.Text, name string) []IndicatorHit {
	r := c.read(t)
	defer r.scorer.Close()
	out := []IndicatorHit{}
	for i, hits := range r.hits {
		s := &t.Sentences[i]
		for _, h := range hits {
			if h.code != name {
				continue
			}
			e, ok := t.QuoteAround(s, h.Start, h.End)
			if !ok {
				continue
			}
			out = append(out, IndicatorHit{h.Pattern, h.Weight, h.Indicator.Status, e.Page, s.Section(), r.weights[i], r.polarity[i].String(), e.Quote})
		}
	}
	return out
}
