package main

import (
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"time"
)

// head writes what varies, the machine and the date, and what was read.
func (b *bench) head(w io.Writer) {
	fmt.Fprintf(w, "# Benchmarks\n\nMachine: %s, %d processors, %s.\nDate: %s.\n\n",
		processor(), runtime.NumCPU(), memory(), time.Now().Format(time.DateOnly))
	count := map[string]int{}
	for _, file := range b.files {
		count[filepath.Dir(file)]++
	}
	var parts []string
	for _, folder := range slices.Sorted(maps.Keys(count)) {
		parts = append(parts, fmt.Sprintf("%d of %s", count[folder], folder))
	}
	fmt.Fprintf(w, "Made by `make bench`. Files: %s.\n", strings.Join(parts, ", "))
}

// processor is the name of the processor, where the system tells.
func processor() string { return lineOf("/proc/cpuinfo", "model name", runtime.GOARCH) }

// memory is the size of the memory, where the system tells.
func memory() string {
	var kilobytes int64
	fmt.Sscan(lineOf("/proc/meminfo", "MemTotal", "0"), &kilobytes)
	if kilobytes == 0 {
		return "memory unknown"
	}
	return fmt.Sprintf("%d GB", (kilobytes+1<<19)>>20)
}

// lineOf is the value behind a name and a colon in a file.
func lineOf(file, name, otherwise string) string {
	content, err := os.ReadFile(file)
	if err != nil {
		return otherwise
	}
	for line := range strings.Lines(string(content)) {
		if key, value, ok := strings.Cut(line, ":"); ok && strings.TrimSpace(key) == name {
			return strings.TrimSpace(value)
		}
	}
	return otherwise
}
