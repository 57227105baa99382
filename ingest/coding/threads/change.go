package threads

import (
	"slices"

	"rodedraad/data"
	"rodedraad/ingest/coding/prose"
)

// changes codes documents that differ from the one at hand in their strongest
// passage: the answer to "what would have changed the outcome" is an outcome,
// not a formula. A code that was found is looked for without its strongest
// passages, until it is gone; one that was not is looked for with the strongest
// passage repeated, and moved to the conclusions.
func (c *Coder) changes(at int, v verdict, r *reading, published data.Date) []Change {
	one := &c.codes[at]
	try := func(kind string, times int, status data.Status, text *prose.Text) Change {
		again := c.read(text)
		defer again.scorer.Close()
		side := c.side(at, c.weigh(again, published), status, again)
		return Change{kind, times, c.verdicts(again, published)[at].status, status, side.Margin()}
	}
	var out []Change
	if v.status != data.NotMentioned {
		windows := v.windows
		for n := 1; n <= min(mostChanges, len(windows)); n++ {
			out = append(out, try(Without, n, v.status, without(r.text, windows[:n])))
			if out[n-1].Status != v.status {
				break
			}
		}
		return out
	}
	windows := r.windowsFor(one, data.Present)
	if len(windows) == 0 {
		return nil
	}
	strongest := windows[0]
	for n := 1; n <= mostChanges; n++ {
		out = append(out, try(Repeated, n, data.Present, repeated(r.text, strongest, n)))
		if out[n-1].Status != v.status {
			break
		}
	}
	if r.weights[strongest.first] < c.variables[0].Sections[string(data.Conclusions)] {
		out = append(out, try(Concluding, 1, data.Present, concluding(r.text, strongest)))
	}
	return out
}

// numbered gives a text of these sentences, on the same pages.
func numbered(t *prose.Text, sentences []prose.Sentence) *prose.Text {
	for i := range sentences {
		sentences[i].Number = i
	}
	return &prose.Text{Pages: t.Pages, Passages: t.Passages, Sentences: sentences}
}

func without(t *prose.Text, windows []scored) *prose.Text {
	var left []prose.Sentence
	for i := range t.Sentences {
		if !slices.ContainsFunc(windows, func(w scored) bool { return w.first <= i && i <= w.last }) {
			left = append(left, t.Sentences[i])
		}
	}
	return numbered(t, left)
}

// repeated adds a window's sentences to the end of a text, each time as a
// passage of its own.
func repeated(t *prose.Text, w scored, times int) *prose.Text {
	sentences := slices.Clone(t.Sentences)
	for range times {
		passage := *t.Sentences[w.first].Passage
		for _, s := range t.Sentences[w.first : w.last+1] {
			s.Passage = &passage
			sentences = append(sentences, s)
		}
	}
	return numbered(t, sentences)
}

// concluding moves a window's sentences to the conclusions.
func concluding(t *prose.Text, w scored) *prose.Text {
	sentences := slices.Clone(t.Sentences)
	passage := *sentences[w.first].Passage
	passage.Section = data.Conclusions
	for i := w.first; i <= w.last; i++ {
		sentences[i].Passage = &passage
	}
	return numbered(t, sentences)
}
