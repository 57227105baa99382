/*
title: {nl: Slachtoffers naar afloop, en: Victims by outcome}
question:
  nl: Hoe liep het af voor de slachtoffers?
  en: What was the outcome for the victims?
note:
  nl: Geteld per gebeurtenis; overleden daders en eerdere sterfgevallen tellen niet mee.
  en: Counted by event; deceased perpetrators and earlier deaths are left out.
unit: slachtoffer
parameters: [corpus]
columns: [outcome, outcome_label, victims_min, victims_max, calamities]
disclosure: {kind: one-way, dimensions: [outcome], counts: [victims_min, victims_max]}
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
  SELECT v.*, calamity_id FROM event JOIN victim v USING (calamity_id) WHERE v.role <> 'dader_overleden'
),
outcomes(outcome, label_nl, label_en, position) AS (VALUES
  ('fataal', 'Overleden', 'Died', 1),
  ('ernstig_letsel', 'Ernstig letsel', 'Serious injury', 2),
  ('overig_letsel', 'Overig letsel', 'Other injury', 3),
  ('geen_letsel', 'Geen letsel', 'No injury', 4),
  ('onbekend', 'Afloop onbekend', 'Outcome unknown', 5)
)
SELECT o.outcome, CASE $lang WHEN 'en' THEN o.label_en ELSE o.label_nl END AS outcome_label,
  coalesce(sum(h.count_min), 0)::BIGINT AS victims_min, 
  CASE WHEN count(h.count_min) = count(h.count_max) THEN coalesce(sum(h.count_max), 0) END::BIGINT AS victims_max,
  count(DISTINCT h.calamity_id) AS calamities
FROM outcomes o LEFT JOIN harmed h USING (outcome)
GROUP BY o.outcome, o.label_nl, o.label_en, o.position
ORDER BY o.position
