package metadata

import (
	"slices"
	"strings"
)

// A signal tells who made a document or what form it has, for no kind alone.
// Zones are those of the codebook's indicators; see doc.go.
type signal struct{ name, zone, pattern string }

// The signals. "maker" ones stand in short lines, as names do on a cover.
var signals = []signal{
	{"aanhef", "begin", "(=geachte|=geacht|=beste|=lieve|=hooggeachte|=excellentie|=weledelgestrenge)"},
	{"adres", "kop", "(aan de|aan het|aan alle|aan mevrouw|aan stichting|=aan|ter attentie van|de leden van|de voorzitter van)"},
	{"onderwerp", "begin", "(=betreft|=onderwerp|=inzake)"},
	{"kenmerk", "begin", "(=kenmerk|ons kenmerk|uw kenmerk|uw brief|behandeld door|=bijlage|=bijlagen|contactpersoon|doorkiesnummer|referentie)"},
	{"gemeente", "kort", "(=gemeente|=gemeenten|gemeentelijke|college van b|burgemeester en wethouders)"},
	{"zelf geschreven", "voor", "(steller|ambtelijk|ambtelijke|onze gemeente|gemeentesecretaris|beleidsadviseurs|beleidsmedewerkers|eigen organisatie|de gemeente zelf|haar eigen aandeel|ons aandeel|eigen rol|onze rol|ons wijkteam|onze toegang)"},
	{"buitenstaander", "kort", "(*commissie|commissie|reviewteam|*bureau|bureau|advies|adviesgroep|adviseurs|consultancy|instituut|kenniscentrum|collectief|werkplaats|research|ombudsman|*ombudsman|*ombudsvrouw|rekenkamer|*rekenkamer|onderzoeksraad)"},
	{"buitenstaander", "voor", "(in opdracht|opdrachtgever|opdrachtgevers|ingesteld door|uit eigen beweging|op eigen initiatief|onafhankelijk onderzoek|onafhankelijke commissie)"},
	{"toezichthouder", "kort", "(ggd|toezichthouder|*toezichthouder|toezicht wmo|wmo-toezicht)"},
	{"over een rapport", "voor", "(het rapport (roept|schetst|beschrijft|laat|biedt|is te)|met de publicatie|de publicatie (helpt|biedt|roept)|(heeft|hebben) ..2 (een|hun) (analyse|onderzoek) ..8 gemaakt|brachten ..14 rapport|te downloaden|het rapport verscheen|download)"},
	{"rubriek", "kort", "(nieuwsbericht|persbericht|nieuwsbrief|weblog|blog|column|interview|=nieuws|opinie|=dagblad|=krant|=vakblad|mediabericht|nieuwsflits|=actueel)"},
	{"universiteit", "kort", "(universiteit|hogeschool|faculteit|lectoraat|vakgroep|*universiteit)"},
}

// zones gives the zones in which a hit in line l stands.
func zones(l *line, first int) []string {
	out := []string{"regel"}
	short := len(l.Tokens) <= 14 && !strings.HasSuffix(l.Text, ".")
	if short {
		out = append(out, "kort")
	}
	if first == 0 {
		out = append(out, "begin")
		if short {
			out = append(out, "kop")
		}
	}
	return out
}

// announcementPages is how long a piece about a report is at most, newsPages
// how long news mostly is.
const (
	announcementPages = 3
	newsPages         = 4
)

// unlikeNews is what remains of the cues of news, which are ordinary words
// ("meer weten"), in a document that has not the form of news.
const unlikeNews = 0.5

// weigh changes the scores by what only several signs together say. Who wrote a
// report tells most: "in opdracht van de gemeente" makes it another's, unless an
// inspectorate did the work.
func (o *observation) weigh(namings []naming, pages int) {
	letter := o.signs["aanhef"] || o.signs["adres"] && (o.signs["onderwerp"] || o.signs["kenmerk"])
	inspected := count(namings, author) > 0
	outsider := o.signs["buitenstaander"] && !inspected
	own := (o.signs["gemeente"] || o.signs["zelf geschreven"]) && !inspected
	if letter {
		o.scores["brief"] += 2
	}
	switch {
	case inspected:
		o.scores["inspectierapport"] += 2.5
		o.times(0.6, "onafhankelijk_onderzoek", "evaluatie_gemeente", "wetenschappelijk")
	case own && !outsider:
		o.scores["evaluatie_gemeente"]++
		o.times(0.6, "onafhankelijk_onderzoek", "inspectierapport")
	case outsider && !o.signs["zelf geschreven"]:
		o.times(0.6, "evaluatie_gemeente")
		if !o.signs["toezichthouder"] {
			o.times(0.6, "inspectierapport")
		}
	}
	o.weighNews(namings, pages)
	if pages <= announcementPages && o.signs["over een rapport"] && !inspected {
		o.scores["nieuwsbericht"] += 2
		o.times(shortReport, "thematische_analyse", "onafhankelijk_onderzoek", "inspectierapport")
	}
	if pages <= shortPages {
		o.times(shortReport, "thematische_analyse", "onafhankelijk_onderzoek")
	}
}

// weighNews takes cues of news for less in what a cover calls a report of an
// inspectorate, and in what is long; a rubric such as "Nieuwsbericht" stands.
func (o *observation) weighNews(namings []naming, pages int) {
	covered := slices.ContainsFunc(namings, func(n naming) bool { return n.role == author && n.strength >= coverStrength })
	if (covered || pages > newsPages) && !o.signs["rubriek"] {
		o.times(unlikeNews, "nieuwsbericht")
	}
}

func (o *observation) times(factor float64, kinds ...string) {
	for _, k := range kinds {
		o.scores[k] *= factor
	}
}
