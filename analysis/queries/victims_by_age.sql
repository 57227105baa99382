/*
title: {nl: Slachtoffers naar leeftijd, en: Victims by age}
question:
  nl: Hoe oud waren de slachtoffers?
  en: How old were the victims?
note:
  nl: Een leeftijd die meer dan een groep omvat is onbekend; er wordt niets geschat. Alle jaren samen.
  en: An age that spans several groups is unknown; nothing is estimated. All years together.
unit: slachtoffer
parameters: [corpus]
columns: [age_group, label, victims_min, victims_max]
disclosure: {kind: one-way, dimensions: [age_group], counts: [victims_min, victims_max]}
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
  SELECT v.* FROM event JOIN victim v USING (calamity_id) WHERE v.role <> 'dader_overleden'
),
ages(age_group, label_nl, label_en, position) AS (VALUES
  ('0', '0 jaar', '0 years', 1),
  ('1-3', '1 tot en met 3 jaar', '1 to 3 years', 2),
  ('4-11', '4 tot en met 11 jaar', '4 to 11 years', 3),
  ('12-17', '12 tot en met 17 jaar', '12 to 17 years', 4),
  ('18-22', '18 tot en met 22 jaar', '18 to 22 years', 5),
  ('23+', '23 jaar en ouder', '23 years and over', 6),
  ('minderjarig_onbekend', 'Minderjarig, leeftijd onbekend', 'Minor, age unknown', 7),
  ('onbekend', 'Leeftijd onbekend', 'Age unknown', 8)
)
SELECT a.age_group, CASE $lang WHEN 'en' THEN a.label_en ELSE a.label_nl END AS label,
  coalesce(sum(h.count_min), 0)::BIGINT AS victims_min, 
  CASE WHEN count(h.count_min) = count(h.count_max) THEN coalesce(sum(h.count_max), 0) END::BIGINT AS victims_max
FROM ages a LEFT JOIN harmed h USING (age_group)
GROUP BY a.age_group, a.label_nl, a.label_en, a.position
ORDER BY a.position
