package recommendations

import (
	"strings"

	"rodedraad/data"
	"rodedraad/ingest/coding/prose"
)

// walk goes through a document's passages in reading order and remembers what
// headings and announcing sentences said.
type walk struct {
	coder   *Coder
	council bool // a municipality writes
	found   []found
	heading context
	lead    context
	inList  bool // the lead's list is running
	listed  bool // the heading's list items are recommendations by their form
	asking  bool // the heading's paragraphs ask, each of them
	under   int  // level of a heading that announces recommendations; 0 for none
}

// context is what a heading or an announcing sentence says about what follows.
type context struct {
	active    bool
	addressee string
	form      string
}

// passage reads the sentences of one passage; listNext says that a list item
// follows it.
func (w *walk) passage(sentences []prose.Sentence, listNext bool) {
	p := sentences[0].Passage
	switch p.Kind {
	case data.Heading:
		w.headed(sentences)
		return
	case data.Title, data.Footnote, data.Caption:
		return
	}
	if w.coder.variable.Sections[string(p.Section)] == 0 && !w.asking {
		w.lead, w.inList = context{}, false
		return
	}
	if p.Kind == data.ListItem || p.Kind == data.TableRow && w.zone(p) {
		if p.Kind != data.TableRow || !columns(&sentences[0]) {
			w.item(sentences)
		}
		return
	}
	w.lead, w.inList = context{}, false
	if !listNext && w.zone(p) && w.labels(sentences) {
		return
	}
	before := len(w.found)
	one := w.zone(p) && w.coder.numbered(&sentences[0])
	for i := range sentences {
		s := &sentences[i]
		if one && len(w.found) > before {
			break // the rest of a numbered paragraph explains its recommendation
		}
		if i == len(sentences)-1 && listNext && announces(s) {
			w.announce(s)
			return
		}
		w.sentence(s)
	}
	if len(w.found) == before && p.Section == data.Recommendations && !w.settled() {
		w.statement(sentences)
	}
}

// settled reports whether the heading says that nothing below it is asked.
func (w *walk) settled() bool { return w.heading.form == done || w.heading.form == explained }

// statement reads a paragraph among recommendations in which nobody is asked,
// commanded or obliged: if a sentence of it states how things are done from now
// on ("Ouders worden altijd gebeld"), it is one.
func (w *walk) statement(sentences []prose.Sentence) {
	for i := range sentences {
		s := &sentences[i]
		h := hits(w.coder.cues.In(s))
		if states(s, h) {
			w.add(s, h, verdict{rule: "new practice", asked: s.Start, to: s.End, certain: data.Low})
			return
		}
	}
}

// done is the form of what a heading or an announcing sentence says was done
// already: nothing below it is asked.
const done = "done"

// explained is the form of a heading that is a recommendation itself: the text
// below it explains, unless it asks in so many words.
const explained = "explained"

// labels takes a short paragraph that only names somebody ("Aan de gemeente",
// "Voor de politie:") as the heading it is meant to be.
func (w *walk) labels(sentences []prose.Sentence) bool {
	s := &sentences[0]
	if len(sentences) > 1 || len(s.Words()) > 6 || strings.HasSuffix(strings.TrimSpace(s.Text), ".") {
		return false
	}
	list := w.coder.parties.in(s)
	if len(list) == 0 || w.coder.commands(s, hits(w.coder.cues.In(s))) {
		return false
	}
	w.heading.addressee = list[0].code
	return true
}

// columns reports whether a table row names the columns: short cells, of which
// one says who, by when or what.
func columns(s *prose.Sentence) bool {
	named := false
	for _, cell := range strings.Split(s.Passage.Text, "|") {
		words := strings.Fields(strings.ToLower(cell))
		if len(words) > 3 {
			return false
		}
		for _, w := range words {
			named = named || columnNames[w]
		}
	}
	return named
}

var columnNames = map[string]bool{
	"nr": true, "nr.": true, "nummer": true, "aanbeveling": true, "aanbevelingen": true, "verbeterpunt": true, "verbeterpunten": true,
	"maatregel": true, "maatregelen": true, "actie": true, "acties": true, "termijn": true, "wie": true, "wanneer": true, "wat": true,
	"gericht": true, "geadresseerde": true, "verantwoordelijk": true, "verantwoordelijke": true, "adressaat": true, "partij": true,
	"planning": true, "organisatie": true, "gereed": true, "status": true, "onderwerp": true, "thema": true,
}

func announces(s *prose.Sentence) bool { return strings.HasSuffix(strings.TrimSpace(s.Text), ":") }

// zone reports whether a passage stands among recommendations: in a chapter
// of them, or below a heading that announces them in words that the section
// roles do not know.
func (w *walk) zone(p *data.Passage) bool { return p.Section == data.Recommendations || w.under > 0 }

// announcing remembers a heading like "Wat wij vragen", until a heading of its
// own level or above.
func (w *walk) announcing(s *prose.Sentence, h hits) {
	p := s.Passage
	if w.under > 0 && p.Level <= w.under {
		w.under = 0
	}
	switch p.Section {
	case data.OtherSection, data.Conclusions, data.Findings:
		if w.under == 0 && h.has(cueHeading) && !past(s) {
			w.under = max(p.Level, 1)
		}
	default:
		w.under = 0
	}
}

// headed remembers whom a heading addresses and which form it names.
func (w *walk) headed(sentences []prose.Sentence) {
	s := &sentences[0]
	w.lead, w.inList = context{}, false
	w.heading = context{}
	h := hits(w.coder.cues.In(s))
	w.announcing(s, h)
	if w.asking && !w.zone(s.Passage) {
		w.under = max(s.Passage.Level, 1)
	}
	if !w.zone(s.Passage) && !w.listed {
		return
	}
	list := w.coder.parties.in(s)
	for _, p := range list {
		if p.code != "inspectie" {
			w.heading.addressee = p.code
			break
		}
	}
	if together(list) {
		w.heading.addressee = "keten"
	}
	if h.has(cueImprove) {
		w.heading.form = "verbeterpunt"
	}
	if h.has(cueDone) && !h.has(cueMust) {
		w.heading.form = done
		return
	}
	if len(s.Words()) >= 5 && w.coder.commands(s, h) {
		w.add(s, h, verdict{rule: "command", asked: w.coder.opening(s, h), to: s.End, certain: data.Medium})
		w.heading.form = explained
	}
}

// announce reads a sentence that ends in a colon before a list.
func (w *walk) announce(s *prose.Sentence) {
	h := hits(w.coder.cues.In(s))
	v := w.coder.judge(s, h, w.zone(s.Passage))
	over := !h.has(cueAsks) && (h.has(cueDone) || h.has(cueNot) && past(s))
	w.lead = context{active: (w.zone(s.Passage) || v.rule == "sender asks" || v.rule == "is asked" || v.rule == "measure") && !over}
	w.inList = w.lead.active
	if w.lead.active {
		w.lead.addressee = w.coder.announced(s, h)
		if h.has(cueImprove) {
			w.lead.form = "verbeterpunt"
		}
	}
	if over {
		w.lead.form = done
	}
}

// announced is whom an announcing sentence addresses: the one it asks, else
// anybody it names but the sender. "De inspecties bevelen Noorderhoek aan:"
// names an organisation by a name that no list knows.
func (c *Coder) announced(s *prose.Sentence, h hits) string {
	list := c.parties.in(s)
	if together(list) {
		return "keten"
	}
	if who := asked(s, list, h, s.End); who != "" {
		return who
	}
	for _, p := range list {
		if p.code != "inspectie" {
			return p.code
		}
	}
	if (h.has(cueAsks) || h.has(cueMust)) && namesOne(s) {
		return "instelling"
	}
	return ""
}

// together reports whether three or more parties are named side by side: what
// is asked of them, they can only do together.
func together(list []party) bool {
	count := 0
	for _, p := range list {
		if p.code == "instelling" || p.code == "professional" {
			count++
		}
	}
	return count >= 3
}

// namesOne reports whether a word with a capital stands within the sentence,
// or opens it without being an article or pronoun.
func namesOne(s *prose.Sentence) bool {
	for i, t := range s.Tokens {
		if t.Kind != prose.Word || t.Text == t.Lower {
			continue
		}
		if i > 0 || len(t.Text) > 4 && !pronouns[t.Lower] {
			return true
		}
	}
	return false
}

var pronouns = map[string]bool{"daarom": true, "volgens": true, "onderstaande": true, "inspectie": true, "tegen": true, "gelet": true, "daarnaast": true}

// item reads a list item: one recommendation, where the list is one of them.
func (w *walk) item(sentences []prose.Sentence) {
	p := sentences[0].Passage
	if w.lead.form == done || w.settled() || !w.inList && !w.zone(p) && !w.listed {
		return
	}
	s := &sentences[0]
	if len(sentences) > 1 && len(s.Words()) <= 4 && !w.coder.commands(s, hits(w.coder.cues.In(s))) {
		s = &sentences[1] // a label: "Regie. Wijs …"
	}
	h := hits(w.coder.cues.In(s))
	v := w.coder.judge(s, h, true)
	if v.rule == "" && past(s) && w.under > 0 {
		return // a chapter that only sounds like one of recommendations
	}
	if v.rule == "" {
		v.rule, v.asked, v.certain = "list item", s.Start, data.High
	}
	for i := 1; i < len(sentences); i++ {
		next := &sentences[i]
		if next != s && opensLine(next) && w.coder.commands(next, hits(w.coder.cues.In(next))) {
			v.to = sentences[i-1].End
			w.add(s, h, v)
			w.item(sentences[i:])
			return
		}
	}
	v.to = sentences[len(sentences)-1].End
	w.add(s, h, v)
}

// sentence reads a sentence of running text.
func (w *walk) sentence(s *prose.Sentence) {
	h := hits(w.coder.cues.In(s))
	v := w.coder.judge(s, h, w.zone(s.Passage))
	if v.rule == "" || heralds(s) || w.settled() && !h.has(cueAsks) {
		return
	}
	v.to = s.End
	w.add(s, h, v)
}

// heralds knows a sentence that only says that recommendations follow: "De
// commissie beveelt het volgende aan."
func heralds(s *prose.Sentence) bool {
	if len(s.Tokens) > 12 {
		return false
	}
	for _, t := range s.Tokens {
		if t.Lower == "volgende" || t.Lower == "onderstaande" || t.Lower == "hieronder" {
			return true
		}
	}
	return false
}

// add keeps a recommendation as the whole sentence, behind its number: who asks
// and who is asked belong to what a reader wants to see, and readers who start
// at the clause find it there too.
func (w *walk) add(s *prose.Sentence, h hits, v verdict) {
	from := s.Start
	if i := afterMark(s); i < len(s.Tokens) {
		from = s.Tokens[i].Start
	}
	w.found = append(w.found, split(found{
		passage: s.Passage, sentence: s, from: from, to: v.to, rule: v.rule, certain: v.certain,
		addressee: w.addressee(s, h, v), form: form(v.rule, h, formOf(w.lead, w.heading)),
		inZone: w.zone(s.Passage) || w.inList || w.listed && s.Passage.Kind == data.ListItem,
	})...)
}

// formOf is the form that the announcing sentence, else the heading, names.
func formOf(lead, heading context) string {
	form := firstOf(lead.form, heading.form)
	if form == done || form == explained {
		return ""
	}
	return form
}

// addressee is whom the sentence names, else its list's announcement, else the
// heading, else what the kind of document makes likely.
func (w *walk) addressee(s *prose.Sentence, h hits, v verdict) string {
	if w.council && hasPair(s, "uw", "raad") {
		return "gemeente_bestuurder"
	}
	own := w.coder.addressed(s, h, v)
	if own == "" && s.Passage.Kind == data.TableRow {
		own = w.coder.inLastCell(s)
	}
	if v.rule == "command" && own == "" || w.lead.addressee != "" && v.rule != "sender asks" {
		own = firstOf(w.lead.addressee, w.heading.addressee, own)
	}
	return firstOf(own, w.lead.addressee, w.heading.addressee, w.coder.parties.hinted(s), w.usual())
}

// usual is the addressee that is likely where none is named: a municipality
// that writes tells itself what to do.
func (w *walk) usual() string {
	if w.council {
		return "gemeente_bestuurder"
	}
	return "instelling"
}

func firstOf(list ...string) string {
	for _, s := range list {
		if s != "" {
			return s
		}
	}
	return ""
}
