/*
title: {nl: Documenten naar uitvoerende organisatie, en: Documents by organisation}
question:
  nl: Welke inspecties en andere organisaties deden het onderzoek?
  en: Which inspectorates and other organisations did the investigation?
note:
  nl: Bij gezamenlijk onderzoek telt elke organisatie. Organisaties staan onder de naam die zij toen hadden.
  en: In a joint investigation each organisation counts. Organisations stand under the name they had then.
unit: document
parameters: [corpus, from, to]
columns: [organisation, label, documents]
disclosure: {kind: one-way, dimensions: [organisation], counts: [documents]}
*/
SELECT o.organisation,
  coalesce(CASE $lang WHEN 'en' THEN any_value(n.name_en) ELSE any_value(n.name_nl) END, o.organisation) AS label,
  count(DISTINCT d.document_id) AS documents
FROM document d JOIN document_organisation o USING (document_id)
LEFT JOIN organisation n USING (organisation)
WHERE o.role IN ('uitvoerend', 'samenwerkend') AND ($corpus = 'alle' OR d.in_corpus)
  AND ($from = 0 OR year(d.publication_date) >= $from)
  AND ($to = 0 OR year(d.publication_date) <= $to)
GROUP BY o.organisation ORDER BY documents DESC, o.organisation
