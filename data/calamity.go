package data

// Calamity is one event as one document describes it. Readings of the same
// event in several documents are joined by the warehouse.
type Calamity struct {
	ID                string // given by Record.Seal
	Number            int    // 1-based within the document
	EventClass        string // calamiteit, bijna_calamiteit, geweld_bij_verstrekking, incident
	Types             []string
	EventDate         Date
	Setting           string
	AreaLevel         string // gemeente, plaats, provincie, land, onbekend
	AreaCode          string // gm-code or province code as published, else empty
	AreaCodeNow       string // after municipal mergers
	AreaName          string
	PeriodFrom        Date
	PeriodTo          Date
	LegalFrame        []string // at the time of the event
	IntentStatus      string
	PerpetratorDeaths int
	Relation          string // of the document to the calamity: rapport, weergave, brief, vervolg …
	Victims           []Victim
}

// Victim is one harmed person, or a group of them of whom nothing more is
// known than their number. Perpetrators and earlier deaths are not victims.
type Victim struct {
	Number                     int
	CountMin, CountMax         int    // CountMax -1: no upper bound is known
	Outcome                    string // fataal, ernstig_letsel, overig_letsel, geen_letsel, onbekend
	AgeMonthsMin, AgeMonthsMax *int   // nil when unknown
	AgeGroup                   string
	Sex                        string // m, v, niet_vermeld
	Role                       string
}

// AgeGroup gives the codebook's age group of an age range in whole months
// (codebook 2.3): a range that spans groups is unknown.
func AgeGroup(minMonths, maxMonths *int) string {
	if minMonths == nil || maxMonths == nil {
		return "onbekend"
	}
	low, high := ageGroup(*minMonths), ageGroup(*maxMonths)
	switch {
	case low == high:
		return low
	case *maxMonths < 18*12:
		return "minderjarig_onbekend"
	}
	return "onbekend"
}

func ageGroup(months int) string {
	switch years := months / 12; {
	case years < 1:
		return "0"
	case years < 4:
		return "1-3"
	case years < 12:
		return "4-11"
	case years < 18:
		return "12-17"
	case years < 23:
		return "18-22"
	}
	return "23+"
}

// Recommendation is something a report says should be done.
type Recommendation struct {
	Number    int // 1-based
	Page      int
	Text      string
	Addressee string // code: gemeente_bestuurder, instelling, …
	Form      string // aanbeveling, verbeterpunt, maatregel, signaal
	Level     string // lokaal, systeem, beide, onbekend
	Deadline  string // as written, else empty
}

// ReportedCount is a figure a document quotes that is not a count of its own
// victims: a national statistic, a number of cases, a sum of parts.
type ReportedCount struct {
	Subject string
	Value   int64
	Period  string
	Page    int
	Quote   string
}
