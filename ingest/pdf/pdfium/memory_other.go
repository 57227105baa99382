//go:build !unix

package pdfium

import "context"

// outsideHeap leaves the sandbox's memory in the heap of Go.
func outsideHeap(ctx context.Context) context.Context { return ctx }
