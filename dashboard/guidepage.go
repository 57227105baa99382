package dashboard

import (
	"rodedraad/data"
	"rodedraad/data/guide"
	"rodedraad/data/model"
)

// guidePart is a variable of the codebook as the guide page tells it.
type guidePart struct {
	ID, Heading, Definition, Source string
	Measured                        []string
	Codes                           []guideCode
}

// guideCode is a code as the guide page tells it.
type guideCode struct {
	ID, Key, Code, Label, Definition, Source, Measured string
	Include, Exclude                                   []string
	Indicators                                         []guideIndicator
}

// guideIndicator is a pattern and what is special about it.
type guideIndicator struct{ Pattern, Remark string }

// guidePage writes the whole codebook: what each code means, what speaks for
// it, and how often the coder has it right.
func (s *site) guidePage() error {
	measured, err := model.MeasuredAccuracy()
	if err != nil {
		return err
	}
	var parts []guidePart
	if s.options.Codebook != nil {
		for _, v := range s.options.Codebook.Variables {
			parts = append(parts, s.guidePart(v, measured))
		}
	}
	return s.write("guide", "guide", s.Say("guide_title"), s.Say("guide_intro"), map[string]any{
		"Parts": parts, "Measured": s.measured(measured),
	})
}

func (s *site) guidePart(v *data.Variable, a *model.Accuracy) guidePart {
	p := guidePart{
		ID: slug(v.Name), Heading: v.Label.In(s.Language), Definition: v.Definition.In(s.Language), Source: v.Source,
		Measured: guide.Together(a, v.Name, s.Language),
	}
	for _, c := range v.Codes {
		g := guideCode{
			ID: slug(v.Name + "-" + c.Code), Key: s.codeKey(v.Name, c.Code), Code: c.Code, Label: c.Label.In(s.Language),
			Definition: c.Definition.In(s.Language), Source: c.Source, Include: c.Include, Exclude: c.Exclude,
			Measured: guide.Measured(a, v.Name, c.Code, s.Language),
		}
		for _, i := range c.Indicators {
			g.Indicators = append(g.Indicators, guideIndicator{i.Pattern, guide.Remark(i, s.Language)})
		}
		p.Codes = append(p.Codes, g)
	}
	return p
}

// measured says on what accuracy was measured.
func (s *site) measured(a *model.Accuracy) string {
	return s.Say("method_accuracy_text", s.Number(a.Documents), a.Codebook)
}

// accuracyView is the accuracy section of the method page.
type accuracyView struct {
	About  string
	Tables []dataTable
}

// accuracy tells how often the coder is right, by variable.
func (s *site) accuracy() (*accuracyView, error) {
	a, err := model.MeasuredAccuracy()
	if err != nil {
		return nil, err
	}
	codes := dataTable{Caption: s.Say("accuracy_codes"), Heads: s.heads("accuracy_what", "accuracy_gold", "accuracy_coded", "accuracy_precision", "accuracy_recall", "F1", "kappa", "AC1")}
	for _, v := range a.Variables {
		codes.Rows = append(codes.Rows, append([]cell{{Text: s.Say("accuracy_" + v.Variable), Header: true}},
			s.number(s.Number(v.Gold)), s.number(s.Number(v.Coded)), s.interval(v.Precision), s.interval(v.Recall), s.interval(v.F1), s.interval(v.Kappa), s.interval(v.AC1)))
	}
	whole := dataTable{Caption: s.Say("accuracy_whole"), Heads: s.heads("accuracy_what", "accuracy_right", "accuracy_n", "accuracy_share")}
	for _, w := range a.Whole {
		share := float64(w.Right) / float64(max(w.N, 1))
		whole.Rows = append(whole.Rows, []cell{{Text: s.Say("accuracy_" + w.Variable), Header: true}, s.number(s.Number(w.Right)), s.number(s.Number(w.N)),
			s.interval(model.Range{Estimate: &share, Low: &w.Low, High: &w.High})})
	}
	return &accuracyView{s.measured(a), []dataTable{codes, whole}}, nil
}

// heads makes column heads; a name without a text stands as it is.
func (s *site) heads(names ...string) []head {
	var out []head
	for i, name := range names {
		out = append(out, head{Label: s.Say(name), Numeric: i > 0})
	}
	return out
}

func (s *site) number(text string) cell { return cell{Text: text, Numeric: true} }

func (s *site) interval(r model.Range) cell { return s.number(guide.Figure(r, s.Language)) }
