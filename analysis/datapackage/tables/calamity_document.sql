SELECT calamity_id, document_id, relation, reason, reading_id FROM calamity_document ORDER BY ALL
