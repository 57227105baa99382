package main

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"rodedraad/data"
	"rodedraad/data/warehouse"
	"rodedraad/ingest/coding/prose"
	"rodedraad/ingest/coding/threads"
)

// explanation is what explain prints: the answer that is stored, and for red
// threads and themes how this program comes to its answer.
type explanation struct {
	DocumentID   string                 `json:"document_id"`
	FileName     string                 `json:"file_name"`
	Variable     string                 `json:"variable"`
	Code         string                 `json:"code"`
	Label        string                 `json:"label,omitempty"`
	Stored       []shownFinding         `json:"stored"`
	StoredWith   string                 `json:"stored_codebook_version"`
	Codebook     string                 `json:"codebook_version"`
	Weighed      *threads.Explanation   `json:"weighed,omitempty"`
	Indicators   []threads.IndicatorHit `json:"indicators,omitempty"`
	Explanations []string               `json:"explanation"` // in words
}

func (a *app) explainCommand() *cobra.Command {
	var form string
	var o coderOptions
	c := &cobra.Command{
		Use:   "explain DOCUMENT CODE",
		Short: a.say("Legt uit waarom een document een code wel of niet heeft", "Explains why a document has a code or not"),
		Long: a.say(`Legt uit hoe het antwoord voor een code tot stand kwam: welke passages ervoor en
ertegen spraken, met bladzijde, citaat, score en sterkste woorden, hoe het geheel
gewogen is, en wat de uitkomst had veranderd. Rode draden, deelcodes en thema's
worden daarvoor opnieuw gelezen uit de opgeslagen tekst, zonder PDF. Van andere
variabelen staat er wat is opgeslagen: bewijs, regel en reden.

DOCUMENT is een bestandsnaam, een deel van de titel, of het begin van het
document_id. CODE is een code (RD1, T05, politie) of VARIABELE/CODE.`,
			`Explains how the answer for a code came about: which passages spoke for it and
against it, with page, quote, score and strongest words, how the whole was
weighed, and what would have changed the outcome. Red threads, sub-codes and
themes are read again for this from the stored text, without a PDF. Of other
variables it shows what is stored: evidence, rule and reason.

DOCUMENT is a file name, part of the title, or the start of the document_id.
CODE is a code (RD1, T05, politie) or VARIABLE/CODE.`),
		Example: "  rodedraad explain rapport.pdf RD1\n  rodedraad explain rapport.pdf T05 --format json\n  rodedraad explain rapport.pdf sector/politie",
		Args:    cobra.ExactArgs(2),
		RunE: func(c *cobra.Command, args []string) error {
			if err := textOrJSON(form); err != nil {
				return err
			}
			r, err := a.reader()
			if err != nil {
				return err
			}
			defer r.Close()
			e, err := a.explain(c.Context(), r, args[0], args[1], o)
			if err != nil {
				return err
			}
			if form == "json" {
				out := json.NewEncoder(a.stdout)
				out.SetIndent("", "  ")
				out.SetEscapeHTML(false)
				return out.Encode(e)
			}
			e.print(a)
			return nil
		},
	}
	c.Flags().StringVar(&form, "format", "text", a.say("vorm: text of json", "form: text or json"))
	a.coderFlags(c, &o)
	return c
}

func (a *app) explain(ctx context.Context, r *warehouse.Reader, document, name string, o coderOptions) (*explanation, error) {
	id, err := a.documentID(ctx, r, document)
	if err != nil {
		return nil, err
	}
	record, err := r.Texts(ctx, id)
	if err != nil {
		return nil, err
	}
	findings, err := a.findings(ctx, r, id, true)
	if err != nil {
		return nil, err
	}
	book, err := o.codebook()
	if err != nil {
		return nil, err
	}
	d := record.Document
	e := &explanation{DocumentID: d.ID, FileName: d.FileName, StoredWith: d.CodebookVersion, Codebook: book.Version, Stored: []shownFinding{}}
	if err := e.meant(a, book, findings, name); err != nil {
		return nil, err
	}
	if e.Variable != data.VarRedThread && e.Variable != data.VarTheme {
		e.Explanations = []string{a.say("Over deze variabele beslissen regels, geen gewogen scores: hieronder staan het bewijs, de regel en de reden zoals ze zijn opgeslagen.",
			"This variable is decided by rules, not by weighed scores: evidence, rule and reason are shown as stored.")}
		return e, nil
	}
	coder, err := o.threads(book)
	if err != nil {
		return nil, err
	}
	text := prose.Read(record.Pages, record.Passages)
	e.Weighed, err = coder.Explain(text, d.PublicationDate, e.Code)
	if err == nil {
		e.Indicators = coder.Indicators(text, e.Code)
		e.Explanations = a.inWords(e)
	}
	return e, err
}

// meant finds the variable and code that a person means, and what is stored of
// them. A variable alone means all of its findings.
func (e *explanation) meant(a *app, book *data.Codebook, findings []shownFinding, name string) error {
	variable, code, both := strings.Cut(name, "/")
	if !both {
		variable, code = "", name
	}
	fits := func(v, c string) bool {
		return strings.EqualFold(c, code) && (variable == "" || strings.EqualFold(v, variable)) ||
			variable == "" && strings.EqualFold(v, code)
	}
	for _, f := range findings {
		if fits(f.Variable, f.Code) {
			e.Stored = append(e.Stored, f)
			e.Variable, e.Code, e.Label = f.Variable, f.Code, f.Label
		}
	}
	var variables []string
	for _, v := range book.Variables {
		for _, c := range v.Codes {
			if len(e.Stored) == 0 && fits(v.Name, c.Code) && !slices.Contains(variables, v.Name) {
				variables = append(variables, v.Name)
				e.Variable, e.Code, e.Label = v.Name, c.Code, c.Label.In(a.language)
			}
		}
	}
	for _, f := range e.Stored {
		if !slices.Contains(variables, f.Variable) {
			variables = append(variables, f.Variable)
		}
	}
	if e.Variable == "" {
		return hinted{usage(a.say("er is geen code %q", "there is no code %q"), name),
			a.say("rodedraad codebook show geeft de variabelen, rodedraad codebook show thema de codes van een", "rodedraad codebook show lists the variables, rodedraad codebook show thema the codes of one")}
	}
	if len(variables) > 1 && !slices.ContainsFunc(variables, func(v string) bool { return strings.EqualFold(v, code) }) {
		return hinted{usage(a.say("%q is een code van %s", "%q is a code of %s"), name, strings.Join(variables, ", ")),
			a.say("schrijf VARIABELE/CODE", "write VARIABLE/CODE")}
	}
	return nil
}

// inWords tells the outcome and what would have changed it.
func (a *app) inWords(e *explanation) []string {
	w := e.Weighed
	var out []string
	say := func(nl, en string, args ...any) { out = append(out, fmt.Sprintf(a.say(nl, en), args...)) }
	if e.Codebook != e.StoredWith {
		say("Gecodeerd met codeboek %s; deze uitleg is van codeboek %s (rodedraad ingest --recode maakt ze gelijk).",
			"Coded with codebook %s; this explanation is of codebook %s (rodedraad ingest --recode makes them equal).", e.StoredWith, e.Codebook)
	}
	for _, f := range e.Stored {
		switch {
		case strings.HasPrefix(f.Coder, warehouse.Person):
			say("Een lezer heeft hier %s vastgesteld; dat gaat voor. Hieronder staat wat het programma ervan maakt.",
				"A reader decided %s here; that goes first. Below is what the program makes of it.", f.Status)
		case f.Status != string(w.Status):
			say("Opgeslagen is %s, dit programma komt op %s.", "Stored is %s, this program comes to %s.", f.Status, w.Status)
		}
	}
	if !w.InForce {
		say("De code geldt niet voor een document van deze datum: een andere code zegt hetzelfde.",
			"The code is not in force for a document of this date: another code says the same.")
		return out
	}
	if w.ImpliedBy != "" {
		say("De code volgt uit %s, zie: rodedraad explain %s %s.", "The code follows from %s, see: rodedraad explain %s %s.", w.ImpliedBy, e.FileName, w.ImpliedBy)
	}
	if w.Rule != "" {
		say("Een indicator beslist dit alleen: %s.", "One indicator settles it by itself: %s.", w.Rule)
	}
	if w.Family < w.FamilyFrom {
		say("Maar %.0f%% van de zinnen noemt een kind of ouder (nodig: %.0f%%): het document gaat over iets anders, en dan tellen alleen indicatoren die een code alleen beslissen.",
			"Only %.0f%% of the sentences name a child or parent (needed: %.0f%%): the document is about something else, and then only indicators that settle a code by themselves count.", 100*w.Family, 100*w.FamilyFrom)
	}
	for i := range w.Sides {
		out = append(out, a.margin(&w.Sides[i]))
	}
	for _, c := range w.Changes {
		out = append(out, a.change(w, c))
	}
	return out
}

// never is the threshold of a status that scores alone cannot give.
const never = 50

// margin tells how far a status lies from its threshold.
func (a *app) margin(s *threads.Side) string {
	name := a.status(string(s.Status))
	switch m := s.Margin(); {
	case s.Threshold >= never:
		return fmt.Sprintf(a.say("%s: van deze code wordt dat niet op scores alleen vastgesteld.", "%s: of this code that is not decided on scores alone."), name)
	case m >= 0:
		return fmt.Sprintf(a.say("%s: %.2f boven de drempel (log-odds %.2f, drempel %.2f).", "%s: %.2f above the threshold (log odds %.2f, threshold %.2f)."), name, m, s.LogOdds, s.Threshold)
	default:
		return fmt.Sprintf(a.say("%s: %.2f onder de drempel (log-odds %.2f, drempel %.2f).", "%s: %.2f below the threshold (log odds %.2f, threshold %.2f)."), name, -m, s.LogOdds, s.Threshold)
	}
}

// change tells what a small change of the document would have done.
func (a *app) change(w *threads.Explanation, c threads.Change) string {
	what := map[string]string{
		threads.Without:    a.say("Zonder de %d sterkste passage(s)", "Without the %d strongest passage(s)"),
		threads.Repeated:   a.say("Met nog %d passage(s) als de sterkste", "With %d more passage(s) like the strongest"),
		threads.Concluding: a.say("Met de sterkste passage (%d) in de conclusies", "With the strongest passage (%d) in the conclusions"),
	}[c.Kind]
	outcome := a.say("was de uitkomst veranderd in", "the outcome would have become")
	if c.Status == w.Status {
		outcome = a.say("was de uitkomst gebleven:", "the outcome would have stayed")
	}
	return fmt.Sprintf(what+" %s %s (%+.2f %s).", c.Times, outcome, a.status(string(c.Status)), c.Margin, a.say("ten opzichte van de drempel", "from the threshold"))
}

func (a *app) status(s string) string {
	if a.language != "en" {
		return strings.ReplaceAll(s, "_", " ")
	}
	return map[string]string{"aanwezig": "present", "uitdrukkelijk_afwezig": "explicitly absent", "niet_genoemd": "not mentioned",
		"onleesbaar": "unreadable", "betwist": "disputed"}[s]
}
