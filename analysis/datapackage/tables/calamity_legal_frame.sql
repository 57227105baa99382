SELECT calamity_id, legal_frame FROM calamity_legal_frame ORDER BY ALL
