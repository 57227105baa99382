package gold

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"rodedraad/data"
)

const marked = `{"style":"classic","kind":"inspectierapport","title":"Rapport","publication_date":"2017","inspectorates":["IGJ"],"calamities":[]}
---
# Rapport
## Conclusies
Het wijkteam kwam wekelijks. Niemand sprak het meisje. [[T05+ ~T04]] De school deed dat wel. [[RD1.3-]] Dat was goed.
| Veilig Thuis | de melding is niet gewogen [[RD2.3+ T06+]] |
## Aanbevelingen
1. Spreek ieder kind alleen, ook als dat tijd kost. [[aanb:instelling ~T05]]
`

func read(t *testing.T, text string) (MarkedReport, error) {
	t.Helper()
	list, err := Marked(fstest.MapFS{"x.md": {Data: []byte(text)}})
	if err != nil {
		return MarkedReport{}, err
	}
	return list[0], nil
}

func TestTagsGoToTheirSentence(t *testing.T) {
	r, err := read(t, marked)
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]Mark{}
	for i, m := range r.Marks {
		text := r.Text.Sentences[i].Text
		if strings.Contains(text, "[[") {
			t.Errorf("a tag stays in %q", text)
		}
		if len(m.Codes)+len(m.Near) > 0 {
			got[text] = m
		}
	}
	if len(got) != 4 {
		t.Errorf("%d sentences with tags, want 4: %v", len(got), got)
	}
	if m := got["Niemand sprak het meisje."]; m.Codes["T05"] != data.Present || !slices.Equal(m.Near, []string{"T04"}) {
		t.Errorf("the first tag gives %v", m)
	}
	if m := got["De school deed dat wel."]; m.Codes["RD1.3"] != data.ExplicitlyAbsent {
		t.Errorf("the second tag gives %v", m)
	}
}

func TestTagsMakeTheTruth(t *testing.T) {
	r, err := read(t, marked)
	if err != nil {
		t.Fatal(err)
	}
	truth := r.Truth
	if truth.RedThreads["RD1"] != string(data.ExplicitlyAbsent) || truth.RedThreads["RD2"] != string(data.Present) {
		t.Errorf("red threads %v", truth.RedThreads)
	}
	if !slices.Equal(truth.ThemesPresent, []string{"T05", "T06"}) || !slices.Equal(truth.SubcodesPresent, []string{"RD2.3"}) {
		t.Errorf("themes %v, sub-codes %v", truth.ThemesPresent, truth.SubcodesPresent)
	}
	if len(truth.Recommendations) != 1 || truth.Recommendations[0].StartsWith != "Spreek ieder kind alleen, ook als dat tijd kost." {
		t.Errorf("recommendations %v", truth.Recommendations)
	}
}

func TestMarkedReportsThatCannotBeRead(t *testing.T) {
	for _, change := range []struct{ old, new, want string }{
		{"---", "--", "no line"},
		{"T05+", "T05", "neither + nor -"},
		{`"kind"`, `"soort"`, "unknown field"},
	} {
		_, err := read(t, strings.Replace(marked, change.old, change.new, 1))
		if err == nil || !strings.Contains(err.Error(), change.want) || !strings.Contains(err.Error(), "x.md") {
			t.Errorf("%s for %s: %v", change.new, change.old, err)
		}
	}
}
