package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

const small = `---
producer: %
layout: rijk
---
# De titel
% Uitgever

## 1 Kop

Een *schuin* en **vet** woord.[^1] & 5 % van alles.

- een
- twee

| A | B |
| c | d |

[^1]: De noot.
`

// Every producer's text carries the mark, the notice, and each piece of the
// report once.
func TestEveryFormatCarriesMarkAndText(t *testing.T) {
	for name, producer := range producers {
		t.Run(name, func(t *testing.T) {
			s, err := parseSource("t90", strings.Replace(small, "%", name, 1))
			if err != nil {
				t.Fatal(err)
			}
			text, err := producer.write(s)
			if err != nil {
				t.Fatal(err)
			}
			for _, want := range []string{fictitiousMark, fictitiousNotice, "De titel", "Uitgever", "1 Kop", "schuin", "twee", "De noot."} {
				if !strings.Contains(text, want) {
					t.Errorf("%q is missing", want)
				}
			}
		})
	}
}

// Every committed source can be read and written in its producer's language.
func TestEverySourceIsWritten(t *testing.T) {
	files, err := filepath.Glob("../sources/*.md")
	if err != nil || len(files) == 0 {
		t.Fatalf("no sources: %v", err)
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			text, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			s, err := parseSource(file, string(text))
			if err != nil {
				t.Fatal(err)
			}
			producer, ok := producers[s.settings["producer"]]
			if !ok {
				t.Fatalf("unknown producer %q", s.settings["producer"])
			}
			if _, err := producer.write(s); err != nil {
				t.Error(err)
			}
		})
	}
}

func TestParseSourceErrors(t *testing.T) {
	for _, text := range []string{"", "---\nno colon\n---\n# T\n", "---\na: b\n---\nno title\n"} {
		if _, err := parseSource("t90", text); err == nil {
			t.Errorf("%q: no error", text)
		}
	}
}
