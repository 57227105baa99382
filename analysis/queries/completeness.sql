/*
title: {nl: Volledigheid, en: Completeness}
question:
  nl: Van hoeveel documenten, calamiteiten en slachtoffers is elk veld bekend?
  en: For how many documents, calamities and victims is each field known?
note:
  nl: Onbekend is niet nul, en wordt nergens geschat.
  en: Unknown is not zero, and is estimated nowhere.
unit: rij
parameters: [corpus]
columns: [field, filled, total, share]
computed:
  share: share(filled, total)
disclosure: {kind: one-way, dimensions: [field], counts: [filled]}
*/
WITH d AS (SELECT * FROM document WHERE $corpus = 'alle' OR in_corpus),
c AS (SELECT * FROM calamity WHERE calamity_id IN (SELECT calamity_id FROM calamity_document JOIN d USING (document_id))),
v AS (SELECT * FROM victim WHERE calamity_id IN (SELECT calamity_id FROM c) AND role <> 'dader_overleden'),
field(position, field, filled, total) AS (
  SELECT 1, 'document.title', count(title), count(*) FROM d
  UNION ALL SELECT 2, 'document.document_kind', count(document_kind), count(*) FROM d
  UNION ALL SELECT 3, 'document.publication_date', count(publication_date), count(*) FROM d
  UNION ALL SELECT 4, 'document.organisation', count(*) FILTER (document_id IN (
    SELECT document_id FROM document_organisation WHERE role IN ('uitvoerend', 'samenwerkend'))), count(*) FROM d
  UNION ALL SELECT 5, 'document.text', count(*) FILTER (text_status <> 'geen'), count(*) FROM d
  UNION ALL SELECT 6, 'document.source_url', count(source_url), count(*) FROM d
  UNION ALL SELECT 7, 'calamity.event_date', count(event_date), count(*) FROM c
  UNION ALL SELECT 8, 'calamity.types', count(types), count(*) FROM c
  UNION ALL SELECT 9, 'calamity.setting', count(*) FILTER (setting <> 'onbekend'), count(*) FROM c
  UNION ALL SELECT 10, 'calamity.area', count(area_name), count(*) FROM c
  UNION ALL SELECT 11, 'calamity.legal_frame', count(*) FILTER (legal_frame <> 'onbekend'), count(*) FROM c
  UNION ALL SELECT 12, 'calamity.intent_status', count(intent_status), count(*) FROM c
  UNION ALL SELECT 13, 'victim.count', count(*) FILTER (count_min = count_max), count(*) FROM v
  UNION ALL SELECT 14, 'victim.outcome', count(*) FILTER (outcome <> 'onbekend'), count(*) FROM v
  UNION ALL SELECT 15, 'victim.age_group', count(*) FILTER (age_group NOT IN ('onbekend', 'minderjarig_onbekend')), count(*) FROM v
)
SELECT field, filled, total FROM field ORDER BY position
