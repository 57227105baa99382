package datapackage

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// vacant reports an error unless a package can be put in a folder: it is not
// there, it is empty, or it holds an earlier package.
func vacant(out string) error {
	entries, err := os.ReadDir(out)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	if len(entries) == 0 || isPackage(out) {
		return nil
	}
	return fmt.Errorf("%s: %w", out, ErrNotPackage)
}

func isPackage(folder string) bool {
	text, err := os.ReadFile(filepath.Join(folder, "datapackage.json"))
	var d struct{ Name string }
	return err == nil && json.Unmarshal(text, &d) == nil && d.Name == packageName
}

// install moves a finished package to its place. Of an earlier package there,
// the files that it lists go; a person's own files stay.
func install(from, to string) error {
	if err := os.Chmod(from, 0o755); err != nil {
		return err
	}
	if isPackage(to) {
		if err := uninstall(to); err != nil {
			return err
		}
	}
	err := os.Remove(to) // when it is empty
	if err == nil || errors.Is(err, fs.ErrNotExist) {
		return os.Rename(from, to)
	}
	return filepath.WalkDir(from, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		name, err := filepath.Rel(from, path)
		if err != nil {
			return err
		}
		if d.IsDir() {
			return os.MkdirAll(filepath.Join(to, name), 0o755)
		}
		return os.Rename(path, filepath.Join(to, name))
	})
}

// uninstall removes the files that a package lists, and its folders when they
// are empty then.
func uninstall(folder string) error {
	text, err := os.ReadFile(filepath.Join(folder, checksumFile))
	if err != nil {
		return err
	}
	names := []string{checksumFile}
	for line := range strings.Lines(string(text)) {
		if _, name, ok := strings.Cut(strings.TrimSpace(line), "  "); ok && filepath.IsLocal(name) {
			names = append(names, name)
		}
	}
	for _, name := range names {
		if err := os.Remove(filepath.Join(folder, name)); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	_ = os.Remove(filepath.Join(folder, "data")) // stays when a person put something there
	return nil
}
