package ingest

import (
	"context"
	"errors"
	"testing"
	"time"

	"rodedraad/data"
)

// memoryStore keeps records as a warehouse would.
type memoryStore struct {
	t         *testing.T
	documents map[string]*data.Record
	paths     map[string]data.IngestFile
	order     []string // documents in the order in which they were put
	log       []string // path and outcome of this run
	ended     bool
	puts      int
	failAt    int // the put that fails, 1-based
	onPut     func()
}

func newStore(t *testing.T) *memoryStore {
	return &memoryStore{t: t, documents: map[string]*data.Record{}, paths: map[string]data.IngestFile{}}
}

func (s *memoryStore) Known(path string) (string, string, bool) {
	f, ok := s.paths[path]
	return f.DocumentID, f.Manifest, ok
}

func (s *memoryStore) HasDocument(id, version string) bool {
	r, ok := s.documents[id]
	return ok && r.Document.CodebookVersion == version
}

func (s *memoryStore) BeginRun(data.IngestRun) error {
	s.log, s.ended, s.puts = nil, false, 0
	return nil
}

func (s *memoryStore) EndRun(time.Time) error { s.ended = true; return nil }

var errStore = errors.New("disk full")

func (s *memoryStore) Put(_ context.Context, batch []data.IngestResult) error {
	if s.puts++; s.puts == s.failAt {
		return errStore
	}
	var outdated []string // decided beforehand, as a warehouse does that deletes first
	for _, b := range batch {
		if old := b.File.Supersedes; old != "" && !s.leadsTo(old, b.File.Path) {
			outdated = append(outdated, old)
		}
	}
	for _, old := range outdated {
		delete(s.documents, old)
	}
	for _, b := range batch {
		s.log = append(s.log, b.File.Path+" "+string(b.File.Outcome))
		if b.Record != nil {
			if err := b.Record.Verify(); err != nil {
				s.t.Errorf("%s: %v", b.File.Path, err)
			}
			s.documents[b.Record.Document.ID] = b.Record
			s.order = append(s.order, b.Record.Document.Title)
		}
		if b.File.Outcome != data.Failed {
			s.paths[b.File.Path] = b.File
		}
	}
	if s.onPut != nil {
		s.onPut()
	}
	return nil
}

func (s *memoryStore) leadsTo(id, besides string) bool {
	for path, f := range s.paths {
		if f.DocumentID == id && path != besides {
			return true
		}
	}
	return false
}

// complete fails when a path leads to a document that is not there, or a
// document has no path.
func (s *memoryStore) complete() {
	s.t.Helper()
	reached := map[string]bool{}
	for path, f := range s.paths {
		reached[f.DocumentID] = true
		if s.documents[f.DocumentID] == nil {
			s.t.Errorf("%s leads to a document that is not stored", path)
		}
	}
	if len(reached) != len(s.documents) {
		s.t.Errorf("%d documents, %d of them with a path", len(s.documents), len(reached))
	}
}
