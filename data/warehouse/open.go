package warehouse

import (
	"database/sql"
	"errors"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"sync"

	"github.com/marcboeker/go-duckdb"
)

// ErrLocked says that another process has the file open for writing.
var ErrLocked = errors.New("another process is using the database")

// ErrMissing says that there is no warehouse at the path.
var ErrMissing = errors.New("there is no warehouse here")

// ErrNotWarehouse says that the file is no rodedraad warehouse.
var ErrNotWarehouse = errors.New("not a rodedraad warehouse")

// open holds the paths that this process has open.
var open = struct {
	sync.Mutex
	paths map[string]bool
}{paths: map[string]bool{}}

func claim(path string) (string, error) {
	real, err := filepath.Abs(path)
	if err != nil {
		return "", err
	}
	if dir, err := filepath.EvalSymlinks(filepath.Dir(real)); err == nil {
		real = filepath.Join(dir, filepath.Base(real))
	}
	open.Lock()
	defer open.Unlock()
	if open.paths[real] {
		return "", fmt.Errorf("%s: is open already in this process", path)
	}
	open.paths[real] = true
	return real, nil
}

func release(real string) {
	open.Lock()
	defer open.Unlock()
	delete(open.paths, real)
}

// settings are DuckDB's configuration for every handle: nothing is fetched.
func settings(readOnly bool, memory string, threads int) string {
	v := url.Values{}
	v.Set("autoinstall_known_extensions", "false")
	v.Set("autoload_known_extensions", "false")
	v.Set("allow_community_extensions", "false")
	v.Set("threads", fmt.Sprint(max(threads, 1)))
	v.Set("memory_limit", memory)
	if readOnly {
		v.Set("access_mode", "READ_ONLY")
	}
	return v.Encode()
}

// handle is an open database file; Close releases its claim.
type handle struct {
	*sql.DB
	real string
}

func connect(path string, readOnly bool, memory string, threads int) (*handle, error) {
	real, err := claim(path)
	if err != nil {
		return nil, err
	}
	connector, err := duckdb.NewConnector(path+"?"+settings(readOnly, memory, threads), nil)
	if err != nil {
		release(real)
		return nil, explain(path, err)
	}
	return &handle{DB: sql.OpenDB(connector), real: real}, nil
}

// Close closes the database and gives its path free.
func (h *handle) Close() error {
	err := h.DB.Close()
	release(h.real)
	return err
}

// explain turns the driver's errors about files into our own.
func explain(path string, err error) error {
	text := err.Error()
	switch {
	case strings.Contains(text, "Could not set lock"), strings.Contains(text, "Conflicting lock"):
		return fmt.Errorf("%s: %w", path, ErrLocked)
	case strings.Contains(text, "not a valid DuckDB database"):
		return fmt.Errorf("%s: %w", path, ErrNotWarehouse)
	case strings.Contains(text, "Permission denied"):
		return fmt.Errorf("%s: %w", path, os.ErrPermission)
	}
	return fmt.Errorf("%s: %w", path, err)
}

// Limits bound what reading a warehouse may take.
type Limits struct {
	Memory  string // DuckDB's memory limit, e.g. "1GB"
	Threads int
}

// DefaultLimits suit an analyst's laptop.
var DefaultLimits = Limits{Memory: "1GB", Threads: 2}

// Reader is a published warehouse, open for reading only and cut off from the
// file system and the network.
type Reader struct{ *handle }

// OpenReader opens a published warehouse. Queries cannot change it, read other
// files, load extensions or alter the limits.
func OpenReader(path string, limits Limits) (*Reader, error) {
	info, err := os.Stat(path)
	if errors.Is(err, os.ErrNotExist) {
		return nil, fmt.Errorf("%s: %w", path, ErrMissing)
	}
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() {
		return nil, fmt.Errorf("%s: %w", path, ErrNotWarehouse)
	}
	h, err := connect(path, true, limits.Memory, limits.Threads)
	if err != nil {
		return nil, err
	}
	if err := h.sandbox(); err != nil {
		h.Close()
		return nil, err
	}
	if err := h.isWarehouse(); err != nil {
		h.Close()
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return &Reader{h}, nil
}

func (h *handle) sandbox() error {
	for _, s := range []string{
		"SET enable_external_access = false",
		"SET lock_configuration = true",
	} {
		if _, err := h.Exec(s); err != nil {
			return fmt.Errorf("close off the database: %w", err)
		}
	}
	return nil
}

func (h *handle) isWarehouse() error {
	var version int
	if err := h.QueryRow("SELECT schema_version FROM warehouse").Scan(&version); err != nil {
		return ErrNotWarehouse
	}
	if version != SchemaVersion {
		return fmt.Errorf("has schema version %d, this program reads %d: ingest into a new file", version, SchemaVersion)
	}
	return nil
}
