/*
title: {nl: Slachtoffers per jaar, en: Victims by year}
question:
  nl: Hoeveel slachtoffers per jaar van de gebeurtenis, en met welke afloop?
  en: How many victims by year of the event, and with which outcome?
note:
  nl: Geteld per gebeurtenis; overleden daders en eerdere sterfgevallen tellen niet mee. Waar een rapport geen precies aantal noemt staan een minimum en een maximum. Slachtoffers van een gebeurtenis horen bij elkaar; het interval is daarom eerder te smal dan te breed.
  en: Counted by event; deceased perpetrators and earlier deaths are left out. Where a report gives no exact number there is a minimum and a maximum. Victims of one event belong together, so the interval is too narrow rather than too wide.
unit: slachtoffer
parameters: [corpus]
columns: [year, outcome, outcome_label, victims_min, victims_max, victims_low, victims_high, calamities]
computed:
  victims_low: poisson_low(victims_min)
  victims_high: poisson_high(victims_max)
disclosure:
  kind: crossed
  dimensions: [year, outcome]
  counts: [victims_min, victims_max]
  derived: [victims_low, victims_high, calamities]
  adds_over: [year, outcome]
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
),
harmed AS (
  SELECT coalesce(event_year, 'onbekend') AS year, v.outcome, calamity_id, v.count_min, v.count_max
  FROM event JOIN victim v USING (calamity_id)
  WHERE v.role <> 'dader_overleden'
),
counts AS (
  SELECT CASE WHEN grouping(year) = 1 THEN 'alle' ELSE year END AS year,
    CASE WHEN grouping(outcome) = 1 THEN 'alle' ELSE outcome END AS outcome,
    sum(count_min)::BIGINT AS victims_min,
    CASE WHEN count(*) = count(count_max) THEN sum(count_max) END::BIGINT AS victims_max,
    count(DISTINCT calamity_id) AS calamities
  FROM harmed GROUP BY CUBE (year, outcome)
),
outcomes(outcome, label_nl, label_en, position) AS (VALUES
  ('fataal', 'Overleden', 'Died', 1),
  ('ernstig_letsel', 'Ernstig letsel', 'Serious injury', 2),
  ('overig_letsel', 'Overig letsel', 'Other injury', 3),
  ('geen_letsel', 'Geen letsel', 'No injury', 4),
  ('onbekend', 'Afloop onbekend', 'Outcome unknown', 5),
  ('alle', 'Alle slachtoffers', 'All victims', 6)
),
years AS (
  SELECT DISTINCT coalesce(event_year, 'onbekend') AS year FROM event
  UNION SELECT 'alle' WHERE EXISTS (SELECT * FROM event)
)
SELECT y.year, o.outcome, CASE $lang WHEN 'en' THEN o.label_en ELSE o.label_nl END AS outcome_label,
  coalesce(n.victims_min, 0) AS victims_min,
  CASE WHEN n.year IS NULL THEN 0 ELSE n.victims_max END AS victims_max,
  coalesce(n.calamities, 0) AS calamities
FROM years y CROSS JOIN outcomes o
LEFT JOIN counts n ON n.year = y.year AND n.outcome = o.outcome
ORDER BY y.year, o.position
