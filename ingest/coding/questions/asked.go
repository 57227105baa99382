package questions

import (
	"slices"
	"strings"

	"rodedraad/data"
	"rodedraad/ingest/coding/prose"
	"rodedraad/ingest/coding/sectors"
)

// The values of a basic question, and the concepts that tell them apart.
const (
	Answered   = "beantwoord"
	Unanswered = "onbeantwoord"
	Named      = "genoemd"

	answered   = "beantwoord"
	unanswered = "onbeantwoord"
	aboutFive  = "vijf_vragen"
)

// ordinals name the questions by their place in the list of five.
var ordinals = []string{"eerste", "tweede", "derde", "vierde", "vijfde"}

var questionCodes = []string{"BV1", "BV2", "BV3", "BV4", "BV5"}

// rank orders values: what says more about the case wins.
var rank = map[string]int{Named: 1, Answered: 2, Unanswered: 3}

// posed is a question posed in a sentence, with what became of it.
type posed struct {
	value    string
	sentence *prose.Sentence
	hit      hit
	answer   *prose.Sentence // the sentence that tells, if it is another one
}

// passesOn are the kinds that pass on what a report asks without telling of a
// case themselves.
var passesOn = map[string]bool{"brief": true, "nieuwsbericht": true}

// askedIn finds the basic questions of a document; of several places where one
// is posed, the one that says most counts.
func (c *Coder) askedIn(t *prose.Text, r *data.Record) []data.Finding {
	if !passesOn[r.Document.Kind] && !sectors.HasCase(t, r) {
		return nil // a plan or a guide that lists the questions asks them of nobody
	}
	best := map[string]posed{}
	told := map[string][]int{}
	keep := func(code string, p posed) {
		if rank[p.value] > rank[best[code].value] {
			best[code] = p
		}
	}
	five := -1 // passage that goes through the five questions
	for i := range t.Sentences {
		s := &t.Sentences[i]
		if s.Section() == data.Contents || s.Section() == data.Colophon {
			continue
		}
		hits, loose := c.hits(s)
		if tells(s) && len(hits) == 0 {
			for code := range loose {
				told[code] = append(told[code], i)
			}
		}
		if five == s.Passage.Number && len(hits) == 0 {
			for code, h := range loose {
				keep(code, c.retold(s, h))
			}
			continue
		}
		if c.questions.weight(s) > 0 && c.answers.in(s)[aboutFive] {
			five = s.Passage.Number
		}
		if len(hits) == 1 && (!asksOf(s) || prescribes(s)) {
			continue
		}
		for code, h := range hits {
			p := posed{sentence: s, hit: h}
			p.value, p.answer = c.outcome(t, i, code, h, len(hits))
			keep(code, p)
		}
	}
	for code, p := range best {
		if p.value == Named && len(told[code]) > 0 {
			best[code] = c.settle(t, p, told[code])
		}
	}
	return c.asked(t, best)
}

// tells reports whether a sentence stands where a report tells what it found.
func tells(s *prose.Sentence) bool {
	switch s.Section() {
	case data.Findings, data.Conclusions, data.Summary:
		return s.Passage.Kind != data.Heading
	}
	return false
}

// settle reads the answer to a question that is only listed from what the
// findings and conclusions tell of it: unanswered when most of it says so.
func (c *Coder) settle(t *prose.Text, p posed, told []int) posed {
	missing := 0
	for _, i := range told {
		if s := &t.Sentences[i]; c.answers.in(s)[unanswered] {
			missing++
		}
	}
	p.value = Answered
	if 2*missing >= len(told) {
		p.value = Unanswered
	}
	for _, i := range told {
		if s := &t.Sentences[i]; c.answers.in(s)[unanswered] == (p.value == Unanswered) {
			p.answer = s
		}
	}
	return p
}

// prescribes reports whether a sentence stands where a report says what is to
// be asked, not what it asks.
func prescribes(s *prose.Sentence) bool {
	return s.Section() == data.Norms || s.Section() == data.Recommendations
}

// asksOf reports whether a sentence poses or answers a question: it is one, or
// says that something was asked, looked into or answered. "Wie de leiding had,
// was bekend" tells of the case.
func asksOf(s *prose.Sentence) bool {
	if s.Passage.Kind == data.Heading || s.Passage.Kind == data.TableRow || strings.Contains(s.Text, "?") {
		return true
	}
	text := strings.ToLower(s.Text)
	for _, word := range []string{"vraag", "vragen", "vroeg", "gevraagd", "antwoord", "nagegaan", "onderzocht", "onderzoek", "gekeken", "besproken", "afgesproken", "afspraak", "afspraken"} {
		if strings.Contains(text, word) {
			return true
		}
	}
	return false
}

// asked turns the questions into findings, in their own order.
func (c *Coder) asked(t *prose.Text, best map[string]posed) []data.Finding {
	var out []data.Finding
	for _, code := range questionCodes {
		p, ok := best[code]
		if !ok {
			continue
		}
		if f, ok := c.question(t, code, p); ok {
			out = append(out, f)
		}
	}
	return out
}

// hits are the questions that a sentence poses, and those that it is about
// where the text around it says so.
func (c *Coder) hits(s *prose.Sentence) (poses, about map[string]hit) {
	list := c.questions.in(s)
	if len(list) == 0 {
		return nil, nil
	}
	poses, about = make(map[string]hit, len(list)), make(map[string]hit, len(list))
	for _, h := range list {
		to := poses
		if h.loose {
			to = about
		}
		if _, ok := to[h.code]; !ok {
			to[h.code] = h
		}
	}
	return poses, about
}

// firstHits are the questions that a sentence poses.
func (c *Coder) firstHits(s *prose.Sentence) map[string]hit {
	poses, _ := c.hits(s)
	return poses
}

// retold is a question that a passage answers in its own words.
func (c *Coder) retold(s *prose.Sentence, h hit) posed {
	p := posed{value: Answered, sentence: s, hit: h, answer: s}
	if c.answers.in(s)[unanswered] {
		p.value = Unanswered
	}
	return p
}

func (c *Coder) question(t *prose.Text, code string, p posed) (data.Finding, bool) {
	f, ok := finding(t, data.VarQuestion, code, p.value, p.hit.pattern, p.sentence, p.hit.Hit)
	if !ok {
		return f, false
	}
	f.Reason += ", " + p.value
	if p.answer != nil && p.answer != p.sentence {
		if e, ok := t.Quote(p.answer.Passage, p.answer.Start, p.answer.End); ok {
			f.Evidence = append(f.Evidence, e)
		}
	}
	if p.value == Named {
		f.Certainty = data.Low
	}
	return f, true
}

// outcome decides what became of a question posed in sentence i, in which
// count different basic questions are posed.
func (c *Coder) outcome(t *prose.Text, i int, code string, h hit, count int) (string, *prose.Sentence) {
	s := &t.Sentences[i]
	if c.questions.weight(s) == 0 {
		return Named, nil
	}
	if s.Passage.Kind == data.TableRow && count < 3 {
		return c.beside(t, i, h)
	}
	if count >= 3 || c.inRun(t, i) {
		return c.listed(t, i, code)
	}
	if v := c.within(s, h); v != "" {
		return v, s
	}
	return c.following(t, i)
}

// inRun reports whether sentence i stands in a row of three or more that each
// do nothing but pose a basic question.
func (c *Coder) inRun(t *prose.Text, i int) bool {
	run := 0
	for j := i; j >= 0 && c.bare(&t.Sentences[j]); j-- {
		run++
	}
	for j := i + 1; j < len(t.Sentences) && c.bare(&t.Sentences[j]); j++ {
		run++
	}
	return run >= 3
}

// bare reports whether a sentence is a basic question and little else.
func (c *Coder) bare(s *prose.Sentence) bool {
	return len(c.firstHits(s)) > 0 && len(s.Words()) <= 14 && s.Passage.Kind != data.TableRow
}

// within reads the answer from the sentence that poses the question: "was voor
// iedereen duidelijk", "kreeg geen eenduidig antwoord".
func (c *Coder) within(s *prose.Sentence, h hit) string {
	asks := strings.HasSuffix(strings.TrimRight(s.Text, "'\"”’»)"), "?")
	if asks && h.Last >= len(s.Tokens)-3 {
		return ""
	}
	found := c.answers.in(s)
	switch {
	case found[unanswered]:
		return Unanswered
	case found[answered] && !asks:
		return Answered
	}
	return ""
}

// beside reads the answer from what stands behind the question in the row of a
// table, or in the rows that follow with no question of their own.
func (c *Coder) beside(t *prose.Text, i int, h hit) (string, *prose.Sentence) {
	s := &t.Sentences[i]
	for j := i; j < len(t.Sentences) && t.Sentences[j].Passage == s.Passage; j++ {
		next := &t.Sentences[j]
		rest := len(next.Words())
		if j == i {
			rest = len(next.Tokens) - 1 - h.Last
		} else if c.answers.in(next)[unanswered] {
			return Unanswered, next
		}
		if j == i && rest > 3 && c.answers.in(next)[unanswered] {
			return Unanswered, next
		}
		if rest > 3 {
			return Answered, next
		}
	}
	return Named, nil
}

// listed reads what a report says of a list of questions: which of them, by
// their place in the list, were answered or not.
func (c *Coder) listed(t *prose.Text, i int, code string) (string, *prose.Sentence) {
	s := &t.Sentences[i]
	ordinal := ordinals[code[2]-'1']
	for j := i; j < len(t.Sentences) && j <= i+4 && t.Sentences[j].Passage.HeadingPath == s.Passage.HeadingPath; j++ {
		next := &t.Sentences[j]
		found := c.answers.in(next)
		some := found["eerste"] || found["tweede"] || found["derde"] || found["vierde"] || found["vijfde"]
		if !some || !strings.Contains(prose.Fold(next.Text), "antwoord") {
			continue
		}
		// "de eerste, de tweede en de vierde vraag": the first names the list.
		if !found[ordinal] {
			return Named, nil
		}
		if found[unanswered] {
			return Unanswered, next
		}
		return Answered, next
	}
	return Named, nil
}

// denies reports whether a sentence says that something was not so.
func denies(s *prose.Sentence) bool {
	return slices.ContainsFunc(s.Tokens, func(t prose.Token) bool { return denials[t.Lower] })
}

var denials = map[string]bool{"niet": true, "geen": true, "nooit": true, "niemand": true, "zonder": true, "nergens": true, "evenmin": true, "nauwelijks": true}

// following reads the answer from what comes after: the rest of the passage,
// or for a heading the passage below it.
func (c *Coder) following(t *prose.Text, i int) (string, *prose.Sentence) {
	s := &t.Sentences[i]
	isHeading := s.Passage.Kind == data.Heading
	asks := isHeading || strings.Contains(s.Text, "?")
	var first *prose.Sentence
	read, lacking := 0, 0
	for j := i + 1; j < len(t.Sentences) && read < 3; j++ {
		next := &t.Sentences[j]
		if next.Passage != s.Passage && !isHeading && first != nil || next.Passage.Kind == data.Heading {
			break
		}
		if len(c.firstHits(next)) > 0 && strings.Contains(next.Text, "?") {
			break
		}
		if first == nil {
			first = next
		}
		read++
		if denies(next) {
			lacking++
		}
		if c.answers.in(next)[unanswered] {
			return Unanswered, next
		}
	}
	switch s.Section() {
	case data.Findings, data.Conclusions, data.Summary:
		// A finding that takes up the question answers it, unless it says not.
		if first == nil {
			return Answered, s
		}
		if 2*lacking > read {
			return Unanswered, first
		}
		return Answered, first
	}
	if asks && first != nil {
		return Answered, first
	}
	return Named, nil
}
