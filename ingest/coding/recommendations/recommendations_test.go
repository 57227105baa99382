package recommendations

import (
	"os"
	"slices"
	"strings"
	"testing"

	"rodedraad/data"
	"rodedraad/ingest/coding/prose"
)

// passage is one entry of testdata/passages.txt.
type passage struct {
	section data.SectionRole
	text    string
	wants   []want
}

func passages(t testing.TB) []passage {
	file, err := os.ReadFile("testdata/passages.txt")
	if err != nil {
		t.Fatal(err)
	}
	var out []passage
	for _, line := range strings.Split(string(file), "\n") {
		trimmed := strings.TrimSpace(line)
		if trimmed == "" || trimmed[0] == '#' {
			continue
		}
		if arrow, ok := strings.CutPrefix(trimmed, "=> "); ok {
			who, starts, _ := strings.Cut(arrow, ": ")
			last := &out[len(out)-1]
			last.wants = append(last.wants, want{who, starts})
			continue
		}
		section, text, ok := strings.Cut(line, ": ")
		if !ok || !slices.Contains(data.SectionRoles, data.SectionRole(section)) {
			t.Fatalf("no section before the text: %s", line)
		}
		out = append(out, passage{section: data.SectionRole(section), text: text})
	}
	return out
}

func TestPassages(t *testing.T) {
	c := newCoder(t)
	all := passages(t)
	if len(all) < 60 {
		t.Errorf("only %d passages", len(all))
	}
	for _, p := range all {
		r := codePassage(t, c, p.text, p.section)
		if len(r.Recommendations) != len(p.wants) {
			t.Errorf("%s: %s\n got %+v\nwant %v", p.section, p.text, r.Recommendations, p.wants)
			continue
		}
		for i, w := range p.wants {
			got := r.Recommendations[i]
			if got.Addressee != w.addressee || !holds(got.Text, w.starts) {
				t.Errorf("%s: %s\n got %s: %s\nwant %s: %s", p.section, p.text, got.Addressee, got.Text, w.addressee, w.starts)
			}
		}
	}
}

// holds reports whether a recommendation's text has the wanted words near its
// start: who asks, and who is asked, may stand before them.
func holds(text, starts string) bool {
	at := strings.Index(text, starts)
	return at >= 0 && at < 80
}

// codePassage codes one passage and checks what must hold for any text: the
// record verifies, and each recommendation is backed by a finding that quotes
// its beginning.
func codePassage(t testing.TB, c *Coder, text string, section data.SectionRole) *data.Record {
	p := prose.FromPassage(text, section)
	r := &data.Record{Pages: p.Pages, Passages: p.Passages}
	c.Code(p, r)
	backed(t, r)
	return r
}

func backed(t testing.TB, r *data.Record) {
	if err := r.Verify(); err != nil {
		t.Error(err)
	}
	if len(r.Findings) != len(r.Recommendations) {
		t.Fatalf("%d findings for %d recommendations", len(r.Findings), len(r.Recommendations))
	}
	for i, x := range r.Recommendations {
		f := r.Findings[i]
		if f.Variable != data.VarRecommendation || f.Code != x.Addressee || x.Number != i+1 {
			t.Errorf("recommendation %+v is backed by %+v", x, f)
		}
		if f.Reason == "" || f.Rule == "" || ruleText[f.Rule] == "" {
			t.Errorf("%+v lacks a reason or a rule that can be said", f)
		}
		if quote := f.Evidence[0].Quote; len(strings.Fields(quote)) > data.MaxQuoteWords || !strings.HasPrefix(x.Text, strings.TrimSpace(quote)) && len(r.Pages) == 1 && !strings.Contains(quote, "\n") {
			t.Errorf("quote %q does not begin %q", quote, x.Text)
		}
	}
}

// TestLists reads recommendations from lists: below a heading that names whom
// they address, behind a sentence that announces them, and below a heading
// that says nothing, by their form.
func TestLists(t *testing.T) {
	c := newCoder(t)
	tests := []struct {
		name  string
		parts []any // section, kind and text of each passage
		wants []want
	}{
		{"heading", []any{
			data.Recommendations, data.Heading, "Aan de gemeente",
			data.Recommendations, data.ListItem, "- Beëindig de vaste termijn.",
			data.Recommendations, data.ListItem, "- een vast aanspreekpunt voor ouders",
			data.Recommendations, data.Heading, "Aan Veilig Thuis",
			data.Recommendations, data.ListItem, "1. Lees meldingen in samenhang.",
		}, []want{{"gemeente_bestuurder", "Beëindig de vaste termijn."}, {"gemeente_bestuurder", "een vast aanspreekpunt voor ouders"},
			{"instelling", "Lees meldingen in samenhang."}}},
		{"lead", []any{
			data.OtherSection, data.Paragraph, "De inspecties verwachten dat u:",
			data.OtherSection, data.ListItem, "voor 1 oktober een plan indient;",
			data.OtherSection, data.ListItem, "alle teamleiders schoolt.",
			data.OtherSection, data.Paragraph, "Hoogachtend,",
		}, []want{{"instelling", "voor 1 oktober een plan indient"}, {"instelling", "alle teamleiders schoolt"}}},
		{"unknown name", []any{
			data.Recommendations, data.Paragraph, "De inspecties bevelen Noordersluis aan:",
			data.Recommendations, data.ListItem, "Beschrijf bij ieder bezoek hoe het kind eraan toe is.",
		}, []want{{"instelling", "Beschrijf bij ieder bezoek"}}},
		{"form", []any{
			data.OtherSection, data.Heading, "Morgen",
			data.OtherSection, data.ListItem, "Zorg dat de telefoon altijd wordt opgenomen.",
			data.OtherSection, data.ListItem, "Het wijkteam belt binnen een dag terug.",
		}, []want{{"instelling", "Zorg dat de telefoon"}, {"instelling", "Het wijkteam belt"}}},
		{"done already", []any{
			data.Recommendations, data.Paragraph, "De instelling heeft inmiddels de volgende maatregelen genomen, die zij zelf bedacht en uitvoerde toen het onderzoek begon:",
			data.Recommendations, data.ListItem, "Scholing van alle medewerkers.",
		}, nil},
		{"done by its heading", []any{
			data.Recommendations, data.Heading, "Maatregelen die al genomen zijn",
			data.Recommendations, data.ListItem, "Scholing van alle medewerkers.",
			data.Recommendations, data.Heading, "Maatregelen die nog volgen",
			data.Recommendations, data.ListItem, "Een vaste contactpersoon voor scholen.",
		}, []want{{"instelling", "Een vaste contactpersoon"}}},
		{"follow-up of recommendations", []any{
			data.Recommendations, data.Heading, "Aanbevelingen",
			data.Recommendations, data.ListItem, "Zorg dat de telefoon altijd wordt opgenomen.",
			data.Recommendations, data.ListItem, "Leg ieder huisbezoek vast.",
			data.Recommendations, data.Paragraph, "De inspectie zal de uitvoering na een jaar nagaan.",
		}, []want{{"instelling", "Zorg dat de telefoon"}, {"instelling", "Leg ieder huisbezoek vast"}}},
		{"a paragraph that is a label", []any{
			data.Recommendations, data.Heading, "Aanbevelingen",
			data.Recommendations, data.Paragraph, "Aan de gemeente",
			data.Recommendations, data.Paragraph, "Richt een overleg in voor zaken die vastlopen.",
		}, []want{{"gemeente_bestuurder", "Richt een overleg in"}}},
		{"table", []any{
			data.Recommendations, data.TableRow, "Aanbeveling | Voor wie | Termijn",
			data.Recommendations, data.TableRow, "Regionale afspraken over crisisplekken | Gemeenten | eind 2019",
		}, []want{{"gemeente_bestuurder", "Regionale afspraken"}}},
		{"a heading that recommends", []any{
			data.Recommendations, data.Heading, "Aanbeveling 1: leg de regie bij één functionaris",
			data.Recommendations, data.Paragraph, "Vaak ontbreekt de regie. Leg daarom bij de start vast wie beslist.",
		}, []want{{"instelling", "leg de regie bij"}}},
		{"facts", []any{
			data.Facts, data.Heading, "Afspraken van 3 mei",
			data.Facts, data.ListItem, "Zorg dat oma belt.",
			data.Facts, data.ListItem, "Vraag naar de medicijnen.",
		}, nil},
		{"summary repeats", []any{
			data.Summary, data.Paragraph, "De inspectie adviseert de gemeente om langer te blijven.",
			data.Recommendations, data.Heading, "5 Aanbevelingen",
			data.Recommendations, data.Paragraph, "De inspectie adviseert de gemeente om lang in het gezin te blijven.",
		}, []want{{"gemeente_bestuurder", "om lang in het gezin"}}},
	}
	for _, test := range tests {
		r := record(test.parts)
		c.Code(prose.Read(r.Pages, r.Passages), r)
		backed(t, r)
		var got []want
		for _, x := range r.Recommendations {
			got = append(got, want{x.Addressee, x.Text})
		}
		ok := slices.EqualFunc(got, test.wants, func(g, w want) bool {
			return g.addressee == w.addressee && holds(g.starts, w.starts)
		})
		if !ok {
			t.Errorf("%s:\n got %v\nwant %v", test.name, got, test.wants)
		}
	}
}

// record makes a document of passages, each on its own line of one page.
func record(parts []any) *data.Record {
	r := &data.Record{}
	page, heading := "", ""
	for i := 0; i < len(parts); i += 3 {
		text, kind := parts[i+2].(string), parts[i+1].(data.PassageKind)
		p := data.Passage{
			Number: i/3 + 1, Page: 1, Section: parts[i].(data.SectionRole), Kind: kind, HeadingPath: heading,
			Start: len(page), End: len(page) + len(text), Text: text,
			Pieces: []data.Piece{{Page: 1, PageStart: len(page), Length: len(text)}},
		}
		if kind == data.Heading {
			heading, p.Level = text, 1
		}
		r.Passages = append(r.Passages, p)
		page += text + "\n"
	}
	r.Pages = []data.Page{{Number: 1, Text: page}}
	return r
}

func TestFields(t *testing.T) {
	c := newCoder(t)
	tests := []struct{ text, form, level, deadline string }{
		{"De instelling dient uiterlijk 1 mei 2015 een plan te maken.", "aanbeveling", "lokaal", "uiterlijk 1 mei 2015"},
		{"De inspectie verzoekt de minister om binnen zes maanden een landelijke regeling te treffen.", "aanbeveling", "systeem", "binnen zes maanden"},
		{"De instelling komt voor de duur van een half jaar onder verscherpt toezicht te staan.", "maatregel", "lokaal", "voor de duur van een half jaar"},
		{"Verbeterpunt: leg de overdracht in het weekend vast.", "verbeterpunt", "lokaal", ""},
		{"Het wijkteam belt binnen 24 uur terug.", "aanbeveling", "lokaal", ""},
	}
	for _, test := range tests {
		r := codePassage(t, c, test.text, data.Recommendations)
		if len(r.Recommendations) != 1 {
			t.Errorf("%s: %d recommendations", test.text, len(r.Recommendations))
			continue
		}
		if x := r.Recommendations[0]; x.Form != test.form || x.Level != test.level || x.Deadline != test.deadline {
			t.Errorf("%s: form %s, level %s, deadline %q", test.text, x.Form, x.Level, x.Deadline)
		}
	}
}

// TestNoCase gives no recommendations of a document without a case.
func TestNoCase(t *testing.T) {
	c := newCoder(t)
	p := prose.FromPassage("Zorg dat ieder kind wordt gezien.", data.Recommendations)
	r := &data.Record{Document: data.Document{Kind: "nieuwsbericht"}, Pages: p.Pages, Passages: p.Passages}
	if c.Code(p, r); len(r.Recommendations) != 0 {
		t.Errorf("a news item gives %+v", r.Recommendations)
	}
}

func FuzzCode(f *testing.F) {
	c := newCoder(f)
	for _, p := range passages(f) {
		f.Add(p.text, string(p.section))
	}
	f.Add("Aanbeveling 1:", string(data.Recommendations))
	f.Add("De inspectie vraagt", string(data.Recommendations))
	f.Add("\xff: Zorg\n\n- om te", string(data.Recommendations))
	f.Fuzz(func(t *testing.T, text, section string) {
		p := prose.FromPassage(text, data.SectionRole(section))
		r := &data.Record{Pages: p.Pages, Passages: p.Passages}
		c.Code(p, r)
		if err := r.Verify(); err != nil {
			t.Error(err)
		}
		for _, x := range r.Recommendations {
			if strings.TrimSpace(x.Text) == "" || !strings.Contains(text, x.Text) {
				t.Errorf("recommendation %q is not in the text %q", x.Text, text)
			}
		}
	})
}
