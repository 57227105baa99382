-- Rows point at rows that are there.
SELECT 'page of ' || document_id FROM page WHERE document_id NOT IN (SELECT document_id FROM document)
UNION ALL SELECT 'passage of ' || document_id FROM passage WHERE document_id NOT IN (SELECT document_id FROM document)
UNION ALL SELECT 'finding ' || finding_id FROM finding WHERE document_id NOT IN (SELECT document_id FROM document)
UNION ALL SELECT 'finding ' || finding_id FROM finding WHERE calamity_id IS NOT NULL AND calamity_id NOT IN (SELECT calamity_id FROM calamity)
UNION ALL SELECT 'victim of ' || calamity_id FROM victim WHERE calamity_id NOT IN (SELECT calamity_id FROM calamity)
UNION ALL SELECT 'reading ' || reading_id FROM calamity_reading WHERE reading_id NOT IN (SELECT reading_id FROM calamity_document)
UNION ALL SELECT 'calamity ' || calamity_id FROM calamity WHERE calamity_id NOT IN (SELECT calamity_id FROM calamity_document)
UNION ALL SELECT 'organisation ' || organisation FROM document_organisation WHERE document_id NOT IN (SELECT document_id FROM document)
