package victims

import (
	"maps"
	"strings"

	"rodedraad/data"
	"rodedraad/ingest/coding/prose"
)

// never are sections in which no case is told.
var never = map[data.SectionRole]bool{data.Norms: true, data.Annex: true, data.Contents: true, data.Colophon: true, data.Recommendations: true, data.Method: true}

// frontSentences is how far into a document the occasion is looked for when no
// section says that it is one.
const frontSentences = 45

// core gives the sentences in which a person may enter a case: title, summary
// and occasion, the front of a document without such sections (a letter, a web
// page), and a passage at the front that tells an event whatever its heading
// says.
func (w *work) core() []*prose.Sentence {
	var out []*prose.Sentence
	front, named := 0, false
	telling := w.firstTelling()
	for i := range w.text.Sentences {
		s := &w.text.Sentences[i]
		role := s.Section()
		if skipped(s.Passage.Kind) || never[role] && !telling[s.Passage] || strings.HasSuffix(s.Text, "?") {
			continue
		}
		switch {
		case role == data.Summary || role == data.Occasion:
			named = true
			out = append(out, s)
		case s.Passage.Kind == data.Title || s.Passage.Kind == data.Heading:
			out = append(out, s)
		case role == data.OtherSection && front < frontSentences, telling[s.Passage]:
			out = append(out, s)
		case !named && front < frontSentences/3:
			out = append(out, s)
		}
		front++
	}
	return out
}

// firstTelling gives the passages of telling that bring a case in: none when
// the summary or the occasion tells it, else the first and those close behind
// it, or all of a text that says that it is about several cases.
func (w *work) firstTelling() map[*data.Passage]bool {
	telling := w.telling()
	first := 0
	for p := range telling {
		if p.Section == data.Summary || p.Section == data.Occasion {
			return nil
		}
		if first == 0 || p.Number < first {
			first = p.Number
		}
	}
	if !w.severalCases() {
		maps.DeleteFunc(telling, func(p *data.Passage, _ bool) bool { return p.Number > first+2 })
	}
	return telling
}

// severalCases reports whether the front says that the document is about
// several cases.
func (w *work) severalCases() bool {
	for i := range w.text.Sentences {
		if i > 2*frontSentences {
			break
		}
		if s := &w.text.Sentences[i]; declared(s) || s.Passage.Kind == data.Heading && headingLabel(s) != "" {
			return true
		}
	}
	return false
}

// telling gives the passages among the first that tell an event: a dated harm
// to a child.
func (w *work) telling() map[*data.Passage]bool {
	if w.tellers != nil {
		return maps.Clone(w.tellers)
	}
	w.tellers = map[*data.Passage]bool{}
	front := 0
	for i := range w.text.Sentences {
		s := &w.text.Sentences[i]
		if role := s.Section(); role == data.Norms || role == data.Contents || role == data.Annex || role == data.Colophon {
			continue
		}
		if front++; front > 2*frontSentences {
			break
		}
		if w.tells(s.Passage) >= eventBar {
			w.tellers[s.Passage] = true
		}
	}
	return maps.Clone(w.tellers)
}

// eventBar is the score from which a sentence tells an event by itself.
const eventBar = 9

// crowd is the number of children from which a sentence rather counts cases
// than tells one.
const crowd = 7

// eventful scores how much a sentence looks like the one that tells the event:
// harm to a child, with a date and an age.
func (w *work) eventful(s *prose.Sentence) int { return w.eventfulAll([]*prose.Sentence{s}) }

// tells scores a whole passage in the same way: the harm, the age and the date
// may stand in different sentences.
func (w *work) tells(p *data.Passage) int {
	if n, ok := w.told[p]; ok {
		return n
	}
	if w.told == nil {
		w.told, w.first = map[*data.Passage]int{}, map[*data.Passage]int{}
		for i := len(w.text.Sentences) - 1; i >= 0; i-- {
			w.first[w.text.Sentences[i].Passage] = i
		}
	}
	var list []*prose.Sentence
	for i := w.first[p]; i < len(w.text.Sentences) && len(list) < 8 && w.text.Sentences[i].Passage == p; i++ {
		list = append(list, &w.text.Sentences[i])
	}
	w.told[p] = w.eventfulAll(list)
	return w.told[p]
}

func (w *work) eventfulAll(list []*prose.Sentence) int {
	harm, young, aged, dated, cued := 0, 0, 0, 0, 0
	for _, s := range list {
		r := w.read(s)
		if r.has("eerder") || r.has("elders") || r.has("algemeen") || strings.HasSuffix(s.Text, "?") || press(s) {
			cued = 7
			continue
		}
		for _, h := range r.harms {
			if h.outcome >= other {
				harm = max(harm, h.outcome)
			}
		}
		for _, m := range r.mentions {
			if m.young() && m.class != pronoun && !m.none && m.word != "" && (!m.plural || m.lo > 0) && m.lo < crowd {
				young = 2
				if len(m.spans) > 0 {
					aged = 2
				}
			}
		}
		for _, d := range r.dates() {
			if d.Date.Precision != data.Year && !d.To.Known() {
				dated = 3
			}
		}
	}
	if harm == 0 {
		return 0
	}
	if len(list) > 1 {
		cued = 0
	}
	return harm + young + aged + dated - cued
}

// press reports whether a sentence tells what the media reported.
func press(s *prose.Sentence) bool {
	for _, t := range s.Tokens {
		switch t.Lower {
		case "media", "krant", "kranten", "dagblad", "berichtgeving", "nieuwsbericht", "kamervragen":
			return true
		}
	}
	return false
}

// rest gives the sentences to look in when the core has no case: those around
// the sentence of the body that tells an event most plainly.
func (w *work) rest() []*prose.Sentence {
	best, top := -1, 4
	for i := range w.text.Sentences {
		s := &w.text.Sentences[i]
		if never[s.Section()] || skipped(s.Passage.Kind) {
			continue
		}
		if n := w.eventful(s); n > top {
			best, top = i, n
		}
	}
	if best < 0 {
		return nil
	}
	var out []*prose.Sentence
	for i := max(0, best-6); i < min(len(w.text.Sentences), best+9); i++ {
		if s := &w.text.Sentences[i]; !never[s.Section()] && !skipped(s.Passage.Kind) {
			out = append(out, s)
		}
	}
	return out
}

// nearCase looks in a document without a case of its own for the evaluation of
// one concrete case: a near-calamity in a named municipality (seed 004).
func (w *work) nearCase() []*scene {
	for i := range w.text.Sentences {
		s := &w.text.Sentences[i]
		if never[s.Section()] || !w.near(s) {
			continue
		}
		sc := &scene{label: "bijna", open: true, published: w.record.Document.PublicationDate}
		for k := max(0, i-2); k < min(len(w.text.Sentences), i+3); k++ {
			sc.add(w.read(&w.text.Sentences[k]))
		}
		sc.people = nil
		if p, ok := w.coder.where(sc, w.year(), ""); ok && p.level == "gemeente" {
			return []*scene{sc}
		}
	}
	return nil
}
