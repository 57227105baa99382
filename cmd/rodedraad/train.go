package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"rodedraad/data"
	"rodedraad/data/warehouse"
	"rodedraad/ingest/coding/reviewed"
	"rodedraad/ingest/coding/train"
)

// trainFlags are the flags of train.
type trainFlags struct {
	passages        []string
	coder           string
	base, out, book string
}

// ownPassages is the name under which a model's folder keeps what it learned
// beside the base.
const ownPassages = "passages.jsonl"

func (a *app) trainCommand() *cobra.Command {
	var f trainFlags
	c := &cobra.Command{
		Use:   "train --passages " + a.say("BESTAND.jsonl", "FILE.jsonl"),
		Short: a.say("Leert de gewichten voor rode draden en thema's opnieuw, met eigen gecodeerde passages", "Learns the weights for red threads and themes anew, with passages you coded yourself"),
		Long: a.say(`Leert de gewichten voor rode draden en thema's opnieuw, uit de passages van het
project en uit eigen passages: een bestand (JSON, een object per regel, zie
data/training/README.md), of wat een lezer in de database heeft gecodeerd. Van een
lezer leert het de zinnen die bij zijn codes geciteerd zijn, en van een code die hij
wegnam de zinnen waarop het programma zich baseerde: die klinken er alleen naar.

Het resultaat is een map met gewichten voor: rodedraad ingest --model MAP, ook met
--recode. FIGURES.md daarin zegt hoe goed ze zijn op wat ze niet zagen. Het duurt
enkele minuten. Uit hetzelfde komen dezelfde bytes.`,
			`Learns the weights for red threads and themes anew, from the project's passages and
from your own: a file (JSON, an object a line, see data/training/README.md), or what
a reader coded in the database. Of a reader it learns the sentences quoted with the
codes, and of a code that was taken away the sentences on which the program rested:
they only sound like it.

The result is a folder of weights for: rodedraad ingest --model FOLDER, also with
--recode. FIGURES.md in it says how good they are on what they had not seen. It takes
some minutes. From the same come the same bytes.`),
		Example: "  rodedraad train --passages eigen.jsonl --out model\n  rodedraad train --from-coder 'mens 1' --out model\n  rodedraad ingest --recode --model model",
		Args:    cobra.NoArgs,
		RunE:    func(c *cobra.Command, _ []string) error { return a.train(c.Context(), f) },
	}
	flags := c.Flags()
	flags.StringArrayVar(&f.passages, "passages", nil, a.say("bestand met eigen passages; mag vaker", "file of passages of your own; may be given again"))
	flags.StringVar(&f.coder, "from-coder", "", a.say("lezer in de database, zoals 'mens 1'", "reader in the database, such as 'mens 1'"))
	flags.StringVar(&f.base, "base", "data", a.say("map data van de broncode, met training en samples", "folder data of the source code, with training and samples"))
	flags.StringVar(&f.out, "out", "model", a.say("map voor de gewichten", "folder for the weights"))
	flags.StringVar(&f.book, "codebook", "", a.say("map met een eigen codeboek", "folder with a codebook of your own"))
	return c
}

func (a *app) train(ctx context.Context, f trainFlags) error {
	if len(f.passages) == 0 && f.coder == "" {
		return usage("%s", a.say("train: geef --passages of --from-coder", "train: give --passages or --from-coder"))
	}
	book, err := coderOptions{book: f.book}.codebook()
	if err != nil {
		return err
	}
	own, err := a.ownPassages(ctx, f, book)
	if err != nil {
		return err
	}
	folder, err := os.MkdirTemp("", "rodedraad-train-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(folder)
	if err := a.gather(folder, f, own); err != nil {
		return err
	}
	say := func(step string) {
		if !a.quiet {
			fmt.Fprintln(a.stderr, step)
		}
	}
	say(fmt.Sprintf(a.say("%d eigen passages", "%d passages of your own"), len(own)))
	result, err := train.Train(book, train.Options{
		Passages: folder, Marked: filepath.Join(f.base, "training", "reports"), Samples: filepath.Join(f.base, "samples"), All: true,
	}, say)
	if err != nil {
		return fmt.Errorf("train: %w", err)
	}
	if err := errors.Join(result.Write(f.out), writePassages(filepath.Join(f.out, ownPassages), own)); err != nil {
		return err
	}
	say(fmt.Sprintf(a.say("gewichten in %s; gebruik ze met: rodedraad ingest --recode --model %s", "weights in %s; use them with: rodedraad ingest --recode --model %s"), f.out, f.out))
	return nil
}

// gather puts the base's passages and one's own into a folder.
func (a *app) gather(folder string, f trainFlags, own []reviewed.Passage) error {
	base := filepath.Join(f.base, "training")
	names, err := filepath.Glob(filepath.Join(base, "*.jsonl"))
	if err != nil {
		return err
	}
	if len(names) == 0 {
		return hinted{fmt.Errorf("%s: %w", base, fs.ErrNotExist),
			a.say("train leert ook van de passages van het project: wijs met --base de map data van de broncode aan", "train learns from the project's passages too: point to the folder data of the source code with --base")}
	}
	for _, name := range names {
		text, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		if err := os.WriteFile(filepath.Join(folder, filepath.Base(name)), text, 0o644); err != nil {
			return err
		}
	}
	return writePassages(filepath.Join(folder, "zz-own.jsonl"), own)
}

func writePassages(file string, own []reviewed.Passage) error {
	var b strings.Builder
	if err := reviewed.Write(&b, own); err != nil {
		return err
	}
	return os.WriteFile(file, []byte(b.String()), 0o644)
}

// ownPassages reads the files of passages, and those of a reader in the
// database.
func (a *app) ownPassages(ctx context.Context, f trainFlags, book *data.Codebook) ([]reviewed.Passage, error) {
	var out []reviewed.Passage
	for _, name := range f.passages {
		file, err := os.Open(name)
		if err != nil {
			return nil, err
		}
		list, err := reviewed.Read(file, book)
		file.Close()
		if err != nil {
			return nil, hinted{usageError{fmt.Errorf("%s %w", name, err)}, a.say("de vorm staat in data/training/README.md", "the form is in data/training/README.md")}
		}
		out = append(out, list...)
	}
	if f.coder == "" {
		return out, nil
	}
	r, err := a.reader()
	if err != nil {
		return nil, err
	}
	defer r.Close()
	list, err := a.passagesOf(ctx, r, f.coder)
	return append(out, list...), err
}

// passagesOf gives the passages that a reader coded.
func (a *app) passagesOf(ctx context.Context, r *warehouse.Reader, coder string) ([]reviewed.Passage, error) {
	ids, err := r.Column(ctx, "SELECT DISTINCT document_id FROM finding WHERE coder = ? AND variable IN ('rode_draad', 'thema') ORDER BY 1", coder)
	if err != nil {
		return nil, err
	}
	var out []reviewed.Passage
	for _, id := range ids {
		record, err := r.Texts(ctx, id)
		if err != nil {
			return nil, err
		}
		if record.Findings, err = r.Findings(ctx, id, ""); err != nil {
			return nil, err
		}
		out = append(out, reviewed.FromRecord(record, coder)...)
	}
	if len(out) > 0 {
		return out, nil
	}
	known, err := r.Column(ctx, "SELECT DISTINCT coder FROM finding WHERE variable IN ('rode_draad', 'thema') ORDER BY 1")
	if err != nil {
		return nil, err
	}
	return nil, hinted{usage(a.say("--from-coder %q: die heeft geen rode draad of thema met citaat gecodeerd", "--from-coder %q: coded no red thread or theme with a quote"), coder),
		a.say("codeurs in deze database: ", "coders in this database: ") + strings.Join(known, ", ")}
}
