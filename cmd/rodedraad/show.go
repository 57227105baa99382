package main

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"rodedraad/data"
	"rodedraad/data/warehouse"
)

// shownFinding is a finding as show prints it.
type shownFinding struct {
	Variable  string       `json:"variable"`
	Code      string       `json:"code"`
	Label     string       `json:"label"`
	Value     string       `json:"value,omitempty"`
	Status    string       `json:"status"`
	Certainty string       `json:"certainty,omitempty"`
	Coder     string       `json:"coder"`
	Rule      string       `json:"rule,omitempty"`
	Reason    string       `json:"reason,omitempty"`
	Calamity  string       `json:"calamity_id,omitempty"`
	Quotes    []shownQuote `json:"evidence,omitempty"`
	id        string
}

type shownQuote struct {
	Page  int    `json:"page"`
	Quote string `json:"quote"`
}

func (a *app) showCommand() *cobra.Command {
	var form string
	var all bool
	c := &cobra.Command{
		Use:   a.say("show DOCUMENT", "show DOCUMENT"),
		Short: a.say("Toont een document: zijn codes, elk met bladzijde en citaat", "Shows a document: its codes, each with page and quote"),
		Long: a.say("DOCUMENT is een bestandsnaam, een deel van de titel, of het begin van het document_id.",
			"DOCUMENT is a file name, part of the title, or the start of the document_id."),
		Args: cobra.ExactArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			if err := textOrJSON(form); err != nil {
				return err
			}
			r, err := a.reader()
			if err != nil {
				return err
			}
			defer r.Close()
			return a.show(c.Context(), r, args[0], form, all)
		},
	}
	c.Flags().StringVar(&form, "format", "text", a.say("vorm: text of json", "form: text or json"))
	c.Flags().BoolVar(&all, "all", false, a.say("toon ook wat niet genoemd wordt", "show what is not mentioned too"))
	return c
}

func (a *app) show(ctx context.Context, r *warehouse.Reader, name, form string, all bool) error {
	id, err := a.documentID(ctx, r, name)
	if err != nil {
		return err
	}
	record, err := r.Texts(ctx, id)
	if err != nil {
		return err
	}
	findings, err := a.findings(ctx, r, id, all)
	if err != nil {
		return err
	}
	d := record.Document
	if form == "json" {
		e := json.NewEncoder(a.stdout)
		e.SetIndent("", "  ")
		return e.Encode(map[string]any{
			"document_id": d.ID, "file_name": d.FileName, "title": d.Title, "document_kind": d.Kind,
			"publication_date": d.PublicationDate.String(), "in_corpus": d.InCorpus, "corpus_reason": d.CorpusReason,
			"page_count": d.PageCount, "findings": findings,
		})
	}
	fmt.Fprintf(a.stdout, "%s\n%s · %s · %s · %d p.\n%s: %s\n", d.Title, d.FileName, d.Kind, d.PublicationDate, d.PageCount,
		map[bool]string{true: a.say("in het corpus", "in the corpus"), false: a.say("niet in het corpus", "not in the corpus")}[d.InCorpus], d.CorpusReason)
	variable := ""
	for _, f := range findings {
		if f.Variable != variable {
			variable = f.Variable
			fmt.Fprintf(a.stdout, "\n%s\n", variable)
		}
		f.print(a)
	}
	return nil
}

func (f shownFinding) print(a *app) {
	label := f.Label
	if f.Value != "" {
		label += " = " + f.Value
	}
	fmt.Fprintf(a.stdout, "  %-8s %s [%s, %s] %s\n", f.Code, label, f.Status, f.Certainty, f.Reason)
	for _, q := range f.Quotes {
		fmt.Fprintf(a.stdout, "           p. %d: “%s”\n", q.Page, data.Readable(q.Quote))
	}
}

// documentID finds the one document that a person means.
func (a *app) documentID(ctx context.Context, r *warehouse.Reader, name string) (string, error) {
	rows, err := r.QueryContext(ctx, `SELECT document_id, file_name FROM document
		WHERE file_name = ? OR starts_with(document_id, ?) OR contains(lower(title), lower(?))
		ORDER BY file_name <> ?, file_name`, name, name, name, name)
	if err != nil {
		return "", err
	}
	defer rows.Close()
	var ids, names []string
	for rows.Next() {
		var id, file string
		if err := rows.Scan(&id, &file); err != nil {
			return "", err
		}
		ids, names = append(ids, id), append(names, file)
	}
	switch {
	case rows.Err() != nil:
		return "", rows.Err()
	case len(ids) == 0:
		return "", hinted{fmt.Errorf(a.say("geen document %q", "no document %q"), name),
			a.say("rodedraad query documents geeft de lijst", "rodedraad query documents gives the list")}
	case len(ids) > 1 && names[0] != name:
		return "", hinted{fmt.Errorf(a.say("%q past op %d documenten: %s", "%q fits %d documents: %s"), name, len(ids), strings.Join(names, ", ")),
			a.say("geef de hele bestandsnaam", "give the whole file name")}
	}
	return ids[0], nil
}

func (a *app) findings(ctx context.Context, r *warehouse.Reader, id string, all bool) ([]shownFinding, error) {
	rows, err := r.QueryContext(ctx, `SELECT f.finding_id, f.variable, f.code, coalesce(CASE WHEN ? = 'en' THEN c.label_en ELSE c.label_nl END, ''),
		coalesce(f.value, ''), f.status, coalesce(f.certainty, ''), f.coder, coalesce(f.rule, ''), coalesce(f.reason, ''), coalesce(f.calamity_id, '')
		FROM coding f LEFT JOIN code c ON c.variable = f.variable AND c.code = f.code
		WHERE f.document_id = ? AND (? OR f.status <> 'niet_genoemd')`, a.language, id, all)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	byVariable := map[string][]shownFinding{}
	for rows.Next() {
		var f shownFinding
		if err := rows.Scan(&f.id, &f.Variable, &f.Code, &f.Label, &f.Value, &f.Status, &f.Certainty, &f.Coder, &f.Rule, &f.Reason, &f.Calamity); err != nil {
			return nil, err
		}
		byVariable[f.Variable] = append(byVariable[f.Variable], f)
	}
	if err := rows.Err(); err != nil {
		return nil, err
	}
	out := []shownFinding{}
	for _, v := range data.Variables {
		list := byVariable[v]
		sortFindings(list)
		out = append(out, list...)
	}
	return out, a.quotes(ctx, r, id, out)
}

func (a *app) quotes(ctx context.Context, r *warehouse.Reader, id string, findings []shownFinding) error {
	place := map[string]int{}
	for i, f := range findings {
		place[f.id] = i
	}
	rows, err := r.QueryContext(ctx, "SELECT finding_id, page, quote FROM evidence WHERE document_id = ? ORDER BY finding_id, evidence", id)
	if err != nil {
		return err
	}
	defer rows.Close()
	return eachQuote(rows, func(finding string, q shownQuote) {
		if i, ok := place[finding]; ok {
			findings[i].Quotes = append(findings[i].Quotes, q)
		}
	})
}

func eachQuote(rows *sql.Rows, do func(string, shownQuote)) error {
	for rows.Next() {
		var finding string
		var q shownQuote
		if err := rows.Scan(&finding, &q.Page, &q.Quote); err != nil {
			return err
		}
		do(finding, q)
	}
	return rows.Err()
}

// textOrJSON checks the form in which a document is shown.
func textOrJSON(form string) error {
	if form != "text" && form != "json" {
		return usage("--format %q: kies text of json / choose text or json", form)
	}
	return nil
}
