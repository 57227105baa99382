package victims

import (
	"strings"
	"testing"

	"rodedraad/data"
)

// around makes a whole report about what an occasion tells and the facts add.
func around(occasion, facts string) string {
	return `
Onderzoek naar de hulp aan een gezin
[aanleiding]
## 1 Aanleiding
` + occasion + `
De aanbieder meldde de gebeurtenis bij de inspectie.
[feiten]
## 2 Feiten
` + facts + `
Het gezin kreeg hulp van het wijkteam.
[bevindingen]
## 3 Bevindingen
De hulpverleners werkten naast elkaar.
[conclusies]
## 4 Conclusies
De inspectie vindt de hulp onvoldoende.
`
}

func TestCaseIsAnchoredInWhatTellsTheEvent(t *testing.T) {
	const boy = "Op 8 mei 2015 raakte een jongen van acht jaar zwaargewond bij een ongeval. Drie dagen later overleed hij."
	for name, c := range map[string]struct{ occasion, facts, want, date string }{
		"another age of the same child": {boy, "De jongen werd op driejarige leeftijd uit huis geplaatst vanwege ernstige verwaarlozing.", "fataal 1", "2015-05-08"},
		"a parent's earlier death":      {boy, "Zijn vader overleed in 2011 bij een verkeersongeluk.", "fataal 1", "2015-05-08"},
		"an earlier child, by its year": {boy + " Een broertje was in 2012 aan wiegendood overleden.", "", "fataal 1", "2015-05-08"},
		"children at large":             {boy + "\nNaar schatting overlijden jaarlijks 50 kinderen in Nederland. Een deel wordt gedood door een ouder die daarna zichzelf doodt.", "", "fataal 1", "2015-05-08"},
		"one of twins, then the other": {
			"Op 14 oktober 2014 werd een van twee zusjes, een tweeling van elf weken oud, met ernstig hersenletsel opgenomen. Haar tweelingzusje had botbreuken.",
			"", "ernstig_letsel 2", "2014-10-14"},
		"all, and then each": {
			"Op 19 april 2014 werden drie zusjes van één, vier en zes jaar uit huis gehaald. Zij waren ernstig verwaarloosd. De jongste lag op de intensive care. De middelste en de oudste waren ondervoed.",
			"", "ernstig_letsel 1, overig_letsel 2", "2014-04-19"},
		"an unborn child is not the sibling": {
			"Op 2 maart 2016 werd een vrouw van 26 jaar gedood. Ook haar ongeboren kind heeft het niet overleefd. Hun zoon van vier jaar was bij een tante en bleef ongedeerd.",
			"", "fataal 2", "2016-03-02"},
		"the season, made sharper by the facts": {
			"In het najaar van 2015 overleed een meisje van twaalf jaar.", "In oktober 2015 overlijdt het meisje.", "fataal 1", "2015-10"},
	} {
		t.Run(name, func(t *testing.T) {
			r := codeReport(t, "inspectierapport", "Onderzoek naar de hulp aan een gezin", around(c.occasion, c.facts))
			if len(r.Calamities) != 1 {
				t.Fatalf("%d calamities, want 1", len(r.Calamities))
			}
			if got := outcomes(r.Calamities[0].Victims); got != c.want {
				t.Errorf("victims %s, want %s", got, c.want)
			}
			if got := r.Calamities[0].EventDate.String(); got != c.date {
				t.Errorf("date %s, want %s", got, c.date)
			}
			if r.Calamities[0].PerpetratorDeaths != 0 {
				t.Errorf("%d dead perpetrators, want none", r.Calamities[0].PerpetratorDeaths)
			}
		})
	}
}

func TestSexFromAPronounInAReport(t *testing.T) {
	for occasion, want := range map[string]string{
		"In februari 2015 overleed een baby van zeven maanden. Hij was alleen thuis.":            "m",
		"In februari 2015 overleed een peuter van twee jaar. Zij was alleen thuis.":              "v",
		"In februari 2015 overleed een baby van zeven maanden. De vader vond dat hij sliep.":     "niet_vermeld",
		"In februari 2015 overleed een baby van zeven maanden. Zij waren alleen thuis, de twee.": "niet_vermeld",
	} {
		r := codeReport(t, "inspectierapport", "Onderzoek naar de hulp aan een gezin", around(occasion, ""))
		if len(r.Calamities) != 1 || len(r.Calamities[0].Victims) != 1 {
			t.Fatalf("%s: %+v", occasion, r.Calamities)
		}
		if got := r.Calamities[0].Victims[0].Sex; got != want {
			t.Errorf("%s: sex %s, want %s", occasion, got, want)
		}
	}
}

func TestOverviewsHaveNoCase(t *testing.T) {
	overview := strings.ReplaceAll(around("De inspectie legde achttien onderzoeken naast elkaar. Twaalf kinderen overleden, zes raakten zwaargewond.",
		"In twaalf van de achttien onderzoeken was er geen regie. Bij negen van de achttien kinderen ontbrak zicht."), "een gezin", "gezinnen")
	for _, kind := range []string{"inspectierapport", "overig", "nieuwsbericht", "thematische_analyse"} {
		if r := codeReport(t, kind, "Leren van achttien onderzoeken", overview); len(r.Calamities) != 0 {
			t.Errorf("%s: %d calamities, want none", kind, len(r.Calamities))
		}
	}
}

func TestMistakenKindKeepsItsCase(t *testing.T) {
	report := around("Op 8 mei 2015 overleed een jongen van acht jaar.", "")
	for _, kind := range []string{"overig", "nieuwsbericht"} {
		r := codeReport(t, kind, "Hulp aan een gezin", report)
		if len(r.Calamities) != 1 || r.Calamities[0].EventDate != (data.Date{Year: 2015, Month: 5, Day: 8, Precision: data.Day}) {
			t.Errorf("%s: %+v, want one case of 8 May 2015", kind, r.Calamities)
		}
	}
}
