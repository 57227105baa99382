package recommendations

import (
	"rodedraad/data"
	"rodedraad/ingest/coding/prose"
)

// mostlyAsked reports whether the list items below a heading that names no
// role are recommendations all the same: at least two items, of which most
// command, oblige or state a new practice.
func (c *Coder) mostlyAsked(sentences []prose.Sentence) bool {
	items, asked := 0, 0
	for i := range sentences {
		s := &sentences[i]
		if s.Passage.Kind == data.Heading {
			break
		}
		if s.Passage.Kind != data.ListItem || !s.First() {
			continue
		}
		if c.variable.Sections[string(s.Section())] == 0 || s.Section() == data.Recommendations {
			return false
		}
		items++
		h := hits(c.cues.In(s))
		if !past(s) && !h.has(cueNot) && (c.judge(s, h, true).rule != "") {
			asked++
		}
	}
	return items >= 2 && asked*3 >= items*2
}

// closedToAdvice are the sections in which an imperative or a duty is somebody
// else's: norms, annexes, and what stands around a report.
var closedToAdvice = map[data.SectionRole]bool{data.Norms: true, data.Annex: true, data.Contents: true, data.Colophon: true}

// fewestAsking is how many paragraphs a chapter has that asks throughout.
const fewestAsking = 2

// asksThroughout reports whether the paragraphs below a heading ask, or command
// somebody they name, half of them at least, whatever the heading says: "Voor de
// school: leer …". Narrative never does.
func (c *Coder) asksThroughout(sentences []prose.Sentence) bool {
	all, asking := 0, 0
	for i := range sentences {
		s := &sentences[i]
		if s.Passage.Kind == data.Heading {
			break
		}
		if !s.First() {
			continue
		}
		if closedToAdvice[s.Section()] || s.Section() == data.Recommendations {
			return false
		}
		all++
		h := hits(c.cues.In(s))
		if !past(s) && !h.has(cueNot) && (c.labelled(s, h) || c.senderAsks(s, h)) {
			asking++
		}
	}
	return asking >= fewestAsking && asking*2 >= all
}

// labelled reports whether a sentence names somebody, and behind a colon
// commands him.
func (c *Coder) labelled(s *prose.Sentence, h hits) bool {
	start := c.opening(s, h)
	who, ok := c.firstParty(s, 0)
	return ok && s.Tokens[who.last].End <= start && c.commandsAt(s, h, start)
}

// municipal reports whether a municipality writes: an evaluation of its own, or a
// letter to the council.
func municipal(t *prose.Text, kind string) bool {
	if kind != "brief" {
		return kind == "evaluatie_gemeente"
	}
	council := false
	for i := range t.Sentences {
		s := &t.Sentences[i]
		if hasPair(s, "van", "bestuur") {
			return false // "uw raad" is that of an organisation
		}
		council = council || hasPair(s, "uw", "raad")
	}
	return council
}

func hasPair(s *prose.Sentence, a, b string) bool {
	for i := 1; i < len(s.Tokens); i++ {
		if s.Tokens[i].Lower == b && s.Tokens[i-1].Lower == a {
			return true
		}
	}
	return false
}
