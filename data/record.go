package data

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strings"
)

// Record is everything that is stored of one document. It goes into the
// warehouse as a whole or not at all.
type Record struct {
	Document        Document
	Organisations   []DocumentOrganisation
	Pages           []Page // Pages[i].Number == i+1
	Passages        []Passage
	Findings        []Finding
	Calamities      []Calamity
	Recommendations []Recommendation
	ReportedCounts  []ReportedCount
	Problems        []Problem
}

// Seal sorts the record's rows into their one order and gives findings and
// calamities their identifiers, which depend on nothing but the document and
// what was found.
func (r *Record) Seal() {
	for i := range r.Calamities {
		c := &r.Calamities[i]
		c.Number = i + 1
		c.ID = "c" + digest(r.Document.ID, "calamity", fmt.Sprint(c.Number))
		for v := range c.Victims {
			c.Victims[v].Number = v + 1
		}
	}
	order := map[string]int{}
	for i, v := range Variables {
		order[v] = i
	}
	slices.SortStableFunc(r.Findings, func(a, b Finding) int {
		return cmp.Or(
			cmp.Compare(order[a.Variable], order[b.Variable]),
			cmp.Compare(a.Calamity, b.Calamity),
			strings.Compare(a.Code, b.Code),
			strings.Compare(a.Value, b.Value),
			strings.Compare(a.Coder, b.Coder),
		)
	})
	seen := map[string]int{}
	for i := range r.Findings {
		f := &r.Findings[i]
		key := digest(r.Document.ID, fmt.Sprint(f.Calamity), f.Variable, f.Code, f.Value, f.Coder)
		seen[key]++
		f.ID = "f" + key
		if n := seen[key]; n > 1 {
			f.ID = "f" + digest(key, fmt.Sprint(n))
		}
	}
	slices.SortFunc(r.Organisations, func(a, b DocumentOrganisation) int {
		return cmp.Or(strings.Compare(a.Organisation, b.Organisation), strings.Compare(a.Role, b.Role))
	})
	for i := range r.Recommendations {
		r.Recommendations[i].Number = i + 1
	}
}

func digest(parts ...string) string {
	sum := sha256.Sum256([]byte(strings.Join(parts, "\x00")))
	return hex.EncodeToString(sum[:8])
}

// Verify checks the invariants that one document can show: quotes stand where
// they say, passages are what their pieces say, findings have the evidence
// their status asks for, references point at something.
func (r *Record) Verify() error {
	for i, p := range r.Pages {
		if p.Number != i+1 {
			return fmt.Errorf("%s: page %d stands at place %d", r.Document.FileName, p.Number, i+1)
		}
	}
	for _, p := range r.Passages {
		if err := r.verifyPassage(p); err != nil {
			return fmt.Errorf("%s page %d passage %d: %w", r.Document.FileName, p.Page, p.Number, err)
		}
	}
	for _, f := range r.Findings {
		if err := r.verifyFinding(f); err != nil {
			return fmt.Errorf("%s: finding %s %s: %w", r.Document.FileName, f.Variable, f.Code, err)
		}
	}
	return nil
}

func (r *Record) verifyPassage(p Passage) error {
	end := 0
	for _, c := range p.Pieces {
		if c.TextStart < end || c.Length <= 0 || c.TextStart+c.Length > len(p.Text) {
			return fmt.Errorf("piece at %d does not fit its text", c.TextStart)
		}
		end = c.TextStart + c.Length
		got, ok := r.slice(c.Page, c.PageStart, c.PageStart+c.Length)
		if !ok || got != p.Text[c.TextStart:end] {
			return fmt.Errorf("piece at %d is not what page %d says", c.TextStart, c.Page)
		}
	}
	if _, ok := r.slice(p.Page, p.Start, p.End); !ok {
		return fmt.Errorf("offsets %d to %d lie outside the page", p.Start, p.End)
	}
	return nil
}

func (r *Record) verifyFinding(f Finding) error {
	if (f.Status == Present || f.Status == ExplicitlyAbsent) && len(f.Evidence) == 0 {
		return fmt.Errorf("is %s without evidence", f.Status)
	}
	if f.Calamity < 0 || f.Calamity > len(r.Calamities) {
		return fmt.Errorf("names calamity %d of %d", f.Calamity, len(r.Calamities))
	}
	for _, e := range f.Evidence {
		got, ok := r.slice(e.Page, e.Start, e.End)
		if !ok || got != e.Quote || e.Quote == "" {
			return fmt.Errorf("quote %q is not on page %d at %d", e.Quote, e.Page, e.Start)
		}
	}
	return nil
}

func (r *Record) slice(page, start, end int) (string, bool) {
	if page < 1 || page > len(r.Pages) {
		return "", false
	}
	text := r.Pages[page-1].Text
	if start < 0 || end < start || end > len(text) {
		return "", false
	}
	return text[start:end], true
}
