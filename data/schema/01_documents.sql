-- Documents and their text. Nothing here is ever rewritten: a document is
-- stored whole, or removed whole.

CREATE TABLE document (
  document_id VARCHAR NOT NULL, -- sha256 of the PDF's bytes, lower-case hex
  file_name VARCHAR NOT NULL, -- base name of the file, without folders
  source_url VARCHAR, -- where it was published, if a manifest says so
  title VARCHAR, -- as on the cover
  document_kind VARCHAR, -- code of variable documentsoort
  publication_date DATE, -- first day that the date can mean; NULL when unknown
  publication_precision VARCHAR NOT NULL, -- dag, maand, seizoen, jaar or onbekend
  language VARCHAR, -- nl or en; NULL when undecided
  page_count INTEGER NOT NULL, -- pages in the file
  text_status VARCHAR NOT NULL, -- tekst, ocr, gemengd or geen
  report_number VARCHAR, -- kenmerk, report number or number of the parliamentary paper
  in_corpus BOOLEAN NOT NULL, -- whether it reports on the investigation or evaluation of calamities
  corpus_reason VARCHAR NOT NULL, -- why, in words
  codebook_version VARCHAR NOT NULL, -- of the codebook it was coded with
  overrides VARCHAR -- fields taken from a manifest instead of the PDF, comma-separated
);

CREATE TABLE document_organisation (
  document_id VARCHAR NOT NULL, -- the document
  organisation VARCHAR NOT NULL, -- code of table organisation
  role VARCHAR NOT NULL -- uitvoerend, samenwerkend, opdrachtgever or genoemd
);

CREATE TABLE page (
  document_id VARCHAR NOT NULL, -- the document
  page INTEGER NOT NULL, -- 1-based
  label VARCHAR, -- printed page label, if the PDF has one
  text VARCHAR NOT NULL, -- all text of the page in reading order, headers and footers included
  engine VARCHAR NOT NULL, -- what read it: rodedraad, pdfium or tesseract
  engine_version VARCHAR NOT NULL, -- version of the engine
  quality DOUBLE NOT NULL, -- 0 to 1: how much the text looks like text
  fallback_reason VARCHAR -- why it was not the first engine
);

CREATE TABLE passage (
  document_id VARCHAR NOT NULL, -- the document
  passage INTEGER NOT NULL, -- 1-based, in reading order
  page INTEGER NOT NULL, -- page on which it begins
  section VARCHAR NOT NULL, -- role of its section: samenvatting, aanleiding, … overig
  heading_path VARCHAR, -- headings above it, joined by ' > '
  kind VARCHAR NOT NULL, -- alinea, kop, lijstitem, tabelrij, voetnoot, bijschrift or titel
  start_offset INTEGER NOT NULL, -- byte in the text of its page where it begins
  end_offset INTEGER NOT NULL, -- byte after its last on that page
  text VARCHAR NOT NULL, -- reading text: lines joined, hyphens undone
  level INTEGER NOT NULL, -- of a heading: 1 is a chapter; else 0
  pieces VARCHAR NOT NULL -- which bytes of text stand where: text_start:page:page_start:length, separated by spaces
);
