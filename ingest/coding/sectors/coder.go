package sectors

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"rodedraad/data"
	"rodedraad/ingest/coding/match"
	"rodedraad/ingest/coding/prose"
)

// Name is the name under which this coder's findings are stored.
const Name = "sectoren"

// The roles of a sector in a document; all but Named make it involved.
const (
	Involved  = "betrokken"
	Examined  = "onderzocht"
	Judged    = "beoordeeld"
	Addressed = "geadresseerd"
	Named     = "genoemd"
)

// maxEvidence is how many quotes back a finding.
const maxEvidence = 3

// defaultThreshold is the weight of mentions from which a sector is involved:
// one clear mention in the facts, findings or conclusions.
const defaultThreshold = 1.0

// passingWeight is what a mention in passing weighs: two of them make a sector
// involved.
const passingWeight = 0.6

// longReport is the number of sentences from which a report is long: in it, a
// sector that took part is named more than once, or where findings stand.
const longReport = 120

// Coder codes the sectors of a document.
type Coder struct {
	variable *data.Variable
	lexicon  *Lexicon
	cues     match.Cues[cue]
}

// New gives a coder for the codebook's variable sector.
func New(book *data.Codebook) (*Coder, error) {
	lexicon, err := NewLexicon(book)
	if err != nil {
		return nil, err
	}
	variable := book.Variable(data.VarSector)
	c, err := match.NewCues(variable, cueNames)
	if err != nil {
		return nil, err
	}
	return &Coder{variable, lexicon, c}, nil
}

// seen is a mention with what it weighs and which roles it speaks for.
type seen struct {
	sentence *prose.Sentence
	mention  Mention
	weight   float64
	roles    []string
	silenced cue
}

// Code adds one finding per sector and role.
func (c *Coder) Code(t *prose.Text, r *data.Record) {
	bySector := c.collect(t, r)
	for _, code := range c.variable.Codes {
		r.Findings = append(r.Findings, c.findings(t, code, bySector[code.Code], threshold(t, r, code))...)
	}
}

// thematic is the kind of document that tells of many cases, a sentence each.
const (
	thematic          = "thematische_analyse"
	thematicThreshold = 0.5
)

// threshold is the weight of mentions from which a sector is involved. Of those
// that are called in, and in a long report, some need more than one.
func threshold(t *prose.Text, r *data.Record, code *data.Code) float64 {
	switch {
	case r.Document.Kind == thematic:
		return thematicThreshold
	case len(t.Sentences) >= longReport || calledIn[code.Code]:
		return cmp.Or(code.Threshold, defaultThreshold)
	}
	return defaultThreshold
}

// collect weighs every mention of a document.
func (c *Coder) collect(t *prose.Text, r *data.Record) map[string][]seen {
	bySector := map[string][]seen{}
	prisma, cased := usesPrisma(t), HasCase(t, r)
	for i := range t.Sentences {
		s := &t.Sentences[i]
		mentions := c.lexicon.Mentions(s)
		if len(mentions) == 0 {
			continue
		}
		said := said(c.cues.In(s))
		after := afterEvent(s, r.Calamities)
		for _, m := range mentions {
			if m.Pattern == "OM" && prisma || m.Pattern == "behandelaar" && !withAdult(s) {
				continue
			}
			x := c.weigh(s, m, said, r.Document.Kind)
			if calledIn[m.Code] && r.Document.Kind != thematic && !actor(s, m) {
				x.weight *= turnedToWeight
			}
			if len(t.Sentences) >= longReport {
				x.weight *= discount(s, m)
			}
			if !cased {
				x.weight = 0
			}
			if after && (s.Section() == data.Facts || !said.has(cueJudged)) {
				x.weight, x.roles, x.silenced = 0, nil, cueAfter
			}
			bySector[m.Code] = append(bySector[m.Code], x)
		}
	}
	adultOrYouth(bySector, ofTeenager(r.Calamities))
	settleShared(bySector)
	return bySector
}

// usesPrisma reports whether a document analyses causes with PRISMA, in whose
// tables OM is a class of causes.
func usesPrisma(t *prose.Text) bool {
	for i := range t.Passages {
		if strings.Contains(t.Passages[i].Text, "PRISMA") {
			return true
		}
	}
	return false
}

// caseless are the kinds of document that have a case only if one was found in
// them; in the other kinds a case is described even if it was not recognised.
var caseless = []string{"brief", "jaarbericht", "handreiking", "nieuwsbericht", "wetenschappelijk", "overig"}

// HasCase reports whether a document tells of a case: one was found in it, or
// its kind says so, or it has the chapters of a report on one (facts, findings
// and conclusions), whatever kind it was taken for.
func HasCase(t *prose.Text, r *data.Record) bool {
	if len(r.Calamities) > 0 || !slices.Contains(caseless, r.Document.Kind) {
		return true
	}
	chapters := map[data.SectionRole]bool{}
	for i := range t.Passages {
		chapters[t.Passages[i].Section] = true
	}
	return chapters[data.Facts] && chapters[data.Findings] && chapters[data.Conclusions]
}

// weigh decides what one mention says about the part a sector had.
func (c *Coder) weigh(s *prose.Sentence, m Mention, said said, kind string) seen {
	out := seen{sentence: s, mention: m, silenced: silenced(s, m, said)}
	if out.silenced != "" {
		return out
	}
	section := s.Section()
	out.weight = m.Weight * c.sectionWeight(s, kind)
	if inPassing(s, m) {
		out.weight *= passingWeight
	}
	if m.Weight < 1 && narrative(section) && (opens(s, m) || opensClause(s, m)) {
		out.weight = max(out.weight, 1)
	}
	switch {
	case section == data.Recommendations:
		if addressed(s, m) {
			out.roles = []string{Addressed}
		}
	case said.has(cueReporter) && acts(s, m):
		out.weight, out.roles = max(out.weight, m.Weight), []string{Involved}
	case section == data.Method || section == data.Occasion || said.has(cueExamined):
		if said.has(cueExamined) {
			out.roles = []string{Examined}
			out.weight = max(out.weight, m.Weight)
		} else if out.weight > 0 && section != data.Method {
			out.roles = []string{Involved}
		} else {
			out.weight = 0
		}
	case out.weight > 0:
		out.roles = []string{Involved}
		if said.has(cueJudged) && section != data.Facts {
			out.roles = append(out.roles, Judged)
		}
	}
	return out
}

// sectionWeight is what a mention in the sentence's section weighs. A chapter
// whose heading says nothing of its role ("Het verhaal") tells of the case as
// the body of a letter does; what stands before the first heading of a report
// seldom does.
func (c *Coder) sectionWeight(s *prose.Sentence, kind string) float64 {
	weight := c.variable.Sections[string(s.Section())]
	if s.Section() != data.OtherSection {
		return weight
	}
	short := kind == "brief" || kind == "zakelijke_weergave"
	if s.Passage.Kind == data.Title || s.Passage.HeadingPath != "" || short {
		return 1
	}
	return weight
}

func narrative(section data.SectionRole) bool {
	switch section {
	case data.Facts, data.Findings, data.Conclusions, data.Summary, data.OtherSection:
		return true
	}
	return false
}

// findings turns the mentions of one sector into its findings.
func (c *Coder) findings(t *prose.Text, code *data.Code, mentions []seen, threshold float64) []data.Finding {
	if len(mentions) == 0 {
		return nil
	}
	total := 0.0
	for _, m := range mentions {
		total += m.weight
	}
	if total < threshold {
		return c.named(t, code, mentions)
	}
	var out []data.Finding
	for _, role := range []string{Involved, Examined, Judged, Addressed} {
		var list []seen
		for _, m := range mentions {
			if slices.Contains(m.roles, role) {
				list = append(list, m)
			}
		}
		if f, ok := c.finding(t, code, role, list); ok {
			f.Certainty = certainty(total, threshold)
			out = append(out, f)
		}
	}
	return out
}

func certainty(total, threshold float64) data.Certainty {
	switch {
	case total >= 3*threshold:
		return data.High
	case total >= 2*threshold:
		return data.Medium
	}
	return data.Low
}

// named is the finding of a sector that a report only names.
func (c *Coder) named(t *prose.Text, code *data.Code, mentions []seen) []data.Finding {
	f, ok := c.finding(t, code, Named, mentions)
	if !ok {
		return nil
	}
	f.Certainty = data.Medium
	return []data.Finding{f}
}

// finding makes the finding of one role, with its weightiest mentions as
// evidence.
func (c *Coder) finding(t *prose.Text, code *data.Code, role string, list []seen) (data.Finding, bool) {
	list = slices.Clone(list)
	slices.SortStableFunc(list, func(a, b seen) int { return cmp.Compare(b.weight, a.weight) })
	f := data.Finding{
		Variable: data.VarSector, Code: code.Code, Value: role, Status: data.Present, Coder: Name, Rule: "mention",
	}
	last := -1
	for _, m := range list {
		if len(f.Evidence) == maxEvidence {
			break
		}
		if m.sentence.Number == last {
			continue
		}
		e, ok := t.QuoteAround(m.sentence, m.mention.Start, m.mention.End)
		if !ok {
			continue
		}
		if len(f.Evidence) == 0 {
			f.Reason = reason(role, m, e.Page, len(list))
		}
		last = m.sentence.Number
		f.Evidence = append(f.Evidence, e)
	}
	return f, len(f.Evidence) > 0
}

func reason(role string, m seen, page, count int) string {
	words := m.sentence.Passage.Text[m.mention.Start:m.mention.End]
	text := fmt.Sprintf("%s, p. %d: %s, ‘%s’", m.sentence.Section(), page, role, words)
	if count > 1 {
		text += fmt.Sprintf(" en nog %d keer", count-1)
	}
	if role == Named && m.silenced != "" {
		text += " (" + silence[m.silenced] + ")"
	}
	return text
}

// silence says in a reader's words why a mention does not count.
var silence = map[cue]string{
	cueSpoken: "alleen als gesprekspartner", cueAfter: "pas na de gebeurtenis", cueTrial: "in de strafzaak",
	cueDeath: "als plaats van overlijden", cueNational: "in algemene zin", cueOutside: "uitdrukkelijk niet betrokken",
	cueProcess: "bij de totstandkoming van het rapport", cueConditions: "niet feitelijk", cueOmitted: "niet ingeschakeld",
}
