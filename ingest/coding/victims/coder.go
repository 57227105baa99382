package victims

import (
	"fmt"
	"slices"

	"rodedraad/data"
	"rodedraad/ingest/coding/prose"
)

// Name is the coder's name in findings.
const Name = "calamiteiten"

// Places finds municipalities by name; [data.Places] does.
type Places interface {
	Municipality(name string, year int) (data.Municipality, bool)
	Now(code string) string
}

// Coder reads calamities, victims and reported figures. It does not change
// after [New] and may be used by many goroutines.
type Coder struct {
	words  *lexicon
	traits *traits
	places Places
}

// New compiles the codebook's variables slachtoffer, ernst, calamiteitstype,
// setting, gezinskader and intentie.
func New(book *data.Codebook, places Places) (*Coder, error) {
	v := book.Variable(data.VarVictim)
	if v == nil {
		return nil, fmt.Errorf("codebook: variable %s is missing", data.VarVictim)
	}
	words, err := newLexicon(v)
	if err != nil {
		return nil, err
	}
	t, err := newTraits(book)
	if err != nil {
		return nil, err
	}
	return &Coder{words: words, traits: t, places: places}, nil
}

// Code fills the record's calamities, with their victims, and its reported
// counts, and appends the findings that back them. It needs the document's
// kind, publication date and corpus proposal, which the metadata coder set.
func (c *Coder) Code(t *prose.Text, r *data.Record) {
	w := &work{coder: c, text: t, record: r, readings: map[int]reading{}}
	scenes := w.scenes()
	w.single = len(scenes) == 1 && len(t.Passages) > 7
	for _, s := range scenes {
		w.write(s)
	}
	w.counts()
}

// work is the coding of one document.
type work struct {
	coder    *Coder
	text     *prose.Text
	record   *data.Record
	readings map[int]reading
	single   bool                   // one case in a document of several passages
	told     map[*data.Passage]int  // see tells
	tellers  map[*data.Passage]bool // see telling
	first    map[*data.Passage]int  // the number of a passage's first sentence
	delicate int                    // 0 not looked yet, 1 no suicide, 2 a suicide is spoken of
}

// read reads a sentence once.
func (w *work) read(s *prose.Sentence) *reading {
	r, ok := w.readings[s.Number]
	if !ok {
		r = w.coder.words.read(s)
		w.readings[s.Number] = r
	}
	return &r
}

// caseless are the kinds of document that have no case of their own.
var caseless = map[string]bool{"thematische_analyse": true, "jaarbericht": true, "handreiking": true, "nieuwsbericht": true, "wetenschappelijk": true, "overig": true}

// scenes finds the document's cases.
func (w *work) scenes() []*scene {
	if caseless[w.record.Document.Kind] && !w.announces() {
		return w.nearCase()
	}
	if w.distractor() {
		return nil
	}
	list := w.concrete(w.build(w.core()))
	if len(list) == 0 {
		list = w.concrete(w.build(w.rest()))
	}
	if len(list) == 0 {
		list = w.nearCase()
	}
	if len(list) == 0 {
		list = w.presumed()
	}
	return list
}

// later reads the other chapters for what they tell of the people of a case
// whose gravest state the occasion left open: a group that was attacked, of
// whom two died. It brings in nobody.
func (w *work) later(sc *scene, seen map[int]bool) {
	open := slices.ContainsFunc(sc.people, func(p *person) bool { return p.young() && p.outcome == other && !p.earlier })
	if !open {
		return
	}
	sc.open = false
	for i := range w.text.Sentences {
		s := &w.text.Sentences[i]
		if role := s.Section(); seen[i] || never[role] || skipped(s.Passage.Kind) || s.Passage.Kind == data.Heading {
			continue
		}
		r := w.read(s)
		grave := slices.ContainsFunc(r.harms, func(h harm) bool { return h.outcome >= serious })
		if !grave || r.has("eerder") || r.has("elders") || r.has("algemeen") {
			continue
		}
		sc.focus = nil
		sc.add(r)
		sc.readings = sc.readings[:len(sc.readings)-1]
	}
	sc.open = true
}

// concrete leaves out cases of which nothing tells that they happened: no age,
// no date. "Een kind dat niet kan praten" is nobody. A lone passage is taken
// at its word.
func (w *work) concrete(list []*scene) []*scene {
	if len(w.text.Passages) < 8 {
		return list
	}
	return slices.DeleteFunc(list, func(s *scene) bool {
		rows, _ := s.report()
		if s.tallies(rows, w.year()) {
			return true
		}
		if slices.ContainsFunc(rows, func(r row) bool {
			return r.person.span != nil && r.person.outcome >= unharmed || r.person.harmed != nil && w.tells(r.person.harmed.s.Passage) >= eventBar-1
		}) {
			return false
		}
		if m, ok := s.happened(w.year()); ok && m.worth > 0 {
			return false
		}
		_, placed := w.coder.where(s, w.year(), "")
		return !placed && s.tellings() < 2
	})
}

// tallies reports whether a case is only a count of children, as an overview
// has it: a crowd without ages, on no day.
func (c *scene) tallies(rows []row, year int) bool {
	n := 0
	for _, r := range rows {
		if r.person.span == nil {
			n += max(0, r.lo)
		}
	}
	if n < crowd {
		return false
	}
	m, ok := c.happened(year)
	return !ok || m.date.Precision != data.Day
}

// tellings counts the sentences of a case that tell a grave harm.
func (c *scene) tellings() int {
	n := 0
	for _, r := range c.readings {
		if slices.ContainsFunc(r.harms, func(h harm) bool { return h.outcome >= serious }) {
			n++
		}
	}
	return n
}

// year is the year to fall back on for dates without one.
func (w *work) year() int { return w.record.Document.PublicationDate.Year }

// build reads sentences into scenes, one for each case that is told apart, and
// gives those with a victim.
func (w *work) build(core []*prose.Sentence) []*scene {
	b := builder{work: w, byLabel: map[string]*scene{}}
	for _, s := range core {
		if declared(s) {
			b.several = true
		}
	}
	seen := map[int]bool{}
	for _, s := range core {
		seen[s.Number] = true
	}
	if sc := w.anchored(core, b.several); sc != nil {
		b.scenes = []*scene{sc}
	} else {
		for _, s := range core {
			b.add(s)
		}
	}
	if len(b.scenes) == 1 && len(core) < len(w.text.Sentences) {
		w.later(b.scenes[0], seen)
	}
	var out []*scene
	for _, s := range b.scenes {
		if len(w.text.Passages) >= 8 {
			if !s.closed {
				s.doubt()
				s.late(func(r *reading) bool { return r.s.Passage.Kind == data.Title || w.tells(r.s.Passage) >= eventBar-2 })
			}
		}
		s.sexes()
		rows, dead := s.report()
		if len(rows) > 0 || dead > 0 && len(s.harmedYoung()) > 0 {
			out = append(out, s)
		}
	}
	if len(out) > 1 {
		out = slices.DeleteFunc(out, func(s *scene) bool { return s.label == "" && labelCount(out) >= 2 })
	}
	return out
}

func labelCount(list []*scene) int {
	n := 0
	for _, s := range list {
		if s.label != "" {
			n++
		}
	}
	return n
}

// builder hands sentences to scenes.
type builder struct {
	work    *work
	several bool
	scenes  []*scene
	byLabel map[string]*scene
	label   string
	passage *data.Passage
	auto    int
}

func (b *builder) scene() *scene {
	s, ok := b.byLabel[b.label]
	if !ok {
		s = &scene{label: b.label, open: true, whole: len(b.work.text.Passages) >= 8, published: b.work.record.Document.PublicationDate}
		b.byLabel[b.label] = s
		b.scenes = append(b.scenes, s)
	}
	return s
}

func (b *builder) add(s *prose.Sentence) {
	if s.Passage.Kind == data.Heading {
		b.label = headingLabel(s)
		return
	}
	if s.Passage != b.passage {
		b.passage = s.Passage
	}
	for _, part := range segments(s, b.several) {
		var r *reading
		if part.s == s {
			r = b.work.read(s)
		} else {
			x := b.work.coder.words.read(part.s)
			r = &x
		}
		if part.label != "" && (b.several || part.label != "1" || true) {
			b.label = part.label
		} else if b.several && b.fresh(r) {
			b.auto++
			b.label = fmt.Sprintf("auto%d", b.auto)
		}
		b.scene().add(r)
	}
}

// fresh reports whether a sentence of a text about several cases opens another
// one: it brings in a child and a harm while the present case has both.
func (b *builder) fresh(r *reading) bool {
	s, ok := b.byLabel[b.label]
	if !ok || len(r.harms) == 0 || b.label != "" && len(b.label) == 1 {
		return false
	}
	if rows, _ := s.report(); len(rows) == 0 {
		return false
	}
	for _, m := range r.mentions {
		if m.young() && m.class != pronoun && !m.definite && !m.by && s.known(r, &m) == nil {
			return true
		}
	}
	return false
}

// headingLabel reads "3 Casus A" above a section.
func headingLabel(s *prose.Sentence) string {
	for i := range s.Tokens {
		if l := caseLabel(s.Tokens, i); l != "" {
			return l
		}
	}
	return ""
}
