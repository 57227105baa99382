package datapackage

import (
	"bytes"
	"embed"
	"fmt"
	"text/template"
)

//go:embed texts/*
var textFiles embed.FS

// The texts are committed files: a fault in them shows in every test.
var texts = template.Must(template.New("").ParseFS(textFiles, "texts/*"))

// texts gives the files for readers.
func (p *pack) texts(version string) map[string]string {
	words := map[string]any{
		"Version": version, "Codebook": p.codebook, "WithText": p.WithText, "Licence": p.Licence, "Author": yamlString(p.Author),
		"LicenceYAML": yamlString(p.Licence), "Documents": p.content("document").rows, "Findings": p.content("finding").rows,
		"Calamities": p.content("calamity").rows, "Tables": p.contents,
	}
	out := map[string]string{}
	for _, name := range []string{"README.md", "CITATION.cff"} {
		var b bytes.Buffer
		if err := texts.ExecuteTemplate(&b, name, words); err != nil {
			panic(err) // the template and its words are both in this package
		}
		out[name] = b.String()
	}
	out["data-dictionary.nl.md"] = p.dictionary("nl")
	out["data-dictionary.en.md"] = p.dictionary("en")
	return out
}

// yamlString quotes a text; a JSON string is a YAML string.
func yamlString(s string) string { return fmt.Sprintf("%q", s) }
