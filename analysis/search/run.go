package search

import (
	"context"
	"database/sql"
	"fmt"
	"strings"

	"rodedraad/analysis"
)

// MostHits is the longest list that can be asked for.
const MostHits = 1000

// Result is what a search gives.
type Result struct {
	Hits     []Hit // best first
	Found    int64 // passages that match, shown or not
	Passages int64 // passages that were searched
}

// searched are the passages that a search looks at.
const searched = "FROM passage WHERE section <> 'inhoudsopgave' AND kind <> 'kop'"

// Run gives the best limit passages of a warehouse, 1 to [MostHits].
func Run(ctx context.Context, db analysis.DB, q *Query, limit int) (*Result, error) {
	if limit < 1 || limit > MostHits {
		return nil, fmt.Errorf("search: %d hits: ask for 1 to %d", limit, MostHits)
	}
	result := &Result{}
	var average float64
	err := each(ctx, db, "SELECT count(*), coalesce(avg(length(text)), 1) "+searched, nil, func(rows *sql.Rows) error {
		return rows.Scan(&result.Passages, &average)
	})
	if err != nil {
		return nil, err
	}
	r := newRanking(q, limit)
	condition, patterns := q.condition()
	candidates := "SELECT document_id, passage, text FROM (SELECT *, lower(strip_accents(text)) AS folded " + searched + ") WHERE " + condition
	err = each(ctx, db, candidates, patterns, func(rows *sql.Rows) error {
		var document, text string
		var passage int
		if err := rows.Scan(&document, &passage, &text); err != nil {
			return err
		}
		r.add(document, passage, text)
		return nil
	})
	if err != nil {
		return nil, err
	}
	result.Found = r.found
	result.Hits, err = describe(ctx, db, q, r.best(result.Passages, average))
	return result, err
}

func each(ctx context.Context, db analysis.DB, query string, args []any, do func(*sql.Rows) error) error {
	rows, err := db.QueryContext(ctx, query, args...)
	if err != nil {
		return fmt.Errorf("search: %w", err)
	}
	defer rows.Close()
	for rows.Next() {
		if err := do(rows); err != nil {
			return fmt.Errorf("search: %w", err)
		}
	}
	if err := rows.Err(); err != nil {
		return fmt.Errorf("search: %w", err)
	}
	return nil
}

// describe reads where the best passages stand.
func describe(ctx context.Context, db analysis.DB, q *Query, best []scored) ([]Hit, error) {
	if len(best) == 0 {
		return nil, nil
	}
	rank := map[place]int{}
	hits := make([]Hit, len(best))
	var args []any
	for i, b := range best {
		rank[place{document: b.document, passage: b.passage}] = i
		hits[i] = Hit{Rank: i + 1, Score: b.score, DocumentID: b.document, Passage: b.passage}
		args = append(args, b.document, b.passage)
	}
	query := `SELECT p.document_id, p.passage, d.file_name, coalesce(d.title, d.file_name), p.page, p.section,
		coalesce(p.heading_path, ''), p.text, p.pieces
		FROM passage p JOIN document d USING (document_id)
		WHERE (p.document_id, p.passage) IN (` + strings.TrimSuffix(strings.Repeat("(?, ?), ", len(best)), ", ") + ")"
	err := each(ctx, db, query, args, func(rows *sql.Rows) error {
		var h Hit
		var pieces string
		if err := rows.Scan(&h.DocumentID, &h.Passage, &h.FileName, &h.Title, &h.Page, &h.Section, &h.HeadingPath, &h.Text, &pieces); err != nil {
			return err
		}
		i, ok := rank[place{document: h.DocumentID, passage: h.Passage}]
		if !ok {
			return nil
		}
		h.Rank, h.Score = hits[i].Rank, hits[i].Score
		h.Marks = q.marks(h.Text)
		if len(h.Marks) > 0 {
			h.Page = pageAt(pieces, h.Marks[0][0], h.Page)
		}
		hits[i] = h
		return nil
	})
	return hits, err
}
