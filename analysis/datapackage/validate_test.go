package datapackage_test

import (
	"bytes"
	"crypto/sha256"
	"encoding/csv"
	"encoding/hex"
	"encoding/json"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"rodedraad/analysis/format"
	"rodedraad/analysis/table"
)

// What a reader of a data package needs to know of the standard.
type descriptor struct {
	Schema    string `json:"$schema"`
	Resources []struct {
		Name, Path, Format, Hash string
		Bytes                    int64
		Rows                     int64 `json:"x_rows"`
		Schema                   struct {
			Fields []struct {
				Name, Type, Description string
				NL                      string `json:"x_description_nl"`
				Constraints             struct {
					Required bool
					Enum     []string
				}
			}
			PrimaryKey  []string
			ForeignKeys []struct {
				Fields    []string
				Reference struct {
					Resource string
					Fields   []string
				}
			}
		}
	}
}

func read(t *testing.T, parts ...string) []byte {
	t.Helper()
	b, err := os.ReadFile(filepath.Join(parts...))
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// validate checks a package against what it says of itself, and gives its
// tables as rows of column → text.
func validate(t *testing.T, folder string) map[string][]map[string]string {
	t.Helper()
	checkSums(t, folder)
	var d descriptor
	if err := json.Unmarshal(read(t, folder, "datapackage.json"), &d); err != nil {
		t.Fatal(err)
	}
	tables := map[string][]map[string]string{}
	for _, r := range d.Resources {
		content := read(t, folder, r.Path)
		hash := sha256.Sum256(content)
		if int64(len(content)) != r.Bytes || "sha256:"+hex.EncodeToString(hash[:]) != r.Hash {
			t.Errorf("%s: size or hash differs from the descriptor's", r.Path)
		}
		switch r.Format {
		case "csv":
			tables[r.Name] = checkCSV(t, r.Path, content)
			if int64(len(tables[r.Name])) != r.Rows {
				t.Errorf("%s: %d rows, the descriptor says %d", r.Path, len(tables[r.Name]), r.Rows)
			}
			header := []string{}
			for _, f := range r.Schema.Fields {
				header = append(header, f.Name)
				if f.Description == "" || f.NL == "" {
					t.Errorf("%s: %s has no meaning in both languages", r.Path, f.Name)
				}
				checkField(t, r.Path, tables[r.Name], f.Name, f.Type, f.Constraints.Required, f.Constraints.Enum)
			}
			if want := strings.Join(header, ",") + "\n"; !bytes.HasPrefix(content, []byte(want)) {
				t.Errorf("%s does not begin with %q", r.Path, want)
			}
		case "parquet":
			checkParquet(t, r.Path, content, tables[strings.TrimSuffix(r.Name, "-parquet")])
		case "jsonl":
			if lines := bytes.Count(content, []byte("\n")); int64(lines) != r.Rows {
				t.Errorf("%s: %d lines, the descriptor says %d", r.Path, lines, r.Rows)
			}
		default:
			t.Errorf("%s has format %q", r.Path, r.Format)
		}
	}
	checkKeys(t, d, tables)
	return tables
}

// checkSums checks that checksums.txt has every other file, rightly.
func checkSums(t *testing.T, folder string) {
	t.Helper()
	listed := map[string]string{}
	for line := range strings.Lines(string(read(t, folder, "checksums.txt"))) {
		hash, name, _ := strings.Cut(strings.TrimSuffix(line, "\n"), "  ")
		listed[name] = hash
	}
	files := 0
	err := fs.WalkDir(os.DirFS(folder), ".", func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() || name == "checksums.txt" {
			return err
		}
		files++
		hash := sha256.Sum256(read(t, folder, name))
		if listed[name] != hex.EncodeToString(hash[:]) {
			t.Errorf("%s is not in checksums.txt, or differs", name)
		}
		return nil
	})
	if err != nil || files != len(listed) {
		t.Errorf("%d files, %d in checksums.txt (%v)", files, len(listed), err)
	}
}

func checkCSV(t *testing.T, path string, content []byte) []map[string]string {
	t.Helper()
	lines, err := csv.NewReader(bytes.NewReader(content)).ReadAll()
	if err != nil {
		t.Fatalf("%s: %v", path, err)
	}
	rows := []map[string]string{}
	for _, line := range lines[1:] {
		row := map[string]string{}
		for i, name := range lines[0] {
			row[name] = line[i]
		}
		rows = append(rows, row)
	}
	return rows
}

var patterns = map[string]*regexp.Regexp{
	"string": regexp.MustCompile(`(?s).*`), "integer": regexp.MustCompile(`^-?\d+$`), "boolean": regexp.MustCompile(`^(true|false)$`),
	"number": regexp.MustCompile(`^-?\d+(\.\d+)?(e-?\d+)?$`), "date": regexp.MustCompile(`^\d{4}-\d\d-\d\d$`),
}

func checkField(t *testing.T, path string, rows []map[string]string, name, kind string, required bool, enum []string) {
	t.Helper()
	pattern := patterns[kind]
	if pattern == nil {
		t.Errorf("%s: %s has type %q", path, name, kind)
		return
	}
	for i, row := range rows {
		value := row[name]
		switch {
		case value == "" && required:
			t.Errorf("%s row %d: %s is empty", path, i+1, name)
		case value == "":
		case !pattern.MatchString(value):
			t.Errorf("%s row %d: %s is %q, which is no %s", path, i+1, name, value, kind)
		case len(enum) > 0 && !slices.Contains(enum, value):
			t.Errorf("%s row %d: %s is %q, not one of %q", path, i+1, name, value, enum)
		}
	}
}

// checkParquet checks that a Parquet file says the same as the CSV beside it.
func checkParquet(t *testing.T, path string, content []byte, rows []map[string]string) {
	t.Helper()
	got, err := format.ReadParquet(content)
	if err != nil {
		t.Fatalf("%s: %v", path, err)
	}
	if len(got.Rows) != len(rows) {
		t.Errorf("%s: %d rows, the CSV has %d", path, len(got.Rows), len(rows))
		return
	}
	for i, row := range rows {
		for _, c := range got.Columns {
			want := row[c.Name]
			if c.Kind == table.Text && len(want) > 1 && want[0] == '\'' && strings.ContainsAny(want[1:2], "=+-@\t\r") {
				want = want[1:]
			}
			if text := got.Text(i, c.Name); text != want {
				t.Errorf("%s row %d: %s is %q, in the CSV %q", path, i+1, c.Name, text, want)
			}
		}
	}
}

func values(row map[string]string, fields []string) (key string, empty bool) {
	for _, f := range fields {
		key += strconv.Quote(row[f])
		empty = empty || row[f] == ""
	}
	return key, empty
}

// checkKeys checks that primary keys are unique and that foreign keys resolve.
func checkKeys(t *testing.T, d descriptor, tables map[string][]map[string]string) {
	t.Helper()
	foreign := 0
	for _, r := range d.Resources {
		if r.Format != "csv" {
			continue
		}
		seen := map[string]bool{}
		for _, row := range tables[r.Name] {
			if key, empty := values(row, r.Schema.PrimaryKey); len(r.Schema.PrimaryKey) > 0 && (seen[key] || empty) {
				t.Errorf("%s: key %s is double or empty", r.Name, key)
			} else {
				seen[key] = true
			}
		}
		for _, f := range r.Schema.ForeignKeys {
			foreign++
			there := map[string]bool{}
			for _, row := range tables[f.Reference.Resource] {
				key, _ := values(row, f.Reference.Fields)
				there[key] = true
			}
			for _, row := range tables[r.Name] {
				if key, empty := values(row, f.Fields); !empty && !there[key] {
					t.Errorf("%s: %s %s is not in %s", r.Name, f.Fields, key, f.Reference.Resource)
				}
			}
		}
	}
	if foreign < 10 {
		t.Errorf("only %d foreign keys", foreign)
	}
}
