package model

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"sync"
)

// Accuracy says how often the coder was right on sample reports that nobody
// read while rules were written. `make accuracy` measures it anew and writes
// accuracy.json; it is no part of any decision, only of what is told about it.
type Accuracy struct {
	Codebook  string   `json:"codebook_version"`
	Documents int64    `json:"documents"`
	Whole     []Share  `json:"whole"`     // answers that are right or wrong as a whole
	Variables []Scored `json:"variables"` // all codes of a variable together
	Codes     []Scored `json:"codes"`
}

// Share is how often an answer was right, with a 95 % interval.
type Share struct {
	Variable string  `json:"variable"`
	Right    int64   `json:"right"`
	N        int64   `json:"n"`
	Low      float64 `json:"low"`
	High     float64 `json:"high"`
}

// Scored compares the coder with the truth on one code. What there is nothing
// to divide for is null.
type Scored struct {
	Variable  string `json:"variable"`
	Code      string `json:"code,omitempty"`
	N         int64  `json:"n"`     // compared
	Gold      int64  `json:"gold"`  // have the code in the truth
	Coded     int64  `json:"coded"` // have it in the coding
	Precision Range  `json:"precision"`
	Recall    Range  `json:"recall"`
	F1        Range  `json:"f1"`
	Kappa     Range  `json:"kappa"`
	AC1       Range  `json:"ac1"`
}

// Range is a figure with its 95 % interval.
type Range struct {
	Estimate *float64 `json:"estimate"`
	Low      *float64 `json:"low"`
	High     *float64 `json:"high"`
}

//go:embed accuracy.json
var accuracyFile []byte

// MeasuredAccuracy gives what was measured last.
var MeasuredAccuracy = sync.OnceValues(func() (*Accuracy, error) {
	a := &Accuracy{}
	if err := json.Unmarshal(accuracyFile, a); err != nil {
		return nil, fmt.Errorf("data/model/accuracy.json: %w", err)
	}
	return a, nil
})

// measures are the names of the evaluation for the variables of the codebook.
var measures = map[string][]string{
	"rode_draad": {"red_thread", "subcode"}, "thema": {"theme"}, "sector": {"sector"}, "basisvraag": {"question"},
	"aanbeveling": {"recommendation"}, "gerapporteerd_aantal": {"reported_count"},
}

// wholes are those of answers that are right or wrong as a whole.
var wholes = map[string]string{
	"documentsoort": "kind", "publicatiedatum": "publication_date", "titel": "title", "organisatie": "inspectorates",
	"gebeurtenis": "calamities", "ernst": "event_class", "calamiteitstype": "main_type", "setting": "setting",
	"gebied": "area", "gezinskader": "legal_frame", "slachtoffer": "victims", "leeftijdsgroep": "victim_ages",
	"aanbeveling": "addressee",
}

// Of gives the figures of a code of the codebook, or nil where none were
// measured.
func (a *Accuracy) Of(variable, code string) *Scored { return a.find(a.Codes, variable, code) }

// Together gives those of all codes of a variable together.
func (a *Accuracy) Together(variable string) []Scored {
	var out []Scored
	for _, measure := range measures[variable] {
		for _, s := range a.Variables {
			if s.Variable == measure {
				out = append(out, s)
			}
		}
	}
	return out
}

// WholeOf gives how often the answer for a variable was right as a whole, or nil.
func (a *Accuracy) WholeOf(variable string) *Share {
	for i := range a.Whole {
		if a.Whole[i].Variable == wholes[variable] {
			return &a.Whole[i]
		}
	}
	return nil
}

// Absence gives the figures of an explicit absence of a code, or nil.
func (a *Accuracy) Absence(code string) *Scored {
	for i := range a.Codes {
		if a.Codes[i].Variable == "explicit_absence" && a.Codes[i].Code == code {
			return &a.Codes[i]
		}
	}
	return nil
}

func (a *Accuracy) find(list []Scored, variable, code string) *Scored {
	for i := range list {
		for _, measure := range measures[variable] {
			if list[i].Variable == measure && list[i].Code == code {
				return &list[i]
			}
		}
	}
	return nil
}
