/*
title: {nl: Codeboek, en: Codebook}
question:
  nl: Welke codes zijn er, en wat betekenen ze?
  en: Which codes are there, and what do they mean?
unit: code
parameters: [variable]
columns: [variable, code, label, parent, definition, valid_from, valid_to, source]
disclosure: {kind: list}
*/
SELECT variable, code, CASE $lang WHEN 'en' THEN label_en ELSE label_nl END AS label, parent,
  CASE $lang WHEN 'en' THEN definition_en ELSE definition_nl END AS definition, valid_from, valid_to, source
FROM code WHERE $variable = '' OR variable = $variable
ORDER BY variable, position
