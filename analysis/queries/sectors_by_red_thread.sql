/*
title: {nl: Sectoren per rode draad, en: Sectors by red thread}
question:
  nl: Welke sectoren zijn betrokken in rapporten met een bepaalde rode draad?
  en: Which sectors are involved in reports with a given red thread?
note:
  nl: Een rapport staat in meer cellen. Een cel zegt dat beide in hetzelfde rapport voorkomen, niet dat de sector de rode draad veroorzaakte.
  en: A report stands in several cells. A cell says that both occur in the same report, not that the sector caused the red thread.
unit: document
parameters: [corpus, from, to]
columns: [sector, sector_label, red_thread, red_thread_label, documents]
disclosure:
  kind: crossed
  dimensions: [sector, red_thread]
  counts: [documents]
*/
WITH scope AS (
  SELECT * FROM document
  WHERE ($corpus = 'alle' OR in_corpus) AND text_status <> 'geen'
    AND ($from = 0 OR year(publication_date) >= $from)
    AND ($to = 0 OR year(publication_date) <= $to)
),
involved AS (
  SELECT DISTINCT document_id, f.code FROM coding f JOIN scope USING (document_id)
  WHERE f.variable = 'sector' AND f.status = 'aanwezig' AND coalesce(f.value, 'betrokken') <> 'genoemd'
),
present AS (
  SELECT DISTINCT f.document_id, coalesce(c.parent, c.code) AS code
  FROM coding f JOIN code c ON c.variable = f.variable AND c.code = f.code
  JOIN scope USING (document_id)
  WHERE f.variable = 'rode_draad' AND f.status = 'aanwezig'
),
-- The totals are rows too: a report stands in several cells, so cells do not add up.
sectors AS (
  SELECT code, label_nl, label_en, position FROM code
  WHERE variable = 'sector' AND code IN (SELECT code FROM involved)
  UNION ALL SELECT 'alle', 'Alle rapporten', 'All reports', 1000
),
threads AS (
  SELECT code, label_nl, label_en, position FROM code WHERE variable = 'rode_draad' AND parent IS NULL
  UNION ALL SELECT 'alle', 'Alle rapporten', 'All reports', 1000
),
with_totals AS (
  SELECT document_id, code, 'sector' AS side FROM involved
  UNION ALL SELECT document_id, 'alle', 'sector' FROM scope
  UNION ALL SELECT document_id, code, 'thread' FROM present
  UNION ALL SELECT document_id, 'alle', 'thread' FROM scope
),
counts AS (
  SELECT s.code AS sector, t.code AS thread, count(*) AS documents
  FROM with_totals s JOIN with_totals t USING (document_id)
  WHERE s.side = 'sector' AND t.side = 'thread'
  GROUP BY s.code, t.code
)
SELECT s.code AS sector, CASE $lang WHEN 'en' THEN s.label_en ELSE s.label_nl END AS sector_label,
  t.code AS red_thread, CASE $lang WHEN 'en' THEN t.label_en ELSE t.label_nl END AS red_thread_label,
  coalesce(n.documents, 0) AS documents
FROM sectors s CROSS JOIN threads t
LEFT JOIN counts n ON n.sector = s.code AND n.thread = t.code
ORDER BY s.position, s.code, t.position
