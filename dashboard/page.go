package dashboard

import (
	"bytes"
	"cmp"
	"embed"
	"fmt"
	"html/template"
	"strings"

	"rodedraad/dashboard/i18n"
)

//go:embed templates/*.html
var templateFiles embed.FS

var templates = template.Must(template.ParseFS(templateFiles, "templates/*.html"))

// page is what every template gets. Its methods write links and words for the
// page's place and language.
type page struct {
	*site
	Path, Key, Title, Intro string
	Notice                  string
	Content                 any
}

// write fills in a template and adds the page to the site.
func (s *site) write(name, key, title, intro string, content any) error {
	p := &page{
		site: s, Path: s.path(key), Key: key, Title: title, Intro: intro,
		Notice: s.options.notice(s.Language), Content: content,
	}
	var b bytes.Buffer
	if err := templates.ExecuteTemplate(&b, name+".html", p); err != nil {
		return fmt.Errorf("page %s: %w", p.Path, err)
	}
	return s.add(p.Path, b.Bytes())
}

// To links to a page of this language by its key, with an anchor if given.
func (p *page) To(key string, anchor ...string) string {
	to := p.path(key)
	if len(anchor) > 0 && anchor[0] != "" {
		to += "#" + anchor[0]
	}
	return relative(p.Path, to)
}

// File links to a file of the site.
func (p *page) File(name string) string { return relative(p.Path, name) }

// Other links to this page in the other language.
func (p *page) Other() string { return relative(p.Path, pathIn(p.other, p.Key)) }

// CodePage links to the page of a code; "" when it has none.
func (p *page) CodePage(variable, name string) string {
	if key := p.codeKey(variable, name); key != "" {
		return p.To(key)
	}
	return ""
}

// CodeLabel gives the name of a code.
func (p *page) CodeLabel(variable, name string) string {
	if c := p.codes[[2]string{variable, name}]; c != nil {
		return c.Label
	}
	return name
}

// CodeLabels gives the names of codes with commas between them.
func (p *page) CodeLabels(variable, codes string) string {
	var labels []string
	for _, name := range list(codes) {
		labels = append(labels, p.CodeLabel(variable, name))
	}
	return strings.Join(labels, ", ")
}

// ValueLabel gives the words for a role or an answer; other values, such as
// dates, stand as they are.
func (p *page) ValueLabel(value string) string {
	if key := "value_" + value; p.Has(key) {
		return p.Say(key)
	}
	return value
}

// IsDocument reports whether this is a document's page, whose title is Dutch in
// every language.
func (p *page) IsDocument() bool { return strings.HasPrefix(p.Key, "document/") }

// menuItem is a line of the menu.
type menuItem struct {
	Label, Href string
	Current     bool
}

// Menu gives the menu with the current page marked.
func (p *page) Menu() []menuItem {
	var out []menuItem
	for _, key := range navigation {
		out = append(out, menuItem{p.Say("nav_" + key), p.To(key), key == p.Key})
	}
	return out
}

// Stand says how new the collection is.
func (p *page) Stand() string {
	return p.Say("footer_stand") + " " + cmp.Or(p.size.newest, "–")
}

// Foot is the line under every figure.
func (p *page) Foot() string { return p.footer() }

// Languages lists the site's languages, for the page's alternatives.
func (p *page) Languages() []string { return i18n.Languages }

// Alternative links to this page in a language.
func (p *page) Alternative(language string) string { return relative(p.Path, pathIn(language, p.Key)) }

// with is a page and a part of it, for templates that are used in several
// places.
type with struct {
	P *page
	F any
}

// With joins the page to a part of it.
func (p *page) With(part any) with { return with{p, part} }
