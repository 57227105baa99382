package pdfium

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"sync"
	"time"

	gopdfium "github.com/klippa-app/go-pdfium"
	"github.com/klippa-app/go-pdfium/webassembly"
	"github.com/tetratelabs/wazero"
)

// Name and Version are what a page read by this engine says of itself.
const (
	Name    = "pdfium"
	Version = "go-pdfium 1.19.8"
)

// ErrPassword says that a file opens only with a password that nobody gave.
var ErrPassword = errors.New("the file is protected by a password")

// ErrFormat says that PDFium found no document in the file.
var ErrFormat = errors.New("the file holds no readable PDF document")

// Engine starts PDFium when the first document is opened, not before: most
// runs never need it. The zero Engine is not usable; see New.
type Engine struct {
	memory uint32 // ceiling on the sandbox's memory, in pages of 64 KB

	mu    sync.Mutex
	pool  gopdfium.Pool
	cache wazero.CompilationCache
}

// New makes an engine whose sandbox may use so many bytes of memory.
func New(memory int64) *Engine {
	const pageSize = 64 << 10
	return &Engine{memory: uint32(min(max(memory/pageSize, 1024), 65536))}
}

// start compiles PDFium, or takes it from the cache.
func (e *Engine) start() (gopdfium.Pool, error) {
	e.mu.Lock()
	defer e.mu.Unlock()
	if e.pool != nil {
		return e.pool, nil
	}
	e.cache = openCache()
	pool, err := initPool(e.memory, e.cache)
	if err != nil && e.cache != nil { // a full disk or a damaged entry
		e.cache.Close(context.Background())
		e.cache = nil
		pool, err = initPool(e.memory, nil)
	}
	if err != nil {
		return nil, fmt.Errorf("start pdfium: %w", err)
	}
	e.pool = pool
	return pool, nil
}

func initPool(memory uint32, cache wazero.CompilationCache) (gopdfium.Pool, error) {
	config := wazero.NewRuntimeConfig().WithMemoryLimitPages(memory)
	if cache != nil {
		config = config.WithCompilationCache(cache)
	}
	return webassembly.Init(webassembly.Config{
		Context: outsideHeap(context.Background()),
		MaxIdle: 1, MaxTotal: 2,
		FSConfig:      wazero.NewFSConfig(), // no folder of the machine is visible
		RuntimeConfig: config,
		Stdout:        io.Discard,
		Stderr:        io.Discard,
	})
}

// openCache opens the folder with compiled code, or gives nil where there is
// none to write in: PDFium then starts slowly and works as well. A folder for
// all users, such as the temporary one, will not do: what lies there is run.
func openCache() wazero.CompilationCache {
	dir, err := os.UserCacheDir()
	if err != nil {
		return nil
	}
	cache, err := wazero.NewCompilationCacheWithDir(filepath.Join(dir, "rodedraad", "pdfium"))
	if err != nil {
		return nil
	}
	return cache
}

// instance gives a fresh sandbox.
func (e *Engine) instance() (gopdfium.Pdfium, error) {
	pool, err := e.start()
	if err != nil {
		return nil, err
	}
	instance, err := pool.GetInstance(time.Minute)
	if err != nil {
		return nil, fmt.Errorf("start pdfium: %w", err)
	}
	return instance, nil
}

// Close ends PDFium. The engine starts again when it is used again.
func (e *Engine) Close() error {
	e.mu.Lock()
	defer e.mu.Unlock()
	if e.pool == nil {
		return nil
	}
	err := e.pool.Close()
	if e.cache != nil {
		err = errors.Join(err, e.cache.Close(context.Background()))
	}
	e.pool, e.cache = nil, nil
	return err
}
