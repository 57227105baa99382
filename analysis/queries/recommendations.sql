/*
title: {nl: Aanbevelingen, en: Recommendations}
question:
  nl: Wat bevelen de rapporten aan, aan wie, en voor wanneer?
  en: What do the reports recommend, to whom, and by when?
unit: aanbeveling
parameters: [corpus, from, to, document]
columns: [document_id, title, publication_year, recommendation, page, text, addressee, addressee_label, form, level, deadline]
disclosure: {kind: list}
*/
SELECT r.document_id, d.title, year(d.publication_date) AS publication_year, r.recommendation, r.page, r.text, r.addressee,
  coalesce((SELECT CASE $lang WHEN 'en' THEN c.label_en ELSE c.label_nl END FROM code c
    WHERE c.code = r.addressee AND c.variable = 'aanbeveling'), replace(r.addressee, '_', ' ')) AS addressee_label, r.form, r.level, r.deadline
FROM recommendation r JOIN document d USING (document_id)
WHERE ($corpus = 'alle' OR d.in_corpus)
  AND ($from = 0 OR year(d.publication_date) >= $from)
  AND ($to = 0 OR year(d.publication_date) <= $to)
  AND ($document = '' OR starts_with(d.document_id, $document) OR starts_with(d.file_name, $document))
ORDER BY d.publication_date DESC NULLS LAST, r.document_id, r.recommendation
