/*
title: {nl: Bevindingen met bewijs, en: Findings with evidence}
question:
  nl: Op welke zinnen rust een code?
  en: On which sentences does a code rest?
note:
  nl: Een rij per bewijsplaats. Een citaat staat letterlijk op de genoemde pagina van het bestand.
  en: One row for each place. A quote stands literally on that page of the file.
unit: vermelding
parameters: [corpus, variable, code, status, document, from, to]
columns: [variable, code, label, document_id, title, published, publication_year, calamity_id, value, status, certainty, evidence, page, quote, reason, rule, coder, finding_id, codebook_version]
disclosure: {kind: list}
*/
SELECT f.variable, f.code,
  coalesce(CASE $lang WHEN 'en' THEN c.label_en ELSE c.label_nl END, f.code) AS label,
  f.document_id, d.title,
  CASE d.publication_precision WHEN 'dag' THEN strftime(d.publication_date, '%Y-%m-%d')
    WHEN 'jaar' THEN strftime(d.publication_date, '%Y') ELSE strftime(d.publication_date, '%Y-%m') END AS published,
  year(d.publication_date) AS publication_year,
  f.calamity_id, f.value, f.status, f.certainty, e.evidence, e.page, e.quote, f.reason, f.rule, f.coder,
  f.finding_id, f.codebook_version
FROM coding f JOIN document d USING (document_id)
LEFT JOIN evidence e USING (finding_id)
LEFT JOIN code c ON c.variable = f.variable AND c.code = f.code
WHERE ($corpus = 'alle' OR d.in_corpus)
  AND ($variable = '' OR f.variable = $variable)
  AND ($code = '' OR f.code = $code)
  AND ($status = '' OR f.status = $status)
  AND ($document = '' OR starts_with(d.document_id, $document) OR starts_with(d.file_name, $document))
  AND ($from = 0 OR year(d.publication_date) >= $from)
  AND ($to = 0 OR year(d.publication_date) <= $to)
ORDER BY f.variable, f.code, d.publication_date DESC NULLS LAST, f.document_id, f.calamity_id, f.value, f.finding_id, e.evidence
