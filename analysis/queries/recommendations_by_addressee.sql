/*
title: {nl: Aanbevelingen naar geadresseerde, en: Recommendations by addressee}
question:
  nl: Tot wie richten de aanbevelingen zich?
  en: To whom are the recommendations addressed?
unit: aanbeveling
parameters: [corpus, from, to]
columns: [addressee, addressee_label, recommendations, documents]
disclosure: {kind: one-way, dimensions: [addressee], counts: [recommendations, documents]}
*/
SELECT r.addressee, coalesce((SELECT CASE $lang WHEN 'en' THEN c.label_en ELSE c.label_nl END FROM code c
    WHERE c.code = r.addressee AND c.variable = 'aanbeveling'), replace(r.addressee, '_', ' ')) AS addressee_label,
  count(*) AS recommendations, count(DISTINCT r.document_id) AS documents
FROM recommendation r JOIN document d USING (document_id)
WHERE ($corpus = 'alle' OR d.in_corpus)
  AND ($from = 0 OR year(d.publication_date) >= $from)
  AND ($to = 0 OR year(d.publication_date) <= $to)
GROUP BY r.addressee ORDER BY recommendations DESC, r.addressee
