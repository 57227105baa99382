-- A local path that a manifest gave as address stays behind.
SELECT document_id, file_name,
  CASE WHEN regexp_matches(source_url, '^https?://') THEN source_url END AS source_url,
  title, document_kind, publication_date, publication_precision, language, page_count, text_status,
  report_number, in_corpus, corpus_reason, codebook_version, overrides
FROM document ORDER BY document_id
