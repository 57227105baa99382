-- Calamities as each document describes them (reading), and as they are counted
-- once documents on the same event are linked. The counted tables are rebuilt
-- from the readings whenever a document comes or goes.

CREATE TABLE calamity_reading (
  reading_id VARCHAR NOT NULL, -- the calamity in this document
  document_id VARCHAR NOT NULL, -- the document
  reading INTEGER NOT NULL, -- 1-based within the document
  event_class VARCHAR, -- calamiteit, bijna_calamiteit, geweld_bij_verstrekking or incident
  types VARCHAR, -- codes, comma-separated, main type first
  event_date DATE, -- first day that the date can mean
  event_precision VARCHAR NOT NULL, -- dag, maand, seizoen, jaar or onbekend
  setting VARCHAR, -- where it happened, as a code
  area_level VARCHAR, -- gemeente, plaats, provincie, land or onbekend
  area_code VARCHAR, -- as published
  area_code_now VARCHAR, -- after municipal mergers
  area_name VARCHAR, -- as published
  period_from DATE, -- first day of the period examined
  period_to DATE, -- last day of the period examined
  legal_frame VARCHAR, -- codes at the time of the event, comma-separated
  intent_status VARCHAR, -- veroordeeld, verdacht, niet_vastgesteld or geen_misdrijf
  perpetrator_deaths INTEGER NOT NULL, -- kept out of the victims
  relation VARCHAR -- of the document to the calamity
);

CREATE TABLE victim_reading (
  reading_id VARCHAR NOT NULL, -- the calamity in one document
  document_id VARCHAR NOT NULL, -- the document
  victim INTEGER NOT NULL, -- 1-based
  count_min INTEGER NOT NULL, -- at least so many persons
  count_max INTEGER, -- at most so many persons; NULL when there is no upper bound
  outcome VARCHAR NOT NULL, -- fataal, ernstig_letsel, overig_letsel, geen_letsel or onbekend
  age_months_min INTEGER, -- age in whole months, lower bound
  age_months_max INTEGER, -- age in whole months, upper bound
  age_group VARCHAR NOT NULL, -- 0, 1-3, 4-11, 12-17, 18-22, 23+, minderjarig_onbekend or onbekend
  sex VARCHAR NOT NULL, -- m, v or niet_vermeld
  role VARCHAR NOT NULL -- primair_kind, ander_kind_gezin, ouder, …
);

CREATE TABLE calamity (
  calamity_id VARCHAR NOT NULL, -- meaningless number
  event_class VARCHAR, -- calamiteit, bijna_calamiteit, geweld_bij_verstrekking or incident
  event_date DATE, -- first day that the date can mean
  event_precision VARCHAR NOT NULL, -- dag, maand, seizoen, jaar or onbekend
  setting VARCHAR, -- where it happened, as a code
  area_level VARCHAR, -- gemeente, plaats, provincie, land or onbekend
  area_code VARCHAR, -- as published
  area_name VARCHAR, -- as published
  period_from DATE, -- first day of the period examined
  period_to DATE, -- last day of the period examined
  intent_status VARCHAR, -- veroordeeld, verdacht, niet_vastgesteld or geen_misdrijf
  perpetrator_deaths INTEGER NOT NULL, -- kept out of the victims
  types VARCHAR, -- codes, comma-separated, main type first
  legal_frame VARCHAR, -- codes at the time of the event, comma-separated
  area_code_now VARCHAR -- after municipal mergers
);

CREATE TABLE calamity_type (
  calamity_id VARCHAR NOT NULL, -- the calamity
  calamity_type VARCHAR NOT NULL, -- fataal_geweld, suicide, …
  main BOOLEAN NOT NULL -- whether it is the main type
);

CREATE TABLE calamity_legal_frame (
  calamity_id VARCHAR NOT NULL, -- the calamity
  legal_frame VARCHAR NOT NULL -- vrijwillig, ots, … at the time of the event
);

CREATE TABLE calamity_document (
  calamity_id VARCHAR NOT NULL, -- the calamity
  document_id VARCHAR NOT NULL, -- a document that describes it
  relation VARCHAR NOT NULL, -- hoofddocument, or zelfde_gebeurtenis for one linked to it
  reason VARCHAR NOT NULL, -- why they are linked
  reading_id VARCHAR NOT NULL -- the calamity as that document describes it
);

CREATE TABLE victim (
  calamity_id VARCHAR NOT NULL, -- the calamity
  victim INTEGER NOT NULL, -- 1-based
  count_min INTEGER NOT NULL, -- at least so many persons
  count_max INTEGER, -- at most so many persons; NULL when there is no upper bound
  outcome VARCHAR NOT NULL, -- fataal, ernstig_letsel, overig_letsel, geen_letsel or onbekend
  age_months_min INTEGER, -- age in whole months, lower bound
  age_months_max INTEGER, -- age in whole months, upper bound
  age_group VARCHAR NOT NULL, -- 0, 1-3, 4-11, 12-17, 18-22, 23+, minderjarig_onbekend or onbekend
  sex VARCHAR NOT NULL, -- m, v or niet_vermeld
  role VARCHAR NOT NULL -- primair_kind, ander_kind_gezin, ouder, …
);
