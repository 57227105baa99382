package data

import (
	"regexp"
	"strings"
)

// Status is the three-valued answer of a coding, and two ways in which there
// is no answer. What is not mentioned is not absent.
type Status string

// The statuses.
const (
	Present          Status = "aanwezig"
	ExplicitlyAbsent Status = "uitdrukkelijk_afwezig"
	NotMentioned     Status = "niet_genoemd"
	Unreadable       Status = "onleesbaar"
	Disputed         Status = "betwist"
)

// Certainty says how firmly a finding stands.
type Certainty string

// The certainties.
const (
	High   Certainty = "hoog"
	Medium Certainty = "middel"
	Low    Certainty = "laag"
)

// The variables a finding can be about; each has a file in data/codebook,
// except those whose value is free (title, date, counts).
const (
	VarKind           = "documentsoort"
	VarTitle          = "titel"
	VarPublication    = "publicatiedatum"
	VarOrganisation   = "organisatie"
	VarCorpus         = "corpus"
	VarEvent          = "gebeurtenis"
	VarVictim         = "slachtoffer"
	VarSector         = "sector"
	VarRedThread      = "rode_draad"
	VarTheme          = "thema"
	VarQuestion       = "basisvraag"
	VarRecommendation = "aanbeveling"
	VarJudgement      = "oordeel"
	VarMethod         = "methode"
	VarPreventability = "vermijdbaarheid"
	VarReportedCount  = "gerapporteerd_aantal"
)

// Variables lists them in the order in which output shows them.
var Variables = []string{
	VarKind, VarTitle, VarPublication, VarOrganisation, VarCorpus, VarEvent,
	VarVictim, VarSector, VarRedThread, VarTheme, VarQuestion,
	VarRecommendation, VarJudgement, VarMethod, VarPreventability,
	VarReportedCount,
}

// Finding is one coded statement about a document, or about one of its
// calamities. Code and Value together tell it apart from the document's other
// findings of the same variable.
type Finding struct {
	ID        string // given by Record.Seal
	Calamity  int    // 1-based number of a calamity of the record; 0 for the document
	Variable  string
	Code      string
	Value     string
	Status    Status
	Certainty Certainty
	Coder     string // who coded it: the name of a coder, or of a person
	Rule      string // which rule or model spoke
	Reason    string // in words: "conclusies, p. 14: …"
	Evidence  []Evidence
}

// Evidence is a quote on a page: Page.Text[Start:End] == Quote.
type Evidence struct {
	Page       int
	Start, End int // bytes
	Quote      string
}

// MaxQuoteWords is the longest quote that may be shown or stored as evidence
// (codebook 2.0, rule 3).
const MaxQuoteWords = 25

// lineEnd is a hyphen at a line end inside a word. "begin-\nen einddatum" keeps
// its hyphen.
var lineEnd = regexp.MustCompile(`(\p{L})[-‐\x{00ad}]\s*\n\s*(\p{Ll}+)`)

// Readable gives a quote as a person reads it: lines joined, line-end hyphens
// undone. The stored quote stays as it stands on the page.
func Readable(quote string) string {
	joined := lineEnd.ReplaceAllStringFunc(quote, func(s string) string {
		m := lineEnd.FindStringSubmatch(s)
		if m[2] == "en" || m[2] == "of" {
			return m[1] + "- " + m[2]
		}
		return m[1] + m[2]
	})
	return strings.Join(strings.Fields(joined), " ")
}
