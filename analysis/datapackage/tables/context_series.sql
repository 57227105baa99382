SELECT series, period, value, unit, definition, source, note FROM context_series ORDER BY series, period
