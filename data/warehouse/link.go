package warehouse

import (
	"context"
	"database/sql"
	"fmt"
	"strings"

	"rodedraad/data"
)

// Reading is a calamity as one document describes it, with what is needed to
// see whether another document describes the same event.
type Reading struct {
	ID       string
	Document data.Document
	Calamity data.Calamity
}

// Link says that a reading describes the calamity of another one, its main
// reading, and why. A reading that stands alone is its own main reading.
type Link struct {
	Reading, Main string
	Reason        string
}

// Linker decides which readings describe the same event. It gives one link
// per reading, and must be a function of the readings alone. mentions reports
// whether a document's text contains words of another document's title.
type Linker func(readings []Reading, mentions func(document, title string) bool) []Link

// rebuild makes the counted calamities anew from the readings.
func (w *Work) rebuild(ctx context.Context, link Linker) error {
	readings, err := w.readings(ctx)
	if err != nil {
		return err
	}
	named, err := w.mentioned(ctx, readings)
	if err != nil {
		return err
	}
	links := link(readings, func(document, title string) bool {
		return named[[2]string{document, strings.Join(plainWords(title), " ")}]
	})
	if err := w.clearCalamities(ctx, links); err != nil {
		return err
	}
	return w.transaction(ctx, func(a *appenders) error {
		byID := map[string]Reading{}
		for _, r := range readings {
			byID[r.ID] = r
		}
		for _, l := range links {
			if err := a.link(l, byID); err != nil {
				return err
			}
		}
		return nil
	})
}

func (w *Work) clearCalamities(ctx context.Context, links []Link) error {
	return w.transaction(ctx, func(a *appenders) error {
		for _, table := range []string{"calamity", "calamity_type", "calamity_legal_frame", "calamity_document", "victim"} {
			if err := a.exec("DELETE FROM " + table); err != nil {
				return err
			}
		}
		if err := a.exec("UPDATE finding SET calamity_id = reading_id WHERE calamity_id IS DISTINCT FROM reading_id"); err != nil {
			return err
		}
		for _, l := range links {
			if l.Main == l.Reading {
				continue
			}
			if err := a.exec("UPDATE finding SET calamity_id = ? WHERE reading_id = ?", l.Main, l.Reading); err != nil {
				return err
			}
		}
		return nil
	})
}

func (a *appenders) link(l Link, byID map[string]Reading) error {
	r := byID[l.Reading]
	relation := "hoofddocument"
	if l.Main != l.Reading {
		relation = "zelfde_gebeurtenis"
	}
	if err := a.row("calamity_document", l.Main, r.Document.ID, relation, l.Reason, l.Reading); err != nil {
		return err
	}
	if l.Main != l.Reading {
		return nil
	}
	c := r.Calamity
	if err := a.row("calamity", c.ID, text(c.EventClass), isoDate(c.EventDate.ISO()), precision(c.EventDate), text(c.Setting),
		text(c.AreaLevel), text(c.AreaCode), text(c.AreaName), isoDate(c.PeriodFrom.ISO()), isoDate(c.PeriodTo.ISO()),
		text(c.IntentStatus), int32(c.PerpetratorDeaths), text(strings.Join(c.Types, ",")),
		text(strings.Join(c.LegalFrame, ",")), text(c.AreaCodeNow)); err != nil {
		return err
	}
	for i, t := range c.Types {
		if err := a.row("calamity_type", c.ID, t, i == 0); err != nil {
			return err
		}
	}
	for _, f := range c.LegalFrame {
		if err := a.row("calamity_legal_frame", c.ID, f); err != nil {
			return err
		}
	}
	for _, v := range c.Victims {
		if err := a.row("victim", c.ID, int32(v.Number), int32(v.CountMin), upper(v.CountMax), v.Outcome,
			months(v.AgeMonthsMin), months(v.AgeMonthsMax), v.AgeGroup, v.Sex, v.Role); err != nil {
			return err
		}
	}
	return nil
}

// readings loads every reading with its document and victims, in the order of
// publication, then of document.
func (w *Work) readings(ctx context.Context) ([]Reading, error) {
	rows, err := w.QueryContext(ctx, `SELECT reading_id, document_id, coalesce(title, ''), coalesce(document_kind, ''),
		publication_date, publication_precision, reading, coalesce(event_class, ''), coalesce(types, ''), event_date,
		event_precision, coalesce(setting, ''), coalesce(area_level, ''), coalesce(area_code, ''), coalesce(area_code_now, ''),
		coalesce(area_name, ''), period_from, period_to, coalesce(legal_frame, ''), coalesce(intent_status, ''), perpetrator_deaths,
		coalesce(relation, '')
		FROM calamity_reading JOIN document USING (document_id)
		ORDER BY publication_date NULLS LAST, document_id, reading`)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out []Reading
	place := map[string]int{}
	for rows.Next() {
		r, err := scanReading(rows)
		if err != nil {
			return nil, err
		}
		place[r.ID] = len(out)
		out = append(out, r)
	}
	if err := rows.Err(); err != nil {
		return nil, err
	}
	return out, w.victims(ctx, out, place)
}

func scanReading(rows *sql.Rows) (Reading, error) {
	var r Reading
	var published, event, from, to sql.NullTime
	var publishedPrecision, eventPrecision, types, frames string
	c := &r.Calamity
	err := rows.Scan(&r.ID, &r.Document.ID, &r.Document.Title, &r.Document.Kind, &published, &publishedPrecision, &c.Number,
		&c.EventClass, &types, &event, &eventPrecision, &c.Setting, &c.AreaLevel, &c.AreaCode, &c.AreaCodeNow, &c.AreaName,
		&from, &to, &frames, &c.IntentStatus, &c.PerpetratorDeaths, &c.Relation)
	if err != nil {
		return r, fmt.Errorf("read the calamities: %w", err)
	}
	c.ID = r.ID
	c.Types, c.LegalFrame = commas(types), commas(frames)
	r.Document.PublicationDate = date(published, publishedPrecision)
	c.EventDate = date(event, eventPrecision)
	c.PeriodFrom, c.PeriodTo = date(from, string(data.Day)), date(to, string(data.Day))
	return r, nil
}

func (w *Work) victims(ctx context.Context, readings []Reading, place map[string]int) error {
	rows, err := w.QueryContext(ctx, `SELECT reading_id, victim, count_min, coalesce(count_max, -1), outcome, age_months_min,
		age_months_max, age_group, sex, role FROM victim_reading ORDER BY reading_id, victim`)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var id string
		var v data.Victim
		var low, high sql.NullInt64
		if err := rows.Scan(&id, &v.Number, &v.CountMin, &v.CountMax, &v.Outcome, &low, &high, &v.AgeGroup, &v.Sex, &v.Role); err != nil {
			return err
		}
		v.AgeMonthsMin, v.AgeMonthsMax = whole(low), whole(high)
		if i, ok := place[id]; ok {
			readings[i].Calamity.Victims = append(readings[i].Calamity.Victims, v)
		}
	}
	return rows.Err()
}

func whole(n sql.NullInt64) *int {
	if !n.Valid {
		return nil
	}
	v := int(n.Int64)
	return &v
}

func commas(s string) []string {
	if s == "" {
		return nil
	}
	return strings.Split(s, ",")
}

func date(t sql.NullTime, p string) data.Date {
	if !t.Valid {
		return data.Date{Precision: data.UnknownDate}
	}
	y, m, d := t.Time.UTC().Date()
	return data.Date{Year: y, Month: int(m), Day: d, Precision: data.Precision(p)}
}
