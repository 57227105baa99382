package main

import (
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"rodedraad/analysis"
)

// What the README says exists, and every command is in the README.
func TestReadmeAndCommandsAgree(t *testing.T) {
	text, err := os.ReadFile(filepath.Join("..", "..", "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	readme := string(text)
	root := (&app{stdout: io.Discard, stderr: io.Discard, language: "en"}).root()
	known := map[string]bool{}
	for _, c := range root.Commands() {
		known[c.Name()] = true
		if !c.Hidden && c.Name() != "help" && !strings.Contains(readme, "rodedraad "+c.Name()) {
			t.Errorf("the README does not mention rodedraad %s", c.Name())
		}
	}
	for _, m := range regexp.MustCompile("rodedraad (?:--db \\S+ )?([a-z]+)\\b").FindAllStringSubmatch(codeOf(readme), -1) {
		if !known[m[1]] {
			t.Errorf("the README mentions rodedraad %s, which is no command", m[1])
		}
	}
	for _, m := range regexp.MustCompile(`rodedraad query ([a-z_]+)`).FindAllStringSubmatch(codeOf(readme), -1) {
		if _, err := analysis.Find(m[1]); err != nil {
			t.Errorf("the README mentions query %s: %v", m[1], err)
		}
	}
}

// The targets that the README names are in the Makefile.
func TestReadmeAndMakefileAgree(t *testing.T) {
	readme, err := os.ReadFile(filepath.Join("..", "..", "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	makefile, err := os.ReadFile(filepath.Join("..", "..", "Makefile"))
	if err != nil {
		t.Fatal(err)
	}
	for _, m := range regexp.MustCompile("make ([a-z]+)\\b").FindAllStringSubmatch(codeOf(string(readme)), -1) {
		if !strings.Contains(string(makefile), "\n"+m[1]+":") {
			t.Errorf("the README mentions make %s, which is no target", m[1])
		}
	}
}

// codeOf gives the code of a Markdown text, in blocks and in lines.
func codeOf(markdown string) string {
	var b strings.Builder
	for _, m := range regexp.MustCompile("(?s)```.*?```|`[^`\n]+`").FindAllString(markdown, -1) {
		b.WriteString(m)
		b.WriteByte('\n')
	}
	return b.String()
}
