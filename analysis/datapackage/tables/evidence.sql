-- The quotes that a date, a place or a municipality rests on would tell what was
-- made coarse; their page and offsets stay.
WITH place AS (
  SELECT finding_id FROM finding
  WHERE starts_with(document_id, $slice)
    AND (variable = 'gebeurtenis' AND code IN ('date', 'datum', 'area', 'gebied', 'period', 'periode')
      OR variable = 'organisatie' AND regexp_matches(code, '^gm[0-9]'))
),
quoted AS (
  SELECT e.*, e.finding_id IN (SELECT finding_id FROM place) AS quote_withheld
  FROM evidence e WHERE starts_with(e.document_id, $slice)
)
SELECT finding_id, evidence, document_id, page, start_offset, end_offset,
  CASE WHEN NOT quote_withheld THEN quote END AS quote, quote_withheld
FROM quoted ORDER BY document_id, finding_id, evidence
