package warehouse

import (
	"context"
	"embed"
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"rodedraad/data"
)

//go:embed checks/*.sql
var checkFiles embed.FS

// Violation is a place where an invariant does not hold.
type Violation struct {
	Check   string // name of the check
	Rule    string // what must hold, in words
	Subject string // where it does not
}

// Checks lists the names of the checks with what they guard.
func Checks() ([][2]string, error) {
	out := [][2]string{
		{"evidence_quotes", evidenceRule}, {"passage_pieces", piecesRule}, {"ledger", ledgerRule},
	}
	names, err := fs.Glob(checkFiles, "checks/*.sql")
	if err != nil {
		return nil, err
	}
	for _, name := range names {
		text, err := fs.ReadFile(checkFiles, name)
		if err != nil {
			return nil, err
		}
		rule, _, _ := strings.Cut(strings.TrimPrefix(string(text), "-- "), "\n")
		out = append(out, [2]string{strings.TrimSuffix(strings.TrimPrefix(name, "checks/"), ".sql"), rule})
	}
	return out, nil
}

const (
	evidenceRule = "Every quote is, byte for byte, what its page says at its offsets, and has at most 25 words."
	piecesRule   = "Every passage is, piece by piece, what its pages say."
	ledgerRule   = "Every document has as many rows in each table as the ledger says."
)

// maxPerCheck keeps a broken warehouse from printing a million lines.
const maxPerCheck = 20

// Check verifies every invariant of a warehouse. It gives at most maxPerCheck
// violations of each.
func Check(ctx context.Context, r *Reader) ([]Violation, error) {
	out, err := checkSQL(ctx, r)
	if err != nil {
		return nil, err
	}
	quotes, err := checkQuotes(ctx, r)
	if err != nil {
		return nil, err
	}
	pieces, err := checkPieces(ctx, r)
	if err != nil {
		return nil, err
	}
	damaged, err := subjects(ctx, r, "ledger", ledgerRule, damagedQuery)
	if err != nil {
		return nil, err
	}
	return append(append(append(out, quotes...), pieces...), damaged...), nil
}

// checkSQL runs every file of checks: each selects the subjects that violate
// the rule in its first line.
func checkSQL(ctx context.Context, r *Reader) ([]Violation, error) {
	names, err := fs.Glob(checkFiles, "checks/*.sql")
	if err != nil {
		return nil, err
	}
	var out []Violation
	for _, name := range names {
		text, err := fs.ReadFile(checkFiles, name)
		if err != nil {
			return nil, err
		}
		rule, _, _ := strings.Cut(strings.TrimPrefix(string(text), "-- "), "\n")
		found, err := subjects(ctx, r, strings.TrimSuffix(strings.TrimPrefix(name, "checks/"), ".sql"), rule, string(text))
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		out = append(out, found...)
	}
	return out, nil
}

func subjects(ctx context.Context, r *Reader, check, rule, query string) ([]Violation, error) {
	rows, err := r.QueryContext(ctx, fmt.Sprintf("SELECT CAST(subject AS VARCHAR) FROM (%s) AS t(subject) ORDER BY 1 LIMIT %d", query, maxPerCheck))
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out []Violation
	for rows.Next() {
		v := Violation{Check: check, Rule: rule}
		if err := rows.Scan(&v.Subject); err != nil {
			return nil, err
		}
		out = append(out, v)
	}
	return out, rows.Err()
}

// quoteBatch is how many documents' quotes are looked up at once: each comes
// with its page, and the driver holds the whole answer to a query.
const quoteBatch = 100

func checkQuotes(ctx context.Context, r *Reader) ([]Violation, error) {
	ids, err := r.Column(ctx, "SELECT DISTINCT document_id FROM evidence ORDER BY 1")
	if err != nil {
		return nil, err
	}
	var out []Violation
	for part := range slices.Chunk(ids, quoteBatch) {
		found, err := checkQuotesOf(ctx, r, part[0], part[len(part)-1])
		if err != nil {
			return nil, err
		}
		if out = append(out, found...); len(out) >= maxPerCheck {
			return out[:maxPerCheck], nil
		}
	}
	return out, nil
}

// checkQuotesOf verifies the quotes of the documents from one to another.
func checkQuotesOf(ctx context.Context, r *Reader, from, to string) ([]Violation, error) {
	rows, err := r.QueryContext(ctx, `SELECT e.finding_id, e.evidence, e.page, e.start_offset, e.end_offset, e.quote, coalesce(p.text, '')
		FROM evidence e LEFT JOIN page p USING (document_id, page) WHERE e.document_id BETWEEN ? AND ? ORDER BY 1, 2`, from, to)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out []Violation
	for rows.Next() && len(out) < maxPerCheck {
		var id, quote, page string
		var n, number, start, end int
		if err := rows.Scan(&id, &n, &number, &start, &end, &quote, &page); err != nil {
			return nil, err
		}
		fits := 0 <= start && start <= end && end <= len(page) && page[start:end] == quote
		if !fits || quote == "" || len(strings.Fields(quote)) > data.MaxQuoteWords {
			out = append(out, Violation{"evidence_quotes", evidenceRule,
				fmt.Sprintf("finding %s evidence %d, page %d, bytes %d to %d", id, n, number, start, end)})
		}
	}
	return out, rows.Err()
}

// checkPieces verifies passages document by document, so that only one
// document's text is in memory.
func checkPieces(ctx context.Context, r *Reader) ([]Violation, error) {
	var out []Violation
	ids, err := r.Column(ctx, "SELECT document_id FROM document ORDER BY 1")
	if err != nil {
		return nil, err
	}
	for _, id := range ids {
		record, err := r.texts(ctx, id)
		if err != nil {
			return nil, err
		}
		if err := record.Verify(); err != nil && len(out) < maxPerCheck {
			out = append(out, Violation{"passage_pieces", piecesRule, err.Error()})
		}
	}
	return out, nil
}
