package difference

import (
	"cmp"
	"context"
	"database/sql"
	_ "embed"
	"fmt"
	"slices"

	"rodedraad/data"
)

// DB is what a comparison needs of a warehouse.
type DB interface {
	QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
}

// Answer is one coded answer, with the first quote on which it rests.
type Answer struct {
	Code      string `json:"code"`
	Value     string `json:"value,omitempty"`
	Status    string `json:"status"`
	Certainty string `json:"certainty,omitempty"`
	Coder     string `json:"coder"`
	Rule      string `json:"rule,omitempty"`
	Reason    string `json:"reason,omitempty"`
	Page      int64  `json:"page,omitempty"`
	Quote     string `json:"quote,omitempty"`

	calamity int64
	variable string
}

// Kind says how an answer changed.
type Kind string

// The kinds of change.
const (
	Added    Kind = "toegevoegd" // nothing was found before
	Removed  Kind = "vervallen"  // nothing is found now
	Status   Kind = "status"     // present against explicitly absent
	Value    Kind = "waarde"
	Recoded  Kind = "code"         // the same value under another code
	Evidence Kind = "onderbouwing" // the same answer on another quote, reason or certainty
)

// Change is an answer that differs. Old or New is nil where there is none.
type Change struct {
	DocumentID string  `json:"document_id"`
	FileName   string  `json:"file_name"`
	Kind       Kind    `json:"change"`
	Calamity   int64   `json:"calamity,omitempty"` // number within the document
	Variable   string  `json:"variable"`
	Code       string  `json:"code"`
	Old        *Answer `json:"old"`
	New        *Answer `json:"new"`
}

// Result is what two warehouses say differently.
type Result struct {
	Documents    int      `json:"documents"` // in both
	OldOnly      []string `json:"old_only"`  // file names
	NewOnly      []string `json:"new_only"`
	OldCodebooks []string `json:"old_codebook_versions"`
	NewCodebooks []string `json:"new_codebook_versions"`
	Changes      []Change `json:"changes"`
}

// Same reports whether nothing differs.
func (r *Result) Same() bool { return len(r.OldOnly)+len(r.NewOnly)+len(r.Changes) == 0 }

// document is a row of the documents of a warehouse.
type document struct{ id, file, codebook string }

// batch is how many documents are in memory at once.
const batch = 500

// Compare gives what two warehouses say differently, by file name, in the order
// of variables. Changes of quote, reason or certainty alone are left out unless
// evidence is set.
func Compare(ctx context.Context, old, new DB, evidence bool) (*Result, error) {
	before, err := documents(ctx, old)
	if err != nil {
		return nil, fmt.Errorf("old: %w", err)
	}
	after, err := documents(ctx, new)
	if err != nil {
		return nil, fmt.Errorf("new: %w", err)
	}
	r := &Result{OldOnly: only(before, after), NewOnly: only(after, before), OldCodebooks: codebooks(before), NewCodebooks: codebooks(after), Changes: []Change{}}
	var both []document
	for id, d := range after {
		if _, ok := before[id]; ok {
			both = append(both, d)
		}
	}
	slices.SortFunc(both, func(a, b document) int { return cmp.Compare(a.id, b.id) })
	r.Documents = len(both)
	for part := range slices.Chunk(both, batch) {
		a, err := answers(ctx, old, part)
		if err != nil {
			return nil, fmt.Errorf("old: %w", err)
		}
		b, err := answers(ctx, new, part)
		if err != nil {
			return nil, fmt.Errorf("new: %w", err)
		}
		for _, d := range part {
			r.Changes = append(r.Changes, changes(d, a[d.id], b[d.id], evidence)...)
		}
	}
	r.sort()
	return r, nil
}

func (r *Result) sort() {
	slices.SortStableFunc(r.Changes, func(a, b Change) int {
		return cmp.Or(cmp.Compare(a.FileName, b.FileName), cmp.Compare(a.DocumentID, b.DocumentID), cmp.Compare(a.Calamity, b.Calamity),
			cmp.Compare(slices.Index(data.Variables, a.Variable), slices.Index(data.Variables, b.Variable)), cmp.Compare(a.Code, b.Code))
	})
}

func documents(ctx context.Context, db DB) (map[string]document, error) {
	rows, err := db.QueryContext(ctx, "SELECT document_id, file_name, codebook_version FROM document")
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	out := map[string]document{}
	for rows.Next() {
		var d document
		if err := rows.Scan(&d.id, &d.file, &d.codebook); err != nil {
			return nil, err
		}
		out[d.id] = d
	}
	return out, rows.Err()
}

func only(these, those map[string]document) []string {
	out := []string{}
	for id, d := range these {
		if _, ok := those[id]; !ok {
			out = append(out, d.file)
		}
	}
	slices.Sort(out)
	return out
}

func codebooks(documents map[string]document) []string {
	out := []string{}
	for _, d := range documents {
		out = append(out, d.codebook)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

//go:embed items.sql
var itemsQuery string

// answers reads the answers on documents in a row.
func answers(ctx context.Context, db DB, part []document) (map[string][]Answer, error) {
	rows, err := db.QueryContext(ctx, itemsQuery, part[0].id, part[len(part)-1].id)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	out := map[string][]Answer{}
	for rows.Next() {
		var id string
		var a Answer
		if err := rows.Scan(&id, &a.calamity, &a.variable, &a.Code, &a.Value, &a.Status, &a.Certainty, &a.Coder, &a.Rule, &a.Reason, &a.Page, &a.Quote); err != nil {
			return nil, err
		}
		a.Quote = data.Readable(a.Quote)
		out[id] = append(out[id], a)
	}
	return out, rows.Err()
}
