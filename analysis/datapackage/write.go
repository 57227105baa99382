package datapackage

import (
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"rodedraad/analysis"
)

// ErrNotPackage says that a folder holds other things than a data package.
var ErrNotPackage = errors.New("the folder is not empty and holds no data package of rodedraad")

// Options say what to write.
type Options struct {
	Out      string // folder; an earlier package in it is replaced
	Version  string // of the program
	WithText bool   // pages and passages too; such a package is for local use
	Licence  string // SPDX identifier; empty: CC-BY-4.0
	Author   string // who coded; empty: rodedraad
}

// Summary is what was written.
type Summary struct {
	Files, Documents, Findings int64
	Version                    string // of the data: changes when any table changes
}

// pack is a package in the making, in a folder of its own.
type pack struct {
	Options
	db        analysis.DB
	folder    string
	documents int64
	codes     map[string][]string
	codebook  string // versions of it
	contents  []*content
}

// Write makes the data package of a warehouse. The folder has a whole package
// or what it had before.
func Write(ctx context.Context, db analysis.DB, o Options) (*Summary, error) {
	o.Licence, o.Author = cmp.Or(o.Licence, "CC-BY-4.0"), cmp.Or(o.Author, "rodedraad")
	if err := vacant(o.Out); err != nil {
		return nil, err
	}
	out := filepath.Clean(o.Out)
	if err := os.MkdirAll(filepath.Dir(out), 0o755); err != nil {
		return nil, err
	}
	folder, err := os.MkdirTemp(filepath.Dir(out), "."+filepath.Base(out)+"-")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(folder)
	p := &pack{Options: o, db: db, folder: folder}
	summary, err := p.write(ctx)
	if err != nil {
		return nil, fmt.Errorf("data package: %w", err)
	}
	return summary, install(folder, out)
}

func (p *pack) write(ctx context.Context) (*Summary, error) {
	if err := os.Mkdir(filepath.Join(p.folder, "data"), 0o755); err != nil {
		return nil, err
	}
	definitions, err := load(p.WithText)
	if err != nil {
		return nil, err
	}
	if p.codes, err = readCodes(ctx, p.db); err != nil {
		return nil, err
	}
	if err := p.count(ctx); err != nil {
		return nil, err
	}
	byName := map[string]*definition{}
	for _, d := range definitions {
		byName[d.Name] = d
		c, err := p.writeTable(ctx, d)
		if err != nil {
			return nil, err
		}
		p.contents = append(p.contents, c)
	}
	if err := p.whole(ctx); err != nil {
		return nil, err
	}
	if err := p.writeFindings(ctx, byName["finding"], byName["evidence"]); err != nil {
		return nil, err
	}
	return p.finish()
}

// finish writes what describes the tables, and at last the checksums.
func (p *pack) finish() (*Summary, error) {
	version, err := p.dataVersion()
	if err != nil {
		return nil, err
	}
	for name, text := range p.texts(version) {
		if err := os.WriteFile(filepath.Join(p.folder, name), []byte(text), 0o644); err != nil {
			return nil, err
		}
	}
	if err := p.writeDescriptor(version); err != nil {
		return nil, err
	}
	sums, err := checksums(p.folder)
	if err != nil {
		return nil, err
	}
	lines := ""
	for _, s := range sums {
		lines += s.hash + "  " + s.path + "\n"
	}
	err = os.WriteFile(filepath.Join(p.folder, checksumFile), []byte(lines), 0o644)
	return &Summary{int64(len(sums)) + 1, p.content("document").rows, p.content("finding").rows, version}, err
}

func (p *pack) content(name string) *content {
	i := slices.IndexFunc(p.contents, func(c *content) bool { return c.Name == name })
	return p.contents[i]
}

// count counts the documents and notes the versions of the codebook that they
// were coded with; one, unless a recoding was left half done.
func (p *pack) count(ctx context.Context) error {
	rows, err := p.db.QueryContext(ctx, "SELECT codebook_version, count(*) AS n FROM document GROUP BY codebook_version ORDER BY codebook_version")
	if err != nil {
		return err
	}
	t, err := analysis.Scan(rows)
	if err != nil {
		return err
	}
	var versions []string
	for i := range t.Rows {
		n, _ := t.Int(i, "n")
		p.documents += n
		versions = append(versions, t.Text(i, "codebook_version"))
	}
	p.codebook = strings.Join(versions, ", ")
	return nil
}

// whole checks that reading a table in parts has left nothing out.
func (p *pack) whole(ctx context.Context) error {
	for _, c := range p.contents {
		if len(c.parts(p.documents)) == 1 {
			continue
		}
		rows, err := p.db.QueryContext(ctx, "SELECT count(*) AS n FROM "+cmp.Or(c.Of, c.Name))
		if err != nil {
			return err
		}
		t, err := analysis.Scan(rows)
		if err != nil {
			return err
		}
		if n, _ := t.Int(0, "n"); n != c.rows {
			return fmt.Errorf("table %s: %d of %d rows were written: a document's id is no sha256; run rodedraad check", c.Name, c.rows, n)
		}
	}
	return nil
}

// sum is a file of the package with its size and sha256.
type sum struct {
	path, hash string
	bytes      int64
}

// checksumFile lists every other file.
const checksumFile = "checksums.txt"

// checksums gives every file of a folder, by path.
func checksums(folder string) ([]sum, error) {
	var out []sum
	err := filepath.WalkDir(folder, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		f, err := os.Open(path)
		if err != nil {
			return err
		}
		defer f.Close()
		h := sha256.New()
		n, err := io.Copy(h, f)
		if err != nil {
			return err
		}
		name, err := filepath.Rel(folder, path)
		out = append(out, sum{filepath.ToSlash(name), hex.EncodeToString(h.Sum(nil)), n})
		return err
	})
	slices.SortFunc(out, func(a, b sum) int { return cmp.Compare(a.path, b.path) })
	return out, err
}

// dataVersion names the data by what is in the tables.
func (p *pack) dataVersion() (string, error) {
	sums, err := checksums(p.folder)
	if err != nil {
		return "", err
	}
	h := sha256.New()
	for _, s := range sums {
		if strings.HasSuffix(s.path, ".csv") {
			fmt.Fprintln(h, s.path, s.hash)
		}
	}
	return cmp.Or(p.Version, "0.0.0") + "+" + hex.EncodeToString(h.Sum(nil))[:12], nil
}
