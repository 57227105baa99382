SELECT document_id, passage, page, section, heading_path, kind, start_offset, end_offset, text, level, pieces
FROM passage WHERE starts_with(document_id, $slice) ORDER BY document_id, passage
