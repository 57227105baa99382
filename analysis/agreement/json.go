package agreement

import (
	"encoding/json"

	"rodedraad/analysis/statistics"
)

// MarshalJSON writes a score with its 95 % intervals; what there is nothing to
// divide for is null.
func (s Score) MarshalJSON() ([]byte, error) {
	return json.Marshal(struct {
		Variable  string              `json:"variable"`
		Code      string              `json:"code,omitempty"`
		Units     int64               `json:"n"`
		Gold      int64               `json:"gold"`
		Coded     int64               `json:"coded"`
		Both      int64               `json:"both"`
		Precision statistics.Interval `json:"precision"`
		Recall    statistics.Interval `json:"recall"`
		F1        statistics.Interval `json:"f1"`
		Kappa     statistics.Interval `json:"kappa"`
		AC1       statistics.Interval `json:"ac1"`
	}{s.Variable, s.Code, s.Units, s.GoldUnits, s.Codings, s.TruePositive, s.PrecisionRange, s.RecallRange, s.F1Range, s.KappaRange, s.AC1Range})
}

// MarshalJSON writes the mean over codes.
func (m Macro) MarshalJSON() ([]byte, error) {
	return json.Marshal(struct {
		Variable  string   `json:"variable"`
		Codes     int      `json:"codes"`
		Precision *float64 `json:"precision"`
		Recall    *float64 `json:"recall"`
		F1        *float64 `json:"f1"`
	}{m.Variable, m.Codes, statistics.Known(m.Precision), statistics.Known(m.Recall), statistics.Known(m.F1)})
}
