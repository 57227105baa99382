// Package reviewed turns what a person coded into labelled passages that
// training learns from (format: data/training/README.md).
//
// A person's finding brings the sentences that it quotes. A code that a person
// took away brings the sentences on which the machine had rested: they only
// sound like it. Sentences that several findings quote become one passage with
// all of their codes.
package reviewed

import (
	"bufio"
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"

	"rodedraad/data"
	"rodedraad/ingest/coding/prose"
)

// Passage is a labelled passage.
type Passage struct {
	ID      string                 `json:"id"`
	Text    string                 `json:"text"`
	Section data.SectionRole       `json:"section"`
	Codes   map[string]data.Status `json:"codes"`
	Near    []string               `json:"near,omitempty"` // codes that it only sounds like
}

// place is where a passage stands.
type place struct{ passage, start, end int }

// FromRecord gives the passages of one document: its findings hold those of the
// machine and those of the person, told apart by their coder.
func FromRecord(r *data.Record, coder string) []Passage {
	taken := map[[2]string]data.Status{}
	for _, f := range r.Findings {
		if f.Coder == coder && learned(f.Variable) {
			taken[[2]string{f.Variable, f.Code}] = f.Status
		}
	}
	found := map[place]*Passage{}
	for _, f := range r.Findings {
		status, ok := taken[[2]string{f.Variable, f.Code}]
		if !ok || f.Coder != coder && status != data.NotMentioned {
			continue
		}
		for _, e := range f.Evidence {
			at, p := around(r, e)
			if p == nil {
				continue
			}
			if found[at] == nil {
				found[at] = p
			}
			switch status {
			case data.Present, data.ExplicitlyAbsent:
				found[at].Codes[f.Code] = status
			case data.NotMentioned:
				found[at].Near = append(found[at].Near, f.Code)
			}
		}
	}
	return listed(r.Document.ID, found)
}

// learned reports whether training learns the codes of a variable.
func learned(variable string) bool { return variable == data.VarRedThread || variable == data.VarTheme }

// listed puts passages in their order and names them.
func listed(document string, found map[place]*Passage) []Passage {
	places := make([]place, 0, len(found))
	for at := range found {
		places = append(places, at)
	}
	slices.SortFunc(places, func(a, b place) int {
		return cmp.Or(cmp.Compare(a.passage, b.passage), cmp.Compare(a.start, b.start))
	})
	var out []Passage
	for _, at := range places {
		p := found[at]
		slices.Sort(p.Near)
		p.Near = slices.DeleteFunc(slices.Compact(p.Near), func(code string) bool { return p.Codes[code] != "" })
		p.ID = fmt.Sprintf("%.12s-%d-%d", document, at.passage, at.start)
		out = append(out, *p)
	}
	return out
}

// around gives the sentences in which a quote stands, or nil when no passage
// holds it.
func around(r *data.Record, e data.Evidence) (place, *Passage) {
	for i := range r.Passages {
		p := &r.Passages[i]
		for _, piece := range p.Pieces {
			if piece.Page != e.Page || e.Start < piece.PageStart || e.Start >= piece.PageStart+piece.Length {
				continue
			}
			from := piece.TextStart + e.Start - piece.PageStart
			at := place{passage: p.Number, start: -1}
			for _, span := range prose.Split(p.Text) {
				if span[1] > from && span[0] < from+len(e.Quote) {
					if at.start < 0 {
						at.start = span[0]
					}
					at.end = span[1]
				}
			}
			if at.start >= 0 {
				return at, &Passage{Text: strings.Join(strings.Fields(p.Text[at.start:at.end]), " "), Section: p.Section, Codes: map[string]data.Status{}}
			}
		}
	}
	return place{}, nil
}

// Write writes passages, one JSON object a line.
func Write(w io.Writer, passages []Passage) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	for _, p := range passages {
		if err := e.Encode(p); err != nil {
			return err
		}
	}
	return nil
}

// Read reads labelled passages and checks them against the codebook: a code
// that is misspelled teaches nothing, and silently. Errors name the line.
func Read(r io.Reader, book *data.Codebook) ([]Passage, error) {
	lines := bufio.NewScanner(r)
	lines.Buffer(nil, 1<<20)
	var out []Passage
	for n := 1; lines.Scan(); n++ {
		if strings.TrimSpace(lines.Text()) == "" {
			continue
		}
		var p Passage
		if err := json.Unmarshal(lines.Bytes(), &p); err != nil {
			return nil, fmt.Errorf("line %d: %w", n, err)
		}
		if err := p.check(book); err != nil {
			return nil, fmt.Errorf("line %d: %w", n, err)
		}
		if p.ID == "" {
			p.ID = fmt.Sprintf("line-%d", n)
		}
		out = append(out, p)
	}
	return out, lines.Err()
}

func (p *Passage) check(book *data.Codebook) error {
	known := func(code string) bool {
		return slices.ContainsFunc([]string{data.VarRedThread, data.VarTheme, data.VarQuestion}, func(name string) bool {
			v := book.Variable(name)
			return v != nil && v.Code(code) != nil
		})
	}
	switch {
	case strings.TrimSpace(p.Text) == "":
		return fmt.Errorf("text is empty")
	case !slices.Contains(data.SectionRoles, p.Section):
		return fmt.Errorf("section %q does not exist", p.Section)
	case p.Codes == nil:
		return fmt.Errorf("codes is missing; {} says that the passage supports none")
	}
	for code, status := range p.Codes {
		if !known(code) {
			return fmt.Errorf("there is no red thread or theme %q", code)
		}
		if status != data.Present && status != data.ExplicitlyAbsent {
			return fmt.Errorf("%s has status %q, not aanwezig or uitdrukkelijk_afwezig", code, status)
		}
	}
	for _, code := range p.Near {
		if !known(code) {
			return fmt.Errorf("near: there is no red thread or theme %q", code)
		}
	}
	return nil
}
