/*
title: {nl: Kenmerken van calamiteiten, en: Characteristics of calamities}
question:
  nl: Welk type, welke setting of welk juridisch kader hadden de calamiteiten?
  en: Which type, setting or legal frame did the calamities have?
note:
  nl: Een calamiteit kan meer types en kaders hebben. Wat niet is vermeld staat bij onbekend.
  en: A calamity can have several types and frames. What is not mentioned stands under onbekend (unknown).
unit: calamiteit
parameters: [corpus, characteristic]
columns: [code, label, calamities]
disclosure: {kind: one-way, dimensions: [code], counts: [calamities]}
*/
WITH scope AS (
  SELECT document_id, publication_date FROM document WHERE $corpus = 'alle' OR in_corpus
),
-- An event counts once, by its own year, or else by the year of its first report.
event AS (
  SELECT c.*, coalesce(year(c.event_date), year(r.first_report))::VARCHAR AS event_year,
    c.event_date IS NULL AS by_report
  FROM calamity c JOIN (
    SELECT calamity_id, min(publication_date) AS first_report
    FROM calamity_document JOIN scope USING (document_id) GROUP BY calamity_id
  ) r USING (calamity_id)
),
valued AS (
  SELECT calamity_id, calamity_type AS code FROM event LEFT JOIN calamity_type USING (calamity_id) WHERE $characteristic = 'type'
  UNION ALL
  SELECT calamity_id, f.legal_frame FROM event LEFT JOIN calamity_legal_frame f USING (calamity_id) WHERE $characteristic = 'kader'
  UNION ALL
  SELECT calamity_id, CASE $characteristic
    WHEN 'setting' THEN setting WHEN 'klasse' THEN event_class WHEN 'opzet' THEN intent_status END
  FROM event WHERE $characteristic IN ('setting', 'klasse', 'opzet')
),
counts AS (
  SELECT coalesce(code, 'onbekend') AS code, count(DISTINCT calamity_id) AS calamities FROM valued GROUP BY 1
)
SELECT n.code, coalesce(
    (SELECT CASE $lang WHEN 'en' THEN c.label_en ELSE c.label_nl END FROM code c
     WHERE c.code = n.code AND c.variable = CASE $characteristic
       WHEN 'type' THEN 'calamiteitstype' WHEN 'setting' THEN 'setting'
       WHEN 'kader' THEN 'gezinskader' WHEN 'klasse' THEN 'ernst'
       ELSE 'intentie' END),
    CASE WHEN n.code <> 'onbekend' THEN replace(n.code, '_', ' ') WHEN $lang = 'en' THEN 'Unknown' ELSE 'Onbekend' END) AS label,
  n.calamities
FROM counts n ORDER BY n.code = 'onbekend', n.calamities DESC, n.code
