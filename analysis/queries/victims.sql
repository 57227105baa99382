/*
title: {nl: Slachtoffers, en: Victims}
question:
  nl: Welke slachtoffers beschrijven de rapporten?
  en: Which victims do the reports describe?
note:
  nl: Een rij is een persoon, of een groep van wie alleen het aantal bekend is. Geslacht staat er niet bij; samen met jaar en gebied zou het mensen aanwijzen.
  en: A row is a person, or a group of whom only the number is known. Sex is left out; with year and area it would point at people.
unit: slachtoffer
parameters: [corpus]
columns: [calamity_id, year, victims_min, victims_max, outcome, age_group]
disclosure: {kind: list}
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
SELECT calamity_id, coalesce(event_year, 'onbekend') AS year, v.count_min AS victims_min, v.count_max AS victims_max,
  v.outcome, v.age_group
FROM event JOIN victim v USING (calamity_id)
WHERE v.role <> 'dader_overleden'
ORDER BY year DESC, calamity_id, v.victim
