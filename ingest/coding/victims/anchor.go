package victims

import (
	"slices"

	"rodedraad/data"
	"rodedraad/ingest/coding/prose"
)

// anchored reads a report on one case from the passage that tells its event:
// who is harmed comes in there. The other sentences tell more of them, in the
// order of the report, but bring in nobody. It gives nil when no passage tells
// the event, or when the report is about several cases.
func (w *work) anchored(core []*prose.Sentence, several bool) *scene {
	if several || len(w.text.Passages) < 8 || slices.ContainsFunc(core, namesCase) {
		return nil
	}
	anchor := w.anchor(core)
	if anchor == nil {
		return nil
	}
	return w.tellBy(core, anchor)
}

// tellBy reads a case with one passage as the one that brings people in.
func (w *work) tellBy(core []*prose.Sentence, anchor *data.Passage) *scene {
	told := 0
	sc := &scene{open: true, whole: true, published: w.record.Document.PublicationDate}
	for _, s := range core {
		if s.Passage == anchor || follows(s.Passage, anchor) {
			sc.add(w.read(s))
		}
		if s.Passage == anchor {
			told = len(sc.harmedYoung())
		}
	}
	if told == 0 {
		return nil
	}
	sc.open, sc.closed = false, true
	for _, s := range core {
		if s.Passage.Kind != data.Heading && s.Passage != anchor && !follows(s.Passage, anchor) {
			sc.focus, sc.struck = nil, nil
			sc.add(w.read(s))
		}
	}
	slices.SortStableFunc(sc.readings, func(a, b *reading) int { return a.s.Number - b.s.Number })
	return sc
}

// follows reports whether a passage goes on behind the one that tells the
// event: "Een week later is hij overleden."
func follows(p, anchor *data.Passage) bool {
	return p.Number == anchor.Number+1 && p.Section == anchor.Section && p.Kind == data.Paragraph
}

// anchor gives the passage of the core that tells an event most plainly, the
// first of equals.
func (w *work) anchor(core []*prose.Sentence) *data.Passage {
	var found *data.Passage
	for _, s := range core {
		if s.Passage.Kind == data.Heading || s.Passage.Kind == data.Title || s.Passage == found {
			continue
		}
		if n := w.tells(s.Passage); n >= eventBar && (found == nil || n > w.tells(found)) {
			found = s.Passage
		}
	}
	return found
}

// namesCase reports whether a sentence names one of several cases.
func namesCase(s *prose.Sentence) bool {
	for i := range s.Tokens {
		if caseLabel(s.Tokens, i) != "" {
			return true
		}
	}
	return false
}
