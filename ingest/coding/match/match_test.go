package match

import (
	"strings"
	"testing"

	"rodedraad/data"
	"rodedraad/ingest/coding/prose"
)

var concepts = map[string][]string{
	"kind":  {"kind", "kinderen", "jeugdige*", "de (oudste|jongste) dochter"},
	"niet":  {"niet", "geen", "onvoldoende", "te laat"},
	"zien":  {"gezien", "gesproken", "zag"},
	"hulp":  {"=GGZ", "behandelaar", "{arts}"},
	"arts":  {"*arts", "psychiater"},
	"kring": {"{kring}"},
}

func found(t *testing.T, pattern, text string) []string {
	t.Helper()
	set, err := Compile([]Rule{{ID: 1, Pattern: pattern, Concepts: concepts}})
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, s := range prose.FromPassage(text, data.Findings).Sentences {
		for _, h := range set.Find(&s) {
			out = append(out, s.Passage.Text[h.Start:h.End])
		}
	}
	return out
}

func TestPatterns(t *testing.T) {
	for _, c := range []struct{ pattern, text, want string }{
		{"signaal", "Signalen en een signaal.", "Signalen signaal"},
		{"kind", "Kinderen en een kind.", "kind"},
		{"suicide", "De suïcide van vader.", "suïcide"},
		{"=kind", "Het kind en de kinderen.", "kind"},
		{"kind*", "De kindcheck is niet gedaan.", "kindcheck"},
		{"*zorg", "Volwassenenzorg en zorgmijding.", "Volwassenenzorg"},
		{"*zorg*", "Volwassenenzorg en zorgmijding.", "Volwassenenzorg zorgmijding"},
		{"te laat", "Men schaalde te laat op.", "te laat"},
		{"te laat", "Te vaak kwam men laat.", ""},
		{"te laat", "Te, zo bleek, laat.", ""},
		{"te laat", "Te - laat.", "Te - laat"},
		{"schaalde ..3 op", "Men schaalde pas na maanden op.", "schaalde pas na maanden op"},
		{"schaalde ..2 op", "Men schaalde pas na maanden op.", ""},
		{"(te laat|niet ..1 tijdig) opgeschaald", "Er is niet erg tijdig opgeschaald.", "niet erg tijdig opgeschaald"},
		{"{kind}", "De jeugdigen, de oudste dochter en het kind.", "jeugdigen de oudste dochter kind"},
		{"<6: {hulp} {niet} {kind}>", "De kinderen zijn door de huisarts niet gezien.", "kinderen zijn door de huisarts niet"},
		{"<5: {hulp} {niet} {kind}>", "De kinderen zijn door de huisarts niet gezien.", ""},
		{"<7: {hulp} {niet} {kind} {zien}>", "De kinderen zijn door de huisarts niet gezien.", "kinderen zijn door de huisarts niet gezien"},
		{"{niet} ..2 <3: {zien} door>", "Zij is niet echt door hem gezien.", "niet echt door hem gezien"},
		{"<9: {kind} {niet} ..3 opgehaald>", "Niet door haar opgehaald, het kind.", "Niet door haar opgehaald, het kind"},
		{"<9: {niet} {niet}>", "Dat is niet gebeurd.", ""},
		{"<9: {niet} {niet}>", "Dat is niet of te laat gebeurd.", "niet of te laat"},
		{"<4: (te laat) laat>", "Te laat.", ""},
		{"ggz", "De GGZ en de jeugd-ggz.", "GGZ"},
	} {
		if got := strings.Join(found(t, c.pattern, c.text), " "); got != c.want {
			t.Errorf("%s in %q: got %q, want %q", c.pattern, c.text, got, c.want)
		}
	}
}

func TestPatternErrorsNamePatternAndPlace(t *testing.T) {
	for pattern, want := range map[string]string{
		"":             "position 1: nothing to match",
		"a (b|c":       `pattern "a (b|c", position 7: a ) is missing`,
		"a | b":        `position 3: unexpected "|"`,
		"<5: a b ..2 ": "a gap with nothing after it",
		"a ..":         "position 5: a number",
		"a ..3":        "position 6: a gap with nothing after it",
		"..3 a":        "position 1: a gap must stand between",
		"<5: a>":       "a frame needs two parts",
		"<5 a b>":      "a : is missing",
		"<5: a b":      "a > is missing",
		"{onbekend}":   `concept "onbekend" has no list`,
		"{kring}":      `concept "kring" names itself`,
		"{kind":        "a } is missing",
		"=kind*":       "= and * exclude each other",
		"*ab":          "at least 3 letters",
		"wat?":         `position 4: a word is expected`,
		"kind-":        "is not one word",
	} {
		_, err := Compile([]Rule{{ID: 7, Pattern: pattern, Concepts: concepts}})
		if err == nil || !strings.Contains(err.Error(), want) || !strings.HasPrefix(err.Error(), "rule 7: ") {
			t.Errorf("%q: got error %v, want %q", pattern, err, want)
		}
	}
}

// Many rules at once find what each finds alone.
func TestRulesDoNotDisturbEachOther(t *testing.T) {
	patterns := []string{"{kind}", "<9: {kind} {niet}>", "niet", "niet ..3 gezien", "*arts*", "{hulp}", "<9: {niet} {zien} {hulp}>"}
	texts := []string{"De kinderen zijn door de huisarts niet gezien.", "Niet gezien, te laat, geen behandelaar.", "Het kind zag de psychiater."}
	var rules []Rule
	for i, p := range patterns {
		rules = append(rules, Rule{i, p, concepts})
	}
	set, err := Compile(rules)
	if err != nil {
		t.Fatal(err)
	}
	for _, text := range texts {
		var want, got []string
		for _, p := range patterns {
			want = append(want, found(t, p, text)...)
		}
		for _, h := range set.Find(&prose.FromPassage(text, data.Findings).Sentences[0]) {
			got = append(got, text[h.Start:h.End])
		}
		if strings.Join(got, "|") != strings.Join(want, "|") {
			t.Errorf("%q: together %q, alone %q", text, got, want)
		}
	}
}

func FuzzMatch(f *testing.F) {
	f.Add("<6: {hulp} (niet|geen ..2 kind) *arts>", "De kinderen zijn door de huisarts niet gezien.")
	f.Add("=a ..2 {kind}", "")
	f.Fuzz(func(t *testing.T, pattern, text string) {
		if len(pattern) > 60 || len(text) > 300 {
			return
		}
		set, err := Compile([]Rule{{1, pattern, concepts}})
		if err != nil {
			return
		}
		for _, s := range prose.FromPassage(text, data.Findings).Sentences {
			end := -1
			for _, h := range set.Find(&s) {
				if h.Start < s.Start || h.End > s.End || h.Start >= h.End || h.Start < end {
					t.Fatalf("%q in %q: hit %+v", pattern, text, h)
				}
				end = h.End
			}
		}
	})
}
