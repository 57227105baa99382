package dashboard

import (
	"strings"

	"rodedraad/analysis"
	"rodedraad/data"
)

// codeGroup is the findings of one variable in a document.
type codeGroup struct {
	Variable, Heading string
	Findings          []finding
	NotMentioned      []finding
}

// eventView is a calamity on a document's page, with its evidence.
type eventView struct {
	Event    *event
	Number   int
	Findings []finding
}

func (s *site) documentPages() error {
	rows := map[string]map[string][]int{}
	for _, key := range []string{"recommendations", "reported_counts"} {
		t := s.tables[key]
		rows[key] = map[string][]int{}
		for i := range t.Rows {
			id := t.Text(i, "document_id")
			rows[key][id] = append(rows[key][id], i)
		}
	}
	for _, d := range s.docs {
		content := map[string]any{
			"Document": d, "Groups": s.codeGroups(d), "Events": s.eventViews(d), "Suicide": aboutSuicide(d),
			"Recommendations": pick(s.tables["recommendations"], rows["recommendations"][d.ID]),
			"Reported":        s.reported(rows["reported_counts"][d.ID]),
		}
		if err := s.write("document", d.Key, d.Title, "", content); err != nil {
			return err
		}
	}
	return nil
}

// aboutSuicide reports whether a document's page needs the words of help.
func aboutSuicide(d *document) bool {
	for _, e := range d.events {
		if strings.Contains(e.Types, "suicide") {
			return true
		}
	}
	return contains(d.Themes, "T20")
}

// pick gives rows of a table by column name.
func pick(t *analysis.Table, rows []int) []map[string]string {
	var out []map[string]string
	for _, i := range rows {
		m := map[string]string{}
		for _, c := range t.Columns {
			m[c.Name] = t.Text(i, c.Name)
		}
		out = append(out, m)
	}
	return out
}

func (s *site) reported(rows []int) []map[string]string {
	t := s.tables["reported_counts"]
	out := pick(t, rows)
	for n, i := range rows {
		if v, ok := t.Int(i, "figure"); ok {
			out[n]["figure"] = s.Number(v)
		}
	}
	return out
}

// inGroups are the variables that a document's page lists; events, victims and
// recommendations have a place of their own.
var inGroups = []string{
	data.VarRedThread, data.VarTheme, data.VarSector, data.VarQuestion, data.VarJudgement, data.VarMethod,
	data.VarPreventability, data.VarKind, data.VarOrganisation, data.VarPublication, data.VarTitle, data.VarCorpus,
}

func (s *site) codeGroups(d *document) []codeGroup {
	var out []codeGroup
	for _, variable := range inGroups {
		g := codeGroup{Variable: variable, Heading: s.variableLabel(variable)}
		for _, f := range d.findings {
			switch {
			case f.Variable != variable || f.Calamity != "":
			case f.Status == string(data.NotMentioned):
				g.NotMentioned = append(g.NotMentioned, f)
			default:
				g.Findings = append(g.Findings, f)
			}
		}
		if len(g.Findings)+len(g.NotMentioned) > 0 {
			out = append(out, g)
		}
	}
	return out
}

func (s *site) variableLabel(variable string) string {
	if book := s.options.Codebook; book != nil {
		if v := book.Variable(variable); v != nil && v.Label.In(s.Language) != "" {
			return v.Label.In(s.Language)
		}
	}
	return strings.ReplaceAll(strings.ToUpper(variable[:1])+variable[1:], "_", " ")
}

func (s *site) eventViews(d *document) []eventView {
	var out []eventView
	for i, e := range d.events {
		v := eventView{Event: e, Number: i + 1}
		for _, f := range d.findings {
			if f.Calamity == e.ID && len(f.Places) > 0 {
				v.Findings = append(v.Findings, f)
			}
		}
		out = append(out, v)
	}
	return out
}
