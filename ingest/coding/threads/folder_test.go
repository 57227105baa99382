package threads

import (
	"strings"
	"testing"
	"testing/fstest"

	"rodedraad/data"
	"rodedraad/data/model"
	"rodedraad/ingest/coding/prose"
)

// A folder with the weights that are built in codes as they do; one that is not
// whole, or of another version, is refused with its file.
func TestNewFromAFolder(t *testing.T) {
	book, err := data.DefaultCodebook()
	if err != nil {
		t.Fatal(err)
	}
	whole := fstest.MapFS{PassagesFile: {Data: model.Passages}, DocumentsFile: {Data: model.Documents}}
	c, err := NewFrom(book, whole)
	if err != nil {
		t.Fatal(err)
	}
	text := prose.FromPassage(plain, data.Conclusions)
	want, got := coded(newCoder(t), text, data.Date{}), coded(c, text, data.Date{})
	for i := range want.Findings {
		if want.Findings[i].Status != got.Findings[i].Status || want.Findings[i].Reason != got.Findings[i].Reason {
			t.Errorf("%s: %+v against %+v", want.Findings[i].Code, got.Findings[i], want.Findings[i])
		}
	}
	for name, folder := range map[string]fstest.MapFS{
		DocumentsFile:   {PassagesFile: whole[PassagesFile]},
		PassagesFile:    {DocumentsFile: whole[DocumentsFile]},
		"weights":       {PassagesFile: {Data: []byte("x")}, DocumentsFile: whole[DocumentsFile]},
		"train again":   {PassagesFile: whole[PassagesFile], DocumentsFile: {Data: []byte(strings.Replace(string(model.Documents), ObservationNames[0], "iets anders", 1))}},
		"unknown field": {PassagesFile: whole[PassagesFile], DocumentsFile: {Data: []byte(`{"aanwezzig": {}}`)}},
	} {
		if _, err := NewFrom(book, folder); err == nil || !strings.Contains(err.Error(), name) {
			t.Errorf("want an error that names %q, got %v", name, err)
		}
	}
}
