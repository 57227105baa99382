package reviewed

import (
	"bytes"
	"strings"
	"testing"

	"rodedraad/data"
	"rodedraad/ingest/coding/prose"
)

const text = "Het was maandag. Niemand sprak het kind, en niemand deelde iets. De regie was helder. De school belde."

// coded gives a document with findings of the machine and of a person, each on
// a quote of its text.
func coded(findings ...data.Finding) *data.Record {
	t := prose.FromPassage(text, data.Conclusions)
	return &data.Record{Document: data.Document{ID: "0123456789abcdef"}, Pages: t.Pages, Passages: t.Passages, Findings: findings}
}

func finding(variable, code string, status data.Status, coder, quote string) data.Finding {
	at := strings.Index(text, quote)
	return data.Finding{Variable: variable, Code: code, Status: status, Coder: coder,
		Evidence: []data.Evidence{{Page: 1, Start: at, End: at + len(quote), Quote: quote}}}
}

func TestFromRecord(t *testing.T) {
	r := coded(
		finding("thema", "T05", data.Present, "mens 1", "Niemand sprak het kind"),
		finding("thema", "T02", data.Present, "mens 1", "niemand deelde iets"),
		finding("thema", "T01", data.ExplicitlyAbsent, "mens 1", "De regie was helder"),
		finding("thema", "T03", data.Present, "draden", "De school belde"),
		data.Finding{Variable: "thema", Code: "T03", Status: data.NotMentioned, Coder: "mens 1"},
		finding("thema", "T04", data.Present, "draden", "De school belde"), // nobody looked at it
		finding("thema", "T06", data.Present, "mens 2", "De school belde"), // somebody else
		finding("sector", "onderwijs", data.Present, "mens 1", "De school belde"),
	)
	got := FromRecord(r, "mens 1")
	if len(got) != 3 {
		t.Fatalf("got %+v", got)
	}
	if p := got[0]; p.Text != "Niemand sprak het kind, en niemand deelde iets." || p.Section != data.Conclusions ||
		len(p.Codes) != 2 || p.Codes["T05"] != data.Present || p.Codes["T02"] != data.Present || len(p.Near) != 0 {
		t.Errorf("got %+v", p)
	}
	if p := got[1]; p.Codes["T01"] != data.ExplicitlyAbsent || len(p.Codes) != 1 {
		t.Errorf("got %+v", p)
	}
	if p := got[2]; len(p.Codes) != 0 || len(p.Near) != 1 || p.Near[0] != "T03" {
		t.Errorf("got %+v", p)
	}
	if none := FromRecord(r, "mens 3"); len(none) != 0 {
		t.Errorf("got %+v", none)
	}
}

// What is written is read again as it was.
func TestWriteAndRead(t *testing.T) {
	book, err := data.DefaultCodebook()
	if err != nil {
		t.Fatal(err)
	}
	want := FromRecord(coded(finding("thema", "T05", data.Present, "mens 1", "Niemand sprak het kind")), "mens 1")
	var b bytes.Buffer
	if err := Write(&b, want); err != nil {
		t.Fatal(err)
	}
	got, err := Read(&b, book)
	if err != nil || len(got) != 1 || got[0].Text != want[0].Text || got[0].ID != want[0].ID || got[0].Codes["T05"] != data.Present {
		t.Errorf("got %+v, %v", got, err)
	}
}

func TestWrongLinesAreNamed(t *testing.T) {
	book, err := data.DefaultCodebook()
	if err != nil {
		t.Fatal(err)
	}
	good := `{"text": "x", "section": "conclusies", "codes": {}}` + "\n"
	for line, want := range map[string]string{
		`{"text": "", "section": "conclusies", "codes": {}}`:                   "line 2: text is empty",
		`{"text": "x", "section": "slot", "codes": {}}`:                        `line 2: section "slot"`,
		`{"text": "x", "section": "conclusies"}`:                               "line 2: codes is missing",
		`{"text": "x", "section": "conclusies", "codes": {"T99": "aanwezig"}}`: `line 2: there is no red thread or theme "T99"`,
		`{"text": "x", "section": "conclusies", "codes": {"T01": "ja"}}`:       `line 2: T01 has status "ja"`,
		`{"text": "x", "section": "conclusies", "codes": {}, "near": ["RD9"]}`: "line 2: near",
		`{"text": "x", "section": "conclusies", "codes": {"T01": "aanwezig"}`:  "line 2: unexpected",
	} {
		if _, err := Read(strings.NewReader(good+line), book); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: got %v, want %q", line, err, want)
		}
	}
}

// Quotes that lie in no passage, such as those of a cover, are left out.
func TestQuotesOutsidePassages(t *testing.T) {
	r := coded(finding("thema", "T05", data.Present, "mens 1", "Niemand sprak het kind"))
	r.Passages = nil
	if got := FromRecord(r, "mens 1"); len(got) != 0 {
		t.Errorf("got %+v", got)
	}
}
