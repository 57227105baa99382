package main

import (
	"context"
	"fmt"
	"io"
)

// speed measures all engines in turn, several rounds.
func (b *bench) speed(ctx context.Context, w io.Writer) error {
	engines := b.engines()
	best := make([]cost, len(engines))
	for round := range b.rounds {
		for i, e := range engines {
			before := childTime()
			c, err := e.read(ctx, b.copies)
			if err != nil {
				return fmt.Errorf("%s: %w", e.name, err)
			}
			c.busy = childTime() - before
			fmt.Fprintf(b.log, "  round %d %s: %.2f s, processors %.2f s\n", round+1, e.name, c.elapsed.Seconds(), c.busy.Seconds())
			best[i] = best[i].better(c)
		}
	}
	pages := float64(b.pages * b.options.copies)
	fmt.Fprintf(w, "\n## Speed and memory\n\n%d files (each of the %d in %d copies), %.0f pages, %d processes at a time, best of %d rounds. An external engine is a process for each file; rodedraad's time includes starting, storing and checking. Processor time, of all processes, varies least with what else the machine does.\n\n",
		len(b.copies), len(b.files), b.options.copies, pages, b.workers, b.rounds)
	fmt.Fprintln(w, "| engine | pages/s | beside pdftotext | beside mutool | processor ms a page | peak of a reading process | peak of the parent |\n|---|---:|---:|---:|---:|---:|---:|")
	for i, e := range engines {
		c := best[i]
		fmt.Fprintf(w, "| %s | %.0f | %.2f | %.2f | %.1f | %s | %s |\n", e.name, pages/c.elapsed.Seconds(),
			best[2].elapsed.Seconds()/c.elapsed.Seconds(), best[3].elapsed.Seconds()/c.elapsed.Seconds(), 1000*c.busy.Seconds()/pages,
			megabytes(c.process), megabytes(c.parent))
	}
	return nil
}

// better is the faster of two rounds, with the larger memory of both.
func (c cost) better(o cost) cost {
	if c.elapsed > 0 {
		o.elapsed, o.busy = min(c.elapsed, o.elapsed), min(c.busy, o.busy)
	}
	o.parent, o.process = max(c.parent, o.parent), max(c.process, o.process)
	return o
}

func megabytes(bytes int64) string {
	if bytes == 0 {
		return "–"
	}
	return fmt.Sprintf("%d MB", bytes>>20)
}
