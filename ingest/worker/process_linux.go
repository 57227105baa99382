package worker

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"strconv"
	"syscall"
)

// limitAddressSpace lets the process claim so many more bytes of address space
// than it has now. What it has now is mostly reserved and never used, by the
// runtime of Go and by wazero, so that an absolute figure would say nothing.
func limitAddressSpace(more int64) {
	size, _, ok := memoryOf(os.Getpid())
	if !ok {
		return
	}
	limit := uint64(size + more)
	syscall.Setrlimit(syscall.RLIMIT_AS, &syscall.Rlimit{Cur: limit, Max: limit})
	syscall.Setrlimit(syscall.RLIMIT_CORE, &syscall.Rlimit{})
}

// memoryOf gives the address space and the resident memory of a process, in
// bytes.
func memoryOf(pid int) (size, resident int64, ok bool) {
	b, err := os.ReadFile(fmt.Sprintf("/proc/%d/statm", pid))
	if err != nil {
		return 0, 0, false
	}
	fields := bytes.Fields(b)
	if len(fields) < 2 {
		return 0, 0, false
	}
	page := int64(os.Getpagesize())
	size, err1 := strconv.ParseInt(string(fields[0]), 10, 64)
	resident, err2 := strconv.ParseInt(string(fields[1]), 10, 64)
	return size * page, resident * page, err1 == nil && err2 == nil
}

// bind makes the system end the worker with its parent, whatever the worker is
// doing.
func bind(cmd *exec.Cmd) {
	cmd.SysProcAttr = &syscall.SysProcAttr{Pdeathsig: syscall.SIGKILL}
}
