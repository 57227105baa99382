/*
title: {nl: Betrokken sectoren, en: Sectors involved}
question:
  nl: Hoe vaak zijn sectoren betrokken bij de calamiteiten waarover gerapporteerd is?
  en: How often are sectors involved in the calamities that were reported on?
note:
  nl: Een sector is betrokken als hij een andere rol heeft dan alleen genoemd. Aantallen hangen af van omvang en publicatiebeleid; zij zeggen niets over de kwaliteit van een sector.
  en: A sector is involved when it has any role but being named. Counts depend on size and publication policy; they say nothing of a sector's quality.
unit: document
parameters: [corpus, from, to]
columns: [code, label, documents, mentions, named_only, codable, share, share_low, share_high]
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
  SELECT f.code, f.document_id, f.finding_id, coalesce(f.value, 'betrokken') <> 'genoemd' AS involved
  FROM coding f JOIN scope USING (document_id)
  WHERE f.variable = 'sector' AND f.status = 'aanwezig'
),
per_document AS (
  SELECT code, document_id, bool_or(involved) AS involved FROM found GROUP BY code, document_id
),
quoted AS (
  SELECT code, count(DISTINCT (e.document_id, e.page, e.start_offset)) AS mentions
  FROM found JOIN evidence e USING (finding_id) WHERE involved GROUP BY code
)
SELECT c.code,
  CASE $lang WHEN 'en' THEN c.label_en ELSE c.label_nl END AS label,
  count(*) FILTER (involved) AS documents,
  coalesce(any_value(mentions), 0) AS mentions,
  count(*) FILTER (NOT involved) AS named_only,
  (SELECT count(*) FROM scope) AS codable
FROM code c
LEFT JOIN per_document USING (code)
LEFT JOIN quoted USING (code)
WHERE c.variable = 'sector'
GROUP BY c.code, c.label_nl, c.label_en, c.position
ORDER BY documents DESC, c.position
