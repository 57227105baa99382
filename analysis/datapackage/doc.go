// Package datapackage writes what was coded as a Frictionless Data Package (v2,
// datapackage.org): a folder that a researcher can read without this program.
//
//	datapackage.json          tables, columns, types, keys, licence, sources
//	data/TABLE.csv, .parquet  the tables
//	findings.jsonl            each finding with its evidence, one a line
//	data-dictionary.{nl,en}.md every column and how often it is known
//	README.md, CITATION.cff   how to read and to cite it
//	checksums.txt             sha256 of every other file
//
// fields.yaml says what each table and column means, tables/*.sql what is in
// them. Together they are the disclosure rule of the package, stricter than the
// warehouse: years instead of dates of events, provinces instead of places, age
// groups instead of ages, no run logs, no local paths, and no text of a report
// beyond quotes unless it is asked for.
//
// The bytes depend on the warehouse and the options alone.
package datapackage
