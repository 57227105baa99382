package victims

import (
	"slices"

	"rodedraad/data"
	"rodedraad/ingest/coding/prose"
)

// presumed gives the case of a report in which no harm could be tied to
// anybody. A report of an investigation has a case, and the passage at its
// front that brings in a child with an age and a date tells it; what the title
// or that passage names of harm befell the children it brings in first.
func (w *work) presumed() []*scene {
	if len(w.text.Passages) < 8 {
		return nil
	}
	core := w.core()
	var told *data.Passage
	for _, s := range core {
		if told == nil && s.Passage.Kind == data.Paragraph && w.introduces(s) {
			told = s.Passage
		}
	}
	if told == nil {
		return nil
	}
	sc := &scene{open: true, whole: true, published: w.record.Document.PublicationDate}
	for _, s := range core {
		if s.Passage == told || follows(s.Passage, told) {
			sc.add(w.read(s))
		}
	}
	if !sc.presume(w.named(core)) {
		return nil
	}
	return []*scene{sc}
}

// introduces reports whether a sentence brings in a child with an age and tells
// a day or month.
func (w *work) introduces(s *prose.Sentence) bool {
	r := w.read(s)
	if r.has("eerder") || r.has("elders") || r.has("algemeen") || press(s) {
		return false
	}
	aged := slices.ContainsFunc(r.mentions, func(m mention) bool {
		return m.young() && m.class != pronoun && !m.none && len(m.spans) > 0 && m.lo < crowd
	})
	return aged && slices.ContainsFunc(r.dates(), func(d prose.DateMention) bool { return d.Date.Precision != data.Year && !d.To.Known() })
}

// named gives the gravest harm that the title names, with where it does.
func (w *work) named(core []*prose.Sentence) (h harm, r *reading) {
	for _, s := range core {
		if s.Passage.Kind != data.Title {
			continue
		}
		for _, x := range w.read(s).harms {
			if x.outcome > h.outcome {
				h, r = x, w.read(s)
			}
		}
	}
	return h, r
}

// presume gives a harm, or one of which nothing is known, to the children who
// came in first with an age; false when there are none.
func (c *scene) presume(h harm, r *reading) bool {
	first := 0
	for _, p := range c.people {
		if !p.young() || p.span == nil || p.agent || p.earlier || first > 0 && p.entered != first {
			continue
		}
		first = p.entered
		p.outcome, p.by, p.harmed = max(other, h.outcome), h, r
		if r == nil {
			p.harmed, p.by = p.told, harm{outcome: other, first: p.at.first, last: p.at.last}
		}
	}
	return first > 0
}
