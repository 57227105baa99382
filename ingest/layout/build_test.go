package layout

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"rodedraad/data"
	"rodedraad/ingest/pdf"
)

const filler = "De inspectie stelt vast dat de medewerkers het gezin vaak bezochten en dat zij hun zorgen deelden met de huisarts. "

func TestParagraphOverPages(t *testing.T) {
	s := &sketch{}
	for i := range 4 {
		p := s.page()
		set(p, 70, 40, 8, "Inspectie Jeugdzorg Rapport casus")
		// Every page begins with another word: only furniture recurs.
		words := strings.SplitAfterN(filler, " ", i+2)
		y := prose(p, 70, 110, 420, words[i+1]+strings.Repeat(filler, 6))
		prose(p, 70, y+10, 420, words[i+1]+strings.Repeat(filler, 5)+fmt.Sprintf("Op dag %d zag de gezinsvoogd dat het", i))
		set(p, 70, 720, 8, "1 Zie het protocol van de instelling.")
		set(p, 290, 810, 8, fmt.Sprintf("Pagina %d van 4", i+1))
	}
	for i := 1; i < 4; i++ {
		s.doc.Pages[i].Words[4].Text = "meisje" // after the running header
	}
	pages, passages := build(t, &s.doc)
	long := containing(t, passages, "Op dag 0 zag de gezinsvoogd dat het meisje")
	if long.Page != 1 || long.Pieces[len(long.Pieces)-1].Page != 2 {
		t.Errorf("the paragraph runs from page %d to %d", long.Page, long.Pieces[len(long.Pieces)-1].Page)
	}
	for _, p := range passages {
		if strings.Contains(p.Text, "Rapport casus") || strings.Contains(p.Text, "Pagina") {
			t.Errorf("running header or footer in %q", p.Text)
		}
	}
	if !strings.HasPrefix(pages[2].Text, "Inspectie Jeugdzorg Rapport casus\n") || !strings.Contains(pages[2].Text, "Pagina 3 van 4\n") {
		t.Errorf("the page text misses its furniture: %q", pages[2].Text)
	}
	if n := len(texts(passages, data.Footnote)); n != 4 {
		t.Errorf("%d footnotes, want 4", n)
	}
}

func TestFootnoteMarkerIsNoPartOfTheWord(t *testing.T) {
	s := &sketch{}
	p := s.page()
	prose(p, 70, 100, 420, strings.Repeat(filler, 3))
	set(p, 70, 180, 10, "De zorgen over het gezin")
	p.Words = append(p.Words, pdf.Word{Text: "12", X0: 193, X1: 199, Y: 176, Size: 6, Glued: true, Font: "Serif"})
	set(p, 200, 180, 10, "namen toe en het kind van 12 jaar kwam thuis op 40 m")
	last := p.Words[len(p.Words)-1]
	p.Words = append(p.Words, pdf.Word{Text: "2", X0: last.X1, X1: last.X1 + 3, Y: 176, Size: 6, Glued: true, Font: "Serif"})
	set(p, 70, 700, 7.5, "12 Volgens het dossier van de gezinsvoogd.")
	pages, passages := build(t, &s.doc)
	got := containing(t, passages, "De zorgen over het gezin")
	if !strings.Contains(got.Text, "het gezin namen toe en het kind van 12 jaar kwam thuis op 40 m2") {
		t.Errorf("%q", got.Text)
	}
	if !strings.Contains(pages[0].Text, "gezin12 namen") {
		t.Errorf("the page text is not as read: %q", pages[0].Text)
	}
	if notes := texts(passages, data.Footnote); len(notes) != 1 || !strings.Contains(notes[0], "Volgens het dossier") {
		t.Errorf("footnotes %q", notes)
	}
}

func TestColumnsDrawnRowByRow(t *testing.T) {
	left := strings.Fields(strings.Repeat("links staat de eerste kolom met het begin van het verhaal ", 12))
	right := strings.Fields(strings.Repeat("rechts gaat het verhaal verder over wat er daarna gebeurde ", 12))
	s := &sketch{}
	p := s.page()
	for i := range 20 {
		y := 100 + 13*float64(i)
		set(p, 60, y, 10, strings.Join(left[6*i:6*i+6], " "))
		set(p, 320, y, 10, strings.Join(right[6*i:6*i+6], " "))
	}
	pages, passages := build(t, &s.doc)
	if strings.Index(pages[0].Text, "rechts") < strings.LastIndex(pages[0].Text, "links") {
		t.Errorf("columns are mixed: %q", pages[0].Text[:120])
	}
	if rows := texts(passages, data.TableRow); len(rows) > 0 {
		t.Errorf("two columns of prose became a table: %q", rows[0])
	}
}

func TestTitleDrawnLastComesFirst(t *testing.T) {
	s := &sketch{}
	p := s.page()
	prose(p, 70, 200, 420, strings.Repeat(filler, 5))
	set(p, 70, 100, 24, "Kind uit beeld")
	_, passages := build(t, &s.doc)
	if passages[0].Kind != data.Title || passages[0].Text != "Kind uit beeld" {
		t.Errorf("first comes %s %q", passages[0].Kind, passages[0].Text)
	}
}

func TestRuledTable(t *testing.T) {
	s := &sketch{}
	p := s.page()
	prose(p, 70, 60, 420, strings.Repeat(filler, 3))
	rows := [][]string{{"Datum", "Gebeurtenis"}, {"3 mei 2015", "Melding bij Veilig Thuis over het gezin"}, {"8 juni 2015", "Het meisje overlijdt"}}
	for i, row := range rows {
		y := 200 + 30*float64(i)
		set(p, 75, y, 10, row[0])
		set(p, 205, y, 10, row[1])
		p.Rules = append(p.Rules, pdf.Rule{X0: 70, Y0: y - 15, X1: 500, Y1: y - 15})
	}
	set(p, 205, 242, 10, "door de school") // the second line of a cell, drawn later
	p.Rules = append(p.Rules, pdf.Rule{X0: 70, Y0: 275, X1: 500, Y1: 275})
	for _, x := range []float64{70, 200, 500} {
		p.Rules = append(p.Rules, pdf.Rule{X0: x, Y0: 185, X1: x, Y1: 275})
	}
	prose(p, 70, 320, 420, filler)
	_, passages := build(t, &s.doc)
	want := []string{"Datum | Gebeurtenis", "3 mei 2015 | Melding bij Veilig Thuis over het gezin door de school", "8 juni 2015 | Het meisje overlijdt"}
	if got := texts(passages, data.TableRow); !slices.Equal(got, want) {
		t.Errorf("rows %q", got)
	}
}

func TestAlignedTableAndNumberedParagraphs(t *testing.T) {
	s := &sketch{}
	p := s.page()
	for i, row := range [][2]string{{"maart 2014", "Melding"}, {"mei 2014", "Huisbezoek"}, {"juni 2014", "Overleg met school"}} {
		set(p, 70, 100+14*float64(i), 10, row[0])
		set(p, 200, 100+14*float64(i), 10, row[1])
	}
	for i := range 4 {
		set(p, 70, 300+14*float64(i), 10, fmt.Sprintf("2.%d", i+1))
		set(p, 110, 300+14*float64(i), 10, "De commissie heeft met de ouders gesproken.")
	}
	_, passages := build(t, &s.doc)
	want := []string{"maart 2014 | Melding", "mei 2014 | Huisbezoek", "juni 2014 | Overleg met school"}
	if got := texts(passages, data.TableRow); !slices.Equal(got, want) {
		t.Errorf("rows %q", got)
	}
}

func TestChaptersAndRoles(t *testing.T) {
	s := &sketch{}
	p := s.page()
	set(p, 70, 90, 26, "Buiten beeld")
	set(p, 70, 130, 14, "Inspectie Jeugdzorg")
	p = s.page()
	set(p, 70, 90, 16, "Inhoud")
	for i, e := range []string{"1 Aanleiding", "2 Kind zonder stem", "2.1 De school", "3 Conclusies"} {
		set(p, 70, 120+16*float64(i), 10, e+" ................... "+fmt.Sprint(i+3))
	}
	p = s.page()
	y := 90.0
	for _, e := range []string{"*1 Aanleiding", "*2 Kind zonder stem", "*2.1 De school", "*2.2 Aanbevelingen van de school", "*3 Conclusies", "*Bijlage 1 Feitenrelaas"} {
		set(p, 70, y, 13, e)
		y = prose(p, 70, y+20, 420, filler) + 20
	}
	_, passages := build(t, &s.doc)
	type row struct {
		text    string
		level   int
		section data.SectionRole
		path    string
	}
	var got []row
	for _, p := range passages {
		if p.Kind == data.Heading {
			got = append(got, row{p.Text, p.Level, p.Section, p.HeadingPath})
		}
	}
	want := []row{
		{"Inhoud", 1, data.Contents, ""},
		{"1 Aanleiding", 1, data.Occasion, ""},
		{"2 Kind zonder stem", 1, data.Findings, ""},
		{"2.1 De school", 2, data.Findings, "2 Kind zonder stem"},
		{"2.2 Aanbevelingen van de school", 2, data.Recommendations, "2 Kind zonder stem"},
		{"3 Conclusies", 1, data.Conclusions, ""},
		{"Bijlage 1 Feitenrelaas", 1, data.Annex, ""},
	}
	if !slices.Equal(got, want) {
		t.Errorf("headings\n%v, want\n%v", got, want)
	}
	if title := texts(passages, data.Title); !slices.Equal(title, []string{"Buiten beeld"}) {
		t.Errorf("title %q", title)
	}
	if p := containing(t, passages, "2 Kind zonder stem 4"); p.Section != data.Contents {
		t.Errorf("entry of the contents has section %s", p.Section)
	}
}

func TestLabelsRunInHeadsAndLists(t *testing.T) {
	s := &sketch{}
	p := s.page()
	prose(p, 70, 90, 420, "Aanleiding: op 3 mei meldde de school dat het meisje niet meer kwam en dat de moeder de deur dicht hield voor iedereen.")
	set(p, 70, 150, 10, "*Conclusie.")
	prose(p, 70+65, 150, 355, "De inspectie vindt dat de hulp te laat kwam.")
	set(p, 70, 200, 10, "*Vervolg")
	for i, item := range []string{"• Zorg dat ieder kind wordt gezien.", "• Leg vast wie", "beslist over de hulp."} {
		x := 70.0
		if i == 2 {
			x = 77.5
		}
		set(p, x, 220+13*float64(i), 10, item)
	}
	_, passages := build(t, &s.doc)
	for words, want := range map[string]data.SectionRole{
		"op 3 mei meldde": data.Occasion, "hulp te laat": data.Conclusions, "Leg vast wie": data.Recommendations,
	} {
		if p := containing(t, passages, words); p.Section != want {
			t.Errorf("%q has section %s, want %s", words, p.Section, want)
		}
	}
	want := []string{"Zorg dat ieder kind wordt gezien.", "Leg vast wie beslist over de hulp."}
	if got := texts(passages, data.ListItem); !slices.Equal(got, want) {
		t.Errorf("items %q", got)
	}
}

func TestLetterSpacedHeading(t *testing.T) {
	s := &sketch{}
	p := s.page()
	x := 70.0
	for _, w := range []struct {
		text string
		gap  float64
	}{{"d", 4}, {"e", 12}, {"Natio", 4}, {"nale", 12}, {"o", 4}, {"mb", 4}, {"ud", 4}, {"sman", 0}} {
		width := 9 * float64(len(w.text))
		p.Words = append(p.Words, pdf.Word{Text: w.text, X0: x, X1: x + width, Y: 90, Size: 18, Font: "Sans"})
		x += width + w.gap
	}
	prose(p, 70, 150, 420, strings.Repeat(filler, 3))
	_, passages := build(t, &s.doc)
	if passages[0].Text != "de Nationale ombudsman" {
		t.Errorf("%q", passages[0].Text)
	}
}

func TestPagesNobodyRead(t *testing.T) {
	doc := &pdf.Document{PageCount: 3, Pages: []pdf.Page{{Number: 2, Width: 595, Height: 842, Label: "ii", Engine: "pdfium", Quality: .5, Fallback: "letters"}}}
	set(&doc.Pages[0], 70, 100, 10, "Tekst op bladzijde twee.")
	pages, passages := Build(doc)
	if len(pages) != 3 || pages[0].Text != "" || pages[2].Text != "" || pages[1].Text != "Tekst op bladzijde twee.\n" {
		t.Fatalf("pages %+v", pages)
	}
	if p := pages[1]; p.Label != "ii" || p.Engine != "pdfium" || p.FallbackReason != "letters" || p.Quality != .5 {
		t.Errorf("page %+v", p)
	}
	if len(passages) != 1 || passages[0].Page != 2 {
		t.Errorf("passages %+v", passages)
	}
}

func TestNothingToRead(t *testing.T) {
	if pages, passages := Build(nil); pages != nil || passages != nil {
		t.Error("nil gives pages")
	}
	pages, passages := Build(&pdf.Document{PageCount: 2_000_000_000})
	if len(pages) != mostPages || len(passages) != 0 {
		t.Errorf("%d pages, %d passages", len(pages), len(passages))
	}
}

func TestHeadingsOfTaggedFiles(t *testing.T) {
	s := &sketch{}
	p := s.page()
	prose(p, 70, 90, 420, strings.Repeat(filler, 2))
	for i, tag := range []string{"H", "P", "H2", "P"} {
		from := len(p.Words)
		set(p, 70, 150+13*float64(i), 10, []string{"Vraag drie", "Het meisje kwam niet meer op school.", "Over het gezin", "De moeder was bekend."}[i])
		for k := range p.Words[from:] {
			p.Words[from+k].Tag = tag
		}
	}
	_, passages := build(t, &s.doc)
	if got := texts(passages, data.Heading); !slices.Equal(got, []string{"Vraag drie", "Over het gezin"}) {
		t.Errorf("headings %q", got)
	}
}
