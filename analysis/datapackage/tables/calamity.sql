-- Years instead of dates; the province instead of the municipality or locality.
WITH province(name, code) AS (VALUES
  ('Groningen', 'pv20'), ('Fryslân', 'pv21'), ('Drenthe', 'pv22'), ('Overijssel', 'pv23'),
  ('Flevoland', 'pv24'), ('Gelderland', 'pv25'), ('Utrecht', 'pv26'), ('Noord-Holland', 'pv27'),
  ('Zuid-Holland', 'pv28'), ('Zeeland', 'pv29'), ('Noord-Brabant', 'pv30'), ('Limburg', 'pv31')
),
area AS (
  SELECT m.code, any_value(p.code) AS province_code, any_value(p.name) AS province_name
  FROM municipality m JOIN province p ON p.name = m.province GROUP BY m.code
  UNION ALL SELECT code, code, name FROM province
)
SELECT c.calamity_id, c.event_class, year(c.event_date) AS event_year,
  CASE WHEN c.event_date IS NULL THEN 'onbekend' ELSE 'jaar' END AS event_precision,
  c.setting,
  CASE WHEN a.code IS NOT NULL THEN 'provincie' WHEN c.area_level = 'land' THEN 'land' ELSE 'onbekend' END AS area_level,
  a.province_code AS area_code, a.province_name AS area_name,
  year(c.period_from) AS period_from_year, year(c.period_to) AS period_to_year,
  c.intent_status, c.perpetrator_deaths
FROM calamity c LEFT JOIN area a ON a.code = c.area_code
ORDER BY c.calamity_id
