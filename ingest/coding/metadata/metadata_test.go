package metadata

import (
	"strings"
	"testing"

	"rodedraad/data"
	"rodedraad/ingest/coding/prose"
	"rodedraad/ingest/pdf"
)

// TestRoles reads inspectorates from the lines in which reports name them.
func TestRoles(t *testing.T) {
	c := newCoder(t)
	cover := "\n\nEen stil huis\nOnderzoek naar het overlijden van een kind\n\nmei 2016\n\n"
	for _, test := range []struct{ name, text, want string }{
		{"one", "Inspectie Jeugdzorg" + cover, "IJZ"},
		{"an older way of writing", "Inspectie voor de Jeugdzorg" + cover, "IJZ"},
		{"ampersand", "Inspectie Veiligheid & Justitie" + cover, "IVENJ"},
		{"capitals", "INSPECTIE VAN HET ONDERWIJS" + cover, "IVHO"},
		{"over a line end", "Inspectie Veiligheid\nen Justitie" + cover, "IVENJ"},
		{"hyphenated over a line end", "Inspectie voor de\nGezondheidszorg" + cover, "IGZ"},
		{"below each other", "Inspectie Jeugdzorg\nInspectie voor de Gezondheidszorg" + cover, "IGZ IJZ"},
		{"taken up in the next line", "Rapport van de Inspectie Jeugdzorg\nen de Inspectie voor de Gezondheidszorg" + cover, "IGZ IJZ"},
		{"i.s.m.", "Inspectie Jeugdzorg i.s.m. Inspectie voor de Gezondheidszorg" + cover, "IGZ IJZ"},
		{"the word left out", "Onderzoek van de inspecties Jeugdzorg, Gezondheidszorg en Onderwijs" + cover, "IGZ IJZ IVHO"},
		{"short names", "IGZ · IvhO · IJZ" + cover, "IGZ IJZ IVHO"},
		{"under a heading", cover + "Dit onderzoek is uitgevoerd door:\nInspectie Jeugdzorg\nInspectie SZW", "IJZ ISZW"},
		{"members of a programme", "Inspectie Jeugdzorg" + cover + "In dit programma werken samen:\nInspectie SZW\nInspectie van het Onderwijs", "IJZ"},
		{"thanked", "Inspectie Jeugdzorg" + cover + "Met dank aan de Inspectie van het Onderwijs voor commentaar.", "IJZ"},
		{"took no part", "Inspectie Jeugdzorg" + cover + "De Inspectie SZW nam niet deel.", "IJZ"},
		{"of another era", "Inspectie Jeugdzorg" + cover + "Nederlandse Arbeidsinspectie", "IJZ"},
	} {
		r := code(t, c, test.text)
		if got := strings.Join(authorCodes(r), " "); got != test.want {
			t.Errorf("%s: %q, want %q", test.name, got, test.want)
		}
	}
}

// TestLetterRoles tells who sends a letter from whom it is to.
func TestLetterRoles(t *testing.T) {
	c := newCoder(t)
	for _, test := range []struct{ name, text, want string }{
		{"letterhead", "Inspectie Jeugdzorg\nPostbus 483\n\nStichting De Brug\n\nBetreft: uw melding\n\nGeacht bestuur,\n\nIk heb uw onderzoek beoordeeld.", "IJZ"},
		{"signature", "> Postbus 2518\n\nJeugdhulp Zee\n\nBetreft: uw melding\n\nGeachte heer,\n\nIk sluit de melding af.\n\nHoogachtend,\nInspectie Gezondheidszorg en Jeugd", "IGJ"},
		{"addressee", "Jeugdhulp Zee\nPostbus 3\n\nInspectie Jeugdzorg\nt.a.v. de inspecteur\n\nBetreft: plan\n\nGeachte inspecteur,\n\nHierbij ons plan.", ""},
		{"spoken of", "Gemeente Rand\nAan de gemeenteraad\n\nBetreft: rapport\n\nGeachte leden,\n\nDe Inspectie Jeugdzorg heeft onderzocht wat er gebeurde.\n\nHoogachtend,\nburgemeester", ""},
		{"heading above the letterhead", "Oordeel over een val\nInspectie Jeugdzorg\nPostbus 483\n\nAan de directie\n\nBetreft: oordeel over een val\n\nGeachte directie,\n\nIk heb uw onderzoek gelezen.", "IJZ"},
		{"joint inspectorates", "Samenwerkend Toezicht Jeugd\nPostbus 483\n\nAan het college\n\nBetreft: oordeel\n\nGeacht college,\n\nDe Inspectie Jeugdzorg en de Inspectie van het Onderwijs hebben de hulp bekeken.\n\nHoogachtend,\nde voorzitter", "IJZ IVHO"},
		{"copy", "Inspectie Jeugdzorg\nPostbus 483\n\nBetreft: uw melding\n\nGeacht bestuur,\n\nIk sluit de melding af.\n\nHoogachtend,\nde inspecteur\n\nEen kopie gaat naar de Inspectie SZW.", "IJZ"},
		{"cc", "Inspectie Jeugdzorg\nPostbus 483\n\nBetreft: uw melding\n\nGeacht bestuur,\n\nIk sluit de melding af.\n\nHoogachtend,\nde inspecteur\n\ncc Inspectie van het Onderwijs", "IJZ"},
	} {
		if got := strings.Join(authorCodes(code(t, c, test.text)), " "); got != test.want {
			t.Errorf("%s: %q, want %q", test.name, got, test.want)
		}
	}
}

// TestActed tells looking into a case from being told of one.
func TestActed(t *testing.T) {
	r, err := newRegister()
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		text string
		want bool
	}{
		{"De Inspectie Jeugdzorg heeft de hulp aan het gezin bezien.", true},
		{"De Inspectie Jeugdzorg en de Inspectie SZW reconstrueerden de weken voor de brand.", true},
		{"De Inspectie Jeugdzorg toetste de hulp aan haar kader.", true},
		{"De Inspectie Jeugdzorg heeft de melding beoordeeld.", false},
		{"De gemeente heeft de Inspectie Jeugdzorg gebeld en alles bekeken.", false},
		{"De Inspectie Jeugdzorg ontving een melding.", false},
	} {
		l := line{Sentence: prose.Sentence{Text: test.text, Tokens: prose.Tokens(test.text, 0)}, lower: prose.Fold(test.text)}
		if got := r.acted(l); got != test.want {
			t.Errorf("%q: %v, want %v", test.text, got, test.want)
		}
	}
}

// TestCoverOutranksNews keeps a report a report whatever ordinary words of news
// stand in its contents, and news news.
func TestCoverOutranksNews(t *testing.T) {
	c := newCoder(t)
	words := "\n\nMeer weten? Lees meer. De buurvrouw vertelt.\n"
	for _, test := range []struct{ text, want string }{
		{"Brand in een gezinshuis\n\nRapport van de Inspectie Jeugdzorg\n\nmei 2014" + words, "inspectierapport"},
		{"Nieuwsbericht\n\nInspectie over brand in gezinshuis\n\n3 mei 2014" + words, "nieuwsbericht"},
	} {
		if got := code(t, c, test.text).Document.Kind; got != test.want {
			t.Errorf("%q: %s, want %s", test.text, got, test.want)
		}
	}
}

// TestDates picks the date of publication among those of other things.
func TestDates(t *testing.T) {
	for _, test := range []struct{ text, want string }{
		{"Utrecht, september 2013", "2013-09"},
		{"12 maart 2019", "2019-03-12"},
		{"03-10-2022", "2022-10-03"},
		{"2016", "2016"},
		{"voorjaar 2012", "2012"},
		{"gemeente Rand | cluster Zorg | 2018", "2018"},
		{"© Bureau Rand 2021", "2021"},
		{"Titel\n\nDatum\n4 mei 2015\nUw brief van 1 april 2015", "2015-05-04"},
		{"Vastgesteld op 2 juni 2020\nDatum bezoek: 4 maart 2020", "2020-06-02"},
		{"Ingangsdatum: 1 september 2013 (publicatie juli 2013)", "2013-07"},
		{"juni 2017\n\nHet rapport wordt besproken in de vergadering van\n6 september 2017.", "2017-06"},
		{"Utrecht, mei 2008\nDatum ontvangst: 17 september 2008", "2008-05"},
		{"augustus 2007\n2e, ongewijzigde druk maart 2010", "2007-08"},
		{"In juni 2019 brachten twee instituten het rapport uit waarover dit stuk gaat en dat u kunt lezen", ""},
		{"Op 8 juni 2015 overleed een meisje van drie jaar in haar pleeggezin na een val.", ""},
		{"Concept d.d. 2 mei 2019", ""},
		{"Antwoord van de Minister (ontvangen 12 augustus 2024)", "2024-08-12"},
		{"Nieuwsbericht | 21-01-2016 | 10:00", "2016-01-21"},
		{"Ons kenmerk 12-778", ""},
	} {
		d, _ := publicationDate(readFront([]data.Page{{Number: 1, Text: test.text}}))
		if got := dateText(d.date); got != test.want {
			t.Errorf("%q: %q, want %q", test.text, got, test.want)
		}
	}
}

// TestTitles finds the title where layout marked none.
func TestTitles(t *testing.T) {
	c := newCoder(t)
	for _, test := range []struct{ text, want string }{
		{"Inspectie Jeugdzorg\n\nEen stil huis\n\nmei 2010", "Een stil huis"},
		{"Wmo-toezicht\nGGD Rand\n\nEen stil huis", "Een stil huis"},
		{"Jaarbericht 2011\nInspectie Jeugdzorg", "Jaarbericht 2011"},
		{"PERSBERICHT\n\nGemeente laat onderzoek doen naar dood kleuter\n\nDe raad is ingelicht.", "Gemeente laat onderzoek doen naar dood kleuter"},
		{"Onderzoek naar het handelen rondom de dood van een\npasgeborene\n\nmei 2010", "Onderzoek naar het handelen rondom de dood van een pasgeborene"},
		{"Gemeente Rand\nDatum 3 mei 2012\nOnderwerp: stand van zaken\n\nGeachte leden,", "stand van zaken"},
		{"Dagblad De Rand\n3 mei 2012\n\n'Niemand belde'\nVan onze verslaggever", "'Niemand belde'"},
	} {
		if got := code(t, c, test.text).Document.Title; got != test.want {
			t.Errorf("%q: %q, want %q", test.text, got, test.want)
		}
	}
}

// TestDecide says which documents belong to the corpus, and that it says why.
func TestDecide(t *testing.T) {
	child := "Het kind woonde bij zijn moeder. Het gezin was bekend."
	sender := []data.DocumentOrganisation{{Organisation: "IJZ", Role: author}}
	for _, test := range []struct {
		name, kind, text string
		calamities       int
		sender           []data.DocumentOrganisation
		want             bool
	}{
		{"report on a case", "inspectierapport", child, 1, nil, true},
		{"report without a case", "inspectierapport", child, 0, nil, false},
		{"opinion without a child", "onafhankelijk_onderzoek", "De minister vroeg advies.", 1, nil, false},
		{"letter of judgement", "brief", child, 1, sender, true},
		{"letter that forwards", "brief", child, 1, nil, false},
		{"letter: no calamity", "brief", child + " Er is geen sprake van een calamiteit.", 1, sender, false},
		{"analysis of calamities", "thematische_analyse", "De calamiteiten. Twee kinderen overleden.", 0, nil, true},
		{"analysis of complaints", "thematische_analyse", "Ouders klagen over bejegening.", 0, nil, false},
		{"news of a case", "nieuwsbericht", child, 1, nil, false},
		{"exercise", "overig", child, 1, nil, false},
		{"year report", "jaarbericht", child, 1, nil, false},
		{"guide", "handreiking", child, 1, nil, false},
		{"research", "wetenschappelijk", child, 1, nil, false},
	} {
		r := &data.Record{Document: data.Document{Kind: test.kind}, Organisations: test.sender, Calamities: make([]data.Calamity, test.calamities)}
		Decide(prose.FromPassage(test.text, data.OtherSection), r)
		if r.Document.InCorpus != test.want {
			t.Errorf("%s: in corpus %v, want %v", test.name, r.Document.InCorpus, test.want)
		}
		if r.Document.CorpusReason == "" {
			t.Errorf("%s: no reason", test.name)
		}
	}
}

// TestMaker reads who concludes in a report whose cover names nobody.
func TestMaker(t *testing.T) {
	for _, test := range []struct{ text, want string }{
		{"De commissie constateert dit. De commissie vindt dat. De commissie beveelt aan.", "onafhankelijk_onderzoek"},
		{"De inspectie stelt vast. De inspecties concluderen. Zo oordeelt de inspectie.", "inspectierapport"},
		{"De commissie constateert dit.", ""},
		{"De commissie vindt. De commissie ziet. De commissie acht. De inspectie vindt. De inspectie ziet. De inspectie acht.", ""},
		{"De commissie woonde in Utrecht. De commissie is klein. De commissie bestaat.", ""},
	} {
		if got := maker(prose.FromPassage(test.text, data.Findings)); got != test.want {
			t.Errorf("%q: %q, want %q", test.text, got, test.want)
		}
	}
}

// FuzzCode holds the invariant: whatever a page says, each finding's quote is
// what stands there, and the document has a kind of the codebook.
func FuzzCode(f *testing.F) {
	for _, p := range ownPages(f) {
		f.Add(p.text)
	}
	f.Add("")
	f.Add("Inspectie\xff Jeugdzorg\n\n-")
	f.Add("Betreft\n1-1-2001\nİİİ Inspectie Jeugdzorg\nAan")
	c := newCoder(f)
	f.Fuzz(func(t *testing.T, text string) {
		text = strings.ToValidUTF8(text, "?")
		r := &data.Record{Pages: []data.Page{{Number: 1, Text: text}}}
		pr := prose.FromPassage(text, data.OtherSection)
		c.Code(pr, r, pdf.Info{})
		Decide(pr, r)
		if !knownKind(r.Document.Kind) {
			t.Errorf("kind %q is not in the codebook", r.Document.Kind)
		}
		for _, finding := range r.Findings {
			for _, e := range finding.Evidence {
				if e.Page != 1 || e.Start < 0 || e.End > len(text) || text[e.Start:e.End] != e.Quote {
					t.Errorf("%s %s: quote %q is not at %d-%d of page %d", finding.Variable, finding.Code, e.Quote, e.Start, e.End, e.Page)
				}
			}
		}
	})
}

func knownKind(kind string) bool {
	for _, k := range kindOrder {
		if k == kind {
			return true
		}
	}
	return false
}
