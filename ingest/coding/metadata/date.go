package metadata

import (
	"strings"

	"rodedraad/data"
	"rodedraad/ingest/coding/prose"
)

// dated is a candidate for the publication date.
type dated struct {
	date   data.Date
	score  int
	quote  data.Evidence
	reason string
}

// dateCues weigh the words of a date's line. A report's first page also dates
// the event, the notification and the meeting it was discussed in.
var dateCues = []struct {
	weight int
	words  []string
}{
	{5, []string{"gepubliceerd", "publicatiedatum", "datum publicatie", "publicatie:", "verschenen", "definitief en openbaar", "openbaar gemaakt op"}},
	{4, []string{"definitief", "eindversie", "vastgesteld", "vaststelling", "uitgave", "datum:", "datum ", "definitieve versie", "persbericht", "nieuwsbericht"}},
	{2, []string{"versie", "behandeld in het college", "college ", "druk", "kenmerk"}},
	{-4, []string{"concept", "intern", "wederhoor", "ongewijzigde druk", "herdruk", "gewijzigd op", "ingangsdatum", "retour",
		"besproken", "bestuursvergadering", "onderliggend rapport", "datum inspectie", "datum bezoek", "datum onderzoek", "uw brief van", "uw kenmerk", "laatst gewijzigd", "vervangt"}},
	{-6, []string{"melding", "gemeld", "overleden", "overleed", "overlijden", "geboren", "ontving", "ontvingen", "calamiteit van",
		"incident", "brand", "gebeurde", "gebeurtenis", "plaatsing", "bezoek", "bezocht", "periode", "sinds", "gesprek",
		"naar aanleiding", "heeft plaatsgevonden", "congres", "start van dit onderzoek", "dodelijk", "gedood", "gestorven", "zaak"}},
}

// publicationDate picks the most likely date of publication from the front
// matter, or from the colophon on the last page.
func publicationDate(f front) (dated, bool) {
	best := dated{score: 0}
	for i, l := range f.lines {
		for _, c := range candidates(l) {
			c.score += position(l.page-f.first, i)
			if c.score > best.score {
				best = c
			}
		}
	}
	if best.score > 3 {
		return best, true
	}
	for _, l := range f.last {
		for _, c := range candidates(l) {
			if c.score -= 3; c.score > best.score {
				best = c
			}
		}
	}
	return best, best.score > 0
}

// position prefers dates near the top of the first page, a little.
func position(behind, i int) int {
	switch {
	case behind == 0 && i < 14:
		return 2
	case behind == 0:
		return 0
	}
	return -2
}

func candidates(l line) []dated {
	var out []dated
	for _, d := range l.Dates() {
		if !d.Date.Known() || d.To.Known() || d.Date.Year < 1990 {
			continue
		}
		c := dated{date: d.Date, quote: l.quote(d.Start, d.End)}
		c.score, c.reason = weigh(l, d)
		out = append(out, c)
	}
	return out
}

// weigh scores a date by how alone it stands in its line, how fine it is and
// which words stand beside it.
func weigh(l line, d prose.DateMention) (int, string) {
	others := 0
	for i, w := range l.Tokens {
		if (i < d.First || i > d.Last) && w.Kind != prose.Mark {
			others++
		}
	}
	score, reason := 0, "datum in de tekst van de eerste pagina's"
	switch {
	case others == 0:
		score, reason = 6, "datum alleen op een regel"
	case others <= 3:
		score, reason = 5, "datum achter een plaats of naam"
	case others <= 9 && !strings.HasSuffix(l.Text, "."):
		score = 3
	default:
		score = 0
	}
	if d.Date.Precision == data.Year {
		score -= 4
		if strings.Contains(l.Text, "©") || others == 0 || others <= 2 && strings.Contains(l.Text, ",") {
			score += 2
		}
		if others > 2 {
			score -= 2
		}
	}
	for _, c := range dateCues {
		if cueIn(l.lower, c.words) {
			score += c.weight
		}
	}
	return score, reason
}
