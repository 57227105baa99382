package victims

import "testing"

func TestFamiliesAndPerpetrators(t *testing.T) {
	for _, c := range [][2]string{
		{"Op 12 maart 2013 zijn twee broertjes (7 en 9 jaar) door hun vader om het leven gebracht, waarna hij suïcide pleegde.", "fataal 2 dader 1"},
		{"In de nacht van 3 op 4 mei 2019 stak een moeder haar drie kinderen (2, 5 en 8 jaar) neer; de jongste overleed, de twee anderen raakten zwaargewond.", "ernstig_letsel 2, fataal 1"},
		{"Aanleiding voor dit onderzoek is de gewelddadige dood van een 10-jarig meisje op 3 mei 2012, vermoedelijk door toedoen van haar stiefvader.", "fataal 1"},
		{"Op 5 juni 2016 werd in een woning het levenloze lichaam aangetroffen van een meisje van 12 jaar en haar moeder.", "fataal 2"},
		{"De moeder en haar twee dochters, 4 en 7 jaar oud, kwamen om het leven toen de ex-partner hun woning in brand stak. De ex-partner overleed later in het ziekenhuis.", "fataal 3 dader 1"},
		{"Een 16-jarige jongen, die in de instelling verbleef, stak op 3 maart 2018 een groepsleider neer, die aan zijn verwondingen overleed.", "fataal 1"},
		{"Bij de steekpartij op 3 maart 2018 kwam een 17-jarige bewoner om het leven en raakte een begeleidster gewond.", "fataal 1, overig_letsel 1"},
		{"Een jongen van 15 verdronk op 3 juni 2014 tijdens een uitje van de leefgroep.", "fataal 1"},
		{"Het kind van twee jaar liep ernstig brandletsel op.", "ernstig_letsel 1"},
		{"Op 3 juni 2014 verdronken twee zusjes van 3 en 5 jaar in bad.", "fataal 2"},
		{"Vader heeft zijn ex-vrouw en hun zoontje van vier doodgeschoten en vervolgens zichzelf. De dochter van zes bleef ongedeerd.", "fataal 2, geen_letsel 1 dader 1"},
		{"Een jeugdige is overleden ten gevolge van een suïcide tijdens verblijf op een gesloten afdeling.", "fataal 1"},
		{"Peuter B. is overleden als gevolg van ernstige mishandeling. Haar zusje (4) bleek eveneens mishandeld.", "fataal 1, overig_letsel 1"},
		{"Dit rapport gaat over de dood van drie kinderen uit één gezin, van 2, 4 en 7 jaar.", "fataal 3"},
		{"Op 4 april 2017 is een baby van vier maanden mishandeld, waarbij zij zwaar hersenletsel opliep.", "ernstig_letsel 1"},
		{"Een vader bracht op 8 juni 2015 zijn zoons van 6 en 9 jaar om het leven.", "fataal 2"},
		{"Hij schoot zijn vrouw en zijn twee kinderen dood en pleegde daarna zelfmoord.", "fataal 3 dader 1"},
		{"De twee jongste kinderen kwamen om, de oudste bleef ongedeerd.", "fataal 2, geen_letsel 1"},
		{"Een 14-jarig meisje uit een gezinshuis is op 3 mei 2019 overleden. Zij is gevonden door haar broer van 16, die daar ook woonde.", "fataal 1"},
		{"Op 9 mei 2013 zijn de lichamen gevonden van twee broers van 7 en 9 jaar. Hun vader had zich enkele dagen eerder van het leven beroofd en wordt ervan verdacht dat hij de jongens heeft gedood.", "fataal 2 dader 1"},
		{"Een man van 34 heeft op 3 mei 2016 zijn vriendin van 31 en haar dochtertje van drie om het leven gebracht.", "fataal 2"},
		{"In maart 2012 werd een zuigeling van zes weken met ernstig hoofdletsel in het ziekenhuis opgenomen. De zuigeling is op 12 maart 2012 overleden. De ouders zijn aangehouden.", "fataal 1"},
		{"De inspectie ontving op 3 juni 2015 een melding over het overlijden van een zestienjarige jongen. De jongen verbleef in een instelling voor gesloten jeugdhulp. Hij had eerder een poging tot zelfdoding gedaan.", "fataal 1"},
		{"Bij een brand op de leefgroep raakten drie jongeren en een groepsleider gewond; één jongere overleed.", "fataal 1, overig_letsel 3"},
		{"Op 3 mei 2019 overleed een meisje van acht. Haar vader heeft bekend dat hij haar heeft gedood; hij is daarvoor veroordeeld.", "fataal 1"},
		{"Moeder en kind overleefden de brand niet.", "fataal 2"},
		{"Een moeder probeerde haar kinderen van vier en zes jaar van het leven te beroven. De kinderen overleefden het.", "overig_letsel 2"},
		{"Op 4 mei 2018 overleed een jongen van 8 jaar aan de gevolgen van een verkeersongeval. Zijn moeder, die de auto bestuurde, raakte zwaargewond.", "ernstig_letsel 1, fataal 1"},
		{"Een vrouw van 28 is op 4 mei 2018 door haar ex-partner om het leven gebracht. Haar twee kinderen, 3 en 5 jaar oud, waren in de woning aanwezig.", "fataal 1, geen_letsel 2"},
		{"Het slachtoffer, een meisje van 15, is tussen mei en juli 2016 door meerdere mannen seksueel misbruikt.", "overig_letsel 1"},
		{"De politie trof op 6 juni 2014 een sterk vermagerde jongen van tien en zijn vervuilde zusje van zeven aan; beiden zijn in het ziekenhuis opgenomen.", "overig_letsel 2"},
		{"Op 2 februari 2010 overleed een meisje van anderhalf jaar. Uit onderzoek bleek dat ook haar tweelingzusje was mishandeld.", "fataal 1, overig_letsel 1"},
		{"Kind 1, een jongen van 5, en kind 2, een meisje van 3, zijn op 4 juli 2011 door hun moeder vergiftigd en overleden.", "fataal 2"},
		{"Op 7 mei 2015 kwam een jongetje (4) om het leven doordat hij uit een raam viel. Hij was het middelste van drie kinderen.", "fataal 1"},
		{"Door het handelen van de vader zijn beide kinderen, een tweeling van 11 maanden, overleden.", "fataal 2"},
		{"Een medewerker werd door een cliënt (19) geslagen en liep een gebroken neus op.", "ernstig_letsel 1"},
		{"Een jongen (13) stak op 3 mei 2010 zijn moeder neer. De moeder raakte levensgevaarlijk gewond.", "ernstig_letsel 1"},
		{"On 8 June 2015 an eight-year-old girl died.", "fataal 1"},
	} {
		if got := told(t, c[0]); got != c[1] {
			t.Errorf("%q:\n   %q, want %q", c[0], got, c[1])
		}
	}
}
