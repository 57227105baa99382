package prose

// months, with the abbreviations letters use.
var months = map[string]int{
	"januari": 1, "jan": 1, "februari": 2, "feb": 2, "febr": 2, "maart": 3, "mrt": 3, "april": 4, "apr": 4,
	"mei": 5, "juni": 6, "jun": 6, "juli": 7, "jul": 7, "augustus": 8, "aug": 8, "september": 9, "sept": 9,
	"sep": 9, "oktober": 10, "okt": 10, "november": 11, "nov": 11, "december": 12, "dec": 12,
}

var englishMonths = map[string]int{
	"january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7, "august": 8,
	"september": 9, "october": 10, "november": 11, "december": 12,
}

// seasons are words for a part of a year, with the month in which it begins.
// "Begin", "medio" and "eind" of a year are seasons too (codebook 2.2).
var seasons = map[string]int{
	"begin": 1, "medio": 6, "midden": 6, "halverwege": 6, "half": 6, "eind": 11, "einde": 11, "voorjaar": 3,
	"lente": 3, "zomer": 6, "nazomer": 8, "voorzomer": 5, "najaar": 9, "herfst": 9, "winter": 12, "voorjaarsvakantie": 2,
	"krokusvakantie": 2, "meivakantie": 4, "zomervakantie": 7, "herfstvakantie": 10, "kerstvakantie": 12,
	"kerstperiode": 12, "kerst": 12, "kerstmis": 12, "pasen": 3, "pinksteren": 5, "carnaval": 2, "paasvakantie": 4,
	"early": 1, "mid": 6, "late": 11, "spring": 3, "summer": 6, "autumn": 9,
}

// holidays with a fixed day, as month and day.
var holidays = map[string][2]int{
	"nieuwjaarsdag": {1, 1}, "nieuwjaarsnacht": {1, 1}, "koninginnedag": {4, 30}, "koningsdag": {4, 27},
	"bevrijdingsdag": {5, 5}, "dodenherdenking": {5, 4}, "sinterklaasavond": {12, 5}, "pakjesavond": {12, 5},
	"kerstavond": {12, 24}, "eerste kerstdag": {12, 25}, "tweede kerstdag": {12, 26}, "oudejaarsdag": {12, 31},
	"oudejaarsavond": {12, 31}, "oudejaarsnacht": {12, 31}, "oudjaar": {12, 31}, "oudejaar": {12, 31},
	"1e kerstdag": {12, 25}, "2e kerstdag": {12, 26},
}
