package worker

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"runtime"
	"runtime/debug"
	"strconv"
	"time"
)

// memoryVariable is the environment variable in which a pool tells a worker
// how much memory it may use.
const memoryVariable = "RODEDRAAD_WORKER_MEMORY"

// Announce tells the parent which stage of a job begins and how long it may
// take.
type Announce func(stage string, limit time.Duration)

// Serve does the jobs that come in, one after another, until in ends. The
// reading goes on during a job, so that a worker without a parent ends even
// when its job does not. A panic in do is told to the parent and ends Serve
// with an error: what it left behind is not to be trusted with another job.
func Serve[J, R any](ctx context.Context, in io.Reader, out io.Writer,
	do func(context.Context, J, Announce) R) error {
	confine()
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	jobs, ended := make(chan []byte), make(chan error, 1)
	go func() { ended <- readJobs(ctx, in, jobs) }()
	for {
		select {
		case payload := <-jobs:
			if err := serveOne(ctx, payload, out, do); err != nil {
				return err
			}
		case err := <-ended:
			return err
		case <-ctx.Done():
			return ctx.Err()
		}
	}
}

// readJobs hands on jobs. When a job is under way at the end of the stream,
// the parent is gone and nobody wants the result.
func readJobs(ctx context.Context, in io.Reader, jobs chan<- []byte) error {
	for {
		kind, payload, err := readFrame(in)
		switch {
		case errors.Is(err, io.EOF):
			if in == os.Stdin {
				os.Exit(0)
			}
			return nil
		case err != nil:
			return err
		case kind != frameJob:
			return fmt.Errorf("expected a job, got a frame %q", kind)
		}
		select {
		case jobs <- payload:
		case <-ctx.Done():
			return ctx.Err()
		}
	}
}

func serveOne[J, R any](ctx context.Context, payload []byte, out io.Writer,
	do func(context.Context, J, Announce) R) (err error) {
	defer func() {
		if p := recover(); p != nil {
			text := fmt.Sprintf("%v\n%s", p, debug.Stack())
			err = errors.Join(fmt.Errorf("panic: %v", p), writeFrame(out, framePanic, text))
		}
	}()
	var job J
	if err := json.Unmarshal(payload, &job); err != nil {
		return fmt.Errorf("decode job: %w", err)
	}
	announce := func(name string, limit time.Duration) {
		writeFrame(out, frameStage, stage{name, limit}) // a parent that is gone is noticed elsewhere
	}
	return writeFrame(out, frameResult, do(ctx, job, announce))
}

// confine keeps a worker that a pool started within its memory: the collector
// works harder from three fifths of it on, and the system refuses address
// space far beyond it. Between the two, the pool watches.
func confine() {
	memory, err := strconv.ParseInt(os.Getenv(memoryVariable), 10, 64)
	if err != nil || memory <= 0 {
		return
	}
	signal.Ignore(os.Interrupt) // a key press reaches the whole group; the parent decides
	runtime.GOMAXPROCS(1)       // as many workers as processors, not more threads
	debug.SetMemoryLimit(memory * 3 / 5)
	debug.SetGCPercent(150) // less collecting than 100; 295 MB at most on the files of the benchmark, 314 MB with 200
	limitAddressSpace(2 * memory)
}
