/*
title: {nl: "Thema's", en: Themes}
question:
  nl: In hoeveel rapporten komt elk thema voor?
  en: In how many reports does each theme occur?
note:
  nl: Een rapport kan meer thema's hebben; de aandelen tellen niet op tot 100%.
  en: A report can have several themes; shares do not add up to 100%.
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
found AS (
  SELECT f.code, f.document_id, f.finding_id, f.status
  FROM coding f JOIN scope USING (document_id)
  WHERE f.variable = 'thema'
),
per_document AS (
  SELECT code, document_id, bool_or(status = 'aanwezig') AS present,
    bool_or(status = 'uitdrukkelijk_afwezig') AS absent
  FROM found GROUP BY code, document_id
),
quoted AS (
  SELECT code, count(DISTINCT (e.document_id, e.page, e.start_offset)) AS mentions
  FROM found JOIN evidence e USING (finding_id) WHERE status = 'aanwezig' GROUP BY code
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
WHERE c.variable = 'thema'
GROUP BY c.code, c.label_nl, c.label_en, c.parent, c.position
ORDER BY documents DESC, c.position
