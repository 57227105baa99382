/*
title: {nl: Rode draden per periode van vijf jaar, en: Red threads by period of five years}
question:
  nl: In welk deel van de rapporten van elke periode komt elke rode draad voor?
  en: In which share of the reports of each period does each red thread occur?
note:
  nl: Periode van publicatie, niet van de gebeurtenis. Kleine aantallen zijn afgeschermd. De grens van 2015 is ook de invoering van de Jeugdwet. Publiceer deze tabel of red_threads_by_year, niet beide; uit het verschil zijn afgeschermde cellen af te leiden.
  en: Period of publication, not of the event. Small counts are hidden. The bound of 2015 is also the start of the Youth Act. Publish this table or red_threads_by_year, not both; hidden cells follow from the difference.
unit: document
parameters: [corpus]
columns: [period, code, label, documents, codable, share, share_low, share_high]
computed:
  share: share(documents, codable)
  share_low: wilson_low(documents, codable)
  share_high: wilson_high(documents, codable)
disclosure:
  kind: crossed
  dimensions: [period, code]
  counts: [documents]
  derived: [share, share_low, share_high]
  adds_over: [period]
*/
WITH scope AS (
  SELECT document_id, coalesce(
    (year(publication_date) // 5 * 5) || '–' || (year(publication_date) // 5 * 5 + 4), 'onbekend') AS period
  FROM document
  WHERE ($corpus = 'alle' OR in_corpus) AND text_status <> 'geen'
),
present AS (
  SELECT DISTINCT coalesce(c.parent, c.code) AS code, f.document_id
  FROM coding f JOIN code c ON c.variable = f.variable AND c.code = f.code
  WHERE f.variable = 'rode_draad' AND f.status = 'aanwezig'
),
-- Every period with its reports, and all periods together.
periods AS (
  SELECT coalesce(period, 'alle') AS period, count(*) AS codable
  FROM scope GROUP BY GROUPING SETS ((period), ())
),
threads AS (
  SELECT code, label_nl, label_en, position FROM code WHERE variable = 'rode_draad' AND parent IS NULL
  UNION ALL SELECT 'alle', 'Alle rapporten', 'All reports', 1000
),
counts AS (
  SELECT coalesce(s.period, 'alle') AS period, p.code, count(*) AS documents
  FROM scope s JOIN present p USING (document_id)
  GROUP BY GROUPING SETS ((s.period, p.code), (p.code))
)
SELECT y.period, t.code,
  CASE $lang WHEN 'en' THEN t.label_en ELSE t.label_nl END AS label,
  CASE t.code WHEN 'alle' THEN y.codable ELSE coalesce(n.documents, 0) END AS documents,
  y.codable
FROM periods y CROSS JOIN threads t
LEFT JOIN counts n ON n.period = y.period AND n.code = t.code
ORDER BY y.period, t.position
