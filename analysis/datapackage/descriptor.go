package datapackage

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
)

// packageName is how a data package of ours is known.
const packageName = "rodedraad"

const profiles = "https://datapackage.org/profiles/2.0/"

// The structures of a data package (datapackage.org, version 2). Members that
// the standard does not name begin with x_.
type descriptor struct {
	Schema          string     `json:"$schema"`
	Name            string     `json:"name"`
	Title           string     `json:"title"`
	Description     string     `json:"description"`
	Version         string     `json:"version"`
	CodebookVersion string     `json:"x_codebook_version"`
	WithText        bool       `json:"x_with_text"`
	Keywords        []string   `json:"keywords"`
	Contributors    []titled   `json:"contributors"`
	Licenses        []licence  `json:"licenses"`
	Sources         []source   `json:"sources"`
	Resources       []resource `json:"resources"`
}

type titled struct {
	Title string   `json:"title"`
	Roles []string `json:"roles"`
}

type licence struct {
	Name string `json:"name"`
	Path string `json:"path,omitempty"`
}

type source struct {
	Title string `json:"title"`
	Path  string `json:"path,omitempty"`
}

type resource struct {
	Schema        string   `json:"$schema"`
	Name          string   `json:"name"`
	Type          string   `json:"type,omitempty"`
	Path          string   `json:"path"`
	Title         string   `json:"title,omitempty"`
	Description   string   `json:"description"`
	DescriptionNL string   `json:"x_description_nl"`
	Format        string   `json:"format"`
	MediaType     string   `json:"mediatype"`
	Encoding      string   `json:"encoding,omitempty"`
	Bytes         int64    `json:"bytes"`
	Hash          string   `json:"hash"`
	Rows          *int64   `json:"x_rows,omitempty"`
	Dialect       *dialect `json:"dialect,omitempty"`
	Table         *schema  `json:"schema,omitempty"`
}

type dialect struct {
	Schema         string `json:"$schema"`
	Header         bool   `json:"header"`
	Delimiter      string `json:"delimiter"`
	LineTerminator string `json:"lineTerminator"`
	DoubleQuote    bool   `json:"doubleQuote"`
}

type schema struct {
	Schema        string       `json:"$schema"`
	Fields        []field      `json:"fields"`
	MissingValues []string     `json:"missingValues"`
	PrimaryKey    []string     `json:"primaryKey,omitempty"`
	ForeignKeys   []foreignKey `json:"foreignKeys,omitempty"`
}

type field struct {
	Name          string       `json:"name"`
	Type          string       `json:"type"`
	Description   string       `json:"description"`
	DescriptionNL string       `json:"x_description_nl"`
	Constraints   *constraints `json:"constraints,omitempty"`
}

type constraints struct {
	Required bool     `json:"required,omitempty"`
	Enum     []string `json:"enum,omitempty"`
}

type foreignKey struct {
	Fields    []string `json:"fields"`
	Reference target   `json:"reference"`
}

type target struct {
	Resource string   `json:"resource"`
	Fields   []string `json:"fields"`
}

func (p *pack) writeDescriptor(version string) error {
	sums, err := checksums(p.folder)
	if err != nil {
		return err
	}
	byPath := map[string]sum{}
	for _, s := range sums {
		byPath[s.path] = s
	}
	d := descriptor{
		Schema: profiles + "datapackage.json", Name: packageName, Version: version, CodebookVersion: p.codebook, WithText: p.WithText,
		Title:        "rodedraad: coded reports on calamities with children in the Netherlands",
		Description:  "What published Dutch inspection and evaluation reports on calamities say, coded with evidence. Published reports are counted, not calamities; these are not official statistics. See README.md.",
		Keywords:     []string{"calamiteiten", "jeugdhulp", "inspectie", "rode draden", "child protection", "serious case review"},
		Contributors: []titled{{p.Author, []string{"creator"}}},
		Licenses:     []licence{{p.Licence, licencePath(p.Licence)}},
		Sources: []source{
			{"The published reports themselves: table document, columns title and source_url. Quotes remain their publishers'", ""},
			{"TOOI register of municipalities and organisations, KOOP", "https://standaarden.overheid.nl/tooi"},
			{"Codebook of rodedraad, version " + p.codebook + ": table code", ""},
		},
	}
	for _, c := range p.contents {
		d.Resources = append(d.Resources, c.resource("csv", "text/csv", byPath), c.resource("parquet", "application/vnd.apache.parquet", byPath))
	}
	s := byPath[findingsFile]
	rows := p.content("finding").rows
	d.Resources = append(d.Resources, resource{
		Schema: profiles + "dataresource.json", Name: "findings", Path: s.path, Format: "jsonl", MediaType: "application/jsonl", Encoding: "utf-8",
		Description: "Each finding with its evidence, one a line.", DescriptionNL: "Elke uitspraak met haar bewijs, een per regel.",
		Bytes: s.bytes, Hash: "sha256:" + s.hash, Rows: &rows,
	})
	text, err := json.MarshalIndent(d, "", "  ")
	if err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(p.folder, "datapackage.json"), append(text, '\n'), 0o644)
}

// licencePath gives the address of a licence whose address is plain.
func licencePath(name string) string {
	version, ok := strings.CutPrefix(name, "CC-BY-")
	if !ok {
		return ""
	}
	return "https://creativecommons.org/licenses/by/" + version + "/"
}

// resource describes one file of a table. The CSV has the table's name, so that
// keys refer to it.
func (c *content) resource(extension, mediaType string, files map[string]sum) resource {
	s := files["data/"+c.Name+"."+extension]
	r := resource{
		Schema: profiles + "dataresource.json", Name: c.Name, Type: "table", Path: s.path, Description: c.EN, DescriptionNL: c.NL,
		Format: extension, MediaType: mediaType, Bytes: s.bytes, Hash: "sha256:" + s.hash, Rows: &c.rows, Table: c.schema(),
	}
	if extension == "csv" {
		r.Encoding, r.Dialect = "utf-8", &dialect{profiles + "tabledialect.json", true, ",", "\n", true}
	} else {
		r.Name += "-parquet"
	}
	return r
}

func (c *content) schema() *schema {
	s := &schema{Schema: profiles + "tableschema.json", MissingValues: []string{""}, PrimaryKey: c.Key}
	for i, col := range c.Columns {
		f := field{Name: col.Name, Type: types[col.Type], Description: col.EN, DescriptionNL: col.NL}
		// What the codebook does not have is in the list too: the data are as
		// they are, and the dictionary says what is strange.
		enum := append(append([]string{}, c.allowed[i]...), c.strange[i]...)
		if c.allowed[i] == nil {
			enum = nil
		}
		if col.required || len(enum) > 0 {
			f.Constraints = &constraints{Required: col.required, Enum: enum}
		}
		s.Fields = append(s.Fields, f)
	}
	for _, r := range c.References {
		s.ForeignKeys = append(s.ForeignKeys, foreignKey{r.Fields, target{r.Table, r.To}})
	}
	return s
}
