package victims

import (
	"strings"

	"rodedraad/data"
	"rodedraad/ingest/coding/match"
	"rodedraad/ingest/coding/prose"
)

// never are sections in which no case is told.
var never = map[data.SectionRole]bool{data.Norms: true, data.Annex: true, data.Contents: true, data.Colophon: true, data.Recommendations: true, data.Method: true}

// frontSentences is how far into a document the occasion is looked for when no
// section says that it is one.
const frontSentences = 45

// core gives the sentences in which a person may enter a case: title, summary
// and occasion, and the front of a document without such sections (a letter, a
// web page).
func (w *work) core() []*prose.Sentence {
	var out []*prose.Sentence
	front, named := 0, false
	for i := range w.text.Sentences {
		s := &w.text.Sentences[i]
		role := s.Section()
		if never[role] || skipped(s.Passage.Kind) {
			continue
		}
		switch {
		case role == data.Summary || role == data.Occasion:
			named = true
			out = append(out, s)
		case s.Passage.Kind == data.Title || s.Passage.Kind == data.Heading:
			out = append(out, s)
		case role == data.OtherSection && front < frontSentences:
			out = append(out, s)
		case !named && front < frontSentences/3:
			out = append(out, s)
		}
		front++
	}
	return out
}

func skipped(k data.PassageKind) bool { return k == data.Footnote || k == data.Caption }

// rest gives the sentences to look in when the core has no case.
func (w *work) rest() []*prose.Sentence {
	var out []*prose.Sentence
	for i := range w.text.Sentences {
		s := &w.text.Sentences[i]
		if !never[s.Section()] && !skipped(s.Passage.Kind) {
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
		sc := &scene{label: "bijna", open: true}
		for k := max(0, i-2); k < min(len(w.text.Sentences), i+3); k++ {
			sc.add(w.read(&w.text.Sentences[k]))
		}
		sc.people = nil
		if p, ok := w.coder.where(sc, w.year()); ok && p.level == "gemeente" {
			return []*scene{sc}
		}
	}
	return nil
}

// near reports whether a sentence tells that a near-calamity was evaluated.
func (w *work) near(s *prose.Sentence) bool {
	found := false
	for _, h := range w.coder.traits.set.Find(s) {
		found = found || w.coder.traits.codes[h.Rule].code == "bijna_calamiteit"
	}
	if !found {
		return false
	}
	for _, t := range s.Tokens {
		switch t.Lower {
		case "evalueerde", "evalueerden", "onderzochten", "onderzocht", "geevalueerd", "onderzocht,":
			return true
		}
	}
	return false
}

// distractor reports whether a document of a kind that may have a case has
// none: it only forwards a report, or describes an exercise, a plan or a
// regular inspection.
func (w *work) distractor() bool {
	title := fold(w.record.Document.Title)
	for _, word := range []string{"oefening", "draaiboek", "beleidsplan", "jaarlijks onderzoek", "regulier onderzoek", "regulier toezicht", "jaarplan", "werkplan",
		"herinspectie", "jaarverslag", "jaarbericht", "calamiteitenprotocol", "inspectierapport kinderdagverblijf", "inspectierapport bso", "uitvoeringsprogramma", "beleidsnota", "verordening"} {
		if strings.Contains(title, word) {
			return true
		}
	}
	words, exercise, forward := 0, 0, false
	for i := range w.text.Sentences {
		s := &w.text.Sentences[i]
		words += len(s.Tokens)
		text := fold(s.Text)
		for _, word := range []string{"oefening", "fictief", "fictieve casus", "scenario", "oefenscenario", "tegenspel"} {
			if strings.Contains(text, word) && !strings.Contains(text, "voorbeeld") {
				exercise++
			}
		}
		forward = forward || i < 30 && forwards(text)
	}
	return exercise >= 4 || forward && words < 900 && w.record.Document.Kind == "brief" && !w.judges()
}

// forwards: "Hierbij bied ik u het rapport … aan".
func forwards(text string) bool {
	offer := strings.Contains(text, "hierbij") || strings.Contains(text, "bijgaand") || strings.Contains(text, "bijgevoegd") || strings.Contains(text, "bied ik") || strings.Contains(text, "bieden wij")
	return offer && (strings.Contains(text, "rapport") || strings.Contains(text, "onderzoek")) &&
		(strings.Contains(text, "aan") || strings.Contains(text, "stuur") || strings.Contains(text, "ontvang") || strings.Contains(text, "zend") || strings.Contains(text, "treft"))
}

// judges reports whether a letter has findings of its own.
func (w *work) judges() bool {
	n := 0
	for i := range w.text.Sentences {
		switch w.text.Sentences[i].Section() {
		case data.Findings, data.Conclusions:
			n++
		}
	}
	return n >= 6
}

// methodAt reports whether a stretch of a sentence names a method of suicide.
func methodAt(hits []match.Hit, start, end int) bool {
	for _, h := range hits {
		if h.Start < end && h.End > start {
			return true
		}
	}
	return false
}
