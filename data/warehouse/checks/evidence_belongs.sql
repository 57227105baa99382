-- Evidence belongs to a finding of the same document.
SELECT e.finding_id FROM evidence e
LEFT JOIN finding f ON f.finding_id = e.finding_id AND f.document_id = e.document_id
WHERE f.finding_id IS NULL
