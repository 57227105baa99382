/*
title: {nl: Gerapporteerde aantallen, en: Reported counts}
question:
  nl: Welke cijfers halen de documenten aan die niet hun eigen slachtoffers zijn?
  en: Which figures do the documents quote that are not their own victims?
note:
  nl: Deze cijfers worden nergens opgeteld; definities en perioden verschillen.
  en: These figures are added up nowhere; definitions and periods differ.
unit: vermelding
parameters: [corpus, document]
columns: [document_id, title, subject, figure, period, page, quote]
disclosure: {kind: list}
*/
SELECT r.document_id, d.title, r.subject, r.value AS figure, r.period, r.page, r.quote
FROM reported_count r JOIN document d USING (document_id)
WHERE ($corpus = 'alle' OR d.in_corpus)
  AND ($document = '' OR starts_with(d.document_id, $document) OR starts_with(d.file_name, $document))
ORDER BY d.publication_date DESC NULLS LAST, r.document_id, r.page, r.subject, r.value
