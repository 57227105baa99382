-- Status, certainty, precision and outcome have values of their lists.
SELECT finding_id FROM finding
WHERE status NOT IN ('aanwezig', 'uitdrukkelijk_afwezig', 'niet_genoemd', 'onleesbaar', 'betwist')
   OR certainty NOT IN ('hoog', 'middel', 'laag')
UNION ALL
SELECT document_id FROM document
WHERE publication_precision NOT IN ('dag', 'maand', 'seizoen', 'jaar', 'onbekend')
   OR text_status NOT IN ('tekst', 'ocr', 'gemengd', 'geen')
UNION ALL
SELECT reading_id FROM victim_reading
WHERE outcome NOT IN ('fataal', 'ernstig_letsel', 'overig_letsel', 'geen_letsel', 'onbekend')
   OR sex NOT IN ('m', 'v', 'anders', 'niet_vermeld')
