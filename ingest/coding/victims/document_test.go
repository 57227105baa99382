package victims

import (
	"strings"
	"testing"

	"rodedraad/data"
	"rodedraad/ingest/coding/prose"
)

// report makes a document of passages, "## " opening a heading and "[role]" the
// section of what follows.
func report(text string) *prose.Text {
	var page strings.Builder
	var passages []data.Passage
	role := data.OtherSection
	for _, line := range strings.Split(strings.TrimSpace(text), "\n") {
		line = strings.TrimSpace(line)
		if strings.HasPrefix(line, "[") {
			role = data.SectionRole(strings.Trim(line, "[]"))
			continue
		}
		kind := data.Paragraph
		if rest, found := strings.CutPrefix(line, "## "); found {
			line, kind = rest, data.Heading
		}
		if line == "" {
			continue
		}
		start := page.Len()
		page.WriteString(line + "\n")
		passages = append(passages, data.Passage{Number: len(passages) + 1, Page: 1, Section: role, Kind: kind, Start: start, End: start + len(line),
			Text: line, Pieces: []data.Piece{{Page: 1, PageStart: start, Length: len(line)}}})
	}
	return prose.Read([]data.Page{{Number: 1, Text: page.String()}}, passages)
}

func codeReport(t *testing.T, kind, title, text string) *data.Record {
	t.Helper()
	p := report(text)
	r := &data.Record{Document: data.Document{Kind: kind, Title: title, PublicationDate: data.Date{Year: 2016, Month: 5, Day: 1, Precision: data.Month}}, Pages: p.Pages, Passages: p.Passages}
	testCoder(t).Code(p, r)
	if err := r.Verify(); err != nil {
		t.Fatal(err)
	}
	return r
}

const classicReport = `
Onderzoek naar het overlijden van een meisje
Utrecht, mei 2016
[samenvatting]
## Samenvatting
Op 8 juni 2015 overleed in Drenthe een achtjarig meisje door toedoen van haar stiefvader.
Het meisje stond onder toezicht. De stiefvader is aangehouden.
[aanleiding]
## Aanleiding
De instelling meldde het overlijden van het kind op 10 juni 2015 bij de inspectie.
In Nederland overlijden jaarlijks naar schatting 50 kinderen door mishandeling.
[werkwijze]
De inspectie sprak met vijftien medewerkers.
[normen]
Een kind dat overlijdt wordt gemeld.
[feiten]
In 2009 overleed een broertje van vier weken oud aan wiegendood.
De vader van het meisje overleed in 2011 aan een ziekte.
[bevindingen]
De gezinsvoogd zag het meisje niet.
[conclusies]
De inspectie vindt de zorg aan het meisje onvoldoende.
`

func TestClassicReport(t *testing.T) {
	r := codeReport(t, "inspectierapport", "Onderzoek naar het overlijden van een meisje", classicReport)
	if len(r.Calamities) != 1 {
		t.Fatalf("%d calamities, want 1", len(r.Calamities))
	}
	c := r.Calamities[0]
	if outcomes(c.Victims) != "fataal 1" || *c.Victims[0].AgeMonthsMin != 96 || c.Victims[0].Sex != "v" {
		t.Errorf("victims %+v", c.Victims)
	}
	if c.EventDate.String() != "2015-06-08" || c.AreaName != "Drenthe" || c.AreaLevel != "provincie" {
		t.Errorf("date %s, area %s %s", c.EventDate, c.AreaLevel, c.AreaName)
	}
	if strings.Join(c.Types, ",") != "fataal_geweld" || strings.Join(c.LegalFrame, ",") != "ots" || c.IntentStatus != "verdacht" || c.PerpetratorDeaths != 0 {
		t.Errorf("types %v, legal %v, intent %s, dead perpetrators %d", c.Types, c.LegalFrame, c.IntentStatus, c.PerpetratorDeaths)
	}
	if len(r.ReportedCounts) == 0 || r.ReportedCounts[0].Value != 50 {
		t.Errorf("reported counts %+v", r.ReportedCounts)
	}
}

func TestKindsWithoutACase(t *testing.T) {
	for _, kind := range []string{"thematische_analyse", "jaarbericht", "handreiking", "wetenschappelijk"} {
		if r := codeReport(t, kind, "Leren van calamiteiten", classicReport); len(r.Calamities) != 0 {
			t.Errorf("%s: %d calamities, want none", kind, len(r.Calamities))
		}
	}
}

func TestDistractors(t *testing.T) {
	for name, d := range map[string][3]string{
		"forwarding letter": {"brief", "Aanbieding rapport", `
Geachte voorzitter,
Hierbij bied ik u het rapport aan over het overlijden van een meisje van acht jaar op 8 juni 2015.
Een beleidsreactie ontvangt u voor de zomer.`},
		"regular inspection": {"inspectierapport", "Inspectierapport kinderdagverblijf De Kwal, jaarlijks onderzoek", `
Op 3 mei 2015 bezocht de toezichthouder het kinderdagverblijf.
De kinderen van nul tot vier jaar spelen in twee groepen.`},
		"exercise": {"onafhankelijk_onderzoek", "Evaluatie oefening Rode Draad", `
In de oefening van 3 mei 2015 raakte een meisje van acht zwaargewond.
De oefening begon om tien uur.
De oefening werd geleid door de oefenleiding.
Het tegenspel was goed voorbereid.`},
		"statistics": {"inspectierapport", "Cijfers over calamiteiten", `
In 2015 ontving de inspectie 116 meldingen van calamiteiten.
Jaarlijks overlijden in Nederland naar schatting 40 kinderen door mishandeling.`},
		"overview": {"inspectierapport", "Klein en kwetsbaar", `
Analyse van acht onderzoeken naar calamiteiten met jonge kinderen
[samenvatting]
Vijf kinderen overleden en drie raakten zwaargewond.`},
		"questions of parliament": {"brief", "Beantwoording Kamervragen", `
Kent u het bericht dat op 3 mei 2015 een peuter van twee jaar is overleden?
Ja. Ik ga niet in op individuele zaken.`},
	} {
		if r := codeReport(t, d[0], d[1], d[2]); len(r.Calamities) != 0 {
			t.Errorf("%s: %+v, want no calamity", name, r.Calamities)
		}
	}
}

func TestNearCalamityInAHandbook(t *testing.T) {
	r := codeReport(t, "nieuwsbericht", "Leren van een calamiteit", `
Hoe kun je als gemeente leren van een calamiteit, zoals de gewelddadige dood van een kind?
Assen deed mee. Recent evalueerde de gemeente Assen een bijna-calamiteit.
De veiligheid van een kind was ernstig in het geding.`)
	if len(r.Calamities) != 1 || r.Calamities[0].EventClass != "bijna_calamiteit" || r.Calamities[0].AreaName != "Assen" || len(r.Calamities[0].Victims) != 0 {
		t.Errorf("got %+v", r.Calamities)
	}
}

func TestTwoCasesByHeading(t *testing.T) {
	r := codeReport(t, "evaluatie_gemeente", "Evaluatie van twee casussen", `
[samenvatting]
In casus A overleed op 3 mei 2014 een jongen van vier jaar. In casus B raakte op 6 juni 2015 een baby van tien weken zwaargewond.
[feiten]
## Casus A
De jongen woonde bij zijn moeder.
## Casus B
De baby woonde bij haar ouders.
Het gezin was bekend.
De school zag niets.
De politie kwam twee keer.`)
	if len(r.Calamities) != 2 || outcomes(r.Calamities[0].Victims) != "fataal 1" || outcomes(r.Calamities[1].Victims) != "ernstig_letsel 1" {
		t.Errorf("got %+v", r.Calamities)
	}
}

func TestMethodsOfSuicideAreNeverQuoted(t *testing.T) {
	r := codeReport(t, "inspectierapport", "Onderzoek", `
[samenvatting]
Op 3 mei 2014 overleed een jongen van zestien door suïcide nadat hij van een flat was gesprongen.
De jongen had pillen ingenomen en stond op het spoor, zo bleek uit het dossier van de instelling.
De jongen verbleef in een gesloten instelling.`)
	if len(r.Calamities) != 1 {
		t.Fatalf("%d calamities, want 1", len(r.Calamities))
	}
	for _, f := range r.Findings {
		for _, e := range f.Evidence {
			for _, word := range []string{"flat", "gesprongen", "pillen", "spoor"} {
				if strings.Contains(e.Quote, word) {
					t.Errorf("%s %s quotes %q", f.Variable, f.Code, e.Quote)
				}
			}
		}
	}
}

// The invariants every record keeps, whatever the text.
func invariants(t *testing.T, r *data.Record) {
	t.Helper()
	if err := r.Verify(); err != nil {
		t.Fatal(err)
	}
	backed := map[int]int{}
	for _, f := range r.Findings {
		for _, e := range f.Evidence {
			if n := len(strings.Fields(e.Quote)); n > data.MaxQuoteWords {
				t.Fatalf("quote of %d words: %q", n, e.Quote)
			}
		}
		if f.Variable == data.VarVictim {
			backed[f.Calamity]++
		}
	}
	for i, c := range r.Calamities {
		if backed[i+1] != len(c.Victims) {
			t.Fatalf("calamity %d: %d victims, %d findings", i+1, len(c.Victims), backed[i+1])
		}
		for _, v := range c.Victims {
			if v.CountMin < 1 || v.CountMax >= 0 && v.CountMax < v.CountMin {
				t.Fatalf("count %d to %d", v.CountMin, v.CountMax)
			}
			if (v.AgeMonthsMin == nil) != (v.AgeMonthsMax == nil) || v.AgeMonthsMin != nil && (*v.AgeMonthsMin < 0 || *v.AgeMonthsMax < *v.AgeMonthsMin || *v.AgeMonthsMax > maxAge*12+24) {
				t.Fatalf("age %v to %v", v.AgeMonthsMin, v.AgeMonthsMax)
			}
		}
	}
}

func TestInvariantsOnLabelledPassages(t *testing.T) {
	for _, l := range readPassages(t) {
		invariants(t, codePassage(t, l.Text, data.SectionRole(l.Section)))
	}
}

func TestCodingTwiceGivesTheSame(t *testing.T) {
	a := codeReport(t, "inspectierapport", "Onderzoek", classicReport)
	for range 5 {
		b := codeReport(t, "inspectierapport", "Onderzoek", classicReport)
		if len(a.Findings) != len(b.Findings) {
			t.Fatal("two codings differ in number")
		}
		for i := range a.Findings {
			if a.Findings[i].Code != b.Findings[i].Code || a.Findings[i].Value != b.Findings[i].Value || a.Findings[i].Evidence[0] != b.Findings[i].Evidence[0] {
				t.Fatalf("finding %d differs: %+v and %+v", i, a.Findings[i], b.Findings[i])
			}
		}
	}
}

func FuzzCode(f *testing.F) {
	f.Add("Op 8 juni 2015 overleed een 8-jarig meisje. Twee van hen, de jongste (3), raakten gewond; casus A, 31 op 32 mei.")
	f.Add("Drie kinderen van 2, 4 en één jaar zijn door hun vader om het leven gebracht, waarna hij zelf. 1½ jaar (m, 5")
	f.Fuzz(func(t *testing.T, text string) {
		if text == "" {
			return // no passage is empty
		}
		p := prose.FromPassage(text, data.Summary)
		r := &data.Record{Document: data.Document{Kind: "inspectierapport"}, Pages: p.Pages, Passages: p.Passages}
		testCoder(t).Code(p, r)
		invariants(t, r)
	})
}
