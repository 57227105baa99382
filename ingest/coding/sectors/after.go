package sectors

import (
	"fmt"
	"strings"

	"rodedraad/data"
	"rodedraad/ingest/coding/prose"
)

var months = []string{"januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september",
	"oktober", "november", "december"}

// afterEvent reports whether a sentence says that it is about the time after
// the day of a calamity: "na 6 augustus".
func afterEvent(s *prose.Sentence, calamities []data.Calamity) bool {
	for _, c := range calamities {
		d := c.EventDate
		if d.Precision != data.Day || d.Month < 1 || d.Month > len(months) {
			continue
		}
		if strings.Contains(strings.ToLower(s.Text), fmt.Sprintf("na %d %s", d.Day, months[d.Month-1])) {
			return true
		}
	}
	return false
}
