package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"os/exec"
	"strings"
	"testing"
)

// rooms from left to right: a room may import only rooms to its left, or
// itself. analysis needs only data.
var rooms = []string{"data", "ingest", "analysis", "dashboard", "cmd"}

// technologies are each known by one room.
var technologies = map[string]string{
	"github.com/marcboeker/go-duckdb":     "rodedraad/data/warehouse",
	"github.com/klippa-app/go-pdfium":     "rodedraad/ingest/pdf/pdfium",
	"github.com/go-echarts/go-echarts/v2": "rodedraad/dashboard",
	"github.com/dop251/goja":              "rodedraad/dashboard",
	"github.com/apache/arrow/go/v17":      "rodedraad/analysis/format",
	"github.com/ledongthuc/pdf":           "rodedraad/ingest/pdf",
	"github.com/blevesearch/snowballstem": "rodedraad/data/dutch",
	"github.com/spf13/cobra":              "rodedraad/cmd",
	"github.com/schollz/progressbar/v3":   "rodedraad/cmd",
}

type listed struct {
	ImportPath   string
	Imports      []string
	TestImports  []string
	XTestImports []string
}

func packages(t *testing.T) []listed {
	t.Helper()
	out, err := exec.Command("go", "list", "-json=ImportPath,Imports,TestImports,XTestImports", "rodedraad/...").Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	var list []listed
	for d := json.NewDecoder(bytes.NewReader(out)); ; {
		var p listed
		if err := d.Decode(&p); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			t.Fatal(err)
		}
		list = append(list, p)
	}
	if len(list) < len(rooms) {
		t.Fatalf("go list gave %d packages", len(list))
	}
	return list
}

func room(path string) int {
	parts := strings.Split(path, "/")
	if len(parts) < 2 || parts[0] != "rodedraad" {
		return -1
	}
	for i, r := range rooms {
		if parts[1] == r {
			return i
		}
	}
	return -1
}

func TestRoomsImportLeftward(t *testing.T) {
	for _, p := range packages(t) {
		here := room(p.ImportPath)
		if here < 0 {
			t.Errorf("%s is in no room", p.ImportPath)
			continue
		}
		for _, i := range p.Imports {
			there := room(i)
			if there > here {
				t.Errorf("%s imports %s, to its right", p.ImportPath, i)
			}
			if rooms[here] == "analysis" && there >= 0 && rooms[there] == "ingest" {
				t.Errorf("%s imports %s: analysis needs only data", p.ImportPath, i)
			}
		}
	}
}

func TestOneRoomPerTechnology(t *testing.T) {
	for _, p := range packages(t) {
		for _, i := range append(append(p.Imports, p.TestImports...), p.XTestImports...) {
			for technology, owner := range technologies {
				if (i == technology || strings.HasPrefix(i, technology+"/")) && !strings.HasPrefix(p.ImportPath, owner) {
					t.Errorf("%s imports %s, which belongs to %s", p.ImportPath, i, owner)
				}
			}
		}
	}
}

// The vocabulary stays light: the standard library and a YAML decoder.
func TestDataNeedsOnlyYAML(t *testing.T) {
	for _, p := range packages(t) {
		if p.ImportPath != "rodedraad/data" {
			continue
		}
		for _, i := range p.Imports {
			if strings.Contains(strings.Split(i, "/")[0], ".") && !strings.HasPrefix(i, "github.com/goccy/go-yaml") {
				t.Errorf("data imports %s", i)
			}
		}
	}
}
