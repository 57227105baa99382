SELECT variable, code, label_nl, label_en, parent, definition_nl, definition_en, position, valid_from, valid_to, source
FROM code ORDER BY variable, position
