package main

import (
	"os/exec"
	"syscall"
)

// occupied is the peak memory of a command that has ended, in bytes.
func occupied(c *exec.Cmd) int64 {
	if usage, ok := c.ProcessState.SysUsage().(*syscall.Rusage); ok {
		return usage.Maxrss << 10
	}
	return 0
}
