package layout

import (
	"testing"

	"rodedraad/data"
)

// headings as Dutch reports from 2002 to 2025 word them, by the role a reader
// gives the section under them; "" is a heading that only its place can tell.
var headings = map[data.SectionRole][]string{
	data.Summary: {
		"Samenvatting", "Managementsamenvatting", "Bestuurlijke samenvatting", "0 Samenvatting",
		"Publiekssamenvatting", "SAMENVATTING", "Samenvatting en conclusies", "Het onderzoek in het kort",
		"In het kort", "Dit rapport in één oogopslag", "De kern van het onderzoek", "Kernboodschap",
		"Belangrijkste bevindingen op een rij", "Hoofdlijnen", "Summary", "Publieksversie",
	},
	data.Occasion: {
		"1 Inleiding", "Inleiding", "1.1 Aanleiding", "Aanleiding voor het onderzoek", "Aanleiding en doel",
		"Achtergrond en aanleiding", "Waarom dit onderzoek?", "Waarom deze leerreview", "Introductie",
		"Wat was de aanleiding?", "Hoofdstuk 1: Inleiding", "I. Inleiding", "Vooraf",
		"Waarom wij terugkeken", "Waar gaat dit rapport over?",
	},
	data.Method: {
		"Werkwijze", "Opdracht en werkwijze", "1.3 Onderzoeksopzet", "Onderzoeksvragen", "Leeswijzer",
		"Methode van onderzoek", "Onderzoeksverantwoording", "Verantwoording", "Hoe is het onderzoek uitgevoerd?",
		"Zo hebben wij gewerkt", "Wat is onderzocht?", "Wat hebben wij onderzocht?", "Aanpak van het onderzoek",
		"Centrale vraag en deelvragen", "Opdracht aan de commissie", "Reikwijdte en afbakening", "Het onderzoek",
		"Onderzoek", "Doel van het onderzoek", "II. Wijze van onderzoek", "Hoor en wederhoor",
		"Hoe we te werk gingen", "De leerreview", "Calamiteitenonderzoek", "Hoe dit document is opgebouwd",
	},
	data.Norms: {
		"Toetsingskader", "2 Waaraan is getoetst?", "Normenkader", "Wettelijk kader", "Juridisch kader",
		"Beoordelingskader", "Normen", "Wet- en regelgeving", "Wat mag van professionals verwacht worden?",
		"Verwachtingen van de inspectie", "Waar toetst de inspectie aan?", "Geldende richtlijnen",
		"Wat verwachten de inspecties?", "Referentiekader", "Zo hoort het te gaan", "Wat zegt de meldcode",
	},
	data.Facts: {
		"2 Feitenrelaas", "De feiten", "Feiten en omstandigheden", "Reconstructie", "Tijdlijn",
		"Chronologie van de gebeurtenissen", "Beknopt chronologisch feitenrelaas", "Wat is er gebeurd?",
		"Wat er gebeurde", "Wat ging eraan vooraf?", "De casus", "Casusbeschrijving", "De calamiteit",
		"Beschrijving van het incident", "Voorgeschiedenis", "Het verhaal van Sam", "Hoe het verliep",
		"Gang van zaken", "Feitelijke toedracht", "Levensloop van de jeugdige", "3. Wat gebeurde er?",
		"Gebeurtenisbeschrijving", "Wat weten we over het gezin?",
	},
	data.Findings: {
		"3 Bevindingen", "Bevindingen per organisatie", "Feiten en bevindingen", "Normen en bevindingen",
		"Analyse", "Reconstructie en analyse", "Beoordeling", "Resultaten", "Wat we zagen", "Wat wij zagen",
		"Wat ons opviel", "Wat viel op?", "Waar ging het mis?", "Wat ging er goed?", "Wat kon beter?",
		"Wat goed ging", "Basisoorzaken", "Beschouwing", "Rode draden", "Wat vonden de inspecties?",
		"Wat is gevonden?", "Hoe kon dit gebeuren?", "Gemiste kansen", "Verklarende factoren",
		"Observaties", "Kantelpunten", "Wat telkens terugkomt", "Analyse van de hulpverlening", "Reflectie",
		"Oorzaken en achterliggende factoren", "Wat ons is gebleken", "De vijf basisvragen", "Toetsing aan het toetsingskader",
	},
	data.Conclusions: {
		"Conclusies", "4 Conclusie", "Conclusies en aanbevelingen", "Conclusie en vervolg", "Slotbeschouwing",
		"Eindoordeel", "Oordeel", "Oordeel van de inspectie", "Beantwoording van de onderzoeksvragen",
		"Beantwoording van de vragen", "Antwoord op de hoofdvraag", "Tot slot", "Samenvattende conclusie",
		"Wat concluderen wij?", "Had de calamiteit voorkomen kunnen worden?", "Slotsom",
		"Was het overlijden te voorkomen?", "VI. Oordeel", "Hadden we dit kunnen voorzien?",
	},
	data.Recommendations: {
		"Aanbevelingen", "5 Aanbevelingen", "Aanbevelingen aan de gemeente", "Verbeterpunten", "Leerpunten",
		"Lessen", "Geleerde lessen", "Hoe nu verder?", "Vervolg", "Vervolgstappen", "Verbetermaatregelen",
		"Verbeterplan", "Maatregelen", "Wat gebeurt er nu?", "Wat leren we hiervan?", "Wat kunnen we leren?",
		"Lessen voor de toekomst", "Adviezen", "Advies aan het college", "Oproep", "Wat nemen wij mee",
		"Wat is er nodig?", "Genomen maatregelen", "Wat moet er veranderen?", "Handelingsperspectieven", "Wat de gemeente nu gaat doen",
	},
	data.Annex: {
		"Bijlage 1", "Bijlage 2: Toetsingskader", "Bijlagen", "Bijlage A Feitenrelaas", "Lijst van afkortingen",
		"Afkortingen", "Begrippenlijst", "Literatuur", "Geraadpleegde documenten", "Gesproken personen",
		"Geïnterviewde personen", "Lijst van gesprekspartners", "Noten", "Verklarende woordenlijst",
	},
	data.Contents: {"Inhoud", "Inhoudsopgave", "INHOUDSOPGAVE", "In dit rapport"},
	data.Colophon: {"Colofon", "Contact", "Meer informatie", "Over de inspectie", "Disclaimer", "Documenten"},
	data.OtherSection: {
		"Voorwoord", "Ten geleide", "Woord vooraf", "Bestuurlijke reactie", "Zienswijze houder",
	},
	"": {
		"Veilig Thuis", "De school", "Gemeente", "Drie keer blussen", "Het meisje werd gezien",
		"Volwassenenproblematiek is kindproblematiek", "Opschalen en afschalen", "Van vrijwillig naar gedwongen kader",
		"Aan de ggz", "Plan van aanpak voor het gezin", "Signs of Safety", "Uithuisplaatsing",
		"Jeugdbescherming en school", "Thuis", "Kind uit beeld", "Gebruik van de meldcode",
		"Gesproken, maar niet gehoord", "Het advies- en meldpunt belt terug",
	},
}

func TestSectionOfHeading(t *testing.T) {
	n := 0
	for role, titles := range headings {
		for _, title := range titles {
			n++
			if got := sectionOf(title); got != role {
				t.Errorf("%q is %q, want %q", title, got, role)
			}
		}
	}
	if n < 190 {
		t.Errorf("%d headings, the table had more", n)
	}
}

func TestSubjectOfChapter(t *testing.T) {
	for title, want := range map[string]data.SectionRole{
		"De melding bij Veilig Thuis":       data.Occasion,
		"3.2 Februari tot en met juni 2008": data.Facts,
		"2015":                              data.Facts,
		"Het gezin":                         data.Facts,
		"Samenwerking":                      data.Findings,
		"Het handelen van de gemeente":      data.Findings,
		"Drie keer blussen":                 "",
	} {
		if got := subjectOf(title); got != want {
			t.Errorf("%q is %q, want %q", title, got, want)
		}
	}
}

func TestNumbering(t *testing.T) {
	for _, c := range []struct {
		text  string
		depth int
		title string
	}{
		{"1 Inleiding", 1, "Inleiding"},
		{"3.1.2 Veilig Thuis", 3, "Veilig Thuis"},
		{"4. Conclusies", 1, "Conclusies"},
		{"Hoofdstuk 3 Feiten", 1, "Feiten"},
		{"Hoofdstuk 3: Feiten", 1, "Feiten"},
		{"IV. De feiten", 1, "De feiten"},
		{"A. Ten aanzien van de Raad", 1, "Ten aanzien van de Raad"},
		{"5a Beantwoording", 1, "Beantwoording"},
		{"2.3 2018", 2, "2018"},
		{"35 538 Wijziging van de Jeugdwet", 0, "35 538 Wijziging van de Jeugdwet"},
		{"Ik zag haar niet", 0, "Ik zag haar niet"},
		{"2015 en verder", 0, "2015 en verder"},
	} {
		if depth, title := numbering(c.text); depth != c.depth || title != c.title {
			t.Errorf("%q: depth %d, title %q", c.text, depth, title)
		}
	}
}
