-- More than a quote's worth of words only on request.
WITH words AS (SELECT *, string_split_regex(trim(quote), '\s+') AS word FROM reported_count)
SELECT document_id, subject, value, period, page,
  CASE WHEN $text OR len(word) <= 25 THEN quote ELSE array_to_string(word[1:25], ' ') || ' …' END AS quote
FROM words ORDER BY ALL
