package worker

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strings"
	"sync"
	"time"
)

// watchInterval is how often a worker's memory is looked at. Memory fills at
// some gigabytes a second at most, so that little is missed in between.
const watchInterval = 20 * time.Millisecond

// process is a running worker, as its parent sees it.
type process struct {
	cmd    *exec.Cmd
	in     io.WriteCloser
	frames chan frame
	stderr *opening
	jobs   int
	stage  stage // last announced
}

// frame is what came from a worker; after an error nothing more comes.
type frame struct {
	kind    byte
	payload []byte
	err     error
}

func start(options Options) (*process, error) {
	cmd := options.Command()
	if cmd.Env == nil {
		cmd.Env = os.Environ()
	}
	cmd.Env = append(cmd.Env, fmt.Sprintf("%s=%d", memoryVariable, options.Memory))
	bind(cmd)
	in, err := cmd.StdinPipe()
	if err != nil {
		return nil, err
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		return nil, err
	}
	w := &process{cmd: cmd, in: in, frames: make(chan frame, 1), stderr: &opening{}}
	cmd.Stderr = w.stderr
	if err := cmd.Start(); err != nil {
		return nil, err
	}
	go w.read(out)
	return w, nil
}

// read hands on what the worker says, until it says something wrong.
func (w *process) read(out io.Reader) {
	defer close(w.frames)
	buffered := bufio.NewReaderSize(out, 64<<10)
	for {
		kind, payload, err := readFrame(buffered)
		w.frames <- frame{kind, payload, err}
		if err != nil {
			return
		}
	}
}

// do sends a job and waits for its result.
func (w *process) do(ctx context.Context, job any, options Options) ([]byte, error) {
	w.jobs++
	w.stage = stage{Limit: options.Start}
	if err := writeFrame(w.in, frameJob, job); err != nil {
		return nil, w.death(Crashed, fmt.Sprintf("send job: %v", err))
	}
	deadline := time.NewTimer(options.Start)
	defer deadline.Stop()
	watch := time.NewTicker(watchInterval)
	defer watch.Stop()
	for {
		select {
		case f := <-w.frames:
			if done, err := w.hear(f); done || err != nil {
				return f.payload, err
			}
			deadline.Reset(w.stage.Limit)
		case <-deadline.C:
			return nil, w.death(OutOfTime, "")
		case <-watch.C:
			if _, resident, ok := memoryOf(w.cmd.Process.Pid); ok && resident > options.Memory {
				return nil, w.death(OutOfMemory, fmt.Sprintf("it occupied %d MB", resident>>20))
			}
		case <-ctx.Done():
			return nil, ctx.Err()
		}
	}
}

// hear deals with a frame during a job.
func (w *process) hear(f frame) (done bool, err error) {
	switch {
	case errors.Is(f.err, io.EOF), errors.Is(f.err, io.ErrUnexpectedEOF), f.err == nil && f.kind == 0:
		return false, w.lastWords()
	case f.err != nil:
		return false, w.death(Garbled, f.err.Error())
	case f.kind == frameResult:
		return true, nil
	case f.kind == framePanic:
		var text string
		json.Unmarshal(f.payload, &text)
		return false, w.death(Crashed, text)
	case f.kind == frameStage:
		var next stage
		if err := json.Unmarshal(f.payload, &next); err != nil || next.Limit <= 0 {
			return false, w.death(Garbled, fmt.Sprintf("stage %q", f.payload))
		}
		w.stage = next
		return false, nil
	}
	return false, w.death(Garbled, fmt.Sprintf("unexpected frame %q", f.kind))
}

// lastWords tells a death by memory from another, by what the runtime wrote.
func (w *process) lastWords() error {
	w.in.Close()
	timer := time.AfterFunc(time.Second, func() { w.cmd.Process.Kill() }) // closed its output, but lives
	defer timer.Stop()
	err := w.cmd.Wait()
	said := w.stderr.String()
	reason := Crashed
	for _, sign := range []string{"out of memory", "cannot allocate memory", "mmap failed", "address space"} {
		if strings.Contains(said, sign) {
			reason = OutOfMemory
		}
	}
	return w.death(reason, strings.TrimSpace(fmt.Sprintf("%v: %s", err, firstLine(said))))
}

func firstLine(s string) string {
	line, _, _ := strings.Cut(strings.TrimSpace(s), "\n")
	return line
}

func (w *process) death(reason Reason, detail string) *Death {
	return &Death{Reason: reason, Stage: w.stage.Name, Limit: w.stage.Limit, Detail: detail}
}

// kill ends the process at once.
func (w *process) kill() {
	w.cmd.Process.Kill()
	w.end()
}

// stop lets the process end by itself: it has nothing to do.
func (w *process) stop() {
	w.in.Close()
	timer := time.AfterFunc(5*time.Second, func() { w.cmd.Process.Kill() })
	defer timer.Stop()
	w.end()
}

func (w *process) end() {
	w.in.Close()
	for range w.frames { // lets the reader end
	}
	w.cmd.Wait()
}

// opening keeps the beginning of what a worker writes to standard error: the
// runtime says there why it dies, before pages of stack.
type opening struct {
	mu sync.Mutex
	b  []byte
}

// Write keeps the first 8 KB and swallows the rest.
func (t *opening) Write(p []byte) (int, error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if room := 8<<10 - len(t.b); room > 0 {
		t.b = append(t.b, p[:min(room, len(p))]...)
	}
	return len(p), nil
}

func (t *opening) String() string {
	t.mu.Lock()
	defer t.mu.Unlock()
	return string(t.b)
}
