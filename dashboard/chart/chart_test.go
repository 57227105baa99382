package chart

import (
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"testing"

	"rodedraad/dashboard/assets"
)

func renderer(t *testing.T) *Renderer {
	t.Helper()
	script, err := assets.ECharts()
	if err != nil {
		t.Fatal(err)
	}
	r, err := New(script)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func sample() Bars {
	return Bars{ID: "x", Title: "Sectoren", Description: "Twee sectoren", Break: 1, BreakText: "Jeugdwet",
		Bars: []Bar{
			{Label: `Hulp "</script><b>`, Value: 12, Low: 8, High: 15, Text: "12", Href: "a.html?x=1&y=2", Title: "Hulp: 12"},
			{Label: "Politie", Value: 5, More: 2, Text: "5–7", Href: "b.html", Title: "Politie: 5–7"},
			{Label: "Onderwijs", Text: "<5"},
			{Label: "Zonder getal"},
		}}
}

// elements reads an SVG as XML, which fails when anything is not closed or
// escaped, and counts its elements.
func elements(t *testing.T, svg string) map[string]int {
	t.Helper()
	counts := map[string]int{}
	d := xml.NewDecoder(strings.NewReader(svg))
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return counts
		}
		if err != nil {
			t.Fatalf("%v in %s", err, svg)
		}
		if e, ok := token.(xml.StartElement); ok {
			counts[e.Name.Local]++
			for _, a := range e.Attr {
				if a.Name.Local == "style" || strings.HasPrefix(a.Name.Local, "on") || strings.HasPrefix(a.Name.Local, "ecmeta") {
					t.Errorf("%s has attribute %s", e.Name.Local, a.Name.Local)
				}
			}
		}
	}
}

func TestBarsAreLinksWithTheirNumber(t *testing.T) {
	r := renderer(t)
	for name, draw := range map[string]func(Bars) (Figure, error){"horizontal": r.Horizontal, "columns": r.Columns} {
		t.Run(name, func(t *testing.T) {
			f, err := draw(sample())
			if err != nil {
				t.Fatal(err)
			}
			for shape, svg := range map[string]string{"wide": string(f.Wide), "narrow": string(f.Narrow)} {
				counts := elements(t, svg)
				if counts["svg"] != 1 || counts["desc"] != 1 || counts["script"] != 0 || counts["style"] != 0 {
					t.Errorf("%s: elements are %v", shape, counts)
				}
				for _, want := range []string{`href="a.html?x=1&amp;y=2"`, `href="b.html"`, ">12</text>", ">5–7</text>", ">&lt;5</text>"} {
					if !strings.Contains(svg, want) {
						t.Errorf("%s lacks %s", shape, want)
					}
				}
				if n := strings.Count(svg, "Zonder getal"); n != 1 {
					t.Errorf("%s: a bar without a number has its label %d times", shape, n)
				}
				if strings.Contains(svg, "<b>") || strings.Contains(svg, "</script>") {
					t.Errorf("%s: a label got out of its text", shape)
				}
			}
		})
	}
}

func TestColumnsNameTheBreak(t *testing.T) {
	f, err := renderer(t).Columns(sample())
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(f.Wide), "Jeugdwet") || !strings.Contains(string(f.Narrow), "stroke-dasharray") {
		t.Error("the break in law is not marked")
	}
}

func TestSameChartSameBytes(t *testing.T) {
	r := renderer(t)
	a, err := r.Horizontal(sample())
	if err != nil {
		t.Fatal(err)
	}
	if _, err := r.Columns(sample()); err != nil {
		t.Fatal(err)
	}
	b, err := r.Horizontal(sample())
	if err != nil {
		t.Fatal(err)
	}
	if a != b {
		t.Error("a chart depends on what was drawn before it")
	}
}

func TestDotsHideWhatIsHidden(t *testing.T) {
	f := (&Renderer{}).Dots(Matrix{ID: "m", Rows: []string{"Politie"}, Columns: []string{"Eerste", "Tweede"}, Short: []string{"RD1", "RD2"},
		Cells: [][]Cell{{{Count: 7, Text: "7", Href: "a.html", Title: "7"}, {Count: 3, Text: "<5", Hidden: true, Href: "b.html"}}}})
	svg := string(f.Wide)
	elements(t, svg)
	if strings.Contains(svg, "b.html") || strings.Contains(svg, ">3<") || !strings.Contains(svg, "&lt;5") {
		t.Errorf("a hidden cell shows: %s", svg)
	}
}

func TestWrapKeepsEveryWord(t *testing.T) {
	for label, want := range map[string]string{
		"Raad voor de Bescherming":         "Raad voor de\nBescherming",
		"een volwassenenproblematiek hier": "een\nvolwassenenp\nroblematiek\nhier",
		"":                                 "",
	} {
		if got := wrap(label, 12); got != want {
			t.Errorf("%q becomes %q, want %q", label, got, want)
		}
	}
}
