package dashboard

import (
	"context"
	"fmt"
	"path"
	"strings"

	"rodedraad/analysis"
	"rodedraad/dashboard/i18n"
	"rodedraad/data"
)

// site is one language of the site, with the answers it shows.
type site struct {
	*builder
	*i18n.Words
	root     string // "" or "en/"
	other    string
	tables   map[string]*analysis.Table
	size     size
	docs     []*document
	byID     map[string]*document
	events   []*event
	findings []finding
	codes    map[[2]string]*code
	order    []*code
	data     []*dataFile
	hits     map[string][]finding // variable/code → findings of reports that count
}

// size is what every footer says.
type size struct {
	documents, codable, calamities int64
	codebook, newest               string
}

// queries are asked once for each language; the key is what pages call them.
var queries = []struct {
	key, name string
	params    map[string]string
}{
	{"summary", "summary", nil},
	{"red_threads", "red_threads", nil},
	{"red_thread_subcodes", "red_thread_subcodes", nil},
	{"red_threads_by_period", "red_threads_by_period", nil},
	{"themes", "themes", nil},
	{"basic_questions", "basic_questions", nil},
	{"sectors", "sectors", nil},
	{"sectors_by_red_thread", "sectors_by_red_thread", nil},
	{"recommendations_by_addressee", "recommendations_by_addressee", nil},
	{"calamities_by_year", "calamities_by_year", nil},
	{"victims_by_year", "victims_by_year", nil},
	{"victims_by_outcome", "victims_by_outcome", nil},
	{"victims_by_age", "victims_by_age", nil},
	{"calamity_types", "calamity_characteristics", map[string]string{"characteristic": "type"}},
	{"calamity_settings", "calamity_characteristics", map[string]string{"characteristic": "setting"}},
	{"calamity_frames", "calamity_characteristics", map[string]string{"characteristic": "kader"}},
	{"documents_by_year", "documents_by_year", nil},
	{"documents_by_kind", "documents_by_kind", nil},
	{"documents_by_organisation", "documents_by_organisation", nil},
	{"documents", "documents", map[string]string{"corpus": "alle"}},
	{"calamities", "calamities", map[string]string{"corpus": "alle"}},
	{"victims", "victims", map[string]string{"corpus": "alle"}},
	{"findings", "findings", map[string]string{"corpus": "alle"}},
	{"recommendations", "recommendations", map[string]string{"corpus": "alle"}},
	{"reported_counts", "reported_counts", map[string]string{"corpus": "alle"}},
	{"completeness", "completeness", nil},
	{"context", "context", nil},
	{"codebook", "codebook", nil},
}

// load asks the queries and links their rows.
func (b *builder) load(ctx context.Context, db analysis.DB, language string) (*site, error) {
	words, err := i18n.Load(language)
	if err != nil {
		return nil, err
	}
	s := &site{builder: b, Words: words, tables: map[string]*analysis.Table{}}
	s.other = words.Say("other_language_code")
	if language != i18n.Languages[0] {
		s.root = language + "/"
	}
	for _, q := range queries {
		t, err := analysis.Run(ctx, db, q.name, q.params, analysis.Options{
			Language: language, Rule: b.options.Rule, ShowSmallCounts: b.options.ShowSmallCounts,
		})
		if err != nil {
			return nil, err
		}
		s.tables[q.key] = t
	}
	s.readSize()
	s.readDocuments()
	s.readEvents()
	s.readFindings()
	s.readCodes()
	return s, nil
}

func (s *site) readSize() {
	t := s.tables["summary"]
	s.size.documents, _ = t.Int(0, "documents")
	s.size.codable, _ = t.Int(0, "codable")
	s.size.calamities, _ = t.Int(0, "calamities")
	s.size.codebook = t.Text(0, "codebook_version")
}

// slugs are the file names of pages, by language and key.
var slugs = map[string]map[string]string{
	"nl": {
		"overview": "index.html", "threads": "rode-draden.html", "themes": "themas.html", "sectors": "sectoren.html",
		"victims": "slachtoffers.html", "documents": "documenten.html", "method": "methode.html", "data": "gegevens.html", "guide": "codeboekgids.html",
		"document": "document", "code": "code", "file": "gegevens",
	},
	"en": {
		"overview": "index.html", "threads": "red-threads.html", "themes": "themes.html", "sectors": "sectors.html",
		"victims": "victims.html", "documents": "documents.html", "method": "method.html", "data": "data.html", "guide": "codebook-guide.html",
		"document": "document", "code": "code", "file": "data",
	},
}

// navigation is the order of the menu.
var navigation = []string{"overview", "threads", "themes", "sectors", "victims", "documents", "method", "data"}

// pathIn gives the path of a page in a language. A key with a slash names one
// page of a kind: document/<id>, code/<variable>-<code>.
func pathIn(language, key string) string {
	root := ""
	if language != i18n.Languages[0] {
		root = language + "/"
	}
	kind, rest, isOne := strings.Cut(key, "/")
	name := slugs[language][kind]
	if isOne {
		name = path.Join(name, rest)
		if kind != "file" {
			name += ".html"
		}
	}
	return root + name
}

func (s *site) path(key string) string { return pathIn(s.Language, key) }

// document is a document with its page.
type document struct {
	ID, Key, Title, Kind, KindLabel, Published, Organisations, Pages string
	Number, File, URL, Text, Codebook, Reason                        string
	Year, ISO                                                        string
	InCorpus                                                         bool
	Threads, Themes, Sectors                                         []string
	Calamities                                                       string
	events                                                           []*event
	findings                                                         []finding
}

func (s *site) readDocuments() {
	t := s.tables["documents"]
	s.byID = map[string]*document{}
	for i := range t.Rows {
		d := &document{
			ID: t.Text(i, "document_id"), Title: strings.TrimSpace(t.Text(i, "title")), Kind: t.Text(i, "document_kind"),
			KindLabel: t.Text(i, "kind_label"), Published: s.Date(t.Text(i, "published")),
			Organisations: strings.ReplaceAll(t.Text(i, "organisations"), ",", ", "), Pages: t.Text(i, "pages"),
			Number: t.Text(i, "report_number"), File: t.Text(i, "file_name"), URL: external(t.Text(i, "source_url")),
			Text: t.Text(i, "text_status"), Codebook: t.Text(i, "codebook_version"), Reason: t.Text(i, "corpus_reason"),
			Year: t.Text(i, "publication_year"), ISO: t.Text(i, "published"), InCorpus: t.Text(i, "in_corpus") == "true",
			Threads: list(t.Text(i, "red_threads")), Themes: list(t.Text(i, "themes")), Sectors: list(t.Text(i, "sectors")),
			Calamities: t.Text(i, "calamities"),
		}
		if d.Title == "" {
			d.Title = d.File
		}
		if d.InCorpus && s.size.newest == "" { // the newest comes first
			s.size.newest = d.Published
		}
		s.docs = append(s.docs, d)
		s.byID[d.ID] = d
	}
	length := uniqueLength(s.docs)
	for _, d := range s.docs {
		d.Key = "document/" + slug(d.ID[:min(length, len(d.ID))])
	}
}

// uniqueLength is how much of the ids tells documents apart, at least 12.
func uniqueLength(docs []*document) int {
	for length := 12; ; length++ {
		seen := map[string]bool{}
		clash := false
		for _, d := range docs {
			short := d.ID[:min(length, len(d.ID))]
			clash = clash || seen[short] && length < len(d.ID)
			seen[short] = true
		}
		if !clash {
			return length
		}
	}
}

func list(commas string) []string {
	if commas == "" {
		return nil
	}
	return strings.Split(commas, ",")
}

// finding is a finding with all places it rests on.
type finding struct {
	Document                                      *document
	Variable, Code, Label, Value, Calamity        string
	Status, StatusLabel, Certainty, Reason, Coder string
	Places                                        []place
}

// place is a quote on a page.
type place struct{ Page, Quote string }

// private are the details of an event whose quotes would tell its exact date or
// place.
var private = map[string]bool{"date": true, "area": true, "period": true, "datum": true, "gebied": true}

func (s *site) readFindings() {
	t := s.tables["findings"]
	s.hits = map[string][]finding{}
	id := ""
	for i := range t.Rows {
		if next := t.Text(i, "finding_id"); next != id {
			id = next
			f := finding{
				Document: s.byID[t.Text(i, "document_id")], Variable: t.Text(i, "variable"), Code: t.Text(i, "code"),
				Label: t.Text(i, "label"), Value: t.Text(i, "value"), Calamity: t.Text(i, "calamity_id"),
				Status: t.Text(i, "status"), Coder: t.Text(i, "coder"), Reason: t.Text(i, "reason"),
			}
			f.StatusLabel = s.Say("status_" + f.Status)
			if c := t.Text(i, "certainty"); c != "" {
				f.Certainty = s.Say("certainty_" + c)
			}
			s.findings = append(s.findings, f)
		}
		if quote := t.Text(i, "quote"); quote != "" {
			f := &s.findings[len(s.findings)-1]
			if f.Variable == data.VarEvent && private[f.Code] {
				quote = ""
			}
			f.Places = append(f.Places, place{t.Text(i, "page"), data.Readable(quote)})
		}
	}
	for _, f := range s.findings {
		f.Document.findings = append(f.Document.findings, f)
		if f.Document.InCorpus {
			s.hits[f.Variable+"/"+f.Code] = append(s.hits[f.Variable+"/"+f.Code], f)
		}
	}
}

// code is a code with its page.
type code struct {
	Variable, Code, Label, Parent, Definition, Source string
	Include, Exclude                                  []string
	Key                                               string
	Children                                          []*code
	ParentCode                                        *code
}

func (s *site) readCodes() {
	s.codes = map[[2]string]*code{}
	t := s.tables["codebook"]
	for i := range t.Rows {
		c := &code{
			Variable: t.Text(i, "variable"), Code: t.Text(i, "code"), Label: t.Text(i, "label"),
			Parent: t.Text(i, "parent"), Definition: t.Text(i, "definition"), Source: t.Text(i, "source"),
		}
		s.addCode(c)
		if book := s.options.Codebook; book != nil && s.Language == "nl" {
			if v := book.Variable(c.Variable); v != nil && v.Code(c.Code) != nil {
				c.Include, c.Exclude = v.Code(c.Code).Include, v.Code(c.Code).Exclude
			}
		}
	}
	for _, c := range s.order {
		if p := s.codes[[2]string{c.Variable, c.Parent}]; p != nil {
			c.ParentCode = p
			p.Children = append(p.Children, c)
		}
	}
	// What the tables count but the codebook does not name gets a page too.
	for _, counted := range []struct{ table, variable, column, label string }{
		{"calamity_types", "calamiteitstype", "code", "label"},
		{"calamity_settings", "setting", "code", "label"},
		{"calamity_frames", "gezinskader", "code", "label"},
		{"victims_by_outcome", "slachtoffer", "outcome", "outcome_label"},
		{"victims_by_age", "leeftijdsgroep", "age_group", "label"},
		{"documents_by_kind", "documentsoort", "code", "label"},
		{"documents_by_organisation", "organisatie", "organisation", "label"},
		{"recommendations_by_addressee", "aanbeveling", "addressee", "addressee_label"},
	} {
		t := s.tables[counted.table]
		for i := range t.Rows {
			s.addCode(&code{Variable: counted.variable, Code: t.Text(i, counted.column), Label: t.Text(i, counted.label)})
		}
	}
}

// shown are the variables whose codes have a page with evidence; the others
// stand in the codebook only.
var shown = map[string]bool{
	"rode_draad": true, "thema": true, "sector": true, "basisvraag": true, "documentsoort": true, "organisatie": true,
	"aanbeveling": true, "oordeel": true, "methode": true, "vermijdbaarheid": true, "calamiteitstype": true,
	"setting": true, "gezinskader": true, "slachtoffer": true, "leeftijdsgroep": true,
}

// addCode adds a code that is not there yet.
func (s *site) addCode(c *code) {
	key := [2]string{c.Variable, c.Code}
	if s.codes[key] != nil {
		return
	}
	if shown[c.Variable] {
		c.Key = fmt.Sprintf("code/%s-%s", slug(c.Variable), slug(c.Code))
	}
	s.codes[key] = c
	s.order = append(s.order, c)
}

// codeKey gives the page of a code, or "" when it has none.
func (s *site) codeKey(variable, name string) string {
	if c := s.codes[[2]string{variable, name}]; c != nil {
		return c.Key
	}
	return ""
}
