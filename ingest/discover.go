package ingest

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"rodedraad/ingest/pdf/extract"
)

// Source is a file to read.
type Source struct {
	Path  string // to open it by
	Name  string // as it is stored: relative to the base, with slashes
	Given Given
	Err   error // why it cannot be read, when that is known already
}

// Discover lists the files that paths lead to: files as given, folders with
// all that is in them, sorted by name, manifests (.csv) with the files they
// name. A file that several paths lead to is listed once, at its first place,
// with what a manifest says of it. Names are made relative to base when they
// lie in it.
//
// A path that does not exist, a folder without PDF files and a manifest with a
// wrong row are an *InputError; a file in a folder or manifest that cannot be
// read is a Source with an Err.
func Discover(paths []string, base string) ([]Source, error) {
	d := &discovery{base: base, places: map[string]int{}}
	for _, path := range paths {
		if err := d.path(path); err != nil {
			return nil, err
		}
	}
	if len(d.sources) == 0 {
		return nil, &InputError{strings.Join(paths, ", "), "geen PDF-bestanden", "noem een PDF, een map met PDF's of een manifest", ErrNothing}
	}
	return d.sources, nil
}

type discovery struct {
	base    string
	sources []Source
	places  map[string]int // absolute path → index in sources
}

func (d *discovery) path(path string) error {
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return inputError(path, err)
	case info.IsDir():
		return d.folder(path)
	case strings.EqualFold(filepath.Ext(path), ".csv"):
		return d.manifest(path)
	case !info.Mode().IsRegular():
		return &InputError{path, "is geen gewoon bestand", "noem een PDF, een map met PDF's of een manifest", ErrNotAPDF}
	}
	ok, err := isPDF(path)
	if err != nil {
		return inputError(path, err)
	}
	if !ok {
		return &InputError{path, "is geen PDF en geen manifest (.csv)", "noem een PDF, een map met PDF's of een manifest", ErrNotAPDF}
	}
	return d.add(path, Given{}, nil)
}

// folder adds the PDF files in a folder and the folders in it. Hidden files
// and folders are left out.
func (d *discovery) folder(root string) error {
	real, err := filepath.EvalSymlinks(root) // a link to a folder is not walked otherwise
	if err != nil {
		return inputError(root, err)
	}
	found := 0
	err = filepath.WalkDir(real, func(path string, entry fs.DirEntry, err error) error {
		relative, _ := filepath.Rel(real, path)
		shown := filepath.Join(root, relative)
		if err != nil {
			if path == real {
				return inputError(root, err)
			}
			return d.add(shown, Given{}, inputError(shown, err))
		}
		if path != real && strings.HasPrefix(entry.Name(), ".") {
			if entry.IsDir() {
				return fs.SkipDir
			}
			return nil
		}
		info, statErr := os.Stat(path)
		if entry.IsDir() || statErr != nil || !info.Mode().IsRegular() {
			return nil // a pipe or a device would be read for ever
		}
		ok, err := isPDF(path)
		switch {
		case err != nil:
			found++
			return d.add(shown, Given{}, inputError(shown, err))
		case ok:
			found++
			return d.add(shown, Given{}, nil)
		}
		return nil
	})
	if err == nil && found == 0 {
		return &InputError{root, "bevat geen PDF-bestanden", "noem de map waarin de PDF's staan", ErrNothing}
	}
	return err
}

func (d *discovery) manifest(path string) error {
	rows, err := readManifest(path)
	if err != nil {
		return err
	}
	for _, r := range rows {
		var problem error
		if info, err := os.Stat(r.path); err != nil {
			problem = inputError(r.path, err)
		} else if !info.Mode().IsRegular() {
			problem = &InputError{r.path, "is geen gewoon bestand", "verbeter het manifest", ErrNotAPDF}
		}
		if err := d.add(r.path, r.given, problem); err != nil {
			return err
		}
	}
	return nil
}

// add lists a file, or adds what a manifest says to the file listed already.
func (d *discovery) add(path string, given Given, problem error) error {
	absolute, err := filepath.Abs(path)
	if err != nil {
		return inputError(path, err)
	}
	if i, ok := d.places[absolute]; ok {
		if given != (Given{}) {
			d.sources[i].Given = given
		}
		return nil
	}
	d.places[absolute] = len(d.sources)
	d.sources = append(d.sources, Source{Path: path, Name: d.name(absolute), Given: given, Err: problem})
	return nil
}

// name is relative to the base for files in it: the same corpus beside the
// same warehouse then has the same names on every machine.
func (d *discovery) name(absolute string) string {
	if base, err := filepath.Abs(d.base); err == nil {
		if relative, err := filepath.Rel(base, absolute); err == nil && filepath.IsLocal(relative) {
			absolute = relative
		}
	}
	return strings.ToValidUTF8(filepath.ToSlash(absolute), "\uFFFD")
}

// isPDF goes by the name, or by the first kilobyte.
func isPDF(path string) (bool, error) {
	if strings.EqualFold(filepath.Ext(path), ".pdf") {
		return true, nil
	}
	file, err := os.Open(path)
	if err != nil {
		return false, err
	}
	defer file.Close()
	head := make([]byte, 1024)
	n, err := io.ReadFull(file, head)
	if err != nil && !errors.Is(err, io.ErrUnexpectedEOF) && !errors.Is(err, io.EOF) {
		return false, err
	}
	return extract.HasMagic(head[:n]), nil
}
