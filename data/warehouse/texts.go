package warehouse

import (
	"context"
	"database/sql"
	"fmt"
	"slices"
	"strings"

	"rodedraad/data"
)

// Texts loads what was read of a document, without its coding: the document,
// its pages and its passages. It is what coding it anew starts from.
func (r *Reader) Texts(ctx context.Context, id string) (*data.Record, error) {
	return r.handle.texts(ctx, id)
}

// Texts loads what was read of a document, without its coding.
func (w *Work) Texts(ctx context.Context, id string) (*data.Record, error) {
	return w.handle.texts(ctx, id)
}

// Documents gives the identifiers of the stored documents, sorted.
func (w *Work) Documents() []string {
	out := make([]string, 0, len(w.documents))
	for id := range w.documents {
		out = append(out, id)
	}
	slices.Sort(out)
	return out
}

// Path gives a path under which a document was ingested, the first by name.
func (w *Work) Path(id string) string {
	best := ""
	for path, k := range w.paths {
		if k.document == id && (best == "" || path < best) {
			best = path
		}
	}
	return best
}

func (h *handle) texts(ctx context.Context, id string) (*data.Record, error) {
	r := &data.Record{}
	d := &r.Document
	var published sql.NullTime
	var precision string
	err := h.QueryRowContext(ctx, `SELECT document_id, file_name, coalesce(source_url, ''), coalesce(title, ''),
		coalesce(document_kind, ''), publication_date, publication_precision, coalesce(language, ''), page_count,
		text_status, coalesce(report_number, ''), in_corpus, corpus_reason, codebook_version, coalesce(overrides, '')
		FROM document WHERE document_id = ?`, id).Scan(&d.ID, &d.FileName, &d.SourceURL, &d.Title, &d.Kind, &published,
		&precision, &d.Language, &d.PageCount, &d.TextStatus, &d.ReportNumber, &d.InCorpus, &d.CorpusReason,
		&d.CodebookVersion, &d.Overrides)
	if err != nil {
		return nil, fmt.Errorf("document %s: %w", id, err)
	}
	d.PublicationDate = date(published, precision)
	if err := h.pages(ctx, r); err != nil {
		return nil, fmt.Errorf("document %s: %w", id, err)
	}
	return r, h.passages(ctx, r)
}

func (h *handle) pages(ctx context.Context, r *data.Record) error {
	rows, err := h.QueryContext(ctx, `SELECT page, coalesce(label, ''), text, engine, engine_version, quality,
		coalesce(fallback_reason, '') FROM page WHERE document_id = ? ORDER BY page`, r.Document.ID)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var p data.Page
		if err := rows.Scan(&p.Number, &p.Label, &p.Text, &p.Engine, &p.EngineVersion, &p.Quality, &p.FallbackReason); err != nil {
			return err
		}
		r.Pages = append(r.Pages, p)
	}
	return rows.Err()
}

func (h *handle) passages(ctx context.Context, r *data.Record) error {
	rows, err := h.QueryContext(ctx, `SELECT passage, page, section, coalesce(heading_path, ''), kind, start_offset,
		end_offset, text, level, pieces FROM passage WHERE document_id = ? ORDER BY passage`, r.Document.ID)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var p data.Passage
		var pieces string
		if err := rows.Scan(&p.Number, &p.Page, &p.Section, &p.HeadingPath, &p.Kind, &p.Start, &p.End, &p.Text, &p.Level, &pieces); err != nil {
			return err
		}
		if p.Pieces, err = decodePieces(pieces); err != nil {
			return fmt.Errorf("passage %d: %w", p.Number, err)
		}
		r.Passages = append(r.Passages, p)
	}
	return rows.Err()
}

func decodePieces(s string) ([]data.Piece, error) {
	var out []data.Piece
	for part := range strings.FieldsSeq(s) {
		var p data.Piece
		if _, err := fmt.Sscanf(part, "%d:%d:%d:%d", &p.TextStart, &p.Page, &p.PageStart, &p.Length); err != nil {
			return nil, fmt.Errorf("piece %q: %w", part, err)
		}
		out = append(out, p)
	}
	return out, nil
}

// Column reads the texts that a query of one column gives.
func (r *Reader) Column(ctx context.Context, query string, args ...any) ([]string, error) {
	rows, err := r.QueryContext(ctx, query, args...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out []string
	for rows.Next() {
		var s string
		if err := rows.Scan(&s); err != nil {
			return nil, err
		}
		out = append(out, s)
	}
	return out, rows.Err()
}
