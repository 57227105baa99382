SELECT calamity_id, calamity_type, main FROM calamity_type ORDER BY ALL
