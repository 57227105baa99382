package gold

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"regexp"
	"slices"
	"strings"

	"rodedraad/data"
	"rodedraad/data/samples"
	"rodedraad/ingest/coding/prose"
)

// Mark is what a writer says of one sentence of a marked report. The zero Mark
// says that it supports no code.
type Mark struct {
	Codes map[string]data.Status
	Near  []string // codes that only seem to apply
}

// MarkedReport is a report of which every sentence that counts was coded.
type MarkedReport struct {
	Report
	Marks []Mark // by place in Text.Sentences
}

// Marked reads the marked reports of a folder, sorted by name; their format is
// described in data/training/README.md. A folder without them gives none.
func Marked(folder fs.FS) ([]MarkedReport, error) {
	names, err := fs.Glob(folder, "*.md")
	if err != nil {
		return nil, err
	}
	var out []MarkedReport
	for _, name := range names {
		text, err := fs.ReadFile(folder, name)
		if err != nil {
			return nil, err
		}
		r, err := readMarked(strings.TrimSuffix(path.Base(name), ".md"), text)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		out = append(out, r)
	}
	return out, nil
}

// markedHeader is the settings of a marked report: its coding as far as sentences do not give it.
type markedHeader struct {
	Style                string              `json:"style"`
	Tests                string              `json:"tests"`
	Kind                 string              `json:"kind"`
	Title                string              `json:"title"`
	PublicationDate      string              `json:"publication_date"`
	PublicationPrecision string              `json:"publication_precision"`
	Inspectorates        []string            `json:"inspectorates"`
	Calamities           []samples.Calamity  `json:"calamities"`
	SectorsInvolved      []string            `json:"sectors_involved"`
	SectorsMentionedOnly []string            `json:"sectors_mentioned_only"`
	Questions            map[string]string   `json:"questions"`
	ReportedAggregates   []samples.Aggregate `json:"reported_aggregates"`
	HeldOut              bool                `json:"held_out"`
}

// tag is what stands after a sentence: [[T06+ RD1.3- ~T02 aanb:instelling]].
var tag = regexp.MustCompile(`\s*\[\[([^\]]*)\]\]`)

func readMarked(name string, file []byte) (MarkedReport, error) {
	head, body, found := bytes.Cut(file, []byte("\n---\n"))
	if !found {
		return MarkedReport{}, fmt.Errorf("no line --- after the header")
	}
	var h markedHeader
	decoder := json.NewDecoder(bytes.NewReader(head))
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(&h); err != nil {
		return MarkedReport{}, fmt.Errorf("header: %w", err)
	}
	out := MarkedReport{Report: Report{Name: name, Truth: h.truth(name)}}
	m := &reader{role: data.OtherSection}
	tags := map[int][]placed{} // by passage
	for line := range strings.Lines(string(body)) {
		text, found := cutTags(strings.TrimSpace(line))
		if text == "" || text[0] == '@' && !strings.HasPrefix(text, "@box ") {
			continue
		}
		before := len(m.passages)
		m.chunk([]string{strings.TrimPrefix(text, "@box ")})
		if len(m.passages) > before {
			tags[len(m.passages)-1] = found
		}
	}
	out.Text = prose.Read([]data.Page{{Number: 1, Text: m.page.String()}}, m.passages)
	out.Marks = make([]Mark, len(out.Text.Sentences))
	for i := range out.Text.Sentences {
		s := &out.Text.Sentences[i]
		last := i+1 == len(out.Text.Sentences) || out.Text.Sentences[i+1].Passage != s.Passage
		for _, p := range tags[s.Passage.Number-1] {
			end := len(s.Passage.Text) - p.after // of the sentence that the tag is about
			if s.Start < end-1 && (last || end-1 <= out.Text.Sentences[i+1].Start) {
				if err := out.mark(i, p.words); err != nil {
					return MarkedReport{}, fmt.Errorf("%q: %w", s.Text, err)
				}
			}
		}
	}
	out.settle()
	return out, nil
}

// placed is a tag and how many bytes of its line stand after it.
type placed struct {
	words []string
	after int
}

// cutTags takes the tags out of a line, and the signs of emphasis.
func cutTags(line string) (string, []placed) {
	line = emphasis.ReplaceAllString(strings.TrimSuffix(strings.TrimSpace(line), "|"), "")
	var tags []placed
	for _, at := range tag.FindAllStringSubmatchIndex(line, -1) {
		after := strings.TrimRight(tag.ReplaceAllString(line[at[1]:], ""), " ")
		tags = append(tags, placed{strings.Fields(line[at[2]:at[3]]), len(after)})
	}
	return strings.TrimSpace(tag.ReplaceAllString(line, "")), tags
}

// mark gives a sentence what its tag says.
func (r *MarkedReport) mark(sentence int, words []string) error {
	m, t := &r.Marks[sentence], &r.Truth
	if m.Codes == nil {
		m.Codes = map[string]data.Status{}
	}
	for _, w := range words {
		if addressee, ok := strings.CutPrefix(w, "aanb:"); ok {
			start := strings.Fields(strings.TrimLeft(r.Text.Sentences[sentence].Text, "-0123456789. "))
			t.Recommendations = append(t.Recommendations, samples.Recommendation{Addressee: addressee, StartsWith: strings.Join(start[:min(9, len(start))], " ")})
			continue
		}
		if code, ok := strings.CutPrefix(w, "~"); ok {
			m.Near = append(m.Near, code)
			continue
		}
		code, found := strings.CutSuffix(w, "+")
		well := strings.TrimSuffix(w, "-")
		switch {
		case found:
			m.Codes[code] = data.Present
		case well != w:
			m.Codes[well] = data.ExplicitlyAbsent
		default:
			return fmt.Errorf("tag %q ends in neither + nor -", w)
		}
	}
	return nil
}

// settle gives the report what its sentences say: a code is present when one
// of them says so, else explicitly absent when one says that. A sub-code brings
// its red thread.
func (r *MarkedReport) settle() {
	status := map[string]data.Status{}
	for _, m := range r.Marks {
		for code, s := range m.Codes {
			for _, c := range []string{code, Parent(code)} {
				if c != "" && status[c] != data.Present {
					status[c] = s
				}
			}
		}
	}
	t := &r.Truth
	t.RedThreads = map[string]string{}
	for _, code := range slices.Sorted(maps.Keys(status)) {
		switch s := status[code]; {
		case len(code) == len("RD1") && code[0] == 'R':
			t.RedThreads[code] = string(s)
		case code[0] == 'R' && s == data.Present:
			t.SubcodesPresent = append(t.SubcodesPresent, code)
		case code[0] == 'T' && s == data.Present:
			t.ThemesPresent = append(t.ThemesPresent, code)
		case code[0] == 'T':
			t.ThemesAbsent = append(t.ThemesAbsent, code)
		}
	}
}

// Parent names the red thread that a code brings with it, or "".
func Parent(code string) string {
	switch {
	case strings.HasPrefix(code, "RD") && len(code) > len("RD1"):
		return code[:len("RD1")]
	case code == "T09" || code == "T15":
		return "RD3"
	}
	return ""
}

// truth gives what the header says of a report.
func (h markedHeader) truth(name string) samples.Truth {
	return samples.Truth{
		File: name, Style: h.Style, Tests: h.Tests, Language: "nl", DocumentKind: h.Kind, Title: h.Title,
		PublicationDate: h.PublicationDate, PublicationPrecision: h.PublicationPrecision, Inspectorates: h.Inspectorates,
		Calamities: h.Calamities, SectorsInvolved: h.SectorsInvolved, SectorsMentionedOnly: h.SectorsMentionedOnly,
		Questions: h.Questions, ReportedAggregates: h.ReportedAggregates, HeldOut: h.HeldOut,
	}
}
