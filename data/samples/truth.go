package samples

// Truth is what a careful coder who follows the codebook codes from a report's
// text alone. The values of every field are listed in data/samples/README.md.
type Truth struct {
	File                 string            `json:"file"`
	HeldOut              bool              `json:"held_out"`
	Style                string            `json:"style"`
	Tests                string            `json:"tests"` // one line: what this report is meant to test
	Language             string            `json:"language"`
	DocumentKind         string            `json:"document_kind"`
	Title                string            `json:"title"`
	PublicationDate      string            `json:"publication_date"` // as precise as the report: 2016, 2016-05 or 2016-05-12
	PublicationPrecision string            `json:"publication_precision"`
	Inspectorates        []string          `json:"inspectorates"` // those that did the work
	Calamities           []Calamity        `json:"calamities"`    // empty for a document without a case of its own
	SectorsInvolved      []string          `json:"sectors_involved"`
	SectorsMentionedOnly []string          `json:"sectors_mentioned_only"`
	RedThreads           map[string]string `json:"red_threads"` // RD1, RD2, RD3 to a status
	SubcodesPresent      []string          `json:"subcodes_present"`
	ThemesPresent        []string          `json:"themes_present"`
	ThemesAbsent         []string          `json:"themes_explicitly_absent"`
	Questions            map[string]string `json:"questions"` // BV1 to BV5 to a status
	Recommendations      []Recommendation  `json:"recommendations"`
	ReportedAggregates   []Aggregate       `json:"reported_aggregates"`
	Evidence             map[string]string `json:"evidence"` // code or "victim1" to literal words of the report
}

// Calamity is one case of the report.
type Calamity struct {
	EventClass        string   `json:"event_class"`
	Types             []string `json:"types"`
	Setting           string   `json:"setting"`
	EventDate         *string  `json:"event_date"` // nil when the report gives none
	EventPrecision    string   `json:"event_precision"`
	Area              Area     `json:"area"`
	LegalFrame        []string `json:"legal_frame"`
	Victims           []Victim `json:"victims"`
	PerpetratorDeaths int      `json:"perpetrator_deaths"` // not in Victims
}

// Area is where the case took place, as the report names it.
type Area struct {
	Level string  `json:"level"`
	Name  *string `json:"name"`
}

// Victim is one harmed person, or a group of which the same is known.
type Victim struct {
	CountMin     *int   `json:"count_min"` // nil: an unknown number
	CountMax     *int   `json:"count_max"` // nil: at least CountMin
	Outcome      string `json:"outcome"`
	AgeMonthsMin *int   `json:"age_months_min"`
	AgeMonthsMax *int   `json:"age_months_max"`
	Sex          string `json:"sex"`
	Role         string `json:"role"`
}

// Recommendation is one thing the report says should be done.
type Recommendation struct {
	Addressee  string `json:"addressee"`
	StartsWith string `json:"starts_with"` // its first words, literally
}

// Aggregate is a figure the report quotes that is not a count of its victims.
type Aggregate struct {
	Subject string `json:"subject"`
	Value   int64  `json:"value"`
}
