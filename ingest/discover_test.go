package ingest

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

func names(sources []Source) []string {
	var out []string
	for _, s := range sources {
		out = append(out, s.Name)
	}
	return out
}

func TestDiscover(t *testing.T) {
	folder := t.TempDir()
	for _, name := range []string{"b.pdf", "a.PDF", "sub/c.pdf", "Z.pdf", ".verborgen/d.pdf", "._a.pdf", "leesmij.txt"} {
		write(t, folder, name, onePage("x"))
	}
	write(t, folder, "leesmij.txt", []byte("tekst"))
	write(t, folder, "kop-later", append(make([]byte, 500), onePage("x")...))
	got, err := Discover([]string{filepath.Join(folder, "sub", "c.pdf"), folder}, folder)
	if err != nil {
		t.Fatal(err)
	}
	want := []string{"sub/c.pdf", "Z.pdf", "a.PDF", "b.pdf", "kop-later"}
	if !slices.Equal(names(got), want) {
		t.Errorf("got %q, want %q", names(got), want)
	}
	outside, err := Discover([]string{folder}, filepath.Join(folder, "sub"))
	if err != nil {
		t.Fatal(err)
	}
	if outside[0].Name != filepath.ToSlash(filepath.Join(folder, "Z.pdf")) {
		t.Errorf("a file outside the base is called %q", outside[0].Name)
	}
}

func TestDiscoverFollowsALinkToAFolder(t *testing.T) {
	folder, link := t.TempDir(), filepath.Join(t.TempDir(), "koppeling")
	write(t, folder, "a.pdf", onePage("x"))
	if err := os.Symlink(folder, link); err != nil {
		t.Skip("no symlinks on this system")
	}
	got, err := Discover([]string{link}, link)
	if err != nil || len(got) != 1 || got[0].Name != "a.pdf" {
		t.Errorf("got %v, %v", got, err)
	}
}

func TestInputErrors(t *testing.T) {
	folder := t.TempDir()
	write(t, folder, "leeg/leesmij.txt", []byte("tekst"))
	write(t, folder, "fout.csv", []byte("path,titel\n"))
	tests := []struct {
		path string
		want error
	}{
		{"bestaat-niet.pdf", ErrMissing},
		{"leeg", ErrNothing},
		{"leeg/leesmij.txt", ErrNotAPDF},
		{"fout.csv", ErrManifest},
	}
	for _, test := range tests {
		_, err := Discover([]string{filepath.Join(folder, test.path)}, folder)
		var input *InputError
		if !errors.Is(err, test.want) || !errors.As(err, &input) || input.Hint == "" || !strings.Contains(err.Error(), filepath.Base(test.path)) {
			t.Errorf("%s: %v", test.path, err)
		}
	}
	if _, err := Discover(nil, folder); !errors.Is(err, ErrNothing) {
		t.Errorf("no paths: %v", err)
	}
}

func TestManifestErrorsNameTheLine(t *testing.T) {
	tests := []struct{ text, want string }{
		{"", "regel 1"},
		{"titel,path\n", `onbekende kolom "titel"`},
		{"path,path\n", "tweemaal"},
		{"title\nx\n", `"path" ontbreekt`},
		{"path,title\na.pdf\n", "regel 2: 1 velden"},
		{"path,title\na.pdf,A\n\n,B\n", "regel 4: path is leeg"},
		{"path,title\na.pdf,\"A\nop twee regels\"\nb.pdf,B,te veel\n", "regel 4: 3 velden"},
		{"path,publication_date\na.pdf,6 juni 2016\n", "regel 2: publication_date"},
		{"path,publication_date\na.pdf,2016-02-30\n", "regel 2: publication_date"},
		{"path,source_url\na.pdf,javascript:alert(1)\n", "regel 2: source_url"},
		{"path\na.pdf\nb.pdf\na.pdf\n", "regel 4: a.pdf staat ook op regel 2"},
		{"path,title\na.pdf,\"open\n", "line 2"},
	}
	for _, test := range tests {
		if _, err := parseManifest([]byte(test.text)); err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%q gives %v, want %q in it", test.text, err, test.want)
		}
	}
}

func TestManifestForms(t *testing.T) {
	for _, text := range []string{
		"path,title\nmap/a b.pdf,\"Zorg, en\u00A0jeugd\"\n",
		"\uFEFFPath;Title\r\nmap/a b.pdf;Zorg, en jeugd\r\n",
	} {
		rows, err := parseManifest([]byte(text))
		if err != nil || len(rows) != 1 {
			t.Fatalf("%q: %v, %v", text, rows, err)
		}
		if r := rows[0]; r.path != "map/a b.pdf" || r.given.Title != "Zorg, en jeugd" || r.line != 2 {
			t.Errorf("%q: %+v", text, r)
		}
	}
}

func FuzzManifest(f *testing.F) {
	f.Add([]byte("path;title\na.pdf;A\n"))
	f.Add([]byte("path,publication_date\na.pdf,2016\n"))
	f.Fuzz(func(t *testing.T, text []byte) {
		rows, err := parseManifest(text)
		if err != nil {
			return
		}
		for _, r := range rows {
			if r.path == "" || r.line < 2 {
				t.Errorf("row %+v", r)
			}
		}
	})
}
