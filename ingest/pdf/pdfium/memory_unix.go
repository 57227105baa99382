//go:build unix

package pdfium

import (
	"context"
	"syscall"

	"github.com/tetratelabs/wazero/experimental"
)

// outsideHeap gives the sandbox its memory as a mapping that is reserved once
// and filled as it grows. In the heap of Go, each growth would be a copy and
// leave the old memory to the collector: a sandbox of 340 MB then took more
// than 1 GB.
func outsideHeap(ctx context.Context) context.Context {
	return experimental.WithMemoryAllocator(ctx, experimental.MemoryAllocatorFunc(reserve))
}

// mapped is the memory of one sandbox.
type mapped struct{ all []byte }

func reserve(_, most uint64) experimental.LinearMemory {
	all, err := syscall.Mmap(-1, 0, int(most), syscall.PROT_READ|syscall.PROT_WRITE, syscall.MAP_ANON|syscall.MAP_PRIVATE)
	if err != nil {
		return &mapped{} // every growth is refused, and the sandbox does not start
	}
	return &mapped{all}
}

// Reallocate gives the first size bytes, or nil when there are not so many.
func (m *mapped) Reallocate(size uint64) []byte {
	if size > uint64(len(m.all)) {
		return nil
	}
	return m.all[:size:len(m.all)]
}

// Free gives the memory back to the system.
func (m *mapped) Free() {
	if m.all != nil {
		_ = syscall.Munmap(m.all) // nothing can be done about it
		m.all = nil
	}
}
