package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"runtime"
	"strings"
	"time"

	"github.com/schollz/progressbar/v3"
	"github.com/spf13/cobra"
	"golang.org/x/term"

	"rodedraad/data"
	"rodedraad/data/warehouse"
	"rodedraad/ingest"
	"rodedraad/ingest/layout"
	"rodedraad/ingest/linking"
	"rodedraad/ingest/pdf"
	"rodedraad/ingest/pdf/ocr"
)

func (a *app) ingestCommand() *cobra.Command {
	o := ingest.Options{Limits: pdf.DefaultLimits(), Audit: ingest.DefaultAudit}
	mode, recode := string(ocr.Auto), false
	var with coderOptions
	c := &cobra.Command{
		Use:   a.say("ingest PAD…", "ingest PATH…"),
		Short: a.say("Leest en codeert PDF's, mappen en manifesten", "Reads and codes PDFs, folders and manifests"),
		Long: a.say(`Leest en codeert PDF-bestanden. Een map wordt met haar onderliggende mappen
doorzocht; een manifest is een CSV-bestand met de kolommen path, source_url,
publisher, publication_date en title, waarvan alleen path nodig is.

Wat al in de database staat wordt overgeslagen, wat veranderd is vervangen. Een
onderbroken run gaat bij dezelfde opdracht verder waar hij was. De database wordt
pas vervangen als alles geslaagd en nageteld is; lezers merken er niets van.`,
			`Reads and codes PDF files. A folder is searched with its subfolders; a manifest
is a CSV file with the columns path, source_url, publisher, publication_date and
title, of which only path is needed.

What the database has already is skipped, what has changed is replaced. An
interrupted run goes on where it was when given the same command. The database is
replaced only when all went well and was counted; readers notice nothing.`),
		Example: "  rodedraad ingest rapporten/\n  rodedraad ingest manifest.csv --db onderzoek.duckdb",
		RunE: func(c *cobra.Command, paths []string) error {
			if recode {
				return a.recode(c.Context(), o, paths, with)
			}
			if len(paths) == 0 {
				return usage("%s", a.say("ingest: geef minstens een pad", "ingest: give at least one path"))
			}
			parsed, err := ocr.ParseMode(mode)
			if err != nil {
				return usageError{err}
			}
			o.OCR, o.Paths = parsed, paths
			return a.ingest(c.Context(), o, with)
		},
	}
	f := c.Flags()
	f.IntVar(&o.Workers, "workers", 0, a.say("aantal werkprocessen (0: een per processor)", "number of worker processes (0: one per processor)"))
	f.StringVar(&mode, "ocr", mode, a.say("tekst uit beeld lezen: auto, off of force", "read text from pictures: auto, off or force"))
	f.IntVar(&o.Audit, "audit", o.Audit, a.say("van documenten die de tweede motor nodig hadden: laat van zoveel bladzijden er een door beide lezen (0: geen)", "of documents that needed the second engine: have one in so many pages read by both (0: none)"))
	f.BoolVar(&o.Force, "force", false, a.say("lees ook wat al in de database staat opnieuw", "read again what the database has already"))
	f.BoolVar(&recode, "recode", false, a.say("codeer de opgeslagen tekst opnieuw, zonder een PDF te lezen", "code the stored text anew, without reading a PDF"))
	a.coderFlags(c, &with)
	a.limitFlags(c, &o.Limits)
	return c
}

func (a *app) recode(ctx context.Context, o ingest.Options, paths []string, with coderOptions) error {
	if len(paths) > 0 {
		return usage("%s", a.say("--recode gaat over alles wat in de database staat: geef geen paden", "--recode is about all that the database has: give no paths"))
	}
	if _, err := os.Stat(a.db); err != nil {
		return fmt.Errorf("%s: %w", a.db, warehouse.ErrMissing)
	}
	book, err := with.codebook()
	if err != nil {
		return err
	}
	o.Version, o.CodebookVersion = version, book.Version
	if o.Workers == 0 {
		o.Workers = runtime.NumCPU()
	}
	err = a.update(ctx, book, func(work *warehouse.Work, p *progress) (ingest.Summary, error) {
		return ingest.Recode(ctx, o, work, with.coder, p)
	})
	if err == nil && !a.quiet {
		fmt.Fprintf(a.stderr, "  → %s\n", a.say("wat er veranderde, met reden: rodedraad diff OUD.duckdb "+a.db+" (OUD: een kopie van voor het hercoderen)",
			"what changed, and why: rodedraad diff OLD.duckdb "+a.db+" (OLD: a copy from before)"))
	}
	return err
}

// limitFlags makes every limit an option.
func (a *app) limitFlags(c *cobra.Command, l *pdf.Limits) {
	f := c.Flags()
	f.Int64Var(&l.FileSize, "max-file", l.FileSize, a.say("grootste bestand, in bytes", "largest file, in bytes"))
	f.IntVar(&l.Pages, "max-pages", l.Pages, a.say("meeste bladzijden per document", "most pages per document"))
	f.DurationVar(&l.FirstEngine, "first-timeout", l.FirstEngine, a.say("tijd voor motor 1 per document", "time for engine 1 per document"))
	f.DurationVar(&l.SecondEngine, "second-timeout", l.SecondEngine, a.say("tijd voor motor 2 per document", "time for engine 2 per document"))
	f.DurationVar(&l.OCR, "ocr-timeout", l.OCR, a.say("tijd voor OCR per bladzijde", "time for OCR per page"))
	f.DurationVar(&l.Coding, "coding-timeout", l.Coding, a.say("tijd voor indelen en coderen per document", "time for layout and coding per document"))
	f.Int64Var(&l.Stream, "max-stream", l.Stream, a.say("grootste uitgepakte stroom, in bytes", "largest inflated stream, in bytes"))
	f.Int64Var(&l.Inflated, "max-inflated", l.Inflated, a.say("alle uitgepakte stromen van een document, in bytes", "all inflated streams of a document, in bytes"))
	f.IntVar(&l.Operators, "max-operators", l.Operators, a.say("meeste opdrachten op een bladzijde", "most operators on a page"))
	f.IntVar(&l.FormDepth, "max-form-depth", l.FormDepth, a.say("diepste nesting van formulieren", "deepest nesting of forms"))
	f.Int64Var(&l.Memory, "max-memory", l.Memory, a.say("geheugen per werkproces, in bytes", "memory per worker process, in bytes"))
}

func (a *app) ingest(ctx context.Context, o ingest.Options, with coderOptions) error {
	book, err := with.codebook()
	if err != nil {
		return err
	}
	if _, err := ingest.Discover(o.Paths, "."); err != nil {
		return err // before a database is made for nothing
	}
	o.Version, o.CodebookVersion, o.Command = version, book.Version, with.worker
	return a.update(ctx, book, func(work *warehouse.Work, p *progress) (ingest.Summary, error) {
		return ingest.Run(ctx, o, work, p)
	})
}

// update opens the work file, has it changed, and publishes it.
func (a *app) update(ctx context.Context, book *data.Codebook, change func(*warehouse.Work, *progress) (ingest.Summary, error)) error {
	work, err := warehouse.OpenWork(ctx, a.db, book, warehouse.DefaultLimits)
	if err != nil {
		return err
	}
	if work.Resumed && !a.quiet {
		fmt.Fprintln(a.stderr, a.say("gaat verder met de run die onderbroken werd", "goes on with the run that was interrupted"))
	}
	started := time.Now()
	p := a.progress()
	summary, err := change(work, p)
	p.Finish()
	if err != nil {
		work.Close()
		a.summary(summary, time.Since(started))
		if summary.Interrupted {
			return hinted{fmt.Errorf("%s", a.say("onderbroken; wat klaar was is bewaard", "interrupted; what was done is kept")),
				a.say("dezelfde opdracht gaat verder waar hij was", "the same command goes on where it was")}
		}
		return err
	}
	if err := work.Publish(ctx, linking.Link); err != nil {
		return err
	}
	a.summary(summary, time.Since(started))
	if n := summary.Counts[data.Failed]; n > 0 && n == summary.Done {
		return fmt.Errorf("%s", a.say("geen enkel bestand kon worden gelezen", "not one file could be read"))
	}
	return nil
}

// summary tells what a run did, and why files failed.
func (a *app) summary(s ingest.Summary, took time.Duration) {
	if a.quiet {
		return
	}
	w := a.stderr
	for _, f := range s.Failures {
		a.problems(w, a.say("mislukt", "failed"), f)
	}
	for _, f := range s.Imperfect {
		a.problems(w, a.say("let op", "note"), f)
	}
	parts := []string{}
	for _, outcome := range data.Outcomes {
		parts = append(parts, fmt.Sprintf("%d %s", s.Counts[outcome], a.outcome(outcome)))
	}
	seconds := took.Seconds()
	fmt.Fprintf(w, "%s: %d %s: %s; %d %s, %.1f s (%.0f/s) → %s\n", a.say("klaar", "done"), s.Done, a.say("bestanden", "files"),
		strings.Join(parts, ", "), s.Pages, a.say("bladzijden", "pages"), seconds, float64(s.Pages)/max(seconds, 0.001), a.db)
}

func (a *app) outcome(o data.Outcome) string {
	if a.language != "en" {
		return string(o)
	}
	return map[data.Outcome]string{data.Added: "added", data.Unchanged: "unchanged", data.Replaced: "replaced", data.Failed: "failed"}[o]
}

func (a *app) problems(w io.Writer, word string, f data.IngestFile) {
	for i, p := range f.Problems {
		if i == 3 && !a.verbose {
			fmt.Fprintf(w, "    … %d %s\n", len(f.Problems)-i, a.say("meer, zie: rodedraad query problems", "more, see: rodedraad query problems"))
			return
		}
		fmt.Fprintf(w, "%s: %s\n", word, p.Text)
		if p.Hint != "" {
			fmt.Fprintf(w, "    → %s\n", p.Hint)
		}
	}
}

// progress is a bar on a terminal and a line now and then elsewhere.
type progress struct {
	w    io.Writer
	bar  *progressbar.ProgressBar
	last time.Time
	word string
	off  bool
}

// plainEvery is how often a plain line is written where there is no terminal.
const plainEvery = 5 * time.Second

func (a *app) progress() *progress {
	p := &progress{w: a.stderr, word: a.say("gelezen", "read"), off: a.quiet, last: time.Now()}
	f, ok := a.stderr.(*os.File)
	if !a.quiet && ok && term.IsTerminal(int(f.Fd())) {
		p.bar = progressbar.NewOptions(-1, progressbar.OptionSetWriter(f), progressbar.OptionShowCount(),
			progressbar.OptionSetPredictTime(true), progressbar.OptionClearOnFinish(),
			progressbar.OptionEnableColorCodes(os.Getenv("NO_COLOR") == ""))
	}
	return p
}

// Progress shows how far the run is.
func (p *progress) Progress(done, total int, name string) {
	switch {
	case p.off:
	case p.bar != nil:
		p.bar.ChangeMax(total)
		p.bar.Describe(name)
		_ = p.bar.Set(done)
	case time.Since(p.last) >= plainEvery:
		p.last = time.Now()
		fmt.Fprintf(p.w, "%s %d/%d: %s\n", p.word, done, total, name)
	}
}

// Finish takes the bar away.
func (p *progress) Finish() {
	if p.bar != nil {
		_ = p.bar.Finish()
	}
}

// workerCommand is the hidden command that a run starts for each processor.
func (a *app) workerCommand() *cobra.Command {
	var with coderOptions
	c := &cobra.Command{
		Use: "worker", Hidden: true, Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			var coder ingest.Coder
			code := func(r *data.Record, d *pdf.Document) (err error) {
				if coder == nil {
					if coder, err = with.coder(); err != nil {
						return err
					}
				}
				return coder(r, d)
			}
			return ingest.Serve(c.Context(), a.stdin, a.stdout, layout.Build, code)
		},
	}
	a.coderFlags(c, &with)
	return c
}
