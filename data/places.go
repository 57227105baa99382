package data

import (
	"embed"
	"encoding/csv"
	"fmt"
	"io"
	"slices"
	"strings"
)

//go:embed lists/*.csv
var listFiles embed.FS

// Municipality is a row of the list of municipalities since about 2000. Source:
// TOOI register of municipalities (value list rwc_gemeenten_compleet, reference
// date 2023), published by KOOP.
type Municipality struct {
	Code, Name, Preferred, Province string
	From, To                        string // ISO dates; empty is before 2000, or still there
	Successors                      []string
}

// Organisation is a row of the list of inspectorates with their successors.
type Organisation struct {
	Code, NameNL, NameEN, From, To, Successor, URI string
	Aliases                                        []string
}

// ContextFigure is a published figure to set beside the corpus, never to add
// to it.
type ContextFigure struct {
	Series, Period                 string
	Value                          int64
	Unit, Definition, Source, Note string
}

// Places finds municipalities and provinces by name.
type Places struct {
	Municipalities []Municipality
	byCode         map[string]int
	byName         map[string][]int
}

// Provinces are the names of the twelve provinces, with their CBS codes.
var Provinces = map[string]string{
	"Groningen": "pv20", "Fryslân": "pv21", "Drenthe": "pv22",
	"Overijssel": "pv23", "Flevoland": "pv24", "Gelderland": "pv25",
	"Utrecht": "pv26", "Noord-Holland": "pv27", "Zuid-Holland": "pv28",
	"Zeeland": "pv29", "Noord-Brabant": "pv30", "Limburg": "pv31",
}

// DefaultPlaces gives the list that is built in.
func DefaultPlaces() (*Places, error) {
	rows, err := readList("municipalities.csv", 8)
	if err != nil {
		return nil, err
	}
	p := &Places{byCode: map[string]int{}, byName: map[string][]int{}}
	for i, row := range rows {
		m := Municipality{
			Code: row[0], Name: row[1], Preferred: row[2], Province: row[3],
			From: row[4], To: row[5], Successors: strings.Fields(row[6]),
		}
		p.Municipalities = append(p.Municipalities, m)
		p.byCode[m.Code] = i
		for _, name := range slices.Compact([]string{m.Name, m.Preferred}) {
			key := placeKey(name)
			p.byName[key] = append(p.byName[key], i)
		}
	}
	return p, nil
}

// placeKey drops what spelling and official additions vary in: case, a leading
// 's or apostrophe, and the province in brackets.
func placeKey(name string) string {
	name, _, _ = strings.Cut(name, " (")
	return strings.ToLower(strings.NewReplacer("’", "'", "‘", "'").Replace(strings.TrimSpace(name)))
}

// Municipality finds the municipality that bore a name in a year (0: any year;
// the one that still exists is preferred). Of two of the same name, such as
// Bergen and Bergen, it finds neither.
func (p *Places) Municipality(name string, year int) (Municipality, bool) {
	var found []Municipality
	for _, i := range p.byName[placeKey(name)] {
		if m := p.Municipalities[i]; m.in(year) {
			found = append(found, m)
		}
	}
	if len(found) > 1 {
		found = slices.DeleteFunc(found, func(m Municipality) bool { return m.To != "" })
	}
	if len(found) != 1 {
		return Municipality{}, false
	}
	return found[0], true
}

func (m Municipality) in(year int) bool {
	if year == 0 {
		return true
	}
	y := fmt.Sprintf("%04d", year)
	return (m.From == "" || m.From[:4] <= y) && (m.To == "" || m.To[:4] >= y)
}

// Now follows mergers to the municipality that took the place of code. It
// gives code itself when it still exists, and "" when it was split up.
func (p *Places) Now(code string) string {
	for range 10 {
		i, ok := p.byCode[code]
		if !ok {
			return ""
		}
		m := p.Municipalities[i]
		if m.To == "" {
			return code
		}
		if len(m.Successors) != 1 {
			return ""
		}
		code = m.Successors[0]
	}
	return ""
}

// Province gives the official name and code of a province, as also written
// Friesland or Brabant.
func Province(name string) (official, code string, ok bool) {
	key := strings.ToLower(name)
	switch key {
	case "friesland", "fryslan":
		key = "fryslân"
	case "brabant":
		key = "noord-brabant"
	}
	for official, code := range Provinces {
		if strings.ToLower(official) == key {
			return official, code, true
		}
	}
	return "", "", false
}

// Organisations gives the inspectorates.
func Organisations() ([]Organisation, error) {
	rows, err := readList("organisations.csv", 8)
	if err != nil {
		return nil, err
	}
	var out []Organisation
	for _, r := range rows {
		out = append(out, Organisation{r[0], r[1], r[2], r[3], r[4], r[5], r[6], split(r[7])})
	}
	return out, nil
}

// ContextSeries gives the published figures.
func ContextSeries() ([]ContextFigure, error) {
	rows, err := readList("context_series.csv", 7)
	if err != nil {
		return nil, err
	}
	var out []ContextFigure
	for i, r := range rows {
		f := ContextFigure{Series: r[0], Period: r[1], Unit: r[3], Definition: r[4], Source: r[5], Note: r[6]}
		if _, err := fmt.Sscan(r[2], &f.Value); err != nil {
			return nil, fmt.Errorf("lists/context_series.csv row %d: value %q is not a whole number", i+2, r[2])
		}
		out = append(out, f)
	}
	return out, nil
}

func split(s string) []string {
	if s == "" {
		return nil
	}
	return strings.Split(s, "|")
}

func readList(name string, fields int) ([][]string, error) {
	f, err := listFiles.Open("lists/" + name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	r := csv.NewReader(f)
	r.FieldsPerRecord = fields
	if _, err := r.Read(); err != nil && err != io.EOF {
		return nil, fmt.Errorf("lists/%s: %w", name, err)
	}
	rows, err := r.ReadAll()
	if err != nil {
		return nil, fmt.Errorf("lists/%s: %w", name, err)
	}
	return rows, nil
}
