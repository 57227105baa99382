package layout

import (
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
	{data.Annex, `^(bijlagen?|appendix|appendices|annex(es|en)?|addendum|bijlagenoverzicht)\b`},
	{data.Annex, `^(gebruikte |(lijst|overzicht) (van|met) (gebruikte |de )?|verklarende |verklaring van )?(afkortingen(lijst)?|begrippen(lijst)?|woordenlijst|begrippen en afkortingen|definities|glossarium)\b`},
	{data.Annex, `^((lijst|overzicht) (van|met) )?(de )?(geraadpleegde|gebruikte|bestudeerde|ontvangen|geanalyseerde|opgevraagde) (bronnen|documenten|documentatie|stukken|literatuur|dossiers|informatie|organisaties)`},
	{data.Annex, `^(literatuur(lijst|verwijzingen|opgave)?|bronnen(lijst)?|bronvermelding|referenties|eindnoten|noten|voetnoten|references)$`},
	{data.Annex, `^((lijst|overzicht) (van|met) )?(de )?(geinterviewde|gesproken|bevraagde|gehoorde) (personen|functionarissen|professionals|organisaties|respondenten|medewerkers)\b`},
	{data.Annex, `^(lijst|overzicht) (van|met) (de )?(gesprekspartners|gesprekken|respondenten|geinterviewden|interviews|betrokken (organisaties|partijen|instanties))`},
	{data.Annex, `^(gesprekspartners|respondenten(lijst)?|geinterviewden|interviewlijst|gespreksleidraad|interviewleidraad|vragenlijst|topiclijst|genogram|stamboom)$`},
	{data.Contents, `^(inhoud|inhoudsopgave|inhoudsoverzicht|inhoudstafel|contents|table of contents|in dit (rapport|nummer))( \d+| pagina| blz| blad)?$`},

	// The imprint, and the edge of a web page.
	{data.Colophon, `^(colofon|impressum|uitgever|copyright|disclaimer|proclaimer|contact(gegevens|informatie)|adresgegevens|deze uitgave)\b|^contact( opnemen)?( met (ons|de (redactie|inspectie|commissie)))?$`},
	{data.Colophon, `^(voor )?(meer|nadere) (informatie|weten|lezen)\b|^(zie ook|deel deze pagina|gerelateerde?( .*)?|relevante links|downloads?|bijbehorende documenten|documenten|meer over dit onderwerp|service|over deze (site|website|uitgave))$`},
	{data.Colophon, `^over (de |het |ons|onze )?(inspecties?|igj|igz|auteurs?|uitgave|toezicht sociaal domein|samenwerkend toezicht( jeugd)?|onderzoeksraad)( .{0,40})?$`},

	// Conclusions that sum up come before the summary.
	{data.Conclusions, `^(samenvattend|samengevat|overkoepelend|alles overziend|alles afwegend|al met al)\w* (conclusies?|oordeel|beeld|beschouwing)$`},
	{data.Summary, `samenvatting|^samengevat\b|^resume\b|\bsummary\b|^abstract$|^publieksversie\b`},
	{data.Summary, `^((het |dit |ons )?(rapport|onderzoek|leerreview|review|de (belangrijkste )?(bevindingen|conclusies|uitkomsten|lessen)|(belangrijkste )?(bevindingen|conclusies|uitkomsten|lessen)) )?(in (het )?kort( bestek)?|in een oogopslag|in vogelvlucht|in een notendop|op een rij(tje)?|(in|op) hoofdlijnen|in een minuut|in het kort weergegeven)$`},
	{data.Summary, `^(de )?(hoofdlijnen|kern|kernboodschap(pen)?|kernpunten|hoofdpunten|hoofdboodschap(pen)?|essentie)( van (het|dit) (rapport|onderzoek))?$`},

	// Named, and none of the others.
	{data.OtherSection, `^(voorwoord|woord vooraf|ten geleide|dankwoord|nawoord|in memoriam|epiloog|proloog)\b`},
	{data.OtherSection, `^(bestuurlijke )?(zienswijzen?|reacties?|beleidsreactie|kabinetsreactie)\b`},
}

// habits compete: the one that stands first in the heading wins, but findings
// win from the facts or norms they are joined with ("Feiten en bevindingen").
var habits = []habit{
	// Why there was an inquiry. The introduction of a report opens with it.
	{data.Occasion, `\b(directe |concrete )?aanleiding\b`},
	{data.Occasion, `^(inleiding|introductie|ter inleiding|inleidend\w*|introduction|achtergrond(en)?|vooraf|context|probleemstelling)\b`},
	{data.Occasion, `\bwaarom (dit|een|deze|doen|deden|startte|onderzo\w*|hebben|heeft|is|zijn|wij|we|de inspecties?)\b.*\b(onderzoek\w*|onderzocht\w*|review|leerreview|evaluatie|rapport|analyse|gekeken|deden|terugkijken|terugkeken)\b|^waarom (dit|deze|wij|we) [a-z]+( [a-z]+)?$`},
	{data.Occasion, `\bwaar (gaat|ging) (het|dit|deze)\b.*\bover\b|\bwat was de (vraag|reden)\b|\breden (van|voor) (het|dit|de) (onderzoek|review|evaluatie)`},

	// How it was done.
	{data.Method, `\b(werkwijze|onderzoeks(opzet|methoden?|methodiek|aanpak|vraag|vragen|vraagstelling|verantwoording|kader|proces|doel|doelen|opdracht|team|commissie|domein|strategie)|onderzoekmethoden?|methodologie|vraagstelling(en)?|hoofdvraag|deelvragen|reikwijdte|afbakening|leeswijzer|verantwoording|reviewproces|opdrachtformulering|taakopdracht|instellingsbesluit|doelstelling(en)?|dataverzameling|wijze van onderzo\w*|wijze van (werken|toetsen)|hoor en wederhoor|centrale vraag)\b`},
	{data.Method, `^(de |onze )?(methoden?|methodiek|opdracht|doel|vragen|vraag|onderzoeksgroep|interviews|dossieronderzoek|dossierstudie|bronnenonderzoek|wederhoor|procedure|deelnemers|bevoegdheid|commissie|methodological.*)( (en|van|aan|voor) .*)?$`},
	{data.Method, `^(de |onze )?aanpak( (van|en) .*(onderzoek|review|evaluatie|werkwijze|verantwoording|methode).*)?$|^(onderzoek|opzet|uitvoering|samenstelling)( (en|van) .*)?$`},
	{data.Method, `^(het |dit |ons |uw |de |deze |over (het |dit |ons |deze )|doel (en .*)?(van )?(het |dit )?|beperkingen (van )?(het |dit )?|verloop (van )?(het |dit )?|methoden? van )(\w+ )?(onderzoek|incidentonderzoek|calamiteiten?onderzoek|leeronderzoek|evaluatieonderzoek|casusonderzoek|casusreview|leerreview|review|evaluatie)$|^\w*onderzoek$`},
	{data.Method, `^(zo|hoe) (is|zijn|hebben|heeft|deden|gingen|ging|doen|keken|werkten|onderzochten|werd|kwam|wij|we|de inspecties?|de commissie|dit)\b.*\b(onderzo\w*|te werk|gekeken|gewerkt|werkten|werkte|aangepakt|tot stand|gedaan|deden|deed|totstandgekomen|gegaan)\b|^zo (deden|werkten|keken) (wij|we)\b|^hoe (dit|deze|het) \w+ (is|zijn) (opgebouwd|ingedeeld)$|^opbouw van (dit|het) \w+$`},
	{data.Method, `^wat (hebben|heeft|is|zijn|onderzochten|onderzocht|bekeken|bekeek)\b.*\b(onderzocht\w*|bekeken|bekeek|gedaan)\b|^wat onderzocht\w* (we|wij|de|is)\b|^wie (deden|deed|hebben|heeft|werkte\w*) .*(mee|onderzo\w*)$|\bmethod(s|ology)\b`},

	// What the inquiry measured against.
	{data.Norms, `\b(toetsings?kaders?|toetsingsnormen|normen(kader|stelsel)|beoordelingskader|referentiekader|beleidskader|toezichtkader|inspectiekader|kwaliteitskader|wettelijke? (kader|basis|grondslag|bepalingen)|juridische? (kader|context|grondslag)|(toetsings|beoordelings)criteria|toetsstenen|maatstaven|meetlat|veldnormen|professionele standaard(en)?|kader van toetsing)\b`},
	{data.Norms, `^((de|onze|geldende|gehanteerde|relevante|toepasselijke) )*(norm(en)?|wet en regelgeving|wetgeving|regelgeving|richtlijnen|protocollen|kaders?|criteria|verwachting(en)?|uitgangspunten|standaarden|eisen|vereisten)( (en|voor|van) .*)?$`},
	{data.Norms, `\bwat (verwacht\w*|mag|mogen|had(den)? mogen|zegt de|zeggen de|schrijft|schrijven|is de norm|(er |wij |we )?van .* verwacht\w*)\b|\bwaar(aan)? (toets\w*|(is|zijn|wordt|werd|hebben|heeft|de|we|wij) .*(getoetst|toetst\w*|toetsen)|(is|zijn|wordt) getoetst|beoordel\w*)|^(zo|hoe) (hoort|het hoort|had het|zou het|moet het)\b.*|\bhad er moeten gebeuren\b|\bmag (je|men|u|worden) verwacht\w*`},

	// What happened.
	{data.Facts, `\b(feiten|feitenrelaas|feitenoverzicht|feitenreconstructie|feitenonderzoek|feitelijke? (verloop|beschrijving|relaas|gebeurtenissen|gang van zaken|situatie|toedracht|informatie|weergave)|reconstructie|tijdlijn|tijdslijn|tijdpad|tijdsbeeld|tijdbalk|tijdsverloop|chronologie|chronologische?|gebeurtenissen|gang van zaken|toedracht|voorgeschiedenis|levensloop|levensgeschiedenis|gezinsgeschiedenis|hulpverleningsgeschiedenis|zorggeschiedenis|casusbeschrijving|casusschets|casuistiek|logboek|incidentbeschrijving|gebeurtenisbeschrijving|situatiebeschrijving|situatieschets|hulpverleningsverleden|timeline|facts)\b`},
	{data.Facts, `\bwat (is|was) er (precies |eigenlijk |feitelijk |die dag )?(gebeurd|aan de hand|voorgevallen)\b|\bwat (er )?(precies )?(gebeurde|is gebeurd|gebeurd is|speelde|voorviel)\b|\bwat (er )?(vooraf ?ging|ging (er )?(aan )?vooraf|eraan voorafging|aan .* voorafging)|\bwat ging .*vooraf|\bwat weten we (over|van)\b|^hoe (verliep\w*|het (ging|verliep|liep|begon|gegaan is)|liep)\b|^(het )?verloop( (van|der) .*)?$|\bhet verhaal\b|^verhaal van\b`},
	{data.Facts, `^(de |het |een |over (de |het )|beschrijving (van )?(de |het )?|omschrijving (van )?(de |het )?|schets (van )?(de |het )?)?(casus|calamiteit|incident|gebeurtenis|voorval|geschiedenis|historie)( (van|met|bij|op|in het kort).*)?$`},

	// What was found.
	{data.Findings, `\b(bevinding(en)?|bevonden|beoordeling(en)?|analyses?|resultaten|uitkomsten?|observaties|beschouwing(en)?|onderzoeks(resultaten|bevindingen|uitkomsten)|constateringen|vaststellingen|knelpunten|(basis|kern|achterliggende )?oorzaken|oorzakenanalyse|oorzaakanalyse|oorzakenboom|barriereanalyse|prismaanalyse|prisma analyse|(context|faal|risico|succes|verklarende |beinvloedende |bijdragende |beschermende )?factoren|rode draden|verklaringen|duiding|interpretatie|reflecties?|discussie|toetsing|sterke punten|aandachtspunten|tekortkomingen|zorgpunten|root ?causes?|findings|results|analysis|verdieping|kantelpunten|kantelmomenten|sleutelmomenten|(cruciale|beslissende|kritieke|kritische|belangrijke) momenten|beslismomenten|basisvragen|gemiste kansen|systeemfouten)\b`},
	{data.Findings, `\bwat (\w+ ){0,3}(zagen|zag|ziet|zien|vonden|vond|vindt|aantroffen|aantrof|troffen|trof|gezien|gevonden|opvalt|opviel|opgevallen|terugkomt|terugkeert|blijkt|bleek|gebleken|aangetroffen|meespeelde|speelde mee)\b|^wat (we|wij|de [a-z]+) ((er|hier|daar)van )?(vinden|vond|vindt)\b|\bwat (valt|viel|valt ons|viel ons) (ons |de inspecties? )?op\b|\bwat (vonden|zagen|zag|vond|zien|vinden) (we|wij|de)\b`},
	{data.Findings, `\b(wat|waar) (ging|gaat|is|liep|liepen) (er |het |dit )*(goed|mis|fout|anders|beter|verkeerd|gegaan|stuk|vast)|\b(wat|waar) (kon|kan|had|hadden) (er |het |dit )*(beter|anders|misgaan|mis|fout)|\b(wat|waar) (het |er |dit |wel |niet )*(goed|mis|fout|beter|anders|fout) (ging|gingen|liep|liepen|kon|kan|gaat|is gegaan|had gekund|moest|had gemoeten)\b|\bwaar (het|de \w+) (schuurt|schuurde|wringt|wrong|knelt|knelde|stokte|haperde|vastliep|misliep)\b|\bwaarom (ging|liep|kon) (het|dit)\b|\bhoe (kon|heeft) (het|dit|de)\b.*\b(gebeuren|misgaan|zo ver|komen|lopen)\b|\bwat maakte dat\b|\b(goede|sterke) praktijk(en)?\b|\bgoede voorbeelden\b`},

	// What it comes to.
	{data.Conclusions, `\b((eind|slot|deel|hoofd)?conclusies?|conclusions?|concluderen\w*|concludeert|concluderend|(eind|slot|totaal)?oordeel|oordelen|slotbeschouwing|nabeschouwing|eindbeschouwing|slotsom|slotopmerkingen|tot slot|ten slotte|tenslotte|slotwoord|beantwoording|vermijdbaarheid|verwijtbaarheid)\b|^(de )?balans\b|^(ter )?afsluiting$|^slot$`},
	{data.Conclusions, `\bantwoord(en)? op\b.*vra(ag|gen)\b|^wat (concludeer\w*|betekent dit|is (onze|de) conclusie|vind(en|t) (we|wij|de (inspecties?|commissie|raad)) (er|hier)van)\b|\b(had|hadden|was|is) .*(voorkomen|voorzien|anders|voorspeld) kunnen\b|\b(had|hadden) .*kunnen (voorkomen|voorzien|worden voorkomen)\b|\b(was|is|had) .*(te voorkomen|vermijdbaar|voorkomen kunnen worden|voorzienbaar|te voorzien)\b`},

	// What must follow.
	{data.Recommendations, `\b(aanbeveling(en)?|recommendations?|verbeter(punten|maatregelen|acties|plan|plannen|voorstellen|mogelijkheden|traject|kansen|agenda|suggesties)|verbeteringen|leerpunt(en)?|lessen|leeropbrengst(en)?|leermomenten|leereffecten|lerend vermogen|actiepunten|actieplan|handelingsperspectie(f|ven)|toezeggingen|lessons learned|next steps|beleidsaanbevelingen)\b`},
	{data.Recommendations, `^((getroffen|genomen|te nemen|voorgestelde|opgelegde) )?maatregelen\b|^(het |ons )?advie(s|zen)( (aan|voor|van de (commissie|raad|inspecties?)) .*)?$|^(onze )?oproep\b|^opvolging\b|^handhaving\b|^(het )?(vervolg\w*)( (van (het|dit) (onderzoek|toezicht)|door|voor|en|na) .*)?$|\bvervolg(acties|stappen|traject|toezicht|maatregelen|afspraken|onderzoek)?$|\b(voor|in) de toekomst$|^suggesties\b|^implementatie\b`},
	{data.Recommendations, `\bhoe (nu verder|verder|gaat het (nu )?verder|gaan (we|wij) (nu )?verder|kan het beter|nu|voorkom\w*)\b|^(en )?(wat )?nu( verder)?$|^wat (we|wij|jullie|de [a-z]+) (\w+ ){0,2}(gaan|gaat|willen|wil) (doen|veranderen|verbeteren|aanpakken)|^wat (we|wij|de [a-z]+) ((gaan|gaat) )?(veranderen|verandert|verbeteren|verbetert|van (u|jullie|de [a-z]+) (vragen|vraagt))|^wat (nu|gebeurt er nu|leren|leerden|leert|gaan|gaat|adviseren|bevelen|raden|beveelt|te doen|kunt u|vraagt dit|vragen (we|wij))\b|^wat (is|zijn|er|moet|moeten|doet|doen|kan|kunnen|hebben|heeft|nemen|neemt) .*\b(nodig|beter|moet|moeten|gebeuren|veranderen|veranderd|doen|leren|geleerd|mee|hieruit|hiervan|ervan|inspecties?|gemeenten?|nu)\b|\bgeleerde lessen\b|\bvan wie wat\b|\bwat (er )?(nodig is|nu nodig is|moet veranderen|moet gebeuren|anders moet|beter moet)\b|\bwat (we|wij|je) (hier|er)?(van|uit) (leren|leerden|kunnen leren)\b|\bkunnen (we|wij|anderen) (hier|er)?van leren\b`},
	{data.Recommendations, `^(te (treffen|nemen)|aanbevolen|gevraagde|vereiste|gewenste|voorgenomen|noodzakelijke) (maatregelen|stappen|acties|verbetering(en)?|veranderingen)\b|^(onze |de )?(voorstellen|tips|ontwikkelpunten|verplichtingen|voornemens|acties|opgaven|beleidsadviezen)( (ter|tot|voor|aan|van) .*)?$|^((ons|het|mijn) )?(voornemen|verzoek)( aan .*)?$|^vooruit(kijken|blik)\b|\bter lering\b|\bverbeterrichtingen\b|\b(richtingen|punten) (voor|van|ter) verbetering\b|^aan de slag\b|^signa(al|len) aan\b|^(een )?(aanwijzing|bevel)$|^(onze )?opdrachten? aan (de |het )?(instelling\w*|aanbieder\w*|gemeente\w*|organisaties?|betrokken\w*)|^(opgave|agenda) voor\b`},
	{data.Recommendations, `\bwat (ik|wij|we|de [a-z]+|het [a-z]+) .*\b(vraag|vragen|vraagt|verwacht|verwachten|verlangt|verlangen|voorstellen|voorstelt|aanbevelen|aanbeveelt|opdragen|opdraagt)$|\bwat (ik|wij|we|de inspecties?|de commissie) (vragen|verwachten?|verwacht|verlangen|verlangt|adviseren|adviseert|aanbevelen)\b|^wat (spreken|doen|vragen|verwachten|stellen) (wij|we)\b|\bwat ons te doen staat\b|\bwat anderen .*(leren|meenemen)\b|^leren (van|uit) (deze|dit)\b|^aan wie vragen\b`},
}

// weak habits name the subject of a section rather than its place in a report.
// They count for chapters only: below a chapter with a role of its own, the
// family, the help or the safety are that chapter's subject.
var weak = []habit{
	{data.Occasion, `^(de |ontvangst van de |inhoud van de )?(melding|klacht|verzoek|meldingen)\b`},
	{data.Facts, `^(het|de|zijn|haar) (gezin|gezinssituatie|kind|jeugdige|slachtoffer|ouders)( (en|van|voor|in) .*)?$|^(gezin|gezinssituatie|gezinssysteem|gezinssamenstelling|situatie)( van .*)?$`},
	{data.Facts, `^(de )?((laatste|eerste) (uren|dagen|weken|maanden|jaren|levensjaren|periode|fase)|dag|nacht|avond|periode|fase|dagen|weken|maanden)\b|^(de )?betrokken (hulpverlening|organisaties|instanties|partijen|instellingen|hulpverleners)\b`},
	{data.Facts, `^wie (was|waren|is|zijn) (er )?(betrokken|het gezin|in beeld|de jeugdige|het kind)\b|^hulpverlening aan\b|^zorgverlening aan\b`},
	{data.Facts, `\b(januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|zomer|najaar|voorjaar|winter|eind|begin|medio)\b.*\b(19|20)\d\d$|^(19|20)\d\d( .*)?$|^(van|tussen) .* tot .*$`},
	{data.Findings, `^(de |het )?(kwaliteit|veiligheid|samenwerking|uitvoering|signalering|signaleren|risicotaxatie|regie|informatiedeling|informatie ?uitwisseling|dossiervoering|continuiteit|zicht op|zorgen|passende hulp|zorg|jeugdhulp|communicatie|coordinatie|overdracht|sturing|nazorg|handelen|functioneren|rol|thema s?|patronen|lerende? .*)\b`},
}

// rules is a compiled table of habits.
type rules []struct {
	role    data.SectionRole
	pattern pattern
}

func compile(table []habit) rules {
	out := make(rules, len(table))
	for i, h := range table {
		out[i].role, out[i].pattern = h.role, compilePattern(h.pattern)
	}
	return out
}

var settledRules, habitRules, weakRules = compile(settled), compile(habits), compile(weak)

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
		if r.pattern.match(words) {
			return r.role
		}
	}
	return competing(words)
}

// subjectOf is the role that the subject of a chapter suggests, or "".
func subjectOf(heading string) data.SectionRole {
	_, title := numbering(heading)
	words := strings.Join(strings.Fields(plain(title)), " ")
	for _, r := range weakRules {
		if len(words) <= 160 && r.pattern.match(words) {
			return r.role
		}
	}
	return ""
}

func annexed(words string) bool { return settledRules[0].pattern.match(words) }

func competing(words string) data.SectionRole {
	role, at := data.SectionRole(""), len(words)
	found := map[data.SectionRole]bool{}
	for _, r := range habitRules {
		if m := r.pattern.find(words); m != nil && !subordinate(words[:m[0]]) {
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

// subordinate reports whether what stands before a match makes it a part of
// something else: "Vertrouwen als werkwijze" is no method, "Overzicht van de
// bevindingen" holds findings.
func subordinate(before string) bool {
	if presenting.match(before) {
		return false
	}
	return preposition.match(before)
}

var (
	presenting  = compilePattern(`\b(overzicht|lijst|beschrijving|weergave|presentatie|bespreking|uitwerking|tabel|stand|deel|onderdeel|belangrijkste|inleiding)\b`)
	preposition = compilePattern(`\b(als|zonder|van|met|over|door|uit|tegen|naar|tot|bij|volgens|om|geen|voor|achter|na|boven)\b`)
)

// fitsUnder reports whether a section of role own can stand below a heading of
// role parent. Within the findings, an introduction introduces the findings
// and a method is that of the care workers, not of the inquiry.
func fitsUnder(own, parent data.SectionRole) bool {
	switch parent {
	case data.Annex:
		return false
	case "", data.OtherSection, data.Contents:
		return true
	case data.Facts:
		return own == data.Findings || own == data.Norms || own == data.Conclusions
	case data.Findings, data.Norms, data.Conclusions, data.Recommendations:
		return own != data.Occasion && own != data.Method && own != data.Summary && own != data.Colophon && own != data.OtherSection
	}
	if parent == data.Method && own == data.Facts {
		return false // a reconstruction as a way of working
	}
	return own != data.Colophon && own != data.OtherSection
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
