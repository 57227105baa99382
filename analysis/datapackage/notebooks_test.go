package datapackage_test

import (
	"bytes"
	"context"
	"encoding/json"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"rodedraad/analysis"
	"rodedraad/analysis/agreement"
	"rodedraad/analysis/analysistest"
	"rodedraad/analysis/datapackage"
	"rodedraad/data"
	"rodedraad/data/warehouse"
)

// notebook is what these tests need of nbformat 4.
type notebook struct {
	Cells []struct {
		Type    string `json:"cell_type"`
		Source  []string
		Outputs []any
		Count   *int `json:"execution_count"`
	}
	Format int `json:"nbformat"`
}

func (n notebook) text(kind string) string {
	var b strings.Builder
	for _, c := range n.Cells {
		if c.Type == kind {
			b.WriteString(strings.Join(c.Source, "") + "\n\n")
		}
	}
	return b.String()
}

func notebooks(t *testing.T) map[string]notebook {
	t.Helper()
	names, err := filepath.Glob(filepath.Join("..", "..", "notebooks", "*.ipynb"))
	if err != nil || len(names) != 2 {
		t.Fatalf("notebooks are %q (%v), want 2", names, err)
	}
	all := map[string]notebook{}
	for _, name := range names {
		var n notebook
		if err := json.Unmarshal(read(t, name), &n); err != nil || n.Format != 4 {
			t.Fatalf("%s: format %d, %v", name, n.Format, err)
		}
		all[filepath.Base(name)] = n
	}
	return all
}

// standard are the modules of Python's standard library that notebooks use.
var standard = []string{"csv", "hashlib", "json", "os", "math", "pathlib", "statistics"}

func TestNotebooksAreCleanAndBilingual(t *testing.T) {
	heading := regexp.MustCompile(`(?m)^#+ .*$`)
	imports := regexp.MustCompile(`(?m)^( *)(?:import|from) (\w+)`)
	for name, n := range notebooks(t) {
		for i, c := range n.Cells {
			if c.Type == "code" && (len(c.Outputs) > 0 || c.Count != nil) {
				t.Errorf("%s: cell %d has output", name, i+1)
			}
		}
		headings := heading.FindAllString(n.text("markdown"), -1)
		for _, h := range headings {
			if !strings.Contains(h, " / ") {
				t.Errorf("%s: heading %q is in one language", name, h)
			}
		}
		for _, m := range imports.FindAllStringSubmatch(n.text("code"), -1) {
			optional := m[1] != "" && m[2] == "matplotlib"
			if !slices.Contains(standard, m[2]) && !optional {
				t.Errorf("%s: imports %s", name, m[2])
			}
		}
		if len(headings) < 4 {
			t.Errorf("%s has %d headings", name, len(headings))
		}
	}
}

// pythons gives the Python there is, or none: notebooks are run where they can
// be.
func pythons() []string {
	path, err := exec.LookPath("python3")
	if err != nil {
		return nil
	}
	return []string{path}
}

// figures runs the code cells of a notebook and gives its variable result.
func figures(t *testing.T, python, name string, environment ...string) []map[string]any {
	t.Helper()
	const mark = "\x01RESULT "
	code := notebooks(t)[name].text("code") + "\nprint('\\x01RESULT ' + json.dumps(result))\n"
	c := exec.Command(python, "-I", "-")
	c.Stdin = strings.NewReader(code)
	c.Env = append(os.Environ(), append(environment, "PYTHONIOENCODING=utf-8", "MPLBACKEND=Agg")...)
	out, err := c.CombinedOutput()
	if err != nil {
		t.Fatalf("%s: %v\n%s", name, err, out)
	}
	_, result, ok := bytes.Cut(out, []byte(mark))
	var rows []map[string]any
	if err := json.Unmarshal(result, &rows); !ok || err != nil {
		t.Fatalf("%s: no result (%v)\n%s", name, err, out)
	}
	return rows
}

// same compares a notebook's figure with ours, which may be rounded; an unknown
// figure is null there and NaN here.
func same(got any, want, within float64) bool {
	v, ok := got.(float64)
	if !ok {
		return got == nil && math.IsNaN(want)
	}
	return math.Abs(v-want) <= within
}

func TestRedThreadsNotebookGivesTheQuerysFigures(t *testing.T) {
	for _, python := range pythons() {
		t.Run("python3", func(t *testing.T) {
			db := analysistest.Open(t, append(analysistest.Corpus(30), telling())...)
			want, err := analysis.Run(context.Background(), db, "red_threads", nil, analysis.Options{})
			if err != nil {
				t.Fatal(err)
			}
			got := figures(t, python, "rode_draden.ipynb", "RODEDRAAD_PACKAGE="+export(t, db, datapackage.Options{}))
			if len(got) != len(want.Rows) || len(got) != 3 {
				t.Fatalf("%d red threads, the query gives %d", len(got), len(want.Rows))
			}
			for i, row := range got {
				if row["code"] != want.Text(i, "code") {
					t.Errorf("row %d is %v, the query has %s", i+1, row["code"], want.Text(i, "code"))
				}
				for _, name := range []string{"documents", "mentions", "explicitly_absent", "codable", "share", "share_low", "share_high"} {
					if w, ok := want.Float(i, name); !ok || !same(row[name], w, 0.00005001) {
						t.Errorf("%v: %s is %v, the query gives %v", row["code"], name, row[name], w)
					}
				}
			}
		})
	}
}

// other is the corpus as a second coder might have it: some codes fewer.
func other(missing func(i int, f data.Finding) bool) []*data.Record {
	records := analysistest.Corpus(30)
	for i, r := range records {
		r.Findings = slices.DeleteFunc(r.Findings, func(f data.Finding) bool { return missing(i, f) })
	}
	return records
}

func TestAgreementNotebookGivesOurKappa(t *testing.T) {
	a := other(func(i int, f data.Finding) bool { return f.Code == "T02" && i%5 == 0 || f.Code == "T20" })
	b := other(func(i int, f data.Finding) bool {
		return f.Code == "T01" && i%3 == 0 || f.Code == "RD2.2" && i%2 == 0 || f.Code == "T20"
	})
	want := map[string]agreement.Score{}
	for _, s := range agreement.ByCode(pairs(a, b)) {
		want[s.Code] = s
	}
	if k := want["T01"].Kappa; math.IsNaN(k) || k > 0.95 {
		t.Fatalf("the two codings of T01 have kappa %f: they are too alike to test with", k)
	}
	if !math.IsNaN(want["T20"].Kappa) {
		t.Fatal("T20 is in one of the codings: nothing tests an undefined kappa")
	}
	for _, python := range pythons() {
		t.Run("python3", func(t *testing.T) {
			open := func(records []*data.Record) *warehouse.Reader { return analysistest.Open(t, records...) }
			got := figures(t, python, "overeenstemming.ipynb",
				"RODEDRAAD_PACKAGE="+export(t, open(a), datapackage.Options{}), "RODEDRAAD_PACKAGE_2="+export(t, open(b), datapackage.Options{}))
			if len(got) != len(want) {
				t.Fatalf("%d codes, want %d", len(got), len(want))
			}
			for _, row := range got {
				s := want[row["code"].(string)]
				for name, w := range map[string]float64{"units": float64(s.Units), "first": float64(s.GoldUnits), "second": float64(s.Codings),
					"agreement": s.Agreement, "kappa": s.Kappa, "ac1": s.AC1} {
					if !same(row[name], w, 1e-9) {
						t.Errorf("%v: %s is %v, ours is %v", row["code"], name, row[name], w)
					}
				}
			}
		})
	}
}

// pairs gives every code of the red threads and themes on every document.
func pairs(a, b []*data.Record) []agreement.Pair {
	var out []agreement.Pair
	for _, v := range analysistest.Codebook().Variables {
		if v.Name != data.VarRedThread && v.Name != data.VarTheme {
			continue
		}
		for _, c := range v.Codes {
			for i := range a {
				out = append(out, agreement.Pair{Unit: a[i].Document.ID, Variable: v.Name, Code: c.Code,
					Gold: present(a[i], v.Name, c.Code), Coded: present(b[i], v.Name, c.Code)})
			}
		}
	}
	return out
}

func present(r *data.Record, variable, code string) bool {
	return slices.ContainsFunc(r.Findings, func(f data.Finding) bool {
		return f.Variable == variable && f.Code == code && f.Status == data.Present
	})
}
