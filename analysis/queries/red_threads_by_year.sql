/*
title: {nl: Rode draden per jaar, en: Red threads by year}
question:
  nl: In hoeveel rapporten van elk jaar van publicatie komt elke rode draad voor?
  en: In how many reports of each year of publication does each red thread occur?
note:
  nl: Jaar van publicatie, niet van de gebeurtenis. Kleine aantallen zijn afgeschermd. Sinds 2015 geldt de Jeugdwet. Publiceer deze tabel of red_threads_by_period, niet beide; uit het verschil zijn afgeschermde cellen af te leiden.
  en: Year of publication, not of the event. Small counts are hidden. The Youth Act holds since 2015. Publish this table or red_threads_by_period, not both; hidden cells follow from the difference.
unit: document
parameters: [corpus]
columns: [year, code, label, documents, codable, share, share_low, share_high]
computed:
  share: share(documents, codable)
  share_low: wilson_low(documents, codable)
  share_high: wilson_high(documents, codable)
disclosure:
  kind: crossed
  dimensions: [year, code]
  counts: [documents]
  derived: [share, share_low, share_high]
  adds_over: [year]
*/
WITH scope AS (
  SELECT document_id, coalesce(year(publication_date)::VARCHAR, 'onbekend') AS year FROM document
  WHERE ($corpus = 'alle' OR in_corpus) AND text_status <> 'geen'
),
present AS (
  SELECT DISTINCT coalesce(c.parent, c.code) AS code, f.document_id
  FROM coding f JOIN code c ON c.variable = f.variable AND c.code = f.code
  WHERE f.variable = 'rode_draad' AND f.status = 'aanwezig'
),
-- Every year with its reports, and all years together.
years AS (
  SELECT coalesce(year, 'alle') AS year, count(*) AS codable
  FROM scope GROUP BY GROUPING SETS ((year), ())
),
threads AS (
  SELECT code, label_nl, label_en, position FROM code WHERE variable = 'rode_draad' AND parent IS NULL
  UNION ALL SELECT 'alle', 'Alle rapporten', 'All reports', 1000
),
counts AS (
  SELECT coalesce(s.year, 'alle') AS year, p.code, count(*) AS documents
  FROM scope s JOIN present p USING (document_id)
  GROUP BY GROUPING SETS ((s.year, p.code), (p.code))
)
SELECT y.year, t.code,
  CASE $lang WHEN 'en' THEN t.label_en ELSE t.label_nl END AS label,
  CASE t.code WHEN 'alle' THEN y.codable ELSE coalesce(n.documents, 0) END AS documents,
  y.codable
FROM years y CROSS JOIN threads t
LEFT JOIN counts n ON n.year = y.year AND n.code = t.code
ORDER BY y.year, t.position
