package dashboard

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"rodedraad/analysis"
	"rodedraad/analysis/disclosure"
	"rodedraad/dashboard/assets"
	"rodedraad/dashboard/chart"
	"rodedraad/dashboard/i18n"
	"rodedraad/data"
)

// Options say what to build.
type Options struct {
	Out      string // folder; it is made, and files in it are overwritten
	Notice   string // a banner on every page, such as that the data are fictitious
	NoticeEN string // the banner on English pages; empty: Notice
	Codebook *data.Codebook
	Rule     *disclosure.Rule // nil: disclosure.Default
	// ShowSmallCounts leaves crossed tables unprotected, for internal use.
	ShowSmallCounts bool
}

// notice gives the banner in a language.
func (o Options) notice(language string) string {
	if language == "en" && o.NoticeEN != "" {
		return o.NoticeEN
	}
	return o.Notice
}

// builder holds what the pages of a language share.
type builder struct {
	options  Options
	renderer *chart.Renderer
	files    map[string][]byte // path in the site → content
}

// Build writes the site. Nothing is written when any page fails.
func Build(ctx context.Context, db analysis.DB, options Options) error {
	if options.Out == "" {
		return errors.New("build the dashboard: give a folder to write to")
	}
	files, err := Pages(ctx, db, options)
	if err != nil {
		return fmt.Errorf("build the dashboard: %w", err)
	}
	if err := write(options.Out, files); err != nil {
		return fmt.Errorf("build the dashboard: %w", err)
	}
	return nil
}

// Pages makes the site in memory: the content of every file by its path.
func Pages(ctx context.Context, db analysis.DB, options Options) (map[string][]byte, error) {
	script, err := assets.ECharts()
	if err != nil {
		return nil, err
	}
	files := map[string][]byte{"style.css": assets.Style(), "site.js": assets.Script()}
	made := make([]map[string][]byte, len(i18n.Languages))
	faults := make([]error, len(i18n.Languages))
	var work sync.WaitGroup
	for i, language := range i18n.Languages { // each draws its own charts
		work.Go(func() { made[i], faults[i] = build(ctx, db, options, language, script) })
	}
	work.Wait()
	if err := errors.Join(faults...); err != nil {
		return nil, err
	}
	for _, m := range made {
		maps.Copy(files, m)
	}
	return files, checkLinks(files)
}

// build makes the files of one language.
func build(ctx context.Context, db analysis.DB, options Options, language, script string) (map[string][]byte, error) {
	renderer, err := chart.New(script)
	if err != nil {
		return nil, err
	}
	b := &builder{options: options, renderer: renderer, files: map[string][]byte{}}
	s, err := b.load(ctx, db, language)
	if err != nil {
		return nil, fmt.Errorf("language %s: %w", language, err)
	}
	if err := s.pages(); err != nil {
		return nil, fmt.Errorf("language %s: %w", language, err)
	}
	return b.files, nil
}

// add puts a file in the site once.
func (b *builder) add(name string, content []byte) error {
	if old, ok := b.files[name]; ok && !bytes.Equal(old, content) {
		return fmt.Errorf("%s is made twice", name)
	}
	b.files[name] = content
	return nil
}

func write(out string, files map[string][]byte) error {
	names := []string{}
	for name := range files {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, name := range names {
		target := filepath.Join(out, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(target), 0o777); err != nil {
			return err
		}
		if err := os.WriteFile(target, files[name], 0o666); err != nil {
			return err
		}
	}
	return nil
}

// relative gives the link from one page to another file of the site.
func relative(from, to string) string {
	to, anchor, hasAnchor := strings.Cut(to, "#")
	if to == from && hasAnchor {
		return "#" + anchor
	}
	up := strings.Repeat("../", strings.Count(path.Clean(from), "/"))
	shared := ""
	if dir := path.Dir(from); dir != "." && strings.HasPrefix(to, dir+"/") {
		up, shared = "", dir+"/"
	}
	link := up + strings.TrimPrefix(to, shared)
	if hasAnchor {
		link += "#" + anchor
	}
	return link
}
