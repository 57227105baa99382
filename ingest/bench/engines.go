package main

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"time"
)

// cost is what reading the files took.
type cost struct {
	elapsed time.Duration
	busy    time.Duration // of all processors
	parent  int64         // bytes; of a program with workers
	process int64         // bytes; of the largest process that reads
}

// engine reads all files once.
type engine struct {
	name string
	read func(ctx context.Context, files []string) (cost, error)
}

func (b *bench) engines() []engine {
	return []engine{
		{"rodedraad, extraction", b.extraction},
		{"rodedraad, whole ingest", b.ingest},
		{"pdftotext", b.external("pdftotext", "-q", "FILE", "-")},
		{"mutool draw -F txt", b.external("mutool", "draw", "-q", "-F", "txt", "FILE")},
	}
}

// extraction has our workers read the files and hand over their text.
func (b *bench) extraction(ctx context.Context, files []string) (cost, error) {
	start := time.Now()
	answers, err := b.each(ctx, files, 1)
	c := cost{elapsed: time.Since(start)}
	for _, a := range answers {
		c.process = max(c.process, a.Peak)
	}
	return c, err
}

// ingest runs the built command on the files' folder, into a new database.
func (b *bench) ingest(ctx context.Context, files []string) (cost, error) {
	return b.ingestPath(ctx, filepath.Dir(files[0]))
}

func (b *bench) ingestPath(ctx context.Context, path string) (cost, error) {
	folder, err := os.MkdirTemp(b.folder, "db-")
	if err != nil {
		return cost{}, err
	}
	defer os.RemoveAll(folder)
	c, complaint := command(ctx, b.rodedraad, "--db", filepath.Join(folder, "bench.duckdb"), "ingest", path,
		"--workers", strconv.Itoa(b.workers), "-q")
	start := time.Now()
	if err := c.Start(); err != nil {
		return cost{}, err
	}
	peaks := watch(c.Process.Pid)
	err = c.Wait()
	elapsed := time.Since(start)
	parent, process := peaks()
	if err != nil {
		return cost{}, fmt.Errorf("ingest %s: %w: %s", path, err, complaint)
	}
	return cost{elapsed: elapsed, parent: parent, process: process}, nil
}

// watch looks at the memory of a process and its children until the function
// it gives is called. The system keeps each one's peak, so that only what a
// process took on in its last moments is missed.
func watch(pid int) func() (parent, child int64) {
	stop := make(chan struct{})
	var parent, child int64
	var done sync.WaitGroup
	done.Go(func() {
		tick := time.NewTicker(20 * time.Millisecond)
		defer tick.Stop()
		for {
			parent = max(parent, peakOf(strconv.Itoa(pid)))
			tasks, _ := filepath.Glob(fmt.Sprintf("/proc/%d/task/*/children", pid))
			for _, task := range tasks {
				children, _ := os.ReadFile(task)
				for _, c := range strings.Fields(string(children)) {
					child = max(child, peakOf(c))
				}
			}
			select {
			case <-tick.C:
			case <-stop:
				return
			}
		}
	})
	return func() (int64, int64) { close(stop); done.Wait(); return parent, child }
}

// external runs a program once for each file, so many at a time as there are
// workers; its output goes nowhere.
func (b *bench) external(name string, args ...string) func(context.Context, []string) (cost, error) {
	return func(ctx context.Context, files []string) (cost, error) {
		var mu sync.Mutex
		var c cost
		start := time.Now()
		b.parallel(len(files), func(i int) {
			cmd, _ := command(ctx, name, fill(args, files[i])...)
			_ = cmd.Run() // a file it cannot read costs it time as well
			mu.Lock()
			defer mu.Unlock()
			c.process = max(c.process, occupied(cmd))
		})
		c.elapsed = time.Since(start)
		return c, ctx.Err()
	}
}

func fill(args []string, file string) []string {
	filled := make([]string, len(args))
	for i, a := range args {
		if filled[i] = a; a == "FILE" {
			filled[i] = file
		}
	}
	return filled
}

// pagesBy has an external engine read a file and gives the text of its pages.
func pagesBy(ctx context.Context, file, name string, args ...string) []string {
	cmd, _ := command(ctx, name, fill(args, file)...)
	out, _ := cmd.Output()
	var pages []string
	for page := range bytes.SplitSeq(bytes.TrimSuffix(out, []byte("\f")), []byte("\f")) {
		pages = append(pages, string(page))
	}
	return pages
}
