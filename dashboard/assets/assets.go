// Package assets holds the files that the dashboard needs beside its pages: its
// style, its one script, and the ECharts script that draws charts while the site
// is built. ECharts is a pinned npm package that the build copies into dist/; it
// is not committed, and the pages never load it.
package assets

import (
	"embed"
	"errors"
	"fmt"
	"io/fs"
)

//go:embed dist style.css site.js
var files embed.FS

// Style is the style sheet of every page.
func Style() []byte { return mustRead("style.css") }

// Script is the script of every page. Pages work without it.
func Script() []byte { return mustRead("site.js") }

func mustRead(name string) []byte {
	b, err := files.ReadFile(name)
	if err != nil {
		panic(err) // embedded when this was compiled
	}
	return b
}

// ErrNoECharts says that the program was compiled without its chart script.
var ErrNoECharts = errors.New("the chart script is missing from this program: run make build")

// ECharts gives the script that draws charts.
func ECharts() (string, error) {
	b, err := files.ReadFile("dist/echarts.common.min.js")
	if errors.Is(err, fs.ErrNotExist) {
		return "", ErrNoECharts
	}
	if err != nil {
		return "", fmt.Errorf("read the chart script: %w", err)
	}
	return string(b), nil
}
