-- Counts and ages are ranges that make sense; nothing unknown is stored as zero.
SELECT reading_id || ' victim ' || victim FROM victim_reading
WHERE count_min < 0 OR count_max < count_min OR count_max = 0
   OR age_months_min < 0 OR age_months_max < age_months_min OR age_months_max > 1440
UNION ALL
SELECT document_id FROM document WHERE (publication_date IS NULL) <> (publication_precision = 'onbekend')
UNION ALL
SELECT reading_id FROM calamity_reading WHERE (event_date IS NULL) <> (event_precision = 'onbekend')
