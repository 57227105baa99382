package sectors

import (
	"bufio"
	"os"
	"slices"
	"strings"
	"testing"

	"rodedraad/data"
	"rodedraad/ingest/coding/prose"
)

// TestSentences reads testdata/sentences.txt: a sentence in a section, and the
// sectors that take part or are only named in it.
func TestSentences(t *testing.T) {
	c := newCoder(t)
	file, err := os.Open("testdata/sentences.txt")
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	count := 0
	for scan := bufio.NewScanner(file); scan.Scan(); {
		line := scan.Text()
		if line == "" || line[0] == '#' {
			continue
		}
		part := strings.SplitN(line, "|", 3)
		if len(part) != 3 {
			t.Fatalf("line is not section | sectors | sentence: %s", line)
		}
		count++
		for i := range part {
			part[i] = strings.TrimSpace(part[i])
		}
		got := code(t, c, part[2], data.SectionRole(part[0]))
		want := strings.Fields(part[1])
		slices.Sort(want)
		if !slices.Equal(got, want) {
			t.Errorf("%s: %s\n got %v\nwant %v", part[0], part[2], got, want)
		}
	}
	if count < 80 {
		t.Errorf("only %d sentences", count)
	}
}

// code gives the sectors of one sentence as the test file writes them.
func code(t testing.TB, c *Coder, text string, section data.SectionRole) []string {
	p := prose.FromPassage(text, section)
	r := &data.Record{Pages: p.Pages, Passages: p.Passages}
	c.Code(p, r)
	if err := r.Verify(); err != nil {
		t.Errorf("%s: %v", text, err)
	}
	involved, named := codes(r)
	var out []string
	for _, s := range involved {
		out = append(out, "+"+s)
	}
	for _, s := range named {
		out = append(out, "~"+s)
	}
	slices.Sort(out)
	return out
}

// TestExamples codes the examples of the codebook itself: a present one names
// its sector, one that is not mentioned does not.
func TestExamples(t *testing.T) {
	c := newCoder(t)
	for _, code := range c.variable.Codes {
		if len(code.Examples) == 0 {
			t.Errorf("%s has no example", code.Code)
		}
		for _, x := range code.Examples {
			text := prose.FromPassage(x.Text, data.Findings)
			found := slices.ContainsFunc(c.lexicon.Mentions(&text.Sentences[0]), func(m Mention) bool { return m.Code == code.Code })
			if found != (x.Status == data.Present) {
				t.Errorf("%s: %q: found is %v", code.Code, x.Text, found)
			}
		}
	}
	if len(c.variable.Codes) != 32 {
		t.Errorf("the codebook has %d sectors", len(c.variable.Codes))
	}
}

// TestDocument weighs mentions over a document: one in the annex leaves a
// sector named, one that acts in the facts makes it involved, and an addressee
// that had no part in the case stays named.
func TestDocument(t *testing.T) {
	c := newCoder(t)
	r := document(
		data.Facts, "De huisarts verwees vader naar de ggz.",
		data.Findings, "De huisarts heeft niet gevraagd naar de kinderen.",
		data.Annex, "Gesproken is met de huisarts en de wijkagent.",
		data.Recommendations, "De huisarts vraagt voortaan naar kinderen. De VO-school en de leerplichtambtenaar sluiten aan.",
	)
	c.Code(prose.Read(r.Pages, r.Passages), r)
	if err := r.Verify(); err != nil {
		t.Fatal(err)
	}
	roles := map[string][]string{}
	for _, f := range r.Findings {
		roles[f.Code] = append(roles[f.Code], f.Value)
	}
	if got := strings.Join(roles["huisarts"], " "); got != "betrokken beoordeeld geadresseerd" {
		t.Errorf("huisarts is %s", got)
	}
	if got := strings.Join(roles["politie"], " "); got != Named {
		t.Errorf("politie is %s", got)
	}
	if got := strings.Join(roles["leerplicht"], " "); got != Named {
		t.Errorf("leerplicht is %s", got)
	}
	for _, f := range r.Findings {
		if f.Reason == "" || f.Rule == "" || f.Coder != Name || f.Status != data.Present {
			t.Errorf("finding %+v lacks a reason, rule, coder or status", f)
		}
		for _, e := range f.Evidence {
			if len(strings.Fields(e.Quote)) > data.MaxQuoteWords {
				t.Errorf("quote of %d words: %s", len(strings.Fields(e.Quote)), e.Quote)
			}
		}
	}
}

// TestNoCase leaves every sector named where a document has no case.
func TestNoCase(t *testing.T) {
	c := newCoder(t)
	r := document(data.Findings, "De gezinsvoogd heeft de kinderen niet gezien.")
	r.Document.Kind = "nieuwsbericht"
	c.Code(prose.Read(r.Pages, r.Passages), r)
	if involved, named := codes(r); len(involved) != 0 || !slices.Equal(named, []string{"jeugdbescherming"}) {
		t.Errorf("involved %v, named %v", involved, named)
	}
	r.Findings, r.Calamities = nil, make([]data.Calamity, 1)
	c.Code(prose.Read(r.Pages, r.Passages), r)
	if involved, _ := codes(r); !slices.Equal(involved, []string{"jeugdbescherming"}) {
		t.Errorf("with a case involved is %v", involved)
	}
}

// document makes a record of passages, each on its own line of one page.
func document(sectionAndText ...any) *data.Record {
	r := &data.Record{}
	page := ""
	for i := 0; i < len(sectionAndText); i += 2 {
		text := sectionAndText[i+1].(string)
		start := len(page)
		page += text + "\n"
		r.Passages = append(r.Passages, data.Passage{
			Number: i/2 + 1, Page: 1, Section: sectionAndText[i].(data.SectionRole), Kind: data.Paragraph, HeadingPath: "Kop",
			Start: start, End: start + len(text), Text: text, Pieces: []data.Piece{{Page: 1, PageStart: start, Length: len(text)}},
		})
	}
	r.Pages = []data.Page{{Number: 1, Text: page}}
	return r
}

func FuzzCode(f *testing.F) {
	for _, s := range []string{"De Raad en het OM.", "Raad van", "GI's (OM): Veilig", "\xff Wmo‐consulent na 6 augustus", "op de groep van de groep"} {
		f.Add(s, string(data.Findings))
	}
	c := newCoder(f)
	f.Fuzz(func(t *testing.T, text, section string) {
		first, second := code(t, c, text, data.SectionRole(section)), code(t, c, text, data.SectionRole(section))
		if !slices.Equal(first, second) {
			t.Errorf("not the same twice: %v and %v", first, second)
		}
	})
}
