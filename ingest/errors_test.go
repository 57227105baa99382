package ingest

import "testing"

func TestBriefMakesOneLineOfAStack(t *testing.T) {
	const stack = "index out of range\ngoroutine 1 [running]:\nrodedraad/ingest/worker.serveOne(...)\n\t/x/serve.go:1\nrodedraad/ingest/layout.lanes({0x0})\n\t/x/lanes.go:2\n"
	for detail, want := range map[string]string{
		stack:             "index out of range (ingest/layout.lanes)",
		"exit status 7":   "exit status 7",
		"killed\nno more": "killed",
	} {
		if got := brief(detail); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}
