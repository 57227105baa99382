package samples

import (
	"fmt"
	"io/fs"
	"maps"
	"path"
	"regexp"
	"slices"
	"strings"
)

// The values the truth format allows, by field.
var (
	styles         = strings.Fields("classic webprint commission letter thematic municipal digest distractor")
	documentKinds  = strings.Fields("inspectierapport zakelijke_weergave evaluatie_gemeente onafhankelijk_onderzoek thematische_analyse brief jaarbericht handreiking nieuwsbericht wetenschappelijk overig")
	inspectorates  = strings.Fields("IJHJB IJZ IGZ IGJ IST IOOV IVENJ IJENV IVHO ISZW NLA")
	eventClasses   = strings.Fields("calamiteit bijna_calamiteit geweld_bij_verstrekking incident")
	calamityTypes  = strings.Fields("fataal_geweld ernstige_mishandeling verwaarlozing seksueel_misbruik suicide suicidepoging ongeval incident_residentieel natuurlijk_of_onbekend overig")
	settings       = strings.Fields("thuis pleeggezin gezinshuis residentieel_open gesloten_jeugdhulp jji ggz_instelling ziekenhuis school kinderopvang vrouwen_of_maatsch_opvang asielopvang openbare_ruimte onbekend")
	eventPrecision = strings.Fields("dag maand seizoen jaar onbekend")
	areaLevels     = strings.Fields("gemeente provincie plaats land onbekend")
	legalFrames    = strings.Fields("vrijwillig drang vots ots uhp voogdij gesloten_machtiging jeugdreclassering geen_hulp onbekend")
	outcomes       = strings.Fields("fataal ernstig_letsel overig_letsel geen_letsel onbekend")
	sexes          = strings.Fields("m v niet_vermeld")
	roles          = strings.Fields("primair_kind ander_kind_gezin ouder partner_of_ex professional derde")
	sectors        = strings.Fields("jeugdhulp jeugd_ggz jeugdbescherming jeugdreclassering rvdk veilig_thuis gemeente_wijkteam pleegzorg wmo werk_inkomen schuldhulp volwassen_ggz verslavingszorg gehandicapten_lvb huisarts ziekenhuis geboortezorg jgz onderwijs leerplicht kinderopvang politie om rechtspraak reclassering zvh woningcorporatie vrouwenopvang maatsch_opvang coa nifp advocatuur_bewind")
	threadStates   = strings.Fields("aanwezig uitdrukkelijk_afwezig niet_genoemd")
	subcodes       = strings.Fields("RD1.1 RD1.2 RD1.3 RD2.1 RD2.2 RD2.3 RD3.1 RD3.2 RD3.3")
	questionStates = strings.Fields("beantwoord onbeantwoord niet_gesteld")
	addressees     = strings.Fields("gemeente_bestuurder instelling professional keten inspectie rijk_wetgever om_rechtspraak brancheorganisatie_vng onbepaald")
	threads        = []string{"RD1", "RD2", "RD3"}
	questions      = []string{"BV1", "BV2", "BV3", "BV4", "BV5"}
	theme          = regexp.MustCompile(`^T(0[1-9]|1[0-9]|2[0-3])$`)
	// datePatterns gives the shape of a date of each precision.
	datePatterns = map[string]*regexp.Regexp{
		"dag": regexp.MustCompile(`^\d{4}-\d\d-\d\d$`), "maand": regexp.MustCompile(`^\d{4}-\d\d$`),
		"seizoen": regexp.MustCompile(`^\d{4}$`), "jaar": regexp.MustCompile(`^\d{4}$`), "onbekend": regexp.MustCompile(`^$`),
	}
)

// checker gathers what is wrong with one sample.
type checker struct {
	name string
	errs []error
}

func (c *checker) report(format string, args ...any) {
	c.errs = append(c.errs, fmt.Errorf("%s: %s", c.name, fmt.Sprintf(format, args...)))
}

// oneOf reports values that are not in the list.
func (c *checker) oneOf(field string, allowed []string, values ...string) {
	for _, value := range values {
		if !slices.Contains(allowed, value) {
			c.report("%s: %q is not one of %s", field, value, strings.Join(allowed, " "))
		}
	}
}

// Lint checks every sample of a samples folder: the values of the truth, that
// its evidence stands literally in the source, that source, PDF and truth come
// in threes. It returns all that is wrong, in order of name.
func Lint(fsys fs.FS) []error {
	var errs []error
	names, err := baseNames(fsys)
	if err != nil {
		return []error{err}
	}
	for _, name := range names {
		errs = append(errs, LintSample(fsys, name)...)
	}
	return errs
}

// baseNames lists every name that has a source, a PDF or a truth.
func baseNames(fsys fs.FS) ([]string, error) {
	found := map[string]bool{}
	for _, pattern := range []string{"sources/*.md", "pdf/*.pdf", "truth/*.json"} {
		files, err := fs.Glob(fsys, pattern)
		if err != nil {
			return nil, err
		}
		for _, file := range files {
			found[strings.TrimSuffix(path.Base(file), path.Ext(file))] = true
		}
	}
	return slices.Sorted(maps.Keys(found)), nil
}

// LintSample checks one sample.
func LintSample(fsys fs.FS, name string) []error {
	c := &checker{name: name}
	sample := Sample{Name: name}
	source, err := fs.ReadFile(fsys, sample.Source())
	if err != nil {
		c.report("no source: %v", err)
	}
	if _, err := fs.Stat(fsys, sample.PDF()); err != nil {
		c.report("no PDF, print it with go run ./data/samples/build: %v", err)
	}
	truth, err := ReadTruth(fsys, "truth/"+name+".json")
	if err != nil {
		c.report("no truth: %v", err)
		return c.errs
	}
	c.document(truth)
	for i, calamity := range truth.Calamities {
		c.calamity(fmt.Sprintf("calamity %d", i+1), calamity)
	}
	c.codes(truth)
	c.evidence(truth, string(source))
	return c.errs
}

func (c *checker) document(t Truth) {
	if t.File != c.name {
		c.report("file is %q", t.File)
	}
	if t.HeldOut != strings.HasPrefix(c.name, "h") {
		c.report("held_out does not agree with the name")
	}
	if t.Tests == "" || t.Title == "" || t.Language == "" {
		c.report("tests, title and language must not be empty")
	}
	c.oneOf("style", styles, t.Style)
	c.oneOf("document_kind", documentKinds, t.DocumentKind)
	c.oneOf("inspectorates", inspectorates, t.Inspectorates...)
	c.date("publication_date", t.PublicationDate, t.PublicationPrecision)
	if t.Style == "distractor" && len(t.Calamities) > 0 {
		c.report("a distractor has no calamity of its own")
	}
}

func (c *checker) date(field, value, precision string) {
	pattern, ok := datePatterns[precision]
	if !ok || !pattern.MatchString(value) {
		c.report("%s: %q with precision %q", field, value, precision)
	}
}

func (c *checker) calamity(at string, k Calamity) {
	c.oneOf(at+" event_class", eventClasses, k.EventClass)
	c.oneOf(at+" types", calamityTypes, k.Types...)
	c.oneOf(at+" setting", settings, k.Setting)
	c.oneOf(at+" event_precision", eventPrecision, k.EventPrecision)
	c.oneOf(at+" area", areaLevels, k.Area.Level)
	c.oneOf(at+" legal_frame", legalFrames, k.LegalFrame...)
	date := ""
	if k.EventDate != nil {
		date = *k.EventDate
	}
	c.date(at+" event_date", date, k.EventPrecision)
	if len(k.Types) == 0 || len(k.LegalFrame) == 0 || len(k.Victims) == 0 {
		c.report("%s: types, legal_frame and victims must not be empty", at)
	}
	for i, v := range k.Victims {
		c.victim(fmt.Sprintf("%s victim %d", at, i+1), v)
	}
}

func (c *checker) victim(at string, v Victim) {
	c.oneOf(at+" outcome", outcomes, v.Outcome)
	c.oneOf(at+" sex", sexes, v.Sex)
	c.oneOf(at+" role", roles, v.Role)
	if (v.AgeMonthsMin == nil) != (v.AgeMonthsMax == nil) || v.AgeMonthsMin != nil && *v.AgeMonthsMin > *v.AgeMonthsMax {
		c.report("%s: ages are no range", at)
	}
	if v.CountMin != nil && v.CountMax != nil && *v.CountMin > *v.CountMax {
		c.report("%s: counts are no range", at)
	}
}

func (c *checker) codes(t Truth) {
	c.oneOf("sectors_involved", sectors, t.SectorsInvolved...)
	c.oneOf("sectors_mentioned_only", sectors, t.SectorsMentionedOnly...)
	c.oneOf("subcodes_present", subcodes, t.SubcodesPresent...)
	for _, thread := range threads {
		c.oneOf("red_threads "+thread, threadStates, t.RedThreads[thread])
	}
	for _, question := range questions {
		c.oneOf("questions "+question, questionStates, t.Questions[question])
	}
	for _, code := range t.SubcodesPresent {
		if parent, _, _ := strings.Cut(code, "."); t.RedThreads[parent] != "aanwezig" {
			c.report("%s is present, so %s is", code, parent)
		}
	}
	for _, code := range append(slices.Clone(t.ThemesPresent), t.ThemesAbsent...) {
		if !theme.MatchString(code) {
			c.report("no theme %q", code)
		}
	}
	for _, sector := range t.SectorsInvolved {
		if slices.Contains(t.SectorsMentionedOnly, sector) {
			c.report("%s is both involved and only mentioned", sector)
		}
	}
	c.aliases(t)
}

// aliases guards the years in which overrated own strength and avoiding care
// are coded as themes (before 2016) or as sub-codes of RD3 (from 2016 on).
func (c *checker) aliases(t Truth) {
	before := t.PublicationDate != "" && t.PublicationDate < "2016"
	for _, code := range t.SubcodesPresent {
		if before && (code == "RD3.1" || code == "RD3.3") {
			c.report("%s before 2016 is coded as T09 or T15", code)
		}
	}
	for _, code := range t.ThemesPresent {
		if !before && (code == "T09" || code == "T15") {
			c.report("%s from 2016 on is coded as RD3.1 or RD3.3", code)
		}
	}
}

// evidence checks that every present code has words of the report, that they
// stand there, and that recommendations do too.
func (c *checker) evidence(t Truth, source string) {
	needed := append(slices.Clone(t.SubcodesPresent), t.ThemesPresent...)
	for _, thread := range threads {
		if t.RedThreads[thread] == "aanwezig" {
			needed = append(needed, thread)
		}
	}
	victims := 0
	for _, calamity := range t.Calamities {
		for range calamity.Victims {
			victims++
			needed = append(needed, fmt.Sprintf("victim%d", victims))
		}
	}
	for _, code := range needed {
		if t.Evidence[code] == "" {
			c.report("no evidence for %s", code)
		}
	}
	for _, code := range slices.Sorted(maps.Keys(t.Evidence)) {
		if !strings.Contains(source, t.Evidence[code]) {
			c.report("evidence for %s does not stand in the source: %q", code, t.Evidence[code])
		}
	}
	for _, r := range t.Recommendations {
		c.oneOf("recommendation", addressees, r.Addressee)
		if r.StartsWith == "" || !strings.Contains(source, r.StartsWith) {
			c.report("recommendation does not stand in the source: %q", r.StartsWith)
		}
	}
}
