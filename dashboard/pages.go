package dashboard

import (
	"cmp"
	"errors"
	"fmt"
	"slices"

	"rodedraad/analysis"
	"rodedraad/data"
)

// figures is the content of a page of charts.
type figures struct {
	Figures []*figure
	More    any
}

// pages writes all pages of a language.
func (s *site) pages() error {
	for _, write := range []func() error{
		s.overviewPage, s.threadsPage, s.themesPage, s.sectorsPage, s.victimsPage, s.documentsPage,
		s.documentPages, s.codePages, s.methodPage, s.guidePage, s.dataPage,
	} {
		if err := write(); err != nil {
			return err
		}
	}
	return nil
}

// collect gathers figures until one fails.
type collect struct {
	figures []*figure
	err     error
}

func (c *collect) add(f *figure, err error) {
	c.figures = append(c.figures, f)
	c.err = errors.Join(c.err, err)
}

type keyFigure struct{ Number, Label, Href string }

func (s *site) overviewPage() error {
	at := s.path("overview")
	var c collect
	c.add(s.frequency(at, "red_threads", "rode_draad", "threads_chart", "", 0))
	c.add(s.frequency(at, "themes", "thema", "themes_chart", "", 8))
	c.add(s.frequency(at, "sectors", "sector", "sectors_chart", "", 8))
	c.add(s.byYear(at, s.calamitySeries()))
	if c.err != nil {
		return c.err
	}
	t := s.tables["summary"]
	years := t.Text(0, "first_year")
	if last := t.Text(0, "last_year"); last != years {
		years += "–" + last
	}
	pages, _ := t.Int(0, "pages")
	keys := []keyFigure{
		{s.Number(s.size.documents), s.Say("key_documents"), relative(at, s.path("documents"))},
		{s.Number(s.size.calamities), s.Say("key_calamities"), relative(at, s.path("victims")) + "#list"},
		{s.rangeOf(t, 0, "victims_min", "victims_max"), s.Say("key_victims"), relative(at, s.path("victims"))},
		{cmp.Or(years, "–"), s.Say("key_years"), relative(at, s.path("documents")) + "#documents_by_year"},
		{s.Number(pages), s.Say("key_pages"), relative(at, s.path("documents"))},
	}
	return s.write("overview", "overview", s.Say("tagline"), s.Say("overview_intro"), figures{c.figures, keys})
}

func (s *site) threadsPage() error {
	at := s.path("threads")
	var c collect
	c.add(s.frequency(at, "red_threads", "rode_draad", "threads_chart", "", 0))
	c.add(s.frequency(at, "red_thread_subcodes", "rode_draad", "subcodes_chart", "", 0))
	c.add(s.periods(at))
	if c.err != nil {
		return c.err
	}
	return s.write("figures", "threads", s.Say("threads_title"), s.Say("threads_intro"), figures{Figures: c.figures})
}

func (s *site) themesPage() error {
	at := s.path("themes")
	var c collect
	c.add(s.frequency(at, "themes", "thema", "themes_chart", "", 0))
	c.add(s.questions(at))
	c.add(s.counts(at, "recommendations_by_addressee", "recommendations_chart", "", "addressee_label",
		"recommendations", "recommendations", func(t *analysis.Table, row int, column string) string {
			return s.path(s.codeKey("aanbeveling", t.Text(row, "addressee")))
		}))
	if c.err != nil {
		return c.err
	}
	return s.write("figures", "themes", s.Say("themes_title"), s.Say("themes_intro"), figures{Figures: c.figures})
}

// questions makes the figure of the basic questions: answered dark, all that
// ask them light.
func (s *site) questions(at string) (*figure, error) {
	t := s.tables["basic_questions"]
	total := *t
	total.Columns = append(slices.Clip(t.Columns), t.Columns[t.Index("answered")])
	total.Columns[len(total.Columns)-1].Name = "asked"
	total.Rows = nil
	for i, row := range t.Rows {
		a, _ := t.Int(i, "answered")
		u, _ := t.Int(i, "unanswered")
		n, _ := t.Int(i, "named")
		total.Rows = append(total.Rows, append(slices.Clip(row), a+u+n))
	}
	links := func(t *analysis.Table, row int, column string) string {
		if column == "codable" {
			return ""
		}
		return s.path(s.codeKey("basisvraag", t.Text(row, "code")))
	}
	f, err := s.newFigure(at, "basic_questions", "questions_chart", "questions_about", links)
	if err != nil {
		return nil, err
	}
	f.Charts, err = s.countPanel(at, f, &total, "label", "answered", "asked", links, func(row int) string {
		answered, _ := total.Int(row, "answered")
		asked, _ := total.Int(row, "asked")
		return s.Say("of", s.Number(answered), s.Number(asked))
	})
	return f, err
}

func (s *site) sectorsPage() error {
	at := s.path("sectors")
	var c collect
	c.add(s.frequency(at, "sectors", "sector", "sectors_chart", "", 0))
	c.add(s.cross(at))
	if c.err != nil {
		return c.err
	}
	return s.write("figures", "sectors", s.Say("sectors_title"), s.Say("sectors_intro"), figures{Figures: c.figures})
}

// eventYears links a year to the calamities of that year.
func (s *site) eventYears(t *analysis.Table, row int, column string) string {
	if year := t.Text(row, "year"); year != analysisTotal && column != "dated_by_report" {
		return s.path("victims") + "#y-" + slug(year)
	}
	return s.path("victims") + "#list"
}

func (s *site) calamitySeries() series {
	return series{
		key: "calamities_by_year", heading: "calamities_chart", about: "calamities_about", low: "calamities", high: "calamities",
		intervalLow: "calamities_low", intervalHigh: "calamities_high", links: s.eventYears,
	}
}

// yearGroup is the calamities of a year.
type yearGroup struct {
	Anchor, Heading string
	Events          []*event
}

func (s *site) victimsPage() error {
	at := s.path("victims")
	byCode := func(variable, column string) linker {
		return func(t *analysis.Table, row int, _ string) string {
			return s.path(s.codeKey(variable, t.Text(row, column)))
		}
	}
	var c collect
	c.add(s.byYear(at, s.calamitySeries()))
	c.add(s.byYear(at, series{
		key: "victims_by_year", heading: "victims_chart", about: "victims_about", low: "victims_min", high: "victims_max",
		only:  func(t *analysis.Table, row int) bool { return t.Text(row, "outcome") == analysisTotal },
		links: s.eventYears,
	}))
	c.add(s.counts(at, "victims_by_outcome", "outcome_chart", "", "outcome_label", "victims_min", "victims_max", byCode("slachtoffer", "outcome")))
	c.add(s.counts(at, "victims_by_age", "age_chart", "", "label", "victims_min", "victims_max", byCode("leeftijdsgroep", "age_group")))
	c.add(s.counts(at, "calamity_types", "type_chart", "", "label", "calamities", "calamities", byCode("calamiteitstype", "code")))
	c.add(s.counts(at, "calamity_settings", "setting_chart", "", "label", "calamities", "calamities", byCode("setting", "code")))
	c.add(s.counts(at, "calamity_frames", "frame_chart", "", "label", "calamities", "calamities", byCode("gezinskader", "code")))
	if c.err != nil {
		return c.err
	}
	var years []yearGroup
	for _, e := range s.events {
		if !e.InCorpus {
			continue
		}
		if n := len(years); n == 0 || years[n-1].Heading != e.Year {
			years = append(years, yearGroup{Anchor: "y-" + slug(e.Year), Heading: e.Year})
		}
		years[len(years)-1].Events = append(years[len(years)-1].Events, e)
	}
	return s.write("victims", "victims", s.Say("victims_title"), s.Say("victims_intro"), figures{c.figures, years})
}

func (s *site) documentsPage() error {
	at := s.path("documents")
	var c collect
	c.add(s.byYear(at, series{
		key: "documents_by_year", heading: "years_chart", low: "documents", high: "documents",
		links: func(t *analysis.Table, row int, _ string) string {
			return s.path("documents") + "#d-" + slug(t.Text(row, "year"))
		},
	}))
	c.add(s.counts(at, "documents_by_kind", "kinds_chart", "", "label", "documents", "documents",
		func(t *analysis.Table, row int, _ string) string {
			return s.path(s.codeKey("documentsoort", t.Text(row, "code")))
		}))
	c.add(s.counts(at, "documents_by_organisation", "organisations_chart", "", "label", "documents", "documents",
		func(t *analysis.Table, row int, _ string) string {
			return s.path(s.codeKey("organisatie", t.Text(row, "organisation")))
		}))
	if c.err != nil {
		return c.err
	}
	var counted []listed
	var others []*document
	year := "-"
	for _, d := range s.docs {
		if !d.InCorpus {
			others = append(others, d)
			continue
		}
		l := listed{document: d}
		if y := cmp.Or(d.Year, unknown); y != year {
			year, l.Anchor = y, "d-"+slug(y)
		}
		counted = append(counted, l)
	}
	return s.write("documents", "documents", s.Say("documents_title"), s.Say("documents_intro"),
		figures{c.figures, map[string]any{"Counted": counted, "Others": others}})
}

// listed is a document in the list; the first of a year carries its anchor.
type listed struct {
	*document
	Anchor string
}

func (s *site) dataPage() error {
	for _, q := range queries {
		if _, _, err := s.dataFiles(q.key, s.public(q.key)); err != nil {
			return err
		}
	}
	slices.SortFunc(s.data, func(a, b *dataFile) int { return cmp.Or(cmp.Compare(a.Title, b.Title), cmp.Compare(a.CSV, b.CSV)) })
	return s.write("data", "data", s.Say("data_title"), s.Say("data_intro"), s.data)
}

// public is a table as it may be downloaded: quotes that tell the exact date or
// place of an event are left out.
func (s *site) public(key string) *analysis.Table {
	t := s.tables[key]
	if key != "findings" {
		return t
	}
	out := *t
	out.Rows = slices.Clone(t.Rows)
	for i, row := range out.Rows {
		if t.Text(i, "variable") == data.VarEvent && private[t.Text(i, "code")] {
			row = slices.Clone(row)
			for _, column := range []string{"quote", "value", "reason"} {
				row[t.Index(column)] = nil
			}
			out.Rows[i] = row
		}
	}
	return &out
}

func (s *site) methodPage() error {
	at := s.path("method")
	completeness, err := s.newFigure(at, "completeness", "method_completeness", "", nil)
	if err != nil {
		return err
	}
	context, err := s.newFigure(at, "context", "method_context", "", nil)
	if err != nil {
		return err
	}
	accuracy, err := s.accuracy()
	if err != nil {
		return err
	}
	var book []*codebookPart
	parts := map[string]*codebookPart{}
	for _, c := range s.order {
		if parts[c.Variable] == nil {
			parts[c.Variable] = &codebookPart{Variable: c.Variable, Heading: s.variableLabel(c.Variable)}
			book = append(book, parts[c.Variable])
		}
		parts[c.Variable].Codes = append(parts[c.Variable].Codes, c)
	}
	return s.write("method", "method", s.Say("method_title"), s.Say("method_intro"), map[string]any{
		"Completeness": completeness, "Context": context, "Codebook": book, "Accuracy": accuracy,
		"Versions": fmt.Sprintf("%s %s · %s %s", s.Say("footer_codebook"), cmp.Or(s.size.codebook, "–"),
			s.Say("footer_stand"), cmp.Or(s.size.newest, "–")),
	})
}

// codebookPart is a variable with its codes.
type codebookPart struct {
	Variable, Heading string
	Codes             []*code
}
