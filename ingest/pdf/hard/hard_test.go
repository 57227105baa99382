package main

import (
	"path/filepath"
	"rodedraad/ingest/pdf"
	"rodedraad/ingest/pdf/extract"
	"testing"
)

var folder = filepath.Join("..", "testdata", "hard")

func TestDev(t *testing.T) {
	x := extract.New(pdf.DefaultLimits().Memory / 2)
	defer x.Close()
	for _, recipe := range recipes {
		truth, _ := readText(filepath.Join(folder, recipe.text()+".txt"))
		r, err := readFile(t.Context(), x, filepath.Join(folder, recipe.name+".pdf"))
		if err != nil {
			t.Log(recipe.name, err)
			continue
		}
		_, _, wrong := roles(truth, r.passages)
		if len(wrong) > 6 {
			continue
		}
		for _, p := range wrong {
			t.Logf("%s: %s %.90s", recipe.name, p.kind, p.text)
		}
		for _, k := range furnitureKept(truth, r.passages) {
			t.Logf("%s: KEPT %s", recipe.name, k)
		}
	}
}
