package analysistest

import "rodedraad/data"

// entry is a code with its Dutch and English label and its parent.
type entry [4]string

// Codebook is a small codebook with what the fictitious reports use. Tests use
// it so that they do not change when the real one grows.
func Codebook() *data.Codebook {
	b := &data.Codebook{Version: "test-1"}
	for _, v := range []struct {
		name, nl, en string
		codes        []entry
	}{
		{"rode_draad", "Rode draad", "Red thread", redThreads},
		{"thema", "Thema", "Theme", themes},
		{"sector", "Sector", "Sector", sectors},
		{"basisvraag", "Basisvraag", "Basic question", []entry{
			{"BV1", "Wie let er op de kinderen?", "Who watches over the children?"},
			{"BV2", "Wie heeft er wat in beeld?", "Who sees what?"},
			{"BV4", "Wie heeft de regie?", "Who is in charge?"},
		}},
		{"documentsoort", "Documentsoort", "Kind of document", []entry{
			{"inspectierapport", "Inspectierapport", "Inspection report"},
			{"zakelijke_weergave", "Zakelijke weergave", "Published digest"},
			{"onafhankelijk_onderzoek", "Onafhankelijk onderzoek", "Independent investigation"},
		}},
		{"calamiteitstype", "Soort calamiteit", "Type of calamity", []entry{
			{"fataal_geweld", "Fataal geweld", "Fatal violence"},
			{"ernstige_mishandeling", "Ernstige mishandeling", "Serious physical abuse"},
			{"suicide", "Suïcide", "Suicide"},
			{"verwaarlozing", "Verwaarlozing", "Neglect"},
		}},
		{"setting", "Setting", "Setting", []entry{
			{"thuis", "Thuis", "Home"},
			{"gesloten_jeugdhulp", "Gesloten jeugdhulp", "Secure youth care"},
		}},
		{"gezinskader", "Gezinskader", "Legal frame", []entry{
			{"vrijwillig", "Vrijwillig", "Voluntary"},
			{"ots", "Ondertoezichtstelling", "Supervision order"},
		}},
		{"ernst", "Ernst", "Class", []entry{{"calamiteit", "Calamiteit", "Calamity"}}},
		{"slachtoffer", "Slachtoffer", "Victim", []entry{
			{"fataal", "Overleden", "Died"}, {"ernstig_letsel", "Ernstig letsel", "Serious injury"},
		}},
		{"aanbeveling", "Geadresseerde", "Addressee", []entry{
			{"instelling", "Instelling", "Organisation"},
			{"gemeente_bestuurder", "Gemeente of bestuurder", "Municipality or governor"},
		}},
	} {
		b.Variables = append(b.Variables, variable(v.name, v.nl, v.en, v.codes))
	}
	return b
}

func variable(name, nl, en string, codes []entry) *data.Variable {
	v := &data.Variable{Name: name, Label: data.Text{NL: nl, EN: en}}
	for _, c := range codes {
		v.Codes = append(v.Codes, &data.Code{
			Code: c[0], Label: data.Text{NL: c[1], EN: c[2]}, Parent: c[3],
			Definition: data.Text{NL: "Wat hieronder valt: " + c[1] + ".", EN: "What this is: " + c[2] + "."},
			Source:     "fictief",
		})
	}
	return v
}

var redThreads = []entry{
	{"RD1", "Volwassenenproblematiek is kindproblematiek", "Adults' problems are the child's problems"},
	{"RD1.1", "Bredere focus", "A wider focus", "RD1"},
	{"RD1.2", "Kindcheck", "Child check", "RD1"},
	{"RD2", "Opschalen en afschalen", "Escalating and de-escalating"},
	{"RD2.1", "Te laat opschalen", "Escalating too late", "RD2"},
	{"RD2.2", "Geen afspraken bij afschalen", "No agreements on de-escalating", "RD2"},
	{"RD3", "Onderschatten van chronische problematiek", "Underestimating chronic problems"},
	{"RD3.1", "Overschatting eigen kracht", "Overrating own strength", "RD3"},
	{"RD3.3", "Zorg mijden", "Avoiding care", "RD3"},
}

var themes = []entry{
	{"T01", "Regie", "Coordination of the case"},
	{"T02", "Informatiedeling", "Information sharing"},
	{"T03", "Privacy als belemmering", "Privacy as a barrier"},
	{"T04", "Zicht op veiligheid", "Sight of safety"},
	{"T05", "Kind niet gezien", "Child not seen"},
	{"T06", "Signalen niet gewogen", "Signals not weighed"},
	{"T07", "Risicotaxatie", "Risk assessment"},
	{"T08", "Continuïteit", "Continuity"},
	{"T11", "Overdracht", "Hand-over"},
	{"T20", "Suïcidepreventie", "Suicide prevention"},
}

var sectors = []entry{
	{"jeugdhulp", "Jeugdhulp", "Youth care"},
	{"jeugdbescherming", "Jeugdbescherming", "Child protection"},
	{"rvdk", "Raad voor de Kinderbescherming", "Child Protection Board"},
	{"veilig_thuis", "Veilig Thuis", "Domestic-violence reporting centre"},
	{"gemeente_wijkteam", "Gemeente of wijkteam", "Municipality or local team"},
	{"volwassen_ggz", "Volwassenen-ggz", "Adult mental health"},
	{"verslavingszorg", "Verslavingszorg", "Addiction care"},
	{"huisarts", "Huisarts", "General practitioner"},
	{"jgz", "Jeugdgezondheidszorg", "Preventive child health care"},
	{"onderwijs", "Onderwijs", "Education"},
	{"politie", "Politie", "Police"},
	{"woningcorporatie", "Woningcorporatie", "Housing association"},
}
