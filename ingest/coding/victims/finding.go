package victims

import (
	"fmt"
	"strings"

	"rodedraad/data"
	"rodedraad/ingest/coding/match"
	"rodedraad/ingest/coding/prose"
)

// finder writes the findings of one calamity.
type finder struct {
	work     *work
	calamity int
	suicide  bool
	tally    tally
	fallback *reading
}

// traits backs what a calamity is said to be.
func (f finder) traits(k data.Calamity) {
	f.trait("event_class", k.EventClass, "ernst")
	for _, code := range k.Types {
		f.trait("type", code, "calamiteitstype")
	}
	if k.Setting != "onbekend" {
		f.trait("setting", k.Setting, "setting")
	}
	for _, code := range k.LegalFrame {
		if code != "onbekend" {
			f.trait("legal_frame", code, "gezinskader")
		}
	}
	if k.IntentStatus != "niet_vastgesteld" {
		f.trait("intent", k.IntentStatus, "intentie")
	}
}

// trait backs a code of an event variable with its strongest clue, or with the
// sentence that tells the harm.
func (f finder) trait(code, value, variable string) {
	reason := variable + " " + value
	if c, ok := f.tally.clue(variable, value); ok && f.add(code, value, c.r.s, c.start, c.end, reason) {
		return
	}
	if f.fallback != nil {
		r := f.fallback
		f.add(code, value, r.s, r.s.Start, r.s.End, reason+", uit de beschrijving van de gebeurtenis")
	}
}

// add appends a finding with a quote around bytes of a sentence; without a
// quote that may be shown it adds none.
func (f finder) add(code, value string, s *prose.Sentence, start, end int, reason string) bool {
	e, ok := f.work.quote(s, start, end)
	if !ok {
		return false
	}
	f.work.record.Findings = append(f.work.record.Findings, data.Finding{
		Calamity: f.calamity, Variable: data.VarEvent, Code: code, Value: value, Status: data.Present,
		Certainty: certainty(s), Coder: Name, Rule: code, Reason: fmt.Sprintf("%s, p. %d: %s", s.Section(), e.Page, reason), Evidence: []data.Evidence{e},
	})
	return true
}

func certainty(s *prose.Sentence) data.Certainty {
	if r := s.Section(); r == data.Summary || r == data.Occasion {
		return data.High
	}
	return data.Medium
}

// victim backs a victim row with the sentence of the harm and, when it is
// another, the sentence that describes the person.
func (f finder) victim(r row, v data.Victim) bool {
	p := r.person
	var list []data.Evidence
	if p.harmed != nil {
		start, end := span2(p.harmed.s, p.by.first, p.by.last)
		if e, ok := f.work.quote(p.harmed.s, start, end); ok {
			list = append(list, e)
		}
	}
	if p.told != nil && (p.harmed == nil || p.told.s.Number != p.harmed.s.Number || len(list) == 0) {
		start, end := span2(p.told.s, p.at.first, p.at.last)
		if e, ok := f.work.quote(p.told.s, start, end); ok {
			list = append(list, e)
		}
	}
	if len(list) == 0 && f.fallback != nil {
		if e, ok := f.work.quote(f.fallback.s, f.fallback.s.Start, f.fallback.s.End); ok {
			list = append(list, e)
		}
	}
	if len(list) == 0 {
		return false
	}
	s := p.told.s
	f.work.record.Findings = append(f.work.record.Findings, data.Finding{
		Calamity: f.calamity, Variable: data.VarVictim, Code: v.Outcome, Value: fmt.Sprint(v.Number), Status: data.Present,
		Certainty: certainty(s), Coder: Name, Rule: "persoon en afloop", Reason: fmt.Sprintf("%s, p. %d: %s", s.Section(), list[0].Page, v.Role), Evidence: list,
	})
	return true
}

func span2(s *prose.Sentence, first, last int) (start, end int) {
	first = min(max(0, first), len(s.Tokens)-1)
	last = min(max(first, last), len(s.Tokens)-1)
	return s.Tokens[first].Start, s.Tokens[last].End
}

// suicide reports whether the document speaks of one at all; a bridge or
// medicine in another report may be quoted.
func (w *work) suicide() bool {
	if w.delicate == 0 {
		w.delicate = 1
		for _, p := range w.text.Passages {
			text := fold(p.Text)
			for _, word := range []string{"suicid", "zelfdod", "zelfmoord", "eigen hand", "het leven benam", "zelfgekozen dood", "einde aan"} {
				if strings.Contains(text, word) {
					w.delicate = 2
				}
			}
		}
	}
	return w.delicate == 2
}

// quote gives a quote around bytes of a sentence that holds no word of a
// method of suicide; ok is false when there is none.
func (w *work) quote(s *prose.Sentence, start, end int) (data.Evidence, bool) {
	var hits []match.Hit
	if w.suicide() {
		hits = w.coder.words.methods(s)
	}
	if len(hits) == 0 {
		return w.text.QuoteAround(s, start, end)
	}
	from, to := s.Start, s.End
	for _, h := range hits {
		switch {
		case h.End <= start:
			from = max(from, h.End)
		case h.Start >= end:
			to = min(to, h.Start)
		default:
			// The focus itself names it: quote what stands before.
			if h.Start-s.Start < 20 {
				return data.Evidence{}, false
			}
			to = min(to, h.Start)
		}
	}
	if to-from < 12 {
		return data.Evidence{}, false
	}
	return w.text.Quote(s.Passage, from, to)
}
