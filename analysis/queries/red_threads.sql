/*
title: {nl: Rode draden, en: Red threads}
question:
  nl: In hoeveel rapporten komt elke rode draad voor, en hoe vaak?
  en: In how many reports does each red thread occur, and how often?
note:
  nl: Een subcode telt bij zijn rode draad mee. Een rapport kan meer rode draden hebben; de aandelen tellen niet op tot 100%.
  en: A sub-code counts for its red thread. A report can have several; shares do not add up to 100%.
unit: document
parameters: [corpus, from, to]
columns: [code, label, documents, mentions, explicitly_absent, codable, share, share_low, share_high]
computed:
  share: share(documents, codable)
  share_low: wilson_low(documents, codable)
  share_high: wilson_high(documents, codable)
disclosure: {kind: one-way, dimensions: [code], counts: [documents]}
*/
WITH scope AS (
  SELECT * FROM document
  WHERE ($corpus = 'alle' OR in_corpus) AND text_status <> 'geen'
    AND ($from = 0 OR year(publication_date) >= $from)
    AND ($to = 0 OR year(publication_date) <= $to)
),
-- A sub-code speaks for its parent.
thread AS (
  SELECT coalesce(c.parent, c.code) AS code, f.document_id, f.finding_id, f.status
  FROM coding f
  JOIN code c ON c.variable = f.variable AND c.code = f.code
  JOIN scope USING (document_id)
  WHERE f.variable = 'rode_draad'
),
per_document AS (
  SELECT code, document_id, bool_or(status = 'aanwezig') AS present,
    bool_or(status = 'uitdrukkelijk_afwezig') AS absent
  FROM thread GROUP BY code, document_id
),
quoted AS (
  SELECT code, count(DISTINCT (e.document_id, e.page, e.start_offset)) AS mentions
  FROM thread JOIN evidence e USING (finding_id) WHERE status = 'aanwezig' GROUP BY code
)
SELECT c.code,
  CASE $lang WHEN 'en' THEN c.label_en ELSE c.label_nl END AS label,
  count(*) FILTER (present) AS documents,
  coalesce(any_value(mentions), 0) AS mentions,
  count(*) FILTER (absent AND NOT present) AS explicitly_absent,
  (SELECT count(*) FROM scope) AS codable
FROM code c
LEFT JOIN per_document USING (code)
LEFT JOIN quoted USING (code)
WHERE c.variable = 'rode_draad' AND c.parent IS NULL
GROUP BY c.code, c.label_nl, c.label_en, c.position
ORDER BY c.position
