-- There is exactly one effective coding per document, calamity, variable, code and value.
SELECT document_id || ' ' || variable || ' ' || code FROM coding
GROUP BY document_id, calamity_id, variable, code, value HAVING count(*) > 1
