package data

import (
	"embed"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"github.com/goccy/go-yaml"
)

//go:embed codebook/*.yaml
var codebookFiles embed.FS

// Text is a text in Dutch and in English.
type Text struct {
	NL string `yaml:"nl" json:"nl"`
	EN string `yaml:"en" json:"en"`
}

// In gives the text in a language, "nl" or "en".
func (t Text) In(language string) string {
	if language == "en" {
		return t.EN
	}
	return t.NL
}

// Codebook is every variable with its codes, and the version that coded rows
// carry.
type Codebook struct {
	Version   string
	Variables []*Variable // sorted by file name
}

// Variable is one file of the codebook.
type Variable struct {
	Name       string              `yaml:"variable"`
	Label      Text                `yaml:"label"`
	Definition Text                `yaml:"definition"`
	Unit       string              `yaml:"unit"` // document, calamiteit, slachtoffer or aanbeveling
	Source     string              `yaml:"source"`
	Sections   map[string]float64  `yaml:"sections"` // weight of a section role for this variable; 0 leaves it out
	Concepts   map[string][]string `yaml:"concepts"` // word lists that indicators name as {concept}
	Codes      []*Code             `yaml:"codes"`

	file string
	text []byte // of the file, for lint to find lines in
}

// Code is one value of a variable.
type Code struct {
	Code       string      `yaml:"code"`
	Label      Text        `yaml:"label"`
	Parent     string      `yaml:"parent"`
	Alias      string      `yaml:"alias"` // the code that replaces it, see ValidTo
	Definition Text        `yaml:"definition"`
	Include    []string    `yaml:"include"`
	Exclude    []string    `yaml:"exclude"`
	Indicators []Indicator `yaml:"indicators"`
	Examples   []Example   `yaml:"examples"`
	Source     string      `yaml:"source"`
	ValidFrom  int         `yaml:"valid_from"` // year; 0 is always
	ValidTo    int         `yaml:"valid_to"`
	Threshold  float64     `yaml:"threshold"` // score from which a document has the code; 0 is the coder's default
	Reason     string      `yaml:"threshold_reason"`
}

// Indicator is a pattern in the language of package match that speaks for a
// code.
type Indicator struct {
	Pattern string  `yaml:"pattern"`
	Weight  float64 `yaml:"weight"` // 0 means 1
	Status  Status  `yaml:"status"` // empty means aanwezig
	Zone    string  `yaml:"zone"`   // part of the document it is looked for in, for variables that know parts
}

// UnmarshalYAML lets an indicator be a bare pattern.
func (i *Indicator) UnmarshalYAML(unmarshal func(any) error) error {
	if unmarshal(&i.Pattern) == nil {
		return nil
	}
	type plain Indicator
	return unmarshal((*plain)(i))
}

// Example is a sentence with the status a coder gives it.
type Example struct {
	Text   string `yaml:"text"`
	Status Status `yaml:"status"`
}

// DefaultCodebook gives the codebook that is built in.
func DefaultCodebook() (*Codebook, error) {
	sub, err := fs.Sub(codebookFiles, "codebook")
	if err != nil {
		return nil, err
	}
	return LoadCodebook(sub)
}

// LoadCodebook reads a folder of codebook files. Errors name file and line.
func LoadCodebook(fsys fs.FS) (*Codebook, error) {
	names, err := fs.Glob(fsys, "*.yaml")
	if err != nil {
		return nil, err
	}
	if len(names) == 0 {
		return nil, fmt.Errorf("codebook: no .yaml files found")
	}
	b := &Codebook{}
	hash := []string{}
	for _, name := range names {
		text, err := fs.ReadFile(fsys, name)
		if err != nil {
			return nil, fmt.Errorf("codebook: %w", err)
		}
		hash = append(hash, name, string(text))
		v := &Variable{file: name}
		if err := yaml.UnmarshalWithOptions(text, v, yaml.Strict()); err != nil {
			return nil, fmt.Errorf("codebook %s: %s", name, yaml.FormatError(err, false, false))
		}
		v.text = text
		b.Variables = append(b.Variables, v)
	}
	slices.SortFunc(b.Variables, func(x, y *Variable) int { return strings.Compare(x.file, y.file) })
	b.Version = "0.1+" + digest(hash...)[:8]
	return b, nil
}

// Variable gives the variable of a name, or nil.
func (b *Codebook) Variable(name string) *Variable {
	for _, v := range b.Variables {
		if v.Name == name {
			return v
		}
	}
	return nil
}

// Label gives the label of a code in a language, or the code itself.
func (b *Codebook) Label(variable, code, language string) string {
	if v := b.Variable(variable); v != nil {
		if c := v.Code(code); c != nil {
			return c.Label.In(language)
		}
	}
	return code
}

// Code gives the code of a name, or nil.
func (v *Variable) Code(name string) *Code {
	for _, c := range v.Codes {
		if c.Code == name {
			return c
		}
	}
	return nil
}

// File is the name of the file that the variable was read from.
func (v *Variable) File() string { return path.Base(v.file) }
