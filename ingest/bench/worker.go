package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strconv"
	"sync"
	"time"

	"rodedraad/data"
	"rodedraad/ingest/coding"
	"rodedraad/ingest/layout"
	"rodedraad/ingest/pdf"
	"rodedraad/ingest/pdf/extract"
	"rodedraad/ingest/worker"
)

// job is what a worker of this program does: read a file, and perhaps more.
type job struct {
	Path string
	Upto int // 1 read, 2 lay out, 3 code
}

// answer is what came of it.
type answer struct {
	Error string
	Pages []string         // the text of every page
	Took  [3]time.Duration // for each stage
	Peak  int64            // bytes this worker ever occupied
}

// serve is a worker: as the product's, without storing.
func serve(ctx context.Context, in io.Reader, out io.Writer) error {
	x := extract.New(pdf.DefaultLimits().Memory / 3)
	defer x.Close()
	var coder *coding.Coding
	return worker.Serve(ctx, in, out, func(ctx context.Context, j job, announce worker.Announce) answer {
		if j.Upto == 3 && coder == nil {
			made, err := newCoder()
			if err != nil {
				return answer{Error: err.Error()}
			}
			coder = made
		}
		a, err := j.do(ctx, x, coder, announce)
		if err != nil {
			a.Error = err.Error()
		}
		a.Peak = peakOf("self")
		return a
	})
}

func newCoder() (*coding.Coding, error) {
	book, err := data.DefaultCodebook()
	if err != nil {
		return nil, err
	}
	return coding.New(book)
}

func (j job) do(ctx context.Context, x *extract.Extractor, coder *coding.Coding, announce worker.Announce) (a answer, err error) {
	announce("bench", 10*time.Minute)
	content, err := os.ReadFile(j.Path)
	if err != nil {
		return a, err
	}
	lap := stopwatch(&a)
	document, _, err := x.Extract(ctx, content, extract.Options{})
	if err != nil {
		return a, fmt.Errorf("%s: %w", j.Path, err)
	}
	if j.Upto == 1 {
		for _, page := range document.Pages {
			a.Pages = append(a.Pages, pdf.PlainText(page))
		}
		return a, nil
	}
	lap(0)
	r := &data.Record{Document: data.Document{ID: "bench", FileName: "bench.pdf", PageCount: document.PageCount}}
	r.Pages, r.Passages = layout.Build(document)
	lap(1)
	for _, page := range r.Pages {
		a.Pages = append(a.Pages, page.Text)
	}
	if j.Upto == 3 {
		lap(2) // what the copying took
		err = coder.Code(r, document)
		lap(2)
	}
	return a, err
}

// stopwatch gives a function that notes the time since it was last called.
func stopwatch(a *answer) func(stage int) {
	last := time.Now()
	return func(stage int) {
		now := time.Now()
		a.Took[stage], last = now.Sub(last), now
	}
}

// each has every file done by worker processes and gives the answers in the
// order of the files.
func (b *bench) each(ctx context.Context, files []string, upto int) ([]answer, error) {
	pool := worker.NewPool[job, answer](worker.Options{Workers: b.workers})
	defer pool.Close()
	answers, errs := make([]answer, len(files)), make([]error, len(files))
	b.parallel(len(files), func(i int) {
		answers[i], errs[i] = pool.Do(ctx, job{Path: files[i], Upto: upto})
		if errs[i] == nil && answers[i].Error != "" {
			errs[i] = errors.New(answers[i].Error)
		}
	})
	return answers, errors.Join(errs...)
}

// parallel calls do for 0 to n-1, so many at a time as there are workers.
func (b *bench) parallel(n int, do func(i int)) {
	next := make(chan int)
	var running sync.WaitGroup
	for range b.workers {
		running.Go(func() {
			for i := range next {
				do(i)
			}
		})
	}
	for i := range n {
		next <- i
	}
	close(next)
	running.Wait()
}

// peakOf reads the most memory that a process ever occupied, in bytes; 0 where
// the system does not tell.
func peakOf(process string) int64 {
	status, err := os.ReadFile("/proc/" + process + "/status")
	if err != nil {
		return 0
	}
	for line := range bytes.Lines(status) {
		if rest, ok := bytes.CutPrefix(line, []byte("VmHWM:")); ok {
			kilobytes, _ := strconv.ParseInt(string(bytes.Fields(rest)[0]), 10, 64)
			return kilobytes << 10
		}
	}
	return 0
}

// command makes an external command that says nothing.
func command(ctx context.Context, name string, args ...string) (*exec.Cmd, *bytes.Buffer) {
	c := exec.CommandContext(ctx, name, args...)
	var complaint bytes.Buffer
	c.Stderr = &complaint
	return c, &complaint
}
