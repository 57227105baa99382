package worker

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"runtime"
	"time"
)

// Options say how a pool works. The zero value of a field means its default.
type Options struct {
	Workers int              // processes at a time, default one for each processor
	Command func() *exec.Cmd // starts a worker, default this program's "worker"
	Memory  int64            // bytes a worker may occupy, default 1 GB
	Recycle int              // jobs after which a worker is replaced, default 200
	Start   time.Duration    // for a job's first announcement, default 60 s
}

func (o Options) withDefaults() Options {
	if o.Workers <= 0 {
		o.Workers = runtime.NumCPU()
	}
	if o.Command == nil {
		o.Command = func() *exec.Cmd {
			self, err := os.Executable()
			if err != nil {
				self = os.Args[0]
			}
			return exec.Command(self, "worker")
		}
	}
	if o.Memory <= 0 {
		o.Memory = 1 << 30
	}
	if o.Recycle <= 0 {
		o.Recycle = 200
	}
	if o.Start <= 0 {
		o.Start = time.Minute
	}
	return o
}

// Pool is a set of worker processes that do jobs of type J with results of
// type R. It is safe for use by several goroutines.
type Pool[J, R any] struct {
	options Options
	places  chan *process // nil where no process has been started yet
}

// NewPool makes a pool; processes start with the first jobs.
func NewPool[J, R any](options Options) *Pool[J, R] {
	p := &Pool[J, R]{options: options.withDefaults()}
	p.places = make(chan *process, p.options.Workers)
	for range p.options.Workers {
		p.places <- nil
	}
	return p
}

// Workers is the number of jobs that the pool does at a time.
func (p *Pool[J, R]) Workers() int { return p.options.Workers }

// Do does one job. It waits until a worker is free. The error is a *Death, or
// that of the context: a job whose context ends is killed.
func (p *Pool[J, R]) Do(ctx context.Context, job J) (R, error) {
	var none R
	var w *process
	select {
	case w = <-p.places:
	case <-ctx.Done():
		return none, ctx.Err()
	}
	if w == nil {
		var err error
		if w, err = start(p.options); err != nil {
			p.places <- nil
			return none, &Death{Reason: NotStarted, Detail: err.Error()}
		}
	}
	payload, err := w.do(ctx, job, p.options)
	if err != nil {
		w.kill()
		p.places <- nil
		return none, err
	}
	var result R
	if err := json.Unmarshal(payload, &result); err != nil {
		w.kill()
		p.places <- nil
		return none, &Death{Reason: Garbled, Stage: w.stage.Name, Detail: fmt.Sprintf("decode result: %v", err)}
	}
	p.places <- p.keep(w)
	return result, nil
}

// keep decides whether a worker gets another job: after many, or when it has
// grown fat, a new one is better.
func (p *Pool[J, R]) keep(w *process) *process {
	_, resident, _ := memoryOf(w.cmd.Process.Pid)
	if w.jobs < p.options.Recycle && resident < p.options.Memory/3 {
		return w
	}
	w.stop()
	return nil
}

// Close ends all workers, after their present jobs.
func (p *Pool[J, R]) Close() {
	for range p.options.Workers {
		if w := <-p.places; w != nil {
			w.stop()
		}
	}
}
