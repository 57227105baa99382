package evaluation

import (
	"crypto/sha256"
	_ "embed"
	"encoding/base64"
	"fmt"
	"html/template"
	"io"
	"math"

	"rodedraad/analysis/agreement"
	"rodedraad/analysis/statistics"
	"rodedraad/data"
)

var (
	//go:embed page.html
	pageText string
	//go:embed page.css
	pageStyle string
)

var pageTemplate = template.Must(template.New("page").Parse(pageText))

// Page writes the result as one page of HTML that needs nothing else: no
// scripts, no files, no network, and a policy that says so. below are the bars
// that were not reached.
func (r *Result) Page(w io.Writer, book *data.Codebook, language string, below []string) error {
	sum := sha256.Sum256([]byte(pageStyle))
	return pageTemplate.Execute(w, page{
		Result: r, Language: language, Below: below, book: book,
		Style:  template.CSS(pageStyle),
		Policy: "default-src 'none'; style-src 'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'; base-uri 'none'; form-action 'none'",
	})
}

// page is what the template gets.
type page struct {
	*Result
	Language string
	Below    []string
	Style    template.CSS
	Policy   string
	book     *data.Codebook
}

// Say gives the Dutch or the English text.
func (p page) Say(nl, en string) string { return data.Text{NL: nl, EN: en}.In(p.Language) }

// Ordered puts the reports that were held out first: they are what counts.
func (p page) Ordered() []Part {
	var out []Part
	for _, name := range []string{HeldOut, Tuned} {
		for _, part := range p.Parts {
			if part.Name == name {
				out = append(out, part)
			}
		}
	}
	return out
}

// PartName names a part.
func (p page) PartName(name string) string {
	if name == HeldOut {
		return p.Say("Apart gehouden rapporten", "Reports held out")
	}
	return p.Say("Rapporten om op af te stemmen", "Reports for tuning")
}

// Of gives the differences of a part.
func (p page) Of(part string) []Difference {
	var out []Difference
	for _, d := range p.Differences {
		if d.Part == part {
			d.Quote = data.Readable(d.Quote)
			out = append(out, d)
		}
	}
	return out
}

// variables of the codebook by the names of the evaluation.
var variables = map[string]string{
	"theme": data.VarTheme, "red_thread": data.VarRedThread, "subcode": data.VarRedThread, "sector": data.VarSector, "question": data.VarQuestion,
}

// Label names a code.
func (p page) Label(variable, code string) string {
	names := []string{variables[variable]}
	if variable == "explicit_absence" {
		names = []string{data.VarTheme, data.VarRedThread}
	}
	for _, name := range names {
		if label := p.book.Label(name, code, p.Language); name != "" && label != code {
			return label
		}
	}
	return ""
}

// words are the names of what is compared.
var words = map[string]data.Text{
	"kind": {NL: "Documentsoort", EN: "Document kind"}, "publication_date": {NL: "Publicatiedatum", EN: "Publication date"},
	"title": {NL: "Titel", EN: "Title"}, "inspectorates": {NL: "Inspecties", EN: "Inspectorates"},
	"calamities": {NL: "Aantal calamiteiten", EN: "Number of calamities"}, "victims": {NL: "Slachtoffers (aantal en afloop)", EN: "Victims (count and outcome)"},
	"event_class": {NL: "Ernst", EN: "Event class"}, "main_type": {NL: "Hoofdtype", EN: "Main type"}, "setting": {NL: "Setting", EN: "Setting"},
	"event_date": {NL: "Datum van de gebeurtenis", EN: "Event date"}, "area": {NL: "Gebied", EN: "Area"}, "legal_frame": {NL: "Juridisch kader", EN: "Legal frame"},
	"perpetrator_deaths": {NL: "Overleden plegers", EN: "Perpetrator deaths"}, "victim_ages": {NL: "Leeftijden en geslacht", EN: "Ages and sex"},
	"addressee": {NL: "Geadresseerde", EN: "Addressee"}, "sector": {NL: "Betrokken sector", EN: "Sector involved"}, "red_thread": {NL: "Rode draad", EN: "Red thread"},
	"subcode": {NL: "Deelcode", EN: "Sub-code"}, "theme": {NL: "Thema", EN: "Theme"}, "explicit_absence": {NL: "Uitdrukkelijk afwezig", EN: "Explicitly absent"},
	"question": {NL: "Basisvraag", EN: "Basic question"}, "recommendation": {NL: "Aanbeveling", EN: "Recommendation"}, "reported_count": {NL: "Gerapporteerd aantal", EN: "Reported count"},
}

// Name names what is compared.
func (p page) Name(variable string) string {
	if w, ok := words[variable]; ok {
		return w.In(p.Language)
	}
	return variable
}

// Figure writes an estimate.
func (p page) Figure(v float64) string {
	if math.IsNaN(v) {
		return "–"
	}
	return p.decimal(fmt.Sprintf("%.2f", v))
}

// Range writes the interval of an estimate.
func (p page) Range(i statistics.Interval) string {
	if math.IsNaN(i.Low) || math.IsNaN(i.High) {
		return ""
	}
	return p.decimal(fmt.Sprintf("%.2f–%.2f", i.Low, i.High))
}

// decimal writes a decimal comma where the language has one.
func (p page) decimal(s string) string {
	if p.Language == "en" {
		return s
	}
	out := []byte(s)
	for i := range out {
		if out[i] == '.' {
			out[i] = ','
		}
	}
	return string(out)
}

// scoreView is a score with its figures in words.
type scoreView struct {
	agreement.Score
	page page
}

// With makes a score ready to be printed.
func (p page) With(s agreement.Score) scoreView { return scoreView{s, p} }

// figureView is an estimate and its interval in words.
type figureView struct{ Estimate, Range string }

// Figures gives precision, recall, F1, kappa and AC1.
func (v scoreView) Figures() []figureView {
	var out []figureView
	for _, i := range []statistics.Interval{v.PrecisionRange, v.RecallRange, v.F1Range, v.KappaRange, v.AC1Range} {
		out = append(out, figureView{v.page.Figure(i.Estimate), v.page.Range(i)})
	}
	return out
}
