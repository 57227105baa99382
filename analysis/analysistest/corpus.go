// Package analysistest makes warehouses with fictitious reports for tests: the
// same rows each time, written through the warehouse's own room, so that a
// query is tested on what ingest would store.
package analysistest

import (
	"context"
	"crypto/sha256"
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"rodedraad/data"
	"rodedraad/data/warehouse"
)

// Open stores records in a new warehouse and opens it for reading. It closes
// with the test.
func Open(t testing.TB, records ...*data.Record) *warehouse.Reader {
	t.Helper()
	path := filepath.Join(t.TempDir(), "test.duckdb")
	if err := Write(context.Background(), path, records...); err != nil {
		t.Fatal(err)
	}
	reader, err := warehouse.OpenReader(path, warehouse.DefaultLimits)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := reader.Close(); err != nil {
			t.Error(err)
		}
	})
	return reader
}

// Write stores records in a new warehouse file.
func Write(ctx context.Context, path string, records ...*data.Record) error {
	work, err := warehouse.OpenWork(ctx, path, Codebook(), warehouse.DefaultLimits)
	if err != nil {
		return err
	}
	start := time.Date(2025, 1, 1, 0, 0, 0, 0, time.UTC)
	if err := work.BeginRun(data.IngestRun{Started: start, Version: "test", CodebookVersion: "test-1"}); err != nil {
		return err
	}
	var batch []data.IngestResult
	for i, r := range records {
		batch = append(batch, data.IngestResult{Record: r, File: data.IngestFile{
			Number: i + 1, Path: r.Document.FileName, DocumentID: r.Document.ID, Outcome: data.Added, Problems: r.Problems,
		}})
	}
	if err := work.Put(ctx, batch); err != nil {
		return err
	}
	if err := work.EndRun(start); err != nil {
		return err
	}
	return work.Publish(ctx, apart)
}

// apart links no readings: every reading is a calamity of its own.
func apart(readings []warehouse.Reading, _ func(document, title string) bool) []warehouse.Link {
	var links []warehouse.Link
	for _, r := range readings {
		links = append(links, warehouse.Link{Reading: r.ID, Main: r.ID, Reason: "test"})
	}
	return links
}

// Draft is a report in the making: findings bring the sentence they rest on,
// and Done puts the sentences on pages.
type Draft struct {
	record data.Record
	pages  []strings.Builder
}

// NewDraft starts a report in the corpus, published in a year.
func NewDraft(number, year int) *Draft {
	d := &Draft{pages: make([]strings.Builder, 8)}
	d.record.Document = data.Document{
		ID: fmt.Sprintf("%x", sha256.Sum256([]byte(fmt.Sprint("rapport ", number)))), FileName: fmt.Sprintf("rapport-%03d.pdf", number),
		SourceURL: fmt.Sprintf("https://example.org/rapporten/%03d", number),
		Title:     fmt.Sprintf("Casusonderzoek %d", number), Kind: "inspectierapport",
		PublicationDate: data.Date{Year: year, Month: 1 + number%12, Day: 1, Precision: data.Month},
		Language:        "nl", TextStatus: data.TextLayer, InCorpus: true, CorpusReason: "rapport over een calamiteit",
		CodebookVersion: "test-1",
	}
	d.record.Organisations = []data.DocumentOrganisation{{Organisation: "IGJ", Role: "uitvoerend"}}
	return d
}

// Document gives the document's row, to be changed.
func (d *Draft) Document() *data.Document { return &d.record.Document }

// Record gives the record, to be changed before Done.
func (d *Draft) Record() *data.Record { return &d.record }

// Say puts a sentence on a page and gives the place where it stands.
func (d *Draft) Say(page int, sentence string) data.Evidence {
	b := &d.pages[page-1]
	e := data.Evidence{Page: page, Start: b.Len(), End: b.Len() + len(sentence), Quote: sentence}
	b.WriteString(sentence + "\n")
	return e
}

// Find adds a finding that rests on a sentence.
func (d *Draft) Find(variable, code, value string, status data.Status, page int, sentence string) *Draft {
	d.record.Findings = append(d.record.Findings, data.Finding{
		Variable: variable, Code: code, Value: value, Status: status, Certainty: data.Medium, Coder: "test",
		Rule: "regel", Reason: fmt.Sprintf("bevindingen, p. %d", page), Evidence: []data.Evidence{d.Say(page, sentence)},
	})
	return d
}

// Calamity adds an event of a year (0: unknown) with one group of victims.
func (d *Draft) Calamity(kind string, year int, v data.Victim) *Draft {
	c := data.Calamity{EventClass: "calamiteit", Types: []string{kind}, Setting: "thuis",
		AreaLevel: "gemeente", AreaCode: "gm0344", AreaCodeNow: "gm0344", AreaName: "Utrecht",
		LegalFrame: []string{"vrijwillig"}, Relation: "rapport", Victims: []data.Victim{v}}
	if year > 0 {
		c.EventDate = data.Date{Year: year, Precision: data.Year}
	}
	d.record.Calamities = append(d.record.Calamities, c)
	number := len(d.record.Calamities)
	d.Find("slachtoffer", v.Outcome, fmt.Sprint(v.CountMin), data.Present, 2, fmt.Sprintf("Gebeurtenis %d: een kind kwam in de knel.", number))
	d.record.Findings[len(d.record.Findings)-1].Calamity = number
	return d
}

// Done puts the sentences on their pages and seals the record.
func (d *Draft) Done() *data.Record {
	for i := range d.pages {
		text := d.pages[i].String()
		if text == "" {
			text = fmt.Sprintf("Pagina %d.\n", i+1)
		}
		d.record.Pages = append(d.record.Pages, data.Page{
			Number: i + 1, Text: text, Engine: "rodedraad", EngineVersion: "1", Quality: 1,
		})
	}
	d.record.Document.PageCount = len(d.record.Pages)
	d.record.Seal()
	if err := d.record.Verify(); err != nil {
		panic(err)
	}
	return &d.record
}

// Corpus gives n fictitious reports over 2010 to 2024, unevenly spread over
// codes as real ones are: each code has a rate of its own.
func Corpus(n int) []*data.Record {
	var records []*data.Record
	for i := range n {
		records = append(records, report(i))
	}
	return records
}

// one reports whether report i has a property that a share of percent of
// reports have. It is a fixed scatter, not chance.
func one(i, salt, percent int) bool {
	x := uint32(i)*2654435761 + uint32(salt)*40503*65537
	x ^= x >> 13
	x *= 2246822519
	x ^= x >> 16
	return int(x%100) < percent
}

func report(i int) *data.Record {
	year := 2010 + (i*7)%15
	d := NewDraft(i, year)
	d.Document().Title = fmt.Sprintf("%s %d", []string{
		"Onderzoek naar aanleiding van het overlijden van een kind, casus",
		"Casusonderzoek na een ernstige mishandeling, casus",
		"Zakelijke weergave van een calamiteitenonderzoek, casus",
	}[i%3], i+1)
	d.Document().Kind = []string{"inspectierapport", "onafhankelijk_onderzoek", "zakelijke_weergave"}[i%3]
	for n, c := range redThreads {
		if !one(i, 100+n, []int{18, 14, 9, 24, 16, 11, 21, 13, 8}[n]) {
			continue
		}
		d.Find("rode_draad", c[0], "", data.Present, 3+n%4, "De inspecties zien dat "+strings.ToLower(c[1])+" hier speelde.")
		if c[3] != "" {
			d.implies(c[3], 3+n%4)
		}
	}
	if one(i, 7, 12) && !d.has("rode_draad", "RD3") {
		d.Find("rode_draad", "RD3", "", data.ExplicitlyAbsent, 6, "De hulp had juist steeds oog voor de langdurige problemen.")
	}
	for n, c := range themes {
		if one(i, 200+n, []int{44, 52, 12, 61, 33, 40, 38, 25, 19, 6}[n]) {
			d.Find("thema", c[0], "", data.Present, 4+n%3, "Over "+strings.ToLower(c[1])+" stellen de inspecties een tekort vast.")
		}
	}
	for n, c := range sectors {
		switch {
		case one(i, 300+n, []int{71, 58, 30, 47, 52, 22, 14, 35, 28, 41, 26, 5}[n]):
			d.Find("sector", c[0], "betrokken", data.Present, 3, c[1]+" was bij het gezin betrokken.")
		case one(i, 400+n, 20):
			d.Find("sector", c[0], "genoemd", data.Present, 7, "Gesproken is ook met "+c[1]+".")
		}
	}
	d.basics(i, year)
	return d.Done()
}

func (d *Draft) has(variable, code string) bool {
	for _, f := range d.record.Findings {
		if f.Variable == variable && f.Code == code {
			return true
		}
	}
	return false
}

// implies adds a parent on the evidence of its sub-code.
func (d *Draft) implies(parent string, page int) {
	if !d.has("rode_draad", parent) {
		f := d.record.Findings[len(d.record.Findings)-1]
		f.Code = parent
		d.record.Findings = append(d.record.Findings, f)
	}
}

// basics adds what nearly every report has: an event, a recommendation, a
// figure that is quoted.
func (d *Draft) basics(i, year int) {
	v := data.Victim{CountMin: 1, CountMax: 1, Outcome: "fataal", AgeGroup: []string{"0", "1-3", "4-11", "12-17", "onbekend"}[i%5],
		Sex: "niet_vermeld", Role: "primair_kind"}
	if one(i, 1, 35) {
		v.Outcome = "ernstig_letsel"
	}
	if one(i, 2, 15) {
		v.CountMax = 3
	}
	event := year - 1
	if one(i, 3, 10) {
		event = 0
	}
	d.Calamity([]string{"fataal_geweld", "ernstige_mishandeling", "fataal_geweld", "suicide", "verwaarlozing"}[i%5], event, v)
	quote := d.Say(7, fmt.Sprintf("Zorg dat binnen %d maanden een instelling de regie heeft.", 3+i%4))
	d.record.Recommendations = append(d.record.Recommendations, data.Recommendation{
		Page: 7, Text: quote.Quote, Addressee: []string{"instelling", "gemeente_bestuurder"}[i%2],
		Form: "aanbeveling", Level: "lokaal", Deadline: fmt.Sprintf("binnen %d maanden", 3+i%4),
	})
	d.record.Findings = append(d.record.Findings, data.Finding{
		Variable: "aanbeveling", Code: d.record.Recommendations[0].Addressee, Value: "1", Status: data.Present,
		Certainty: data.High, Coder: "test", Evidence: []data.Evidence{quote},
	})
	if one(i, 4, 20) {
		e := d.Say(8, "Elk jaar worden naar schatting 119.000 kinderen mishandeld.")
		d.record.ReportedCounts = append(d.record.ReportedCounts, data.ReportedCount{
			Subject: "mishandelde kinderen", Value: 119000, Page: 8, Quote: e.Quote,
		})
	}
	if i%10 == 9 {
		d.record.Problems = append(d.record.Problems, data.Problem{
			Stage: "lezen", Page: 2, Text: "pagina 2 heeft nauwelijks tekst", Hint: "lees het bestand met OCR",
		})
	}
	if one(i, 5, 30) {
		d.Find("basisvraag", "BV1", "beantwoord", data.Present, 5, "Wie let er op de kinderen: dat was niemand.")
	}
}
