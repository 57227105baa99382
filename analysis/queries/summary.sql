/*
title: {nl: Kerncijfers, en: Key figures}
question:
  nl: Hoe groot is de verzameling?
  en: How large is the collection?
unit: zie kolom
parameters: [corpus]
columns: [documents, documents_all, codable, pages, calamities, victims_min, victims_max, recommendations, findings, first_year, last_year, newest, codebook_version]
disclosure: {kind: one-way}
*/
WITH scope AS (SELECT * FROM document WHERE $corpus = 'alle' OR in_corpus),
event AS (SELECT DISTINCT calamity_id FROM calamity_document JOIN scope USING (document_id)),
harmed AS (
  SELECT v.* FROM victim v WHERE calamity_id IN (SELECT calamity_id FROM event) AND role <> 'dader_overleden'
)
SELECT count(*) AS documents,
  (SELECT count(*) FROM document) AS documents_all,
  count(*) FILTER (text_status <> 'geen') AS codable,
  coalesce(sum(page_count), 0)::BIGINT AS pages,
  (SELECT count(*) FROM event) AS calamities,
  coalesce((SELECT sum(count_min) FROM harmed), 0)::BIGINT AS victims_min,
  (SELECT CASE WHEN count(*) = count(count_max) THEN coalesce(sum(count_max), 0) END FROM harmed)::BIGINT AS victims_max,
  (SELECT count(*) FROM recommendation JOIN scope USING (document_id)) AS recommendations,
  (SELECT count(*) FROM coding JOIN scope USING (document_id)) AS findings,
  min(year(publication_date)) AS first_year,
  max(year(publication_date)) AS last_year,
  max(publication_date) AS newest,
  string_agg(DISTINCT codebook_version, ', ' ORDER BY codebook_version) AS codebook_version
FROM scope
