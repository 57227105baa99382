/*
title: {nl: Basisvragen, en: Basic questions}
question:
  nl: Welke van de vijf basisvragen stellen en beantwoorden de rapporten?
  en: Which of the five basic questions do the reports ask and answer?
note:
  nl: Een rapport telt een keer per vraag, bij het sterkste antwoord.
  en: A report counts once for each question, under its strongest answer.
unit: document
parameters: [corpus, from, to]
columns: [code, label, answered, unanswered, named, codable]
disclosure: {kind: one-way, dimensions: [code], counts: [answered, unanswered, named]}
*/
WITH scope AS (
  SELECT * FROM document
  WHERE ($corpus = 'alle' OR in_corpus) AND text_status <> 'geen'
    AND ($from = 0 OR year(publication_date) >= $from)
    AND ($to = 0 OR year(publication_date) <= $to)
),
strongest AS (
  SELECT f.code, f.document_id,
    min(CASE f.value WHEN 'beantwoord' THEN 1 WHEN 'onbeantwoord' THEN 2 ELSE 3 END) AS answer
  FROM coding f JOIN scope USING (document_id)
  WHERE f.variable = 'basisvraag' AND f.status = 'aanwezig'
  GROUP BY f.code, f.document_id
)
SELECT c.code, CASE $lang WHEN 'en' THEN c.label_en ELSE c.label_nl END AS label,
  count(*) FILTER (answer = 1) AS answered, count(*) FILTER (answer = 2) AS unanswered,
  count(*) FILTER (answer = 3) AS named, (SELECT count(*) FROM scope) AS codable
FROM code c LEFT JOIN strongest USING (code)
WHERE c.variable = 'basisvraag'
GROUP BY c.code, c.label_nl, c.label_en, c.position
ORDER BY c.position
