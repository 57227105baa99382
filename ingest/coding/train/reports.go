package train

import (
	"os"
	"slices"
	"strings"

	"rodedraad/data"
	"rodedraad/data/samples"
	"rodedraad/ingest/coding/prose"
	"rodedraad/ingest/coding/sectors/gold"
)

// report is a report to learn from. The sentences of a marked one are all
// coded; of a sample only the evidence is known.
type report struct {
	gold.Report
	marks []gold.Mark // by sentence; nil for a sample
}

// readReports gives the sample reports for tuning and the marked reports. Those
// held out are left out here and seen by nothing that is fitted.
func readReports(sampleFolder, markedFolder string) ([]report, error) {
	list, err := gold.Reports(sampleFolder, true)
	if err != nil {
		return nil, err
	}
	var out []report
	for _, r := range list {
		out = append(out, report{Report: r})
	}
	marked, err := gold.Marked(os.DirFS(markedFolder))
	for _, m := range marked {
		out = append(out, report{m.Report, m.Marks})
	}
	return slices.DeleteFunc(out, func(r report) bool { return r.Truth.HeldOut }), err
}

func documents(reports []report) []gold.Report {
	var out []gold.Report
	for _, r := range reports {
		out = append(out, r.Report)
	}
	return out
}

// sentencesOf gives the sentences of reports, alone and with the one before, as
// passages. What a report's truth does not name is not in it, so every sentence
// tells what a code does not sound like.
func sentencesOf(reports []report) []passage {
	var out []passage
	for i, r := range reports {
		read := r.reader(i + 1)
		sentences := r.Text.Sentences
		for i := range sentences {
			if !counts(&sentences[i]) {
				continue
			}
			out = append(out, read(i, i+1))
			if i > 0 && sentences[i-1].Passage == sentences[i].Passage {
				out = append(out, read(i-1, i+1))
			}
		}
	}
	return out
}

// reader gives what makes a passage of the sentences from one place to another.
func (r report) reader(document int) func(from, to int) passage {
	codes := codesOf(r.Truth)
	return func(from, to int) passage {
		if r.marks != nil {
			return fromMarks(document, r.Text.Sentences[from:to], r.marks[from:to])
		}
		return fromSample(document, r.Truth, codes, r.Text.Sentences[from:to])
	}
}

// fromMarks makes a passage of sentences in a row that are all coded.
func fromMarks(document int, sentences []prose.Sentence, marks []gold.Mark) passage {
	p := passage{document: document, marked: true, sentences: sentences, Section: sentences[0].Section(), Codes: map[string]data.Status{}}
	for _, m := range marks {
		for code, status := range m.Codes {
			if p.Codes[learned(code)] != data.Present {
				p.Codes[learned(code)] = status
			}
		}
		for _, code := range m.Near {
			p.Near = append(p.Near, learned(code))
		}
	}
	p.Near = slices.DeleteFunc(p.Near, func(code string) bool { return p.Codes[code] != "" })
	return p
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

// fromSample makes a passage of sentences in a row of which only those quoted
// as evidence are coded.
func fromSample(document int, truth samples.Truth, codes map[string]data.Status, sentences []prose.Sentence) passage {
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
