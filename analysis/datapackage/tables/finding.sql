-- What a finding says of the date, the period and the place of an event is as
-- coarse as in table calamity, also in a code whose value is a whole date.
WITH area AS (
  SELECT r.reading_id, coalesce(any_value(m.province), any_value(r.area_name) FILTER (r.area_level IN ('provincie', 'land'))) AS name
  FROM calamity_reading r LEFT JOIN municipality m ON m.code = r.area_code
  WHERE starts_with(r.document_id, $slice) GROUP BY r.reading_id
),
in_force AS (SELECT finding_id FROM coding WHERE starts_with(document_id, $slice))
SELECT f.finding_id, f.document_id, f.calamity_id, f.variable,
  CASE WHEN f.variable = 'organisatie' AND regexp_matches(f.code, '^gm[0-9]') THEN 'gemeente' ELSE f.code END AS code,
  f.status,
  CASE WHEN f.variable <> 'gebeurtenis' THEN f.value
    WHEN f.code IN ('area', 'gebied') THEN a.name
    ELSE regexp_replace(f.value, '([0-9]{4})-[0-9]{2}(-[0-9]{2})?', '\1', 'g') END AS value,
  f.certainty, f.coder, f.rule, f.reason, f.codebook_version, f.reading_id,
  f.finding_id IN (SELECT finding_id FROM in_force) AS in_force
FROM finding f LEFT JOIN area a ON a.reading_id = f.reading_id
WHERE starts_with(f.document_id, $slice)
ORDER BY f.document_id, f.finding_id
