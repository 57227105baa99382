package dashboard

import (
	"bytes"
	"cmp"
	"fmt"
	"strings"

	"rodedraad/analysis"
	"rodedraad/analysis/disclosure"
	"rodedraad/analysis/format"
	"rodedraad/analysis/statistics"
	"rodedraad/analysis/table"
	"rodedraad/dashboard/chart"
)

// figure is a chart with all that stands around it.
type figure struct {
	ID, Heading, About, Note string
	Lead                     string // the answer in one sentence
	Unit, Footer             string
	Key                      []string // what short names in the narrow chart mean
	Charts                   []panel
	Table                    dataTable
	CSV, JSON                string // links
	Empty                    bool
}

// panel is one chart of a figure; small multiples have several.
type panel struct {
	Heading, Href string
	chart.Figure
	Small bool
}

// dataTable is a table as a page shows it.
type dataTable struct {
	Caption string
	Heads   []head
	Rows    [][]cell
}

type head struct {
	Label, About string
	Numeric      bool
}

type cell struct {
	Text, Href      string
	Numeric, Header bool
}

// dataFile is a line of the data page.
type dataFile struct{ Title, Question, Unit, CSV, JSON string }

// newFigure makes a figure around an answer and writes its data files. The
// page is the path it stands on.
func (s *site) newFigure(page, key, heading, about string, links linker) (*figure, error) {
	t := s.tables[key]
	f := &figure{
		ID: slug(key), Heading: s.Say(heading), Note: "", Unit: s.unit(t.Unit), Footer: s.footer(),
	}
	if about != "" {
		f.About = s.Say(about)
	}
	f.Note = strings.Join(t.Notes, " ")
	f.Table = s.dataTable(page, t, links)
	f.Table.Caption = f.Heading
	f.Empty = len(t.Rows) == 0
	var err error
	f.CSV, f.JSON, err = s.dataFiles(key, t)
	f.CSV, f.JSON = relative(page, f.CSV), relative(page, f.JSON)
	return f, err
}

func (s *site) unit(unit string) string {
	if key := "unit_" + unit; s.Has(key) {
		return s.Say(key)
	}
	return s.Say("unit_other")
}

func (s *site) footer() string {
	return strings.Join([]string{
		s.count(s.size.documents, "document_1", "documents_n"), s.count(s.size.calamities, "calamity_1", "calamities_n"),
		s.Say("footer_codebook") + " " + cmp.Or(s.size.codebook, "–"), s.Say("footer_selection"),
	}, " · ")
}

func (s *site) count(n int64, one, many string) string {
	if n == 1 {
		return s.Say(one)
	}
	return s.Say(many, s.Number(n))
}

// headings name the tables that one query gives with other parameters.
var headings = map[string]string{
	"calamity_types": "type_chart", "calamity_settings": "setting_chart", "calamity_frames": "frame_chart",
}

// dataFiles writes the table as CSV and JSON, once.
func (s *site) dataFiles(key string, t *analysis.Table) (csv, json string, err error) {
	csv, json = s.path("file/"+key+".csv"), s.path("file/"+key+".json")
	if s.files[csv] != nil {
		return csv, json, nil
	}
	for name, write := range map[string]format.Writer{csv: format.CSV, json: format.JSON} {
		var b bytes.Buffer
		if err := write(&b, t); err != nil {
			return "", "", fmt.Errorf("%s: %w", name, err)
		}
		if err := s.add(name, b.Bytes()); err != nil {
			return "", "", err
		}
	}
	q, err := analysis.Find(t.Name)
	if err != nil {
		return "", "", err
	}
	title := t.Title
	if heading := headings[key]; heading != "" {
		title = s.Say(heading)
	}
	s.data = append(s.data, &dataFile{
		Title: title, Question: q.Question.In(s.Language), Unit: s.unit(t.Unit), CSV: csv, JSON: json,
	})
	return csv, json, nil
}

// linker gives the evidence behind a count: the path of a page with an anchor,
// or "". The column is the count's.
type linker func(t *analysis.Table, row int, column string) string

// plumbing are columns that pages leave out of tables: codes whose label is
// there too.
var plumbing = map[string]string{
	"outcome": "outcome_label", "sector": "sector_label", "red_thread": "red_thread_label", "age_group": "label",
	"organisation": "label", "addressee": "addressee_label",
}

func (s *site) dataTable(page string, t *analysis.Table, links linker) (d dataTable) {
	var columns []int
	for i, c := range t.Columns {
		if t.Index(plumbing[c.Name]) >= 0 {
			continue
		}
		columns = append(columns, i)
		d.Heads = append(d.Heads, head{c.Label, c.Description, c.Kind == table.Integer || c.Kind == table.Number})
	}
	for r, row := range t.Rows {
		var cells []cell
		headed := false
		for _, i := range columns {
			c := t.Columns[i]
			out := cell{Text: s.cellText(c, row[i]), Numeric: c.Kind == table.Integer || c.Kind == table.Number}
			if !out.Numeric && !headed && c.Name != "code" {
				out.Header, headed = true, true
			}
			if n, ok := row[i].(int64); ok && n > 0 && links != nil {
				if to := links(t, r, c.Name); to != "" {
					out.Href = relative(page, to)
				}
			}
			cells = append(cells, out)
		}
		d.Rows = append(d.Rows, cells)
	}
	return d
}

// cellText writes a cell for readers. A share of fewer than 20 units is left
// out: it would look firmer than it is.
func (s *site) cellText(c table.Column, v any) string {
	switch v := v.(type) {
	case int64:
		return s.Number(v)
	case float64:
		if strings.HasPrefix(c.Name, "share") {
			return s.Percent(v)
		}
		return s.Decimal(v, 1)
	}
	switch text := table.String(v); text {
	case analysisTotal:
		return s.Say("whole")
	case unknown:
		return s.Say("unknown")
	default:
		return text
	}
}

// What queries write for a total and for an unknown value.
const (
	analysisTotal = disclosure.Total
	unknown       = "onbekend"
)

// frequency makes a figure of documents by code.
func (s *site) frequency(page, key, variable, heading, about string, most int) (*figure, error) {
	t := s.tables[key]
	links := func(t *analysis.Table, row int, column string) string {
		if column == "codable" {
			return ""
		}
		anchor := map[string]string{"explicitly_absent": "#absent"}[column]
		if column == "named_only" {
			return ""
		}
		return s.path(s.codeKey(variable, t.Text(row, "code"))) + anchor
	}
	f, err := s.newFigure(page, key, heading, about, links)
	if err != nil {
		return nil, err
	}
	codable := s.size.codable
	firm := codable >= statistics.SmallSample
	b := chart.Bars{ID: "c-" + f.ID, Title: f.Heading, Description: f.Unit + ". " + f.Footer}
	for i := range t.Rows {
		n, _ := t.Int(i, "documents")
		if most > 0 && len(b.Bars) == most {
			f.About = strings.TrimSpace(f.About + " " + s.Say("top_of", most, len(t.Rows)))
			break
		}
		bar := chart.Bar{Label: t.Text(i, "label"), Value: float64(n), Text: s.Number(n)}
		if firm && n > 0 {
			share, _ := t.Float(i, "share")
			low, _ := t.Float(i, "share_low")
			high, _ := t.Float(i, "share_high")
			bar.Text += " (" + s.Percent(share) + ")"
			bar.Low, bar.High = low*float64(codable), high*float64(codable)
		}
		if n > 0 {
			bar.Href = relative(page, links(t, i, "documents"))
			bar.Title = s.Say("mark_title", bar.Label, s.Say("of", s.Number(n), s.Number(codable)))
		}
		b.Bars = append(b.Bars, bar)
	}
	f.About = strings.TrimSpace(s.Say("denominator", s.Number(codable)) + " " + f.About)
	if firm {
		f.About += " " + s.Say("interval_about")
	}
	s.lead(f, t, firm)
	f.Charts = make([]panel, 1)
	f.Charts[0].Figure, err = s.renderer.Horizontal(b)
	return f, err
}

// lead says the answer in a sentence, and how firm it is.
func (s *site) lead(f *figure, t *analysis.Table, firm bool) {
	best, at := int64(0), -1
	for i := range t.Rows {
		if n, ok := t.Int(i, "documents"); ok && n > best {
			best, at = n, i
		}
	}
	if at < 0 {
		f.Empty = true
		return
	}
	percent := ""
	if firm {
		share, _ := t.Float(at, "share")
		percent = " (" + s.Percent(share) + ")"
	} else {
		f.Note = strings.TrimSpace(f.Note + " " + s.Say("small_n"))
		f.Table.dropShares(t)
	}
	f.Lead = s.Say("lead_most", t.Text(at, "label"), s.Number(best), s.Number(s.size.codable), percent)
}

// dropShares takes the shares out of a table of few units.
func (d *dataTable) dropShares(t *analysis.Table) {
	keep := []int{}
	var heads []head
	at := 0
	for _, c := range t.Columns {
		if t.Index(plumbing[c.Name]) >= 0 {
			continue
		}
		if !strings.HasPrefix(c.Name, "share") {
			keep = append(keep, at)
			heads = append(heads, d.Heads[at])
		}
		at++
	}
	for r, row := range d.Rows {
		var cells []cell
		for _, i := range keep {
			cells = append(cells, row[i])
		}
		d.Rows[r] = cells
	}
	d.Heads = heads
}

// counts makes a figure of a count with a label: a number, or a range from a
// minimum to a maximum.
func (s *site) counts(page, key, heading, about, label, low, high string, links linker) (*figure, error) {
	f, err := s.newFigure(page, key, heading, about, links)
	if err != nil {
		return nil, err
	}
	t := s.tables[key]
	f.Charts, err = s.countPanel(page, f, t, label, low, high, links, func(row int) string {
		return s.rangeOf(t, row, low, high)
	})
	return f, err
}

// countPanel draws counts, dark up to low and light from there to high.
func (s *site) countPanel(page string, f *figure, t *analysis.Table, label, low, high string, links linker, text func(row int) string) ([]panel, error) {
	b := chart.Bars{ID: "c-" + f.ID, Title: f.Heading, Description: f.Unit + ". " + f.Footer}
	for i := range t.Rows {
		from, _ := t.Int(i, low)
		to, _ := t.Int(i, high)
		to = max(from, to) // without an upper bound the bar ends at the lower
		bar := chart.Bar{Label: t.Text(i, label), Value: float64(from), More: float64(to - from), Text: text(i)}
		if to > 0 {
			bar.Href = relative(page, links(t, i, low))
			bar.Title = s.Say("mark_title", bar.Label, bar.Text)
		}
		b.Bars = append(b.Bars, bar)
	}
	drawn, err := s.renderer.Horizontal(b)
	return []panel{{Figure: drawn}}, err
}
