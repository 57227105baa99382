-- Every typed row (a victim, a date, a recommendation, a reported count) is backed by a finding.
SELECT 'victim ' || v.reading_id || ' ' || v.victim FROM victim_reading v
WHERE NOT EXISTS (SELECT 1 FROM finding f WHERE f.reading_id = v.reading_id AND f.variable = 'slachtoffer'
  AND f.value = CAST(v.victim AS VARCHAR))
UNION ALL
SELECT 'recommendation ' || r.document_id || ' ' || r.recommendation FROM recommendation r
WHERE NOT EXISTS (SELECT 1 FROM finding f WHERE f.document_id = r.document_id AND f.variable = 'aanbeveling'
  AND f.value = CAST(r.recommendation AS VARCHAR))
UNION ALL
SELECT 'event date of ' || c.reading_id FROM calamity_reading c
WHERE c.event_date IS NOT NULL AND NOT EXISTS (SELECT 1 FROM finding f
  WHERE f.reading_id = c.reading_id AND f.variable = 'gebeurtenis' AND f.code = 'date')
UNION ALL
SELECT 'reported count ' || r.document_id || ' ' || r.value FROM reported_count r
WHERE NOT EXISTS (SELECT 1 FROM finding f WHERE f.document_id = r.document_id AND f.variable = 'gerapporteerd_aantal')
UNION ALL
SELECT 'publication date of ' || d.document_id FROM document d
WHERE d.publication_date IS NOT NULL AND coalesce(d.overrides, '') NOT LIKE '%publicatiedatum%'
  AND NOT EXISTS (SELECT 1 FROM finding f WHERE f.document_id = d.document_id AND f.variable = 'publicatiedatum')
