/*
title: {nl: Documenten naar soort, en: Documents by kind}
question:
  nl: Welke soorten documenten zijn het?
  en: Which kinds of documents are there?
unit: document
parameters: [corpus, from, to]
columns: [code, label, documents]
disclosure: {kind: one-way, dimensions: [code], counts: [documents]}
*/
SELECT coalesce(d.document_kind, 'onbekend') AS code,
  coalesce(CASE $lang WHEN 'en' THEN any_value(c.label_en) ELSE any_value(c.label_nl) END,
    replace(d.document_kind, '_', ' '), CASE $lang WHEN 'en' THEN 'Unknown' ELSE 'Onbekend' END) AS label,
  count(*) AS documents
FROM document d LEFT JOIN code c ON c.variable = 'documentsoort' AND c.code = d.document_kind
WHERE ($corpus = 'alle' OR d.in_corpus)
  AND ($from = 0 OR year(d.publication_date) >= $from)
  AND ($to = 0 OR year(d.publication_date) <= $to)
GROUP BY d.document_kind ORDER BY documents DESC, code
