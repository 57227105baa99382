package chart

import (
	"cmp"
	"encoding/json"
	"fmt"
	"html"
	"html/template"
	"math"
	"slices"
	"strings"

	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"
)

// The colours are safe for colour-blind readers (a blue, and an orange that is
// darker, after Okabe and Ito, 2008) and have a contrast of at least 3 to 1 with
// white.
const (
	blue  = "#1f5f8b"
	light = "#9cc0d9"
	ink   = "#1d2733"
	grey  = "#5b6673"
	rule  = "#c9d1d9"
	amber = "#a04a00"
	faint = "#8a97a5" // an interval outside its bar
)

// Bar is one line of a bar chart.
type Bar struct {
	Label string
	Value float64
	More  float64 // from Value to the most it can be, drawn lighter; 0: exact
	// Low and High are an interval, drawn as a thin line when High is more than
	// Low.
	Low, High float64
	Text      string // at the end of the bar; a hidden count has its mark here
	Href      string // the evidence; "" when there is none
	Title     string // said of the bar when pointed at, and by a screen reader
}

// Bars is a bar chart.
type Bars struct {
	ID, Title, Description string
	Bars                   []Bar
	// Break is a line between two bars: before the bar of that number, where
	// a law changed.
	Break     int
	BreakText string
	Most      float64 // the end of the scale; 0: what the bars need
}

func (b Bars) most() float64 {
	most := b.Most
	for _, bar := range b.Bars {
		most = max(most, bar.Value+bar.More, bar.High)
	}
	return max(most, 1)
}

// Figure is a chart in the shapes that a page needs: wide, and narrow for a
// telephone. The style sheet shows one of them.
type Figure struct {
	Wide, Narrow template.HTML
}

// Horizontal draws bars from left to right, for frequencies.
func (r *Renderer) Horizontal(b Bars) (Figure, error) {
	return r.both(b, r.horizontal)
}

// Columns draws bars upright, for years; on a narrow page they lie down.
func (r *Renderer) Columns(b Bars) (Figure, error) {
	return r.both(b, r.columns)
}

func (r *Renderer) both(b Bars, wide func(Bars) (template.HTML, error)) (f Figure, err error) {
	if len(b.Bars) == 0 {
		return f, nil
	}
	id := b.ID
	b.ID = id + "-w"
	if f.Wide, err = wide(b); err != nil {
		return f, fmt.Errorf("chart %s: %w", id, err)
	}
	b.ID = id + "-n"
	if f.Narrow, err = r.narrow(b); err != nil {
		return f, fmt.Errorf("chart %s: %w", id, err)
	}
	return f, nil
}

const wideWidth, narrowWidth = 860, 320

// horizontal puts the labels to the left of the bars.
func (r *Renderer) horizontal(b Bars) (template.HTML, error) {
	const left, pitch, perLine = 290, 40, 40
	labels := make([]string, len(b.Bars))
	for i, bar := range b.Bars {
		labels[i] = wrap(bar.Label, perLine)
	}
	g := geometry{width: wideWidth, left: left, top: 8, bottom: 8, pitch: pitch, right: b.rightMargin(7.2)}
	return r.lying(b, labels, g, "chart-wide")
}

// narrow puts each label above its bar.
func (r *Renderer) narrow(b Bars) (template.HTML, error) {
	const perLine = 38
	short := true
	for _, bar := range b.Bars {
		short = short && len([]rune(bar.Label)) <= 9
	}
	labels := make([]string, len(b.Bars))
	g := geometry{width: narrowWidth, left: 2, top: 4, bottom: 8, right: b.rightMargin(7.2)}
	if short { // years
		for i, bar := range b.Bars {
			labels[i] = bar.Label
		}
		g.left, g.pitch = 78, 34
		return r.lying(b, labels, g, "chart-narrow")
	}
	lines := 1
	for i, bar := range b.Bars {
		labels[i] = wrap(bar.Label, perLine)
		lines = max(lines, 1+strings.Count(labels[i], "\n"))
	}
	g.above = 8 + 17*lines
	g.pitch = 30 + g.above
	return r.lying(b, labels, g, "chart-narrow")
}

func (b Bars) rightMargin(perCharacter float64) int {
	longest := 0
	for _, bar := range b.Bars {
		longest = max(longest, len([]rune(bar.Text)))
	}
	return 14 + int(perCharacter*float64(longest))
}

// geometry says where things stand, in pixels.
type geometry struct {
	width, left, right, top, bottom int
	pitch                           int // from one bar to the next
	above                           int // room for a label above each bar
}

const thickness = 24 // of a bar: also the least size of something to click on

func (r *Renderer) lying(b Bars, labels []string, g geometry, class string) (template.HTML, error) {
	height := g.top + g.pitch*len(b.Bars) + g.bottom
	drawn := height + g.above // ECharts keeps its grid within its canvas; the rest is cut off
	c := newBarChart(labels)
	b.addSeries(c, false)
	option, err := encode(c)
	if err != nil {
		return "", err
	}
	down := 0 // bars move down within their band, to make room above
	if g.above > 0 {
		down = g.above/2 - 2
	}
	option["grid"] = []any{map[string]any{
		"left": g.left, "right": g.right, "top": g.top + down, "height": g.pitch * len(b.Bars), "containLabel": false, "show": false,
	}}
	option["xAxis"] = []any{valueAxis(b.most())}
	axis := categoryAxis(labels)
	axis["inverse"] = true
	option["yAxis"] = []any{axis}
	extra := b.breakAcross(g)
	if g.above > 0 {
		axis["axisLabel"].(map[string]any)["show"] = false
		extra += aboveLabels(labels, g)
	}
	return r.finish(option, b, frame{class: class, width: g.width, height: height, extra: extra}, drawn)
}

func aboveLabels(labels []string, g geometry) string {
	var out strings.Builder
	for i, label := range labels {
		lines := strings.Split(label, "\n")
		bar := g.top + i*g.pitch + g.above/2 - 2 + (g.pitch-thickness)/2
		for n, line := range lines {
			y := bar - 6 - 17*(len(lines)-1-n)
			fmt.Fprintf(&out, `<text x="%d" y="%d" fill="%s" font-size="13px">%s</text>`, g.left, y, ink, html.EscapeString(line))
		}
	}
	return out.String()
}

// breakAcross draws the line where a law changed, over lying bars. There is no
// room for words beside the numbers; the caption has them.
func (b Bars) breakAcross(g geometry) string {
	if b.Break <= 0 || b.Break >= len(b.Bars) {
		return ""
	}
	return fmt.Sprintf(`<path d="M0 %d H%d" stroke="%s" stroke-dasharray="5 4" fill="none"></path>`,
		g.top+b.Break*g.pitch, g.width, amber)
}

func (r *Renderer) columns(b Bars) (template.HTML, error) {
	const height, left, right, top, bottom = 300, 10, 10, 44, 34
	labels := make([]string, len(b.Bars))
	for i, bar := range b.Bars {
		labels[i] = bar.Label
	}
	c := newBarChart(labels)
	b.addSeries(c, true)
	option, err := encode(c)
	if err != nil {
		return "", err
	}
	option["grid"] = []any{map[string]any{
		"left": left, "right": right, "top": top, "bottom": bottom, "containLabel": false, "show": false,
	}}
	axis := categoryAxis(labels)
	axis["axisLine"] = map[string]any{"show": true, "lineStyle": map[string]any{"color": rule}}
	axis["axisLabel"].(map[string]any)["interval"] = map[bool]any{true: "auto", false: 0}[len(labels) > 20]
	option["xAxis"] = []any{axis}
	option["yAxis"] = []any{valueAxis(b.most())}
	extra := ""
	if b.Break > 0 && b.Break < len(b.Bars) {
		x := left + float64(b.Break)*float64(wideWidth-left-right)/float64(len(b.Bars))
		extra = fmt.Sprintf(`<path d="M%.1f 16 V%d" stroke="%s" stroke-dasharray="5 4" fill="none"></path>`+
			`<text x="%.1f" y="22" fill="%s" font-size="13px">%s</text>`,
			x, height-bottom, amber, x+6, amber, html.EscapeString(b.BreakText))
	}
	return r.finish(option, b, frame{class: "chart-wide", width: wideWidth, height: height, extra: extra}, height)
}

// finish renders an option at a height and puts it in its frame.
func (r *Renderer) finish(option map[string]any, b Bars, f frame, drawn int) (template.HTML, error) {
	source, err := r.svg(option, f.width, drawn)
	if err != nil {
		return "", err
	}
	f.id, f.title, f.description = b.ID, b.Title, b.Description
	f.marks = map[[2]int]mark{}
	for i, bar := range b.Bars {
		if bar.Href != "" && bar.Value > 0 {
			f.marks[[2]int{0, i}] = mark{bar.Href, bar.Title}
		}
		if bar.Href != "" && bar.More > 0 {
			f.marks[[2]int{1, i}] = mark{bar.Href, bar.Title}
		}
	}
	return rebuild(source, f)
}

func newBarChart(labels []string) *charts.Bar {
	c := charts.NewBar()
	c.SetGlobalOptions(
		charts.WithAnimation(false),
		charts.WithLegendOpts(opts.Legend{Show: opts.Bool(false)}),
		charts.WithTooltipOpts(opts.Tooltip{Show: opts.Bool(false)}),
		charts.WithColorsOpts(opts.Colors{blue, light, grey}),
	)
	c.SetXAxis(labels)
	return c
}

// addSeries adds the bars, their extension to the most they can be, and a
// series without marks of its own that carries end texts and intervals.
func (b Bars) addSeries(c *charts.Bar, upright bool) {
	var values, more []opts.BarData
	var ends []opts.ScatterData
	var inside, outside []opts.MarkLineNameCoordItem
	for i, bar := range b.Bars {
		values = append(values, opts.BarData{Value: bar.Value})
		more = append(more, opts.BarData{Value: bar.More})
		end := bar.Value + bar.More
		if bar.High > bar.Low {
			inside = append(inside, line(bar.Low, bar.Value, i, upright))
			outside = append(outside, line(bar.Value, bar.High, i, upright))
			if !upright { // upright bars have their number on the bar, over the line
				end = max(end, bar.High)
			}
		}
		ends = append(ends, opts.ScatterData{Name: cmp.Or(bar.Text, " "), Value: point(end, i, upright)})
	}
	width := charts.WithBarChartOpts(opts.BarChart{Stack: "count", BarWidth: fmt.Sprint(thickness)})
	c.AddSeries("value", values, width)
	if slices.ContainsFunc(b.Bars, func(bar Bar) bool { return bar.More > 0 }) {
		c.AddSeries("more", more, width)
	}
	texts := charts.NewScatter()
	position := map[bool]string{true: "top", false: "right"}[upright]
	if len(inside) > 0 {
		texts.AddSeries("inside", nil, intervals(inside, "#ffffff")...)
		texts.AddSeries("outside", nil, intervals(outside, faint)...)
	}
	texts.AddSeries("text", ends, charts.WithLabelOpts(opts.Label{
		Show: opts.Bool(true), Position: position, Formatter: "{b}", Color: ink, FontSize: 13, FontWeight: "600",
	}))
	c.Overlap(texts)
}

func line(from, to float64, i int, upright bool) opts.MarkLineNameCoordItem {
	return opts.MarkLineNameCoordItem{Coordinate0: point(from, i, upright), Coordinate1: point(to, i, upright)}
}

// intervals draws thin lines: light on the bar, grey beyond it.
func intervals(lines []opts.MarkLineNameCoordItem, color string) []charts.SeriesOpts {
	return []charts.SeriesOpts{
		charts.WithMarkLineNameCoordItemOpts(lines...),
		charts.WithMarkLineStyleOpts(opts.MarkLineStyle{
			Symbol: []string{"none", "none"}, Label: &opts.Label{Show: opts.Bool(false)},
			LineStyle: &opts.LineStyle{Color: color, Width: 1.5, Type: "solid"},
		}),
	}
}

func point(value float64, i int, upright bool) []any {
	if upright {
		return []any{i, value}
	}
	return []any{value, i}
}

// encode gives the option as plain values, to be finished where go-echarts has
// no words for it.
func encode(c *charts.Bar) (map[string]any, error) {
	c.Validate()
	text, err := json.Marshal(c.JSON())
	if err != nil {
		return nil, fmt.Errorf("encode a chart: %w", err)
	}
	var option map[string]any
	if err := json.Unmarshal(text, &option); err != nil {
		return nil, fmt.Errorf("encode a chart: %w", err)
	}
	for _, unused := range []string{"legend", "tooltip", "title", "toolbox", "dataZoom", "visualMap"} {
		delete(option, unused) // ECharts lays out even what it does not show
	}
	for _, s := range option["series"].([]any) {
		series := s.(map[string]any)
		series["silent"] = series["type"] != "bar"
		series["emphasis"] = map[string]any{"disabled": true}
		if series["type"] == "scatter" {
			series["symbolSize"] = 0.01
		}
		if series["name"] == "text" {
			series["z"] = 10 // numbers stand over lines, with a white edge
			label := series["label"].(map[string]any)
			label["textBorderColor"], label["textBorderWidth"] = "#fff", 4
		}
	}
	return option, nil
}

func valueAxis(most float64) map[string]any {
	return map[string]any{"type": "value", "show": false, "min": 0, "max": math.Max(most, 1)}
}

func categoryAxis(labels []string) map[string]any {
	return map[string]any{
		"type": "category", "data": labels,
		"axisTick": map[string]any{"show": false}, "axisLine": map[string]any{"show": false},
		"axisLabel": map[string]any{"color": ink, "fontSize": 13, "interval": 0, "margin": 10, "lineHeight": 17},
	}
}

// wrap breaks a label between words into lines of at most so many characters; a
// word that is longer than a line is broken too.
func wrap(s string, most int) string {
	var lines []string
	for word := range strings.FieldsSeq(s) {
		for letters := []rune(word); len(letters) > most; letters = []rune(word) {
			lines = append(lines, string(letters[:most]))
			word = string(letters[most:])
		}
		last := len(lines) - 1
		if last >= 0 && len([]rune(lines[last]))+1+len([]rune(word)) <= most {
			lines[last] += " " + word
		} else {
			lines = append(lines, word)
		}
	}
	return strings.Join(lines, "\n")
}
