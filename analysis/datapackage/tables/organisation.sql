SELECT organisation, name_nl, name_en, valid_from, valid_to, successor, tooi_uri FROM organisation
UNION ALL SELECT 'gemeente', 'Een gemeente, zonder naam', 'A municipality, not named', NULL, NULL, NULL, NULL
ORDER BY organisation
