// Package gold reads what the tests of coders are measured on: sample reports
// written in a small subset of Markdown, and labelled passages, one JSON object
// a line. It guesses section roles from headings alone, so that a coder can be
// measured apart from the reading and layout of PDF files.
package gold

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"

	"rodedraad/data"
	"rodedraad/data/samples"
	"rodedraad/ingest/coding/prose"
	"rodedraad/ingest/layout"
	"rodedraad/ingest/pdf"
	"rodedraad/ingest/pdf/content"
)

// Root finds the repository's root above the working directory of a test.
func Root() (string, error) {
	dir, err := os.Getwd()
	if err != nil {
		return "", err
	}
	for ; dir != filepath.Dir(dir); dir = filepath.Dir(dir) {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			return dir, nil
		}
	}
	return "", fmt.Errorf("no go.mod above the working directory")
}

// Lines reads a file of labelled passages into values of type T. A missing
// file gives no lines and no error: the measurement is then left out.
func Lines[T any](path string) ([]T, error) {
	file, err := os.Open(path)
	if os.IsNotExist(err) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	defer file.Close()
	var out []T
	scan := bufio.NewScanner(file)
	scan.Buffer(nil, 1<<20)
	for scan.Scan() {
		var row T
		if err := json.Unmarshal(scan.Bytes(), &row); err != nil {
			return nil, fmt.Errorf("%s line %d: %w", path, len(out)+1, err)
		}
		out = append(out, row)
	}
	return out, scan.Err()
}

// Testing reports whether a labelled passage belongs to the part that rules
// are measured on and never written from: its number ends in 7, 8 or 9.
func Testing(id string) bool { return strings.ContainsAny(id[len(id)-1:], "789") }

// Report is a sample report: its text and its coding.
type Report struct {
	Name  string
	Text  *prose.Text
	Truth samples.Truth
}

// Reports reads the sample reports of a folder: the real PDF, or with fromPDF false
// the source it was printed from.
func Reports(folder string, fromPDF bool) ([]Report, error) {
	list, err := samples.List(os.DirFS(folder))
	if err != nil {
		return nil, err
	}
	var out []Report
	for _, s := range list {
		if fromPDF {
			text, err := PDF(filepath.Join(folder, s.PDF()))
			if err == nil {
				out = append(out, Report{s.Name, text, s.Truth})
				continue
			} else if !errors.Is(err, fs.ErrNotExist) {
				return nil, err
			}
		}
		text, err := os.ReadFile(filepath.Join(folder, s.Source()))
		if err != nil {
			return nil, err
		}
		out = append(out, Report{s.Name, Markdown(string(text)), s.Truth})
	}
	return out, nil
}

// PDF reads a PDF with the first engine and lays it out.
func PDF(path string) (*prose.Text, error) {
	file, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	r, err := content.Open(bytes.NewReader(file), int64(len(file)), content.Limits{})
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	doc := &pdf.Document{PageCount: r.NumPage(), Info: r.Info(), Outline: r.Outline(), Tagged: r.Tagged()}
	for n := 1; n <= r.NumPage(); n++ {
		page, err := r.Page(context.Background(), n)
		if err != nil {
			return nil, fmt.Errorf("%s page %d: %w", path, n, err)
		}
		doc.Pages = append(doc.Pages, page)
	}
	return prose.Read(layout.Build(doc)), nil
}

// Record gives an empty record around a text, as coders find it.
func (r Report) Record() *data.Record {
	return &data.Record{
		Document: data.Document{FileName: r.Name, Kind: r.Truth.DocumentKind},
		Pages:    r.Text.Pages, Passages: r.Text.Passages,
		Calamities: calamities(r.Truth),
	}
}

// calamities gives the cases that the coders before these would have found.
func calamities(truth samples.Truth) []data.Calamity {
	var out []data.Calamity
	for _, c := range truth.Calamities {
		var d data.Date
		if c.EventDate != nil && c.EventPrecision == string(data.Day) {
			d.Precision = data.Day
			fmt.Sscanf(*c.EventDate, "%d-%d-%d", &d.Year, &d.Month, &d.Day)
		}
		out = append(out, data.Calamity{EventDate: d})
	}
	return out
}

var (
	settings = regexp.MustCompile(`(?s)\A---\n.*?\n---\n`)
	emphasis = regexp.MustCompile(`\*+|\[\^\w+\]|_`)
	item     = regexp.MustCompile(`^(?:- |\d+\. |[a-z]\. )`)
)

// Markdown turns a sample's source into the text that a coder reads: one page,
// a passage for every heading, paragraph, list item and table row.
func Markdown(source string) *prose.Text {
	m := &reader{role: data.OtherSection}
	for _, chunk := range strings.Split(settings.ReplaceAllString(source, ""), "\n\n") {
		m.chunk(strings.Split(strings.Trim(chunk, "\n"), "\n"))
	}
	page := data.Page{Number: 1, Text: m.page.String()}
	return prose.Read([]data.Page{page}, m.passages)
}

type reader struct {
	page     strings.Builder
	passages []data.Passage
	path     []string
	role     data.SectionRole
	roles    []data.SectionRole // of the headings in path
}

func (m *reader) chunk(lines []string) {
	var para []string
	flush := func() {
		if len(para) > 0 {
			m.add(data.Paragraph, strings.Join(para, " "), 0)
		}
		para = nil
	}
	for _, line := range lines {
		switch line = strings.TrimPrefix(strings.TrimSpace(line), "> "); {
		case strings.HasPrefix(line, "#"):
			flush()
			m.heading(line)
		case item.MatchString(line):
			flush()
			m.add(data.ListItem, line, 0)
		case strings.HasPrefix(line, "|"):
			flush()
			m.add(data.TableRow, strings.Trim(strings.ReplaceAll(line, "|", " "), " "), 0)
		case line == "" || strings.HasPrefix(line, "[toc]") || line == "%":
		case strings.HasPrefix(line, "% "):
			m.add(data.Title, line[2:], 0)
		default:
			para = append(para, line)
		}
	}
	flush()
}

func (m *reader) heading(line string) {
	level := len(line) - len(strings.TrimLeft(line, "#"))
	text := strings.TrimSpace(line[level:])
	if level == 1 {
		m.add(data.Title, text, 0)
		return
	}
	level -= 2
	for len(m.path) <= level {
		m.path, m.roles = append(m.path, ""), append(m.roles, m.role)
	}
	m.path, m.roles = m.path[:level+1], m.roles[:level+1]
	m.path[level] = text
	parent := data.OtherSection
	if level > 0 {
		parent = m.roles[level-1]
	}
	m.role = Role(text, parent)
	m.roles[level] = m.role
	m.add(data.Heading, text, level+1)
}

func (m *reader) add(kind data.PassageKind, text string, level int) {
	text = emphasis.ReplaceAllString(text, "")
	if text == "" {
		return
	}
	start := m.page.Len()
	m.page.WriteString(text)
	m.page.WriteString("\n")
	m.passages = append(m.passages, data.Passage{
		Number: len(m.passages) + 1, Page: 1, Section: m.role, Kind: kind, Level: level,
		HeadingPath: strings.Join(m.path, " > "), Start: start, End: start + len(text), Text: text,
		Pieces: []data.Piece{{Page: 1, PageStart: start, Length: len(text)}},
	})
}

var roleWords = []struct {
	role  data.SectionRole
	words string
}{
	{data.Annex, "bijlage|afkorting|begripp|lijst van|met wie is gesproken|gesproken personen|geraadpleegd"},
	{data.Colophon, "colofon"},
	{data.Recommendations, "aanbeveling|advies|adviezen|verbeterpunt|maatregelen|vervolg|gaan wij doen|moet er gebeuren|leerpunt|oproep|verwacht"},
	{data.Summary, "samenvatting|in het kort|kern"},
	{data.Norms, "toetsingskader|norm|getoetst|beoordelingskader|kader"},
	{data.Method, "werkwijze|onderzoeksvra|onderzoeksopzet|opdracht|aanpak|verantwoording|vraagstelling|leeswijzer|hoe is"},
	{data.Occasion, "aanleiding|inleiding|vooraf|voorwoord"},
	{data.Conclusions, "conclusie|slot|betekent dit|oordeel|beschouwing"},
	{data.Facts, "feiten|tijdlijn|chronolog|gebeurde|reconstructie|verloop|het gezin|voorgeschiedenis|relaas|periode"},
	{data.Findings, "bevinding|analyse|beoordeling|vonden|onderzoek|resultaten|zagen"},
}

// Role guesses the role of a section from its heading; a heading that says
// nothing has the role of the chapter it stands in.
func Role(heading string, parent data.SectionRole) data.SectionRole {
	lower := prose.Fold(heading)
	for _, r := range roleWords {
		for _, w := range strings.Split(r.words, "|") {
			if strings.Contains(lower, w) {
				return r.role
			}
		}
	}
	return parent
}
