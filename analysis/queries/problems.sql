/*
title: {nl: Problemen, en: Problems}
question:
  nl: Wat ging er mis bij het inlezen, en wat is eraan te doen?
  en: What went wrong while reading, and what can be done about it?
unit: probleem
columns: [run, path, page, stage, problem, hint]
disclosure: {kind: list}
*/
SELECT run, path, page, stage, problem, hint
FROM ingest_problem ORDER BY run DESC, path, page NULLS FIRST, stage, problem
