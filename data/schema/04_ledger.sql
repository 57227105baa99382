-- Runs, what came of each file, and what must be there.

CREATE TABLE ingest_run (
  run INTEGER NOT NULL, -- 1-based
  started TIMESTAMP NOT NULL, -- UTC
  finished TIMESTAMP, -- UTC; NULL when it was interrupted
  version VARCHAR NOT NULL, -- of rodedraad
  codebook_version VARCHAR NOT NULL, -- of the codebook
  options VARCHAR NOT NULL -- as JSON
);

CREATE TABLE ingest_file (
  run INTEGER NOT NULL, -- the run
  number INTEGER NOT NULL, -- 1-based, in the order of discovery
  path VARCHAR NOT NULL, -- as discovered
  document_id VARCHAR, -- NULL when the file could not be read at all
  outcome VARCHAR NOT NULL, -- toegevoegd, ongewijzigd, vervangen or mislukt
  manifest VARCHAR -- digest of what a manifest says about the file
);

CREATE TABLE ingest_problem (
  run INTEGER NOT NULL, -- the run
  path VARCHAR NOT NULL, -- the file
  page INTEGER, -- NULL when it concerns the whole file
  stage VARCHAR NOT NULL, -- openen, lezen, indelen, coderen or opslaan
  problem VARCHAR NOT NULL, -- what happened
  hint VARCHAR -- what a person can do about it
);

CREATE TABLE ledger (
  document_id VARCHAR NOT NULL, -- the document
  pages INTEGER NOT NULL, -- rows that must be in page
  passages INTEGER NOT NULL, -- rows that must be in passage
  findings INTEGER NOT NULL, -- rows that must be in finding
  evidence INTEGER NOT NULL, -- rows that must be in evidence
  calamities INTEGER NOT NULL, -- rows that must be in calamity_reading
  victims INTEGER NOT NULL, -- rows that must be in victim_reading
  recommendations INTEGER NOT NULL, -- rows that must be in recommendation
  reported_counts INTEGER NOT NULL -- rows that must be in reported_count
);

CREATE TABLE warehouse (
  schema_version INTEGER NOT NULL, -- of these tables
  generation INTEGER NOT NULL -- goes up by one each time a warehouse is published
);
