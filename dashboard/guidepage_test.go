package dashboard_test

import (
	"html"
	"strings"
	"testing"

	"rodedraad/analysis/analysistest"
	"rodedraad/data/guide"
	"rodedraad/data/model"
)

// The guide tells every code of the codebook, in both languages, with what was
// measured of it.
func TestGuidePageIsWhole(t *testing.T) {
	files := hostileSite(t)
	measured, err := model.MeasuredAccuracy()
	if err != nil {
		t.Fatal(err)
	}
	for name, language := range map[string]string{"codeboekgids.html": "nl", "en/codebook-guide.html": "en"} {
		page := html.UnescapeString(string(files[name]))
		for _, v := range analysistest.Codebook().Variables {
			for _, c := range v.Codes {
				for _, want := range []string{c.Label.In(language), c.Definition.In(language), guide.Measured(measured, v.Name, c.Code, language)} {
					if !strings.Contains(page, want) {
						t.Errorf("%s: %s %s lacks %q", name, v.Name, c.Code, want)
					}
				}
				for _, i := range c.Indicators {
					if !strings.Contains(page, "<code>"+i.Pattern+"</code>") {
						t.Errorf("%s: %s %s lacks indicator %q", name, v.Name, c.Code, i.Pattern)
					}
				}
			}
		}
	}
}

// The method page gives the figures that were measured, and leads to the guide.
func TestMethodPageHasTheMeasuredAccuracy(t *testing.T) {
	measured, err := model.MeasuredAccuracy()
	if err != nil {
		t.Fatal(err)
	}
	for name, language := range map[string]string{"methode.html": "nl", "en/method.html": "en"} {
		page := string(hostileSite(t)[name])
		for _, s := range measured.Variables {
			if want := guide.Figure(s.F1, language); !strings.Contains(page, want) {
				t.Errorf("%s lacks F1 %s of %s", name, want, s.Variable)
			}
		}
		if !strings.Contains(page, "codeboekgids.html") && !strings.Contains(page, "codebook-guide.html") {
			t.Errorf("%s does not lead to the guide", name)
		}
		if strings.Contains(page, "accuracy_") {
			t.Errorf("%s has a text that is missing", name)
		}
	}
}
