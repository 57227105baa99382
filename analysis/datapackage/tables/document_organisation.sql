-- A municipality would tell the place of an event more finely than its province.
SELECT DISTINCT document_id,
  CASE WHEN regexp_matches(organisation, '^gm[0-9]') THEN 'gemeente' ELSE organisation END AS organisation,
  role
FROM document_organisation ORDER BY ALL
