package main

import (
	"slices"
	"strings"

	"rodedraad/data"
	"rodedraad/data/samples"
	"rodedraad/ingest/coding/prose"
	"rodedraad/ingest/coding/sectors/gold"
)

// readReports gives the sample reports for tuning. Those held out are left out
// here and seen by nothing that is fitted.
func readReports(folder string) ([]gold.Report, error) {
	list, err := gold.Reports(folder, true)
	return slices.DeleteFunc(list, func(r gold.Report) bool { return r.Truth.HeldOut }), err
}

// sentencesOf gives the sentences of reports, alone and with the one before, as
// passages. What a report's truth does not name is not in it, so every sentence
// tells what a code does not sound like; only the sentences quoted as evidence
// are known to tell what it does.
func sentencesOf(reports []gold.Report) []passage {
	var out []passage
	for i, r := range reports {
		document := i + 1
		codes, sentences := codesOf(r.Truth), r.Text.Sentences
		for i := range sentences {
			if !counts(&sentences[i]) {
				continue
			}
			out = append(out, fromReport(document, r.Truth, codes, sentences[i:i+1]))
			if i > 0 && sentences[i-1].Passage == sentences[i].Passage {
				out = append(out, fromReport(document, r.Truth, codes, sentences[i-1:i+1]))
			}
		}
	}
	return out
}

func counts(s *prose.Sentence) bool {
	switch s.Passage.Kind {
	case data.Heading, data.Title, data.Caption:
		return false
	}
	switch s.Section() {
	case data.Norms, data.Method, data.Annex, data.Contents, data.Colophon:
		return false
	}
	return true
}

// fromReport makes a passage of sentences in a row.
func fromReport(document int, truth samples.Truth, codes map[string]data.Status, sentences []prose.Sentence) passage {
	p := passage{document: document, sentences: sentences, Section: sentences[0].Section(), Codes: map[string]data.Status{}, open: map[string]bool{}}
	for code, status := range codes {
		if evidence := truth.Evidence[code]; evidence != "" && quotes(sentences, evidence) {
			p.Codes[learned(code)] = status
		} else {
			p.open[learned(code)] = true
		}
	}
	for code := range p.Codes {
		delete(p.open, code)
	}
	return p
}

func learned(code string) string {
	if new, ok := aliases[code]; ok {
		return new
	}
	return code
}

// codesOf gives all codes of a report. A red thread that one of its sub-codes
// brings is not quoted for itself.
func codesOf(t samples.Truth) map[string]data.Status {
	out := map[string]data.Status{}
	for code, status := range t.RedThreads {
		if s := data.Status(status); s != data.NotMentioned {
			out[code] = s
		}
	}
	for _, code := range append(t.ThemesPresent, t.SubcodesPresent...) {
		out[code] = data.Present
	}
	for _, code := range t.ThemesAbsent {
		out[code] = data.ExplicitlyAbsent
	}
	return out
}

func quotes(sentences []prose.Sentence, evidence string) bool {
	evidence = plain(evidence)
	for i := range sentences {
		text := plain(sentences[i].Text)
		if strings.Contains(text, evidence) || len(text) > 25 && strings.Contains(evidence, text) ||
			strings.Contains(text, evidence[:len(evidence)/2]) {
			return true
		}
	}
	return false
}

// plain is a text without white space, hyphens and case, which differ between
// print and source.
func plain(text string) string {
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune(" \n\t-\u00ad\u2010\u2011\u00a0", r) {
			return -1
		}
		return r
	}, strings.ToLower(text))
}
