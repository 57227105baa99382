package ingest

import (
	"bytes"
	"crypto/sha256"
	"encoding/csv"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"rodedraad/data"
)

// Given is what a manifest says about a file. It overrides what is read from
// the PDF, field by field; an empty field says nothing.
type Given struct {
	SourceURL       string
	Publisher       string
	PublicationDate string // ISO: a year, a month or a day
	Title           string
}

// digest tells one set of values from another; it is empty for no values.
func (g Given) digest() string {
	if g == (Given{}) {
		return ""
	}
	sum := sha256.Sum256([]byte(strings.Join([]string{g.SourceURL, g.Publisher, g.PublicationDate, g.Title}, "\x00")))
	return hex.EncodeToString(sum[:8])
}

// Columns lists the columns of a manifest. The first is required.
var Columns = []string{"path", "source_url", "publisher", "publication_date", "title"}

// row is a line of a manifest.
type row struct {
	line  int
	path  string
	given Given
}

// readManifest reads a manifest: CSV in UTF-8 with a header, separated by
// commas or, as spreadsheets in Dutch do, by semicolons. Paths are relative to
// the manifest's folder.
func readManifest(path string) ([]row, error) {
	content, err := os.ReadFile(path)
	if err != nil {
		return nil, inputError(path, err)
	}
	rows, err := parseManifest(content)
	if err != nil {
		return nil, &InputError{Path: path, Text: err.Error(), Err: ErrManifest,
			Hint: "een manifest heeft een kopregel met de kolommen " + strings.Join(Columns, ", ")}
	}
	for i, r := range rows {
		if !filepath.IsAbs(r.path) {
			rows[i].path = filepath.Join(filepath.Dir(path), filepath.FromSlash(r.path))
		}
	}
	return rows, nil
}

func parseManifest(content []byte) ([]row, error) {
	content = bytes.TrimPrefix(content, []byte("\xEF\xBB\xBF"))
	reader := csv.NewReader(bytes.NewReader(content))
	reader.FieldsPerRecord = -1 // counted here, for an error that says more
	header, _, _ := bytes.Cut(content, []byte("\n"))
	if bytes.Count(header, []byte(";")) > bytes.Count(header, []byte(",")) {
		reader.Comma = ';'
	}
	names, err := reader.Read()
	if err != nil {
		return nil, fmt.Errorf("regel 1: geen kopregel: %w", err)
	}
	if err := checkHeader(names); err != nil {
		return nil, fmt.Errorf("regel 1: %w", err)
	}
	var rows []row
	lines := map[string]int{}
	for {
		cells, err := reader.Read()
		if errors.Is(err, io.EOF) {
			return rows, nil
		}
		if err != nil {
			return nil, err // names its line
		}
		line, _ := reader.FieldPos(0)
		r, err := parseRow(names, cells)
		if err != nil {
			return nil, fmt.Errorf("regel %d: %w", line, err)
		}
		if first, ok := lines[r.path]; ok {
			return nil, fmt.Errorf("regel %d: %s staat ook op regel %d", line, r.path, first)
		}
		lines[r.path], r.line = line, line
		rows = append(rows, r)
	}
}

func checkHeader(names []string) error {
	for i, name := range names {
		names[i] = strings.ToLower(strings.TrimSpace(name))
		if !slices.Contains(Columns, names[i]) {
			return fmt.Errorf("onbekende kolom %q", name)
		}
		if slices.Contains(names[:i], names[i]) {
			return fmt.Errorf("kolom %q staat er tweemaal", name)
		}
	}
	if !slices.Contains(names, "path") {
		return errors.New(`kolom "path" ontbreekt`)
	}
	return nil
}

func parseRow(names, cells []string) (row, error) {
	if len(cells) != len(names) {
		return row{}, fmt.Errorf("%d velden, de kopregel heeft er %d", len(cells), len(names))
	}
	var r row
	for i, name := range names {
		value := strings.Join(strings.Fields(strings.ToValidUTF8(cells[i], "\uFFFD")), " ")
		switch name {
		case "path":
			r.path = strings.TrimSpace(cells[i]) // spaces inside belong to it
		case "source_url":
			r.given.SourceURL = value
		case "publisher":
			r.given.Publisher = value
		case "publication_date":
			r.given.PublicationDate = value
		case "title":
			r.given.Title = value
		}
	}
	if r.path == "" {
		return row{}, errors.New("path is leeg")
	}
	if u := r.given.SourceURL; u != "" {
		if parsed, err := url.Parse(u); err != nil || parsed.Scheme != "https" && parsed.Scheme != "http" || parsed.Host == "" {
			return row{}, fmt.Errorf("source_url %q is geen webadres", u)
		}
	}
	_, err := parseDate(r.given.PublicationDate)
	return r, err
}

// parseDate reads 2016, 2016-06 or 2016-06-06; "" is the unknown date.
func parseDate(s string) (data.Date, error) {
	layouts := []struct {
		layout    string
		precision data.Precision
	}{{"2006-01-02", data.Day}, {"2006-01", data.Month}, {"2006", data.Year}}
	if s == "" {
		return data.Date{}, nil
	}
	for _, l := range layouts {
		if t, err := time.Parse(l.layout, s); err == nil {
			return data.Date{Year: t.Year(), Month: int(t.Month()), Day: t.Day(), Precision: l.precision}, nil
		}
	}
	return data.Date{}, fmt.Errorf("publication_date %q is geen datum als 2016-06-06, 2016-06 of 2016", s)
}
