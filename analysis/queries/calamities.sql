/*
title: {nl: Calamiteiten, en: Calamities}
question:
  nl: Welke calamiteiten zijn beschreven, en in welke documenten?
  en: Which calamities are described, and in which documents?
note:
  nl: Jaar en provincie; fijner wordt een gebeurtenis niet getoond.
  en: Year and province; an event is shown no finer.
unit: calamiteit
parameters: [corpus]
columns: [calamity_id, year, dated_by_report, event_class, event_class_label, types, type_label, setting, setting_label, province, legal_frame, intent_status, victims_min, victims_max, perpetrator_deaths, documents]
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
),
place AS (
  SELECT code, any_value(province) AS province FROM municipality GROUP BY code
)
SELECT e.calamity_id, coalesce(e.event_year, 'onbekend') AS year, e.by_report AS dated_by_report,
  e.event_class, coalesce((SELECT CASE $lang WHEN 'en' THEN c.label_en ELSE c.label_nl END FROM code c
    WHERE c.code = e.event_class AND c.variable = 'ernst'), replace(e.event_class, '_', ' ')) AS event_class_label,
  e.types, coalesce((SELECT CASE $lang WHEN 'en' THEN c.label_en ELSE c.label_nl END FROM code c
    WHERE c.code = split_part(e.types, ',', 1) AND c.variable = 'calamiteitstype'), replace(split_part(e.types, ',', 1), '_', ' ')) AS type_label,
  e.setting, coalesce((SELECT CASE $lang WHEN 'en' THEN c.label_en ELSE c.label_nl END FROM code c
    WHERE c.code = e.setting AND c.variable = 'setting'), replace(e.setting, '_', ' ')) AS setting_label,
  coalesce(p.province, CASE e.area_level WHEN 'provincie' THEN e.area_name END) AS province,
  e.legal_frame, e.intent_status,
  coalesce((SELECT sum(count_min) FROM victim v WHERE v.calamity_id = e.calamity_id AND role <> 'dader_overleden'), 0)::BIGINT AS victims_min,
  (SELECT CASE WHEN count(*) = count(count_max) THEN coalesce(sum(count_max), 0) END FROM victim v
    WHERE v.calamity_id = e.calamity_id AND role <> 'dader_overleden')::BIGINT AS victims_max,
  e.perpetrator_deaths,
  (SELECT string_agg(DISTINCT d.document_id, ',' ORDER BY d.document_id) FROM calamity_document d
    JOIN scope USING (document_id) WHERE d.calamity_id = e.calamity_id) AS documents
FROM event e LEFT JOIN place p ON p.code = coalesce(e.area_code_now, e.area_code)
ORDER BY year DESC, e.calamity_id
