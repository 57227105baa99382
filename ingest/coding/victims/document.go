package victims

import (
	"maps"
	"slices"
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
