package metadata

import (
	"fmt"
	"slices"

	"rodedraad/data"
	"rodedraad/ingest/coding/prose"
	"rodedraad/ingest/pdf"
)

const coderName = "metadata"

// Coder reads the metadata of documents.
type Coder struct {
	register register
	kinds    *kinds
	places   *data.Places
}

// New makes a coder with a codebook's indicators.
func New(book *data.Codebook) (*Coder, error) {
	r, err := newRegister()
	if err != nil {
		return nil, err
	}
	k, err := newKinds(book)
	if err != nil {
		return nil, err
	}
	p, err := data.DefaultPlaces()
	if err != nil {
		return nil, err
	}
	return &Coder{register: r, kinds: k, places: p}, nil
}

// Code fills the record's document with what its first pages say, and adds the
// findings behind it.
func (c *Coder) Code(t *prose.Text, r *data.Record, info pdf.Info) {
	d := &r.Document
	f := readFront(r.Pages)
	d.Language = language(t)
	h, titled := readTitle(t, f, &c.register, info)
	if titled {
		d.Title = h.title
		c.add(r, data.VarTitle, "titel", h.title, data.High, h.rule, h.reason, h.quote)
	}
	namings := c.register.authors(t, f)
	date, dated := publicationDate(f)
	c.register.plausible(namings, date.date.Year)
	namings = c.register.joint(t, f, namings, date.date.Year)
	j := c.kinds.judge(t, f, h, namings)
	c.kind(r, f, h, j)
	c.organisations(r, f, namings, j.local)
	if dated {
		d.PublicationDate = date.date
		c.add(r, data.VarPublication, string(date.date.Precision), date.date.String(), certain(date.score >= 6), "datumregel", date.reason, date.quote)
	}
	if number, quote, ok := reportNumber(f); ok {
		d.ReportNumber = number
		c.add(r, data.VarTitle, "rapportnummer", number, data.Medium, "kenmerk", "kenmerk of rapportnummer", quote)
	}
	c.named(t, r)
}

func (c *Coder) kind(r *data.Record, f front, h heading, j judged) {
	r.Document.Kind = j.code
	if j.quote.Quote == "" {
		j.quote = h.quote
	}
	if j.quote.Quote == "" && len(f.lines) > 0 {
		j.quote = f.lines[0].whole()
	}
	if j.rule == "" {
		j.rule = "wie het maakte"
	}
	reason := fmt.Sprintf("score %.1f, %.1f meer dan de volgende soort", j.score, j.margin)
	c.add(r, data.VarKind, j.code, "", certain(j.margin >= 2), j.rule, reason, j.quote)
}

// organisations adds the inspectorates with their roles. What the document is
// bounds them: who publishes news did no investigation, and in another's report
// an inspectorate is spoken of. local says that a local supervisor wrote it.
func (c *Coder) organisations(r *data.Record, f front, namings []naming, local bool) {
	switch r.Document.Kind {
	case "nieuwsbericht", "evaluatie_gemeente", "onafhankelijk_onderzoek", "wetenschappelijk":
		for i := range namings {
			namings[i].role = named
		}
	case "brief":
		c.register.letterSenders(namings, f, r.Document.Title)
	case "jaarbericht", "handreiking", "overig":
		onlyCover(namings)
	case "inspectierapport", "zakelijke_weergave":
		if !local {
			spokenOf(namings)
		}
	}
	for _, n := range namings {
		r.Organisations = append(r.Organisations, data.DocumentOrganisation{Organisation: n.code, Role: n.role})
		c.add(r, data.VarOrganisation, n.code, n.role, certain(n.strength >= 3), "naam van een inspectie",
			fmt.Sprintf("voorwerk, p. %d", n.quote.Page), n.quote)
	}
}

// named adds the inspectorates and municipalities that the text only names.
func (c *Coder) named(t *prose.Text, r *data.Record) {
	list := append(c.register.anywhere(t), municipalities(t, c.places, r.Document.PublicationDate.Year)...)
	for _, m := range list {
		if slices.ContainsFunc(r.Organisations, func(o data.DocumentOrganisation) bool { return o.Organisation == m.code }) {
			continue
		}
		r.Organisations = append(r.Organisations, data.DocumentOrganisation{Organisation: m.code, Role: named})
		c.add(r, data.VarOrganisation, m.code, named, data.Medium, "naam in de tekst", fmt.Sprintf("genoemd, p. %d", m.quote.Page), m.quote)
	}
}

func certain(firm bool) data.Certainty {
	if firm {
		return data.High
	}
	return data.Medium
}

// add appends a finding; without a quote there is none to add.
func (c *Coder) add(r *data.Record, variable, code, value string, certainty data.Certainty, rule, reason string, quote data.Evidence) {
	if quote.Quote == "" {
		return
	}
	r.Findings = append(r.Findings, data.Finding{
		Variable: variable, Code: code, Value: value, Status: data.Present, Certainty: certainty,
		Coder: coderName, Rule: rule, Reason: reason, Evidence: []data.Evidence{quote},
	})
}
