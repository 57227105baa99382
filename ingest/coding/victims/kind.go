package victims

import (
	"slices"
	"strings"

	"rodedraad/data"
	"rodedraad/ingest/coding/prose"
)

// announces reports whether a document that the metadata took for a kind
// without a case is itself the report of one: it is built as one, its title
// names the event or it judges, and its front tells one event, dated. Of the
// samples without a case none does. Handbooks, yearly reports and thematic
// analyses quote cases in the same way, so only the title can plead for them.
func (w *work) announces() bool {
	kind := w.record.Document.Kind
	open := kind == "nieuwsbericht" || kind == "overig"
	if open && !w.sectioned() && !w.titled("onderzoek naar", "overlijden", "casus", "calamiteit", "rapport") && !w.judges() ||
		!open && !w.titled("het overlijden van een", "casusonderzoek", "zakelijke weergave") || w.overview() {
		return false
	}
	for p := range w.telling() {
		if w.tells(p) > eventBar {
			return true
		}
	}
	return false
}

// titled reports whether the title holds one of some phrases.
func (w *work) titled(phrases ...string) bool {
	title := fold(w.record.Document.Title)
	return slices.ContainsFunc(phrases, func(p string) bool { return strings.Contains(title, p) })
}

// sectioned reports whether a document is built as a report of an
// investigation, whatever kind the metadata took it for: chapters of findings,
// and of conclusions or recommendations.
func (w *work) sectioned() bool {
	n := map[data.SectionRole]int{}
	for i := range w.text.Passages {
		if p := &w.text.Passages[i]; p.Kind == data.Heading {
			n[p.Section]++
		}
	}
	return n[data.Findings] > 0 && n[data.Conclusions]+n[data.Recommendations] > 0
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
	if w.overview() {
		return true
	}
	title := fold(w.record.Document.Title)
	for _, word := range []string{"oefening", "draaiboek", "beleidsplan", "jaarlijks onderzoek", "regulier onderzoek", "regulier toezicht", "jaarplan", "werkplan",
		"herinspectie", "jaarverslag", "jaarbericht", "calamiteitenprotocol", "inspectierapport kinderdagverblijf", "inspectierapport bso", "uitvoeringsprogramma", "beleidsnota", "verordening",
		"stappenplan", "handreiking", "handleiding", "leidraad"} {
		if strings.Contains(title, word) {
			return true
		}
	}
	words, exercise, forward := 0, 0, false
	for i := range w.text.Sentences {
		s := &w.text.Sentences[i]
		words += len(s.Tokens)
		for _, t := range s.Tokens {
			switch t.Lower {
			case "oefening", "oefeningen", "oefenscenario", "tegenspel", "oefenleider", "oefenleiding":
				exercise++
			}
		}
		forward = forward || i < 30 && forwards(fold(s.Text))
	}
	if w.record.Document.Kind == "brief" && (strings.Contains(title, "kamervragen") || strings.Contains(title, "beantwoording")) && !w.judges() {
		return true
	}
	return exercise >= 4 || forward && words < 900 && !w.judges()
}

// overview reports whether the front says that the document looks over three
// or more investigations together: "analyse van acht onderzoeken".
func (w *work) overview() bool {
	if w.shares() >= manyShares {
		return true
	}
	for p := range w.telling() {
		if (p.Section == data.Summary || p.Section == data.Occasion) && w.tells(p) > eventBar {
			return false // it tells one event; the others are named beside it
		}
	}
	for i := range w.text.Sentences {
		s := &w.text.Sentences[i]
		if i > 30 || i > 14 && s.Section() != data.Summary && s.Section() != data.Occasion {
			break
		}
		t := s.Tokens
		for k := range t {
			if !manyReports[t[k].Lower] {
				continue
			}
			for back := 1; back <= 3; back++ {
				if v, ok := prose.ParseNumber(at(t, k-back)); ok && v >= 5 && v < 200 {
					return true
				}
			}
		}
	}
	return false
}

// shares counts the sentences that give a share of the cases or children a
// document looks at: "in twaalf van de achttien onderzoeken", "bij vijf van de
// negen". One case has no such sentence, or by chance one.
func (w *work) shares() int {
	n := 0
	for i := range w.text.Sentences {
		t := w.text.Sentences[i].Tokens
		for k := range t {
			if t[k].Lower == "van" && w.share(t, k) {
				n++
				break
			}
		}
	}
	return n
}

// manyShares is how many such sentences make a document an overview.
const manyShares = 2

// share reads "twaalf van de achttien" around "van": the whole counts at least
// six, and counts cases, children or what is not named. Six talks or files are
// those of one case.
func (w *work) share(t []prose.Token, of int) bool {
	if next := at(t, of+1); next != "de" && next != "deze" {
		return false
	}
	part, ok := prose.ParseNumber(at(t, of-1))
	whole, all := prose.ParseNumber(at(t, of+2))
	if !ok || !all || whole < 6 || part < 1 || part > whole || whole > 300 {
		return false
	}
	next := at(t, of+3)
	if manyReports[next] || caseNounsMany[next] {
		return true
	}
	if who, ok := w.coder.words.nouns.of(next); ok {
		return (who.class == child || who.class == client) && whole >= 8
	}
	before := at(t, of-2)
	return (before == "in" || before == "bij") && (of+3 >= len(t) || t[of+3].Kind == prose.Mark || afterAge[next])
}

var manyReports = map[string]bool{"onderzoeken": true, "calamiteitenonderzoeken": true, "calamiteiten": true, "casussen": true, "calamiteitenrapporten": true, "zaken": true, "suicides": true, "zelfdodingen": true, "overlijdens": true}

// forwards: "Hierbij bied ik u het rapport … aan".
func forwards(text string) bool {
	offer := strings.Contains(text, "hierbij") || strings.Contains(text, "bijgaand") || strings.Contains(text, "bijgevoegd") || strings.Contains(text, "bied ik") || strings.Contains(text, "bieden wij")
	return offer && (strings.Contains(text, "rapport") || strings.Contains(text, "onderzoek")) &&
		(strings.Contains(text, "aan") || strings.Contains(text, "stuur") || strings.Contains(text, "ontvang") || strings.Contains(text, "zend") || strings.Contains(text, "treft"))
}

// judges reports whether a letter has findings of its own on a case that it
// tells: several sentences of judgement, and one that tells the event.
func (w *work) judges() bool {
	judging, told := 0, false
	for i := range w.text.Sentences {
		s := &w.text.Sentences[i]
		text := fold(s.Text)
		for _, word := range []string{"oordeel", "conclude", "bevinding", "beoordeel", "constateer", "stellen vast", "stelt vast", "vastgesteld", "onderzocht", "tekort", "verbeter"} {
			if strings.Contains(text, word) {
				judging++
				break
			}
		}
		told = told || w.tells(s.Passage) >= eventBar+1 && !strings.Contains(text, "media")
	}
	return judging >= 3 && told
}

func skipped(k data.PassageKind) bool { return k == data.Footnote || k == data.Caption }
