/*
title: {nl: Calamiteiten per jaar, en: Calamities by year}
question:
  nl: Hoeveel calamiteiten per jaar van de gebeurtenis zijn beschreven?
  en: How many calamities by year of the event are described?
note:
  nl: Een gebeurtenis in twee rapporten telt een keer. Is het jaar onbekend, dan telt het jaar van het eerste rapport. Alleen gepubliceerde rapporten; nooit het aantal calamiteiten in Nederland.
  en: An event in two reports counts once. When its year is unknown, the year of the first report counts. Published reports only; never the number of calamities in the Netherlands.
unit: calamiteit
parameters: [corpus]
columns: [year, calamities, calamities_low, calamities_high, dated_by_report]
computed:
  calamities_low: poisson_low(calamities)
  calamities_high: poisson_high(calamities)
disclosure: {kind: one-way, dimensions: [year], counts: [calamities]}
*/
WITH scope AS (
  SELECT document_id, publication_date FROM document WHERE $corpus = 'alle' OR in_corpus
),
-- An event counts once, by its own year, or else by the year of its first report.
event AS (
  SELECT c.*, coalesce(year(c.event_date), year(r.first_report))::VARCHAR AS event_year,
    c.event_date IS NULL AS by_report
  FROM calamity c JOIN (
    SELECT calamity_id, min(publication_date) AS first_report
    FROM calamity_document JOIN scope USING (document_id) GROUP BY calamity_id
  ) r USING (calamity_id)
)
SELECT coalesce(event_year, 'onbekend') AS year, count(*) AS calamities,
  count(*) FILTER (by_report) AS dated_by_report
FROM event GROUP BY 1 ORDER BY 1
