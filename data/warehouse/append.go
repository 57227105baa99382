package warehouse

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/marcboeker/go-duckdb"

	"rodedraad/data"
)

// appenders write rows through DuckDB's Appender inside one transaction.
type appenders struct {
	ctx    context.Context
	conn   *sql.Conn
	raw    driver.Conn
	byName map[string]*duckdb.Appender
}

// transaction runs do with appenders on one connection: all of its rows are
// stored, or none.
func (h *handle) transaction(ctx context.Context, do func(*appenders) error) error {
	conn, err := h.Conn(ctx)
	if err != nil {
		return err
	}
	defer conn.Close()
	return conn.Raw(func(c any) error {
		a := &appenders{ctx: ctx, raw: c.(driver.Conn), byName: map[string]*duckdb.Appender{}}
		if err := a.exec("BEGIN TRANSACTION"); err != nil {
			return err
		}
		err := errors.Join(do(a))
		err = errors.Join(err, a.close())
		if err != nil {
			return errors.Join(err, a.exec("ROLLBACK"))
		}
		return a.exec("COMMIT")
	})
}

func (a *appenders) exec(query string, args ...string) error {
	named := make([]driver.NamedValue, len(args))
	for i, v := range args {
		named[i] = driver.NamedValue{Ordinal: i + 1, Value: v}
	}
	_, err := a.raw.(driver.ExecerContext).ExecContext(a.ctx, query, named)
	return err
}

func (a *appenders) row(table string, values ...any) error {
	p := a.byName[table]
	if p == nil {
		var err error
		if p, err = duckdb.NewAppenderFromConn(a.raw, "", table); err != nil {
			return fmt.Errorf("append to %s: %w", table, err)
		}
		a.byName[table] = p
	}
	row := make([]driver.Value, len(values))
	for i, v := range values {
		row[i] = v
	}
	if err := p.AppendRow(row...); err != nil {
		return fmt.Errorf("append to %s: %w", table, err)
	}
	return nil
}

func (a *appenders) close() error {
	var errs []error
	for table, p := range a.byName {
		if err := p.Close(); err != nil {
			errs = append(errs, fmt.Errorf("append to %s: %w", table, err))
		}
	}
	return errors.Join(errs...)
}

// text stores an unknown text as NULL.
func text(s string) any {
	if s == "" {
		return nil
	}
	return s
}

func year(y int) any {
	if y == 0 {
		return nil
	}
	return int32(y)
}

func months(m *int) any {
	if m == nil {
		return nil
	}
	return int32(*m)
}

// upper stores an open upper bound as NULL.
func upper(n int) any {
	if n <= 0 {
		return nil
	}
	return int32(n)
}

func isoDate(s string) any {
	t, err := time.Parse(time.DateOnly, s)
	if err != nil {
		return nil
	}
	return t
}

func precision(d data.Date) string {
	if !d.Known() {
		return string(data.UnknownDate)
	}
	return string(d.Precision)
}

// record appends all rows of one document, and its line in the ledger.
func (a *appenders) record(r *data.Record) error {
	d := r.Document
	rows := []func() error{
		func() error {
			return a.row("document", d.ID, d.FileName, text(d.SourceURL), text(d.Title), text(d.Kind),
				isoDate(d.PublicationDate.ISO()), precision(d.PublicationDate), text(d.Language), int32(d.PageCount),
				string(d.TextStatus), text(d.ReportNumber), d.InCorpus, d.CorpusReason, d.CodebookVersion, text(d.Overrides))
		},
		func() error { return a.texts(r) },
		func() error { return a.findings(r) },
		func() error { return a.calamities(r) },
		func() error { return a.lists(r) },
		func() error {
			evidence, victims := 0, 0
			for _, f := range r.Findings {
				evidence += len(f.Evidence)
			}
			for _, c := range r.Calamities {
				victims += len(c.Victims)
			}
			return a.row("ledger", d.ID, int32(len(r.Pages)), int32(len(r.Passages)), int32(len(r.Findings)),
				int32(evidence), int32(len(r.Calamities)), int32(victims), int32(len(r.Recommendations)), int32(len(r.ReportedCounts)))
		},
	}
	for _, write := range rows {
		if err := write(); err != nil {
			return fmt.Errorf("%s: %w", d.FileName, err)
		}
	}
	return nil
}

func (a *appenders) texts(r *data.Record) error {
	id := r.Document.ID
	for _, p := range r.Pages {
		if err := a.row("page", id, int32(p.Number), text(p.Label), p.Text, p.Engine, p.EngineVersion,
			p.Quality, text(p.FallbackReason)); err != nil {
			return err
		}
	}
	for _, p := range r.Passages {
		if err := a.row("passage", id, int32(p.Number), int32(p.Page), string(p.Section), text(p.HeadingPath),
			string(p.Kind), int32(p.Start), int32(p.End), p.Text, int32(p.Level), encodePieces(p.Pieces)); err != nil {
			return err
		}
	}
	return nil
}

func (a *appenders) findings(r *data.Record) error {
	d := r.Document
	for _, f := range r.Findings {
		var calamity any
		if f.Calamity > 0 {
			calamity = r.Calamities[f.Calamity-1].ID
		}
		if err := a.row("finding", f.ID, d.ID, calamity, f.Variable, f.Code, string(f.Status), text(f.Value),
			text(string(f.Certainty)), f.Coder, text(f.Rule), text(f.Reason), d.CodebookVersion, calamity); err != nil {
			return err
		}
		for i, e := range f.Evidence {
			if err := a.row("evidence", f.ID, int32(i+1), d.ID, int32(e.Page), int32(e.Start), int32(e.End), e.Quote); err != nil {
				return err
			}
		}
	}
	return nil
}

func (a *appenders) calamities(r *data.Record) error {
	for _, c := range r.Calamities {
		if err := a.row("calamity_reading", c.ID, r.Document.ID, int32(c.Number), text(c.EventClass),
			text(strings.Join(c.Types, ",")), isoDate(c.EventDate.ISO()), precision(c.EventDate), text(c.Setting),
			text(c.AreaLevel), text(c.AreaCode), text(c.AreaCodeNow), text(c.AreaName), isoDate(c.PeriodFrom.ISO()),
			isoDate(c.PeriodTo.ISO()), text(strings.Join(c.LegalFrame, ",")), text(c.IntentStatus),
			int32(c.PerpetratorDeaths), text(c.Relation)); err != nil {
			return err
		}
		for _, v := range c.Victims {
			if err := a.row("victim_reading", c.ID, r.Document.ID, int32(v.Number), int32(v.CountMin), upper(v.CountMax),
				v.Outcome, months(v.AgeMonthsMin), months(v.AgeMonthsMax), v.AgeGroup, v.Sex, v.Role); err != nil {
				return err
			}
		}
	}
	return nil
}

func (a *appenders) lists(r *data.Record) error {
	id := r.Document.ID
	for _, o := range r.Organisations {
		if err := a.row("document_organisation", id, o.Organisation, o.Role); err != nil {
			return err
		}
	}
	for _, c := range r.Recommendations {
		if err := a.row("recommendation", id, int32(c.Number), int32(c.Page), c.Text, c.Addressee, text(c.Form),
			text(c.Level), text(c.Deadline)); err != nil {
			return err
		}
	}
	for _, c := range r.ReportedCounts {
		if err := a.row("reported_count", id, c.Subject, c.Value, text(c.Period), int32(c.Page), c.Quote); err != nil {
			return err
		}
	}
	return nil
}

func encodePieces(pieces []data.Piece) string {
	var b strings.Builder
	for i, p := range pieces {
		if i > 0 {
			b.WriteByte(' ')
		}
		fmt.Fprintf(&b, "%d:%d:%d:%d", p.TextStart, p.Page, p.PageStart, p.Length)
	}
	return b.String()
}
