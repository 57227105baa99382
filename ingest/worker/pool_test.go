package worker

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"runtime"
	"strings"
	"sync"
	"testing"
	"time"
)

// order is what the fake worker is asked to do.
type order struct {
	Act  string
	Text string
}

// answer is what it gives back.
type answer struct {
	Text  string
	PID   int
	Zero  *int // a pointer to zero must arrive as such
	Never *int
}

// TestMain makes the test binary a worker when a pool starts it.
func TestMain(m *testing.M) {
	if os.Getenv("FAKE_WORKER") == "" {
		os.Exit(m.Run())
	}
	if err := Serve(context.Background(), os.Stdin, os.Stdout, obey); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func obey(_ context.Context, o order, announce Announce) answer {
	zero := 0
	switch o.Act {
	case "hang":
		announce("hanging", 100*time.Millisecond)
		select {}
	case "spin":
		announce("spinning", 100*time.Millisecond)
		for i := 0; ; i++ {
			zero = i
		}
	case "interrupt": // as a key press does, to every process of the group
		self, _ := os.FindProcess(os.Getpid())
		self.Signal(os.Interrupt)
		time.Sleep(50 * time.Millisecond)
	case "wait":
		announce("waiting", time.Hour)
		select {}
	case "linger": // long in all, and never long in a stage
		for range 6 {
			announce("step", 5*time.Second)
			time.Sleep(20 * time.Millisecond)
		}
	case "die":
		announce("dying", time.Minute)
		os.Exit(3)
	case "panic":
		announce("panicking", time.Minute)
		panic("on purpose")
	case "eat":
		announce("eating", time.Minute)
		for hoard := [][]byte{}; ; {
			bite := make([]byte, 8<<20)
			for i := range bite {
				bite[i] = 1
			}
			hoard = append(hoard, bite)
		}
	case "claim": // address space at once, untouched
		announce("claiming", time.Minute)
		claimed := make([]byte, 100<<30)
		zero = int(claimed[len(o.Text)])
	case "babble":
		announce("babbling", time.Minute)
		os.Stdout.WriteString("this is not a frame at all")
		select {}
	case "tear": // begins a frame and goes
		os.Stdout.Write([]byte{0, 0, 1, 0, frameResult, '{'})
		os.Exit(0)
	case "boast": // announces a frame of 4 GB
		os.Stdout.Write([]byte{0xFF, 0xFF, 0xFF, 0xFF, frameResult})
		select {}
	}
	return answer{Text: strings.ToUpper(o.Text), PID: os.Getpid(), Zero: &zero}
}

func newTestPool(t *testing.T, options Options) *Pool[order, answer] {
	t.Helper()
	options.Command = func() *exec.Cmd {
		cmd := exec.Command(os.Args[0])
		cmd.Env = append(os.Environ(), "FAKE_WORKER=1")
		return cmd
	}
	pool := NewPool[order, answer](options)
	t.Cleanup(pool.Close)
	return pool
}

func TestJobsGetTheirOwnResults(t *testing.T) {
	pool := newTestPool(t, Options{Workers: 2})
	var wait sync.WaitGroup
	for i := range 20 {
		wait.Go(func() {
			text := fmt.Sprintf("Ünïcode <%d> & \x00", i)
			got, err := pool.Do(t.Context(), order{Text: text})
			if err != nil || got.Text != strings.ToUpper(text) {
				t.Errorf("job %d: got %q, %v", i, got.Text, err)
			}
			if got.Zero == nil || *got.Zero != 0 || got.Never != nil {
				t.Errorf("job %d: zero and nil were mixed up: %v %v", i, got.Zero, got.Never)
			}
		})
	}
	wait.Wait()
}

func TestDeathsAreToldApart(t *testing.T) {
	tests := []struct {
		act    string
		reason Reason
		stage  string
		detail string
	}{
		{"hang", OutOfTime, "hanging", ""},
		{"spin", OutOfTime, "spinning", ""},
		{"die", Crashed, "dying", "exit status 3"},
		{"panic", Crashed, "panicking", "on purpose"},
		{"babble", Garbled, "babbling", ""},
		{"tear", Crashed, "", ""},
		{"boast", Garbled, "", ""},
	}
	if runtime.GOOS == "linux" { // where memory can be watched
		tests = append(tests, []struct {
			act    string
			reason Reason
			stage  string
			detail string
		}{{"eat", OutOfMemory, "eating", ""}, {"claim", OutOfMemory, "claiming", ""}}...)
	}
	pool := newTestPool(t, Options{Workers: 1, Memory: 128 << 20})
	for _, test := range tests {
		t.Run(test.act, func(t *testing.T) {
			_, err := pool.Do(t.Context(), order{Act: test.act})
			var death *Death
			if !errors.As(err, &death) {
				t.Fatalf("got %v, want a death", err)
			}
			if death.Reason != test.reason || death.Stage != test.stage || !strings.Contains(death.Detail, test.detail) {
				t.Errorf("got %+v, want %+v", *death, test)
			}
			// The pool lives on.
			if got, err := pool.Do(t.Context(), order{Text: "next"}); err != nil || got.Text != "NEXT" {
				t.Errorf("next job: %q, %v", got.Text, err)
			}
		})
	}
}

func TestEachStageHasItsOwnTime(t *testing.T) {
	pool := newTestPool(t, Options{Workers: 1})
	if _, err := pool.Do(t.Context(), order{Act: "linger"}); err != nil {
		t.Error(err)
	}
}

func TestInterruptIsForTheParent(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("a process cannot interrupt itself there")
	}
	pool := newTestPool(t, Options{Workers: 1})
	if got, err := pool.Do(t.Context(), order{Act: "interrupt", Text: "on"}); err != nil || got.Text != "ON" {
		t.Errorf("%q, %v", got.Text, err)
	}
}

func TestWorkersAreRecycled(t *testing.T) {
	pool := newTestPool(t, Options{Workers: 1, Recycle: 2})
	var pids []int
	for range 4 {
		got, err := pool.Do(t.Context(), order{})
		if err != nil {
			t.Fatal(err)
		}
		pids = append(pids, got.PID)
	}
	if pids[0] != pids[1] || pids[2] != pids[3] || pids[1] == pids[2] {
		t.Errorf("two jobs a worker, but the workers were %v", pids)
	}
}

func TestCancelKillsTheJob(t *testing.T) {
	pool := newTestPool(t, Options{Workers: 1})
	ctx, cancel := context.WithCancel(t.Context())
	time.AfterFunc(300*time.Millisecond, cancel)
	_, err := pool.Do(ctx, order{Act: "wait"}) // would wait for ever
	if !errors.Is(err, context.Canceled) {
		t.Errorf("got %v, want the context's error", err)
	}
}

func TestProgramThatDoesNotExist(t *testing.T) {
	pool := NewPool[order, answer](Options{Workers: 1, Command: func() *exec.Cmd {
		return exec.Command("no-such-program-here")
	}})
	defer pool.Close()
	_, err := pool.Do(t.Context(), order{})
	var death *Death
	if !errors.As(err, &death) || death.Reason != NotStarted {
		t.Errorf("got %v, want NotStarted", err)
	}
}

func TestWorkerWithoutParentEnds(t *testing.T) {
	for _, act := range []string{"wait", "spin"} {
		cmd := exec.Command(os.Args[0])
		cmd.Env = append(os.Environ(), "FAKE_WORKER=1", memoryVariable+"=134217728")
		in, err := cmd.StdinPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		if err := writeFrame(in, frameJob, order{Act: act}); err != nil {
			t.Fatal(err)
		}
		in.Close() // as when the parent is gone
		if err := cmd.Wait(); err != nil {
			t.Errorf("%s: %v", act, err)
		}
	}
}

func FuzzReadFrame(f *testing.F) {
	var b bytes.Buffer
	if err := writeFrame(&b, frameStage, stage{"reading", time.Second}); err != nil {
		f.Fatal(err)
	}
	f.Add(b.Bytes())
	f.Add([]byte{0xFF, 0xFF, 0xFF, 0xFF, 'R'})
	f.Fuzz(func(t *testing.T, in []byte) {
		kind, payload, err := readFrame(bytes.NewReader(in))
		if err == nil && (len(payload)+5 > len(in) || kind != in[4]) {
			t.Errorf("a frame of %d bytes from %d", len(payload), len(in))
		}
	})
}
