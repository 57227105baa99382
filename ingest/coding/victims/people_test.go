package victims

import (
	"fmt"
	"testing"

	"rodedraad/data"
)

// told gives a passage's victims per outcome and its dead perpetrators.
func told(t *testing.T, text string) string {
	t.Helper()
	r := codePassage(t, text, data.Occasion)
	var all []data.Victim
	dead := 0
	for _, c := range r.Calamities {
		all = append(all, c.Victims...)
		dead += c.PerpetratorDeaths
	}
	out := outcomes(all)
	if dead > 0 {
		out += fmt.Sprintf(" dader %d", dead)
	}
	if n := len(r.Calamities); n > 1 {
		out += fmt.Sprintf(" zaken %d", n)
	}
	return out
}

func TestVictims(t *testing.T) {
	for text, want := range map[string]string{
		// One child.
		"Op 8 juni 2015 overleed in Drenthe een meisje van acht jaar.":                  "fataal 1",
		"Begin 2011 overleed peuter C. op 3-jarige leeftijd.":                           "fataal 1",
		"Een baby van drie maanden is dood aangetroffen in de woning.":                  "fataal 1",
		"Het overlijden van een jongen van zes jaar was aanleiding voor dit onderzoek.": "fataal 1",
		"Een jongen van vijftien heeft zich van het leven beroofd.":                     "fataal 1",
		"De dertienjarige overleed door zelfdoding.":                                    "fataal 1",
		"Een kind van twee is door de partner van de moeder om het leven gebracht.":     "fataal 1",
		"Een meisje van vier verdronk in een vijver achter het huis.":                   "fataal 1",
		"Een pasgeboren baby is levenloos gevonden in een schuur.":                      "fataal 1",
		"In december 2020 werd een baby dood geboren.":                                  "fataal 1",
		"Een jongen van elf raakte zwaargewond bij een val van het dak.":                "ernstig_letsel 1",
		"Een baby van tien weken werd met een schedelbreuk opgenomen.":                  "ernstig_letsel 1",
		"Het jongetje van drie jaar heeft blijvend hersenletsel.":                       "ernstig_letsel 1",
		"Een meisje van zestien deed een suïcidepoging.":                                "overig_letsel 1",
		"Een jongen van negen is door zijn stiefvader mishandeld.":                      "overig_letsel 1",
		"Een meisje van dertien is door een begeleider misbruikt.":                      "overig_letsel 1",
		"De jongen van vijf viel van de trap maar bleef ongedeerd.":                     "geen_letsel 1",
		"Een jongen van zeventien is sinds 3 mei 2018 vermist.":                         "onbekend 1",
		// The last state wins.
		"Een peuter van twee raakte zwaargewond. Het kind overleed een dag later in het ziekenhuis.": "fataal 1",
		"Begin 2021 raakte een baby van vijf maanden zwaargewond; zij overleed elf dagen later.":     "fataal 1",
		"De jongen van tien lag in coma. Hij is hersteld.":                                           "ernstig_letsel 1",
		// The same person in other words.
		"Op 3 mei 2014 overleed een meisje van acht. Het meisje woonde in een pleeggezin. Het kind was er sinds 2012.": "fataal 1",
		"Een zestienjarige jongere overleed door suïcide. De jongere verbleef op een groep.":                           "fataal 1",
		"Een vijftienjarige jeugdige, een meisje, overleed op 2 maart 2013.":                                           "fataal 1",
		// More than one.
		"Twee kinderen van 2 en 4 jaar zijn overleden bij een woningbrand.":                                                          "fataal 2",
		"Een jongen van negen en zijn zusje van vijf zijn om het leven gebracht.":                                                    "fataal 2",
		"De tweeling van twee maanden oud is overleden.":                                                                             "fataal 2",
		"Drie meisjes zijn gewond geraakt.":                                                                                          "overig_letsel 3",
		"Bij de brand kwamen vier kinderen om.":                                                                                      "fataal 4",
		"Drie kinderen zijn aangevallen. Twee van hen overleden, de derde raakte zwaargewond.":                                       "ernstig_letsel 1, fataal 2",
		"Haar dochter van negen overleefde het niet. De jongste, een meisje van vijf weken, raakte zwaargewond.":                     "ernstig_letsel 1, fataal 1",
		"Een meisje van acht overleed. Haar oudere broer was in huis, maar raakte niet gewond.":                                      "fataal 1, geen_letsel 1",
		"Een baby overleed op 4 mei 2012. Twee oudere kinderen, een kleuter van vier en een kind van zes, waren in huis en leefden.": "fataal 1, geen_letsel 2",
		// Totals are not added to their parts.
		"Drie kinderen zijn overleden: een jongen van acht, een meisje van zes en een baby van drie maanden.": "fataal 3",
		// Perpetrators and suspects are no victims.
		"Een vader heeft zijn zoon van zes gedood en daarna zichzelf van het leven beroofd.":                         "fataal 1 dader 1",
		"De vader heeft zijn twee kinderen omgebracht. De vader is door suïcide om het leven gekomen.":               "fataal 2 dader 1",
		"Een meisje van negen is door haar vader gedood. De 45-jarige vader is aangehouden.":                         "fataal 1",
		"Het jongetje van drie maanden raakte ernstig gewond. Het vermoeden bestaat dat de vader hem heeft geschud.": "ernstig_letsel 1",
		// Adults as victims.
		"Op 3 mei 2018 is een moeder van twee kinderen door haar ex-partner gedood.":                      "fataal 1",
		"Een begeleider van een leefgroep is op 6 juni 2017 door een bewoner van zeventien neergestoken.": "overig_letsel 1",
		// Earlier deaths.
		"Op 3 mei 2014 overleed een baby van vier maanden. Een eerder kind van de moeder stierf in 2001, toen het vier weken oud was.": "fataal 1",
		// Denied.
		"Een meisje van acht liep weg. Er is niemand gewond geraakt en niemand overleden.": "",
	} {
		if got := told(t, text); got != want {
			t.Errorf("%q:\n   %q, want %q", text, got, want)
		}
	}
}

func TestNoVictims(t *testing.T) {
	for _, text := range []string{
		"Jaarlijks overlijden in Nederland naar schatting 50 kinderen door mishandeling.",
		"De kans dat een kind door geweld overlijdt is klein.",
		"In 2015 ontvingen de inspecties 116 meldingen van calamiteiten.",
		"De inspectie sprak met vijftien medewerkers van elf instellingen.",
		"Een calamiteit wordt binnen drie werkdagen gemeld.",
		"Bij calamiteiten zoals brand treedt het calamiteitenplan in werking.",
		"Het onderzoek duurde negen maanden.",
		"De 45-jarige verdachte is in hechtenis genomen.",
		"De school heeft 340 leerlingen en 23 leerkrachten.",
		"De moeder was 24 jaar oud en woonde alleen.",
		"Zie blz. 45 van het rapport voor de cijfers.",
		"Het kind werd elke week gezien door het consultatiebureau.",
		"Bij de oefening speelden acht leerlingen een gewonde.",
		"Een ander rapport behandelt de dood van een baby van negen maanden.",
	} {
		if got := told(t, text); got != "" {
			t.Errorf("%q: %q, want nobody", text, got)
		}
	}
}

func TestSexIsStatedNeverInferred(t *testing.T) {
	for text, want := range map[string]string{
		"Een meisje van acht overleed op 3 mei 2014.":                             "v",
		"Haar zoon van zes overleed op 3 mei 2014.":                               "m",
		"Een jeugdige van zestien overleed op 3 mei 2014.":                        "niet_vermeld",
		"Een kind van twee overleed op 3 mei 2014. De moeder verliet zijn vader.": "niet_vermeld",
		"Een peuter overleed op 3 mei 2014. Het jongetje was twee jaar.":          "m",
		"De dochter van vier overleed op 3 mei 2014 door toedoen van haar vader.": "v",
	} {
		r := codePassage(t, text, data.Occasion)
		if len(r.Calamities) != 1 || len(r.Calamities[0].Victims) != 1 {
			t.Errorf("%q: %+v", text, r.Calamities)
		} else if got := r.Calamities[0].Victims[0].Sex; got != want {
			t.Errorf("%q: %s, want %s", text, got, want)
		}
	}
}

func TestRoles(t *testing.T) {
	for text, want := range map[string]string{
		"Een meisje van acht overleed op 3 mei 2014.":                               "primair_kind",
		"Een moeder van twee kinderen is op 3 mei 2018 door suïcide overleden.":     "ouder",
		"Een begeleider is op 6 juni 2017 door een bewoner neergestoken.":           "professional",
		"Zijn ex-partner is op 6 juni 2017 door de man gedood.":                     "partner_of_ex",
		"De oma van het gezin is op 6 juni 2017 bij de brand om het leven gekomen.": "derde",
	} {
		r := codePassage(t, text, data.Occasion)
		if len(r.Calamities) != 1 || len(r.Calamities[0].Victims) != 1 {
			t.Errorf("%q: %+v", text, r.Calamities)
		} else if got := r.Calamities[0].Victims[0].Role; got != want {
			t.Errorf("%q: %s, want %s", text, got, want)
		}
	}
}

func TestSeveralCases(t *testing.T) {
	for text, want := range map[string]int{
		"Casus A betreft een jongen van vier die op 3 mei 2014 overleed. Casus B betreft een baby van tien weken die op 6 juni 2015 zwaargewond raakte.":                                   2,
		"Dit rapport gaat over twee calamiteiten. De eerste zaak is die van een baby van drie maanden die overleed. De tweede zaak is die van een jongen van tien die zwaargewond raakte.": 2,
		"Op 3 mei 2014 overleed een meisje van acht. Het onderzoek naar de zaak startte in juni 2014.":                                                                                     1,
	} {
		if r := codePassage(t, text, data.Summary); len(r.Calamities) != want {
			t.Errorf("%q: %d cases, want %d", text, len(r.Calamities), want)
		}
	}
}
