/*
title: {nl: Documenten per jaar, en: Documents by year}
question:
  nl: Hoeveel rapporten zijn per jaar gepubliceerd?
  en: How many reports were published each year?
note:
  nl: Alleen rapporten die zijn ingelezen; wat niet gepubliceerd of niet gevonden is ontbreekt.
  en: Only reports that were read; what was not published or not found is missing.
unit: document
parameters: [corpus]
columns: [year, documents]
disclosure: {kind: one-way, dimensions: [year], counts: [documents]}
*/
SELECT coalesce(year(publication_date)::VARCHAR, 'onbekend') AS year, count(*) AS documents
FROM document WHERE $corpus = 'alle' OR in_corpus
GROUP BY 1 ORDER BY 1
