package victims

import (
	"fmt"
	"strings"
	"testing"

	"rodedraad/data"
)

func one(t *testing.T, text string) data.Calamity {
	t.Helper()
	r := codePassage(t, text, data.Occasion)
	if len(r.Calamities) != 1 {
		t.Errorf("%q: %d calamities, want 1", text, len(r.Calamities))
		return data.Calamity{}
	}
	return r.Calamities[0]
}

func TestEventDates(t *testing.T) {
	for text, want := range map[string]string{
		"Op 8 juni 2015 overleed een meisje van acht jaar.":                                                                                         "2015-06-08",
		"Begin 2011 overleed peuter C. op 3-jarige leeftijd.":                                                                                       "2011-01",
		"In de nacht van 3 op 4 mei 2019 is een jongen van tien om het leven gebracht.":                                                             "2019-05-04",
		"In maart 2019 ontving de inspectie een melding. Op 12 februari 2019 was een jongen van tien overleden.":                                    "2019-02-12",
		"De inspectie werd op 3 juni 2014 op de hoogte gesteld van het overlijden op 30 mei 2014 van een meisje van acht.":                          "2014-05-30",
		"Op 3 mei 2018 raakte een baby van twee maanden zwaargewond. De baby overleed op 9 mei 2018.":                                               "2018-05-03",
		"Een meisje van acht overleed op 3 mei.":                                                                                                    "",
		"Op 11 mei 2018 heeft de instelling het overlijden bij de inspectie gemeld. Een jongen van zes is op 9 mei 2018 overleden.":                 "2018-05-09",
		"Een jongen van tien, van januari 2015 tot zijn overlijden op 4 juni 2016 in behandeling, maakte een einde aan zijn leven.":                 "2016-06-04",
		"In 2019 overleed een broertje aan een ziekte. Op 3 mei 2021 is een meisje van vier door haar vader om het leven gebracht.":                 "2021-05-03",
		"In maart 2020 vertelde een meisje van twaalf dat zij door haar pleegvader was misbruikt.":                                                  "2020-03",
		"Op 4 mei 2012 vond een buurvrouw een meisje van drie. Het meisje was overleden. De aanbieder meldde het overlijden op 7 mei.":              "2012-05-04",
		"Sinds 2009 kreeg het gezin hulp. Op 4 mei 2012 belde de moeder 112. De instelling meldde het overlijden van het meisje van drie op 7 mei.": "2012-05-04",
		"Een jongen van tien, geboren op 12 juni 2001, overleed op 6 februari 2012.":                                                                "2012-02-06",
	} {
		if got := one(t, text).EventDate.String(); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

func TestAreas(t *testing.T) {
	for text, want := range map[string]string{
		"Op 8 juni 2015 overleed in Drenthe een meisje van acht jaar.":                                                          "provincie Drenthe",
		"In de gemeente Zeist overleed op 8 juni 2015 een meisje van acht jaar.":                                                "gemeente Zeist",
		"Op 8 juni 2015 overleed in Emmen een meisje van acht jaar.":                                                            "gemeente Emmen",
		"Op 8 juni 2015 overleed in Oosterdonk een meisje van acht jaar.":                                                       "plaats Oosterdonk",
		"Op 8 juni 2015 overleed een meisje uit Capelle aan den IJssel van acht jaar.":                                          "gemeente Capelle aan den IJssel",
		"Op 8 juni 2015 overleed een meisje van acht jaar.":                                                                     "onbekend ",
		"Op 8 juni 2015 overleed een meisje van acht jaar in het ziekenhuis in Leeuwarden. Het gezin woonde in Smallingerland.": "gemeente Smallingerland",
		"De Inspectie Jeugdzorg in Utrecht onderzocht het overlijden van een meisje van acht jaar op 8 juni 2015.":              "onbekend ",
		"Inspectie Jeugdzorg, Arnhem, 14 september 2015. Op 8 juni 2015 overleed een meisje van acht jaar.":                     "onbekend ",
		"Op 8 juni 2015 overleed in ’s-Hertogenbosch een meisje van acht jaar.":                                                 "gemeente 's-Hertogenbosch",
		"Op 8 juni 2015 overleed in een Drents dorp een meisje van acht jaar.":                                                  "provincie Drenthe",
		"Op 8 juni 2015 overleed een meisje van acht jaar uit de Noordoostpolder.":                                              "gemeente Noordoostpolder",
	} {
		c := one(t, text)
		if got := c.AreaLevel + " " + c.AreaName; got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

func TestMergedMunicipalityHasBothCodes(t *testing.T) {
	c := one(t, "Op 8 juni 2015 overleed in de gemeente Slochteren een meisje van acht jaar.")
	if c.AreaCode != "gm0040" || c.AreaCodeNow != "gm1952" {
		t.Errorf("Slochteren in 2015 is %q, now %q; want gm0040 and gm1952", c.AreaCode, c.AreaCodeNow)
	}
}

func TestAreaOfAReportWhoseOccasionNamesNone(t *testing.T) {
	for text, want := range map[string]string{
		"Gemeenten en scholen in Drenthe kregen bericht. De wijkagent werkte in Emmen. De school staat in Emmen.": "gemeente Emmen",
		"De rechtbank te Assen deed uitspraak. Het gezin is niet geholpen.":                                       "onbekend ",
	} {
		r := codeReport(t, "inspectierapport", "Onderzoek naar een overlijden", "Onderzoek naar een overlijden\nUtrecht, mei 2016\n[aanleiding]\n## Aanleiding\n"+
			"Op 8 juni 2015 overleed een meisje van acht jaar aan letsel.\n[bevindingen]\n## Bevindingen\n"+text+
			"\nEr was een plan.\nHet plan was oud.\n[conclusies]\n## Conclusies\nDe hulp was onvoldoende.")
		if len(r.Calamities) != 1 {
			t.Errorf("%q: %d calamities, want 1", text, len(r.Calamities))
			continue
		}
		if got := r.Calamities[0].AreaLevel + " " + r.Calamities[0].AreaName; got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

func TestSettings(t *testing.T) {
	for text, want := range map[string]string{
		"Een jongen van zeventien is in een gesloten instelling voor jeugdhulp overleden door zelfdoding.":    "gesloten_jeugdhulp",
		"In een pleeggezin overleed een baby van vier maanden.":                                               "pleeggezin",
		"Een meisje van tien is in de ouderlijke woning om het leven gebracht.":                               "thuis",
		"In een gezinshuis overleed een jongen van vijftien.":                                                 "gezinshuis",
		"In een justitiële jeugdinrichting overleed een jongen van zeventien.":                                "jji",
		"Op het schoolplein werd een leerling van dertien doodgestoken.":                                      "school",
		"In een azc overleed een meisje van drie.":                                                            "asielopvang",
		"Een peuter van twee overleed op een kinderdagverblijf.":                                              "kinderopvang",
		"Een jongen van vier verdronk in een kanaal.":                                                         "openbare_ruimte",
		"In de vrouwenopvang werd een baby van drie maanden mishandeld.":                                      "vrouwen_of_maatsch_opvang",
		"Een meisje van acht is overleden. Zij werd in het ziekenhuis gezien.":                                "onbekend",
		"Een meisje van zeven weken raakte in een flatwoning ernstig gewond. Zij woont nu in een pleeggezin.": "thuis",
		"Een jongen van dertien uit een leefgroep is op straat door een auto doodgereden en overleden.":       "openbare_ruimte",
		"In een chalet op een vakantiepark raakte een meisje van vijf ernstig gewond.":                        "thuis",
		"Een kleuter van vier verdronk in de rivier achter de woning.":                                        "openbare_ruimte",
		"Een jongen van zestien overleed op de gesloten afdeling van een kliniek voor jeugdpsychiatrie.":      "ggz_instelling",
		"Een kleuter van vier verdronk in een sloot achter het gezinshuis.":                                   "gezinshuis",
		"Een meisje van zestien overleed op haar groep in een instelling voor JeugdzorgPlus.":                 "gesloten_jeugdhulp",
	} {
		if got := one(t, text).Setting; got != want {
			t.Errorf("%q: %s, want %s", text, got, want)
		}
	}
}

func TestTypesAndClasses(t *testing.T) {
	for text, want := range map[string]string{
		"Een meisje van tien is door haar vader om het leven gebracht.":                                         "calamiteit fataal_geweld",
		"Een jongen van zestien overleed door suïcide.":                                                         "calamiteit suicide",
		"Een meisje van vijftien deed een suïcidepoging en raakte ernstig gewond.":                              "calamiteit suicidepoging",
		"Een baby van vier maanden overleed door ondervoeding en verwaarlozing.":                                "calamiteit verwaarlozing",
		"Een jongen van vier verdronk in een vijver.":                                                           "calamiteit ongeval",
		"Een meisje van twaalf is seksueel misbruikt door haar oom.":                                            "calamiteit seksueel_misbruik",
		"Een baby van drie maanden werd mishandeld en heeft blijvend hersenletsel.":                             "calamiteit ernstige_mishandeling",
		"Een baby van vier maanden overleed. De doodsoorzaak is onbekend.":                                      "calamiteit natuurlijk_of_onbekend",
		"Een jongen van zestien maakte op 3 mei een einde aan zijn leven.":                                      "calamiteit suicide",
		"Een baby van vijf maanden overleed. De vader is veroordeeld.":                                          "calamiteit fataal_geweld",
		"Een jongen van zeventien overleed bij een brand. Zijn moeder heeft epilepsie.":                         "calamiteit ongeval",
		"In een gesloten groep voor jeugdhulp werd een jongen van veertien door twee anderen zwaar mishandeld.": "calamiteit incident_residentieel,ernstige_mishandeling",
		"Een jongen van negen viel van het dak en bleef ongedeerd; het was een bijna-calamiteit.":               "bijna_calamiteit ongeval",
	} {
		c := one(t, text)
		if got := c.EventClass + " " + strings.Join(c.Types, ","); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

func TestLegalFrames(t *testing.T) {
	for text, want := range map[string]string{
		"Een meisje van tien overleed. Zij stond onder toezicht van Bureau Jeugdzorg.":                        "ots",
		"Een meisje van tien overleed. Het gezin had een gezinsvoogd.":                                        "ots",
		"Een meisje van tien overleed. Er was een voorlopige ondertoezichtstelling uitgesproken.":             "vots",
		"Een meisje van tien overleed. Het gezin kreeg hulp in een vrijwillig kader.":                         "vrijwillig",
		"Een pupil van zes jaar overleed. De instelling had de voogdij.":                                      "voogdij",
		"Een meisje van tien overleed. Er liep een drangtraject.":                                             "drang",
		"Een meisje van tien overleed. Een ondertoezichtstelling was aangevraagd.":                            "onbekend",
		"Een baby van vijf maanden overleed. Haar moeder werd op haar zestiende onder toezicht gesteld.":      "onbekend",
		"Een peuter van twee overleed op 3 mei 2019. In 2010 werd een kind van een tante uit huis geplaatst.": "onbekend",
		"Een peuter van twee overleed op 3 mei 2019. Op 9 juli 2019 is zijn zus onder toezicht gesteld.":      "onbekend",
		"Een kleuter van vijf overleed. De jeugdreclassering begeleidde zijn broer.":                          "onbekend",
		"Een meisje van tien overleed. Er zwommen kinderen onder toezicht van een leerkracht.":                "onbekend",
		"Een meisje van tien overleed. Haar moeder werd ontheven uit het ouderlijk gezag.":                    "voogdij",
		"Een meisje van tien raakte zwaargewond. Daarna is zij uit huis geplaatst.":                           "onbekend",
		"Een jongen van zeventien overleed. Hij had een machtiging gesloten jeugdhulp.":                       "gesloten_machtiging",
	} {
		if got := strings.Join(one(t, text).LegalFrame, ","); got != want {
			t.Errorf("%q: %s, want %s", text, got, want)
		}
	}
}

func TestIntent(t *testing.T) {
	for text, want := range map[string]string{
		"Een meisje van tien overleed. Haar vader is veroordeeld tot acht jaar gevangenisstraf.": "veroordeeld",
		"Een meisje van tien overleed. Haar vader wordt ervan verdacht.":                         "verdacht",
		"Een baby van drie maanden overleed en was geen slachtoffer van een misdrijf.":           "geen_misdrijf",
		"Een meisje van tien overleed op 3 mei 2014.":                                            "niet_vastgesteld",
	} {
		if got := one(t, text).IntentStatus; got != want {
			t.Errorf("%q: %s, want %s", text, got, want)
		}
	}
}

func TestReportedCounts(t *testing.T) {
	for text, want := range map[string]string{
		"Jaarlijks zijn naar schatting 119.000 kinderen slachtoffer van mishandeling.": "119000",
		"In 2015 ontvingen de inspecties 116 verplichte meldingen.":                    "116",
		"De inspecties onderzochten elf calamiteiten.":                                 "11",
		"Een analyse van elf onderzochte calamiteiten in de periode 2013-2016.":        "11",
		"In onze gemeente wonen 38.400 mensen.":                                        "38400",
		"In Nederland overlijden jaarlijks 40 kinderen door mishandeling.":             "40",
		"Zie artikel 4.1.8 en bladzijde 45.":                                           "",
		"Het onderzoek duurde negentien maanden.":                                      "",
		"De verdachte is 35 jaar.":                                                     "",
		"Op 12 maart 2016 is gesproken.":                                               "",
		"De schuld was 23.000 euro.":                                                   "",
		"De inspecties spraken met zeventien medewerkers.":                             "",
		"Er zijn 48 gesprekken gevoerd.":                                               "",
		"Ten minste tweemaal per jaar ziet de voogd de kinderen.":                      "",
		"Ongeveer één op de duizend vrouwen krijgt jaarlijks een psychose.":            "",
		"In vijf zaken was het gezin al jaren in zorg.":                                "",
		"Dertien calamiteiten zijn opnieuw bekeken.":                                   "13",
		"Per 1 januari zijn 340 dossiers aan het wijkteam overgedragen.":               "340",
		"Van de 61 geplande afspraken gingen er 27 niet door.":                         "",
	} {
		r := codePassage(t, text, data.Occasion)
		var got []string
		for _, c := range r.ReportedCounts {
			got = append(got, fmt.Sprint(c.Value))
		}
		if s := strings.Join(got, " "); s != want {
			t.Errorf("%q: %q, want %q", text, s, want)
		}
		if len(r.Calamities) != 0 {
			t.Errorf("%q: became a case", text)
		}
	}
}
