-- The codebook and the lists, as tables.

CREATE TABLE code (
  variable VARCHAR NOT NULL, -- variable of the codebook
  code VARCHAR NOT NULL, -- code value, stable
  label_nl VARCHAR NOT NULL, -- Dutch label
  label_en VARCHAR NOT NULL, -- English label
  parent VARCHAR, -- code that it implies
  definition_nl VARCHAR, -- Dutch definition
  definition_en VARCHAR, -- English definition
  position INTEGER NOT NULL, -- place in the codebook
  valid_from INTEGER, -- first year in which it is used
  valid_to INTEGER, -- last year in which it is used
  source VARCHAR -- where it comes from
);

CREATE TABLE organisation (
  organisation VARCHAR NOT NULL, -- code
  name_nl VARCHAR NOT NULL, -- Dutch name
  name_en VARCHAR NOT NULL, -- English name
  valid_from VARCHAR, -- year or date, as known
  valid_to VARCHAR, -- year or date, as known
  successor VARCHAR, -- code of the organisation that took over
  tooi_uri VARCHAR -- identifier in the TOOI register
);

CREATE TABLE municipality (
  code VARCHAR NOT NULL, -- gm-code
  name VARCHAR NOT NULL, -- official name
  preferred_name VARCHAR NOT NULL, -- name as commonly written
  province VARCHAR NOT NULL, -- province
  valid_from DATE, -- NULL: before 2000
  valid_to DATE, -- NULL: still exists
  successors VARCHAR -- gm-codes, separated by spaces
);

CREATE TABLE context_series (
  series VARCHAR NOT NULL, -- name of the published series
  period VARCHAR NOT NULL, -- year or period
  value BIGINT NOT NULL, -- the figure as published
  unit VARCHAR NOT NULL, -- what is counted
  definition VARCHAR NOT NULL, -- what the figure means and does not mean
  source VARCHAR NOT NULL, -- who published it
  note VARCHAR -- breaks, checks, doubts
);
