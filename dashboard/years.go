package dashboard

import (
	"fmt"
	"strconv"
	"strings"

	"rodedraad/analysis"
	"rodedraad/analysis/statistics"
	"rodedraad/dashboard/chart"
)

// lawYear is the first year of the Youth Act, a break in every series.
const lawYear = 2015

// series is a chart by year, with years without a row drawn as zero: a gap in
// the axis would hide them.
type series struct {
	key, heading, about string
	low, high           string // count columns; the same for an exact count
	intervalLow         string // "" for no interval
	intervalHigh        string
	only                func(t *analysis.Table, row int) bool // nil: every row
	links               linker
}

func (s *site) byYear(page string, q series) (*figure, error) {
	f, err := s.newFigure(page, q.key, q.heading, q.about, q.links)
	if err != nil {
		return nil, err
	}
	t := s.tables[q.key]
	rows := map[int]int{}
	first, last := 0, 0
	unknown := -1
	for i := range t.Rows {
		if q.only != nil && !q.only(t, i) {
			continue
		}
		year, err := strconv.Atoi(t.Text(i, "year"))
		if err != nil {
			if t.Text(i, "year") != analysisTotal {
				unknown = i
			}
			continue
		}
		rows[year] = i
		if first == 0 || year < first {
			first = year
		}
		last = max(last, year)
	}
	b := chart.Bars{ID: "c-" + f.ID, Title: f.Heading, Description: f.Unit + ". " + f.Footer, BreakText: s.Say("law_2015")}
	for year := first; year <= last && year > 0; year++ {
		if year == lawYear {
			b.Break = len(b.Bars)
		}
		bar := chart.Bar{Label: strconv.Itoa(year), Text: "0"}
		if i, ok := rows[year]; ok {
			s.yearBar(page, &bar, t, i, q)
		}
		b.Bars = append(b.Bars, bar)
	}
	if unknown >= 0 {
		bar := chart.Bar{Label: s.Say("unknown")}
		s.yearBar(page, &bar, t, unknown, q)
		b.Bars = append(b.Bars, bar)
	}
	s.explainBreak(f, b.Break)
	f.Empty = len(b.Bars) == 0
	f.Charts = make([]panel, 1)
	f.Charts[0].Figure, err = s.renderer.Columns(b)
	return f, err
}

// explainBreak says what the line at the break is, where there is one.
func (s *site) explainBreak(f *figure, at int) {
	if at > 0 {
		f.About = strings.TrimSpace(f.About + " " + s.Say("break_about"))
	}
}

func (s *site) yearBar(page string, bar *chart.Bar, t *analysis.Table, row int, q series) {
	low, _ := t.Int(row, q.low)
	high, _ := t.Int(row, q.high)
	high = max(low, high)
	if high == 0 {
		return
	}
	bar.Value, bar.More, bar.Text = float64(low), float64(high-low), s.rangeOf(t, row, q.low, q.high)
	if q.intervalLow != "" {
		bar.Low, _ = t.Float(row, q.intervalLow)
		bar.High, _ = t.Float(row, q.intervalHigh)
	}
	bar.Href = relative(page, q.links(t, row, q.low))
	bar.Title = s.Say("mark_title", bar.Label, bar.Text)
}

// periods makes the small multiples: one chart for each red thread, all on one
// scale.
func (s *site) periods(page string) (*figure, error) {
	t := s.tables["red_threads_by_period"]
	links := func(t *analysis.Table, row int, column string) string {
		if column != "documents" || t.Text(row, "code") == analysisTotal {
			return ""
		}
		target := s.path(s.codeKey("rode_draad", t.Text(row, "code")))
		if period := t.Text(row, "period"); period != analysisTotal {
			target += "#" + periodAnchor(period)
		}
		return target
	}
	f, err := s.newFigure(page, "red_threads_by_period", "periods_chart", "periods_about", links)
	if err != nil {
		return nil, err
	}
	most := 0.0
	for i := range t.Rows {
		if share, ok := t.Float(i, "share"); ok && t.Text(i, "code") != analysisTotal {
			most = max(most, share)
		}
	}
	for _, c := range s.order {
		if c.Variable != "rode_draad" || c.Parent != "" {
			continue
		}
		b := chart.Bars{ID: "c-" + f.ID + "-" + slug(c.Code), Title: f.Heading + ": " + c.Label,
			Description: f.Unit + ". " + f.Footer, BreakText: s.Say("law_2015"), Most: most}
		for i := range t.Rows {
			if t.Text(i, "code") == c.Code && t.Text(i, "period") != analysisTotal {
				if t.Text(i, "period") == fmt.Sprintf("%d–%d", lawYear, lawYear+4) {
					b.Break = len(b.Bars)
				}
				b.Bars = append(b.Bars, s.periodBar(page, t, i, links))
			}
		}
		if len(f.Charts) == 0 {
			s.explainBreak(f, b.Break)
		}
		drawn, err := s.renderer.Horizontal(b)
		if err != nil {
			return nil, err
		}
		f.Charts = append(f.Charts, panel{Heading: c.Label, Href: relative(page, s.path(c.Key)), Figure: drawn, Small: true})
	}
	f.Empty = len(t.Rows) <= 1
	return f, nil
}

func (s *site) periodBar(page string, t *analysis.Table, row int, links linker) chart.Bar {
	codable, _ := t.Int(row, "codable")
	count, known := t.Int(row, "documents")
	bar := chart.Bar{Label: t.Text(row, "period"), Text: t.Text(row, "documents") + "/" + s.Number(codable)}
	if !known {
		return bar
	}
	bar.Value, _ = t.Float(row, "share")
	if codable >= statistics.SmallSample {
		bar.Text = s.Percent(bar.Value) + " (" + bar.Text + ")"
	}
	if count > 0 {
		bar.Href = relative(page, links(t, row, "documents"))
		bar.Title = s.Say("mark_title", bar.Label, bar.Text)
	}
	return bar
}

func periodAnchor(period string) string {
	first, _, _ := strings.Cut(period, "–")
	return "p-" + slug(first)
}

// cross makes the matrix of sectors and red threads.
func (s *site) cross(page string) (*figure, error) {
	t := s.tables["sectors_by_red_thread"]
	links := func(t *analysis.Table, row int, column string) string {
		sector, thread := t.Text(row, "sector"), t.Text(row, "red_thread")
		switch {
		case column != "documents" || (sector == analysisTotal && thread == analysisTotal):
			return ""
		case sector == analysisTotal:
			return s.path(s.codeKey("rode_draad", thread))
		case thread == analysisTotal:
			return s.path(s.codeKey("sector", sector))
		}
		return s.path(s.codeKey("rode_draad", thread)) + "#sector-" + slug(sector)
	}
	f, err := s.newFigure(page, "sectors_by_red_thread", "cross_chart", "cross_about", links)
	if err != nil {
		return nil, err
	}
	m := chart.Matrix{ID: "c-" + f.ID, Title: f.Heading, Description: f.Unit + ". " + f.Footer}
	at := map[string]int{}
	for i := range t.Rows {
		sector, thread := t.Text(i, "sector"), t.Text(i, "red_thread")
		if sector == analysisTotal || thread == analysisTotal {
			continue
		}
		if _, ok := at[sector]; !ok {
			at[sector] = len(m.Rows)
			m.Rows = append(m.Rows, t.Text(i, "sector_label"))
			m.Cells = append(m.Cells, nil)
		}
		row := at[sector]
		if row == 0 {
			m.Columns = append(m.Columns, t.Text(i, "red_thread_label"))
			m.Short = append(m.Short, thread)
			f.Key = append(f.Key, thread+" "+t.Text(i, "red_thread_label"))
		}
		n, known := t.Int(i, "documents")
		c := chart.Cell{Count: float64(n), Text: t.Text(i, "documents"), Hidden: !known}
		if n > 0 {
			c.Href = relative(page, links(t, i, "documents"))
			c.Title = s.Say("mark_title", t.Text(i, "sector_label")+", "+t.Text(i, "red_thread_label"), s.Number(n))
		}
		m.Cells[row] = append(m.Cells[row], c)
	}
	f.Empty = len(m.Rows) == 0
	f.Charts = []panel{{Figure: s.renderer.Dots(m)}}
	return f, nil
}

// together gives the documents in which a red thread stands together with each
// sector, for the crossings that the chart shows.
func (s *site) together(thread *code) []group {
	t := s.tables["sectors_by_red_thread"]
	var out []group
	for i := range t.Rows {
		sector := t.Text(i, "sector")
		n, ok := t.Int(i, "documents")
		if t.Text(i, "red_thread") != thread.Code || sector == analysisTotal || !ok || n == 0 {
			continue
		}
		g := group{Anchor: "sector-" + slug(sector), Heading: t.Text(i, "sector_label")}
		for _, d := range s.docs {
			if d.InCorpus && contains(d.Sectors, sector) && s.hasThread(d, thread.Code) {
				g.Documents = append(g.Documents, d)
			}
		}
		out = append(out, g)
	}
	return out
}

// group is a heading with documents under it.
type group struct {
	Anchor, Heading string
	Documents       []*document
}

func contains(list []string, s string) bool {
	for _, v := range list {
		if v == s {
			return true
		}
	}
	return false
}

// hasThread reports whether a document has a red thread, or a sub-code of it.
func (s *site) hasThread(d *document, thread string) bool {
	for _, name := range d.Threads {
		if c := s.codes[[2]string{"rode_draad", name}]; name == thread || (c != nil && c.Parent == thread) {
			return true
		}
	}
	return false
}
