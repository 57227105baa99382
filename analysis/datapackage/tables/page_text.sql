SELECT document_id, page, text
FROM page WHERE starts_with(document_id, $slice) ORDER BY document_id, page
