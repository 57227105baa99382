package precheck

import (
	"bytes"
	"errors"
	"fmt"
	"io"
)

// entry is where an object stands: at an offset, or as a member of an object
// stream.
type entry struct {
	known    bool // a section spoke about it; older sections do not count
	used     bool
	inStream bool
	gen      uint16
	offset   int64 // in the file, or index in the stream
	stream   uint32
}

// file is a PDF under examination.
type file struct {
	r       io.ReaderAt
	size    int64
	limits  Limits
	entries []entry
	hidden  int64 // offset of the stream beside the table just read
	hybrid  bool  // it is being read
	trailer value
	streams *objectStreams
	crypt   *cryptography // nil when the file is not encrypted
	read    int64         // bytes, to bound the work on objects that overlap
}

// openFile prepares to read a file that is not larger than it may be.
func openFile(r io.ReaderAt, size int64, limits Limits) (*file, error) {
	f := &file{r: r, size: size, limits: limits.withDefaults()}
	f.streams = &objectStreams{f: f, opened: map[uint32]*objectStream{}}
	if size > f.limits.FileSize {
		return nil, refuse(TooLarge, "%d bytes, the limit is %d", size, f.limits.FileSize)
	}
	return f, nil
}

// window reads up to n bytes at an offset, fewer at the end of the file.
func (f *file) window(offset int64, n int) ([]byte, error) {
	if offset < 0 || offset >= f.size {
		return nil, fmt.Errorf("offset %d lies outside the file of %d bytes", offset, f.size)
	}
	if rest := f.size - offset; int64(n) > rest {
		n = int(rest)
	}
	if f.read += int64(n); f.read > 16*f.size+64<<20 {
		return nil, fmt.Errorf("offset %d: the same bytes were read too often: %w", offset, errSyntax)
	}
	b := make([]byte, n)
	got, err := f.r.ReadAt(b, offset)
	if got < n && err != nil {
		return nil, fmt.Errorf("read at offset %d: %w", offset, err)
	}
	return b, nil
}

// parsed is an indirect object as it stands in the file.
type parsed struct {
	id, gen int64
	value   value
	data    int64 // offset of the stream's bytes, -1 when it is no stream
}

// objectAt reads the indirect object at an offset, with windows that grow
// until it fits.
func (f *file) objectAt(offset int64) (parsed, error) {
	for n := 512; ; n *= 8 {
		b, err := f.window(offset, n)
		if err != nil {
			return parsed{}, err
		}
		got, err := parseIndirect(b, offset)
		if !errors.Is(err, errShort) {
			return got, err
		}
		if len(b) < n && got.value.kind != null {
			return got, nil // whole, but for what the end of the file cut off behind it
		}
		if len(b) < n || n > f.limits.ObjectSize {
			return parsed{}, fmt.Errorf("object at offset %d does not end: %w", offset, errSyntax)
		}
	}
}

// parseIndirect reads "12 0 obj … endobj", or up to the data of a stream.
func parseIndirect(b []byte, offset int64) (parsed, error) {
	p := &parser{b: b}
	var head [3]value
	for i := range head {
		v, err := p.object(0)
		if err != nil {
			return parsed{}, err
		}
		head[i] = v
	}
	if head[0].kind != integer || head[1].kind != integer || head[2].s != "obj" {
		return parsed{}, fmt.Errorf("no object at offset %d: %w", offset, errSyntax)
	}
	v, err := p.object(0)
	if err != nil {
		return parsed{}, err
	}
	got := parsed{id: head[0].n, gen: head[1].n, value: v, data: -1}
	if v.kind != dict {
		return got, nil
	}
	p.skipSpace()
	if len(b)-p.p < len("stream\r\n") {
		return got, errShort
	}
	if !bytes.HasPrefix(b[p.p:], []byte("stream")) {
		return got, nil
	}
	p.p += len("stream")
	if b[p.p] == '\r' {
		p.p++
	}
	if b[p.p] == '\n' {
		p.p++
	}
	got.data = offset + int64(p.p)
	return got, nil
}

// resolve follows a reference; anything else is returned as it is. A missing
// object is null, as the format prescribes.
func (f *file) resolve(v value) (value, error) {
	if v.kind != reference {
		return v, nil
	}
	got, err := f.object(v.n)
	return got.value, err
}

// object reads an object by number.
func (f *file) object(id int64) (parsed, error) {
	missing := parsed{id: id, data: -1}
	if id <= 0 || id >= int64(len(f.entries)) || !f.entries[id].used {
		return missing, nil
	}
	e := f.entries[id]
	if e.inStream {
		b, err := f.streams.member(uint32(id), e)
		if err != nil {
			return missing, err
		}
		p := &parser{b: append(bytes.Clone(b), "\nendobj\n"...)}
		v, err := p.object(0)
		return parsed{id: id, value: v, data: -1}, err
	}
	got, err := f.objectAt(e.offset)
	if err != nil {
		return missing, err
	}
	if got.id != id {
		return missing, fmt.Errorf("object %d is announced at offset %d, where object %d stands: %w", id, e.offset, got.id, errSyntax)
	}
	return got, nil
}
