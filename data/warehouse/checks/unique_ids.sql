-- Identifiers stand there once.
SELECT document_id FROM document GROUP BY 1 HAVING count(*) > 1
UNION ALL SELECT finding_id FROM finding GROUP BY 1 HAVING count(*) > 1
UNION ALL SELECT calamity_id FROM calamity GROUP BY 1 HAVING count(*) > 1
UNION ALL SELECT document_id || ' page ' || page FROM page GROUP BY document_id, page HAVING count(*) > 1
UNION ALL SELECT document_id || ' passage ' || passage FROM passage GROUP BY document_id, passage HAVING count(*) > 1
