package victims

import (
	"fmt"
	"slices"
	"strings"

	"rodedraad/data"
	"rodedraad/ingest/coding/prose"
)

// Figures below these bounds are details of a case ("vier huisbezoeken"), not
// counts that somebody would compare; a statistic counts from one.
const (
	leastFigure   = 11
	leastCases    = 3 // of calamities, cases, investigations
	longestFigure = 200_000_000
)

// unitWords make a number a measure, not a count.
var unitWords = map[string]bool{}

// caseCounts are nouns of which a small number is already a figure.
var caseCounts = map[string]bool{"calamiteiten": true, "casussen": true, "onderzoeken": true, "zaken": true, "calamiteitenmeldingen": true,
	"zelfdodingen": true, "suicides": true, "sterfgevallen": true, "overlijdens": true, "incidenten": true}

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
			if !whole || subject == "" || !w.counts1(s, n, v) || v < 10 && w.own(s) {
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

// counts1 reports whether a number is large, or general, enough.
func (w *work) counts1(s *prose.Sentence, n prose.Numeral, v int64) bool {
	if v < 1 || v > longestFigure || n.Article {
		return false
	}
	if w.read(s).has("algemeen") {
		return v >= 2
	}
	if caseCounts[at(s.Tokens, n.Last+1)] || caseCounts[at(s.Tokens, n.Last+2)] {
		return v >= leastCases
	}
	return v >= leastFigure
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
