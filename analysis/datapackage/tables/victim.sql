-- Ages in months stay behind.
SELECT calamity_id, victim, count_min, count_max, outcome, age_group, sex, role
FROM victim ORDER BY calamity_id, victim
