package polarity

// Reading is what a clause does with what it names.
type Reading uint8

// The readings, the strongest first: a clause with cues of several kinds has
// the first of them.
const (
	Finds Reading = iota
	Asks
	Recommends
	Plans
	Prescribes
	Generalises
	Denies
	Praises
	Doubts
)

var names = [...]string{
	"bevinding", "vraag", "aanbeveling", "voornemen", "norm", "algemeen", "ontkenning", "lof", "twijfel",
}

// String names a reading in Dutch.
func (r Reading) String() string { return names[r] }

// concepts are lists that cues name.
var concepts = map[string][]string{
	"onderzoeker": {"inspectie", "inspecties", "commissie", "onderzoekers", "onderzoekscommissie", "=wij", "rapport"},
	"negatie":     {"niet", "geen", "nooit", "niemand", "nergens", "evenmin", "zonder", "onvoldoende", "nauwelijks", "te laat", "te weinig", "pas", "achterwege", "ontbrak", "ontbraken", "ontbreekt", "ontbreken", "nagelaten", "verzuimd", "niets", "noch", "uitgebleven", "bleef uit", "bleven uit", "tekortgeschoten"},
	"goedbijwoord": {"zorgvuldig*", "adequa*", "tijdig", "voortvarend", "navolgbaar", "consequent", "onmiddellijk", "meteen", "terstond", "onverwijld", "prompt",
		"direct", "dezelfde (dag|middag|avond|nacht|ochtend|week)", "diezelfde (dag|middag|avond|nacht|ochtend|week)", "nog geen (dag|uur|week) later",
		"binnen (een|twee|drie|vier|enkele) (uur|uren|dag|dagen|etmaal)", "op het juiste moment", "op tijd", "naar behoren", "nauwgezet", "grondig", "vlekkeloos", "warm overgedragen"},
	"steeds": {"steeds", "telkens", "elke keer", "iedere keer", "bij (elk|ieder|elke|iedere)", "na (elk|ieder|elke|iedere)", "elk (huisbezoek|bezoek|overleg|gesprek)", "wekelijks", "tweewekelijks", "maandelijks", "vanaf (het begin|dag een|de eerste dag|de start)", "van meet af aan", "voortdurend", "doorlopend"},
	"gezien": {"gezien", "gesproken", "zagen", "sprak", "spraken", "bezocht", "gevolgd", "besproken", "getoetst", "gecontroleerd", "nagegaan", "bijgehouden", "geactualiseerd", "ingevuld", "opnieuw ingeschat", "betrokken", "geinformeerd", "gedeeld", "teruggekoppeld"},
}

type cue struct {
	reading Reading
	pattern string
}

// cues, by reading. Those of Finds outweigh prescriptions in their clause.
var cues = []cue{
	{Finds, "(had|hadden|zou|zouden) ..6 (moeten|behoren|kunnen|mogen verwacht*)"},
	{Finds, "(behoorde|behoorden|diende|dienden) ..8 (maar|doch)"},
	{Finds, "niet alleen ..14 maar ook"},

	{Recommends, "(beveelt|bevelen) ..25 aan"},
	{Recommends, "(beveelt|bevelen) aan"},
	{Recommends, "aanbevolen"},
	{Recommends, "verdient ..3 aanbeveling"},
	{Recommends, "(adviseert|adviseren|verzoekt|verzoeken) ..12 (om|te)"},
	{Recommends, "(roept|roepen) ..12 op"},
	{Recommends, "(draag|draagt) ..4 zorg"},

	{Plans, "(zal|zullen) ..12 (worden|gaan|doen|invoeren|inrichten|vragen|maken|zijn|krijgen)"},
	{Plans, "voortaan"},
	{Plans, "(gaat|gaan) ..10 (invoeren|ontwikkelen|werken|onderzoeken|scholen|opstellen|inrichten)"},
	{Plans, "(is|zijn) van plan"},
	{Plans, "(is|zijn) voornemens"},
	{Plans, "(streeft|streven) ernaar"},
	{Plans, "(streeft|streven) ..3 naar"},
	{Plans, "in de toekomst"},
	{Plans, "(heeft|hebben) ..6 aangekondigd"},

	{Prescribes, "=dient"}, {Prescribes, "=dienen"},
	{Prescribes, "=moet"}, {Prescribes, "=moeten"},
	{Prescribes, "=behoort"}, {Prescribes, "=behoren"},
	{Prescribes, "=hoort ..12 te"}, {Prescribes, "=horen ..12 te"},
	{Prescribes, "(verwacht|verwachten) ..3 dat"},
	{Prescribes, "(mag|mogen) worden verwacht"},
	{Prescribes, "<8: =norm is>"}, {Prescribes, "de norm luidt"}, {Prescribes, "toetsingskader"},
	{Prescribes, "(schrijft|schrijven) ..10 voor"},
	{Prescribes, "uitgangspunt is"}, {Prescribes, "(verplicht|verplichten) ..8 tot"},
	{Prescribes, "is het (van belang|belangrijk|noodzakelijk|essentieel)"},

	{Generalises, "landelijk*"}, {Generalises, "in nederland"}, {Generalises, "uit (onderzoek|de literatuur|de wetenschap)"},
	{Generalises, "(volgens|blijkens) ..3 (literatuur|cbs|studie|statistiek*)"},
	{Generalises, "in het algemeen"}, {Generalises, "over het algemeen"},
	{Generalises, "(percentage|procent) van (de|alle)"}, {Generalises, "jaarlijks ..6 kinderen"},

	{Denies, "geen sprake ..4 (van|is|was|geweest)"}, {Denies, "(was|is) ..6 geen sprake"},
	{Denies, "(niet|nergens) ..2 (gebleken|vastgesteld|aangetroffen) dat"}, {Denies, "(niet|nergens) gebleken"},
	{Denies, "(geen|evenmin) ..2 (aanwijzing|aanwijzingen|signalen) ..6 (dat|voor|gevonden|aangetroffen)"},
	{Denies, "niets te maken"}, {Denies, "allerminst"}, {Denies, "geenszins"},
	{Denies, "niets ..4 aan te merken"}, {Denies, "geen ..3 (aanmerkingen|tekortkomingen)"},
	{Denies, "(speelde|speelden) ..5 geen rol"},

	{Praises, "{goedbijwoord}"}, {Praises, "<7: {steeds} {gezien}>"},
	{Praises, "goed (in beeld|in kaart|op de hoogte|gevolgd|samengewerkt|vastgelegd|geborgd|gehandeld)"},
	{Praises, "getuigt van"}, {Praises, "compliment*"}, {Praises, "waardering"}, {Praises, "(waardeert|waarderen)"},
	{Praises, "(terecht|juist) ..3 (gehandeld|besloten|ingegrepen|gemeld)"}, {Praises, "goed voorbeeld"},
	{Praises, "(ging|gingen|verliep|verliepen|werkte|werkten) ..4 goed"}, {Praises, "oordeel ..1 (goed|voldoende)"},
	{Praises, "oog ..4 voor (het hele|alle)"}, {Praises, "(wel|steeds|voortdurend|goed) in beeld"},

	{Doubts, "mogelijk"}, {Doubts, "wellicht"}, {Doubts, "misschien"}, {Doubts, "vermoedelijk"},
	{Doubts, "(niet|onmogelijk) ..4 (vast te stellen|te achterhalen|na te gaan|te beoordelen)"},
	{Doubts, "niet ..3 worden vastgesteld"}, {Doubts, "doet geen uitspra*"}, {Doubts, "doen geen uitspra*"},
}

// openers begin a recommendation when they begin a list item or sentence.
var openers = map[string]bool{
	"zorg": true, "maak": true, "leg": true, "vraag": true, "spreek": true, "betrek": true, "organiseer": true,
	"bespreek": true, "neem": true, "stel": true, "richt": true, "ga": true, "geef": true, "investeer": true,
	"borg": true, "voer": true, "schaal": true, "kijk": true, "wees": true, "laat": true, "overweeg": true, "heb": true, "verbeter": true,
}
