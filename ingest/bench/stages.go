package main

import (
	"context"
	"fmt"
	"io"
	"time"
)

// stages measures what a page costs to read, to lay out and to code, in the
// workers themselves: the sum over all files, in the best of the rounds.
func (b *bench) stages(ctx context.Context, w io.Writer) error {
	var best [3]time.Duration
	for round := range b.rounds {
		answers, err := b.each(ctx, b.files, 3)
		if err != nil {
			return err
		}
		var sum [3]time.Duration
		for _, a := range answers {
			for i, took := range a.Took {
				sum[i] += took
			}
		}
		for i := range best {
			if round == 0 || sum[i] < best[i] {
				best[i] = sum[i]
			}
		}
	}
	fmt.Fprintf(w, "\n## Stages\n\nTime of one worker for a page, over %d files and %d pages.\n\n| stage | µs a page | beside reading |\n|---|---:|---:|\n", len(b.files), b.pages)
	for i, name := range []string{"read", "lay out", "code"} {
		fmt.Fprintf(w, "| %s | %d | %.2f |\n", name, best[i].Microseconds()/int64(max(b.pages, 1)), best[i].Seconds()/best[0].Seconds())
	}
	return nil
}
