-- The answers of a warehouse on a range of documents, one row each, with the
-- first quote on which it rests. A recommendation is told by its text and a
-- victim by what is known of it, not by its number, which shifts when another
-- comes before it.
SELECT f.document_id, coalesce(c.reading, 0) AS calamity, f.variable, f.code,
	coalesce(CASE
		WHEN v.victim IS NOT NULL THEN concat(v.count_min, CASE WHEN v.count_max IS DISTINCT FROM v.count_min THEN concat('–', coalesce(v.count_max::VARCHAR, '?')) ELSE '' END,
			' ', v.sex, ', ', v.role, ', ', coalesce(v.age_months_min::VARCHAR, '?'), '–', coalesce(v.age_months_max::VARCHAR, '?'), ' mnd')
		WHEN r.recommendation IS NOT NULL THEN concat(r.text, CASE WHEN r.deadline <> '' THEN concat(' (', r.deadline, ')') ELSE '' END)
		ELSE f.value END, '') AS value,
	f.status, coalesce(f.certainty, '') AS certainty, f.coder, coalesce(f.rule, '') AS rule, coalesce(f.reason, '') AS reason,
	coalesce(e.page, 0) AS page, coalesce(e.quote, '') AS quote
FROM coding f
LEFT JOIN calamity_reading c ON c.reading_id = f.reading_id
LEFT JOIN victim_reading v ON f.variable = 'slachtoffer' AND v.reading_id = f.reading_id AND v.victim = TRY_CAST(f.value AS INTEGER)
LEFT JOIN recommendation r ON f.variable = 'aanbeveling' AND r.document_id = f.document_id AND r.recommendation = TRY_CAST(f.value AS INTEGER)
LEFT JOIN evidence e ON e.finding_id = f.finding_id AND e.evidence = 1
WHERE f.document_id BETWEEN ? AND ? AND f.status <> 'niet_genoemd'
ORDER BY f.document_id, calamity, f.variable, f.code, value, f.coder, f.finding_id
