package warehouse

import (
	"context"
	"fmt"

	"rodedraad/data"
)

// Person begins the name of every coder who is a person: a number follows, never
// a name.
const Person = "mens"

// keepReviewed puts what persons coded about stored documents into the records
// that replace them, since a machine that codes anew does not undo a person's
// work. A finding whose quote no longer stands where it did, or whose calamity is
// gone, cannot be kept; the run's log says so.
func (w *Work) keepReviewed(ctx context.Context, batch []data.IngestResult) error {
	for i := range batch {
		r := batch[i].Record
		if r == nil || w.documents[r.Document.ID] == "" {
			continue
		}
		findings, err := w.findings(ctx, r.Document.ID, Person)
		if err != nil {
			return fmt.Errorf("%s: findings of persons: %w", r.Document.FileName, err)
		}
		if len(findings) == 0 {
			continue
		}
		for _, f := range findings {
			machine := r.Findings
			r.Findings = append(machine[:len(machine):len(machine)], f)
			if err := r.Verify(); err != nil {
				r.Findings = machine
				batch[i].File.Problems = append(batch[i].File.Problems, data.Problem{Stage: "opslaan",
					Text: fmt.Sprintf("%s: %s %s van %s is niet bewaard: %v", r.Document.FileName, f.Variable, f.Code, f.Coder, err),
					Hint: "codeer deze bevinding opnieuw"})
			}
		}
		r.Seal()
	}
	return nil
}

// Findings reads what the coders whose names begin so found in a document, with
// the evidence; "" stands for all of them. Their Calamity is the number of the
// reading that they belong to.
func (r *Reader) Findings(ctx context.Context, id, coder string) ([]data.Finding, error) {
	return r.findings(ctx, id, coder)
}

func (h *handle) findings(ctx context.Context, id, coder string) ([]data.Finding, error) {
	rows, err := h.QueryContext(ctx, `SELECT f.finding_id, coalesce(c.reading, 0), f.variable, f.code, coalesce(f.value, ''), f.status,
		coalesce(f.certainty, ''), f.coder, coalesce(f.rule, ''), coalesce(f.reason, ''),
		coalesce(e.page, 0), coalesce(e.start_offset, 0), coalesce(e.end_offset, 0), coalesce(e.quote, '')
		FROM finding f LEFT JOIN evidence e ON e.finding_id = f.finding_id AND e.document_id = f.document_id
		LEFT JOIN calamity_reading c ON c.reading_id = f.reading_id
		WHERE f.document_id = ? AND starts_with(f.coder, ?) ORDER BY f.variable, f.code, f.coder, f.finding_id, e.evidence`, id, coder)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out []data.Finding
	for rows.Next() {
		var f data.Finding
		var e data.Evidence
		if err := rows.Scan(&f.ID, &f.Calamity, &f.Variable, &f.Code, &f.Value, &f.Status, &f.Certainty, &f.Coder, &f.Rule, &f.Reason,
			&e.Page, &e.Start, &e.End, &e.Quote); err != nil {
			return nil, err
		}
		if n := len(out); n == 0 || out[n-1].ID != f.ID {
			out = append(out, f)
		}
		if e.Quote != "" {
			last := &out[len(out)-1]
			last.Evidence = append(last.Evidence, e)
		}
	}
	return out, rows.Err()
}
