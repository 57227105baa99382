package dashboard

import "rodedraad/analysis"

// event is a calamity with its victims and documents.
type event struct {
	ID, Year, Type, Class, Setting, Province, Frame, Perpetrators, Victims string
	TypeCode, SettingCode, Types                                           string
	ByReport                                                               bool
	InCorpus                                                               bool
	Groups                                                                 []victims
	Documents                                                              []*document
}

// victims are one person, or a group of whom only the number is known.
type victims struct{ Count, Outcome, Age, OutcomeCode, AgeCode string }

func (s *site) readEvents() {
	t := s.tables["calamities"]
	byID := map[string]*event{}
	for i := range t.Rows {
		e := &event{
			ID: t.Text(i, "calamity_id"), Year: t.Text(i, "year"), Type: t.Text(i, "type_label"), Class: t.Text(i, "event_class_label"),
			Setting: t.Text(i, "setting_label"), SettingCode: t.Text(i, "setting"), Province: t.Text(i, "province"),
			Types: t.Text(i, "types"), Frame: t.Text(i, "legal_frame"), ByReport: t.Text(i, "dated_by_report") == "true",
			Victims: s.rangeOf(t, i, "victims_min", "victims_max"),
		}
		if n, ok := t.Int(i, "perpetrator_deaths"); ok && n > 0 {
			e.Perpetrators = s.Number(n)
		}
		for _, id := range list(t.Text(i, "documents")) {
			d := s.byID[id]
			e.Documents = append(e.Documents, d)
			e.InCorpus = e.InCorpus || d.InCorpus
			d.events = append(d.events, e)
		}
		byID[e.ID] = e
		s.events = append(s.events, e)
	}
	v := s.tables["victims"]
	ages := map[string]string{}
	for i := range s.tables["victims_by_age"].Rows {
		ages[s.tables["victims_by_age"].Text(i, "age_group")] = s.tables["victims_by_age"].Text(i, "label")
	}
	for i := range v.Rows {
		if e := byID[v.Text(i, "calamity_id")]; e != nil {
			e.Groups = append(e.Groups, victims{
				Count: s.rangeOf(v, i, "victims_min", "victims_max"), Outcome: s.Say("outcome_" + v.Text(i, "outcome")),
				OutcomeCode: v.Text(i, "outcome"), AgeCode: v.Text(i, "age_group"), Age: ages[v.Text(i, "age_group")],
			})
		}
	}
}

// rangeOf writes a count with its range: 2, 1–3 or ≥4; a hidden one as its mark.
func (s *site) rangeOf(t *analysis.Table, row int, low, high string) string {
	a, okA := t.Int(row, low)
	b, okB := t.Int(row, high)
	switch {
	case okA && t.Cell(row, high) == nil: // no upper bound
		return "≥" + s.Number(a)
	case !okA || !okB:
		return t.Text(row, low)
	case a == b:
		return s.Number(a)
	}
	return s.Number(a) + "–" + s.Number(b)
}
