package main

import (
	"fmt"
	"os"
	"strings"
	"time"
)

// watchEvery is how often the watch looks; grace is what it gives a query that
// was told to stop.
const (
	watchEvery = 100 * time.Millisecond
	grace      = 3 * time.Second
)

// watch ends the process when the engine does not heed its limits: some
// functions run on past a cancelled context and outside the engine's memory
// limit (measured: repeat('x', 2000000000) took 64 s and 6 GB against 4 s and
// 200 MB). The database is open for reading only, so nothing can be lost.
func (a *app) watch(timeout time.Duration) (stop func()) {
	done := make(chan struct{})
	go func() {
		deadline := time.Now().Add(timeout + grace)
		for {
			select {
			case <-done:
				return
			case <-time.After(watchEvery):
			}
			switch {
			case time.Now().After(deadline):
				a.abort(fmt.Sprintf(a.say("SQL duurde langer dan %v", "SQL took longer than %v"), timeout))
			case resident() > sqlMemory:
				a.abort(fmt.Sprintf(a.say("SQL vroeg meer dan %d MB geheugen", "SQL took more than %d MB of memory"), sqlMemory>>20))
			}
		}
	}()
	return func() { close(done) }
}

func (a *app) abort(text string) {
	fmt.Fprintf(a.stderr, "rodedraad: %s\n  → %s\n", text, a.say("maak de vraag kleiner", "make the question smaller"))
	os.Exit(exitFailure)
}

// resident is the memory that this process occupies, 0 where the system does
// not say.
func resident() int64 {
	text, err := os.ReadFile("/proc/self/statm")
	if err != nil {
		return 0
	}
	var size, pages int64
	if _, err := fmt.Fscan(strings.NewReader(string(text)), &size, &pages); err != nil {
		return 0
	}
	return pages * int64(os.Getpagesize())
}
