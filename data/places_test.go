package data

import "testing"

func places(t *testing.T) *Places {
	t.Helper()
	p, err := DefaultPlaces()
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func TestMunicipalityFollowsMergersAndNames(t *testing.T) {
	p := places(t)
	for _, c := range []struct {
		name      string
		year      int
		code, now string
	}{
		{"Hengelo", 2019, "gm0164", "gm0164"},
		{"Den Haag", 2010, "gm0518", "gm0518"},
		{"’s-Gravenhage", 0, "gm0518", "gm0518"},
		{"Cuijk", 2015, "gm1684", "gm1982"}, // merged into Land van Cuijk on 1-1-2022
		{"Land van Cuijk", 2023, "gm1982", "gm1982"},
	} {
		m, ok := p.Municipality(c.name, c.year)
		if !ok || m.Code != c.code {
			t.Errorf("%s in %d: got %q %v, want %s", c.name, c.year, m.Code, ok, c.code)
			continue
		}
		if now := p.Now(m.Code); now != c.now {
			t.Errorf("%s now: got %q, want %s", c.name, now, c.now)
		}
	}
	for _, name := range []string{"Bergen", "Onbestaande"} {
		if m, ok := p.Municipality(name, 2020); ok {
			t.Errorf("%s: found %s, want none: it is ambiguous or no municipality", name, m.Code)
		}
	}
}

// 342 municipalities exist since 2023 (CBS); every merger must lead somewhere.
func TestMunicipalityListIsComplete(t *testing.T) {
	p := places(t)
	active := 0
	for _, m := range p.Municipalities {
		if m.To == "" {
			active++
		}
		for _, s := range m.Successors {
			if _, ok := p.byCode[s]; !ok {
				t.Errorf("%s names successor %s, which is not in the list", m.Code, s)
			}
		}
		if _, _, ok := Province(m.Province); !ok {
			t.Errorf("%s lies in unknown province %q", m.Code, m.Province)
		}
	}
	if active != 342 {
		t.Errorf("got %d municipalities that exist, want 342", active)
	}
}

func TestListsAreWellFormed(t *testing.T) {
	organisations, err := Organisations()
	if err != nil {
		t.Fatal(err)
	}
	codes := map[string]bool{}
	for _, o := range organisations {
		codes[o.Code] = true
	}
	for _, o := range organisations {
		if o.Successor != "" && !codes[o.Successor] {
			t.Errorf("%s: successor %s is not in the list", o.Code, o.Successor)
		}
	}
	figures, err := ContextSeries()
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range figures {
		if f.Definition == "" || f.Source == "" || f.Unit == "" {
			t.Errorf("%s %s: definition, source and unit are obligatory", f.Series, f.Period)
		}
	}
}
