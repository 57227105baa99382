package main

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

// The test binary is the command: testscript runs it under the command's name,
// and it starts itself as a worker.
func TestMain(m *testing.M) {
	if os.Getenv(asCommand) != "" {
		os.Exit(run(context.Background(), os.Stdin, os.Stdout, os.Stderr, os.Args[1:]))
	}
	testscript.Main(m, map[string]func(){
		"rodedraad": func() {
			os.Exit(run(context.Background(), os.Stdin, os.Stdout, os.Stderr, os.Args[1:]))
		},
	})
}

func TestScripts(t *testing.T) {
	root, err := filepath.Abs(filepath.Join("..", ".."))
	if err != nil {
		t.Fatal(err)
	}
	testscript.Run(t, testscript.Params{
		Dir: "testdata",
		Setup: func(e *testscript.Env) error {
			e.Setenv("SAMPLES", filepath.Join(root, "data", "samples"))
			e.Setenv("TESTDATA", filepath.Join(root, "cmd", "rodedraad", "testdata"))
			// Workers share the compiled PDFium between scripts.
			cache, err := os.UserCacheDir()
			if err != nil {
				cache = os.TempDir()
			}
			e.Setenv("XDG_CACHE_HOME", cache)
			return nil
		},
	})
}
