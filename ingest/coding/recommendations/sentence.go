package recommendations

import (
	"slices"
	"strings"

	"rodedraad/data"
	"rodedraad/ingest/coding/match"
	"rodedraad/ingest/coding/prose"
)

// verdict says what a sentence is.
type verdict struct {
	rule    string // why it is a recommendation; empty when it is none
	asked   int    // byte of the passage's text where what is asked begins
	to      int
	certain data.Certainty
}

// judge decides whether a sentence is a recommendation. zone says that it
// stands in a chapter, or in a list, of recommendations.
func (c *Coder) judge(s *prose.Sentence, h hits, zone bool) verdict {
	v := verdict{asked: s.Start, to: s.End, certain: data.High}
	if from, ok := labelOf(s, h); ok && !past(s) {
		v.rule, v.asked = "label", from
		return v
	}
	switch {
	case h.has(cueNot) && !h.has(cueAsks):
		return verdict{}
	case c.senderAsks(s, h):
		v.rule, v.asked = "sender asks", c.clause(s, h)
	case h.has(cueAsked) && !past(s) && zoned(s, zone):
		v.rule = "is asked"
	case (h.has(cueFollow) || h.has(cueMeasure) && imposedBefore(s)) && !past(s) && zoned(s, zone):
		v.rule, v.certain = "follow-up", data.Medium
	case h.has(cueMeasure) && !past(s) && zoned(s, zone):
		v.rule = "measure"
	case h.has(cueMust) && !past(s) && !zone && (c.mustAct(s, h) || youMust(s, h)):
		v.rule, v.certain = "duty", data.Low
	case !zone && s.Section() == data.Summary && c.commands(s, h):
		v.rule, v.asked, v.certain = "command", c.opening(s, h), data.Low
	case !zone:
		return verdict{}
	case c.commands(s, h):
		v.rule, v.asked = "command", c.opening(s, h)
	case h.has(cueMust) && !past(s):
		v.rule, v.certain = "duty", data.Medium
	case h.has(cueSignal) && h.has(cueSender) && !past(s):
		v.rule, v.certain = "signal", data.Medium
	case h.has(cueIntent) && !past(s):
		v.rule, v.certain = "intent", data.Medium
	case c.negativeCommand(s, c.opening(s, h)):
		v.rule, v.asked, v.certain = "new practice", c.opening(s, h), data.Medium
	case c.newPractice(s, c.opening(s, h)):
		v.rule, v.asked, v.certain = "new practice", c.opening(s, h), data.Medium
	default:
		return verdict{}
	}
	return v
}

// zoned reports whether requests in the passive, measures and follow-up are
// looked for in a sentence.
func zoned(s *prose.Sentence, zone bool) bool {
	return zone || s.Section() == data.Conclusions || s.Section() == data.OtherSection
}

// imposedBefore reports whether a measure was taken already: "Wij hebben de
// instelling onder toezicht gesteld".
func imposedBefore(s *prose.Sentence) bool {
	has := false
	for _, t := range s.Tokens {
		switch t.Lower {
		case "heeft", "hebben":
			has = true
		case "gesteld", "gegeven", "opgelegd", "getroffen", "genomen", "uitgevaardigd":
			if has {
				return true
			}
		}
	}
	return false
}

// senderAsks reports whether the sender of the report asks something.
func (c *Coder) senderAsks(s *prose.Sentence, h hits) bool {
	if !h.has(cueAsks) || !h.has(cueSender) {
		return false
	}
	verb := h[cueAsks][0]
	if denied(s, verb) || noun(s, verb.First) {
		return false
	}
	for _, sender := range h[cueSender] {
		gap := verb.First - sender.Last
		if gap > 0 && gap <= 8 || gap < 0 && gap >= -6 {
			return true
		}
	}
	return false
}

// noun reports whether a word of asking is a noun: "op verzoek van", "het
// advies".
func noun(s *prose.Sentence, at int) bool {
	if at == 0 {
		return false
	}
	switch s.Tokens[at-1].Lower {
	case "op", "het", "een", "dat", "dit", "ons", "haar", "hun", "zijn", "van", "geen":
		return true
	}
	return false
}

// denied knows "acht de inspectie niet nodig".
func denied(s *prose.Sentence, verb match.Hit) bool {
	if !strings.HasPrefix(s.Tokens[verb.First].Lower, "acht") {
		return false
	}
	return slices.ContainsFunc(s.Tokens[verb.First:verb.Last+1], func(t prose.Token) bool { return t.Lower == "niet" || t.Lower == "geen" })
}

// clause finds where, in a sentence in which the sender asks, what is asked
// begins: at "om" or "dat", else behind the one who is asked. "Wij vragen de
// JGZ …" is quoted whole, as reports themselves list it.
func (c *Coder) clause(s *prose.Sentence, h hits) int {
	verb := h[cueAsks][0].First
	end, we := verb, false
	for _, sender := range h[cueSender] {
		first := s.Tokens[sender.First].Lower
		we = we || sender.First < verb && (first == "wij" || first == "ik")
		if sender.First > verb && sender.First-verb < 4 {
			end = sender.Last
		}
	}
	if we {
		return s.Start
	}
	for i := end + 1; i < len(s.Tokens) && i <= end+16; i++ {
		t := s.Tokens[i]
		if t.Lower == "te" || t.Text == ";" {
			break
		}
		switch {
		case t.Lower == "om" || t.Lower == "dat":
			return c.from(s, i, false)
		case t.Text == ":", closes[t.Lower], (t.Lower == "aan" || t.Lower == "op") && i > end && particled[s.Tokens[verb].Lower]:
			if i+1 < len(s.Tokens) && (s.Tokens[i+1].Lower == "om" || s.Tokens[i+1].Lower == "dat") {
				continue
			}
			return c.from(s, i, true)
		}
	}
	if who, ok := c.firstParty(s, end+1); ok && who.first <= end+3 && !c.asksOf(s, verb) {
		return c.from(s, nounEnd(s, who.last), true)
	}
	return c.from(s, end, true)
}

// closes are the words that end the asking itself: "geeft de provincie in
// overweging de subsidie …".
var closes = map[string]bool{"opgedragen": true, "overweging": true, "mee": true}

// particled are the verbs of asking that are split around the one who is asked:
// "beveelt de gemeente aan", "draagt de instelling op".
var particled = map[string]bool{
	"beveelt": true, "bevelen": true, "beveel": true, "draagt": true, "dragen": true, "roept": true, "roepen": true,
	"spoort": true, "sporen": true, "moedigt": true, "moedigen": true, "raadt": true, "raden": true, "legt": true, "leggen": true,
}

// nounEnd is the last token of the words that belong to a party's name: "de
// gemeenten in de regio", "Bureau Jeugdzorg De Veluwezoom".
func nounEnd(s *prose.Sentence, last int) int {
	for last+3 < len(s.Tokens) {
		switch next := s.Tokens[last+1]; {
		case next.Text != next.Lower:
			last++
		case next.Lower == "in" && s.Tokens[last+2].Lower == "de" && strings.HasPrefix(s.Tokens[last+3].Lower, "regio"):
			last += 3
		default:
			return last
		}
	}
	return last
}

// asksOf reports whether the one who is asked stands before the verb: "Aan de
// koepel vragen wij …".
func (c *Coder) asksOf(s *prose.Sentence, verb int) bool {
	first := s.Tokens[0].Lower
	return verb > 1 && (first == "aan" || first == "van" || first == "bij")
}

// from gives the byte at or behind token i, unless too little would be left.
func (c *Coder) from(s *prose.Sentence, i int, behind bool) int {
	if behind {
		i++
	}
	if i+3 >= len(s.Tokens) {
		return s.Start
	}
	return s.Tokens[i].Start
}

// commands reports whether the sentence, or what follows a short label and a
// colon, opens with an imperative.
func (c *Coder) commands(s *prose.Sentence, h hits) bool {
	return c.commandsAt(s, h, c.opening(s, h))
}

func (c *Coder) commandsAt(s *prose.Sentence, h hits, start int) bool {
	for _, hit := range h[cueNoun] {
		if hit.Start == start {
			return false
		}
	}
	for _, hit := range h[cueCommand] {
		if hit.Start == start {
			// "Begin 2011 belde de school", "Deel V" command nothing.
			return hit.Last+1 >= len(s.Tokens) || s.Tokens[hit.Last+1].Kind != prose.Number && !roman(s.Tokens[hit.Last+1].Text)
		}
	}
	return c.vocative(s, h) || unlisted(s, start)
}

// roman reports whether a word is a Roman numeral.
func roman(word string) bool { return strings.Trim(word, "IVX") == "" }

// mustAct reports whether, outside a chapter of recommendations, a party that
// opens the sentence must do something.
func (c *Coder) mustAct(s *prose.Sentence, h hits) bool {
	switch s.Section() {
	case data.Conclusions, data.Summary:
	default:
		return false
	}
	who, ok := c.firstParty(s, 0)
	return ok && who.first <= 2 && who.code != "inspectie" && h[cueMust][0].First <= who.last+4
}

// youMust knows "U dient …" and "Tevens moet u …" in the body of a letter.
func youMust(s *prose.Sentence, h hits) bool {
	if s.Section() != data.OtherSection && s.Section() != data.Conclusions {
		return false
	}
	verb := h[cueMust][0].First
	for _, i := range []int{verb - 1, verb + 1} {
		if i >= 0 && i < len(s.Tokens) && s.Tokens[i].Lower == "u" {
			return true
		}
	}
	return false
}

// vocative knows "Wethouders, zorg dat …": a party, a comma, an imperative.
func (c *Coder) vocative(s *prose.Sentence, h hits) bool {
	who, ok := c.firstParty(s, 0)
	if !ok || who.first > 1 {
		return false
	}
	for i := who.last + 1; i < len(s.Tokens) && i <= who.last+4; i++ {
		if s.Tokens[i].Text != "," || i+1 >= len(s.Tokens) {
			continue
		}
		for _, hit := range h[cueCommand] {
			if hit.First == i+1 {
				return true
			}
		}
	}
	return false
}

// negativeCommand knows "Geen kind …", "Niet …" and "Nooit …" without a verb of
// the past.
func (c *Coder) negativeCommand(s *prose.Sentence, start int) bool {
	for _, t := range s.Tokens {
		if t.Start == start {
			return (t.Lower == "nooit" || t.Lower == "pas") && !past(s)
		}
	}
	return false
}

// opening is where the sentence begins behind a list mark and a short label
// with a colon ("Aan de politie: neem …").
func (c *Coder) opening(s *prose.Sentence, h hits) int {
	from := afterMark(s)
	if from < len(s.Tokens) && h.opensWith(cueCommand, from) {
		return s.Tokens[from].Start
	}
	words, most := 0, labelWords
	if from < len(s.Tokens) && (s.Tokens[from].Lower == "aan" || s.Tokens[from].Lower == "voor") {
		most = addressWords
	}
	for i := from; i < len(s.Tokens) && words <= most; i++ {
		t := s.Tokens[i]
		if t.Text == ":" && words > 0 && i+2 < len(s.Tokens) {
			return s.Tokens[i+1].Start
		}
		if t.Kind == prose.Mark && t.Text != "-" && t.Text != "(" && t.Text != ")" && t.Text != "," {
			break
		}
		if t.Kind != prose.Mark {
			words++
		}
	}
	if from < len(s.Tokens) {
		return s.Tokens[from].Start
	}
	return s.Start
}

// labelWords is how many words a label has at most, addressWords how many one
// that addresses somebody by his whole title.
const (
	labelWords   = 9
	addressWords = 18
)

func (h hits) opensWith(c cue, token int) bool {
	for _, hit := range h[c] {
		if hit.First == token {
			return true
		}
	}
	return false
}

// afterMark is the first token behind a list mark: a bullet, "3.", "a)".
func afterMark(s *prose.Sentence) int {
	i := 0
	for i < len(s.Tokens) && s.Tokens[i].Kind == prose.Mark && !strings.ContainsAny(s.Tokens[i].Text, `'"‘“(`) {
		i++
	}
	if i+1 < len(s.Tokens) && len(s.Tokens[i].Text) <= 4 && s.First() {
		next := s.Tokens[i+1].Text
		number := s.Tokens[i].Kind == prose.Number || len(s.Tokens[i].Text) == 1
		if number && (next == "." || next == ")" || next == "|") {
			return i + 2
		}
	}
	return i
}

// labelOf finds what follows a label that names a recommendation and its
// number: "Aanbeveling 3: …", "Leerpunt. …".
func labelOf(s *prose.Sentence, h hits) (from int, ok bool) {
	at := afterMark(s)
	if !h.opensWith(cueLabel, at) {
		return 0, false
	}
	i := at + 1
	if i < len(s.Tokens) && s.Tokens[i].Kind == prose.Number {
		i++
	}
	if i+2 >= len(s.Tokens) || !strings.ContainsAny(s.Tokens[i].Text, ":.-–") {
		return 0, false
	}
	return s.Tokens[i+1].Start, true
}

// numbered reports whether a sentence opens with a number or a label: "3. Leg
// vast …", "Aanbeveling 3. Leg vast …".
func (c *Coder) numbered(s *prose.Sentence) bool {
	at := afterMark(s)
	return at > 0 && s.Tokens[at-1].Text != "-" && s.Tokens[0].Kind != prose.Mark || hits(c.cues.In(s)).opensWith(cueLabel, at)
}
