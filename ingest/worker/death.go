package worker

import (
	"fmt"
	"time"
)

// Reason says why a worker did not finish its job.
type Reason string

// The reasons.
const (
	OutOfTime   Reason = "time"
	OutOfMemory Reason = "memory"
	Crashed     Reason = "crash"    // it died or panicked
	Garbled     Reason = "protocol" // it sent something that is no answer
	NotStarted  Reason = "start"
)

// Death is the error of a job whose worker did not live to finish it.
type Death struct {
	Reason Reason
	Stage  string        // the stage last announced, or ""
	Limit  time.Duration // of that stage
	Detail string        // what is known of it: last words, exit status
}

// Error says what happened, for a log.
func (d *Death) Error() string {
	where := "before its first stage"
	if d.Stage != "" {
		where = "in stage " + d.Stage
	}
	switch d.Reason {
	case OutOfTime:
		return fmt.Sprintf("worker took more than %v %s", d.Limit, where)
	case NotStarted:
		return "worker did not start: " + d.Detail
	}
	return fmt.Sprintf("worker ended (%s) %s: %s", d.Reason, where, d.Detail)
}
