/*
title: {nl: Gepubliceerde cijfers, en: Published figures}
question:
  nl: Welke gepubliceerde cijfers staan naast deze verzameling?
  en: Which published figures stand beside this collection?
note:
  nl: Elke reeks heeft haar eigen definitie. Reeksen worden niet gemiddeld en niet over een definitiebreuk heen verbonden.
  en: Each series has its own definition. Series are not averaged and not joined across a break of definition.
unit: zie reeks
parameters: [series]
columns: [series, period, figure, unit, definition, source, note]
disclosure: {kind: list}
*/
SELECT series, period, value AS figure, unit, definition, source, note
FROM context_series WHERE $series = '' OR series = $series
ORDER BY series, period, unit, value
