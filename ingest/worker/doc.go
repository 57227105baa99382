// Package worker runs jobs in processes that may be killed.
//
// A goroutine that hangs cannot be stopped and a process that is out of memory
// cannot recover, and PDF files exist that cause either. So a [Pool] in the
// parent starts copies of the program and gives each one job at a time; in the
// copy, [Serve] does the jobs.
//
//	parent                         worker
//	Pool.Do ──── job ────────────► Serve ─► do(job)
//	   ▲  ◄───── stage, limit ─────   │        reading, 30 s
//	   │  ◄───── stage, limit ─────   │        coding, 60 s
//	   └──────── result ◄───────────  ┘
//
// A job announces its stages and how long each may take. The parent kills a
// worker that overstays, that occupies more memory than it may, that dies or
// that talks nonsense, starts another, and tells the caller in a [Death] in
// which stage it happened. Nothing is tried again here: what to do differently
// is the caller's knowledge.
//
// Standard input and output of the worker carry frames and nothing else: a
// length, a kind, JSON. A worker whose parent is gone ends itself.
package worker
