package evaluation

import (
	"context"
	"database/sql"
	"fmt"
	"path"
	"strings"
)

// DB is what an evaluation needs of a warehouse.
type DB interface {
	QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
}

// key names a code of a variable, with the value where it tells codes apart.
type key struct{ variable, code string }

// quote is the evidence behind an answer.
type quote struct {
	page int64
	text string
}

// coded is what the warehouse holds of one document.
type coded struct {
	id, kind, title, date string
	inspectorates         map[string]bool
	status                map[key]string
	value                 map[key]string
	quotes                map[key]quote
	calamities            []calamity
	recommendations       []recommendation
	counts                map[int64]quote
}

type calamity struct {
	class, types, setting, date, area, frames string
	perpetrators                              int64
	victims                                   []victim
}

type victim struct {
	low, high       int64
	outcome         string
	ageLow, ageHigh sql.NullInt64
	sex, role       string
}

type recommendation struct {
	text, addressee string
	page            int64
}

// load reads every document of a warehouse by the base name of its file.
func load(ctx context.Context, db DB) (map[string]*coded, error) {
	byName, byID := map[string]*coded{}, map[string]*coded{}
	steps := []struct {
		query string
		scan  func(*sql.Rows) error
	}{
		{documentsQuery, func(rows *sql.Rows) error {
			var file string
			c := &coded{inspectorates: map[string]bool{}, status: map[key]string{}, value: map[key]string{},
				quotes: map[key]quote{}, counts: map[int64]quote{}}
			err := rows.Scan(&c.id, &file, &c.kind, &c.title, &c.date)
			byName[strings.TrimSuffix(file, path.Ext(file))], byID[c.id] = c, c
			return err
		}},
		{"SELECT document_id, organisation FROM document_organisation WHERE role IN ('uitvoerend', 'samenwerkend')", func(rows *sql.Rows) error {
			var id, organisation string
			err := rows.Scan(&id, &organisation)
			byID[id].inspectorates[organisation] = true
			return err
		}},
		{findingsQuery, func(rows *sql.Rows) error { return scanFinding(rows, byID) }},
		{calamitiesQuery, func(rows *sql.Rows) error {
			var id string
			var c calamity
			err := rows.Scan(&id, &c.class, &c.types, &c.setting, &c.date, &c.area, &c.frames, &c.perpetrators)
			byID[id].calamities = append(byID[id].calamities, c)
			return err
		}},
		{victimsQuery, func(rows *sql.Rows) error {
			var id string
			var n int
			var v victim
			err := rows.Scan(&id, &n, &v.low, &v.high, &v.outcome, &v.ageLow, &v.ageHigh, &v.sex, &v.role)
			list := byID[id].calamities
			if n < 1 || n > len(list) {
				return fmt.Errorf("document %s has a victim of calamity %d of %d", id, n, len(list))
			}
			list[n-1].victims = append(list[n-1].victims, v)
			return err
		}},
		{"SELECT document_id, text, addressee, page FROM recommendation ORDER BY 1, recommendation", func(rows *sql.Rows) error {
			var id string
			var r recommendation
			err := rows.Scan(&id, &r.text, &r.addressee, &r.page)
			byID[id].recommendations = append(byID[id].recommendations, r)
			return err
		}},
		{"SELECT document_id, value, page, quote FROM reported_count ORDER BY ALL", func(rows *sql.Rows) error {
			var id string
			var value int64
			var q quote
			err := rows.Scan(&id, &value, &q.page, &q.text)
			byID[id].counts[value] = q
			return err
		}},
	}
	for _, s := range steps {
		if err := each(ctx, db, s.query, s.scan); err != nil {
			return nil, fmt.Errorf("read the coding: %w", err)
		}
	}
	return byName, nil
}

const documentsQuery = `SELECT document_id, file_name, coalesce(document_kind, ''), coalesce(title, ''),
	CASE publication_precision WHEN 'onbekend' THEN '' WHEN 'jaar' THEN strftime(publication_date, '%Y')
		WHEN 'dag' THEN strftime(publication_date, '%Y-%m-%d')
		WHEN 'seizoen' THEN strftime(publication_date, '%Y') ELSE strftime(publication_date, '%Y-%m') END
	FROM document ORDER BY file_name`

// What is about a calamity has its number in its code: "date 1".
const findingsQuery = `SELECT f.document_id, f.variable, concat(f.code, CASE WHEN c.reading IS NOT NULL THEN concat(' ', c.reading) END), coalesce(f.value, ''), f.status, coalesce(e.page, 0), coalesce(e.quote, '')
	FROM coding f LEFT JOIN evidence e ON e.finding_id = f.finding_id AND e.evidence = 1
	LEFT JOIN calamity_reading c ON c.reading_id = f.reading_id
	WHERE f.variable IN ('rode_draad', 'thema', 'basisvraag', 'sector', 'documentsoort', 'titel', 'publicatiedatum', 'organisatie', 'gebeurtenis', 'slachtoffer')
	ORDER BY f.finding_id`

const calamitiesQuery = `SELECT document_id, coalesce(event_class, ''), coalesce(types, ''), coalesce(setting, ''),
	CASE event_precision WHEN 'onbekend' THEN '' WHEN 'jaar' THEN strftime(event_date, '%Y')
		WHEN 'seizoen' THEN strftime(event_date, '%Y') WHEN 'dag' THEN strftime(event_date, '%Y-%m-%d')
		ELSE strftime(event_date, '%Y-%m') END,
	coalesce(area_name, ''), coalesce(legal_frame, ''), perpetrator_deaths
	FROM calamity_reading ORDER BY document_id, reading`

const victimsQuery = `SELECT v.document_id, c.reading, count_min, coalesce(count_max, count_min), outcome, age_months_min, age_months_max, sex, role
	FROM victim_reading v JOIN calamity_reading c USING (reading_id) ORDER BY 1, 2, v.victim`

// scanFinding keeps a finding, with its quote also under the variable alone, or
// the variable and the number of a calamity. A sector is involved when it has any role but
// genoemd.
func scanFinding(rows *sql.Rows, byID map[string]*coded) error {
	var id, value, status string
	var k key
	var q quote
	if err := rows.Scan(&id, &k.variable, &k.code, &value, &status, &q.page, &q.text); err != nil {
		return err
	}
	c := byID[id]
	if k.variable == "sector" && value == "genoemd" {
		k.variable = "sector_genoemd"
	}
	c.status[k], c.value[k] = status, value
	_, calamity, _ := strings.Cut(k.code, " ")
	for _, k := range []key{k, {k.variable, calamity}} {
		if c.quotes[k].text == "" {
			c.quotes[k] = q
		}
	}
	return nil
}

func each(ctx context.Context, db DB, query string, scan func(*sql.Rows) error) error {
	rows, err := db.QueryContext(ctx, query)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		if err := scan(rows); err != nil {
			return err
		}
	}
	return rows.Err()
}
