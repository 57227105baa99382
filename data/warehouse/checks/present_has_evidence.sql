-- A finding that is present or explicitly absent has evidence.
SELECT f.finding_id FROM finding f
WHERE f.status IN ('aanwezig', 'uitdrukkelijk_afwezig')
  AND NOT EXISTS (SELECT 1 FROM evidence e WHERE e.finding_id = f.finding_id)
