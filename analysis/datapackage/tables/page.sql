SELECT document_id, page, label, engine, engine_version, quality, fallback_reason
FROM page WHERE starts_with(document_id, $slice) ORDER BY document_id, page
