package precheck

import (
	"bytes"
	"errors"
	"fmt"
	"strconv"
)

// xrefWindow is how much of a cross-reference table is read at a time.
const xrefWindow = 1 << 20

// readXrefs follows the chain of cross-reference sections from the newest to
// the oldest. The first section that speaks about an object decides.
func (f *file) readXrefs(start int64) error {
	visited := map[int64]bool{}
	f.hidden = -1
	for queue := []int64{start}; len(queue) > 0; {
		offset := queue[0]
		queue = queue[1:]
		if visited[offset] {
			return refuse(XrefCycle, "section at offset %d comes back", offset)
		}
		if len(visited) >= f.limits.Sections {
			return refuse(XrefCycle, "more than %d sections", f.limits.Sections)
		}
		visited[offset] = true
		f.hybrid = offset == f.hidden
		trailer, err := f.readSection(offset)
		if err != nil {
			return xrefRefusal(offset, err)
		}
		if f.trailer.kind == null {
			f.trailer = trailer
		}
		for _, k := range []string{"XRefStm", "Prev"} {
			switch prev := trailer.key(k); prev.kind {
			case null:
			case integer:
				queue = append(queue, prev.n)
				if k == "XRefStm" {
					f.hidden = prev.n
				}
			default:
				return refuse(BadXref, "section at offset %d: /%s is not a number", offset, k)
			}
		}
	}
	return nil
}

func xrefRefusal(offset int64, err error) error {
	if r := (*Refusal)(nil); errors.As(err, &r) {
		return err
	}
	if errors.Is(err, errDeep) {
		return refuse(TooDeep, "section at offset %d: %v", offset, err)
	}
	return refuse(BadXref, "section at offset %d: %v", offset, err)
}

// readSection reads a table or a stream and returns its trailer dictionary.
func (f *file) readSection(offset int64) (value, error) {
	head, err := f.window(offset, 64)
	if err != nil {
		return value{}, err
	}
	p := &parser{b: head}
	p.skipSpace()
	if bytes.HasPrefix(head[p.p:], []byte("xref")) {
		return f.readTable(offset + int64(p.p) + 4)
	}
	return f.readXrefStream(offset)
}

// readTable reads the subsections of a plain table up to its trailer.
func (f *file) readTable(offset int64) (value, error) {
	t := &tableReader{f: f, next: offset}
	for {
		line, err := t.field()
		if err != nil {
			return value{}, err
		}
		if line == "trailer" {
			return f.readTrailer(t.position())
		}
		start, err1 := strconv.ParseInt(line, 10, 64)
		count, err2 := t.number()
		if err1 != nil || err2 != nil {
			return value{}, fmt.Errorf("no subsection at offset %d: %w", t.position(), errSyntax)
		}
		if err := f.checkRange(start, count); err != nil {
			return value{}, err
		}
		if err := t.entries(start, count); err != nil {
			return value{}, err
		}
	}
}

// checkRange keeps start and count of a subsection within the limits and
// makes room for it.
func (f *file) checkRange(start, count int64) error {
	most := int64(f.limits.Objects)
	if start < 0 || count < 0 || start > most || count > most || start+count > most {
		return refuse(TooManyObjects, "subsection of %d objects from number %d", count, start)
	}
	if need := int(start+count) - len(f.entries); need > 0 {
		f.entries = append(f.entries, make([]entry, need)...)
	}
	return nil
}

func (f *file) readTrailer(offset int64) (value, error) {
	for n := 4096; ; n *= 8 {
		b, err := f.window(offset, n)
		if err != nil {
			return value{}, err
		}
		v, err := (&parser{b: b}).object(0)
		if errors.Is(err, errShort) && len(b) == n && n < f.limits.ObjectSize {
			continue
		}
		if err != nil || v.kind != dict {
			return value{}, refuse(BadTrailer, "no dictionary at offset %d", offset)
		}
		return v, nil
	}
}

// set records what a section says about an object. A table that has a stream
// beside it calls the objects of that stream free, for readers that do not know
// streams (ISO 32000-1, 7.5.8.4).
func (f *file) set(id int, e entry) {
	if known := f.entries[id]; known.known && (known.used || !f.hybrid) {
		return
	}
	e.known = true
	if e.used && !e.inStream && (e.offset <= 0 || e.offset >= f.size) {
		e.used = false // points nowhere: null, as a missing object is
	}
	f.entries[id] = e
}

// tableReader reads the fields of a plain table through a window.
type tableReader struct {
	f    *file
	buf  []byte
	p    int
	next int64 // offset of the window after buf
}

func (t *tableReader) position() int64 { return t.next - int64(len(t.buf)-t.p) }

// fill makes at least n bytes available, fewer only at the end of the file.
func (t *tableReader) fill(n int) error {
	if len(t.buf)-t.p >= n || t.next >= t.f.size {
		return nil
	}
	b, err := t.f.window(t.next, xrefWindow)
	if err != nil {
		return err
	}
	t.buf = append(t.buf[t.p:], b...)
	t.p = 0
	t.next += int64(len(b))
	return nil
}

// field reads the next run of characters between white space.
func (t *tableReader) field() (string, error) {
	if err := t.fill(256); err != nil {
		return "", err
	}
	b := t.buf
	for t.p < len(b) && isSpace(b[t.p]) {
		t.p++
	}
	start := t.p
	for t.p < len(b) && !isSpace(b[t.p]) && !isDelimiter(b[t.p]) {
		t.p++
	}
	if start == t.p {
		return "", fmt.Errorf("table ends at offset %d without a trailer: %w", t.position(), errSyntax)
	}
	return string(b[start:t.p]), nil
}

func (t *tableReader) number() (int64, error) {
	s, err := t.field()
	if err != nil {
		return 0, err
	}
	return strconv.ParseInt(s, 10, 64)
}

func (t *tableReader) entries(start, count int64) error {
	for i := start; i < start+count; i++ {
		offset, err1 := t.number()
		gen, err2 := t.number()
		use, err3 := t.field()
		if err1 != nil || err2 != nil || err3 != nil || use != "n" && use != "f" || gen < 0 {
			return fmt.Errorf("entry of object %d at offset %d: %w", i, t.position(), errSyntax)
		}
		t.f.set(int(i), entry{used: use == "n", gen: uint16(min(gen, 65535)), offset: offset})
	}
	return nil
}
