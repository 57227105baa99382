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

// dateCues weigh the words beside a date. A report's first page also dates the
// event, the notification and the meeting it was discussed in. Where words speak
// against a date, none speak for it: "datum inspectie" is no date of its own.
var dateCues = []struct {
	weight int
	words  []string
}{
	{-7, []string{"concept", "ontvangst", "ontvangen op", "ontvangen ", "geaccepteerd", "ingangsdatum", "gewijzigd op", "laatst gewijzigd", "ingezonden", "geprint", "opgehaald"}},
	{-6, []string{"melding", "gemeld", "meldde", "overleden", "overleed", "overlijden", "geboren", "ontving", "calamiteit van",
		"incident", "brand ", "gebeurde", "gebeurtenis", "plaatsing", "bezoek", "bezocht", "periode", "gesprek",
		"naar aanleiding", "heeft plaatsgevonden", "congres", "start van dit onderzoek", "dodelijk", "gedood", "gestorven", "zaak",
		"bracht", "verscheen", "verslag over", "dood van", "inwerkingtreding", "gestart", "archief"}},
	{-4, []string{"intern ", "wederhoor", "ongewijzigde druk", "herdruk", "retour", "besproken", "vergadering", "onderliggend rapport",
		"datum inspectie", "datum onderzoek", "uw brief", "uw kenmerk", "vervangt", "overleg van", "gehouden op", "bijeenkomst", "presentatie van", "wetsvoorstel", "motie van", "rapport van", "afgesloten op", "stand van zaken per", "peildatum"}},
	{5, []string{"gepubliceerd", "publicatiedatum", "publicatie", "verschijningsdatum", "openbaar gemaakt", "openbaar sinds", "geplaatst"}},
	{4, []string{"definitief", "eindversie", "vastgesteld", "vaststelling", "uitgave", "datum", "persbericht", "nieuwsbericht", "eindrapport"}},
	{2, []string{"versie", "behandeld in het college", "college ", "druk", "kenmerk"}},
}

// publicationDate picks the most likely date of publication from the front
// matter, or from the colophon on the last page.
func publicationDate(f front) (dated, bool) {
	best := dated{score: 0}
	for i, l := range f.lines {
		for _, c := range candidates(l, lineAbove(f.lines, i)) {
			c.score += position(l.page-f.first, i)
			if c.score > best.score {
				best = c
			}
		}
	}
	if best.score > firmDate {
		return best, true
	}
	for _, l := range f.last {
		for _, c := range candidates(l, "") {
			if c.score -= 3; c.score > best.score {
				best = c
			}
		}
	}
	return best, best.score >= weakestDate
}

// A date that scores more than firmDate is taken without a look at the last page;
// one below weakestDate is somebody else's: "In juni 2019 brachten …".
const (
	firmDate    = 3
	weakestDate = 2
)

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

// lineAbove gives the line of which a line is the rest: "besproken in de
// vergadering van", or "Datum" above the date itself.
func lineAbove(lines []line, i int) string {
	if i == 0 || lines[i-1].page != lines[i].page || blankBetween(lines[i-1], lines[i]) {
		return ""
	}
	above := lines[i-1]
	if len(above.Dates()) > 0 || strings.HasSuffix(above.Text, ".") {
		return ""
	}
	if above.lower == "datum" || above.lower == "datum:" || breaksOff(above.lower) || strings.HasSuffix(above.lower, " op") {
		return above.lower
	}
	return ""
}

func candidates(l line, above string) []dated {
	var out []dated
	dates := l.Dates()
	from := 0
	for i, d := range dates {
		to := d.End
		if i == len(dates)-1 {
			to = len(l.Text)
		}
		words := prose.Fold(l.Text[from:to])
		if d.First < 3 {
			words = above + " " + words
		}
		from = d.End
		if d.Date.Known() && !d.To.Known() && d.Date.Year >= 1990 {
			c := dated{date: d.Date, quote: l.quote(d.Start, d.End)}
			c.score, c.reason = weigh(l, d, words)
			out = append(out, c)
		}
	}
	return out
}

// weigh scores a date by how alone it stands in its line, how fine it is and
// which words stand beside it.
func weigh(l line, d prose.DateMention, words string) (int, string) {
	others := othersBeside(l, d)
	score, reason := 0, "datum in de tekst van de eerste pagina's"
	switch {
	case others == 0:
		score, reason = 6, "datum alleen op een regel"
	case others <= 3:
		score, reason = 5, "datum achter een plaats of naam"
	case others <= 9 && !strings.HasSuffix(l.Text, ".") && !opensProse(l, d):
		score = 3
	case opensProse(l, d):
		score = -3
	}
	if d.Date.Precision == data.Year {
		score += yearAlone(l, d, others)
	}
	return score + cueWeight(words), reason
}

func othersBeside(l line, d prose.DateMention) int {
	others := 0
	for i, w := range l.Tokens {
		if (i < d.First || i > d.Last) && w.Kind != prose.Mark {
			others++
		}
	}
	return others
}

// opensProse reports whether a date opens a sentence: "In juni 2019 brachten …".
func opensProse(l line, d prose.DateMention) bool {
	return d.First <= 1 && d.Last+3 < len(l.Tokens) && len(l.Words()) > 6 &&
		opensWith(l.lower, []string{"in ", "op ", "begin ", "eind ", "sinds ", "vanaf ", "medio ", "tussen "})
}

// yearAlone says how much less a bare year is worth: it dates a document only
// alone, behind a mark (©, a comma, a stroke) at the line's end, or in brackets.
func yearAlone(l line, d prose.DateMention, others int) int {
	before := strings.TrimRight(l.Text[:d.Start], " ")
	marked := strings.HasSuffix(before, ",") || strings.HasSuffix(before, "|") || strings.HasSuffix(before, "•") || strings.HasSuffix(before, "·") || strings.HasSuffix(before, "(")
	switch {
	case strings.Contains(l.Text, "©"), others == 0:
		return -2
	case marked && others <= 9:
		return -2
	case others <= 2 && strings.Contains(l.Text, ","):
		return -2
	case others > 2:
		return -6
	}
	return -4
}

// answered is how a printed answer of the government to questions of members of
// parliament is dated: "Antwoord van … (ontvangen 12 augustus 2024)".
const answered = "(ontvangen"

// cueWeight adds up the cues; those against a date silence those for it.
func cueWeight(words string) int {
	if strings.Contains(words, answered) {
		return 6
	}
	against, favour := 0, 0
	for _, c := range dateCues {
		if !cueIn(words, c.words) {
			continue
		}
		if c.weight < 0 {
			against += c.weight
		} else {
			favour += c.weight
		}
	}
	if against < 0 {
		return against
	}
	return favour
}
