package recommendations

import (
	"regexp"
	"strings"
)

// deadlines are the ways in which a report says by when something must be
// done. A rhythm (maandelijks) or a limit inside the new way of working (binnen
// 24 uur) is none.
var deadlines = regexp.MustCompile(`(?i)\b(?:(?:uiterlijk |vóór |voor |per |vanaf |met ingang van )(?:op |in )?(?:\d{1,2} )?` +
	`(?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december)(?: \d{4})?` +
	`|uiterlijk (?:in |eind |begin )?\d{4}|(?:voor|vóór) (?:het einde|de zomer|het einde van)[a-z0-9 ]{0,20}` +
	`|binnen (?:een |één |twee |drie |vier |vijf |zes |acht |negen |tien |twaalf |anderhalf |\d+ )(?:half )?(?:weken|week|maanden|maand|jaar|kwartaal)(?: na [a-z]+)?` +
	`|(?:na|over) (?:een|één|zes|drie|\d+) (?:half )?(?:jaar|maanden)` +
	`|(?:gedurende|voor de duur van) (?:een |één |zes |negen |drie |\d+ )?(?:half )?(?:jaar|maanden)` +
	`|per direct|per omgaande|onverwijld|tot nader order)`)

func deadline(text string) string { return strings.TrimSpace(deadlines.FindString(text)) }

// form says how strongly something is asked.
func form(rule string, h hits, context string) string {
	switch {
	case rule == "measure" || rule == "follow-up":
		return "maatregel"
	case rule == "signal":
		return "signaal"
	case context != "":
		return context
	case h.has(cueImprove):
		return "verbeterpunt"
	}
	return "aanbeveling"
}

// level follows from the addressee (advice to courts is mostly for all of them),
// and from words that speak of the country.
func level(addressee, text string, national bool) string {
	switch addressee {
	case "rijk_wetgever", "brancheorganisatie_vng", "om_rechtspraak":
		return "systeem"
	case "onbepaald":
		if !national {
			return "onbekend"
		}
	}
	if national {
		return "systeem"
	}
	return "lokaal"
}
