package victims

import (
	"fmt"
	"sort"
	"strings"
	"testing"

	"rodedraad/data"
)

// roster writes down who was harmed, how, at what age in months and of which
// sex, and how many perpetrators died.
func roster(r *data.Record) string {
	var list []string
	dead := 0
	for _, c := range r.Calamities {
		dead += c.PerpetratorDeaths
		for _, v := range c.Victims {
			age := "?"
			if v.AgeMonthsMin != nil {
				age = fmt.Sprintf("%d-%d", *v.AgeMonthsMin, *v.AgeMonthsMax)
			}
			list = append(list, fmt.Sprintf("%dx %s %s %.1s", v.CountMin, v.Outcome, age, v.Sex))
		}
	}
	sort.Strings(list)
	if dead > 0 {
		list = append(list, fmt.Sprintf("dead %d", dead))
	}
	return strings.Join(list, ", ")
}

func TestWhoComesInWithTheEvent(t *testing.T) {
	for occasion, want := range map[string]string{
		"Op 4 juni 2016 zijn in een woning in Assen een man en zijn twee kinderen gevonden. Alle drie waren overleden. Het meisje was negen, haar broer zes. De vader heeft eerst hen en toen zichzelf van het leven beroofd.": "1x fataal 108-119 v, 1x fataal 72-83 m, dead 1",
		"Op 4 juni 2016 heeft een vader in Assen zijn drie kinderen aangevallen en vervolgens zichzelf gedood. De tweeling van acht jaar is aan de verwondingen bezweken; hun zus van elf heeft het, zwaargewond, overleefd.":  "1x ernstig_letsel 132-143 v, 2x fataal 96-107 n, dead 1",
		"In de nacht van 2 op 3 mei 2019 stierf een meisje van anderhalf door toedoen van haar moeder, die daarna zichzelf om het leven bracht.":                                                                               "1x fataal 18-18 v, dead 1",
		"De zoon van acht en de dochter van zes zijn op 3 juli 2020 bij hun vader in Weesp om het leven gekomen. De vader is eveneens overleden. Justitie gaat uit van een misdrijf gevolgd door zelfdoding.":                  "1x fataal 72-83 v, 1x fataal 96-107 m, dead 1",
		"Op 12 maart 2011 zijn twee kinderen van acht en vijf jaar oud, een jongen en een meisje, door hun vader gedood.":                                                                                                      "1x fataal 60-71 v, 1x fataal 96-107 m",
		"Een jongen en een meisje, acht en elf jaar oud, zijn op 7 oktober 2019 door hun moeder om het leven gebracht.":                                                                                                        "1x fataal 132-143 v, 1x fataal 96-107 m",
		"Op 12 maart 2011 overleden twee broertjes bij een brand in Assen. De oudste was vier jaar, de jongste twee.":                                                                                                          "1x fataal 24-35 m, 1x fataal 48-59 m",
		"In de avond van 19 oktober 2010 is een jongen, die over enkele weken vier jaar zou worden, in Dordrecht zwaargewond gevonden. Hij overleed een dag later.":                                                            "1x fataal 46-47 m",
		"In januari 2016 maakte een jongen van zeventien een einde aan zijn leven, drie weken voor zijn achttiende verjaardag.":                                                                                                "1x fataal 215-215 m",
		"Op 12 april 2016 is in Almere een jongen van negen zwaargewond geraakt.\nEen week later, op 19 april, is hij in het ziekenhuis overleden.":                                                                            "1x fataal 108-119 m",
		"Op 12 april 2016 is in Almere een jongen van negen doodgeslagen.\nIn het gezin woonde nog een meisje van twee. Zij was in 2015 al eens met een gebroken been opgenomen.":                                              "1x fataal 108-119 m",
		"Op 12 april 2016 kwam een meisje van elf om het leven.\nZij kwam om door een misdrijf waarvoor haar stiefvader terechtstaat.":                                                                                         "1x fataal 132-143 v",
		"Op 2 augustus 2014 trof een buurvrouw in Soest een peuter van twee jaar dood aan.":                                                                                                                                    "1x fataal 24-35 n",
		"In maart 2018 deed een zestienjarige jongen een poging zijn leven te beëindigen. De gevolgen zijn zwaar: hij ligt in een revalidatiecentrum.":                                                                         "1x ernstig_letsel 192-203 m",
		"In de loop van 2017 is een meisje van twaalf door haar oom misbruikt. Zij heeft er ernstige psychische schade aan overgehouden.":                                                                                      "1x ernstig_letsel 144-155 v",
		"In mei 2010 is in Oss een baby van acht weken gestorven. Haar broertje van twee is onderzocht en was ongedeerd.":                                                                                                      "1x fataal 1-1 v",
		"Op 9 januari 2020 is een meisje van elf in coma geraakt. Een onderzoek begint in de regel nadat een kind is overleden.":                                                                                               "1x ernstig_letsel 132-143 v",
		"Op 12 april 2016 is een jongen van tien dood gevonden. Zijn moeder, die naast hem lag, leefde nog. Zij heeft bekend haar zoon te hebben gedood.":                                                                      "1x fataal 120-131 m",
		"In de nacht van 3 op 4 februari 2012 komt een jongen van vijf om in de rook van een brand in Gouda.":                                                                                                                  "1x fataal 60-71 m",
		"In maart 2015 werd bekend dat een pleegvader in Drenthe twee pleegdochters van negen en twaalf jarenlang had misbruikt.":                                                                                              "1x overig_letsel 108-119 v, 1x overig_letsel 144-155 v",
		"Op 20 oktober 2016 doodde een moeder in Venlo haar zoon van drie en haar dochter van een. Daarna beroofde zij zichzelf van het leven.":                                                                                "1x fataal 12-23 v, 1x fataal 36-47 m, dead 1",
		"Op 1 mei 2018 heeft een zeventienjarige bewoonster van een instelling in Zeist geprobeerd zich van het leven te beroven.":                                                                                             "1x overig_letsel 204-215 v",
		"Op 1 mei 2018 staken twee jongens van 17 in Tiel een groepsleider neer. De man raakte zwaargewond.":                                                                                                                   "1x ernstig_letsel ? m",
		"Op 1 mei 2018 zijn in Tiel een vader, een moeder en hun zoon van elf dood gevonden. De politie gaat ervan uit dat de vader zijn vrouw en zoon heeft gedood en daarna zichzelf.":                                       "1x fataal 132-143 m, 1x fataal ? v, dead 1",
		"Op 1 mei 2018 is een peuter in Tiel, ruim twee jaar oud, in het bad verdronken.":                                                                                                                                      "1x fataal 24-35 n",
		"Op 1 mei 2018 is in Tiel een pasgeboren meisje om het leven gebracht.":                                                                                                                                                "1x fataal 0-0 v",
		"Op 1 mei 2018 is een jongen van vijf in Tiel zo hard geslagen dat hij niet meer zal lopen.":                                                                                                                           "1x ernstig_letsel 60-71 m",
		"Op 12 juni 2013 is L. (4) in Delft door haar vader gedood.":                                                                                                                                                           "1x fataal 48-59 v",
		"Op 12 juni 2013 zijn de 8-jarige Daan en de 5-jarige Lotte in Delft door hun moeder gedood.":                                                                                                                          "1x fataal 60-71 n, 1x fataal 96-107 n",
		"Op 12 juni 2013 kwam in Delft een eind aan het leven van een negenjarig meisje en haar zevenjarige broer.":                                                                                                            "1x fataal 108-119 v, 1x fataal 84-95 m",
		"Op 1 mei 2018 raakte een jongen van vijf in Tiel te water.":                                                                                                                                                           "1x overig_letsel 60-71 m",
	} {
		r := codeReport(t, "inspectierapport", "Onderzoek naar de hulp aan een gezin", around(occasion, ""))
		if got := roster(r); got != want {
			t.Errorf("%q:\n got  %s\n want %s", occasion, got, want)
		}
	}
}

// What later chapters tell at large, or of somebody long ago, adds nobody.
func TestLaterChaptersBringInNobody(t *testing.T) {
	const event = "Op 12 mei 2014 overleed een meisje van zestien jaar door suïcide."
	for _, facts := range []string{
		"Haar moeder is overleden toen zij negen jaar was.",
		"Haar beide grootouders zijn overleden.",
		"De instelling onderzoekt altijd wat er gebeurt wanneer een kind ernstig gewond raakt.",
		"Zij groeide op met een jongere broer en een zusje van acht. Toen zij stierf was er nog geen bed.",
	} {
		r := codeReport(t, "inspectierapport", "Onderzoek naar de hulp aan een gezin", around(event, facts))
		if got := roster(r); got != "1x fataal 192-203 v" {
			t.Errorf("%q: %s", facts, got)
		}
	}
}
