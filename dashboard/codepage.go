package dashboard

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"rodedraad/data"
)

// codeView is the content of a code's page: what it means, and everywhere it
// was found.
type codeView struct {
	Code     *code
	Count    string
	Years    []evidenceYear
	Absent   []finding
	Together []group
	Events   []*event
	Lists    []*document
	Suicide  bool
}

// evidenceYear is the evidence in reports of one year of publication.
type evidenceYear struct {
	Anchors  []string
	Heading  string
	Findings []finding
}

func (s *site) codePages() error {
	for _, c := range s.order {
		if c.Key == "" {
			continue
		}
		if err := s.write("code", c.Key, c.Label, "", s.codeView(c)); err != nil {
			return err
		}
	}
	return nil
}

func (s *site) codeView(c *code) codeView {
	v := codeView{Code: c, Suicide: c.Code == "T20" || c.Code == "suicide" || c.Code == "suicidepoging"}
	present := s.evidence(c)
	switch c.Variable {
	case "calamiteitstype", "setting", "gezinskader", "leeftijdsgroep", "slachtoffer":
		v.Events = s.eventsWith(c)
	case "documentsoort", "organisatie":
		for _, d := range s.docs {
			if d.InCorpus && (cmp.Or(d.Kind, unknown) == c.Code || c.Variable == "organisatie" && contains(splitOrganisations(d), c.Code)) {
				v.Lists = append(v.Lists, d)
			}
		}
	}
	v.Years = byYear(present)
	for _, f := range s.hits[c.Variable+"/"+c.Code] {
		if f.Status == string(data.ExplicitlyAbsent) {
			v.Absent = append(v.Absent, f)
		}
	}
	v.Count = s.countOf(c, present)
	if c.Variable == data.VarRedThread && c.Parent == "" {
		v.Together = s.together(c)
	}
	return v
}

func splitOrganisations(d *document) []string {
	return strings.Split(d.Organisations, ", ")
}

// evidence gives the findings that count for a code, with those of its
// sub-codes, document by document. A place that a sub-code shows is not shown
// again for its parent.
func (s *site) evidence(c *code) []finding {
	var found []finding
	for _, child := range c.Children {
		found = append(found, s.hits[c.Variable+"/"+child.Code]...)
	}
	found = append(found, s.hits[c.Variable+"/"+c.Code]...)
	type spot struct{ document, page, quote string }
	seen := map[spot]bool{}
	var present []finding
	for _, f := range found {
		if f.Status != string(data.Present) || (c.Variable == data.VarSector && f.Value == "genoemd") {
			continue
		}
		places := []place{}
		for _, p := range f.Places {
			if at := (spot{f.Document.ID, p.Page, p.Quote}); !seen[at] {
				seen[at] = true
				places = append(places, p)
			}
		}
		if len(places) > 0 || len(f.Places) == 0 {
			f.Places = places
			present = append(present, f)
		}
	}
	rank := map[*document]int{}
	for i, d := range s.docs {
		rank[d] = i
	}
	slices.SortStableFunc(present, func(a, b finding) int {
		return cmp.Or(cmp.Compare(rank[a.Document], rank[b.Document]), strings.Compare(a.Code, b.Code))
	})
	return present
}

// countOf says in how many documents and places a code was found, in the
// figures of the query where there is one.
func (s *site) countOf(c *code, present []finding) string {
	documents := map[*document]bool{}
	places := 0
	for _, f := range present {
		documents[f.Document] = true
		places += len(f.Places)
	}
	n, mentions := int64(len(documents)), int64(places)
	for _, key := range []string{"red_threads", "red_thread_subcodes", "themes", "sectors"} {
		t := s.tables[key]
		for i := range t.Rows {
			if t.Text(i, "code") == c.Code {
				n, _ = t.Int(i, "documents")
				mentions, _ = t.Int(i, "mentions")
			}
		}
	}
	if n == 0 {
		return ""
	}
	return s.Say("code_count", s.Number(n), s.Number(mentions))
}

// byYear groups findings by year of publication, the newest first; the first
// year of a period of five carries the period's anchor too.
func byYear(found []finding) []evidenceYear {
	years := map[string][]finding{}
	order := []string{}
	for _, f := range found {
		year := cmp.Or(f.Document.Year, unknown)
		if years[year] == nil {
			order = append(order, year)
		}
		years[year] = append(years[year], f)
	}
	slices.SortFunc(order, func(a, b string) int { return strings.Compare(b, a) })
	seen := map[string]bool{}
	var out []evidenceYear
	for _, year := range order {
		period := "p-" + year
		if n, err := strconv.Atoi(year); err == nil {
			period = "p-" + strconv.Itoa(n/5*5)
		}
		e := evidenceYear{Anchors: []string{"y-" + slug(year)}, Heading: year, Findings: years[year]}
		if !seen[period] {
			seen[period] = true
			e.Anchors = append(e.Anchors, slug(period))
		}
		out = append(out, e)
	}
	return out
}

// eventsWith gives the calamities that a characteristic is counted in.
func (s *site) eventsWith(c *code) []*event {
	var out []*event
	for _, e := range s.events {
		has := false
		switch c.Variable {
		case "calamiteitstype":
			has = contains(list(cmp.Or(e.Types, unknown)), c.Code)
		case "setting":
			has = cmp.Or(e.SettingCode, unknown) == c.Code
		case "gezinskader":
			has = contains(list(cmp.Or(e.Frame, unknown)), c.Code)
		case "leeftijdsgroep", "slachtoffer":
			for _, g := range e.Groups {
				has = has || (c.Variable == "slachtoffer" && g.OutcomeCode == c.Code) || (c.Variable == "leeftijdsgroep" && g.AgeCode == c.Code)
			}
		}
		if has && e.InCorpus {
			out = append(out, e)
		}
	}
	return out
}
