-- A finding of a variable with a code list has a code of that list.
SELECT f.finding_id || ' ' || f.variable || ' ' || f.code FROM finding f
WHERE f.variable IN (SELECT variable FROM code)
  AND NOT EXISTS (SELECT 1 FROM code c WHERE c.variable = f.variable AND c.code = f.code)
