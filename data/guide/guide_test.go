package guide

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"rodedraad/data"
	"rodedraad/data/model"
)

func measured(t *testing.T) (*data.Codebook, *model.Accuracy) {
	t.Helper()
	book, err := data.DefaultCodebook()
	if err != nil {
		t.Fatal(err)
	}
	a, err := model.MeasuredAccuracy()
	if err != nil {
		t.Fatal(err)
	}
	return book, a
}

// The committed guide is what the codebook and the measurement say now.
func TestGuideIsUpToDate(t *testing.T) {
	book, a := measured(t)
	got, err := os.ReadFile(filepath.Join("..", "codebook", "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	if string(got) != Markdown(book, a) {
		t.Error("data/codebook/README.md is not what the codebook says: run make guide")
	}
}

// Every code is in the guide with its definition, and every figure is of a code
// that the codebook has.
func TestGuideIsWhole(t *testing.T) {
	book, a := measured(t)
	text := Markdown(book, a)
	for _, v := range book.Variables {
		for _, c := range v.Codes {
			if !strings.Contains(text, "### "+c.Code+" "+c.Label.NL+"\n") || !strings.Contains(text, line(c.Definition.EN)) {
				t.Errorf("%s %s is not in the guide", v.Name, c.Code)
			}
			for _, i := range c.Indicators {
				if !strings.Contains(text, "- `"+i.Pattern+"`") {
					t.Errorf("%s %s: indicator %q is not in the guide", v.Name, c.Code, i.Pattern)
				}
			}
		}
	}
	for _, name := range []string{"ernst", "calamiteitstype", "setting", "gebied", "gezinskader", "slachtoffer", "leeftijdsgroep", "documentsoort", "aanbeveling"} {
		if book.Variable(name) == nil || a.WholeOf(name) == nil {
			t.Errorf("%s: is no variable or has no figures", name)
		}
	}
	known := 0
	for _, name := range []string{data.VarRedThread, data.VarTheme, data.VarSector, data.VarQuestion} {
		for _, c := range book.Variable(name).Codes {
			if a.Of(name, c.Code) != nil {
				known++
			}
		}
	}
	total := 0
	for _, s := range a.Codes {
		if s.Variable != "explicit_absence" {
			total++
		}
	}
	if a.Documents < 10 || known < 60 || known != total {
		t.Errorf("%d documents; %d of %d measured codes are in the codebook: run make accuracy", a.Documents, known, total)
	}
}

func TestMeasured(t *testing.T) {
	half, low, high := 0.5, 0.125, 0.875
	r := model.Range{Estimate: &half, Low: &low, High: &high}
	a := &model.Accuracy{Codes: []model.Scored{
		{Variable: "theme", Code: "T01", N: 17, Gold: 4, Coded: 4, Precision: r, Recall: r, F1: r},
		{Variable: "explicit_absence", Code: "T01", N: 17, Gold: 1},
		{Variable: "theme", Code: "T02", N: 17},
	}, Whole: []model.Share{{Variable: "victims", Right: 13, N: 17, Low: 0.53, High: 0.9}}}
	for _, c := range []struct{ got, want string }{
		{Measured(a, "thema", "T01", "nl"), "in 4 van 17 rapporten, gecodeerd in 4, precisie 0,50 (0,12–0,88), volledigheid 0,50 (0,12–0,88), F1 0,50 (0,12–0,88); uitdrukkelijk afwezig: in 1 van 17 rapporten, gecodeerd in 0"},
		{Measured(a, "thema", "T02", "en"), "in none of the 17 reports and coded nowhere"},
		{Measured(a, "oordeel", "adequaat", "en"), ""},
		{strings.Join(Together(a, "slachtoffer", "en"), ""), "right as a whole: 13 of 17 (0.53–0.90)"},
	} {
		if c.got != c.want {
			t.Errorf("got %q, want %q", c.got, c.want)
		}
	}
}
