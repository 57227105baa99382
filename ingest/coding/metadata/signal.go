package metadata

import (
	"slices"
	"strings"

	"rodedraad/data"
	"rodedraad/ingest/coding/prose"
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
	{"gemeente op de omslag", "omslagkop", "(=gemeente|=gemeenten|college van b)"},
	{"bureau op de omslag", "omslag", "(*commissie|commissie|reviewteam|*bureau|bureau|adviesgroep|adviseurs|consultancy|instituut|kenniscentrum|collectief|werkplaats|ombudsman|*ombudsman|rekenkamer|onderzoeksraad)"},
	{"zelf geschreven", "voor", "(steller|ambtelijk|ambtelijke|onze gemeente|gemeentesecretaris|beleidsadviseurs|beleidsmedewerkers|eigen organisatie|de gemeente zelf|haar eigen aandeel|ons aandeel|eigen rol|onze rol|ons wijkteam|onze toegang)"},
	{"buitenstaander", "kort", "(*commissie|commissie|reviewteam|*bureau|bureau|advies|adviesgroep|adviseurs|consultancy|instituut|kenniscentrum|collectief|werkplaats|research|ombudsman|*ombudsman|*ombudsvrouw|rekenkamer|*rekenkamer|onderzoeksraad)"},
	{"buitenstaander", "voor", "(in opdracht|opdrachtgever|opdrachtgevers|ingesteld door|uit eigen beweging|op eigen initiatief|onafhankelijk onderzoek|onafhankelijke commissie)"},
	{"toezichthouder", "kort", "(ggd|toezichthouder|*toezichthouder|toezicht wmo|wmo-toezicht)"},
	{"over een rapport", "voor", "(het rapport (roept|schetst|beschrijft|laat|biedt|is te)|met de publicatie|de publicatie (helpt|biedt|roept)|(heeft|hebben) ..2 (een|hun) (analyse|onderzoek) ..8 gemaakt|brachten ..14 rapport|te downloaden|het rapport verscheen|download)"},
	{"rubriek", "kort", "(nieuwsbericht|persbericht|nieuwsbrief|weblog|blog|column|interview|=nieuws|opinie|=dagblad|=krant|=vakblad|mediabericht|nieuwsflits)"},
	{"rubriek", "kop", "=actueel"},
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

// coverLines is how many lines of the first page are its cover, coverWords how
// many words a line of it has that only says who made the report.
const (
	coverLines = 8
	coverWords = 10
)

// coverZones gives the zones of the cover in which a hit stands in line i of
// the front matter. Who is written to, or asked for the report, did not make it.
func coverZones(f front, i, first int) []string {
	l := &f.lines[i]
	if i >= coverLines || len(l.Words()) > coverWords || strings.HasSuffix(l.Text, ".") {
		return nil
	}
	if i > 0 && cueIn(f.lines[i-1].lower, []string{"opdracht", "aan de", "aan het"}) {
		return nil
	}
	switch {
	case first == 0:
		return []string{"omslag", "omslagkop"}
	case strings.HasPrefix(l.lower, "gemeente"):
		return nil
	}
	return []string{"omslag"}
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
	o.weighCover(outsider, inspected)
	if pages <= announcementPages && o.signs["over een rapport"] && !inspected {
		o.scores["nieuwsbericht"] += 2
		o.times(shortReport, "thematische_analyse", "onafhankelijk_onderzoek", "inspectierapport")
	}
	if pages <= shortPages {
		o.times(shortReport, "thematische_analyse", "onafhankelijk_onderzoek")
	}
}

// coverWeight is what a municipality that stands alone on a line of the cover
// adds to its own evaluation.
const coverWeight = 3.0

// weighCover believes a cover line that names only a municipality: it is whose
// report it is, also when the text tells who was asked to write it. Where a
// commission or a bureau stands on such a line too, the line tells nothing.
func (o *observation) weighCover(outsider, inspected bool) {
	if !o.signs["gemeente op de omslag"] || o.signs["bureau op de omslag"] || inspected {
		return
	}
	o.scores["evaluatie_gemeente"] += coverWeight
	if outsider {
		o.times(unlikeNews, "onafhankelijk_onderzoek")
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

// weighChapters takes cues of news for less in what has the
// chapters of a report.
func (o *observation) weighChapters(t *prose.Text) {
	chapters := map[data.SectionRole]bool{}
	for i := range t.Passages {
		if p := &t.Passages[i]; p.Kind == data.Heading {
			chapters[p.Section] = true
		}
	}
	n := 0
	for _, c := range []data.SectionRole{data.Method, data.Facts, data.Findings, data.Norms, data.Conclusions, data.Recommendations} {
		if chapters[c] {
			n++
		}
	}
	if n >= reportChapters && !o.signs["rubriek"] {
		o.times(unlikeNews, "nieuwsbericht")
	}
}

// reportChapters is how many of its chapters a report has at least.
const reportChapters = 2

func (o *observation) times(factor float64, kinds ...string) {
	for _, k := range kinds {
		o.scores[k] *= factor
	}
}
