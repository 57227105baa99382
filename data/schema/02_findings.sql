-- What was found, and the sentence it was found in.

CREATE TABLE finding (
  finding_id VARCHAR NOT NULL, -- depends on document, variable, code, value and coder only
  document_id VARCHAR NOT NULL, -- the document
  calamity_id VARCHAR, -- the calamity it is about; NULL when it is about the document
  variable VARCHAR NOT NULL, -- see the codebook
  code VARCHAR NOT NULL, -- code of that variable
  status VARCHAR NOT NULL, -- aanwezig, uitdrukkelijk_afwezig, niet_genoemd, onleesbaar or betwist
  value VARCHAR, -- role, answer, date …, where the variable has one
  certainty VARCHAR, -- hoog, middel or laag
  coder VARCHAR NOT NULL, -- the coder; a person's name is never stored, only 'mens' and a number
  rule VARCHAR, -- which rule or model spoke
  reason VARCHAR, -- why, in words
  codebook_version VARCHAR NOT NULL, -- version of the codebook
  reading_id VARCHAR -- the calamity as this document describes it, before documents were linked
);

CREATE TABLE evidence (
  finding_id VARCHAR NOT NULL, -- the finding
  evidence INTEGER NOT NULL, -- 1-based, strongest first
  document_id VARCHAR NOT NULL, -- the document
  page INTEGER NOT NULL, -- page of the quote
  start_offset INTEGER NOT NULL, -- byte in page.text
  end_offset INTEGER NOT NULL, -- byte after its last
  quote VARCHAR NOT NULL -- page.text[start_offset:end_offset], at most 25 words
);

CREATE TABLE recommendation (
  document_id VARCHAR NOT NULL, -- the document
  recommendation INTEGER NOT NULL, -- 1-based
  page INTEGER NOT NULL, -- where it stands
  text VARCHAR NOT NULL, -- as written
  addressee VARCHAR NOT NULL, -- who should act
  form VARCHAR, -- aanbeveling, verbeterpunt, maatregel or signaal
  level VARCHAR, -- lokaal, systeem, beide or onbekend
  deadline VARCHAR -- as written
);

CREATE TABLE reported_count (
  document_id VARCHAR NOT NULL, -- the document
  subject VARCHAR NOT NULL, -- what is counted
  value BIGINT NOT NULL, -- the figure; never a count of the document's own victims
  period VARCHAR, -- of the figure, as written
  page INTEGER NOT NULL, -- where it stands
  quote VARCHAR NOT NULL -- the words it stands in
);

-- Effective findings: a person's finding wins over a machine's, both stay.
CREATE VIEW coding AS
SELECT * EXCLUDE (rank) FROM (
  SELECT *, row_number() OVER (
    PARTITION BY document_id, calamity_id, variable, code, value
    ORDER BY starts_with(coder, 'mens') DESC, finding_id
  ) AS rank FROM finding
) WHERE rank = 1;
