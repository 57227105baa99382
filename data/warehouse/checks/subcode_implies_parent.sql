-- A sub-code that is present implies its parent.
SELECT f.document_id || ' ' || f.code FROM coding f JOIN code c ON c.variable = f.variable AND c.code = f.code
WHERE c.parent IS NOT NULL AND f.status = 'aanwezig' AND NOT EXISTS (
  SELECT 1 FROM coding p WHERE p.document_id = f.document_id AND p.variable = f.variable
    AND p.code = c.parent AND p.status = 'aanwezig')
