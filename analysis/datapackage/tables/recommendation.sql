-- More than a quote's worth of words only on request.
WITH words AS (SELECT *, string_split_regex(trim(text), '\s+') AS word FROM recommendation)
SELECT document_id, recommendation, page,
  CASE WHEN $text OR len(word) <= 25 THEN text ELSE array_to_string(word[1:25], ' ') || ' …' END AS text,
  addressee, form, level, deadline
FROM words ORDER BY document_id, recommendation
