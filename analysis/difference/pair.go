package difference

import "rodedraad/data"

// pairing holds the answers of one document that are still to be paired.
type pairing struct {
	document document
	old, new []Answer
	evidence bool
	out      []Change
}

// changes pairs the answers on a document, from most to least alike.
func changes(d document, old, new []Answer, evidence bool) []Change {
	p := &pairing{document: d, old: old, new: new, evidence: evidence}
	p.pair(func(a, b *Answer) bool { return a.Code == b.Code && a.Value == b.Value })
	p.pair(func(a, b *Answer) bool { return a.Code == b.Code && one(a.variable) })
	p.pair(func(a, b *Answer) bool { return a.Value == b.Value && a.Value != "" && a.variable != data.VarSector })
	p.pair(func(a, b *Answer) bool { return single[a.variable] })
	for i := range p.old {
		p.add(Removed, &p.old[i], nil)
	}
	for i := range p.new {
		p.add(Added, nil, &p.new[i])
	}
	return p.out
}

// single are the variables of which a document has one code.
var single = map[string]bool{data.VarKind: true, data.VarCorpus: true, data.VarTitle: true, data.VarPublication: true}

// one reports whether another value of the same code is a change of that value.
// Of a recommendation another text is another recommendation, and a sector has a
// value for each of its roles.
func one(variable string) bool {
	return variable != data.VarRecommendation && variable != data.VarSector && variable != data.VarReportedCount
}

// pair takes out the answers that are alike, the first with the first, and notes
// what differs between them.
func (p *pairing) pair(alike func(a, b *Answer) bool) {
	var left []Answer
	for i := range p.old {
		a := &p.old[i]
		at := -1
		for j := range p.new {
			b := &p.new[j]
			if a.calamity == b.calamity && a.variable == b.variable && alike(a, b) {
				at = j
				break
			}
		}
		if at < 0 {
			left = append(left, *a)
			continue
		}
		b := p.new[at]
		p.new = append(p.new[:at:at], p.new[at+1:]...)
		if kind, differs := p.kind(a, &b); differs {
			p.add(kind, a, &b)
		}
	}
	p.old = left
}

func (p *pairing) kind(a, b *Answer) (Kind, bool) {
	switch {
	case a.Code != b.Code:
		return Recoded, true
	case a.Status != b.Status:
		return Status, true
	case a.Value != b.Value:
		return Value, true
	case p.evidence:
		return Evidence, a.Quote != b.Quote || a.Page != b.Page || a.Reason != b.Reason || a.Certainty != b.Certainty || a.Coder != b.Coder
	}
	return "", false
}

func (p *pairing) add(kind Kind, old, new *Answer) {
	of := new
	if of == nil {
		of = old
	}
	p.out = append(p.out, Change{p.document.id, p.document.file, kind, of.calamity, of.variable, of.Code, old, new})
}
