package layout

import "testing"

func TestLineEndHyphens(t *testing.T) {
	words := vocabulary{"veiligheidsplan": 2, "crisis-opvang": 1, "jeugdhulp": 3, "zeeegel": 0}
	for _, c := range []struct{ left, right, want string }{
		{"inspec-", "tie", "inspectie"},               // most hyphens fall away
		{"veiligheids-", "plan.", "veiligheidsplan."}, // known elsewhere in the document
		{"crisis-", "opvang", "crisis-opvang"},
		{"GGD-", "portaal", "GGD-portaal"}, // abbreviation
		{"RvdK-", "medewerker", "RvdK-medewerker"},
		{"OvJ-", "besluit", "OvJ-besluit"},
		{"Noord-", "Brabant", "Noord-Brabant"}, // capital after it
		{"2015-", "2016", "2015-2016"},
		{"12-", "jarige", "12-jarige"},
		{"begin-", "en", "begin- en"}, // stands for begintijd
		{"jeugd-", "of", "jeugd- of"},
		{"ex-", "partner", "ex-partner"},
		{"niet-", "acute", "niet-acute"},
		{"co-", "ouderschap", "co-ouderschap"}, // vowels would run together
		{"be-", "oordeling", "beoordeling"},
		{"Veilig-", "Thuis-arts", "Veilig-Thuis-arts"},
		{"VER-", "ANTWOORDING", "VERANTWOORDING"}, // capitals throughout
		{"verant\u00ad", "woordelijk", "verantwoordelijk"},
		{"landeli-", "jke", "landelijke"}, // some programs part the ij
		{"jeugd-", "ggz", "jeugd-ggz"},
		{"lvb-", "problematiek", "lvb-problematiek"},
		{"sociaal-", "emotioneel", "sociaal-emotioneel"},
		{"gezin", "dat", "gezin dat"},
		{"politie/", "justitie", "politie/justitie"},
		{"–", "toen", "– toen"},
		{"-", "toen", "- toen"},
		{"www.inspectie-", "jeugd.nl", "www.inspectie-jeugd.nl"},
	} {
		r := &reading{}
		r.put(1, 0, clean(c.left))
		j := words.atLineEnd(c.left, c.right)
		r.join(j)
		if got := string(r.text) + c.right; got != c.want {
			t.Errorf("%q + %q = %q, want %q", c.left, c.right, got, c.want)
		}
	}
}

func TestInvisibleMarksInsideWords(t *testing.T) {
	s := &sketch{}
	p := s.page()
	set(p, 70, 200, 10, "De verant\u00adwoordelijkheid ligt bij de gemeen\ufffete zelf en niet bij een ander.")
	_, passages := build(t, &s.doc)
	if want := "De verantwoordelijkheid ligt bij de gemeente zelf en niet bij een ander."; passages[0].Text != want {
		t.Errorf("%q", passages[0].Text)
	}
}
