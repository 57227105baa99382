/*
title: {nl: Documenten, en: Documents}
question:
  nl: Welke documenten zijn ingelezen, en wat is erin gevonden?
  en: Which documents were read, and what was found in them?
unit: document
parameters: [corpus, from, to, document]
columns: [document_id, title, document_kind, kind_label, published, publication_year, organisations, pages, text_status, red_threads, themes, sectors, calamities, report_number, source_url, file_name, in_corpus, corpus_reason, overrides, codebook_version]
disclosure: {kind: list}
*/
SELECT d.document_id, d.title, d.document_kind,
  coalesce((SELECT CASE $lang WHEN 'en' THEN label_en ELSE label_nl END FROM code
    WHERE variable = 'documentsoort' AND code = d.document_kind), replace(d.document_kind, '_', ' ')) AS kind_label,
  CASE d.publication_precision WHEN 'dag' THEN strftime(d.publication_date, '%Y-%m-%d')
    WHEN 'jaar' THEN strftime(d.publication_date, '%Y') ELSE strftime(d.publication_date, '%Y-%m') END AS published,
  year(d.publication_date) AS publication_year,
  (SELECT string_agg(DISTINCT organisation, ',' ORDER BY organisation) FROM document_organisation o
    WHERE o.document_id = d.document_id AND role IN ('uitvoerend', 'samenwerkend')) AS organisations,
  d.page_count AS pages, d.text_status,
  (SELECT string_agg(DISTINCT code, ',' ORDER BY code) FROM coding f
    WHERE f.document_id = d.document_id AND variable = 'rode_draad' AND status = 'aanwezig') AS red_threads,
  (SELECT string_agg(DISTINCT code, ',' ORDER BY code) FROM coding f
    WHERE f.document_id = d.document_id AND variable = 'thema' AND status = 'aanwezig') AS themes,
  (SELECT string_agg(DISTINCT code, ',' ORDER BY code) FROM coding f
    WHERE f.document_id = d.document_id AND variable = 'sector' AND status = 'aanwezig'
      AND coalesce(value, 'betrokken') <> 'genoemd') AS sectors,
  (SELECT count(DISTINCT calamity_id) FROM calamity_document c WHERE c.document_id = d.document_id) AS calamities,
  d.report_number, d.source_url, d.file_name, d.in_corpus, d.corpus_reason, d.overrides, d.codebook_version
FROM document d
WHERE ($corpus = 'alle' OR d.in_corpus)
  AND ($from = 0 OR year(d.publication_date) >= $from)
  AND ($to = 0 OR year(d.publication_date) <= $to)
  AND ($document = '' OR starts_with(d.document_id, $document) OR starts_with(d.file_name, $document))
ORDER BY d.publication_date DESC NULLS LAST, d.title, d.document_id
