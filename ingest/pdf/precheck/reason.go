package precheck

import "fmt"

// Reason says why a file is not for engine 1. The value is a stable code that
// is stored with the pages; Dutch gives the words for a reader.
type Reason string

// The reasons.
const (
	TooLarge       Reason = "te-groot"
	BadHeader      Reason = "kop"
	NoEnd          Reason = "geen-einde"
	BadStart       Reason = "startxref"
	BadXref        Reason = "kruisverwijzing"
	XrefCycle      Reason = "kruisverwijzing-lus"
	TooManyObjects Reason = "te-veel-objecten"
	BadTrailer     Reason = "trailer"
	Encrypted      Reason = "versleuteld"
	BadCatalog     Reason = "catalogus"
	PageCycle      Reason = "bladzijden-lus"
	BadPageCount   Reason = "bladzijden-telling"
	BadPageTree    Reason = "bladzijdenboom"
	TooDeep        Reason = "te-diep"
)

var dutch = map[Reason]string{
	TooLarge:       "bestand is te groot",
	BadHeader:      "kop van het bestand is geen PDF-kop",
	NoEnd:          "einde van het bestand ontbreekt",
	BadStart:       "wijzer naar de kruisverwijzingen klopt niet",
	BadXref:        "kruisverwijzingen zijn beschadigd",
	XrefCycle:      "kruisverwijzingen lopen in een lus",
	TooManyObjects: "meer objecten aangekondigd dan aannemelijk is",
	BadTrailer:     "trailer is onleesbaar",
	Encrypted:      "versleuteld op een wijze die motor 1 niet leest",
	BadCatalog:     "catalogus ontbreekt",
	PageCycle:      "bladzijdenboom loopt in een lus",
	BadPageCount:   "aantal bladzijden klopt niet met de bladzijdenboom",
	BadPageTree:    "bladzijdenboom is beschadigd",
	TooDeep:        "objecten zijn te diep genest",
}

// Dutch returns the reason in words.
func (r Reason) Dutch() string {
	if s, ok := dutch[r]; ok {
		return s
	}
	return string(r)
}

// Refusal is the error of Check: the file is for another engine.
type Refusal struct {
	Reason Reason
	Detail string // what was found, and where
}

// Error gives the code and the finding.
func (r *Refusal) Error() string {
	return fmt.Sprintf("not for engine 1 (%s): %s", r.Reason, r.Detail)
}

func refuse(reason Reason, format string, args ...any) error {
	return &Refusal{reason, fmt.Sprintf(format, args...)}
}
