package victims

import (
	"fmt"
	"slices"
	"strings"

	"rodedraad/data"
	"rodedraad/ingest/coding/prose"
)

// Figures below these bounds are details of a case ("vier huisbezoeken"), not
// counts that somebody would compare; a statistic counts from ten.
const (
	leastStatistic = 10  // of a year or the country
	leastFigure    = 40  // of people, cases, notifications
	leastOverview  = 11  // the same in a document without a case of its own
	leastTotal     = 3   // the cases an overview is about
	leastAlone     = 100 // of people who were spoken with
	longestFigure  = 200_000_000
)

// unitWords make a number a measure, not a count.
var unitWords = map[string]bool{}

// caseCounts are nouns of which an overview has a total.
var caseCounts = map[string]bool{"calamiteiten": true, "casussen": true, "onderzoeken": true, "zaken": true, "calamiteitenmeldingen": true,
	"zelfdodingen": true, "suicides": true, "sterfgevallen": true, "overlijdens": true, "incidenten": true, "gezinnen": true, "dossiers": true}

// statistics are the ends of nouns that a figure worth comparing counts:
// people, families, notifications, measures, places, organisations.
var statistics = map[string]bool{}

// sizes are nouns that tell how large a school or practice is.
var sizes = map[string]bool{"leerlingen": true, "patienten": true, "studenten": true, "clienten": true}

// staffNouns count who works or was spoken with: a figure only of a year, an
// organisation or an overview.
var staffNouns = map[string]bool{"medewerkers": true, "beroepskrachten": true, "hulpverleners": true, "professionals": true, "organisaties": true,
	"instellingen": true, "instanties": true, "groepsleiders": true, "bezoeken": true, "vrijwilligers": true, "familieleden": true, "functionarissen": true}

// spoken are words that tell with how many was spoken.
var spoken = map[string]bool{"sprak": true, "spraken": true, "gesproken": true, "gesprekken": true, "interviews": true, "geinterviewd": true, "gehoord": true,
	"interviewde": true, "interviewden": true, "bijeenkomst": true, "deelnemers": true, "vroegen": true, "praatten": true, "gepraat": true}

// noCount are words before a number that make it a reference.
var noCount = map[string]bool{}

func init() {
	for _, w := range strings.Fields(`jaar jaren maand maanden week weken dag dagen uur uren minuten euro gram kilo kilogram kg cm meter kilometer
		km procent % pagina's pagina bladzijden jarige jarig werkdagen keer maal oud mg ml graden punten leeftijd mnd uurs hectare miljard`) {
		unitWords[w] = true
	}
	for _, w := range strings.Fields(`artikel art artikelen bijlage hoofdstuk paragraaf par blz pagina p pag nr nummer kenmerk kst kamerstuk tel telefoon postbus
		€ $ euro casus norm versie groep week stap deel lid les vraag aanbeveling tabel figuur fase dossier zaak gezin kind jeugdige iq code
		leeftijd sinds om omstreeks rond § stb stcrt bwbr onder`) {
		noCount[w] = true
	}
}

// counts adds the figures a document quotes that are not its own victims:
// national statistics, numbers of notifications, of cases in another report.
func (w *work) counts() {
	seen := map[string]bool{}
	for i := range w.text.Sentences {
		s := &w.text.Sentences[i]
		if role := s.Section(); role == data.Contents || role == data.Colophon || s.Passage.Kind == data.Heading {
			continue
		}
		for _, n := range w.figures(s) {
			v, whole := n.Int()
			subject := subjectOf(s, n)
			if !whole || subject == "" || !w.worth(s, n, v, subject) || v < 10 && w.own(s) {
				continue
			}
			key := fmt.Sprint(v) // the same figure again is the same figure
			e, ok := w.quote(s, n.Start, n.End)
			if !ok || seen[key] {
				continue
			}
			seen[key] = true
			w.count(s, v, subject, e)
		}
	}
}

// count appends one figure and its finding.
func (w *work) count(s *prose.Sentence, v int64, subject string, e data.Evidence) {
	period := ""
	for _, d := range w.read(s).dates() {
		if d.Complete() {
			period = fmt.Sprint(d.Date.Year)
			if d.To.Known() {
				period += fmt.Sprintf("-%d", d.To.Year)
			}
			break
		}
	}
	w.record.ReportedCounts = append(w.record.ReportedCounts, data.ReportedCount{Subject: subject, Value: v, Period: period, Page: e.Page, Quote: e.Quote})
	w.record.Findings = append(w.record.Findings, data.Finding{
		Variable: data.VarReportedCount, Code: subject, Value: fmt.Sprint(v), Status: data.Present, Certainty: data.Medium, Coder: Name,
		Rule: "getal met onderwerp", Reason: fmt.Sprintf("%s, p. %d: getal dat geen slachtoffer van de zaak telt", s.Section(), e.Page), Evidence: []data.Evidence{e},
	})
}

// own reports whether a sentence tells the harm of a case of the document.
func (w *work) own(s *prose.Sentence) bool {
	r := w.read(s)
	return len(w.record.Calamities) > 0 && len(r.harms) > 0 && !r.has("algemeen") && !r.has("elders")
}

// worth reports whether a number is one that somebody would compare: a
// statistic of people or cases at large, a large number of them, or what an
// overview is about. How many were spoken with, met, called or written to is
// a detail of the investigation or of the case.
func (w *work) worth(s *prose.Sentence, n prose.Numeral, v int64, subject string) bool {
	if v < 2 || v > longestFigure || n.Article || at(s.Tokens, n.Last+1) == "minste" {
		return false
	}
	noun, known := counted(subject)
	overview := len(w.record.Calamities) == 0
	switch {
	case noun == "" && w.read(s).has("algemeen"):
		return v >= leastStatistic && yearly(s) && !rate(s, n)
	case noun == "":
		return v >= leastAlone && len(w.read(s).dates()) > 0 && !spokenWith(s)
	case spokenWith(s):
		return v >= leastAlone
	case !known:
		return overview && v >= leastOverview
	case w.read(s).has("algemeen"):
		return (v >= leastStatistic || yearly(s)) && !rate(s, n)
	case sizes[noun]:
		return false
	case overview && w.deaths(s, n) && v >= leastTotal:
		return true
	case overview && caseCounts[noun] && v < leastFigure:
		return v >= leastTotal && !share(s, n)
	case overview:
		return v >= leastOverview && !share(s, n)
	}
	return v >= leastFigure
}

// spokenWith reports whether a sentence tells with how many was spoken.
func spokenWith(s *prose.Sentence) bool {
	return slices.ContainsFunc(s.Tokens, func(t prose.Token) bool { return spoken[t.Lower] })
}

// counted gives the noun among the words behind a number that a statistic
// counts; known is false for people at work and organisations.
func counted(subject string) (noun string, known bool) {
	for i, word := range strings.Fields(subject) {
		if i > 3 || word == "van" || word == "in" || word == "met" || word == "onder" || word == "bij" {
			break
		}
		if staffNouns[word] {
			return word, false
		}
		if statistics[word] {
			return word, true
		}
		for _, end := range statisticEnds {
			if strings.HasSuffix(word, end) {
				return word, true
			}
		}
	}
	return "", false
}

var statisticEnds = []string{"meldingen", "kinderen", "jongeren", "gezinnen", "machtigingen", "maatregelen", "plaatsen", "ouders", "bezoeken", "onderzoeken",
	"stellingen", "plaatsingen", "slachtoffers", "calamiteiten", "patienten", "inwoners", "huizen"}

func init() {
	for _, w := range strings.Fields(`kinderen jongeren jeugdigen minderjarigen baby's babys gezinnen huishoudens volwassenen vrouwen mannen meisjes jongens
		mensen personen inwoners patienten leerlingen clienten slachtoffers moeders vaders ouders meldingen calamiteiten incidenten verzoeken aanvragen
		onderzoeken zaken casussen dossiers sterfgevallen zelfdodingen suicides overlijdens instellingen gemeenten scholen rapporten gevallen studenten
		pupillen peuters kleuters zuigelingen pasgeborenen gebeurtenissen tieners bewoners contacten`) {
		statistics[w] = true
	}
}

// deaths reports whether a number counts the children who died in the cases of
// an overview.
func (w *work) deaths(s *prose.Sentence, n prose.Numeral) bool {
	r := w.read(s)
	dead := slices.ContainsFunc(r.harms, func(h harm) bool { return h.outcome == fatal && h.frame != naming })
	return dead && slices.ContainsFunc(r.mentions, func(m mention) bool {
		return m.young() && m.plural && m.head > n.Last && m.head-n.Last <= 4
	})
}

// yearly reports whether a sentence tells a small number of a year or country.
func yearly(s *prose.Sentence) bool {
	return slices.ContainsFunc(s.Tokens, func(t prose.Token) bool {
		return t.Lower == "jaar" || t.Lower == "jaarlijks" || t.Lower == "landelijk" || t.Lower == "nederland"
	})
}

// rate reports whether a number is what others are out of: "één op de duizend".
func rate(s *prose.Sentence, n prose.Numeral) bool {
	return at(s.Tokens, n.First-1) == "op" || at(s.Tokens, n.First-1) == "de" && at(s.Tokens, n.First-2) == "op"
}

// share reports whether a number is a part of the cases of an overview, or one
// that was told before: "in vier zaken", "twaalf van de dertien gezinnen".
func share(s *prose.Sentence, n prose.Numeral) bool {
	switch at(s.Tokens, n.First-1) {
	case "in", "bij", "|", "die", "deze", "al", "alle", "op":
		return true
	case "de": // "de dertien zaken" are all of them
		return !caseCounts[at(s.Tokens, n.Last+1)]
	}
	return at(s.Tokens, n.Last+1) == "van" || n.First == 0 && s.Passage.Kind == data.TableRow
}

// figures gives the numbers of a sentence that count something: no dates,
// ages, measures or references.
func (w *work) figures(s *prose.Sentence) []prose.Numeral {
	numbers := s.Numbers()
	if len(numbers) == 0 || len(s.Tokens) > longest {
		return nil
	}
	r := w.read(s)
	taken := func(token int) bool {
		return slices.ContainsFunc(r.dates(), func(d prose.DateMention) bool { return d.First <= token && token <= d.Last }) ||
			slices.ContainsFunc(r.ages, func(a age) bool { return a.first <= token && token <= a.last })
	}
	var out []prose.Numeral
	for _, n := range numbers {
		if taken(n.First) || n.Ordinal || noCount[at(s.Tokens, n.First-1)] || unitWords[at(s.Tokens, n.Last+1)] {
			continue
		}
		if at(s.Tokens, n.First-1) == "." && noCount[at(s.Tokens, n.First-2)] {
			continue
		}
		out = append(out, n)
	}
	return out
}

// subjectOf gives the words a number counts: what follows it up to the end of
// the noun phrase. "Dat er 48" has what stands before.
func subjectOf(s *prose.Sentence, n prose.Numeral) string {
	var words []string
	for i := n.Last + 1; i < len(s.Tokens) && len(words) < 6; i++ {
		t := s.Tokens[i]
		if t.Kind != prose.Word || endsSubject[t.Lower] && len(words) > 0 {
			break
		}
		if capital(t.Text) && len(words) == 0 {
			return ""
		}
		words = append(words, t.Lower)
	}
	if len(words) == 0 || !strings.HasSuffix(words[0], "n") && !strings.HasSuffix(words[0], "s") && !strings.HasSuffix(words[0], "e") && (len(words) < 2 || !strings.HasSuffix(words[1], "n") && !strings.HasSuffix(words[1], "s")) {
		return ""
	}
	for _, word := range words[:min(2, len(words))] {
		if unitWords[word] || endsSubject[word] && word == words[0] {
			return ""
		}
	}
	return strings.Join(words, " ")
}

var endsSubject = map[string]bool{}

func init() {
	for _, w := range strings.Fields(`die dat waarvan waarbij is zijn was waren werd werden wordt worden heeft hebben had hadden en of maar om te met
		door bij op aan als dan kwamen kwam gaan ging het de een deze er ook niet al nog over uit per tot voor na in`) {
		endsSubject[w] = true
	}
	for _, w := range []string{"in", "van", "bij", "met"} {
		delete(endsSubject, w)
	}
}
