package layout

import (
	"regexp"
	"strings"

	"rodedraad/data"
)

// habit is one way in which Dutch reports word the heading of a section.
// Patterns see a heading in lower case, without number, accents and
// punctuation. They name word families and frames, not the titles of one
// report: half of the reports ask their headings as questions, and every
// inspectorate has had its own model.
type habit struct {
	role    data.SectionRole
	pattern string
}

// settled habits decide alone, whatever else the heading says: an annex with
// findings is an annex, a summary of conclusions a summary.
var settled = []habit{
	// Annexes, and the lists that stand where annexes do.
	{data.Annex, `^(bijlagen?|appendix|appendices|annex(es)?|addendum|annexe)\b`},
	{data.Annex, `^(gebruikte |lijst (van|met) (gebruikte )?)?(afkortingen(lijst)?|begrippen(lijst)?|woordenlijst|definities)\b`},
	{data.Annex, `^(verklarende |begrippen en )?(woordenlijst|afkortingen|begrippenlijst|glossarium)\b`},
	{data.Annex, `^((lijst|overzicht) (van|met) )?(geraadpleegde|gebruikte|bestudeerde|ontvangen|geanalyseerde) (bronnen|documenten|documentatie|stukken|literatuur|dossiers|informatie)`},
	{data.Annex, `^(literatuur(lijst|verwijzingen)?|bronnen(lijst)?|bronvermelding|referenties|eindnoten|noten|voetnoten|references)$`},
	{data.Annex, `^((lijst|overzicht) (van|met) )?(geinterviewde|gesproken|bevraagde|gehoorde) (personen|functionarissen|professionals|organisaties|respondenten)?`},
	{data.Annex, `^((lijst|overzicht) (van|met) )(gesprekspartners|respondenten|geinterviewden|betrokken (organisaties|partijen|instanties))`},
	{data.Annex, `^(gesprekspartners|respondenten(lijst)?|interviewlijst|gespreksleidraad|vragenlijst|topiclijst|genogram|stamboom)$`},
	{data.Annex, `^samenstelling (van )?(de |het )?(onderzoeks|begeleidings|klankbord|review)?(commissie|team|groep)`},

	{data.Contents, `^(inhoud|inhoudsopgave|inhoudsoverzicht|inhoudstafel|contents|table of contents|in dit (rapport|nummer))( \d+| pagina| blz| blad)?$`},

	// The imprint, and the edge of a web page.
	{data.Colophon, `^(colofon|impressum|uitgave|uitgever|copyright|disclaimer|contact(gegevens|informatie)?|adresgegevens)\b`},
	{data.Colophon, `^(voor )?(meer|nadere) (informatie|weten|lezen)\b|^(zie ook|deel deze pagina|delen|gerelateerd|relevante links|downloads?|bijbehorende documenten|documenten|meer over dit onderwerp|service|over deze (site|website|uitgave))$`},
	{data.Colophon, `^over (de |het |ons|onze )?(inspecties?|igj|igz|auteurs?|uitgave|toezicht sociaal domein|samenwerkend toezicht( jeugd)?|onderzoeksraad)$`},

	// Conclusions that sum up come before the summary.
	{data.Conclusions, `^(samenvattend|samengevat|overkoepelend|alles overziend|concluder|alles afwegend|al met al)\w* ?(conclusies?|oordeel|beeld|beschouwing)?$`},
	{data.Summary, `samenvatting|\bsamengevat\b|^resume\b|\bsummary\b|^abstract$`},
	{data.Summary, `\bin (het )?kort( bestek)?$|\bin een oogopslag\b|\bin vogelvlucht\b|\bin een notendop\b|\bop een rij(tje)?$|\bin hoofdlijnen$|\bop hoofdlijnen$`},
	{data.Summary, `^(de )?(hoofdlijnen|kern|kernboodschap(pen)?|kernpunten|hoofdpunten|hoofdboodschap(pen)?|highlights|essentie)\b`},
	{data.OtherSection, `^(voorwoord|woord vooraf|ten geleide|dankwoord|nawoord|in memoriam|opdracht aan|epiloog|proloog)\b`},
}

// habits compete: the one that stands first in the heading wins, but findings
// win from the facts or norms they are joined with ("Feiten en bevindingen").
var habits = []habit{
	// Why there was an inquiry. The introduction of a report opens with it.
	{data.Occasion, `\b(directe |concrete )?aanleiding\b`},
	{data.Occasion, `^(inleiding|introductie|ter inleiding|inleidend|introduction|achtergrond(en)?|vooraf|context)\b`},
	{data.Occasion, `^(de |over de |ontvangst van de |inhoud van de )?(melding|klacht|vraag|verzoek|meldingen)( (van|aan|bij|door|en) .*)?$`},
	{data.Occasion, `\bwaarom (dit|een|het|deze|doen|deden|is|zijn|startte|onderzo|hebben|heeft|kwam)\b`},
	{data.Occasion, `\bwaar (gaat|ging) (het|dit|deze)\b.*\bover\b|\bwat was de (vraag|reden)\b|\breden (van|voor) (het|dit|de) (onderzoek|review|evaluatie)`},
	{data.Occasion, `^(probleemstelling|vraagstuk|situatieschets)\b`},

	// How it was done.
	{data.Method, `\b(werkwijze|onderzoeks?(opzet|methode|methoden|methodiek|aanpak|vraag|vragen|vraagstelling|verantwoording|kader|proces|doel|doelen|opdracht|team|commissie|domein)|methode|methoden|methodiek|methodologie|vraagstelling|hoofdvraag|deelvragen|aanpak|reikwijdte|afbakening|leeswijzer|begrippenkader|verantwoording|reviewproces|opdracht|opdrachtformulering|taakopdracht|instellingsbesluit|doelstelling(en)?|dataverzameling|procesbeschrijving|procesverloop|procedure)\b`},
	{data.Method, `^(het |dit |ons |over het |over dit |uitvoering (van )?(het )?|opzet (van )?(het )?|doel (en .*)?(van )?(het |dit )?|beperkingen (van )?(het )?|verloop (van )?(het )?|methoden? van )?(onderzoek|incidentonderzoek|calamiteitenonderzoek|calamiteitonderzoek|leeronderzoek|evaluatieonderzoek|casusonderzoek|casusreview|leerreview|review)$`},
	{data.Method, `\bhoe (is|zijn|hebben|heeft|deden|gingen|ging|doen|keken|onderzochten|werd|kwam)\b.*\b(onderzo\w*|onderzocht|te werk|gekeken|gewerkt|aangepakt|tot stand|review\w*)\b|\bwat (hebben|heeft|is|zijn|onderzocht\w*)\b.*\b(onderzocht|inspecties?|we|bekeken)\b.*$|\bwat (onderzochten|is onderzocht|hebben (we|wij) (gedaan|onderzocht))\b`},
	{data.Method, `^(doel|doel en vraag|centrale vraag|vragen|gespreksronde|interviews|dossieronderzoek|dossierstudie|bronnenonderzoek|hoor en wederhoor|wederhoor|samenstelling|betrokken partijen bij het onderzoek|methode)\b`},
	{data.Method, `\bwie (deden|deed|hebben|heeft) .*onderzo|\bover (dit|het) (onderzoek|rapport|review)\b|\bmethod(s|ology)?\b`},

	// What the inquiry measured against.
	{data.Norms, `\b(toetsingskaders?|toetsings?normen|normen(kader|stelsel)?|norm|beoordelingskader|referentiekader|wettelijk\w* (kader|basis|grondslag)|juridisch\w* (kader|context|grondslag)|wet en regelgeving|wetgeving|regelgeving|beleidskader|toezichtkader|inspectiekader|kwaliteitskader|richtlijnen|protocollen en richtlijnen|kader|kaders|beoordelingscriteria|criteria|toetsingscriteria|maatstaven|meetlat|veldnormen|professionele standaard\w*|beroepscode)\b`},
	{data.Norms, `^(de )?(verwachting(en)?|uitgangspunten|standaarden|eisen|vereisten|indicatoren)( van (de|het|onze) .*)?$|\bwat (verwacht\w*|mag|mogen|had mogen|zegt de (wet|norm|richtlijn|meldcode)|schrijft .* voor|is de norm)\b|\bwaar(aan)? (toets|toetsen|toetst|toetsten|beoordel)\w*|\bhoe (hoort|had) het (te |ge)?(gaan|moeten|hoort)|\bwat had er moeten gebeuren\b|\bzo hoort het\b`},

	// What happened.
	{data.Facts, `\b(feiten(relaas|overzicht|reconstructie|onderzoek)?|feitelijk\w* (verloop|beschrijving|relaas|gebeurtenissen|gang van zaken|situatie|toedracht|informatie)|reconstructie|tijdlijn|tijdslijn|tijdpad|tijdsbeeld|tijdbalk|chronologi\w*|chronologisch\w*|gebeurtenissen|gang van zaken|toedracht|verloop|voorgeschiedenis|levensloop|levensgeschiedenis|gezinsgeschiedenis|hulpverleningsgeschiedenis|geschiedenis|historie|casusbeschrijving|casuistiek|gezinssituatie|gezinssysteem|gezinssamenstelling|logboek|casusschets|situatiebeschrijving|achtergrondinformatie|hulpverleningstraject|hulpverleningsverleden|betrokken (hulpverlening|organisaties|instanties|partijen|instellingen|hulpverleners)|zorgverlening aan|hulpverlening aan|facts|timeline)\b`},
	{data.Facts, `\bwat (is|was) er (precies |eigenlijk |feitelijk )?(gebeurd|aan de hand|voorgevallen)\b|\bwat (er )?(gebeurde|is gebeurd|gebeurd is|er gebeurde|gebeurde er|er gebeurd is|er is gebeurd|er vooraf ?ging|ging er ?aan vooraf|er aan voorafging|ging vooraf|er voorafging|speelde er|er speelde)\b|\baan (de calamiteit|het incident|het overlijden) vooraf|\bwat weten we (over|van)\b|\bwie (was|waren|is|zijn) (er )?(betrokken|het gezin|in beeld|de jeugdige|het kind)\b|\bhoe (verliep|is het verlopen|verliepen|liep)\b|\bhoe het ging\b`},
	{data.Facts, `^(de |het |een |over de |over het |beschrijving (van )?(de |het )?|omschrijving (van )?(de |het )?|schets (van )?(de |het )?)?(casus|calamiteit|calamiteiten|incident|incidenten|gebeurtenis|voorval|gezin|kind|jeugdige|slachtoffer|dag van .*|nacht van .*|dagen (voor|na) .*|periode .*|fase .*|situatie)( en (de|het|zijn|haar) .*| van .*| in het kort)?$`},
	{data.Facts, `^(periode|fase) .*(19|20)\d\d|^(januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|zomer|najaar|voorjaar|winter|eind|begin|medio)\b.*\b(19|20)\d\d$|^(19|20)\d\d( (tot|t m|tot en met|en|heden) ?.*)?$`},

	// What was found.
	{data.Findings, `\b(bevinding(en)?|beoordeling(en)?|analyse|analyses|resultaten|resultaat|uitkomsten?|observaties|beschouwing(en)?|onderzoeksresultaten|onderzoeksbevindingen|bevonden|constateringen|vaststellingen|knelpunten|basisoorzaken|oorzaken|oorzakenanalyse|oorzaakanalyse|factoren|barrieres|rode draden|thema s|patronen|verklaringen|duiding|interpretatie|reflecties?|discussie|toetsing|prismaanalyse|oorzakenboom|contextfactoren|faalfactoren|risicofactoren|succesfactoren|beschermende factoren|sterke punten|aandachtspunten|tekortkomingen|zorgpunten|diepteanalyse|rootcause|root cause|findings|results|analysis|verdieping)\b`},
	{data.Findings, `\bwat (we|wij|de inspecties?|de commissie|zagen|troffen|hebben|heeft|zien|blijkt|viel|valt|vonden|trof)\b.*\b(zagen|zien|vonden|vinden|zag|ziet|aantroffen|aantrof|gezien|gevonden|we|wij|aan|op|opviel|opvalt|opgevallen|vindt|vond)\b|\bwat (is|zijn) (er |onze )?(opgevallen|gevonden)\b|\bwat valt op\b|\bwat viel op\b|\bwat blijkt\b`},
	{data.Findings, `\b(wat|waar) (er )?(ging|gaat|is|liep) (er |het )*(goed|mis|fout|anders|beter|verkeerd|gegaan|stuk)\b|\bwat (kon|kan|had) (er )?(beter|anders)\b|\b(wat|waar) (het |er )*(goed|mis|fout|beter) (ging|liep|kon|kan|gaat|is gegaan)\b|\bwaar het (schuurt|wringt|knelt)\b|\bwaarom (ging|liep|kon) (het|dit)\b|\bhoe kon (het|dit)\b|\bwat maakte dat\b|\bgoed(e)? (gegaan|praktijk(en)?|voorbeelden)\b|\bgemiste kansen\b`},
	{data.Findings, `^(kwaliteit|veiligheid|samenwerking|uitvoering|signalering|signaleren|risicotaxatie|regie|informatiedeling|informatie ?uitwisseling|dossiervoering|continuiteit|zicht op|passende hulp|de zorg|jeugdhulp|communicatie|coordinatie|overdracht|sturing|nazorg)\b.*$`},

	// What it comes to.
	{data.Conclusions, `\b(conclusies?|conclusions?|concluder\w*|eindconclusies?|slotconclusies?|deelconclusies?|hoofdconclusies?|oordeel|oordelen|eindoordeel|slotoordeel|slotbeschouwing|nabeschouwing|slotsom|balans|slotopmerkingen|eindbeschouwing|tot slot|ten slotte|tenslotte|slotwoord|slot|beantwoording|vermijdbaarheid|verwijtbaarheid)\b`},
	{data.Conclusions, `\b(antwoord|antwoorden) op\b.*\bvra(ag|gen)\b|\bwat (concludeer\w*|betekent dit|is (onze|de) conclusie|vinden (we|wij|de inspecties?)|vindt de (inspectie|commissie|raad))\b|\bonze conclusie\b|\bhad .* (voorkomen|voorzien|anders) kunnen\b|\b(was|is|had) .*(te voorkomen|vermijdbaar|voorkomen kunnen worden|voorzienbaar)\b`},

	// What must follow.
	{data.Recommendations, `\b(aanbeveling(en)?|recommendations?|adviezen|advies|verbeter(punten|maatregelen|acties|plan|plannen|voorstellen|mogelijkheden|traject|kansen|agenda|suggesties)|verbeteringen|leerpunten|leerpunt|lessen|les|leeropbrengst(en)?|leermomenten|lerend vermogen|leereffecten|vervolg(acties|stappen|traject|toezicht|maatregelen|afspraken)?|maatregelen|opvolging|actiepunten|actieplan|plan van aanpak|handhaving|implementatie|handelingsperspectie(f|ven)|oproep|opdrachten|opgaven|suggesties|toezeggingen|afspraken voor de toekomst|toekomst|monitoring)\b`},
	{data.Recommendations, `\bhoe (nu )?(verder|nu verder|gaat het verder|gaan (we|wij) verder|kan het beter|moet het|voorkom\w*)\b|\bwat (nu|leren|leerden|leert|kunnen (we|wij|anderen|professionals|gemeenten)|moet\w*|doet|doen|gaan|gaat|is (er )?nodig|vraagt|adviseren|bevelen|raden|beveelt|kan (u|de|er morgen)|er moet|er nodig|te doen)\b|\bwat hebben (we|wij) (ervan |hiervan )?geleerd\b|\bgeleerde lessen\b|\bin de toekomst\b|\bvan wie wat\b|\bnext steps\b`},
}

// rules is a compiled table of habits.
type rules []struct {
	role    data.SectionRole
	pattern *regexp.Regexp
}

func compile(table []habit) rules {
	out := make(rules, len(table))
	for i, h := range table {
		out[i].role, out[i].pattern = h.role, regexp.MustCompile(h.pattern)
	}
	return out
}

var settledRules, habitRules = compile(settled), compile(habits)

// sectionOf is the role that a heading names, or "" when it names none. A
// preface names the role overig.
func sectionOf(heading string) data.SectionRole {
	words := strings.Join(strings.Fields(plain(heading)), " ")
	if words == "" || len(words) > 160 {
		return ""
	}
	if _, title := numbering(heading); title != "" && !annexed(words) {
		words = strings.Join(strings.Fields(plain(title)), " ")
	}
	for _, r := range settledRules {
		if r.pattern.MatchString(words) {
			return r.role
		}
	}
	return competing(words)
}

func annexed(words string) bool { return settledRules[0].pattern.MatchString(words) }

func competing(words string) data.SectionRole {
	role, at := data.SectionRole(""), len(words)
	found := map[data.SectionRole]bool{}
	for _, r := range habitRules {
		if m := r.pattern.FindStringIndex(words); m != nil {
			found[r.role] = true
			if m[0] < at {
				role, at = r.role, m[0]
			}
		}
	}
	if (role == data.Facts || role == data.Norms) && found[data.Findings] {
		return data.Findings
	}
	return role
}

// plain is a heading in lower case, without accents and with spaces for
// punctuation, so that patterns need no more than letters.
func plain(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r >= 'a' && r <= 'z', r >= '0' && r <= '9':
			return r
		case invisible(r), r >= 0x300 && r <= 0x36f: // combining accents
			return -1
		}
		if i := strings.IndexRune("àáâäãåçèéêëìíîïñòóôöõùúûüý", r); i >= 0 {
			return rune("aaaaaaceeeeiiiinooooouuuuy"[i/2])
		}
		return ' '
	}, strings.ToLower(s))
}
